package answer

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"phatngon/knowledge/answer/corpus"
	"phatngon/knowledge/answer/hinting"
	"phatngon/knowledge/propose"
	"phatngon/knowledge/statement"
)

// hintedBase is the samples with all hints ticked that are proposed.
func hintedBase(t testing.TB) (*Base, []statement.Statement) {
	all := readSamples(t)
	for i := range all {
		all[i].Hints = propose.Questions(all[i], propose.Most)
	}
	b := NewBase(Options{PublicURL: "https://example.vn"})
	b.Replace(all)
	return b, all
}

// shortBase is two statements of one sentence; the first has the hints given.
func shortBase(hints ...string) *Base {
	b := NewBase(Options{})
	say := func(code, title, body string, hints ...string) statement.Statement {
		return statement.Statement{
			Code: code, Version: 1, Status: statement.StatusPublished, Audience: statement.AudiencePublic, Unit: "TH-NNMT",
			Title: title, Body: body, IssuedAt: goldenNow.AddDate(0, -1, 0), Hints: hints,
		}
	}
	b.Replace([]statement.Statement{
		say("PN-2026-0001", "Trả kết quả cấp giấy chứng nhận quyền sử dụng đất", "Hộ gia đình tại thôn Đông nhận giấy chứng nhận ngày 12/12/2026 tại nhà văn hóa.", hints...),
		say("PN-2026-0002", "Lịch tiêm phòng dại cho chó, mèo", "Đội thú y tiêm phòng dại ngày 20/12/2026 tại trụ sở xã, không thu tiền."),
	})
	return b
}

func TestWithAllHintsTickedGoldenQuestionsKeepTheirPromises(t *testing.T) {
	b, all := hintedBase(t)
	texts := map[string]statement.Statement{}
	for _, s := range all {
		texts[s.Code] = s
	}
	var known, none tally
	for _, g := range slices.Concat(readGolden(t, "answerable.jsonl"), readGolden(t, "unanswerable.jsonl")) {
		for _, text := range []string{g.Text, g.Noisy} {
			c := &known
			if g.Statement == "" {
				c = &none
			}
			c.asked++
			a := b.Ask(g.ask(text))
			for _, q := range a.Quotes {
				checkQuote(t, q, texts[q.Statement], g.ask(text))
			}
			if a.Status.Asserts() {
				c.quoted++
				if a.Quotes[0].Statement != g.Statement {
					c.wrong++
				}
			}
		}
	}
	if known.share(known.quoted) < .64 || known.share(known.wrong) > .01 || none.share(none.quoted) > .05 {
		t.Errorf("answerable %+v, not answerable %+v", known, none)
	}
}

func TestAHintLeadsToAStatementThatLacksItsWords(t *testing.T) {
	for _, asked := range []string{"Thôn Đông bao giờ phát bìa đỏ?", "thon dong bao gio phat bia do"} {
		without := shortBase().Ask(Question{Text: asked, Audience: statement.AudiencePublic, Now: goldenNow})
		with := shortBase("Thôn Đông bao giờ phát bìa đỏ?").Ask(Question{Text: asked, Audience: statement.AudiencePublic, Now: goldenNow})
		if with.Confidence <= without.Confidence || with.Status != Answered || !strings.Contains(with.Quotes[0].Quote, "12/12/2026") {
			t.Errorf("%s: %s %.2f with the hint, %s %.2f without", asked, with.Status, with.Confidence, without.Status, without.Confidence)
		}
	}
}

func TestAHintIsNeverSaid(t *testing.T) {
	const hint = "Thôn Đông phát sổ hồng vàng ươm bao giờ?"
	b := shortBase(hint)
	q := Question{Text: hint, Audience: statement.AudiencePublic, Now: goldenNow}
	for name, text := range map[string]string{
		"answer":      b.Ask(q).Text,
		"about":       b.AskAbout("PN-2026-0001", q).Text,
		"suggestions": strings.Join(b.Suggestions(statement.AudiencePublic, goldenNow, 5), "\n"),
	} {
		if strings.Contains(text, "vàng ươm") {
			t.Errorf("%s: %s", name, text)
		}
	}
	for _, hit := range b.Find(q, 3) {
		if strings.Contains(hit.Excerpt+hit.Title, "vàng ươm") {
			t.Errorf("found: %+v", hit)
		}
	}
}

func TestAHintProvesNothing(t *testing.T) {
	for name, c := range map[string]struct{ hint, asked string }{
		"a sum that the statement lacks":  {"Nhận giấy chứng nhận ở thôn Đông hết bao nhiêu tiền?", "nhận giấy chứng nhận ở thôn đông hết bao nhiêu tiền"},
		"a day that the statement lacks":  {"Thôn Đông nhận giấy chứng nhận ngày 15/12/2026 phải không?", "thôn đông nhận giấy chứng nhận ngày 15/12/2026 phải không"},
		"not a word that the text shares": {"Karaoke ồn quá kêu ai?", "karaoke ồn quá kêu ai"},
	} {
		a := shortBase(c.hint).Ask(Question{Text: c.asked, Audience: statement.AudiencePublic, Now: goldenNow})
		if a.Status.Asserts() {
			t.Errorf("%s: asserted %q", name, a.Text)
		}
	}
}

func TestHintsOfOneChangeAreSeenByTheNextQuestion(t *testing.T) {
	b := shortBase()
	s := b.Snapshot().All["PN-2026-0001"]
	s.Version, s.Hints = 2, []string{"Thôn Đông bao giờ phát bìa đỏ?"}
	b.Apply(s)
	whole := shortBase()
	whole.Replace([]statement.Statement{s, b.Snapshot().All["PN-2026-0002"]})
	q := Question{Text: "thôn đông bao giờ phát bìa đỏ", Audience: statement.AudiencePublic, Now: goldenNow}
	if changed, built := b.Ask(q), whole.Ask(q); changed.Status != Answered || !reflect.DeepEqual(changed, built) {
		t.Errorf("after the change %+v; built anew %+v", changed, built)
	}
	s.Version, s.Hints = 3, nil
	b.Apply(s)
	if words := b.Snapshot().HintWords; len(words) != 0 {
		t.Errorf("words of hints that are gone: %v", words)
	}
}

func TestHintsOfWhatMayNotBeSaidLeadNowhere(t *testing.T) {
	b := shortBase("Thôn Đông bao giờ phát bìa đỏ?")
	s := b.Snapshot().All["PN-2026-0001"]
	s.Version, s.Status = 2, statement.StatusWithdrawn
	b.Apply(s)
	if a := b.Ask(Question{Text: "Thôn Đông bao giờ phát bìa đỏ?", Audience: statement.AudiencePublic, Now: goldenNow}); slices.Contains(a.Statements(), s.Code) {
		t.Errorf("a withdrawn statement is quoted: %s", a.Text)
	}
}

func TestHintsMakeNoAnswerOfWhatIsProbablyNoMatterAtAll(t *testing.T) {
	f := corpus.Finding{Statement: statement.Statement{Hints: []string{"a", "b", "c", "d"}}, Confidence: 0.3, Signals: surelyRight()}
	for known, want := range map[float64]bool{0.04: false, 0.06: true} {
		f.Known = known
		if got := judged(f) >= AnswerAt; got != want {
			t.Errorf("known %.2f: answered %v, want %v", known, got, want)
		}
	}
	f.Known, f.Like.Same = 0.04, true
	if judged(f) < AnswerAt {
		t.Error("the very question that an officer ticked is not answered")
	}
}

// surelyRight are signals that the judge takes for an answer.
func surelyRight() hinting.Signals {
	s := make(hinting.Signals, len(hinting.SignalNames))
	for i, name := range hinting.SignalNames {
		if hinting.Shipped.Weights[name] > 0 {
			s[i] = 4
		}
	}
	return s
}
