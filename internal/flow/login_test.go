package flow_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/flow/access"
)

const ownPassword = "mat-khau-rat-dai"

// accountOf makes an account and signs in to it once.
func (o *office) accountOf(email string) (people.Officer, access.Opened) {
	o.t.Helper()
	fresh := people.Officer{Email: email, Name: "Cán bộ", Role: people.RoleOperator, Unit: "TH-YT"}
	made := must(o.Access.CreateOfficer(o.ctx, chief, fresh, ownPassword))(o.t)
	return made, must(o.Access.Login(o.ctx, access.Attempt{Email: email, Password: ownPassword, Address: "10.0.0.1"}))(o.t)
}

func TestAThousandWrongPasswordsLockTheGuesserOutAndNotTheOwner(t *testing.T) {
	o := newOffice(t)
	made, opened := o.accountOf("canbo@donvi.vn")
	guess := func(i int, password string) error {
		_, err := o.Access.Login(o.ctx, access.Attempt{Email: "canbo@donvi.vn", Password: password, Address: fmt.Sprintf("203.0.%d.%d", i/250, i%250)})
		return err
	}
	for i := range 1000 {
		if err := guess(i, "sai"); !isRule(err) {
			t.Fatalf("guess %d: %v", i, err)
		}
	}
	if err := guess(1000, ownPassword); !isRule(err) || !strings.Contains(err.Error(), "máy đã từng đăng nhập") {
		t.Errorf("the guesser who is right at last: %v; want to be told to wait", err)
	}
	owner := access.Attempt{Email: "CanBo@donvi.vn", Password: ownPassword, Address: "203.0.0.1", Device: opened.Device}
	again, err := o.Access.Login(o.ctx, owner)
	if err != nil || again.Session.Officer != made.ID {
		t.Errorf("the owner in the known browser: %v", err)
	}
	if err := guess(1001, ownPassword); !isRule(err) {
		t.Errorf("the owner's login let the guesser go on: %v", err)
	}
}

func TestAKnownBrowserHasItsOwnFewAttempts(t *testing.T) {
	o := newOffice(t)
	_, opened := o.accountOf("canbo@donvi.vn")
	a := access.Attempt{Email: "canbo@donvi.vn", Password: "sai", Device: opened.Device}
	for range 8 {
		_, _ = o.Access.Login(o.ctx, a)
	}
	a.Password = ownPassword
	if _, err := o.Access.Login(o.ctx, a); !isRule(err) {
		t.Errorf("after eight wrong ones: %v", err)
	}
	o.clock.move(10 * time.Minute)
	if _, err := o.Access.Login(o.ctx, a); err != nil {
		t.Errorf("after the pause: %v", err)
	}
}

func TestADevicePassHoldsForItsAccountAloneAndNotForever(t *testing.T) {
	o := newOffice(t)
	_, mine := o.accountOf("canbo@donvi.vn")
	_, theirs := o.accountOf("khac@donvi.vn")
	both := must(o.Access.Login(o.ctx, access.Attempt{Email: "khac@donvi.vn", Password: ownPassword, Device: mine.Device}))(t)
	for range 9 {
		_, _ = o.Access.Login(o.ctx, access.Attempt{Email: "canbo@donvi.vn", Password: "sai", Address: "203.0.113.1"})
	}
	login := func(device string) error {
		_, err := o.Access.Login(o.ctx, access.Attempt{Email: "canbo@donvi.vn", Password: ownPassword, Address: "10.0.0.1", Device: device})
		return err
	}
	myName, _, _ := strings.Cut(mine.Device, ".")
	_, theirRest, _ := strings.Cut(theirs.Device, ".")
	forged := myName + "." + theirRest
	for name, device := range map[string]string{"no pass": "", "another's": theirs.Device, "a forged one": forged, "rubbish": "a.b.c.d"} {
		if err := login(device); !isRule(err) {
			t.Errorf("with %s: %v", name, err)
		}
	}
	if err := login(both.Device); err != nil {
		t.Errorf("in a browser that two accounts share: %v", err)
	}
	o.clock.move(access.DeviceLife)
	for range 9 {
		_, _ = o.Access.Login(o.ctx, access.Attempt{Email: "canbo@donvi.vn", Password: "sai", Address: "203.0.113.1"})
	}
	if err := login(mine.Device); !isRule(err) {
		t.Errorf("with a pass that ended: %v", err)
	}
}

func TestWrongPasswordsOfAWindowAreOneAuditRecordWithoutAddresses(t *testing.T) {
	o := newOffice(t)
	made, _ := o.accountOf("canbo@donvi.vn")
	for i := range 30 {
		_, _ = o.Access.Login(o.ctx, access.Attempt{Email: "canbo@donvi.vn", Password: "sai", Address: fmt.Sprint("203.0.113.", i)})
		_, _ = o.Access.Login(o.ctx, access.Attempt{Email: fmt.Sprintf("la%d@donvi.vn", i), Password: "sai", Address: "203.0.113.7"})
	}
	if n := len(o.failed()); n != 0 {
		t.Errorf("%d records within the window", n)
	}
	o.clock.move(10 * time.Minute)
	if err := o.Access.AuditLoginFailures(o.ctx, o.clock.now().Add(-10*time.Minute)); err != nil {
		t.Fatal(err)
	}
	records := o.failed()
	if len(records) != 2 {
		t.Fatalf("%d records, want one of the account and one of unknown e-mails: %+v", len(records), records)
	}
	for _, r := range records {
		if r.Subject != made.ID && r.Subject != "" || !strings.HasPrefix(r.Detail, "30 lần") || strings.Contains(r.Detail, "203.0") {
			t.Errorf("record %+v", r)
		}
	}
}

// failed lists the audit records of failed logins.
func (o *office) failed() (found []desk.AuditRecord) {
	o.t.Helper()
	for after, more := "", true; more; more = after != "" {
		records, next, err := o.Store.LatestAudit(o.ctx, after, 200)
		if err != nil {
			o.t.Fatal(err)
		}
		for _, r := range records {
			if r.Action == "officer.login_failed" {
				found = append(found, r)
			}
		}
		after = next
	}
	return found
}
