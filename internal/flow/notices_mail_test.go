package flow_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/routing"
	"phatngon/internal/flow"
	"phatngon/internal/mail"
	"phatngon/internal/mail/mailtest"
	"phatngon/internal/store"
)

var deskOfficer = people.Officer{ID: "vp", Name: "Lê Thị Soạn", Role: people.RoleOperator, Unit: routing.ProvinceOffice, Email: "vp@th.vn"}

// withMail is an office whose officers have accounts and a mail server.
func withMail(t *testing.T) (*office, *mailtest.Server) {
	t.Helper()
	s := mailtest.New(t)
	mailer, err := mail.New(s.URL, "phatngon@th.vn")
	if err != nil {
		t.Fatal(err)
	}
	o := newOfficeWith(t, func(d *flow.Deps) { d.Mailer = mailer })
	for _, who := range []people.Officer{drafter, signer, deskOfficer} {
		who.Email = who.ID + "@th.vn"
		if err := o.Store.InsertOfficer(o.ctx, &who); err != nil {
			t.Fatal(err)
		}
	}
	return o, s
}

// mailed are the letters that arrived, as "to: subject", sorted.
func (o *office) mailed(s *mailtest.Server) []string {
	o.quiet()
	var all []string
	for _, l := range s.Letters() {
		all = append(all, strings.TrimSuffix(l.To, "@th.vn")+": "+l.Subject)
	}
	slices.Sort(all)
	return all
}

// lettersGo moves the clock to when a letter is tried next, until so many have arrived.
func (o *office) lettersGo(n int, s *mailtest.Server) {
	o.t.Helper()
	for len(s.Letters()) < n {
		if o.ctx.Err() != nil {
			o.t.Fatalf("%d letters arrived, want %d", len(s.Letters()), n)
		}
		for _, to := range []people.Officer{drafter, signer} {
			waiting, err := o.Inbox.Pending(o.ctx, "mail:"+to.ID)
			if err == nil && len(waiting) > 0 && waiting[0].State == store.ItemPending {
				o.clock.move(max(0, waiting[0].NotBefore.Sub(o.clock.now())))
			}
		}
		if err := o.sim.Settle(o.ctx); err != nil {
			o.t.Fatal(err)
		}
	}
}

func (o *office) reminds() {
	o.t.Helper()
	if err := o.Notices.Remind(o.ctx); err != nil {
		o.t.Fatal(err)
	}
}

func TestARequestNobodyTakesGoesUpToTheLeaderAndThePressDeskOnce(t *testing.T) {
	o, s := withMail(t)
	o.reaches("2026-11-23 10:00")
	const question = "Mẹ tôi là bà Lê Thị Lan, số 0912345678, bao giờ được khám?"
	r := o.filed("hoa", question)
	want := []string{"ky: " + r.Code + ": yêu cầu mới", "thao: " + r.Code + ": yêu cầu mới"}
	if got := o.mailed(s); !slices.Equal(got, want) {
		t.Fatalf("when filed %q, want %q", got, want)
	}
	o.reaches("2026-11-25 09:00") // six office hours later, over a holiday
	o.reminds()
	if got := s.Letters(); len(got) != 2 {
		t.Fatalf("too early: %+v", got)
	}
	o.reaches("2026-11-25 15:00")
	for range 3 {
		o.reminds()
	}
	leader := "ky: " + r.Code + ": chưa ai nhận xử lý"
	if got := o.mailed(s); !slices.Contains(got, leader) || len(got) != 3 {
		t.Fatalf("after eight office hours %q, want one more, %q", got, leader)
	}
	o.reaches("2026-11-26 16:00")
	for range 3 {
		o.reminds()
	}
	desk := "vp: " + r.Code + ": chưa ai nhận xử lý"
	if got := o.mailed(s); !slices.Contains(got, desk) || len(got) != 4 {
		t.Fatalf("after sixteen %q, want one more, %q", got, desk)
	}
	for _, l := range s.Letters() {
		if strings.Contains(l.Text+l.Subject, "Lan") || strings.Contains(l.Text, "0912") || !strings.Contains(l.Text, "https://phatngon.example/admin/requests/"+r.Code) {
			t.Errorf("a letter holds what the person wrote, or no link: %+v", l)
		}
	}
}

func TestWhatIsDueIsInTheMorningsDigestAndOverdueGoesUp(t *testing.T) {
	o, s := withMail(t)
	o.reaches("2026-11-23 10:00")
	r := o.filed("hoa", "Xe khám lưu động tới bản Ón ngày nào?") // due Monday 07/12
	if err := o.Requests.Assign(o.ctx, drafter, o.at(r.Code)); err != nil {
		t.Fatal(err)
	}
	digests := func() (all []string) {
		for _, l := range s.Letters() {
			if strings.HasPrefix(l.Subject, "Việc cần làm") {
				all = append(all, l.To+" "+l.Text)
			}
		}
		return all
	}
	for _, step := range []struct {
		at   string
		want int
		says string
	}{
		{"2026-11-30 07:00", 0, ""}, {"2026-11-30 07:31", 0, ""}, {"2026-11-30 14:00", 2, "còn 5 ngày làm việc"}, {"2026-12-01 08:00", 2, ""},
		{"2026-12-04 08:00", 4, "còn 1 ngày làm việc"}, {"2026-12-05 08:00", 4, ""}, {"2026-12-07 08:00", 6, "đến hạn hôm nay"}, {"2026-12-08 08:00", 8, "quá hạn từ"},
	} {
		o.reaches(step.at)
		o.reminds()
		if step.says == "" {
			continue // what it would send wrongly is counted with the next
		}
		o.quiet()
		got := digests()
		if len(got) != step.want || !strings.Contains(strings.Join(got, "\n"), step.says) {
			t.Fatalf("at %s: %d digests, want %d with %q\n%s", step.at, len(got), step.want, step.says, strings.Join(got, "\n---\n"))
		}
	}
	late := "ky: " + r.Code + ": đã quá hạn"
	if got := o.mailed(s); !slices.Contains(got, late) || slices.Contains(got, "vp: "+r.Code+": đã quá hạn") {
		t.Errorf("overdue: %q", got)
	}
	o.reaches("2026-12-09 08:00")
	o.reminds()
	if got := o.mailed(s); !slices.Contains(got, "vp: "+r.Code+": đã quá hạn") {
		t.Errorf("a working day later: %q", got)
	}
}

func TestALetterWaitsForTheOfficeAndForTheServer(t *testing.T) {
	o, s := withMail(t)
	o.reaches("2026-11-27 20:00") // Friday night
	r := o.filed("hoa", "Xe khám lưu động tới bản Ón ngày nào?")
	o.clock.move(time.Hour)
	if got := s.Letters(); len(got) != 0 {
		t.Fatalf("at night: %+v", got)
	}
	s.Refuse(1)
	o.reaches("2026-11-30 07:30")
	o.lettersGo(2, s)
	if got := o.mailed(s); len(got) != 2 {
		t.Errorf("on Monday %q", got)
	}
	if err := o.Requests.SaveDraft(o.ctx, drafter, o.at(r.Code), request.Reply{Text: busBody}); err != nil {
		t.Fatal(err)
	}
	if err := o.Requests.ReturnDraft(o.ctx, signer, o.at(r.Code), "Thiếu giờ."); err != nil {
		t.Fatal(err)
	}
	if got := o.mailed(s); !slices.Contains(got, "ky: "+r.Code+": bản thảo chờ duyệt") || !slices.Contains(got, "thao: "+r.Code+": bản thảo bị trả lại để sửa") || len(got) != 4 {
		t.Errorf("draft and return: %q", got)
	}
}

func TestWhoIsAwayIsStoodInFor(t *testing.T) {
	o, s := withMail(t)
	o.reaches("2026-11-23 10:00")
	away := must(o.Store.Officer(o.ctx, drafter.ID))(t)
	away.AwayUntil, away.Substitute = o.clock.now().Add(24*time.Hour), deskOfficer.ID
	if err := o.Store.ReplaceOfficer(o.ctx, &away); err != nil {
		t.Fatal(err)
	}
	r := o.filed("hoa", "Xe khám lưu động tới bản Ón ngày nào?")
	if got, want := o.mailed(s), []string{"ky: " + r.Code + ": yêu cầu mới", "vp: " + r.Code + ": yêu cầu mới"}; !slices.Equal(got, want) {
		t.Errorf("while away %q, want %q", got, want)
	}
}

func TestWhoARemarkNamesIsToldOnceAndReadsNothingOfItInTheLetter(t *testing.T) {
	o, s := withMail(t)
	o.reaches("2026-11-23 10:00")
	r := o.filed("hoa", "Xe khám lưu động tới bản Ón ngày nào?")
	before := len(o.mailed(s))
	const words = "gọi lại số 0912345678 giúp"
	if _, err := o.Requests.Remark(o.ctx, drafter, r.Code, "@"+signer.ID+" "+words); err != nil {
		t.Fatal(err)
	}
	if _, err := o.Requests.Remark(o.ctx, drafter, r.Code, "không nhắc ai"); err != nil {
		t.Fatal(err)
	}
	got := o.mailed(s)
	if len(got) != before+1 || !slices.Contains(got, signer.ID+": "+r.Code+": đồng nghiệp nhắc Anh/Chị trong ghi chú nội bộ") {
		t.Errorf("letters %q, want one more", got)
	}
	for _, l := range s.Letters() {
		if strings.Contains(l.Text+l.Subject, "0912") {
			t.Errorf("a letter holds a remark's words: %+v", l)
		}
	}
}
