package flow_test

import (
	"errors"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/flow/access"
	"phatngon/internal/flow/invitations"
	"phatngon/internal/mail/mailtest"
)

var keyOfLink = regexp.MustCompile(`https://phatngon\.example/admin/login/password\?k=(\S+)`)

// keyIn is what the link of a letter or a page carries.
func (o *office) keyIn(text string) string {
	o.t.Helper()
	m := keyOfLink.FindStringSubmatch(text)
	if m == nil {
		o.t.Fatalf("no link in %q", text)
	}
	key, err := url.QueryUnescape(m[1])
	if err != nil {
		o.t.Fatal(err)
	}
	return key
}

// letterTo waits until so many letters have arrived, and returns the last.
func (o *office) letterTo(n int, s *mailtest.Server) mailtest.Letter {
	o.t.Helper()
	o.quiet()
	all := s.Letters()
	if len(all) != n {
		o.t.Fatalf("%d letters arrived, want %d", len(all), n)
	}
	return all[n-1]
}

func guest() people.Officer {
	return people.Officer{Email: "moi@th.vn", Name: "Người Mới", Role: people.RoleOperator, Unit: "TH-YT"}
}

func TestWhoIsInvitedSetsTheirOwnPasswordByALinkThatWorksOnce(t *testing.T) {
	o, s := withMail(t)
	way := must(o.Invitations.Invite(o.ctx, chief, guest()))(t)
	if !way.Mailed || way.Link != "" || !way.Until.Equal(o.clock.now().Add(72*time.Hour)) {
		t.Errorf("the way is %+v", way)
	}
	if _, err := o.Access.Login(o.ctx, access.Attempt{Email: "moi@th.vn"}); !isRule(err) {
		t.Errorf("signed in without any password: %v", err)
	}
	letter := o.letterTo(1, s)
	if letter.To != "moi@th.vn" || letter.Subject != "Mời đặt mật khẩu" || !strings.Contains(letter.Text, "Người Mới") {
		t.Errorf("the letter is %+v", letter)
	}
	key := o.keyIn(letter.Text)
	signature := key[strings.LastIndex(key, ".")+1:]
	for _, item := range must(o.Inbox.Pending(o.ctx, invitations.MailKind+":"+must(o.Store.OfficerByEmail(o.ctx, "moi@th.vn"))(t).ID))(t) {
		if strings.Contains(string(item.Body), signature) {
			t.Error("the link is stored")
		}
	}
	if _, err := o.Invitations.SetPassword(o.ctx, key, "ngan"); !isInvalid(err) {
		t.Errorf("a short password: %v", err)
	}
	must(o.Invitations.SetPassword(o.ctx, key, ownPassword))(t)
	must(o.Access.Login(o.ctx, access.Attempt{Email: "moi@th.vn", Password: ownPassword}))(t)
	if _, err := o.Invitations.SetPassword(o.ctx, key, "mot-mat-khau-khac"); !isRule(err) {
		t.Errorf("the link worked twice: %v", err)
	}
}

func TestALinkDiesWithTimeAddressAndAccount(t *testing.T) {
	for name, change := range map[string]func(*office, people.Officer){
		"time": func(o *office, _ people.Officer) { o.clock.move(time.Hour) },
		"another e-mail": func(o *office, made people.Officer) {
			made.Email = "khac@th.vn"
			must(0, o.Access.EditOfficer(o.ctx, chief, made))(o.t)
		},
		"a lock": func(o *office, made people.Officer) {
			must(0, o.Access.SetOfficerDisabled(o.ctx, chief, made.ID, true))(o.t)
		},
		"a password": func(o *office, made people.Officer) {
			must(0, o.Access.ChangePassword(o.ctx, made, ownPassword, "mot-mat-khau-moi"))(o.t)
		},
	} {
		t.Run(name, func(t *testing.T) {
			o := newOffice(t)
			made, _ := o.accountOf("canbo@donvi.vn")
			way := must(o.Invitations.Renew(o.ctx, chief, made.ID))(t)
			if way.Mailed {
				t.Fatal("mailed without a server")
			}
			key := o.keyIn(way.Link)
			must(o.Invitations.Holder(o.ctx, key))(t)
			forged := "YQ" + key[2:]
			if _, err := o.Invitations.Holder(o.ctx, forged); !isRule(err) {
				t.Errorf("a forged one: %v", err)
			}
			change(o, made)
			if _, err := o.Invitations.SetPassword(o.ctx, key, "mat-khau-cua-ke-la"); !isRule(err) {
				t.Errorf("it lives on: %v", err)
			}
		})
	}
}

func TestOfTwoWhoUseALinkAtOnceOneSetsThePassword(t *testing.T) {
	o := newOffice(t)
	made, opened := o.accountOf("canbo@donvi.vn")
	key := o.keyIn(must(o.Invitations.Renew(o.ctx, chief, made.ID))(t).Link)
	results := make(chan error, 4)
	for range cap(results) {
		go func() {
			_, err := o.Invitations.SetPassword(o.ctx, key, "mot-mat-khau-moi")
			results <- err
		}()
	}
	set := 0
	for range cap(results) {
		if err := <-results; err == nil {
			set++
		} else if !isRule(err) {
			t.Error(err)
		}
	}
	if set != 1 {
		t.Errorf("set %d times, want once", set)
	}
	if _, _, err := o.Access.Session(o.ctx, opened.Token); !errors.Is(err, desk.ErrForbidden) {
		t.Errorf("a session from before goes on: %v", err)
	}
}

func TestWhoForgotGetsALetterAndStrangersLearnNothing(t *testing.T) {
	o, s := withMail(t)
	made, _ := o.accountOf("canbo@donvi.vn")
	locked, _ := o.accountOf("khoa@donvi.vn")
	must(0, o.Access.SetOfficerDisabled(o.ctx, chief, locked.ID, true))(t)
	for _, email := range []string{" CanBo@donvi.vn", "khong-co@donvi.vn", "khoa@donvi.vn"} {
		if err := o.Invitations.Forgot(o.ctx, email, "203.0.113.1"); err != nil {
			t.Errorf("%s: %v", email, err)
		}
	}
	letter := o.letterTo(1, s)
	if letter.To != "canbo@donvi.vn" || letter.Subject != "Đặt lại mật khẩu" || strings.Contains(letter.Text, ownPassword) {
		t.Errorf("the letter is %+v", letter)
	}
	for range 5 {
		must(0, o.Invitations.Forgot(o.ctx, "canbo@donvi.vn", "203.0.113.2"))(t)
	}
	last := o.letterTo(2, s) // the second wish of these minutes, and none after it
	must(0, o.Invitations.Forgot(o.ctx, "canbo@donvi.vn", "203.0.113.2"))(t)
	must(o.Invitations.SetPassword(o.ctx, o.keyIn(last.Text), "mot-mat-khau-moi"))(t)
	got := map[string]int{}
	for _, r := range must(o.Store.AuditOf(o.ctx, made.ID, 50))(t) {
		got[r.Action]++
	}
	if got["officer.forgotten"] != 2 || got["officer.password_set"] != 1 {
		t.Errorf("the audit holds %v", got)
	}
	for range 20 {
		_ = o.Invitations.Forgot(o.ctx, "khong-co@donvi.vn", "203.0.113.9")
	}
	if err := o.Invitations.Forgot(o.ctx, "canbo@donvi.vn", "203.0.113.9"); !isRule(err) {
		t.Errorf("an address that asks without end: %v", err)
	}
}

func TestALetterThatCouldNotGoIsTriedAgain(t *testing.T) {
	o, s := withMail(t)
	s.Refuse(1)
	must(o.Invitations.Invite(o.ctx, chief, guest()))(t)
	made := must(o.Store.OfficerByEmail(o.ctx, "moi@th.vn"))(t)
	for len(s.Letters()) == 0 && o.ctx.Err() == nil {
		if waiting, err := o.Inbox.Pending(o.ctx, invitations.MailKind+":"+made.ID); err == nil && len(waiting) > 0 {
			o.clock.move(max(0, waiting[0].NotBefore.Sub(o.clock.now())))
		}
		must(0, o.sim.Settle(o.ctx))(t)
	}
	o.letterTo(1, s)
}
