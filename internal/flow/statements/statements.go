// Package statements is what happens to official statements: drafts, publication, the
// answers that become statements, replacement, withdrawal, and who is told.
package statements

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/publication"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/routing"
	"phatngon/internal/flow/effects"
	"phatngon/internal/queue"
	"phatngon/internal/store"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/statement"
)

// Statements changes statements. All fields are set before use.
type Statements struct {
	Store     *store.Store
	Relay     *effects.Relay
	Base      *answer.Base
	Units     *routing.Registry
	Inbox     *queue.Queue // where the telling of many people is worked on
	PublicURL string
	Now       func() time.Time

	Notice func(ctx context.Context, who people.Requester, cause string, messages ...effect.Message) error
}

// Save keeps s as a draft. Of a published statement it becomes the proposed next
// version, while the published words stay in force. s.Version is the one the form was
// shown with, 0 for a new statement.
func (t *Statements) Save(ctx context.Context, by people.Officer, s statement.Statement) (statement.Statement, error) {
	if s.Version == 0 {
		return t.insert(ctx, by, s)
	}
	if err := t.lint(s); err != nil {
		return s, err
	}
	return t.change(ctx, s.Code, s.Version, func(current statement.Statement) (publication.Change, error) {
		return publication.Save(current, s, by, t.Now())
	})
}

func (t *Statements) insert(ctx context.Context, by people.Officer, s statement.Statement) (statement.Statement, error) {
	var err error
	if s.Code == "" {
		if s.Code, err = t.nextCode(ctx); err != nil {
			return s, err
		}
	}
	if err := t.lint(s); err != nil {
		return s, err
	}
	c, err := publication.New(s, by, t.Now())
	if err != nil {
		return s, err
	}
	return t.store(ctx, c)
}

// change loads a statement, checks that the form was shown with its current version,
// lets the desk decide, and stores the result with what must follow it in one write.
func (t *Statements) change(ctx context.Context, code string, version int64, decide func(statement.Statement) (publication.Change, error)) (statement.Statement, error) {
	current, err := t.Store.Statement(ctx, code)
	if err != nil {
		return current, fmt.Errorf("load statement %s: %w", code, err)
	}
	if current.Version != version {
		return current, desk.ErrConflict
	}
	c, err := decide(current)
	if err != nil {
		return current, err
	}
	return t.store(ctx, c)
}

// store writes a change, new or over the version it was decided on, and finishes it.
func (t *Statements) store(ctx context.Context, c publication.Change) (statement.Statement, error) {
	s, err := c.Statement, error(nil)
	if s.Version == 0 {
		err = t.Store.InsertStatement(ctx, &s, c.Effects...)
		if errors.Is(err, desk.ErrConflict) {
			return s, &desk.InvalidError{Field: "code", Text: "Mã phát ngôn này đã có; xin để trống để hệ thống tự đặt."}
		}
	} else {
		err = t.Store.ReplaceStatement(ctx, &s, c.Effects...)
	}
	if err != nil {
		return s, fmt.Errorf("store statement %s: %w", s.Code, err)
	}
	t.Relay.Finish(ctx, store.Statements, s.Code)
	return s, nil
}

// Publish puts a draft, or the proposed change of a published statement, into force.
// Nobody whose words stand in it publishes it. confirmed are the places of it that look
// personal and may be public all the same.
func (t *Statements) Publish(ctx context.Context, by people.Officer, code string, version int64, confirmed ...string) error {
	_, err := t.change(ctx, code, version, func(current statement.Statement) (publication.Change, error) {
		c, err := publication.Publish(current, by, confirmed, t.Now())
		if err != nil {
			return c, err
		}
		if err := t.lint(c.Statement); err != nil {
			return c, err
		}
		return c, t.maySupersede(ctx, by, c.Statement.Supersedes)
	})
	return err
}

// Hint says what people would ask of a statement, by which it is found from then on.
func (t *Statements) Hint(ctx context.Context, by people.Officer, code string, version int64, hints []string) error {
	_, err := t.change(ctx, code, version, func(current statement.Statement) (publication.Change, error) {
		return publication.Hint(current, hints, by, t.Now())
	})
	return err
}

// maySupersede lets nobody end another unit's words: who replaces a statement
// must be one who could withdraw it.
func (t *Statements) maySupersede(ctx context.Context, by people.Officer, codes []string) error {
	for _, code := range codes {
		old, err := t.Store.Statement(ctx, code)
		if errors.Is(err, desk.ErrNotFound) {
			return &desk.InvalidError{Field: "supersedes", Text: "Không có phát ngôn " + code + " để thay thế. Xin kiểm tra lại mã."}
		}
		if err != nil {
			return fmt.Errorf("load superseded %s: %w", code, err)
		}
		if people.MayPublish(by, old.Unit) != nil {
			return &desk.InvalidError{Field: "supersedes", Text: "Phát ngôn " + code + " là của đơn vị khác; chỉ người phát ngôn của đơn vị đó thay thế được."}
		}
	}
	return nil
}

// Withdraw stops a statement from being quoted, in under a second on
// every instance, and tells everyone who was told it.
func (t *Statements) Withdraw(ctx context.Context, by people.Officer, code string, version int64, reason string) error {
	_, err := t.change(ctx, code, version, func(current statement.Statement) (publication.Change, error) {
		return publication.Withdraw(current, by, reason, t.Now())
	})
	return err
}

// Retract stops a statement from being quoted because the conclusion that it states was
// taken back. One that is missing or not in force is left alone.
func (t *Statements) Retract(ctx context.Context, code, reason string, at time.Time) error {
	for {
		s, err := t.Store.Statement(ctx, code)
		if errors.Is(err, desk.ErrNotFound) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("load statement %s: %w", code, err)
		}
		c, err := publication.Retract(s, reason, at)
		if err != nil {
			return nil // not in force
		}
		if _, err = t.store(ctx, c); !errors.Is(err, desk.ErrConflict) {
			return err
		}
	}
}

// PublishAnswer makes a signed answer a statement: in force at once when by may sign all
// of it, else a draft for somebody else to sign. It returns the statement as it stands.
func (t *Statements) PublishAnswer(ctx context.Context, by people.Officer, code string, part int, version int64, in publication.Publication) (statement.Statement, error) {
	r, err := t.Store.Request(ctx, code)
	if err != nil {
		return statement.Statement{}, fmt.Errorf("load request %s: %w", code, err)
	}
	c, err := publication.OfAnswer(r, part, in, by, t.Now())
	if err != nil {
		return c.Statement, err
	}
	if err := t.lint(c.Statement); err != nil {
		return c.Statement, err
	}
	if !request.UntouchedSince(r, part, version) {
		return c.Statement, desk.ErrConflict
	}
	if there, err := t.Store.Statement(ctx, c.Statement.Code); err == nil {
		return there, &desk.RuleError{Text: "Câu trả lời này đã được soạn để công bố với mã " + there.Code + ". Xin mở phát ngôn đó."}
	}
	return t.store(ctx, c)
}

// Supersede is the handler that marks the statements which another one replaces. One
// that is missing or not in force is left alone.
func (t *Statements) Supersede(ctx context.Context, _ string, e effect.Effect) error {
	for _, code := range e.Statement.Codes {
		if err := t.supersede(ctx, code, e.Statement.Code, e.At); err != nil {
			return err
		}
	}
	return nil
}

func (t *Statements) supersede(ctx context.Context, code, successor string, at time.Time) error {
	for {
		old, err := t.Store.Statement(ctx, code)
		if errors.Is(err, desk.ErrNotFound) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("load superseded %s: %w", code, err)
		}
		c, err := publication.Supersede(old, successor, at)
		if err != nil {
			return nil // not in force
		}
		if _, err = t.store(ctx, c); !errors.Is(err, desk.ErrConflict) {
			return err
		}
	}
}

// nextCode numbers a statement in the series of the requests, so that all codes have one
// form and none is that of another request's answer, see statement.CodeOfAnswer.
func (t *Statements) nextCode(ctx context.Context) (string, error) {
	year := strconv.Itoa(t.Now().In(calendar.Zone).Year())
	n, err := t.Store.NextNumber(ctx, request.Series+year)
	if err != nil {
		return "", fmt.Errorf("number a statement: %w", err)
	}
	return fmt.Sprintf("PN-%s-%05d", year, n), nil
}

// lint holds a form to the rules of a file.
func (t *Statements) lint(s statement.Statement) error {
	for _, p := range statement.Lint(s, t.KnownUnit) {
		return &desk.InvalidError{Field: p.Field, Text: p.Text}
	}
	return nil
}

// KnownUnit reports whether code is a unit of this office.
func (t *Statements) KnownUnit(code string) bool {
	_, ok := t.Units.Unit(code)
	return ok
}
