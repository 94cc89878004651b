package flow_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/request"
	"phatngon/internal/flow"
	"phatngon/internal/mail/mailtest"
	"phatngon/internal/zalo/zalotest"
)

// linked has an officer link the account of a persona with a code of the panel.
func (o *office) linked(officer people.Officer, persona string) {
	o.t.Helper()
	o.sim.AddPersona(zalotest.Persona{ID: persona, Name: persona})
	code, _, err := o.Access.NewLinkCode(o.ctx, officer, 15*time.Minute)
	if err != nil {
		o.t.Fatal(err)
	}
	o.sim.Say(persona, strings.ToLower(code))
	o.hears(persona, "Đã nối tài khoản Zalo này")
	o.quiet()
}

// withZalo is an office without a mail server whose signer and desk have linked their chats.
func withZalo(t *testing.T) *office {
	t.Helper()
	o := newOfficeWith(t, func(*flow.Deps) {})
	for _, who := range []people.Officer{drafter, signer, deskOfficer} {
		who.Email = who.ID + "@th.vn"
		if err := o.Store.InsertOfficer(o.ctx, &who); err != nil {
			t.Fatal(err)
		}
	}
	return o
}

func TestARequestNobodyTakesGoesUpInZaloToTheLeaderAndThePressDeskOnce(t *testing.T) {
	o := withZalo(t)
	o.reaches("2026-11-25 08:00")
	o.linked(signer, "ky")
	o.linked(deskOfficer, "vp")
	const question = "Mẹ tôi là bà Lê Thị Lan, số 0912345678, bao giờ được khám?"
	r := o.filed("hoa", question)
	o.hears("ky", "Báo việc: "+r.Code+" (Yêu cầu cung cấp thông tin của công dân): yêu cầu mới", "https://phatngon.example/admin/requests/"+r.Code)
	for _, step := range []struct {
		at     string
		ky, vp int
	}{{"2026-11-25 15:00", 0, 0}, {"2026-11-26 08:30", 1, 0}, {"2026-11-26 16:30", 1, 0}, {"2026-11-27 08:30", 1, 1}} {
		o.reaches(step.at)
		o.sim.Say("vp", "xin chào") // their window is open
		for range 3 {
			o.reminds()
			o.quiet()
		}
		for persona, want := range map[string]int{"ky": step.ky, "vp": step.vp} {
			if got := countOf(o.sim.Messages(persona), r.Code+" (Yêu cầu cung cấp thông tin của công dân): chưa ai nhận xử lý"); got != want {
				t.Errorf("at %s %s was told %d times; want %d: %v", step.at, persona, got, want, texts(o.sim.Messages(persona)))
			}
		}
	}
	for _, persona := range []string{"ky", "vp"} {
		for _, m := range o.sim.Messages(persona) {
			if strings.Contains(m.Text, "Lan") || strings.Contains(m.Text, "0912") {
				t.Errorf("a notice holds what the person wrote: %q", m.Text)
			}
		}
	}
}

func TestNoticesByZaloKeepOfficeHoursAndStopWithTheWindowTheLinkAndTheData(t *testing.T) {
	for name, tt := range map[string]struct {
		at, opens string
		before    func(o *office)
		want      int
	}{
		"by day":                            {"2026-11-25 09:00", "", nil, 1},
		"by night they come in the morning": {"2026-11-25 20:00", "2026-11-26 07:30", nil, 1},
		"two days after the last words":     {"2026-11-27 09:30", "", nil, 0},
		"unlinked": {"2026-11-25 09:00", "", func(o *office) {
			if err := o.Access.Unlink(o.ctx, signer); err != nil {
				o.t.Fatal(err)
			}
		}, 0},
		"erased":                               {"2026-11-25 09:00", "", func(o *office) { o.sim.Withdraw("ky"); o.quiet() }, 0},
		"another account was linked since":     {"2026-11-25 09:00", "", func(o *office) { o.linked(signer, "ky2") }, 0},
		"the account is another officer's now": {"2026-11-25 09:00", "", func(o *office) { o.linked(deskOfficer, "ky") }, 0},
	} {
		t.Run(name, func(t *testing.T) {
			o := withZalo(t)
			o.reaches("2026-11-25 08:00")
			o.linked(signer, "ky")
			if tt.before != nil {
				tt.before(o)
			}
			o.reaches(tt.at)
			r := o.filed("hoa", "Xe khám lưu động tới bản Ón ngày nào?")
			if err := o.sim.Settle(o.ctx); err != nil {
				t.Fatal(err)
			}
			if tt.opens != "" {
				if got := countOf(o.sim.Messages("ky"), r.Code); got != 0 {
					t.Errorf("told %d times at night", got)
				}
				o.reaches(tt.opens)
			}
			o.quiet()
			if got := countOf(o.sim.Messages("ky"), r.Code); got != tt.want {
				t.Errorf("told %d times; want %d: %v", got, tt.want, texts(o.sim.Messages("ky")))
			}
		})
	}
}

func TestACodeThatIsOldWrongOrUsedLinksNobody(t *testing.T) {
	o := withZalo(t)
	code, _, err := o.Access.NewLinkCode(o.ctx, signer, 15*time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	o.clock.move(16 * time.Minute)
	o.sim.Say("hoa", code)
	o.hears("hoa", "nên chưa nối")
	o.sim.Say("hoa", "CB-22222-33333")
	o.hears("hoa", "nên chưa nối")
	o.linked(signer, "ky")
	if who := must(o.Store.Officer(o.ctx, signer.ID))(t); who.LinkHash != "" {
		t.Error("the code can be used again")
	}
}

func TestTheMorningsDigestHasALineForEachKindOfWorkInBothWays(t *testing.T) {
	o, s := withMail(t)
	o.reaches("2026-11-25 08:00")
	r := o.filed("hoa", "Xe khám lưu động tới bản Ón ngày nào?") // due Monday 07/12
	if err := o.Requests.SaveDraft(o.ctx, drafter, o.at(r.Code), request.Reply{Text: busBody}); err != nil {
		t.Fatal(err)
	}
	o.reaches("2026-12-07 08:00")
	o.linked(signer, "ky")
	o.reminds()
	o.hears("ky", "Việc cần làm ngày 07/12/2026: 2", "• Đến hạn hôm nay: 1", "• Chờ duyệt: 1")
	o.quiet()
	if got := lettersWith(s, "• Đến hạn hôm nay: 1\n• Chờ duyệt: 1"); got != 1 {
		t.Errorf("%d letters have a line for each kind; want the signer's", got)
	}
}

func lettersWith(s *mailtest.Server, text string) (n int) {
	for _, l := range s.Letters() {
		if strings.Contains(l.Text, text) {
			n++
		}
	}
	return n
}

func TestWhenOfficersAreToldIsPolicy(t *testing.T) {
	o, s := withMail(t)
	o.reaches("2026-11-25 08:00")
	var table map[string]any
	if err := json.Unmarshal(o.Rules.Book().Versions(policy.KindReminders)[0].Data, &table); err != nil {
		t.Fatal(err)
	}
	table["taken_hours"], table["led_hours"] = 2, 3
	if err := o.Rules.Save(o.ctx, chief, string(policy.KindReminders), o.clock.now(), must(json.Marshal(table))(t)); err != nil {
		t.Fatal(err)
	}
	r := o.filed("hoa", "Xe khám lưu động tới bản Ón ngày nào?")
	o.reaches("2026-11-25 10:30")
	o.reminds()
	o.quiet()
	found := false
	for _, l := range s.Letters() {
		found = found || l.Subject == r.Code+": chưa ai nhận xử lý"
	}
	if !found {
		t.Errorf("after two office hours the leader was not told: %v", o.mailed(s))
	}
}
