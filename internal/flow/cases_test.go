package flow_test

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"math"
	"strings"
	"sync"
	"testing"
	"time"

	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/routing"
	"phatngon/internal/flow"
	flowcases "phatngon/internal/flow/cases"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
	"phatngon/internal/zalo/photo"
	"phatngon/internal/zalo/zalotest"
)

var pressDesk = people.Officer{ID: "dieuphoi", Name: "Trần Điều Phối", Role: people.RoleOperator, Unit: routing.ProvinceOffice, Position: "Chuyên viên"}

// The rumour of these stories.
const (
	rumour = "Nước hồ Cửa Đạt đang tràn, đập chính đã vỡ lúc 3 giờ sáng nay, bà con các xã Vạn Xuân, Lương Sơn, Xuân Chinh chạy ngay kẻo không kịp nữa"
	claim  = "Đập Cửa Đạt bị vỡ"
	truth  = "Hồ Cửa Đạt vận hành an toàn, mực nước dưới mức cho phép. Không có sự cố đập."
)

// scene is a picture whose content does not depend on its size.
func scene(width int, seed float64) []byte {
	height := width * 3 / 4
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			u, v := float64(x)/float64(width), float64(y)/float64(height)
			light := 128 + 60*math.Sin(9*u+seed) + 50*math.Cos(7*v*seed) + 17*math.Sin(23*u*v+seed)
			img.Set(x, y, color.Gray{uint8(max(0, min(255, light)))})
		}
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, img, nil); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// album is Zalo's picture servers.
type album struct {
	mu       sync.Mutex
	pictures map[string][]byte
	down     bool
}

func (a *album) fetch(_ context.Context, address string) ([]byte, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.down {
		return nil, errors.New("no answer")
	}
	if data, ok := a.pictures[address]; ok {
		return data, nil
	}
	return nil, photo.ErrGone
}

func (a *album) set(down bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.down = down
}

func pictures() *album {
	return &album{pictures: map[string][]byte{
		"http://f6.photo.talk.zdn.vn/dap.jpg": scene(640, 1), "http://f6.photo.talk.zdn.vn/dap-nho.jpg": scene(320, 1),
		"http://f6.photo.talk.zdn.vn/khac.jpg": scene(640, 4), "http://f6.photo.talk.zdn.vn/trang.svg": []byte("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
	}}
}

// newsroom runs a test of cases on an office over each engine.
func newsroom(t *testing.T, test func(t *testing.T, o *office, a *album)) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		a := pictures()
		o := newOfficeOn(t, s, zalotest.Options{}, func(d *flow.Deps) { d.Fetch = a.fetch }, fever())
		for _, id := range []string{"hoa", "lan", "mai", "tuan", "long", "son", "hai", "binh", "nam"} {
			o.sim.AddPersona(zalotest.Persona{ID: id, Name: id, Role: zalotest.Citizen})
		}
		test(t, o, a)
	})
}

// reports lets a persona report in the chat: what they say or send, then by number.
func (o *office) reports(persona string, category, how string, say ...func()) {
	o.t.Helper()
	o.sim.Say(persona, "báo tin giả")
	o.hears(persona, "Anh/Chị gửi đường dẫn")
	for _, do := range say {
		do()
		o.quiet()
	}
	o.sim.Say(persona, category)
	o.quiet()
	o.sim.Say(persona, how)
	o.quiet()
}

func (o *office) says(persona, text string) func() { return func() { o.sim.Say(persona, text) } }

func (o *office) theCase() cases.Case {
	o.t.Helper()
	all, _, err := o.Store.Cases(o.ctx, store.CaseFilter{})
	if err != nil || len(all) != 1 {
		o.t.Fatalf("%d cases, %v; want one", len(all), err)
	}
	return all[0]
}

// steps takes a case through steps of its officers.
func (o *office) steps(code string, steps ...func(flowcases.Ref) error) {
	o.t.Helper()
	o.clock.move(time.Minute)
	for i, step := range steps {
		if err := step(o.caseAt(code)); err != nil {
			o.t.Fatalf("step %d: %v", i, err)
		}
	}
	o.quiet()
}

func (o *office) caseAt(code string) flowcases.Ref {
	o.t.Helper()
	return flowcases.Ref{Code: code, Version: must(o.Store.Case(o.ctx, code))(o.t).Version}
}

func (o *office) classified(at flowcases.Ref) error {
	return o.Cases.Classify(o.ctx, pressDesk, at, cases.Class{Severity: cases.Harmful, Access: cases.Open}, cases.Competence{Unit: "TH-YT", Ground: cases.OfField, Why: "Thuộc lĩnh vực."})
}

func (o *office) verified(at flowcases.Ref) error { return o.Cases.Verify(o.ctx, drafter, at) }

func (o *office) drafted(at flowcases.Ref) error {
	return o.Cases.SaveDraft(o.ctx, drafter, at, cases.Finding{Outcome: cases.IsFalse, Claim: claim, Text: truth})
}

func (o *office) concluded(at flowcases.Ref) error { return o.Cases.Conclude(o.ctx, signer, at, 1) }
func (o *office) labelled(at flowcases.Ref) error  { return o.Cases.Label(o.ctx, signer, at) }
func (o *office) madePublic(at flowcases.Ref) error {
	return o.Cases.Publish(o.ctx, signer, at)
}

func TestThreeReportsOfOneRumourAreOneCaseAndAllHearItsConclusionOnce(t *testing.T) {
	newsroom(t, func(t *testing.T, o *office, _ *album) {
		o.reports("hoa", "4", "1", o.says("hoa", rumour+" https://www.facebook.com/tinnhanh/posts/987654321"), func() { o.sim.SendImage("hoa", "http://f6.photo.talk.zdn.vn/dap.jpg", "") })
		c := o.theCase()
		o.hears("hoa", "Đã tiếp nhận báo tin "+c.Code, "có dấu hiệu giả, sai sự thật", "https://phatngon.example"+flowcases.ProofPath)
		o.reports("lan", "4", "1", o.says("lan", "https://m.facebook.com/tinnhanh/posts/987654321?fbclid=abc&mibextid=x"))
		o.hears("lan", "Đã tiếp nhận báo tin "+c.Code, "đã có người báo")
		o.reports("mai", "4", "1", func() { o.sim.SendImage("mai", "http://f6.photo.talk.zdn.vn/dap-nho.jpg", "") })
		o.hears("mai", "Đã tiếp nhận báo tin "+c.Code)
		o.reports("tuan", "4", "2", o.says("tuan", strings.ToLower(rumour)))
		unnamed := o.hears("tuan", "Đã tiếp nhận báo tin "+c.Code, "ẩn danh")
		if strings.Contains(unnamed.Text, flowcases.ProofPath) {
			t.Error("a message that stays beside the person's name leads to an anonymous report")
		}
		if c = o.theCase(); len(c.Reports) != 4 {
			t.Fatalf("%d reports in the case", len(c.Reports))
		}

		o.steps(c.Code, o.classified, o.verified, o.drafted)
		if err := o.Cases.Conclude(o.ctx, drafter, o.caseAt(c.Code), 1); err == nil {
			t.Error("an officer signed")
		}
		o.steps(c.Code, o.concluded, o.labelled)
		if got := o.theCase().Conclusion.Captures; len(got) != 2 || got[0].SHA256 == got[1].SHA256 || got[1].ReceivedAt.Before(got[0].ReceivedAt) {
			t.Errorf("it names the pictures %+v", got)
		}
		if _, err := o.Store.Statement(o.ctx, "KL-"+c.Code); err == nil {
			t.Error("it is public before it was published")
		}
		o.steps(c.Code, o.madePublic)

		for _, persona := range []string{"hoa", "lan", "mai"} {
			o.hears(persona, "Về vụ việc "+c.Code, "TIN GIẢ, TIN SAI SỰ THẬT", truth, "Giám đốc Sở Y tế", "https://phatngon.example/k/"+c.Code)
			if n := countOf(o.sim.Messages(persona), truth); n != 1 {
				t.Errorf("%s heard it %d times", persona, n)
			}
		}
		if n := countOf(o.sim.Messages("tuan"), truth); n != 0 {
			t.Errorf("who stayed unnamed heard it %d times", n)
		}
		for persona, ask := range map[string]string{"long": "co phai vo dap cua dat khong", "son": "https://facebook.com/tinnhanh/posts/987654321", "hai": rumour} {
			o.sim.Say(persona, ask)
			m := o.hears(persona, "TIN GIẢ, TIN SAI SỰ THẬT", "Hoàng Văn Ký")
			if all := o.sim.Messages(persona); all[1].Text != m.Text {
				t.Errorf("%s first heard %q", persona, all[1].Text)
			}
		}
		o.reports("binh", "4", "1", o.says("binh", "https://facebook.com/tinnhanh/posts/987654321"))
		o.hears("binh", "Đã tiếp nhận báo tin "+c.Code, truth)
		o.steps(c.Code, func(at flowcases.Ref) error { return o.Cases.Unlabel(o.ctx, signer, at, "Bản án số 1") })
		o.hears("hoa", "đã gỡ nhãn", "Bản án số 1")
		o.sim.Say("nam", "co phai vo dap cua dat khong")
		o.quiet()
		if n := countOf(o.sim.Messages("nam"), truth); n != 0 {
			t.Error("a conclusion whose label was taken back is still quoted")
		}
	})
}

func TestAPictureThatIsNoneIsNotKeptAndOneThatIsLateIsKeptLater(t *testing.T) {
	newsroom(t, func(t *testing.T, o *office, a *album) {
		o.reports("hoa", "4", "1", func() { o.sim.SendImage("hoa", "http://f6.photo.talk.zdn.vn/trang.svg", "") })
		r := must(o.Store.Report(o.ctx, o.theCase().Reports[0]))(t)
		if e := must(o.Store.Evidence(o.ctx, r.Pictures[0]))(t); e.Problem == "" || e.Size != 0 {
			t.Errorf("a page was kept as a picture: %+v", e)
		}
		if _, err := o.Cases.Picture(o.ctx, pressDesk, r.Case, r.Pictures[0]); err == nil {
			t.Error("it is shown")
		}
		a.set(true)
		o.reports("lan", "4", "1", o.says("lan", "https://www.tiktok.com/@ai/video/7300000000000000001"), func() { o.sim.SendImage("lan", "http://f6.photo.talk.zdn.vn/dap.jpg", "") })
		m := o.hears("lan", "Đã tiếp nhận báo tin TG-")
		code, _ := cases.FindCode(m.Text)
		late := must(o.Store.Report(o.ctx, must(o.Store.Case(o.ctx, code))(t).Reports[0]))(t)
		a.set(false)
		o.clock.move(time.Hour)
		if err := o.Relay.Sweep(o.ctx); err != nil {
			t.Fatal(err)
		}
		e := must(o.Store.Evidence(o.ctx, late.Pictures[0]))(t)
		if kept, err := o.Store.EvidenceBytes(o.ctx, e); err != nil || !bytes.Equal(kept, a.pictures["http://f6.photo.talk.zdn.vn/dap.jpg"]) {
			t.Errorf("kept %d bytes, %v", len(kept), err)
		}
		for _, by := range []people.Officer{{ID: "la", Role: people.RoleSpokesperson, Unit: "TH-GDDT"}, {}} {
			if _, err := o.Cases.Picture(o.ctx, by, code, late.Pictures[0]); err == nil {
				t.Errorf("%q sees the picture of another unit", by.ID)
			}
		}
		if shown, err := o.Cases.Picture(o.ctx, pressDesk, code, late.Pictures[0]); err != nil || bytes.Equal(shown, a.pictures["http://f6.photo.talk.zdn.vn/dap.jpg"]) {
			t.Errorf("the picture for viewing: %d bytes, %v", len(shown), err)
		}
	})
}

func TestAMergedCaseHandsItsReportsOver(t *testing.T) {
	newsroom(t, func(t *testing.T, o *office, _ *album) {
		o.reports("hoa", "4", "1", o.says("hoa", "https://www.facebook.com/mot/posts/1001"))
		o.reports("lan", "4", "1", o.says("lan", "https://www.facebook.com/hai/posts/2002"))
		o.steps("TG-2026-00002", o.classified, o.verified, o.drafted, o.concluded, o.labelled, o.madePublic)
		o.steps("TG-2026-00001", func(at flowcases.Ref) error {
			return o.Cases.Merge(o.ctx, pressDesk, at, "TG-2026-00002", "Cùng một tin.")
		})
		whole := must(o.Store.Case(o.ctx, "TG-2026-00002"))(t)
		if len(whole.Reports) != 2 {
			t.Fatalf("reports %v", whole.Reports)
		}
		for _, persona := range []string{"hoa", "lan"} { // who reported the other link hears too
			if n := countOf(o.sim.Messages(persona), truth); n != 1 {
				t.Errorf("%s heard it %d times: %v", persona, n, texts(o.sim.Messages(persona)))
			}
		}
		o.sim.Say("hoa", "TG-2026-00001")
		o.hears("hoa", "Vụ việc TG-2026-00002")
	})
}

func TestAnonymousMeansThatNobodyIsKept(t *testing.T) {
	newsroom(t, func(t *testing.T, o *office, _ *album) {
		o.reports("hoa", "4", "2", o.says("hoa", "https://www.facebook.com/mot/posts/1001"))
		c := o.theCase()
		if who, err := o.Store.Sender(o.ctx, c.Reports[0]); err == nil {
			t.Errorf("it leads to %s", who)
		}
		r := must(o.Store.Report(o.ctx, c.Reports[0]))(t)
		for _, m := range o.sim.Messages("hoa") {
			if strings.Contains(r.Source, m.ID) || strings.Contains(r.ID, m.ID) {
				t.Error("it leads to the message that brought it")
			}
		}
		if own := must(o.Cases.Own(o.ctx, "oa:"+o.persona("hoa").UserID))(t); len(own) != 0 {
			t.Errorf("it is in their list: %v", own)
		}
	})
}

func TestReportsOfTheAppGoAlongWithWhoWritesInTheChat(t *testing.T) {
	newsroom(t, func(t *testing.T, o *office, _ *album) {
		app := people.Requester{ID: "app:7", AppUserID: "7", CreatedAt: o.clock.now()}
		talks := people.Requester{ID: "oa:7", OAUserID: "7", CreatedAt: o.clock.now()}
		for _, who := range []*people.Requester{&app, &talks} {
			if err := o.Store.InsertRequester(o.ctx, who); err != nil {
				t.Fatal(err)
			}
		}
		in := flowcases.Filing{Source: "app:1", Channel: flowcases.ChannelMiniApp, At: o.clock.now()}
		in.Text, in.Category, in.Consent = "https://www.facebook.com/mot/posts/1001", "disaster", true
		r := must(o.Cases.File(o.ctx, app, in))(t)
		if err := o.Store.JoinRequesters(o.ctx, app.ID, talks.ID, o.Access.Asker); err != nil {
			t.Fatal(err)
		}
		if own := must(o.Cases.Own(o.ctx, talks.ID))(t); len(own) != 1 || own[0].Code != r.Case {
			t.Errorf("their cases are %v", own)
		}
		said := map[string]int{}
		o.Cases.Notice = func(_ context.Context, who people.Requester, _ string, _ ...effect.Message) error {
			said[who.ID]++
			return nil
		}
		o.steps(r.Case, o.classified, o.verified, o.drafted, o.concluded, o.labelled, o.madePublic)
		if said[talks.ID] != 1 || len(said) != 1 {
			t.Errorf("told: %v", said)
		}
	})
}

// What goes along to the officers of another matter says nothing of a report.
func TestTheConversationKeepsNothingOfAReport(t *testing.T) {
	for name, choice := range map[string]string{"named": "1", "unnamed": "2"} {
		o := newOffice(t)
		o.reports("hoa", "4", choice, o.says("hoa", "https://www.facebook.com/mot/posts/1001"))
		talk, err := o.Store.Conversation(o.ctx, "oa:"+o.persona("hoa").UserID)
		if err != nil || len(talk.Lines) != 0 {
			t.Errorf("%s: kept %v, %v", name, talk.Lines, err)
		}
	}
}

func TestARejectedCaseTellsItsGroundAndASecondReporterHearsIt(t *testing.T) {
	newsroom(t, func(t *testing.T, o *office, _ *album) {
		o.reports("hoa", "4", "1", o.says("hoa", "https://www.facebook.com/mot/posts/1001"))
		o.steps("TG-2026-00001", func(at flowcases.Ref) error {
			return o.Cases.Reject(o.ctx, pressDesk, at, cases.Grounds()[0].Ground, "Công an đang điều tra.")
		})
		o.hears("hoa", "không được thụ lý", cases.Grounds()[0].Text)
		o.clock.move(time.Minute)
		o.reports("lan", "4", "1", o.says("lan", "https://www.facebook.com/mot/posts/1001"))
		o.hears("lan", "Đã hoàn thành xử lý", "không được thụ lý")
	})
}

// reportersOn is how many people report one case: the stand-in of MongoDB is slow, so that
// it has fewer unless thorough.
func reportersOn(s *store.Store) int {
	if s.Exclusive() || *thorough {
		return 500
	}
	return 40
}

func TestManyReportersAndAskersOfOneCaseAreEachToldOnce(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		o := newOfficeOn(t, s, zalotest.Options{}, func(d *flow.Deps) { d.Fetch = pictures().fetch })
		c, said := crowd{reporters: reportersOn(s), askers: reportersOn(s) / 10}, map[string]int{}
		o.Cases.Notice = func(_ context.Context, who people.Requester, cause string, m ...effect.Message) error {
			said[who.ID]++
			return o.Delivery.Notice(o.ctx, who, cause, m...)
		}
		code := c.arrives(o)
		if got := o.theCase().Reports; len(got) != c.reporters {
			t.Fatalf("%d reports", len(got))
		}
		o.clock.move(time.Minute)
		o.steps(code, o.classified, o.verified, o.drafted, o.concluded, o.labelled, o.madePublic)
		if len(said) != c.all() {
			t.Errorf("%d were told", len(said))
		}
		for who, n := range said {
			if n != 1 {
				t.Errorf("%s was told %d times", who, n)
			}
		}
	})
}
