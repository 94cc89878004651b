package answer

import (
	"os"
	"slices"
	"strings"
	"testing"

	"phatngon/knowledge/answer/slots"
	"phatngon/knowledge/golden"
	"phatngon/knowledge/statement"
)

func TestWhatDoesNotAnswerIsNotAsserted(t *testing.T) {
	b := baseOf(bridge(nil))
	both := ask("Khi nào sửa xong cầu Hàm Rồng và cầu Ghép?", statement.AudiencePublic)
	a := b.Ask(both)
	if a.Status != Related || a.Confidence >= AnswerAt || len(a.Quotes) == 0 || a.SuggestedUnit != "TH-XD" {
		t.Errorf("of two bridges one is known: %+v", a)
	}
	if a := b.AskAbout("PN-2026-0001", both); a.Status != Answered {
		t.Errorf("picked by its title it is %s", a.Status)
	}
	firm := ask("Công ty nào sửa xong cầu Hàm Rồng?", statement.AudiencePublic)
	curated := baseOf(bridge(func(s *statement.Statement) { s.Questions = append(s.Questions, firm.Text) }))
	if a := curated.Ask(firm); a.Status != Answered {
		t.Errorf("its unit says that it answers, but it is %s", a.Status)
	}
}

func TestAPartThatIsNotAnsweredIsNamed(t *testing.T) {
	a := baseOf(bridge(nil)).Ask(ask("Khi nào sửa xong cầu Hàm Rồng? Khi nào sửa xong cầu Hàm Rồng và cầu Ghép?", statement.AudiencePublic))
	if a.Status != Partial || len(a.Uncovered) != 1 || !strings.Contains(a.Uncovered[0], "Ghép") {
		t.Errorf("%s, open %q", a.Status, a.Uncovered)
	}
}

func TestAQuoteThatDeniesWhatWasHeardIsLedByNoYesOrNo(t *testing.T) {
	for question, want := range map[string]bool{
		"Nghe nói cầu Hàm Rồng sập, có đúng không?": true,
		"Khi nào sửa xong cầu Hàm Rồng?":            false,
	} {
		b := baseOf(bridge(func(s *statement.Statement) {
			s.Body += "\n\nTin cầu Hàm Rồng sập là bịa đặt."
			s.Questions = append(s.Questions, "Nghe nói cầu Hàm Rồng sập, có đúng không?")
		}))
		a := b.Ask(ask(question, statement.AudiencePublic))
		if a.Status != Answered || a.Corrects != want || strings.HasPrefix(a.Text, correctsText+"\n") != want {
			t.Errorf("%s: %s, corrects %v: %s", question, a.Status, a.Corrects, a.Text)
		}
	}
}

// TestQuotesThatDoNotAnswerAreTold quotes each statement for the questions it
// answers and for those it only seems to, however sure the search is.
func TestQuotesThatDoNotAnswerAreTold(t *testing.T) {
	tune, err := golden.ReadEveryday(os.DirFS("../golden/everyday/tune"))
	if err != nil {
		t.Fatal(err)
	}
	b := NewBase(Options{})
	b.Replace(slices.Concat(readSamples(t), tune.Texts))
	snap := b.snapshot()
	doubted := func(code string, q golden.EverydayQuestion) (right, doubt bool) {
		f := finding{Statement: snap.all[code], standing: current}
		quotes := b.quotes(snap, f, snap.index.Read(q.Text), oneAnswer)
		right = slices.ContainsFunc(quotes, func(quote Quote) bool { return strings.Contains(quote.Quote, q.Expect) })
		return right, b.judge(snap, Question{Text: q.Text, Now: goldenNow}, f, quotes).Ruling == slots.Disagrees
	}
	var answers, seeming tally
	for _, q := range tune.Answerable {
		if right, doubt := doubted(q.Statement, q); right {
			answers.asked++
			answers.wrong += one(doubt)
		}
	}
	for _, q := range tune.Near {
		_, doubt := doubted(q.Near, q)
		seeming.asked++
		seeming.wrong += one(doubt)
	}
	t.Logf("doubted: %.3f of %d quotes that answer, %.3f of %d that do not", answers.share(answers.wrong), answers.asked, seeming.share(seeming.wrong), seeming.asked)
	if answers.asked < 700 || answers.share(answers.wrong) > 0.02 || seeming.asked < 300 || seeming.share(seeming.wrong) < 0.4 {
		t.Errorf("%+v, %+v", answers, seeming)
	}
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
