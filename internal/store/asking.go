package store

import (
	"context"
	"errors"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/store/engine"
)

// Asking says that somebody asked, in these words, what a statement answers. It
// does not say who: Asker is a keyed hash that the same person has for no other
// statement, and Day has no hour.
type Asking struct {
	ID        string    `bson:"_id"` // keyed hash of statement, person and wording: asking again is the same asking
	Version   int64     `bson:"version"`
	Statement string    `bson:"statement"`
	How       string    `bson:"how"` // how we know that the statement was meant
	Asker     string    `bson:"asker"`
	Text      string    `bson:"text"` // masked
	Day       time.Time `bson:"day"`
}

// How it is known that a statement answers an asking. AskingHidden is on no
// asking but on the note that an office wants to see no more of a wording: its
// ID is made of statement and wording, and it has no words.
const (
	AskingPicked   = "picked"   // asked back with titles, the person picked this one
	AskingFiled    = "filed"    // a request whose answer became the statement
	AskingAnswered = "answered" // answered from it at once, and the person did not object
	AskingHidden   = "hidden"
)

// Bounds of what is kept: of each statement and way of asking, and of one
// person's wordings for one statement, so that no one pushes out the others.
const (
	keptAskings = 200
	keptOfAsker = 5
)

// AddAsking counts a. What the same person asked in the same words before
// stays one asking, with the newer day, and picked once it was picked. The
// oldest make room; of a person who has worded it in many ways nothing more is
// kept.
func (s *Store) AddAsking(ctx context.Context, a Asking) error {
	for {
		there, err := askings.Get(ctx, s.e, a.ID)
		if errors.Is(err, desk.ErrNotFound) {
			err = s.insertAsking(ctx, &a)
		} else if err == nil {
			err = s.renewAsking(ctx, there, a)
		}
		if !lostRace(err) {
			return err
		}
	}
}

// lostRace reports that the document was made, changed or removed meanwhile.
func lostRace(err error) bool {
	return errors.Is(err, desk.ErrConflict) || errors.Is(err, desk.ErrNotFound)
}

func (s *Store) renewAsking(ctx context.Context, there, a Asking) error {
	renewed := there
	if a.Day.After(there.Day) {
		renewed.Day = a.Day
	}
	if there.How == AskingAnswered {
		renewed.How = a.How
	}
	if renewed.How == there.How && renewed.Day.Equal(there.Day) {
		return nil
	}
	return askings.Replace(ctx, s.e, &renewed)
}

func (s *Store) insertAsking(ctx context.Context, a *Asking) error {
	own, err := askings.Count(ctx, s.e, engine.Grouping{Index: "asker_day", Values: []string{a.Asker}})
	if err != nil || own[a.Asker] >= keptOfAsker {
		return err
	}
	if err := askings.Insert(ctx, s.e, a); err != nil {
		return err
	}
	return s.trimAskings(ctx, a.Statement, a.How)
}

// trimAskings removes the oldest of those above the bound.
func (s *Store) trimAskings(ctx context.Context, statement, how string) error {
	count, err := askings.Count(ctx, s.e, engine.Grouping{Index: "statement_how_day", Equal: []any{statement}, Values: []string{how}})
	if err != nil || count[how] <= keptAskings {
		return err
	}
	old, err := askings.Find(ctx, s.e, engine.Query{Index: "statement_how_day", Equal: []any{statement, how}, Limit: count[how] - keptAskings})
	if err != nil {
		return err
	}
	return s.DeleteAskings(ctx, idsOf(old)...)
}

func idsOf(all []Asking) []string {
	ids := make([]string, len(all))
	for i, a := range all {
		ids[i] = a.ID
	}
	return ids
}

// Asking returns the asking with this id.
func (s *Store) Asking(ctx context.Context, id string) (Asking, error) {
	return askings.Get(ctx, s.e, id)
}

// AskingsOf lists the askings of a statement, the newest of each way first.
func (s *Store) AskingsOf(ctx context.Context, statement string) ([]Asking, error) {
	var all []Asking
	for _, how := range []string{AskingPicked, AskingFiled, AskingAnswered} {
		some, err := askings.Find(ctx, s.e, engine.Query{Index: "statement_how_day", Equal: []any{statement, how}, Desc: true, Limit: keptAskings})
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	return all, nil
}

// DeleteAskings removes askings; one that is gone already is no error.
func (s *Store) DeleteAskings(ctx context.Context, ids ...string) error {
	if len(ids) == 0 {
		return nil
	}
	return askings.Remove(ctx, s.e, ids...)
}

// DeleteAskingsBefore removes the askings, and the notes that hide some, of the
// days before t.
func (s *Store) DeleteAskingsBefore(ctx context.Context, t time.Time) error {
	return askings.RemoveAll(ctx, s.e, engine.Query{Index: "day", To: t})
}

// HideAsking notes under id that an office wants to see no more of a wording.
func (s *Store) HideAsking(ctx context.Context, id, statement string, day time.Time) error {
	err := askings.Insert(ctx, s.e, &Asking{ID: id, Statement: statement, How: AskingHidden, Day: day})
	if errors.Is(err, desk.ErrConflict) {
		return nil // hidden already
	}
	return err
}

// AskingsOn says how many askings of a statement there were on a day, up to most of each
// way of asking.
func (s *Store) AskingsOn(ctx context.Context, statement string, day time.Time, most int) (n int, err error) {
	for _, how := range []string{AskingAnswered, AskingPicked} {
		found, err := askings.Find(ctx, s.e, engine.Query{Index: "statement_how_day", Equal: []any{statement, how}, From: day, Limit: most})
		if err != nil {
			return n, err
		}
		n += len(found)
	}
	return n, nil
}
