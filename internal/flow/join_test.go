package flow_test

import (
	"strings"
	"testing"

	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
	"phatngon/internal/flow/access"
	"phatngon/internal/flow/requests"
)

const (
	measlesAsk  = "Sở Y tế cho biết lịch tiêm sởi mũi hai tại trạm y tế xã Quý Lộc trong tháng 12/2026"
	measlesToo  = "so y te cho biet lich tiem soi mui hai tai tram y te xa Quy Loc trong thang 12/2026 a"
	measlesSaid = "Trạm y tế xã Quý Lộc tiêm sởi mũi hai các ngày 05/12 và 19/12/2026."
)

// filedBy files a question for somebody who has never chatted.
func (o *office) filedBy(id, question string, follow bool) request.Request {
	o.t.Helper()
	who, err := o.Store.Requester(o.ctx, id)
	if err != nil {
		who = people.Requester{ID: id, Kind: people.Citizen}
		err = o.Store.SaveRequester(o.ctx, &who)
	}
	if err != nil {
		o.t.Fatal(err)
	}
	in := requests.Filing{Filing: effect.Filing{Question: question, Unit: "TH-YT", Follow: follow}, Source: access.Hash(id + question), Channel: "zalo", At: o.clock.now()}
	return must(o.Requests.File(o.ctx, who, in))(o.t)
}

// toldTimes is how often a person was sent a message with these words.
func (o *office) toldTimes(persona, words string) int {
	n := 0
	for _, m := range o.sim.Messages(persona) {
		n += strings.Count(m.Text, words)
	}
	return n
}

func TestWhoIsAboutToFileWhatSomebodyElseAskedMayFollowThatAndSeesNothingOfIt(t *testing.T) {
	o := newOffice(t)
	first := o.filed("hoa", measlesAsk)
	o.sim.Say("lan", measlesToo)
	o.quiet()
	o.taps("lan", "Gửi tới Sở Y tế")
	asked := o.hears("lan", "Một yêu cầu tương tự đang được Sở Y tế xử lý.")
	o.taps("lan", "Theo dõi yêu cầu này")
	o.hears("lan", "theo dõi yêu cầu tương tự đang được Sở Y tế xử lý", "TH-2026-00002")
	if second := must(o.Store.Request(o.ctx, "TH-2026-00002"))(t); second.Joined != first.Code || strings.Contains(asked.Text, first.Code) {
		t.Errorf("joined %q; told %q", second.Joined, asked.Text)
	}
	o.answered(first.Code, measlesSaid)
	o.hears("hoa", measlesSaid, first.Code)
	o.hears("lan", measlesSaid, "TH-2026-00002")
	o.quiet()
	if n := o.toldTimes("lan", measlesSaid); n != 1 || o.toldTimes("lan", first.Code) != 0 || o.toldTimes("hoa", "TH-2026-00002") != 0 {
		t.Errorf("told %d times: %v", n, texts(o.sim.Messages("lan")))
	}
	if s := o.state("TH-2026-00002"); s != request.Sent {
		t.Errorf("the follower's request is %s", s)
	}
}

func TestWhatAFollowerIsToldFollowsTheLead(t *testing.T) {
	for name, c := range map[string]struct {
		becomes func(o *office, lead string)
		joined  bool
		state   request.State
	}{
		"answered": {func(o *office, lead string) { o.answered(lead, measlesSaid) }, true, request.Approved},
		"answered with a number of a person": {func(o *office, lead string) {
			o.answered(lead, "Mời bà Lê Thị Mật, điện thoại 0912345678, tới trạm.")
		}, false, request.Received},
		"refused": {func(o *office, lead string) {
			o.decides(lead, 0, drafter, signer, request.Reply{Outcome: request.Denied, Ground: o.Rules.At(o.clock.now()).Grounds("citizen")[0].Code, Text: "Chưa được phép."})
		}, false, request.Received},
		"returned after it was signed": {func(o *office, lead string) {
			o.answered(lead, measlesSaid)
			if err := o.Requests.ReturnDraft(o.ctx, signer, o.at(lead), "Sai ngày."); err != nil {
				o.t.Fatal(err)
			}
		}, true, request.Assigned},
		"divided": {func(o *office, lead string) {
			if err := o.Requests.Split(o.ctx, drafter, o.at(lead), []request.Piece{{Asks: "Ngày nào?"}, {Unit: "TH-XD", Asks: "Đường vào?"}}); err != nil {
				o.t.Fatal(err)
			}
		}, false, request.Received},
	} {
		t.Run(name, func(t *testing.T) {
			o := newOffice(t)
			lead := o.filedBy("app:1", measlesAsk, false)
			second := o.filedBy("app:2", measlesToo, true)
			if second.Joined != lead.Code || o.filedBy("app:2", measlesToo+" nhé", true).Code != second.Code {
				t.Fatalf("joined %q, or twice", second.Joined)
			}
			if err := o.Requests.SaveDraft(o.ctx, drafter, o.at(second.Code), request.Reply{Text: "Riêng."}); !isRule(err) {
				t.Errorf("what is answered with another is drafted alone: %v", err)
			}
			c.becomes(o, lead.Code)
			got := must(o.Store.Request(o.ctx, second.Code))(t)
			if got.State != c.state || (got.Joined != "") != c.joined {
				t.Errorf("the follower is %s, joined %q; want %s, %v", got.State, got.Joined, c.state, c.joined)
			}
			if err := o.Requests.FollowLead(o.ctx, "", effect.Effect{News: &effect.News{Request: lead.Code}, At: o.clock.now()}); err != nil {
				t.Fatal(err)
			}
			if again := must(o.Store.Request(o.ctx, second.Code))(t); again.Version != got.Version {
				t.Error("the same effect changed it twice")
			}
		})
	}
}
