package flow_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/flow/access"
	factors "phatngon/internal/flow/second"
)

// enrolled turns the second factor of an account on; its secret, and a ticket of its password.
func (o *office) enrolled(email string) (secret []byte, ticket string) {
	o.t.Helper()
	made := must(o.Store.OfficerByEmail(o.ctx, email))(o.t)
	secret = must(o.Access.Second.Propose(o.ctx, made.ID))(o.t)
	must(o.Access.Second.Confirm(o.ctx, made.ID, people.Code(secret, people.CodeStep(o.clock.now()))))(o.t)
	o.clock.move(time.Minute)
	opened := must(o.Access.Login(o.ctx, access.Attempt{Email: email, Password: ownPassword, Address: "10.0.0.1"}))(o.t)
	if opened.Token != "" || opened.Ticket == "" {
		o.t.Fatalf("the password alone opened %+v", opened)
	}
	return secret, opened.Ticket
}

// shown is what the phone shows now.
func (o *office) shown(secret []byte) string {
	return people.Code(secret, people.CodeStep(o.clock.now()))
}

func TestAfterThePasswordTheCodeOpensTheSession(t *testing.T) {
	o := newOffice(t)
	made, _ := o.accountOf("canbo@donvi.vn")
	secret, ticket := o.enrolled("canbo@donvi.vn")
	code := o.shown(secret)
	opened, err := o.Access.LoginCode(o.ctx, ticket, code, access.Attempt{})
	if err != nil || opened.Session.Officer != made.ID || !opened.Session.Second || opened.Device == "" {
		t.Fatalf("%+v, %v", opened, err)
	}
	if _, err := o.Access.LoginCode(o.ctx, ticket, code, access.Attempt{}); !errors.Is(err, factors.ErrCode) {
		t.Errorf("the same code again: %v", err)
	}
}

func TestATicketEndsWithTimeAndWithThePassword(t *testing.T) {
	o := newOffice(t)
	made, _ := o.accountOf("canbo@donvi.vn")
	secret, ticket := o.enrolled("canbo@donvi.vn")
	name, rest, _ := strings.Cut(ticket, ".")
	refused := func(name, ticket string) {
		t.Helper()
		if _, err := o.Access.LoginCode(o.ctx, ticket, o.shown(secret), access.Attempt{}); !isRule(err) || !strings.Contains(err.Error(), "đăng nhập lại từ đầu") {
			t.Errorf("%s: %v", name, err)
		}
	}
	refused("none", "")
	refused("somebody else's", "61"+name[2:]+"."+rest)
	if err := o.Access.ResetPassword(o.ctx, chief, made.ID, "mot-mat-khau-moi"); err != nil {
		t.Fatal(err)
	}
	refused("of the password before", ticket)
	fresh := must(o.Access.Login(o.ctx, access.Attempt{Email: "canbo@donvi.vn", Password: "mot-mat-khau-moi"}))(t)
	o.clock.move(access.TicketLife)
	refused("of ten minutes ago", fresh.Ticket)
}

func TestWrongCodesAreThrottledAndAudited(t *testing.T) {
	o := newOffice(t)
	made, known := o.accountOf("canbo@donvi.vn")
	secret, ticket := o.enrolled("canbo@donvi.vn")
	for i := range 8 {
		if _, err := o.Access.LoginCode(o.ctx, ticket, "000000", access.Attempt{Address: fmt.Sprint("203.0.113.", i)}); !errors.Is(err, factors.ErrCode) {
			t.Fatalf("guess %d: %v", i, err)
		}
	}
	if _, err := o.Access.LoginCode(o.ctx, ticket, o.shown(secret), access.Attempt{}); !isRule(err) {
		t.Errorf("the guesser who is right at last: %v", err)
	}
	if _, err := o.Access.LoginCode(o.ctx, ticket, o.shown(secret), access.Attempt{Device: known.Device}); err != nil {
		t.Errorf("the owner in the known browser: %v", err)
	}
	o.clock.move(10 * time.Minute)
	if err := o.Access.AuditLoginFailures(o.ctx, o.clock.now().Add(-10*time.Minute)); err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, r := range must(o.Store.AuditOf(o.ctx, made.ID, 50))(t) {
		if r.Action == "officer.second_failed" && strings.HasPrefix(r.Detail, "9 lần") {
			found++
		}
	}
	if found != 1 {
		t.Errorf("%d records of the wrong codes, want one", found)
	}
}

func TestARoleThatIsToHaveItEnrolsFirstAndCannotTurnItOff(t *testing.T) {
	o := newOffice(t)
	made, opened := o.accountOf("canbo@donvi.vn")
	if o.Access.MustEnrol(made, opened.Session) {
		t.Error("the policy as shipped asks nobody")
	}
	data := []byte(`{"note":"","certainty":"U","second_factor":["officer"],"invite_hours":72,"reset_minutes":60}`)
	if err := o.Rules.Save(o.ctx, chief, "signin", o.clock.now(), data); err != nil {
		t.Fatal(err)
	}
	if !o.Access.MustEnrol(made, opened.Session) || o.Access.MustEnrol(chief, opened.Session) {
		t.Error("want it of the role of the policy, and of no other")
	}
	other := must(o.Access.Login(o.ctx, access.Attempt{Email: "canbo@donvi.vn", Password: ownPassword}))(t)
	secret := must(o.Access.Second.Propose(o.ctx, made.ID))(t)
	must(o.Access.ConfirmSecond(o.ctx, made, opened.Token, o.shown(secret)))(t)
	s, _, err := o.Access.Session(o.ctx, opened.Token)
	if err != nil || o.Access.MustEnrol(made, s) {
		t.Errorf("in the session that it was turned on in: %+v, %v", s, err)
	}
	if _, _, err := o.Access.Session(o.ctx, other.Token); !errors.Is(err, desk.ErrForbidden) {
		t.Errorf("a session from before goes on: %v", err)
	}
	o.clock.move(time.Minute)
	if err := o.Access.EndSecond(o.ctx, made, o.shown(secret)); !isRule(err) {
		t.Errorf("turned off: %v", err)
	}
	if err := o.Rules.Save(o.ctx, chief, "signin", o.clock.now(), []byte(`{"note":"","certainty":"U","second_factor":["boss"],"invite_hours":72,"reset_minutes":60}`)); !isInvalid(err) {
		t.Errorf("a role that there is not: %v", err)
	}
}

func isInvalid(err error) bool {
	var invalid *desk.InvalidError
	return errors.As(err, &invalid)
}

func TestOnlyAnAdministratorResetsAndNotTheirOwn(t *testing.T) {
	o := newOffice(t)
	made, _ := o.accountOf("canbo@donvi.vn")
	o.enrolled("canbo@donvi.vn")
	if err := o.Access.ResetSecond(o.ctx, made, made.ID); !isRule(err) {
		t.Errorf("by who is none: %v", err)
	}
	if err := o.Access.ResetSecond(o.ctx, chief, chief.ID); !isRule(err) {
		t.Errorf("their own: %v", err)
	}
	if err := o.Access.ResetSecond(o.ctx, chief, made.ID); err != nil {
		t.Fatal(err)
	}
	if opened := must(o.Access.Login(o.ctx, access.Attempt{Email: "canbo@donvi.vn", Password: ownPassword}))(t); opened.Token == "" {
		t.Error("a code is asked for after the reset")
	}
	if left := must(o.Access.Sessions(o.ctx, made.ID))(t); len(left) != 1 {
		t.Errorf("%d sessions, want the new one only", len(left))
	}
}

func TestATicketSetsNoPasswordAndALinkIsNoTicket(t *testing.T) {
	o := newOffice(t)
	made, _ := o.accountOf("canbo@donvi.vn")
	secret, ticket := o.enrolled("canbo@donvi.vn")
	if _, err := o.Invitations.SetPassword(o.ctx, ticket, "mot-mat-khau-moi"); !isRule(err) {
		t.Errorf("the ticket set a password: %v", err)
	}
	link := o.keyIn(must(o.Invitations.Renew(o.ctx, chief, made.ID))(t).Link)
	if _, err := o.Access.LoginCode(o.ctx, link, o.shown(secret), access.Attempt{}); !isRule(err) {
		t.Errorf("the link stood for the password: %v", err)
	}
	must(o.Invitations.SetPassword(o.ctx, link, "mot-mat-khau-moi"))(t)
	if opened := must(o.Access.Login(o.ctx, access.Attempt{Email: "canbo@donvi.vn", Password: "mot-mat-khau-moi"}))(t); opened.Ticket == "" || opened.Token != "" {
		t.Error("a new password by mail opens without the second factor")
	}
}
