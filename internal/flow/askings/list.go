package askings

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"phatngon/internal/desk/people"
	"phatngon/internal/llm"
	"phatngon/internal/store"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/statement"
)

// Bounds of the list an office reads: what is looked at, and what is shown.
const (
	wordingsWeighed = 40
	wordingsShown   = 10
)

// AskedWording is the askings of a statement in one wording.
type AskedWording struct {
	ID     string // of one of them, to name it by
	Text   string // as one person put it, masked
	People int
	Last   time.Time // the day
	Picked bool      // somebody picked the statement by its title
	Filed  bool      // the statement was made to answer it
	Found  bool      // the assistant now answers it from the statement at once
	Masked bool      // something of Text is hidden, so that it is no question yet

	wording string
	askers  map[string]bool
}

// Of lists how people word what s answers and its questions do not say yet,
// for those who may write it: first what the assistant does not find by itself.
// What it finds counts only when several people say it so.
func (k *Askings) Of(ctx context.Context, by people.Officer, s statement.Statement) ([]AskedWording, error) {
	if err := people.MayDraft(by, s.Unit); err != nil {
		return nil, err
	}
	all, err := k.Store.AskingsOf(ctx, s.Code)
	if err != nil {
		return nil, fmt.Errorf("list askings of %s: %w", s.Code, err)
	}
	wordings := slices.DeleteFunc(wordingsOf(all), func(w *AskedWording) bool {
		return s.Asks(w.wording) || s.Proposal != nil && s.Proposal.Asks(w.wording)
	})
	slices.SortFunc(wordings, compareWordings)
	wordings = wordings[:min(len(wordings), wordingsWeighed)]
	for _, w := range wordings {
		a := k.Base.Ask(answer.Question{Text: w.Text, Audience: s.Audience, Now: k.Now()})
		w.Found = a.Status.Asserts() && a.Quotes[0].Statement == s.Code
	}
	return shownWordings(wordings), nil
}

func shownWordings(wordings []*AskedWording) []AskedWording {
	slices.SortFunc(wordings, compareWordings)
	var shown []AskedWording
	for _, w := range wordings {
		if len(shown) < wordingsShown && (!w.Found || w.People > 1) {
			shown = append(shown, *w)
		}
	}
	return shown
}

// compareWordings puts first what helps most: what is not found, and of that
// what more people say; to know that the statement was meant is worth two more.
func compareWordings(a, b *AskedWording) int {
	if a.Found != b.Found {
		return falseFirst(a.Found)
	}
	return cmp.Or(b.weight()-a.weight(), b.Last.Compare(a.Last), cmp.Compare(a.Text, b.Text))
}

func falseFirst(a bool) int {
	if a {
		return 1
	}
	return -1
}

func (w *AskedWording) weight() int {
	if w.Picked || w.Filed {
		return w.People + 2
	}
	return w.People
}

// wordingsOf puts together the askings that differ in spelling only.
func wordingsOf(all []store.Asking) []*AskedWording {
	var wordings []*AskedWording
	found := map[string]*AskedWording{}
	for _, a := range all {
		key := statement.Wording(a.Text)
		w := found[key]
		if w == nil {
			w = &AskedWording{wording: key, askers: map[string]bool{}}
			found[key], wordings = w, append(wordings, w)
		}
		w.add(a)
	}
	return wordings
}

func (w *AskedWording) add(a store.Asking) {
	if w.ID == "" || betterSpelled(a.Text, w.Text) {
		w.ID, w.Text = a.ID, a.Text
		_, w.Masked = llm.Unmasked(a.Text)
	}
	if a.Day.After(w.Last) {
		w.Last = a.Day
	}
	w.askers[a.Asker] = true
	w.People = len(w.askers)
	w.Picked = w.Picked || a.How == store.AskingPicked
	w.Filed = w.Filed || a.How == store.AskingFiled
}

// betterSpelled prefers the text with more diacritics: bytes beside letters.
func betterSpelled(a, b string) bool {
	marks := func(s string) int { return len(s) - len([]rune(s)) }
	return cmp.Or(marks(a)-marks(b), cmp.Compare(b, a)) > 0
}
