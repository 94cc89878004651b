package spelling

import (
	"cmp"
	"math"
	"slices"
)

// A choice is what a token was read as, with the other likely words.
type choice struct {
	*reading
	others []Alternative
}

// An alternative is another word a token may stand for.
type Alternative struct {
	ID     uint32
	Weight float64 // against 1 for the word chosen
}

const (
	minAlternative  = 0.08
	maxAlternatives = 3
	beam            = 12.0 // nats behind the best so far at which a way is given up
	hopeless        = 2.6  // nats: more than minAlternative allows a way to be worse
)

// decode finds the most likely words: the cheapest way through the readings,
// and beside each word chosen those nearly as likely in the best way through
// them.
func (x *Speller) decode(l *lattice) []choice {
	x.goThrough(l)
	choices := make([]choice, len(l.tokens))
	at := 0
	for i := len(l.tokens) - 1; i >= 0; i-- {
		readings := l.of(i)
		if i == len(l.tokens)-1 {
			at = cheapest(readings)
		}
		c := choice{reading: &readings[at]}
		best := c.forward + c.backward
		for j := range readings {
			r := &readings[j]
			weight := math.Exp(best - r.forward - r.backward)
			if j != at && weight >= minAlternative && r.keys == nil && r.first != None {
				c.others = append(c.others, Alternative{r.first, weight})
			}
		}
		c.keepBest()
		choices[i], at = c, c.from
	}
	return choices
}

func (c *choice) keepBest() {
	for len(c.others) > maxAlternatives {
		least := 0
		for i, o := range c.others {
			if o.Weight < c.others[least].Weight {
				least = i
			}
		}
		c.others = append(c.others[:least], c.others[least+1:]...)
	}
}

func cheapest(readings []reading) (at int) {
	for i := range readings {
		if readings[i].forward < readings[at].forward {
			at = i
		}
	}
	return at
}

// goThrough finds the cost of the best way to and on from each reading. Ways
// far behind the best are given up. Where neither of two tokens leaves a choice,
// what it costs to go from one to the other does not matter and is 0.
func (x *Speller) goThrough(l *lattice) {
	var costs []float64 // of the steps, token by token, to each reading from each before it
	first := l.of(0)
	for j := range first {
		first[j].forward = x.model.alone(first[j].first) + first[j].cost
	}
	for i := 1; i < len(l.tokens); i++ {
		costs = x.forward(l.of(i-1), l.of(i), costs)
	}
	for i := len(l.tokens) - 1; i > 0; i-- {
		before, here := l.of(i-1), l.of(i)
		step := costs[len(costs)-len(before)*len(here):]
		costs = costs[:len(costs)-len(step)]
		backward(before, here, step)
	}
}

// forward goes from the readings of one token to those of the next and notes
// what each step costs. A step that cannot be part of any way worth keeping,
// even if it were free, is not looked up; the likeliest come first.
func (x *Speller) forward(before, here []reading, costs []float64) []float64 {
	var room [maxReadings]int
	order := byForward(before, room[:0])
	limit := before[order[0]].forward + beam
	choose := len(before) > 1 || len(here) > 1
	for k := range before {
		before[k].retreat = x.model.retreat(before[k].last)
	}
	for j := range here {
		r := &here[j]
		r.forward = math.Inf(1)
		from := len(costs)
		for range before {
			costs = append(costs, math.Inf(1))
		}
		for _, k := range order {
			p := &before[k]
			if p.forward+r.cost > min(limit, r.forward)+hopeless {
				break
			}
			step := r.cost
			if choose {
				step += x.model.costAfter(p.last, r.first, p.retreat)
			}
			if c := p.forward + step; c < r.forward {
				r.forward, r.from = c, k
			}
			costs[from+k] = step
		}
	}
	return costs
}

// byForward lists readings by the cost of the way to them, the cheapest first.
func byForward(readings []reading, order []int) []int {
	for i := range readings {
		order = append(order, i)
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(readings[a].forward, readings[b].forward) })
	return order
}

func backward(before, here []reading, step []float64) {
	for k := range before {
		p := &before[k]
		p.backward = math.Inf(1)
		for j := range here {
			p.backward = min(p.backward, step[j*len(before)+k]+here[j].backward)
		}
	}
}
