package store

import (
	"strings"
	"testing"

	"phatngon/internal/desk/request"
)

func TestErasureTakesWhatIsPersonalOutOfEveryWordOfTheirs(t *testing.T) {
	const said = "Tôi là Nguyễn Văn A, số 0912345678, bao giờ xong?"
	r := request.Request{Question: said, Additions: []request.Addition{{Text: said}},
		Parts: []request.Part{{Asks: said}, {Asks: said, Clarifications: []request.Clarification{{Answer: said}}}}}
	eraseWords(&r)
	for name, kept := range map[string]string{"question": r.Question, "addition": r.Additions[0].Text, "part": r.Parts[0].Asks, "second part": r.Parts[1].Asks, "answer": r.Parts[1].Clarifications[0].Answer} {
		if strings.Contains(kept, "0912345678") {
			t.Errorf("%s: %q", name, kept)
		}
	}
}
