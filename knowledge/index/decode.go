package index

import "math"

// choice is what a token was read as, with the other likely words.
type choice struct {
	reading
	others []alternative
}

// An alternative is another word a token may stand for.
type alternative struct {
	id     uint32
	weight float64 // against 1 for the word chosen
}

const (
	minAlternative  = 0.08
	maxAlternatives = 3
)

// decode finds the most likely words: the cheapest way through the readings,
// and beside each word chosen those nearly as likely in the best way through
// them.
func (x *Index) decode(lattice [][]reading) []choice {
	steps := x.steps(lattice)
	forward, back := x.forward(lattice, steps)
	backward := backward(lattice, steps)
	choices := make([]choice, len(lattice))
	at := 0
	for i := len(lattice) - 1; i >= 0; i-- {
		if i == len(lattice)-1 {
			at = cheapest(forward[i])
		} else {
			at = back[i+1][at]
		}
		choices[i].reading = lattice[i][at]
		best := forward[i][at] + backward[i][at]
		for j, r := range lattice[i] {
			weight := math.Exp(best - forward[i][j] - backward[i][j])
			if j != at && weight >= minAlternative && len(r.ids) == 1 && r.ids[0] != none {
				choices[i].others = append(choices[i].others, alternative{r.ids[0], weight})
			}
		}
		choices[i].keepBest()
	}
	return choices
}

func (c *choice) keepBest() {
	for len(c.others) > maxAlternatives {
		least := 0
		for i, o := range c.others {
			if o.weight < c.others[least].weight {
				least = i
			}
		}
		c.others = append(c.others[:least], c.others[least+1:]...)
	}
}

// steps is the cost of going from each reading of a token to each of the next;
// steps[i] leads to token i, row by row of the token before. Where neither
// token leaves a choice it does not matter and is 0.
func (x *Index) steps(lattice [][]reading) [][]float64 {
	steps := make([][]float64, len(lattice))
	for i := 1; i < len(lattice); i++ {
		from, to := lattice[i-1], lattice[i]
		steps[i] = make([]float64, len(from)*len(to))
		if len(from) == 1 && len(to) == 1 {
			continue
		}
		for k, p := range from {
			for j, r := range to {
				steps[i][k*len(to)+j] = x.model.cost(p.last(), r.first())
			}
		}
	}
	return steps
}

// forward is the cost of the best way up to and through each reading.
func (x *Index) forward(lattice [][]reading, steps [][]float64) (costs [][]float64, back [][]int) {
	costs, back = make([][]float64, len(lattice)), make([][]int, len(lattice))
	for i, readings := range lattice {
		costs[i], back[i] = make([]float64, len(readings)), make([]int, len(readings))
		for j, r := range readings {
			least, from := math.Inf(1), 0
			if i == 0 {
				least = x.model.cost(none, r.first())
			} else {
				for k := range lattice[i-1] {
					if c := costs[i-1][k] + steps[i][k*len(readings)+j]; c < least {
						least, from = c, k
					}
				}
			}
			costs[i][j], back[i][j] = least+r.cost+r.in, from
		}
	}
	return costs, back
}

// backward is the cost of the best way from after each reading to the end.
func backward(lattice [][]reading, steps [][]float64) [][]float64 {
	costs := make([][]float64, len(lattice))
	for i := len(lattice) - 1; i >= 0; i-- {
		costs[i] = make([]float64, len(lattice[i]))
		if i == len(lattice)-1 {
			continue
		}
		next := lattice[i+1]
		for j := range lattice[i] {
			least := math.Inf(1)
			for k, n := range next {
				least = min(least, steps[i+1][j*len(next)+k]+n.cost+n.in+costs[i+1][k])
			}
			costs[i][j] = least
		}
	}
	return costs
}

func cheapest(costs []float64) (at int) {
	for i, c := range costs {
		if c < costs[at] {
			at = i
		}
	}
	return at
}
