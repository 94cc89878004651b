package bot

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"phatngon/bot/hear"
	"phatngon/bot/words"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/effect"
)

// says says each of texts in turn; "[n]" taps the n-th line of the list.
func says(t *testing.T, w World, c chat.Conversation, texts ...string) Decision {
	t.Helper()
	var d Decision
	for _, text := range texts {
		var n int
		if _, err := fmt.Sscanf(text, "[%d]", &n); err == nil {
			text = c.Options[n-1].Payload
		}
		d = Step(w, c, hear.Event{ID: fmt.Sprint(c.LastEvent, "+"), At: w.Now, Kind: hear.KindText, Text: text})
		c = d.Conversation
	}
	return d
}

// askedBack is a conversation in which the bot offers two titles for question.
func askedBack(t *testing.T, w World, question string) chat.Conversation {
	t.Helper()
	s := stage{t: t, world: w, conv: chat.Conversation{ID: "oa:1"}}
	s.clarify(question + ": PN-2026-0101 PN-2026-0102")
	return s.conv
}

// askingOf is what a decision counts, or counts no more.
func askingOf(d Decision, kind effect.Kind) *effect.Asking {
	e, _ := d.First(kind)
	return e.Asking
}

const tuition = "học phí năm học này bao nhiêu"

func TestAnAnsweredQuestionIsAnAskingOfItsStatement(t *testing.T) {
	w := worldOf(fixedBase(t))
	d := says(t, w, chat.Conversation{ID: "oa:1"}, tuition)
	told, ok := d.First(effect.DoTell)
	if !ok {
		t.Fatalf("nothing official was told: %+v", d.Effects())
	}
	want := &effect.Asking{Question: tuition, Statements: []string{told.Told[0].Statement}}
	if diff := cmp.Diff(want, askingOf(d, effect.DoAsked)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if d := says(t, w, d.Conversation, "xin chào"); askingOf(d, effect.DoAsked) != nil || askingOf(d, effect.DoTakeBack) != nil {
		t.Errorf("a greeting counts: %+v", d.Effects())
	}
}

func TestWhatThePersonDidNotMeanIsTakenBackOnce(t *testing.T) {
	w := worldOf(fixedBase(t))
	first := says(t, w, chat.Conversation{ID: "oa:1"}, tuition)
	d := says(t, w, first.Conversation, words.TitleNotMeant)
	if diff := cmp.Diff(askingOf(first, effect.DoAsked), askingOf(d, effect.DoTakeBack)); diff != "" || askingOf(d, effect.DoAsked) != nil {
		t.Errorf("taken back, -asked +back\n%s", diff)
	}
	if d.Conversation.Pending.Told != nil {
		t.Errorf("still told %v", d.Conversation.Pending.Told)
	}
	if len(d.Said()) == 0 || d.Conversation.Waiting != chat.WaitConfirm {
		t.Errorf("no request is offered: %+v", d.Said())
	}
}

func TestTheStatementPickedAmongTitlesIsPicked(t *testing.T) {
	w := worldOf(fixedBase(t))
	c := askedBack(t, w, tuition)
	d := says(t, w, c, "[1]")
	want := &effect.Asking{Question: tuition, Statements: []string{"PN-2026-0101"}, Picked: true}
	if diff := cmp.Diff(want, askingOf(d, effect.DoAsked)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if none := says(t, w, c, words.TitleNone); askingOf(none, effect.DoAsked) != nil || askingOf(none, effect.DoTakeBack) != nil {
		t.Errorf("none of the titles counts: %+v", none.Effects())
	}
}

func TestAReportIsNoAskingThoughItIsAnswered(t *testing.T) {
	w := worldOf(sampleBase(t))
	d := says(t, w, chat.Conversation{ID: "oa:1"}, "tiktok @thanhhoa_news noi co vu bat coc tre em o ngoc lac, vo ly, phu huynh dang hoang mang lam")
	if _, told := d.First(effect.DoTell); !told || askingOf(d, effect.DoAsked) != nil {
		t.Errorf("effects %+v; want what is official, and nothing counted", d.Effects())
	}
}

func TestTheNearestTextCountsOnlyWhenThePersonSaysThatItAnswers(t *testing.T) {
	const question = "mất điện ở Cẩm Thủy có được đền bù không"
	w := worldOf(fixedBase(t))
	shown := func() chat.Conversation {
		s := stage{t: t, world: w, conv: chat.Conversation{ID: "oa:1"}}
		s.nearest(question + ": PN-2026-0104")
		if strings.Contains(s.out.String(), "asked") || s.conv.Pending.Told != nil {
			t.Errorf("counted when shown: %s", s.out.String())
		}
		return s.conv
	}
	want := &effect.Asking{Question: question, Statements: []string{"PN-2026-0104"}, Picked: true}
	if diff := cmp.Diff(want, askingOf(says(t, w, shown(), "[1]"), effect.DoAsked)); diff != "" {
		t.Errorf("said to answer, -want +got\n%s", diff)
	}
	d := says(t, w, shown(), "[2]")
	filed, _ := d.First(effect.DoFile)
	if askingOf(d, effect.DoAsked) != nil || filed.Filing == nil || filed.Filing.Question != question {
		t.Errorf("said not to answer: %+v", d.Effects())
	}
}

// verdictOf is what a decision keeps of what the person says of what was shown.
func verdictOf(d Decision) *effect.Verdict {
	e, _ := d.First(effect.DoVerdict)
	return e.Verdict
}

func TestWhatWasShownIsJudgedInOneTapAndAMindMayBeChanged(t *testing.T) {
	w := worldOf(fixedBase(t))
	answered := says(t, w, chat.Conversation{ID: "oa:1"}, tuition).Conversation
	yes, no := answered.Options[0].Payload, answered.Options[1].Payload
	d := says(t, w, answered, yes)
	said := verdictOf(d)
	if said == nil || !said.Right || said.Question != tuition || said.Outcome != "answered" || len(said.Shown) != 1 || !strings.Contains(said.Shown[0].Quote, "không phải nộp học phí") {
		t.Fatalf("right: %+v", said)
	}
	if again := says(t, w, d.Conversation, yes); verdictOf(again) != nil || askingOf(again, effect.DoAsked) != nil {
		t.Errorf("a double tap: %+v", again.Effects())
	}
	d = says(t, w, d.Conversation, no)
	if said := verdictOf(d); said == nil || said.Right || askingOf(d, effect.DoTakeBack) == nil || d.Conversation.Waiting != chat.WaitConfirm {
		t.Fatalf("changed mind: %+v", d.Effects())
	}
	d = says(t, w, d.Conversation, yes)
	if said := verdictOf(d); said == nil || !said.Right || askingOf(d, effect.DoAsked) == nil {
		t.Errorf("changed back: %+v", d.Effects())
	}
	if d = says(t, w, d.Conversation, "hồ Cửa Đạt vỡ đập có đúng không", yes); verdictOf(d) != nil {
		t.Errorf("a button of an older question: %+v", d.Effects())
	}
}

func TestAVerdictOnAFollowUpSaysWhatItFollows(t *testing.T) {
	w := worldOf(fixedBase(t))
	d := says(t, w, chat.Conversation{ID: "oa:1"}, "Cẩm Thủy cắt điện ngày nào", "đến mấy giờ", "1")
	if said := verdictOf(d); said == nil || said.Question != "đến mấy giờ" || said.Before != "Cẩm Thủy cắt điện ngày nào" {
		t.Errorf("%+v", said)
	}
}
