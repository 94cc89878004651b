package store

import (
	"context"
	"errors"
	"fmt"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/routing"
	"phatngon/internal/store/auditlog"
	"phatngon/internal/store/casefile"
	"phatngon/internal/store/engine"
	"phatngon/internal/store/setting"
)

// ErrNewer says that the database was brought up to date by a newer program.
var ErrNewer = errors.New("the database was written by a newer release of this program; start that release or a newer one")

// errOlder says that the server must bring the database up to date first.
var errOlder = errors.New("the database was written by an older release; start the server once to bring it up to date")

// A migration is one step of a database from the release before to the next: it fills
// what the documents written so far lack. A step may run again after a crash, also
// while another instance runs it, so it changes only what lacks something.
type migration func(ctx context.Context, e engine.Engine) error

// migrations are all steps, in order; a database counts those it has behind it. A
// step that was released never changes.
var migrations = []migration{fillOfficeFields, casefile.FillSums, fillHandOverUnits, fillListed, fillJoined, fillGrave}

func fillOfficeFields(ctx context.Context, e engine.Engine) error {
	for _, c := range []*engine.Collection{
		&statements.Collection, &requests.Collection, &requesters.Collection,
		&officers.Collection, &sessions.Collection, &setting.Table.Collection,
	} {
		if err := e.Fill(ctx, c, "outstanding", false); err != nil {
			return err
		}
	}
	if err := e.Fill(ctx, &statements.Collection, "change", int64(0)); err != nil {
		return err
	}
	return e.Fill(ctx, &auditlog.Records.Collection, "chain", "")
}

// fillHandOverUnits: until then who waited did so at the coordinating office.
func fillHandOverUnits(ctx context.Context, e engine.Engine) error {
	return e.Fill(ctx, &handOvers.Collection, "unit", routing.ProvinceOffice)
}

// fillJoined: until then no request was answered with another.
func fillJoined(ctx context.Context, e engine.Engine) error {
	return e.Fill(ctx, &requests.Collection, "joined", "")
}

// fillGrave: until then nothing said in which talks somebody was denounced.
func fillGrave(ctx context.Context, e engine.Engine) error {
	return e.Fill(ctx, &handOvers.Collection, "grave", false)
}

// schema is the counter of the steps behind a database.
const schema = "schema"

// migrateWithin is the lease of the one instance that migrates; another takes over
// after a crash.
const migrateWithin = time.Minute

// migrate runs the steps that the database has not behind it, one after the other,
// on one instance; the others wait.
func (s *Store) migrate(ctx context.Context, steps []migration) error {
	for {
		done, err := s.counted(ctx, schema)
		switch {
		case err != nil:
			return err
		case done > int64(len(steps)):
			return ErrNewer
		case done == int64(len(steps)):
			return s.ReleaseLease(ctx, schema, s.boot)
		}
		mine, err := s.AcquireLease(ctx, schema, s.boot, migrateWithin, time.Now())
		switch {
		case err != nil:
			return err
		case mine || s.Exclusive():
			err = s.next(ctx, steps)
		default:
			err = pause(ctx, time.Second/10)
		}
		if err != nil {
			return err
		}
	}
}

// next runs the step that is due and notes that it is done. It counts anew: what was
// read before the lease was ours, another instance may have done since.
func (s *Store) next(ctx context.Context, steps []migration) error {
	done, err := s.counted(ctx, schema)
	if err != nil || done >= int64(len(steps)) {
		return err
	}
	if err := steps[done](ctx, s.e); err != nil {
		return fmt.Errorf("bring to schema version %d: %w", done+1, err)
	}
	err = counters.Save(ctx, s.e, &counter{ID: schema, Version: done})
	if errors.Is(err, desk.ErrConflict) {
		return nil
	}
	return err
}

// checkSchema refuses a database that is not this program's, where none can migrate it.
func (s *Store) checkSchema(ctx context.Context) error {
	done, err := s.counted(ctx, schema)
	switch {
	case err != nil:
		return err
	case done > int64(len(migrations)):
		return ErrNewer
	case done < int64(len(migrations)):
		return errOlder
	}
	return nil
}

func pause(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d):
		return nil
	}
}
