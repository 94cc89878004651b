package bot

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"phatngon/bot/hear"
	"phatngon/internal/desk/chat"
	"phatngon/knowledge/golden"
)

// tally is how the replies of some turns fare.
type tally struct{ turns, asserted, shown, wrong, none, falsely int }

// count judges the reply to one turn: asserted, shown as the nearest, or wrong.
func (n *tally) count(want golden.Turn, d Decision) string {
	n.turns++
	p := d.Conversation.Pending
	told := p != nil && len(p.Told) > 0
	switch holds := shows(d, want.Expect); {
	case !want.Answerable() && told:
		n.falsely++
		return "ASSERTED " + strings.Join(p.Told, " ")
	case !want.Answerable():
		n.none++
		return "ok, nothing asserted"
	case told && holds && slices.Contains(p.Told, want.Statement):
		n.asserted++
		return "ok"
	case told:
		n.wrong++
		return "WRONG " + strings.Join(p.Told, " ")
	case holds && p != nil && slices.Contains(p.Nearest, want.Statement):
		n.shown++
		return "shown as near"
	}
	return "missed"
}

// right is the share of turns answered with the fact.
func (n tally) right() float64 {
	return float64(n.asserted+n.shown) / float64(max(n.turns-n.none-n.falsely, 1))
}

func shows(d Decision, fact string) bool {
	var said strings.Builder
	for _, m := range d.Said() {
		said.WriteString(hear.PlainWords(m.Text))
	}
	return strings.Contains(said.String(), strings.TrimSpace(hear.PlainWords(fact)))
}

// playTalks plays golden conversations; each is given every turn but the first, or all.
func playTalks(t *testing.T, file string, first *tally, rest *tally) {
	talks, err := golden.ReadTalks(os.DirFS("../knowledge/golden/talk"), file)
	if err != nil || len(talks) == 0 {
		t.Fatalf("%d talks: %v", len(talks), err)
	}
	base := sampleBase(t)
	for _, talk := range talks {
		w, c := worldOf(base), chat.Conversation{ID: "oa:1"}
		for i, turn := range talk.Turns {
			d := Step(w, c, hear.Event{ID: fmt.Sprintf("%s/%d", talk.ID, i), Kind: hear.KindText, Text: turn.Text, At: w.Now})
			c = d.Conversation
			into := rest
			if i == 0 {
				into = first
			}
			verdict := into.count(turn, d)
			t.Logf("%s/%d %-60.60q %s", talk.ID, i, turn.Text, verdict)
		}
	}
}

// What was reached on the conversations of golden/talk; docs/quality.md says how.
func TestFollowUpsAreAskedOfTheTopicBefore(t *testing.T) {
	var first, rest tally
	playTalks(t, "dialogues.txt", &first, &rest)
	rest.hold(t, 0.93, 82)
}

func TestTheQuestionInAStoryIsFound(t *testing.T) {
	var all tally
	playTalks(t, "stories.txt", &all, &all)
	all.hold(t, 0.92, 35)
}

func TestTheQuestionInALongStoryIsFound(t *testing.T) {
	var all tally
	playTalks(t, "long.txt", &all, &all)
	all.hold(t, 0.83, 4)
}

// What another writer thought of, who had not seen the bot.
func TestFollowUpsOfAnotherWriter(t *testing.T) {
	var first, rest tally
	playTalks(t, "outside.txt", &first, &rest)
	rest.hold(t, 0.83, 46)
}

func TestTheQuestionInAStoryOfAnotherWriter(t *testing.T) {
	var all tally
	playTalks(t, "outside-stories.txt", &all, &all)
	all.hold(t, 0.93, 20)
}

// hold fails where less is reached than was, or anything wrong is asserted.
func (n tally) hold(t *testing.T, right float64, asserted int) {
	t.Helper()
	t.Logf("%+v right %.3f", n, n.right())
	if n.right() < right || n.asserted < asserted || n.wrong+n.falsely > 0 {
		t.Errorf("%+v, right %.3f; held were %.2f, %d asserted and none wrongly", n, n.right(), right, asserted)
	}
}

func TestABareFollowUpIsNeverFiledAsItStands(t *testing.T) {
	base := sampleBase(t)
	for _, later := range []string{"khi nào?", "ở đâu vậy ạ", "bao nhieu", "thế còn xã Hà Trung?", "con Vinh Loc thi sao", "ai ký?"} {
		w, c := worldOf(base), chat.Conversation{ID: "oa:1"}
		for i, text := range []string{"Trường tôi bao giờ sửa mái nhà?", later} {
			c = Step(w, c, hear.Event{ID: fmt.Sprint(i), Kind: hear.KindText, Text: text, At: w.Now}).Conversation
		}
		if p := c.Pending; p == nil || len(p.Told) > 0 || !strings.Contains(p.Question, "sửa mái nhà") {
			t.Errorf("after %q %+v waits to be sent", later, p)
		}
	}
}
