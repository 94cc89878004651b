package flow_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
	"phatngon/internal/flow/requests"
)

// filesForm files a request of the app with a form.
func (o *office) filesForm(who people.Requester, source, kind string, form effect.Form, question string) (request.Request, error) {
	return o.Requests.File(o.ctx, who, requests.Filing{Filing: effect.Filing{Question: question, Unit: "TH-YT", Kind: kind, Form: &form}, Source: source, Channel: requests.ChannelMiniApp, At: o.clock.now()})
}

func TestWhatTheLawAsksIsKeptWithACitizensRequestAndGoesWithThem(t *testing.T) {
	o := newOffice(t)
	o.sim.Say("hoa", "xin chào")
	o.quiet()
	hoa := must(o.Store.Requester(o.ctx, "oa:"+o.persona("hoa").UserID))(t)
	form := effect.Form{Residence: "Thôn 3, xã Hoằng Phú", Concern: "Thửa đất của tôi nằm trong dự án", Consent: "Giấy đồng ý ngày 01/11/2026", Urgent: true}
	r := must(o.filesForm(hoa, "s1", "tap-the", form, "Bao giờ công bố quy hoạch khu dân cư?"))(t)
	form.Urgent = false // a reporter's only
	if r.Form != form || r.Kind != "tap-the" || !slices.Contains(r.Notes, "Nơi cư trú: Thôn 3, xã Hoằng Phú") {
		t.Errorf("filed %+v as %s with the notes %q", r.Form, r.Kind, r.Notes)
	}
	var invalid *desk.InvalidError
	if _, err := o.filesForm(hoa, "s2", "phong-van", effect.Form{}, "Xin phỏng vấn giám đốc."); !errors.As(err, &invalid) || invalid.Field != "kind" {
		t.Errorf("a reporter's kind for a citizen: %v", err)
	}
	if _, err := o.filesForm(hoa, "s3", "", effect.Form{Residence: strings.Repeat("x", 301)}, "Bao giờ công bố?"); !errors.As(err, &invalid) || invalid.Field != "residence" {
		t.Errorf("too long: %v", err)
	}
	o.sim.Withdraw("hoa")
	o.quiet()
	left := must(o.Store.Request(o.ctx, r.Code))(t)
	if left.Form != (effect.Form{}) || strings.Contains(strings.Join(left.Notes, " "), "Hoằng Phú") {
		t.Errorf("after the erasure: %+v, %q", left.Form, left.Notes)
	}
}

func TestAReportersQuestionIsUrgentWhenTheySaySo(t *testing.T) {
	o := newOffice(t)
	reporter := people.Requester{ID: "oa:r", Kind: people.ReporterVerified, Newsroom: "Báo Mẫu", VerifiedUntil: o.clock.now().Add(time.Hour)}
	for name, tt := range map[string]struct {
		form     effect.Form
		question string
		want     bool
	}{
		"ticked":     {effect.Form{Urgent: true, Residence: "Hà Nội"}, "Bao giờ có kết quả xét nghiệm?", true},
		"in words":   {effect.Form{}, "Câu hỏi khẩn: bao giờ có kết quả xét nghiệm?", true},
		"not urgent": {effect.Form{}, "Bao giờ có kết quả xét nghiệm nước?", false},
	} {
		r := must(o.filesForm(reporter, name, "", tt.form, tt.question))(t)
		if r.Form != (effect.Form{Urgent: tt.want}) || slices.Contains(r.Notes, request.NoteUrgent) != tt.want {
			t.Errorf("%s: %+v, notes %q; want urgent %t", name, r.Form, r.Notes, tt.want)
		}
	}
}
