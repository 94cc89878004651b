package flow_test

import (
	"strings"
	"testing"
	"time"

	"phatngon/bot/report"
	"phatngon/internal/desk/policy"
	flowcases "phatngon/internal/flow/cases"
)

const hoax = "https://www.facebook.com/tinnhanh/posts/987654321"

// follows lets a persona ask about something and wish to hear the conclusion.
func (o *office) follows(persona, text string) {
	o.t.Helper()
	o.sim.Say(persona, text)
	m := o.hears(persona, report.TitleFollow)
	for line := range strings.Lines(m.Text) {
		if number, title, _ := strings.Cut(strings.TrimSpace(line), ". "); title == report.TitleFollow {
			o.sim.Say(persona, number)
		}
	}
	o.hears(persona, "Đã ghi.")
	o.quiet()
}

func (o *office) heardOnce(text string, personas ...string) {
	o.t.Helper()
	for _, persona := range personas {
		if n := countOf(o.sim.Messages(persona), text); n != 1 {
			o.t.Errorf("%s heard %q %d times: %v", persona, text, n, texts(o.sim.Messages(persona)))
		}
	}
}

func (o *office) toThePublic(code string) {
	o.steps(code, o.classified, o.verified, o.drafted, o.concluded, o.labelled, o.madePublic)
}

func TestWhoAskedHearsTheConclusionOnceAsWhoReported(t *testing.T) {
	newsroom(t, func(t *testing.T, o *office, _ *album) {
		o.follows("hoa", hoax+" có thật không")                    // before anybody reported it
		o.follows("nam", rumour+". Tin này có thật không ạ?")      // the text, nearly
		o.reports("lan", "4", "1", o.says("lan", rumour+" "+hoax)) // a case begins
		c := o.theCase()
		o.follows("mai", "https://m.facebook.com/tinnhanh/posts/987654321?fbclid=x clip này thật không")
		o.hears("mai", "có dấu hiệu giả, sai sự thật")
		o.follows("tuan", hoax+" thật không")
		o.reports("tuan", "4", "1", o.says("tuan", hoax)) // asked and reported
		o.follows("son", hoax+" thật không")
		o.erase("son")
		o.sim.Say("long", hoax+" có thật không") // asked, and wished nothing
		o.quiet()
		o.toThePublic(c.Code)
		o.heardOnce(truth, "hoa", "nam", "lan", "mai", "tuan")
		o.hears("hoa", "Về nội dung Anh/Chị đã hỏi (vụ việc "+c.Code+")", "TIN GIẢ, TIN SAI SỰ THẬT")
		for _, persona := range []string{"son", "long"} {
			if n := countOf(o.sim.Messages(persona), truth); n != 0 {
				t.Errorf("%s heard it %d times", persona, n)
			}
		}
		if found, _, err := o.Store.WishesAbout(o.ctx, "case:"+c.Code, "", 100); err != nil || len(found) != 2 {
			t.Errorf("%d wishes about the case, %v; the erased one's is gone", len(found), err)
		}
		o.clock.move(o.Rules.At(o.clock.now()).KeptFor(policy.KeptWishes) + time.Hour)
		_ = o.Tidy(o.ctx) // the token is long dead by then; the rest is done
		if found, _, err := o.Store.WishesAbout(o.ctx, "link:facebook:987654321", "", 100); err != nil || len(found) != 0 {
			t.Errorf("%d wishes are kept for ever, %v", len(found), err)
		}
	})
}

func TestAWishFollowsItsCaseIntoAnotherAndAReportThatCameLate(t *testing.T) {
	newsroom(t, func(t *testing.T, o *office, _ *album) {
		o.reports("hoa", "4", "1", o.says("hoa", "https://www.facebook.com/mot/posts/100100"))
		o.reports("lan", "4", "1", o.says("lan", rumour+" https://www.facebook.com/hai/posts/200200"))
		o.follows("mai", "https://www.facebook.com/mot/posts/100100 thật không") // of the case that goes
		o.follows("son", "https://www.facebook.com/ba/posts/300300 thật không")  // of no case yet
		o.toThePublic("TG-2026-00002")
		o.steps("TG-2026-00001", func(at flowcases.Ref) error {
			return o.Cases.Merge(o.ctx, pressDesk, at, "TG-2026-00002", "Cùng một tin.")
		})
		o.heardOnce(truth, "mai")
		o.reports("binh", "4", "1", o.says("binh", rumour+" https://www.facebook.com/ba/posts/300300"))
		o.heardOnce(truth, "son")
	})
}

func TestAPictureThatIsKnownTellsItsCaseInTheFirstReply(t *testing.T) {
	newsroom(t, func(t *testing.T, o *office, a *album) {
		o.reports("hoa", "4", "1", o.says("hoa", rumour), func() { o.sim.SendImage("hoa", "http://f6.photo.talk.zdn.vn/dap.jpg", "") })
		c := o.theCase()
		o.sim.SendImage("lan", "http://f6.photo.talk.zdn.vn/dap-nho.jpg", "")
		m := o.hears("lan", "Vụ việc "+c.Code, "có dấu hiệu giả, sai sự thật")
		if all := o.sim.Messages("lan"); all[1].Text != m.Text {
			t.Errorf("she first heard %q", all[1].Text)
		}
		o.sim.Say("lan", "3")
		o.hears("lan", "Đã ghi.")
		o.sim.SendImage("mai", "http://f6.photo.talk.zdn.vn/khac.jpg", "")
		o.hears("mai", "chưa thấy", "không có nghĩa là nội dung ảnh sai")
		a.set(true)
		o.sim.SendImage("tuan", "http://f6.photo.talk.zdn.vn/dap.jpg", "")
		m = o.hears("tuan", "Tôi đã nhận ảnh")
		if strings.Contains(m.Text, "chưa thấy") || strings.Contains(m.Text, c.Code) {
			t.Errorf("of a picture that could not be had it says %q", m.Text)
		}
		a.set(false)
		o.quiet()
		o.toThePublic(c.Code)
		o.heardOnce(truth, "hoa", "lan")
		o.sim.SendImage("binh", "http://f6.photo.talk.zdn.vn/dap-nho.jpg", "ảnh này có thật không")
		m = o.hears("binh", "TIN GIẢ, TIN SAI SỰ THẬT", truth)
		if all := o.sim.Messages("binh"); all[1].Text != m.Text {
			t.Errorf("he first heard %q", all[1].Text)
		}
	})
}

func TestWhoWantsNoConclusionsHearsOnlyOfWhatTheyAskForSince(t *testing.T) {
	newsroom(t, func(t *testing.T, o *office, _ *album) {
		quiet := func(persona string, wanted bool) {
			t.Helper()
			must(o.Access.HearConclusions(o.ctx, "oa:"+o.persona(persona).UserID, wanted))(t)
			o.clock.move(time.Second)
		}
		o.reports("lan", "4", "1", o.says("lan", rumour+" "+hoax))
		o.reports("tuan", "4", "1", o.says("tuan", hoax))
		o.reports("binh", "4", "1", o.says("binh", hoax))
		o.follows("hoa", hoax+" có thật không")
		o.follows("nam", hoax+" có thật không")
		c := o.theCase()
		for _, persona := range []string{"lan", "tuan", "binh", "hoa", "nam"} {
			quiet(persona, false)
		}
		quiet("binh", true)
		o.follows("nam", hoax+" có thật không")  // once more, since
		o.follows("tuan", hoax+" có thật không") // reported before, asks since
		o.toThePublic(c.Code)
		o.heardOnce(truth, "binh", "nam", "tuan")
		for _, persona := range []string{"lan", "hoa"} {
			if n := countOf(o.sim.Messages(persona), truth); n != 0 {
				t.Errorf("%s wants none and heard it %d times", persona, n)
			}
		}
	})
}
