package limits

import "sync"

// Pool is room that is lent: so much in all, and so much to one key. Safe for
// concurrent use.
type Pool struct {
	total, perKey int

	mu   sync.Mutex
	lent int
	by   map[string]int
}

// NewPool returns a Pool in which all is free.
func NewPool(total, perKey int) *Pool {
	return &Pool{total: total, perKey: perKey, by: map[string]int{}}
}

// Take lends n to key until it is given back; false when there is no room.
func (p *Pool) Take(key string, n int) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.lent+n > p.total || p.by[key]+n > p.perKey {
		return false
	}
	p.lent += n
	p.by[key] += n
	return true
}

// Return gives back what Take lent.
func (p *Pool) Return(key string, n int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.lent -= n
	if p.by[key] -= n; p.by[key] == 0 {
		delete(p.by, key)
	}
}
