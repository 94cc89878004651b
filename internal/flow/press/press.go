// Package press is what happens to reporters' registrations and what follows: who a person
// is known as, what they hear, and which new statements they are told of. The rules are
// internal/desk/press'; here they are loaded, asked and stored, each change with what must
// follow it.
package press

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/press"
	"phatngon/internal/flow/effects"
	"phatngon/internal/flow/rules"
	"phatngon/internal/queue"
	"phatngon/internal/store"
)

// Press changes registrations. All fields are set before use.
type Press struct {
	Store    *store.Store
	Relay    *effects.Relay
	Rules    *rules.Rules
	Inbox    *queue.Queue // where the telling of many people is worked on
	UnitName func(code string) string
	Key      []byte // under which what brings registrations is hashed
	Now      func() time.Time

	Fetch  func(ctx context.Context, address string) ([]byte, error) // a picture that a person sent
	Upload func(ctx context.Context, who people.Requester, sum string) ([]byte, error)
	Drop   func(ctx context.Context, who people.Requester, sum string) error // an upload that was taken
	Become func(ctx context.Context, id string, change func(people.Requester) people.Requester) error
	Send   func(ctx context.Context, who people.Requester, cause string, messages ...effect.Message) error
	Notice func(ctx context.Context, who people.Requester, cause string, messages ...effect.Message) error
	Told   func(ctx context.Context, requester, event string, e effect.Effect) error // enters the ledger
}

// Latest is the registration that a person is asked about; nil of none.
func (q *Press) Latest(ctx context.Context, requester string) (*press.Registration, error) {
	all, err := q.Store.RegistrationsOf(ctx, requester)
	if err != nil {
		return nil, fmt.Errorf("list registrations: %w", err)
	}
	return press.Latest(all), nil
}

func (q *Press) hash(source string) string {
	h := hmac.New(sha256.New, q.Key)
	h.Write([]byte(source))
	return hex.EncodeToString(h.Sum(nil))
}

func idOf(source string) string { return "PV-" + strings.ToUpper(source[:10]) }

// Filing is what a reporter shows. Source is the id of what caused it: the same source
// registers once. Pictures are as they were received.
type Filing struct {
	Source   string
	Newsroom string
	Kind     string // a code of press.Kinds
	Pictures [][]byte
	At       time.Time
}

// Register takes what a reporter shows: to the registration that waits for the desk, else
// as a new one. No picture is kept that no registration names.
func (q *Press) Register(ctx context.Context, who people.Requester, in Filing) (press.Registration, error) {
	source := q.hash(in.Source)
	shown, err := q.shown(source, in)
	if err != nil {
		return press.Registration{}, err
	}
	for {
		r, err := q.register(ctx, who, source, shown, in.At)
		if errors.Is(err, desk.ErrConflict) {
			continue // a concurrent run of the same cause, or of another
		}
		if err != nil {
			return r, err
		}
		if err := q.keep(ctx, r, shown, in); err != nil {
			return r, err
		}
		q.Relay.Finish(ctx, store.Press, r.ID)
		return r, q.stillMeant(ctx, who, r.ID, shown)
	}
}

// FromApp is Register with pictures that the person has uploaded before, by SHA-256.
func (q *Press) FromApp(ctx context.Context, who people.Requester, in Filing, uploads []string) (press.Registration, error) {
	if r, ok, err := q.known(ctx, who, in.Source); ok || err != nil {
		return r, err
	}
	if len(uploads) > press.MostPictures {
		return press.Registration{}, &desk.InvalidError{Field: "pictures", Text: fmt.Sprintf("Xin gửi nhiều nhất %d ảnh một lần.", press.MostPictures)}
	}
	for _, sum := range uploads {
		data, err := q.Upload(ctx, who, sum)
		if err != nil {
			return press.Registration{}, err
		}
		in.Pictures = append(in.Pictures, data)
	}
	r, err := q.Register(ctx, who, in)
	for _, sum := range uploads {
		if err == nil { // kept with the registration now: nowhere else
			err = q.Drop(ctx, who, sum)
		}
	}
	return r, err
}

// shown reads what is shown, and holds the pictures to be pictures.
func (q *Press) shown(source string, in Filing) (press.Shown, error) {
	kind, ok := press.KindOf(in.Kind)
	if !ok {
		return press.Shown{}, &desk.InvalidError{Field: "kind", Text: "Xin chọn loại phóng viên trong danh sách."}
	}
	shown := press.Shown{Newsroom: in.Newsroom, Foreign: kind.Foreign, Proof: kind.Proof}
	for i, data := range in.Pictures {
		if err := readable(data); err != nil {
			return shown, &desk.InvalidError{Field: "pictures", Text: "Một ảnh bị hỏng, quá lớn hoặc không phải ảnh. Anh/Chị chụp lại rồi gửi."}
		}
		shown.Pictures = append(shown.Pictures, press.Picture{ID: fmt.Sprintf("%s-%d", source[:32], i+1), SHA256: sum(data), Size: len(data), ReceivedAt: in.At})
	}
	return shown, nil
}

func (q *Press) register(ctx context.Context, who people.Requester, source string, shown press.Shown, at time.Time) (press.Registration, error) {
	all, err := q.Store.RegistrationsOf(ctx, who.ID)
	if err != nil {
		return press.Registration{}, fmt.Errorf("list registrations: %w", err)
	}
	for _, r := range all {
		if r.Knows(source) {
			return r, nil
		}
	}
	if r := press.Latest(all); r != nil && r.Open() {
		next, err := press.Supply(*r, who.ID, shown, at)
		if err != nil {
			return next, err
		}
		next = next.Know(source)
		return next, q.replace(ctx, &next)
	}
	r, err := press.New(idOf(source), source, who.ID, shown, at)
	if err != nil {
		return r, err
	}
	return r, q.Store.InsertRegistration(ctx, &r)
}

// keep keeps the bytes of what r names. A registration whose pictures are gone keeps none.
func (q *Press) keep(ctx context.Context, r press.Registration, shown press.Shown, in Filing) error {
	for i, p := range shown.Pictures {
		if named(r, p.ID) && r.Cleaned.IsZero() {
			if err := q.Store.KeepPressPicture(ctx, p.ID, in.Pictures[i]); err != nil {
				return err
			}
		}
	}
	return nil
}

func named(r press.Registration, picture string) bool {
	for _, p := range r.Pictures {
		if p.ID == picture {
			return true
		}
	}
	return false
}

// stillMeant removes pictures that were kept while the registration was taken back, and
// forgets what was registered while the person was being erased.
func (q *Press) stillMeant(ctx context.Context, who people.Requester, id string, shown press.Shown) error {
	r, err := q.Store.Registration(ctx, id)
	if err == nil && !r.Cleaned.IsZero() {
		err = q.discard(ctx, shown.Pictures)
	}
	if err != nil {
		return fmt.Errorf("look at registration %s again: %w", id, err)
	}
	now, err := q.Store.Requester(ctx, who.ID)
	if errors.Is(err, desk.ErrNotFound) || err == nil && now.Erased {
		return errors.Join(q.Forget(ctx, who.ID), desk.ErrForbidden)
	}
	return err
}

func (q *Press) replace(ctx context.Context, r *press.Registration) error {
	if err := q.Store.ReplaceRegistration(ctx, r); err != nil {
		return fmt.Errorf("change registration %s: %w", r.ID, err)
	}
	return nil
}

// change takes a step that somebody else may race with; a lost race is tried again, and a
// step that leaves r as it is stores nothing.
func (q *Press) change(ctx context.Context, id string, step func(press.Registration) (press.Registration, error)) (press.Registration, error) {
	for {
		r, err := q.Store.Registration(ctx, id)
		if err != nil {
			return r, fmt.Errorf("load registration %s: %w", id, err)
		}
		next, err := step(r)
		if err != nil || len(next.Effects) == 0 {
			return r, err
		}
		if err := q.replace(ctx, &next); err == nil {
			q.Relay.Finish(ctx, store.Press, id)
			return next, nil
		} else if !errors.Is(err, desk.ErrConflict) {
			return r, err
		}
	}
}
