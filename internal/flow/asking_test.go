package flow_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/publication"
	"phatngon/internal/flow/requests"
	"phatngon/internal/store"
	"phatngon/knowledge/statement"
)

const (
	clinicAsk = "bao giờ bác sĩ về khám cho bà con bản Ón"
	clinicRaw = "bao gio bac si ve kham cho ba con ban On a"
	notMeant  = "Không đúng ý tôi"
)

// clinic and vaccines are two statements that clinicAsk may be about.
func clinic() statement.Statement {
	return statementOf("PN-2026-0011", "Lịch xe khám lưu động tới các bản vùng cao", busBody)
}

func vaccines() statement.Statement {
	return statementOf("PN-2026-0012", "Lịch tiêm chủng mở rộng tại các xã vùng cao", "Trạm y tế xã Tam Chung tiêm chủng mở rộng vào ngày 10 hằng tháng.")
}

// picks asks and, asked back, picks the clinic.
func (o *office) picks(persona, question string) {
	o.t.Helper()
	o.sim.Say(persona, question)
	o.hears(persona, "Phát ngôn gần nhất", busBody, "1. Đúng điều tôi hỏi")
	o.sim.Say(persona, "1")
	o.hears(persona, "Cảm ơn Anh/Chị đã cho biết")
	o.quiet()
}

func (o *office) askings(code string) []store.Asking {
	o.t.Helper()
	return must(o.Store.AskingsOf(o.ctx, code))(o.t)
}

// asked is the list the health department reads, a line each.
func (o *office) asked(code string) []string {
	o.t.Helper()
	var lines []string
	for _, w := range must(o.Askings.Of(o.ctx, drafter, must(o.Store.Statement(o.ctx, code))(o.t)))(o.t) {
		lines = append(lines, fmt.Sprintf("%s: %d", w.Text, w.People))
	}
	return lines
}

func (o *office) lists(code string, want ...string) {
	o.t.Helper()
	if got := o.asked(code); !slices.Equal(got, want) {
		o.t.Errorf("askings of %s: %q, want %q", code, got, want)
	}
}

func person(id string) people.Requester { return people.Requester{ID: id, Kind: people.Citizen} }

// reads lets a person of the Mini App read what answers a question; about is
// the statement they picked, "" for none.
func (o *office) reads(id, about, question string) {
	o.t.Helper()
	who, err := person(id), error(nil)
	if about == "" {
		_, err = o.Inbound.Ask(o.ctx, who, question)
	} else {
		_, err = o.Inbound.AskAbout(o.ctx, who, about, question)
	}
	if err != nil {
		o.t.Fatal(err)
	}
}

func TestAnswersCountAskersUntilTheyObject(t *testing.T) {
	o := newOffice(t, fever())
	const question = feverAsk + " roi"
	for _, persona := range []string{"hoa", "lan", "hoa"} {
		o.sim.Say(persona, question)
		o.hears(persona, "312 ca")
		o.quiet()
	}
	o.lists("PN-2026-0001", question+": 2")
	o.sim.Say("hoa", notMeant)
	o.hears("hoa", "chưa đúng ý Anh/Chị")
	o.quiet()
	if got := o.askings("PN-2026-0001"); len(got) != 1 {
		t.Errorf("after an objection: %+v", got)
	}
	o.lists("PN-2026-0001") // found at once, by one person: no help
}

func TestAnEventProcessedTwiceCountsOnce(t *testing.T) {
	o := newOffice(t, clinic(), vaccines(), fever())
	o.picks("hoa", clinicAsk)
	who := must(o.Store.Requester(o.ctx, "oa:"+o.persona("hoa").UserID))(t)
	o.reads(who.ID, "PN-2026-0011", clinicAsk) // the same person in the Mini App
	o.reads(who.ID, "PN-2026-0011", strings.ToUpper(clinicAsk)+"?")
	o.lists("PN-2026-0011", clinicAsk+": 1")
}

func TestNearlyTheSameWordsAreOneAskingOfManyPeople(t *testing.T) {
	o := newOffice(t, clinic(), vaccines(), fever())
	for i, question := range []string{clinicRaw, clinicAsk, "cho em hỏi " + clinicAsk + " ạ?"} {
		o.reads(fmt.Sprint("app:", i), "PN-2026-0011", question)
	}
	o.reads("app:9", "PN-2026-0011", "vùng cao có bác sĩ nào không")
	o.lists("PN-2026-0011", "cho em hỏi "+clinicAsk+" ạ?: 3", "vùng cao có bác sĩ nào không: 1")
}

func TestWhatIsNotFoundByItselfComesFirst(t *testing.T) {
	o := newOffice(t, fever())
	for i := range 5 {
		o.reads(fmt.Sprint("app:", i), "", feverAsk+" roi")
	}
	o.reads("app:1", "PN-2026-0001", "muỗi đốt có làm sao không")
	o.lists("PN-2026-0001", "muỗi đốt có làm sao không: 1", feverAsk+" roi: 5")
}

func TestOnePersonIsOneHoweverTheirWordsWereReadBefore(t *testing.T) {
	o := newOffice(t, clinic(), vaccines(), fever())
	for i, text := range []string{clinicAsk, clinicRaw} { // as if they had been two wordings
		a := store.Asking{ID: fmt.Sprint(i), Statement: "PN-2026-0011", How: store.AskingPicked, Asker: "one", Text: text, Day: o.clock.now()}
		if err := o.Store.AddAsking(o.ctx, a); err != nil {
			t.Fatal(err)
		}
	}
	o.lists("PN-2026-0011", clinicAsk+": 1")
}

func TestTheQuestionOfARequestIsAnAskingOfItsStatement(t *testing.T) {
	o := newOffice(t, fever())
	r := o.filed("hoa", "Bao giờ có bác sĩ lên bản Ón?", "Địa bàn: xã Tam Chung")
	o.answered(r.Code, busBody)
	in := publication.Publication{Title: "Lịch xe khám lưu động", Audience: statement.AudiencePublic}
	code := o.published(r.Code, in)
	o.lists(code, "Bao giờ có bác sĩ lên bản Ón?: 1")

	o.erase("hoa")
	if got := o.askings(code); len(got) != 0 {
		t.Errorf("after erasure: %+v", got)
	}
}

// erase lets a person have their data deleted.
func (o *office) erase(persona string) {
	o.t.Helper()
	o.sim.Say(persona, "xóa dữ liệu của tôi")
	o.hears(persona, "không khôi phục được")
	o.sim.Say(persona, "1")
	o.hears(persona, "Tôi đã nhận lệnh xóa")
	o.quiet()
}

func TestNothingKeptSaysWhoAskedAndErasureLeavesNothing(t *testing.T) {
	o := newOffice(t, clinic(), vaccines(), fever())
	const question = clinicAsk + " gọi lại 0912345678"
	o.reads("app:1", "PN-2026-0011", question)
	o.reads("app:1", "PN-2026-0012", question)
	o.picks("hoa", clinicAsk)
	id := "oa:" + o.persona("hoa").UserID
	var askers []string
	for _, code := range []string{"PN-2026-0011", "PN-2026-0012"} {
		for _, a := range o.askings(code) {
			askers = append(askers, a.Asker)
			if kept := fmt.Sprint(a); strings.Contains(kept, "0912345678") || strings.Contains(kept, "app:1") || strings.Contains(kept, id) {
				t.Errorf("kept: %s", kept)
			}
			if at := a.Day.In(calendar.Zone); at.Hour()+at.Minute()+at.Second() > 0 {
				t.Errorf("the hour is kept: %v", at)
			}
		}
	}
	if slices.Sort(askers); len(slices.Compact(askers)) != 3 {
		t.Errorf("askers %v; want one hash for each person and statement", askers)
	}
	o.erase("hoa")
	if got := o.askings("PN-2026-0011"); len(got) != 1 || !strings.Contains(got[0].Text, "[số]") {
		t.Errorf("after erasure: %+v; want the other person's alone", got)
	}
}

func TestOldAskingsAreForgotten(t *testing.T) {
	o := newOffice(t, clinic(), vaccines(), fever())
	o.reads("app:1", "PN-2026-0011", clinicAsk)
	o.clock.move(2 * 24 * time.Hour)
	o.reads("app:2", "PN-2026-0011", "vùng cao có bác sĩ nào không")
	o.clock.move(179 * 24 * time.Hour)
	ctx, stop := context.WithCancel(o.ctx)
	defer stop()
	go o.KeepHouse(ctx)
	for len(o.askings("PN-2026-0011")) == 2 {
	}
	o.lists("PN-2026-0011", "vùng cao có bác sĩ nào không: 1")
}

func TestWhatIsFiledInTheMiniAppIsTakenBack(t *testing.T) {
	o := newOffice(t, clinic(), vaccines(), fever())
	o.reads("app:1", "PN-2026-0011", clinicAsk)
	o.reads("app:2", "PN-2026-0011", clinicAsk)
	_, err := o.Requests.File(o.ctx, person("app:1"), requests.Filing{Filing: effect.Filing{Question: clinicAsk, Unit: "TH-YT"}, Source: "s1", Channel: "miniapp", At: o.clock.now()})
	if err != nil {
		t.Fatal(err)
	}
	o.lists("PN-2026-0011", clinicAsk+": 1")
}
