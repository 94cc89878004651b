package askings

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/gap"
	"phatngon/internal/desk/people"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/lang"
	"phatngon/knowledge/statement"
)

// mostMisses is how many misses of a period are put together; the newest count.
const mostMisses = 1500

// Missed is the handler that keeps that nothing answered a question of owner.
func (k *Askings) Missed(ctx context.Context, owner string, e effect.Effect) error {
	who, err := k.Store.Requester(ctx, owner)
	if err == nil {
		k.CountMissed(ctx, who, *e.Asking)
	}
	return nil // counting never fails or holds up an answer
}

// CountMissed keeps that nothing answered a question, under the rules of an asking.
func (k *Askings) CountMissed(ctx context.Context, who people.Requester, a effect.Asking) {
	k.quietly(ctx, "keep what was not answered", func(ctx context.Context) error {
		return k.putMiss(ctx, who, a.Question, gap.Miss{Unit: a.Unit})
	})
}

// putMiss keeps m, unless an erasure has overtaken it.
func (k *Askings) putMiss(ctx context.Context, who people.Requester, question string, m gap.Miss) error {
	text, ok := askingText(question)
	if !ok {
		return nil
	}
	m.ID, m.Asker, m.Text, m.Day = k.missID(who, text), k.Asker("", who.ID), text, k.today()
	if err := k.Store.PutMiss(ctx, m); err != nil {
		return err
	}
	_, err := k.Store.Requester(ctx, who.ID)
	if errors.Is(err, desk.ErrNotFound) {
		return k.Store.DeleteMisses(ctx, m.ID)
	}
	return err
}

func (k *Askings) missID(who people.Requester, text string) string {
	return k.askingKey("miss", who.ID, statement.Wording(text))
}

// judgeGap keeps that what was shown is not what was asked, or that it is: then nothing is
// missing.
func (k *Askings) judgeGap(ctx context.Context, who people.Requester, question string, s statement.Statement, right bool) error {
	if !right {
		return k.putMiss(ctx, who, question, gap.Miss{Unit: s.Unit, Wrong: s.Code})
	}
	text, ok := askingText(question)
	if !ok {
		return nil
	}
	return k.Store.DeleteMisses(ctx, k.missID(who, text))
}

// Period is the days that gaps are of, up to now, and as many before them.
type Period struct {
	Unit string // "" is every unit
	Days int
	Text string // words that a question must hold, in any spelling; "" for all
}

// Gaps is what people asked in a period and no statement answers now, what most ask first,
// and whether older misses of the period were left out.
func (k *Askings) Gaps(ctx context.Context, p Period) (gaps []gap.Gap, cut bool, err error) {
	to := k.today().AddDate(0, 0, 1)
	from := to.AddDate(0, 0, -p.Days)
	now, err := k.Store.MissesIn(ctx, p.Unit, from, to, mostMisses)
	if err != nil {
		return nil, false, fmt.Errorf("list what was not answered: %w", err)
	}
	before, err := k.Store.MissesIn(ctx, p.Unit, from.AddDate(0, 0, -p.Days), from, mostMisses)
	if err != nil {
		return nil, false, fmt.Errorf("list what was not answered before: %w", err)
	}
	return gap.Of(holding(append(now, before...), p.Text), from), len(now) == mostMisses, nil
}

// TallyMissed says how many were not answered in the last days, counting up to most.
func (k *Askings) TallyMissed(ctx context.Context, unit string, days, most int) (int, error) {
	to := k.today().AddDate(0, 0, 1)
	return k.Store.TallyMisses(ctx, unit, to.AddDate(0, 0, -days), to, most)
}

func holding(misses []gap.Miss, text string) []gap.Miss {
	words := strings.Fields(lang.Fold(text))
	return slices.DeleteFunc(misses, func(m gap.Miss) bool {
		folded := lang.Fold(m.Text)
		return slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(folded, w) })
	})
}

// closing is how many wordings of a gap the assistant must answer for it to be closed.
const closing = 3

// Closed reports whether the assistant by now answers a gap's first wordings at once, as to
// anybody, from another statement than those that are not that.
func (k *Askings) Closed(g gap.Gap) bool {
	texts := append([]string{g.Text}, g.Others...)
	for _, text := range texts[:min(len(texts), closing)] {
		a := k.Base.Ask(answer.Question{Text: text, Audience: statement.AudiencePublic, Now: k.Now()})
		if !a.Status.Asserts() || slices.Contains(g.Shown, a.Quotes[0].Statement) {
			return false
		}
	}
	return true
}

// gapDays is how far back a gap is looked for by one of its misses.
const gapDays = 90

// GapOf is the gap that the miss with this id is of, for those who look after its unit.
func (k *Askings) GapOf(ctx context.Context, by people.Officer, id string) (gap.Gap, error) {
	m, err := k.Store.Miss(ctx, id)
	if err != nil {
		return gap.Gap{}, err
	}
	unit := ""
	if !people.Coordinates(by) {
		if unit = by.Unit; m.Unit != unit {
			return gap.Gap{}, desk.ErrNotFound
		}
	}
	days := max(gapDays, int(k.Now().Sub(m.Day).Hours()/24)+1)
	gaps, _, err := k.Gaps(ctx, Period{Unit: unit, Days: days})
	if err != nil {
		return gap.Gap{}, err
	}
	if i := slices.IndexFunc(gaps, func(g gap.Gap) bool { return g.Has(id) }); i >= 0 {
		return gaps[i], nil
	}
	return gap.Gap{ID: m.ID, Text: m.Text}, nil
}
