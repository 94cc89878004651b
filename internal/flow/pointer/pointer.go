// Package pointer asks a language model, where one is configured, what it points at. It
// promises that nobody waits longer than the budget, that a model which fails is left alone
// for a while, and that without an answer all goes on as if there were no model.
package pointer

import (
	"cmp"
	"context"
	"errors"
	"log/slog"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"phatngon/internal/llm"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/statement"
)

// Pointer is a model and how it is used. A nil one points at nothing.
type Pointer struct {
	Client *llm.Client
	Base   *answer.Base
	Budget time.Duration // how long a message waits for it, all calls together; 0 = DefaultBudget
	Now    func() time.Time
	Log    *slog.Logger

	resting atomic.Int64 // Unix nanoseconds before which nothing is asked
	asking  atomic.Int64

	mu       sync.Mutex
	failures int // in a row
	counts   Counts
}

// Counts are what a model was asked and what it cost, since the start.
type Counts struct{ Asked, Failed, Skipped, Calls, Tokens int }

// DefaultBudget is how long a message waits.
const DefaultBudget = 4 * time.Second

// Limits of asking.
const (
	rest      = 30 * time.Second // after a failure, doubling
	longest   = 10 * time.Minute
	maxAsking = 8 // at once
	passages  = 8
	longText  = 1000 // runes of a message
	words     = 2    // fewer are a number, a button or a yes
)

// Pointed is what the model says to a message: as worded to stand alone, and what it points at.
type Pointed struct {
	Worded string
	At     *answer.Pointed
}

// Message asks about a message that may lean on what was asked before. The budget is for all
// of it.
func (p *Pointer) Message(ctx context.Context, q answer.Question, before []string) Pointed {
	if p == nil || len(strings.Fields(q.Text)) < words || len([]rune(q.Text)) > longText {
		return Pointed{}
	}
	if p.Resting() {
		p.count(Counts{Skipped: 1})
		return Pointed{}
	}
	if len(before) == 0 && p.Base.Ask(q).Status == answer.Refused {
		return Pointed{} // nothing comes near
	}
	ctx, cancel := context.WithTimeout(ctx, cmp.Or(p.Budget, DefaultBudget))
	defer cancel()
	var found Pointed
	asked := q
	if len(before) > 0 {
		p.once(ctx, "word", func() (used llm.Usage, err error) {
			found.Worded, used, err = p.Client.Word(ctx, before, q.Text)
			return used, err
		})
		asked.Text = cmp.Or(found.Worded, q.Text)
	}
	found.At = p.point(ctx, asked, q.Text)
	return found
}

// Vietnamese is an English question in words to search with, "" where nobody puts it so.
func (p *Pointer) Vietnamese(ctx context.Context, question string) (worded string) {
	if p == nil || len([]rune(question)) > longText {
		return ""
	}
	ctx, cancel := context.WithTimeout(ctx, cmp.Or(p.Budget, DefaultBudget))
	defer cancel()
	p.once(ctx, "vietnamese", func() (used llm.Usage, err error) {
		worded, used, err = p.Client.Vietnamese(ctx, question)
		return used, err
	})
	return worded
}

// point asks which sentences answer; what they are pointed at for is the message itself.
func (p *Pointer) point(ctx context.Context, asked answer.Question, message string) *answer.Pointed {
	shown := p.Base.Numbered(asked, passages)
	if len(shown) == 0 {
		return nil
	}
	var given []llm.Passage
	for _, n := range shown {
		given = append(given, llm.Passage{Title: n.Title, Sentences: n.Sentences})
	}
	var picks []llm.Pick
	ok := p.once(ctx, "point", func() (used llm.Usage, err error) {
		picks, used, err = p.Client.Point(ctx, asked.Text, given)
		return used, err
	})
	if !ok {
		return nil
	}
	at := &answer.Pointed{Question: message, None: len(picks) == 0}
	for _, pick := range picks {
		for _, sentence := range pick.Sentences {
			if span, ok := shown[pick.Passage-1].Span(sentence); ok {
				at.Spans = append(at.Spans, span)
			}
		}
	}
	return at
}

// Propose asks what people would ask of a statement that anyone may read.
func (p *Pointer) Propose(ctx context.Context, s statement.Statement) []string {
	if p == nil || s.Audience != statement.AudiencePublic || s.EmbargoUntil != nil && p.Now().Before(*s.EmbargoUntil) || s.Status != statement.StatusPublished {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, cmp.Or(p.Budget, DefaultBudget))
	defer cancel()
	var all []string
	p.once(ctx, "propose", func() (used llm.Usage, err error) {
		all, used, err = p.Client.Propose(ctx, s.Title, s.Body)
		return used, err
	})
	return all
}

// once asks, unless the model rests or is asked too much; false when there is no answer.
func (p *Pointer) once(ctx context.Context, what string, ask func() (llm.Usage, error)) bool {
	defer p.asking.Add(-1)
	if p.asking.Add(1) > maxAsking || p.Resting() {
		p.count(Counts{Skipped: 1})
		return false
	}
	used, err := ask()
	p.count(Counts{Asked: 1, Calls: used.Calls, Tokens: used.Tokens})
	p.mu.Lock()
	defer p.mu.Unlock()
	switch {
	case err == nil:
		p.failures = 0
		return true
	case errors.Is(err, context.Canceled): // who asked is gone
		return false
	}
	pause := min(rest<<min(p.failures, 10), longest)
	p.failures++
	p.counts.Failed++
	p.resting.Store(p.Now().Add(pause).UnixNano())
	p.Log.Warn("ask the model", "what", what, "error", err, "resting", pause)
	return false
}

// Resting reports whether the model failed lately and is left alone.
func (p *Pointer) Resting() bool { return p.Now().UnixNano() < p.resting.Load() }

func (p *Pointer) count(c Counts) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.counts.Asked += c.Asked
	p.counts.Skipped += c.Skipped
	p.counts.Calls += c.Calls
	p.counts.Tokens += c.Tokens
}

// Counts are the numbers until now.
func (p *Pointer) Counts() Counts {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.counts
}
