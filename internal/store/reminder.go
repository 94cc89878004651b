package store

import (
	"context"
	"time"

	"phatngon/internal/desk/effect"
	"phatngon/internal/store/engine"
	"phatngon/internal/store/table"
)

// Reminders is the collection of reminders.
const Reminders = "reminders"

// Reminder is a letter that an officer is owed. ID says what is told to whom, so that
// nobody is told the same twice; of the request it holds the code only.
type Reminder struct {
	ID      string    `bson:"_id"`
	Version int64     `bson:"version"`
	Officer string    `bson:"officer"`
	Subject string    `bson:"subject"`
	Text    string    `bson:"text"`
	Short   string    `bson:"short,omitempty"` // the same for a chat
	At      time.Time `bson:"at"`
}

var reminders = table.Table[Reminder]{
	Collection: engine.Carrier(Reminders, []engine.Index{{Name: "at", Fields: []string{"at"}}}),
	Key:        func(r *Reminder) (string, *int64) { return r.ID, &r.Version },
}

// InsertReminder stores a reminder with the effect that sends it. desk.ErrConflict: it
// was told already.
func (s *Store) InsertReminder(ctx context.Context, r *Reminder, effects ...effect.Effect) error {
	return reminders.Insert(ctx, s.e, r, effects...)
}

// Reminder returns the reminder with this id.
func (s *Store) Reminder(ctx context.Context, id string) (Reminder, error) {
	return reminders.Get(ctx, s.e, id)
}

// DeleteRemindersBefore removes the reminders of before t.
func (s *Store) DeleteRemindersBefore(ctx context.Context, t time.Time) error {
	return reminders.RemoveAll(ctx, s.e, engine.Query{Index: "at", To: t})
}
