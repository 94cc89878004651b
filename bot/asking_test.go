package bot

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// chat says each of texts in turn; "[n]" taps the n-th line of the list.
func chat(t *testing.T, w World, c Conversation, texts ...string) Decision {
	t.Helper()
	var d Decision
	for _, text := range texts {
		var n int
		if _, err := fmt.Sscanf(text, "[%d]", &n); err == nil {
			text = c.Options[n-1].Payload
		}
		d = Step(w, c, Event{ID: fmt.Sprint(c.LastEvent, "+"), At: w.Now, Kind: KindText, Text: text})
		c = d.Conversation
	}
	return d
}

// askedBack is a conversation in which the bot offers two titles for question.
func askedBack(t *testing.T, w World, question string) Conversation {
	t.Helper()
	s := stage{t: t, world: w, conv: Conversation{ID: "oa:1"}}
	s.clarify(question + ": PN-2026-0101 PN-2026-0102")
	return s.conv
}

const tuition = "học phí năm học này bao nhiêu"

func TestAnAnsweredQuestionIsAnAskingOfItsStatement(t *testing.T) {
	w := worldOf(fixedBase(t))
	d := chat(t, w, Conversation{ID: "oa:1"}, tuition)
	if d.Answer == nil || d.Asking == nil {
		t.Fatalf("answer %v, asking %v", d.Answer, d.Asking)
	}
	want := &Asking{Question: tuition, Statements: []string{d.Answer.Quotes[0].Statement}}
	if diff := cmp.Diff(want, d.Asking); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if d := chat(t, w, d.Conversation, "xin chào"); d.Asking != nil || d.TakenBack != nil {
		t.Errorf("a greeting counts: %+v %+v", d.Asking, d.TakenBack)
	}
}

func TestWhatThePersonDidNotMeanIsTakenBackOnce(t *testing.T) {
	w := worldOf(fixedBase(t))
	first := chat(t, w, Conversation{ID: "oa:1"}, tuition)
	d := chat(t, w, first.Conversation, titleNotMeant)
	if diff := cmp.Diff(first.Asking, d.TakenBack); diff != "" || d.Asking != nil {
		t.Errorf("taken back, -asked +back\n%s", diff)
	}
	if d.Conversation.Pending.Told != nil {
		t.Errorf("still told %v", d.Conversation.Pending.Told)
	}
	if len(d.Replies) == 0 || d.Conversation.Waiting != WaitConfirm {
		t.Errorf("no request is offered: %+v", d.Replies)
	}
}

func TestTheStatementPickedAmongTitlesIsPicked(t *testing.T) {
	w := worldOf(fixedBase(t))
	c := askedBack(t, w, tuition)
	d := chat(t, w, c, "[1]")
	want := &Asking{Question: tuition, Statements: []string{"PN-2026-0101"}, Picked: true}
	if diff := cmp.Diff(want, d.Asking); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if none := chat(t, w, c, titleNone); none.Asking != nil || none.TakenBack != nil {
		t.Errorf("none of the titles counts: %+v %+v", none.Asking, none.TakenBack)
	}
}

func TestAReportIsNoAskingThoughItIsAnswered(t *testing.T) {
	w := worldOf(sampleBase(t))
	d := chat(t, w, Conversation{ID: "oa:1"}, "tiktok @thanhhoa_news noi co vu bat coc tre em o ngoc lac, vo ly, phu huynh dang hoang mang lam")
	if d.Answer == nil || d.Asking != nil {
		t.Errorf("answer %v, asking %v; want what is official, and nothing counted", d.Answer, d.Asking)
	}
}
