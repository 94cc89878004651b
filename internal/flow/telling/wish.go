package telling

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"phatngon/bot/report"
	"phatngon/internal/desk"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/same"
	"phatngon/internal/flow/matching"
)

// Follow is the handler that notes that a person wants to hear what becomes of a matter
// they asked about, and says so. What became of it meanwhile is told at once.
func (q *Telling) Follow(ctx context.Context, owner string, e effect.Effect) error {
	who, err := q.Store.Requester(ctx, owner)
	if err != nil {
		return fmt.Errorf("load requester: %w", err)
	}
	if who.Erased {
		return nil // came late: nobody asks any more
	}
	return q.wish(ctx, who, *e.Wish, e.At, func(noted bool) error {
		return q.Send(ctx, who, e.Key, report.Followed(noted, q.Rules.At(e.At).KeptFor(policy.KeptWishes), e.Wish.Buttons))
	})
}

// FollowInApp is Follow for a person of the Mini App who writes to the Official Account too,
// where they are told; noted is false where nothing of it can be recognised again. Who never
// wrote there gets a *desk.InvalidError that says how they may hear of it. Twice is once.
func (q *Telling) FollowInApp(ctx context.Context, who people.Requester, w effect.Wish) (noted bool, err error) {
	if who.OAUserID == "" {
		return false, &desk.InvalidError{Field: "follow", Text: report.NoChat}
	}
	err = q.wish(ctx, who, w, q.Now(), func(done bool) error { noted = done; return nil })
	return noted, err
}

// wish notes a wish, has it said, and tells what was published since it was offered.
func (q *Telling) wish(ctx context.Context, who people.Requester, in effect.Wish, at time.Time, say func(noted bool) error) error {
	c, err := q.asked(ctx, in)
	if err != nil {
		return err
	}
	about := same.Traces(in.Text)
	if c != nil {
		about = append(about, cases.Trace{ID: cases.OfCase(c.Code)})
	}
	for _, t := range about {
		w := cases.Wish{ID: q.Hash(who.ID + "\n" + t.ID)[:32], Requester: who.ID, Matter: t.ID, Kind: t.Kind, Print: t.Print, At: at}
		if err := q.Store.KeepWish(ctx, &w); err != nil {
			return fmt.Errorf("keep a wish: %w", err)
		}
	}
	if err := say(len(about) > 0); err != nil || c == nil {
		return err
	}
	if c, err = q.ByCode(ctx, c.Code); err != nil || c == nil { // as it is now that the wish is there to be found
		return err
	}
	return q.tellMissed(ctx, *c, cases.Wish{Requester: who.ID, At: at})
}

// asked is the case that a wish is about; nil while there is none.
func (q *Telling) asked(ctx context.Context, w effect.Wish) (*cases.Case, error) {
	if w.Case != "" {
		return q.ByCode(ctx, w.Case)
	}
	return q.Known(ctx, w.Text)
}

// tellMissed tells what was published between the offer and the wish.
func (q *Telling) tellMissed(ctx context.Context, c cases.Case, w cases.Wish) error {
	for i := len(c.Steps) - 1; i >= 0; i-- {
		if cases.Tells(c, i) {
			return q.tellAsker(ctx, c, i, w)
		}
	}
	return nil
}

// tellAskers tells a step of a case to everybody who asked about it and wants to hear of it,
// but for those who hear it because they reported it.
func (q *Telling) tellAskers(ctx context.Context, c cases.Case, i int, p *progress) error {
	heard := map[string]bool{}
	var matters []cases.Trace
	for _, id := range c.Reports {
		traces, sender, err := q.reported(ctx, c, i, id)
		if err != nil {
			return err
		}
		matters = append(matters, traces...)
		heard[sender] = true
	}
	codes, err := q.wentInto(ctx, c)
	if err != nil {
		return err
	}
	for _, code := range codes {
		matters = append(matters, cases.Trace{ID: cases.OfCase(code)})
	}
	return q.tellWishes(ctx, c, i, matters, heard, p)
}

// reported is what a report is recognised by, and who sent it if they hear of step i for
// that: as a reporter, or in the receipt.
func (q *Telling) reported(ctx context.Context, c cases.Case, i int, id string) (traces []cases.Trace, sender string, err error) {
	r, err := q.Store.Report(ctx, id)
	if err != nil {
		return nil, "", fmt.Errorf("load report: %w", err)
	}
	traces, err = q.TracesOf(ctx, r)
	if err != nil || r.Anonymous || !r.Consent && c.Steps[i].At.After(r.CreatedAt) {
		return traces, "", err
	}
	sender, err = q.Store.Sender(ctx, id)
	if errors.Is(err, desk.ErrNotFound) {
		return traces, "", nil
	}
	if err != nil || !c.Steps[i].At.After(r.CreatedAt) {
		return traces, sender, err
	}
	who, err := q.Store.Requester(ctx, sender)
	if errors.Is(err, desk.ErrNotFound) || err == nil && !who.HearsOf(r.CreatedAt) {
		return traces, "", nil // but for a wish since
	}
	return traces, sender, err
}

// mostAbsorbed bounds how many cases that went into one are looked at.
const mostAbsorbed = 200

// wentInto are the codes of c and of all cases that went into it.
func (q *Telling) wentInto(ctx context.Context, c cases.Case) ([]string, error) {
	codes := []string{c.Code}
	seen := map[string]bool{c.Code: true}
	for all := []cases.Case{c}; len(all) > 0 && len(codes) < mostAbsorbed; all = all[1:] {
		for _, m := range all[0].Moves {
			if m.Kind != cases.Absorbed || m.Undone != nil || seen[m.Other] {
				continue
			}
			seen[m.Other] = true
			gone, err := q.Store.Case(ctx, m.Other)
			if err != nil {
				return nil, fmt.Errorf("load case %s: %w", m.Other, err)
			}
			codes, all = append(codes, m.Other), append(all, gone)
		}
	}
	return codes, nil
}

// tellWishes tells step i to whoever wished to hear of one of matters, or of a text that is
// taken for one of them. heard are those who heard it; who is told is added.
func (q *Telling) tellWishes(ctx context.Context, c cases.Case, i int, matters []cases.Trace, heard map[string]bool, p *progress) error {
	tell := func(w cases.Wish) error {
		if heard[w.Requester] {
			return nil
		}
		heard[w.Requester] = true
		return q.tellAsker(ctx, c, i, w)
	}
	matters = distinct(matters)
	for _, m := range from(matters, p) {
		if err := q.eachWish(ctx, m.ID, tell, p); err != nil {
			return err
		}
	}
	return q.alikeWishes(ctx, textsOf(matters), tell)
}

// distinct are matters, each once.
func distinct(matters []cases.Trace) []cases.Trace {
	seen := map[string]bool{}
	return slices.DeleteFunc(slices.Clone(matters), func(m cases.Trace) bool {
		again := seen[m.ID]
		seen[m.ID] = true
		return again
	})
}

// from are the matters whose wishes are still to be told.
func from(matters []cases.Trace, p *progress) []cases.Trace {
	next, _ := p.wishesLeft()
	i := slices.IndexFunc(matters, func(m cases.Trace) bool { return m.ID == next })
	return matters[max(i, 0):]
}

// textsOf are the first different texts among matters.
func textsOf(matters []cases.Trace) []cases.Trace {
	var texts []cases.Trace
	for _, m := range matters {
		if m.Kind == cases.TraceText && len(texts) < textsCompared {
			texts = append(texts, m)
		}
	}
	return texts
}

// textsCompared is how many different texts of one case are compared with what people ask.
const textsCompared = 50

// eachWish does something for each wish about a matter, from where p has come.
func (q *Telling) eachWish(ctx context.Context, matter string, do func(cases.Wish) error, p *progress) error {
	at, after := p.wishesLeft()
	if at != matter {
		after = ""
	}
	for more := true; more; more = after != "" {
		if err := p.wishesAt(ctx, matter, after); err != nil {
			return err
		}
		found, next, err := q.Store.WishesAbout(ctx, matter, after, 200)
		if err != nil {
			return fmt.Errorf("list wishes: %w", err)
		}
		for _, w := range found {
			if err := do(w); err != nil {
				return err
			}
		}
		p.since += max(len(found), 1)
		after = next
	}
	return nil
}

func (q *Telling) alikeWishes(ctx context.Context, texts []cases.Trace, do func(cases.Wish) error) error {
	if len(texts) == 0 {
		return nil
	}
	newest, err := q.Store.NewestWishes(ctx, cases.TraceText, matching.ComparedTo)
	if err != nil {
		return fmt.Errorf("list wishes: %w", err)
	}
	for _, w := range newest {
		for _, t := range texts {
			if joined, _ := matching.Judge(t, cases.Trace{Kind: w.Kind, Print: w.Print}); !joined {
				continue
			}
			if err := do(w); err != nil {
				return err
			}
			break
		}
	}
	return nil
}

// tellAsker sends the news of a step to who asked, under the key that who reported is told
// by: one person hears of a step once, whatever they did.
func (q *Telling) tellAsker(ctx context.Context, c cases.Case, i int, w cases.Wish) error {
	who, err := q.Store.Requester(ctx, w.Requester)
	if errors.Is(err, desk.ErrNotFound) {
		return nil // erased
	}
	if err != nil {
		return fmt.Errorf("load requester: %w", err)
	}
	m, ok := report.NewsAsked(c, i, q.UnitOf(c), q.PublicURL)
	if !ok || !who.HearsOf(w.At) {
		return nil
	}
	return q.Notice(ctx, who, q.toldKey(c, i, who.ID), m)
}

// toldKey is what a person is told a step of a case under. It stands in lists, logs and the
// audit chain, and names nobody there.
func (q *Telling) toldKey(c cases.Case, i int, requester string) string {
	return fmt.Sprintf("case:%s/%d/told/%s", c.Code, i+1, q.Hash("told\n" + requester)[:32])
}
