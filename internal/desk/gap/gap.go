// Package gap puts together what people asked and no statement answered, so that an office
// sees what it has not spoken of yet: a gap is what several people ask in other words. It
// promises to count people, not messages, and it says who asks to nobody.
package gap

import (
	"cmp"
	"slices"
	"time"

	"phatngon/internal/desk/same/question"
	"phatngon/knowledge/statement"
)

// Miss says that somebody asked, in these words, what nothing answered. Asker is a keyed
// hash, and Day has no hour.
type Miss struct {
	ID      string    `bson:"_id"` // keyed hash of person and wording: asking again is the same miss
	Version int64     `bson:"version"`
	Asker   string    `bson:"asker"`
	Text    string    `bson:"text"`            // masked
	Unit    string    `bson:"unit"`            // who would be asked about it
	Wrong   string    `bson:"wrong,omitempty"` // the statement that was shown, of which the person said that it is not that
	Day     time.Time `bson:"day"`
}

// Gap is what people ask in one sense.
type Gap struct {
	ID       string    // of the miss whose words stand for it
	Text     string    // in one person's own words, masked
	Others   []string  // other wordings
	Units    []string  // who would be asked, the most named first
	People   int       // who asked in the period
	Before   int       // and in the one before it
	Wrong    int       // of People: who were shown a statement that is not that
	Shown    []string  // the statements that are not that
	Last     time.Time // the day
	asked    question.Asked
	misses   []Miss
	wordings map[string]bool
}

// alike is the share of words that two questions have in common to be of one gap: looser than
// for leading somebody to another's request, since here only officers read it.
const alike = 0.5

// Of puts misses together: those since from are the period's, the older ones the one's before
// it. A gap that nobody asks about in the period is none. First stands what most people ask.
func Of(misses []Miss, from time.Time) []Gap {
	var l lot
	exact := map[string]*Gap{}
	for _, m := range misses {
		key := statement.Wording(m.Text)
		g := exact[key]
		if g == nil {
			g = l.find(question.Of(m.Text))
			exact[key] = g
		}
		g.misses, g.wordings[key] = append(g.misses, m), true
	}
	return counted(l.gaps, from)
}

// lot is gaps, found by the words of the first question of each.
type lot struct {
	gaps   []*Gap
	byWord map[string][]int
	common []int // how many words of a question each has
}

// find is the gap that a question is of, a new one where none shares enough with it.
func (l *lot) find(asked question.Asked) *Gap {
	if g := l.nearest(asked); g != nil {
		return g
	}
	if l.byWord == nil {
		l.byWord = map[string][]int{}
	}
	g := &Gap{asked: asked, wordings: map[string]bool{}}
	for _, w := range asked.Words() {
		l.byWord[w] = append(l.byWord[w], len(l.gaps))
	}
	l.gaps, l.common = append(l.gaps, g), append(l.common, 0)
	return g
}

// nearest is the gap that shares most with a question, the first of several, nil where none
// shares enough. Only those with enough words in common are compared.
func (l *lot) nearest(asked question.Asked) (best *Gap) {
	var touched []int
	for _, w := range asked.Words() {
		for _, i := range l.byWord[w] {
			if l.common[i]++; l.common[i] == 1 {
				touched = append(touched, i)
			}
		}
	}
	slices.Sort(touched)
	most := 0.0
	for _, i := range touched {
		g := l.gaps[i]
		all := len(asked.Words()) + len(g.asked.Words()) - l.common[i]
		if share := float64(l.common[i]) / float64(all); share >= alike && share > most && asked.Shares(g.asked) > 0 {
			best, most = g, share
		}
		l.common[i] = 0
	}
	return best
}

func counted(gaps []*Gap, from time.Time) []Gap {
	var all []Gap
	for _, g := range gaps {
		if g.count(from); g.People > 0 {
			all = append(all, *g)
		}
	}
	slices.SortFunc(all, func(a, b Gap) int {
		return cmp.Or(b.People-a.People, a.Before-b.Before, b.Last.Compare(a.Last), cmp.Compare(a.Text, b.Text))
	})
	return all
}

// count says of how many people the misses are, and which words stand for them: the words
// most people use, best spelled.
func (g *Gap) count(from time.Time) {
	now, before, wrong := map[string]bool{}, map[string]bool{}, map[string]bool{}
	said, units := map[string]int{}, map[string]int{}
	for _, m := range g.misses {
		if said[statement.Wording(m.Text)]++; m.Day.Before(from) {
			before[m.Asker] = true
			continue
		}
		now[m.Asker] = true
		if m.Wrong != "" {
			wrong[m.Asker] = true
			g.Shown = append(g.Shown, m.Wrong)
		}
		if m.Unit != "" {
			units[m.Unit]++
		}
		if m.Day.After(g.Last) {
			g.Last = m.Day
		}
	}
	g.People, g.Before, g.Wrong = len(now), len(before), len(wrong)
	slices.Sort(g.Shown)
	g.Units, g.Shown = mostNamed(units), slices.Compact(g.Shown)
	g.word(said)
}

func mostNamed(units map[string]int) []string {
	var all []string
	for unit := range units {
		all = append(all, unit)
	}
	slices.SortFunc(all, func(a, b string) int { return cmp.Or(units[b]-units[a], cmp.Compare(a, b)) })
	return all
}

// word chooses the words of the gap, and lists the others, each wording once.
func (g *Gap) word(said map[string]int) {
	slices.SortFunc(g.misses, func(a, b Miss) int {
		return cmp.Or(said[statement.Wording(b.Text)]-said[statement.Wording(a.Text)], marks(b.Text)-marks(a.Text), cmp.Compare(a.Text, b.Text), cmp.Compare(a.ID, b.ID))
	})
	seen := map[string]bool{}
	for i, m := range g.misses {
		key := statement.Wording(m.Text)
		if seen[key] {
			continue
		}
		if seen[key] = true; i == 0 {
			g.ID, g.Text = m.ID, m.Text
		} else {
			g.Others = append(g.Others, m.Text)
		}
	}
}

// marks tells how much of a text has diacritics: bytes beside letters.
func marks(s string) int { return len(s) - len([]rune(s)) }

// Has reports whether the miss with this id is of the gap.
func (g Gap) Has(id string) bool {
	return slices.ContainsFunc(g.misses, func(m Miss) bool { return m.ID == id })
}
