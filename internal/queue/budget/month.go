package budget

import "time"

const unknown = -1

// month is what is left of the messages that the package pays for, as Zalo said
// last, and never more than our own limit.
type month struct {
	limit int // ours; 0 = none
	left  int // unknown until Zalo has said
	until time.Time
}

// Reserved shares of the month: what is less urgent stops earlier.
var reserved = [...]int{Reply: 0, Answer: 0, Notice: 20, Broadcast: 50} // percent

// MayPay reports whether a message of this priority may be sent that the
// month's budget pays for.
func (b *Budget) MayPay(p Priority) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	left := b.monthLeft()
	if left == unknown {
		return true
	}
	return left > b.month.limit*reserved[min(max(p, 0), Broadcast)]/100
}

// Paid learns how many paid messages Zalo says are left of how many.
func (b *Budget) Paid(remain, total int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.o.PerMonth > 0 {
		remain, total = min(remain, b.o.PerMonth-(total-remain)), min(total, b.o.PerMonth)
	}
	b.month = month{limit: total, left: max(remain, 0), until: nextMonth(b.o.Now())}
}

// UsedUp notes that Zalo refused a message for want of quota.
func (b *Budget) UsedUp() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.month.left, b.month.until = 0, nextMonth(b.o.Now())
}

// monthLeft is unknown before Zalo's first word, and again when the month ends.
func (b *Budget) monthLeft() int {
	if !b.o.Now().Before(b.month.until) {
		return unknown
	}
	return b.month.left
}

// vietnam is the zone of Zalo's month.
var vietnam = time.FixedZone("+07", 7*60*60)

func nextMonth(now time.Time) time.Time {
	y, m, _ := now.In(vietnam).Date()
	return time.Date(y, m+1, 1, 0, 0, 0, 0, vietnam)
}
