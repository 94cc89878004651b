// Package live tells an open queue that requests have come, over server-sent events. One
// watcher looks into the store for all pages of this process, and only while there are any.
// Without a script nothing is missing: the queue is read again as ever.
package live

import (
	"cmp"
	"context"
	"log/slog"
	"sync"
	"time"

	"phatngon/internal/desk/request"
	"phatngon/internal/store"
)

const (
	lookEvery = 3 * time.Second
	overlap   = 10 * time.Second // the clocks of instances may differ
	mostFound = 500              // changes that one look reads
	mostPages = 6                // streams of one session
)

// Hub pokes the pages that a change concerns.
type Hub struct {
	Store *store.Store
	Now   func() time.Time
	Log   *slog.Logger
	Every time.Duration // between two looks; 0: lookEvery
	Beat  time.Duration // between two signs of life of a stream; 0: beatEvery

	mu    sync.Mutex
	pages map[*page]bool
	of    map[string]int // streams by session
	stop  context.CancelFunc
	idle  chan struct{} // closed when the watcher has ended
}

// page is one open stream. Its poke says that something changed, once until it is read.
type page struct {
	unit, session string
	poke          chan struct{}
}

// enter adds a page, and begins to watch for the first one; nil when the session has too
// many. unit "" is every unit.
func (h *Hub) enter(unit, session string) *page {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.of[session] >= mostPages {
		return nil
	}
	if h.pages == nil {
		h.pages, h.of = map[*page]bool{}, map[string]int{}
	}
	p := &page{unit: unit, session: session, poke: make(chan struct{}, 1)}
	h.pages[p] = true
	h.of[session]++
	if len(h.pages) == 1 {
		var ctx context.Context
		ctx, h.stop = context.WithCancel(context.Background())
		h.idle = make(chan struct{})
		go h.watch(ctx, h.idle)
	}
	return p
}

// leave takes a page away, and ends the watching with the last one.
func (h *Hub) leave(p *page) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.pages, p)
	if h.of[p.session]--; h.of[p.session] == 0 {
		delete(h.of, p.session)
	}
	if len(h.pages) == 0 {
		h.stop()
	}
}

// Idle is closed once nobody is watched for any more; nil when nobody ever was.
func (h *Hub) Idle() <-chan struct{} {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.idle
}

func (h *Hub) watch(ctx context.Context, idle chan<- struct{}) {
	defer close(idle)
	tick := time.NewTicker(cmp.Or(h.Every, lookEvery))
	defer tick.Stop()
	for since := h.Now(); ; {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		now := h.Now()
		changed, err := h.Store.RequestsChangedSince(ctx, since.Add(-overlap), mostFound)
		if err != nil {
			if ctx.Err() == nil {
				h.Log.ErrorContext(ctx, "look for new requests", "error", err)
			}
			continue
		}
		since = now
		h.tell(changed)
	}
}

// tell pokes the pages that one of the changes concerns.
func (h *Hub) tell(changed []request.Request) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for p := range h.pages {
		for _, r := range changed {
			if concerns(r, p.unit) {
				poke(p)
				break
			}
		}
	}
}

func poke(p *page) {
	select {
	case p.poke <- struct{}{}:
	default: // it is poked already
	}
}

func concerns(r request.Request, unit string) bool {
	for _, part := range r.Parts {
		if unit == "" || part.Unit == unit {
			return true
		}
	}
	return false
}

// arrived reports whether something of a request that is still open came to a unit after an
// instant: filed, transferred to it, or divided.
func arrived(r request.Request, unit string, since time.Time) bool {
	for _, part := range r.Parts {
		if unit != "" && part.Unit != unit || !part.State.Open() {
			continue
		}
		for _, s := range part.Steps {
			if (s.Action == request.ActReceive || s.Action == request.ActTransfer) && s.At.After(since) {
				return true
			}
		}
	}
	return false
}
