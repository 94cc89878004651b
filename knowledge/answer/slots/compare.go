package slots

import "strings"

// Slot is one thing a question may ask about: the words that name it, "" where it names
// none, and what its rules say of what is quoted.
type Slot struct {
	Name  string // place, time, number, name, value or premise
	Words string
	Verdict
}

// slotRules are the rules by what they look at, and the words that name it.
var slotRules = []struct {
	name  string
	asked func(*judge) string
	rules []func(*judge) Verdict
}{
	{"place", (*judge).placesAsked, []func(*judge) Verdict{placeRule, routeRule}},
	{"time", (*judge).timesAsked, []func(*judge) Verdict{timeRule}},
	{"number", nothing, []func(*judge) Verdict{numberRule}},
	{"name", (*judge).nameAsked, []func(*judge) Verdict{nameRule}},
	{"value", (*judge).valueAsked, []func(*judge) Verdict{moneyRule, workRule, valueRule}},
	{"premise", nothing, []func(*judge) Verdict{premiseRule}},
}

// Compare lists what q asks about, each with what is found of it in what is quoted of s: it
// explains Judge, and decides nothing. What q does not ask about is left out.
func Compare(q Question, s Source) []Slot {
	j := newJudge(q, s)
	var all []Slot
	for _, r := range slotRules {
		slot := Slot{Name: r.name, Words: r.asked(j)}
		for _, rule := range r.rules {
			if slot.Verdict = rule(j); slot.Ruling != CannotTell {
				break
			}
		}
		if slot.Words != "" || slot.Ruling != CannotTell {
			all = append(all, slot)
		}
	}
	return all
}

func nothing(*judge) string { return "" }

func (j *judge) placesAsked() string {
	var all []string
	for _, n := range j.names() {
		all = append(all, j.typed(n.at, n.at+n.n))
	}
	return strings.Join(all, ", ")
}

func (j *judge) timesAsked() string {
	var all []string
	words := j.asking()
	for i := 0; i < len(words); {
		_, n := dateAt(j.Text, words, i)
		if n > 0 {
			all = append(all, j.typed(j.from+i, j.from+i+n))
		}
		i += max(n, 1)
	}
	return strings.Join(all, ", ")
}

func (j *judge) nameAsked() string {
	at, n := find(j.asking(), bodyAsked)
	if at < 0 {
		at, n = j.whoAsked()
	}
	return j.askedAt(at, n)
}

func (j *judge) valueAsked() string {
	w := j.wanted()
	if w == nil {
		return ""
	}
	return j.askedAt(find(j.asking(), w.asked))
}

func (j *judge) askedAt(at, n int) string {
	if at < 0 {
		return ""
	}
	return j.typed(j.from+at, j.from+at+n)
}
