package check

import (
	"slices"
	"strings"

	"phatngon/bot/words"
	"phatngon/internal/desk/same/link"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/answer/quotable"
	"phatngon/knowledge/verify"
)

// How much must be the same before a text is said to be that of a statement: fewer words
// may stand in any text, and what shares fewer is about the same thing in other words.
const (
	leastVerbatim = 5
	leastChanged  = 10
	leastShare    = 0.6 // of the words that were pasted
	leastLikeness = 0.4 // with the whole sentences
)

// From how many words on a text says something of its own, and how like a statement it
// must be to be taken for that one altered, not for another of its kind.
const (
	leastAlone   = 16
	leastAltered = 0.7
)

// words puts pasted words beside the statements that they may be from, as they came and
// without the question around them.
func (f *Finding) words(w World, text string) bool {
	plain := link.Without(text)
	f.Pasted = verify.ReadPasted(Stripped(plain))
	if f.Pasted.Len() < leastVerbatim {
		return false
	}
	best, found := comparison{}, false
	forms := slices.Compact([]string{text, plain, Stripped(plain)})
	for _, h := range w.Base.Alike(f.Pasted.Text, w.Audience, w.Now) {
		frame := frameOf(w, h)
		for _, form := range forms {
			p := verify.ReadPasted(unframed(form, frame))
			c, ok := verify.Beside(p, h.Body, quotable.Parts(h.Body))
			if one := (comparison{h, c, p}); ok && tells(p, c) && (!found || best.worse(one)) {
				best, found = one, true
			}
		}
	}
	if !found {
		return false
	}
	f.Pasted, f.Beside = best.pasted, best.Comparison
	f.Linked = foreign(w, text, best.Held)
	whole := quotable.Whole(best.Body, best.Official)
	f.Part = whole != best.Official
	f.made(w, best.Held, whole, ByText)
	if f.Outcome == Verbatim && (len(best.Changes) > 0 || f.Pasted.Cut || f.Linked) {
		f.Outcome = Changed
	}
	return true
}

// frameOf are the lines that our own card of a statement has around its words.
func frameOf(w World, h answer.Held) []string {
	q, ok := w.Base.QuoteAt(h, quotable.Opening(h.Body))
	if !ok {
		return nil
	}
	card := words.CardsOf(answer.Answer{Status: answer.Answered, Quotes: []answer.Quote{q}})[0]
	before, rest, _ := strings.Cut(card, "“")
	behind := rest[strings.LastIndex(rest, "”")+len("”"):]
	return append(strings.Split(before+"\n"+behind, "\n"), words.TextDisclosure, (answer.Answer{Corrects: true}).Lead())
}

// unframed is a text without the lines of a card of ours.
func unframed(text string, frame []string) string {
	if len(frame) == 0 || !strings.Contains(text, "\n") {
		return text
	}
	var kept []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); line == "" || !slices.Contains(frame, line) {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n")
}

// foreign reports a link in a text that is neither in the statement nor its own page.
func foreign(w World, text string, h answer.Held) bool {
	var own []string
	for _, l := range link.Find(h.Body + "\n" + h.SourceURL) {
		own = append(own, l.Text)
	}
	return slices.ContainsFunc(link.Find(text), func(l link.Link) bool {
		page, ours := w.published(text[l.Start:l.End])
		return !slices.Contains(own, l.Text) && !(ours && page.Code == h.Code)
	})
}

// comparison is a statement and how a pasted text differs from it.
type comparison struct {
	answer.Held
	verify.Comparison
	pasted verify.Pasted
}

// worse reports whether other is nearer: in words first, then in force before what is not.
func (c comparison) worse(other comparison) bool {
	if a, b := c.Likeness(), other.Likeness(); a != b {
		return a < b
	}
	return c.Fate != answer.InForce && other.Fate == answer.InForce
}

// tells reports whether so much is the same that it can be said to be from there.
func tells(p verify.Pasted, c verify.Comparison) bool {
	if len(c.Changes) == 0 {
		return c.Words >= leastVerbatim
	}
	return c.Words >= leastChanged && float64(c.Same) >= leastShare*float64(p.Len()) && c.Likeness() >= leastLikeness
}

// altered reports that a text can only be that of the statement with something changed. One
// of another day or place may be another notice, as true as the one that was found.
func (f Finding) altered() bool {
	other := func(c verify.Change) bool { return c.Kind == verify.ChangedDate || c.Kind == verify.ChangedName }
	return f.Beside.Likeness() >= leastAltered && !slices.ContainsFunc(f.Beside.Changes, other)
}
