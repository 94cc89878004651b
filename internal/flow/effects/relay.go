// Package effects is the one relay that finishes what must follow a change. Effects are
// written with the document that changed (internal/desk/effect); the relay does each at
// once, and again after a crash until it is done. Handlers store what they do under the
// effect's key, so that doing one twice is doing it once.
package effects

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/store"
)

// Handler does one effect. owner is the id of the document that carries it: of an effect
// of a conversation, the requester's. An error means that it is done again later.
type Handler func(ctx context.Context, owner string, e effect.Effect) error

// Relay finishes effects. Its handlers are set before use; the kinds without one are
// Missing, and a program that misses one does not start.
type Relay struct {
	Store *store.Store
	Now   func() time.Time
	Log   *slog.Logger

	handlers map[effect.Kind]Handler

	mu    sync.Mutex
	waits map[string]wait // by document: not before this time, after so many failures
}

type wait struct {
	until    time.Time
	failures int
}

// Handle sets the handler of a kind.
func (r *Relay) Handle(k effect.Kind, h Handler) {
	if r.handlers == nil {
		r.handlers = map[effect.Kind]Handler{}
	}
	r.handlers[k] = h
}

// Missing lists the kinds of effects that nothing handles.
func (r *Relay) Missing() []effect.Kind {
	var missing []effect.Kind
	for _, k := range effect.Kinds() {
		if r.handlers[k] == nil {
			missing = append(missing, k)
		}
	}
	return missing
}

// Audit enters a decision into the chain; an effect that comes again is there already.
func (r *Relay) Audit(ctx context.Context, _ string, e effect.Effect) error {
	a := e.Audit
	_, err := r.Store.AppendAudit(ctx, desk.AuditRecord{ID: e.Key, At: e.At, Officer: a.Officer, Action: a.Action, Subject: a.Subject, Detail: a.Detail})
	return err
}

// Do does effects in order, until one fails.
func (r *Relay) Do(ctx context.Context, owner string, all []effect.Effect) error {
	for _, e := range all {
		if err := r.one(ctx, owner, e); err != nil {
			return err
		}
	}
	return nil
}

func (r *Relay) one(ctx context.Context, owner string, e effect.Effect) error {
	handle := r.handlers[e.Kind]
	if handle == nil {
		return fmt.Errorf("effect %s of %s: no handler", e.Kind, e.Key)
	}
	if err := handle(ctx, owner, e); err != nil {
		return fmt.Errorf("effect %s: %w", e.Kind, err)
	}
	return nil
}

// Finish does what a document just changed carries. What fails stays with it and is
// tried again by Watch, so that the change itself has succeeded either way.
func (r *Relay) Finish(ctx context.Context, collection, id string) {
	if err := r.finish(context.WithoutCancel(ctx), collection, id); err != nil {
		r.postpone(collection + "/" + id)
		r.Log.Warn("an effect will be tried again", "collection", collection, "error", err)
	}
}

func (r *Relay) finish(ctx context.Context, collection, id string) error {
	pending, err := r.Store.Pending(ctx, collection, id)
	if err != nil || len(pending) == 0 {
		return err
	}
	var done []string
	var failed error
	for _, e := range pending {
		if failed = r.one(ctx, id, e); failed != nil {
			break // later ones may rest on it
		}
		done = append(done, e.Key)
	}
	if len(done) > 0 {
		failed = errors.Join(failed, r.Store.Settle(ctx, collection, id, done...))
	}
	return failed
}

// How often what a crash or a failure left is looked for, how much at once, and how long
// a document rests after a failure.
const (
	watchEvery = time.Second
	watchMost  = 200
	restMost   = 5 * time.Minute
)

// Watch finishes what a crash or a failure left, at once and until ctx ends.
func (r *Relay) Watch(ctx context.Context) {
	tick := time.NewTicker(watchEvery)
	defer tick.Stop()
	for {
		if err := r.Sweep(ctx); err != nil && ctx.Err() == nil {
			r.Log.Error("finish effects", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// Sweep finishes what is outstanding now; documents that failed lately rest.
func (r *Relay) Sweep(ctx context.Context) error {
	found, err := r.Store.Outstanding(ctx, watchMost)
	if err != nil {
		return fmt.Errorf("look for effects: %w", err)
	}
	for _, c := range found {
		if ctx.Err() == nil && r.due(c.Collection+"/"+c.ID) {
			r.Finish(ctx, c.Collection, c.ID)
		}
	}
	return nil
}

func (r *Relay) due(document string) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	w, resting := r.waits[document]
	return !resting || !r.Now().Before(w.until)
}

// postpone lets a document rest, longer after each failure.
func (r *Relay) postpone(document string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.waits == nil || len(r.waits) > 10*watchMost {
		r.waits = map[string]wait{}
	}
	w := r.waits[document]
	w.failures++
	w.until = r.Now().Add(min(watchEvery<<min(w.failures-1, 10), restMost))
	r.waits[document] = w
}
