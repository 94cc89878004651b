package verify

// How dear it is to read a pasted text as the words of a statement: a word that has other
// diacritics, one that is another, one that is missing or too many.
const (
	otherMarks = 2
	otherWord  = 3
	loneWord   = 2
)

// How texts can differ at one place.
type move uint8

const (
	stop move = iota
	both      // a word of each
	onlyOurs
	onlyTheirs
)

// alignment is, for each word of a pasted text, the word of the statement that it stands
// for, -1 for none; and what that costs.
type alignment struct {
	ours []int
	cost int
}

// align reads pasted as a piece of ours, from anywhere to anywhere, at the least cost.
func align(pasted, ours []word) alignment {
	width := len(ours) + 1
	moves := make([]move, (len(pasted)+1)*width)
	above, here := make([]int, width), make([]int, width) // the first row is free: a piece may begin anywhere
	for i, p := range pasted {
		here[0] = above[0] + loneWord
		row := moves[(i+1)*width:]
		row[0] = onlyTheirs
		for j, w := range ours {
			least, by := above[j]+costOf(p, w), both
			if c := above[j+1] + loneWord; c < least {
				least, by = c, onlyTheirs
			}
			if c := here[j] + loneWord; c < least {
				least, by = c, onlyOurs
			}
			here[j+1], row[j+1] = least, by
		}
		above, here = here, above
	}
	end := 0
	for j, cost := range above {
		if cost < above[end] {
			end = j
		}
	}
	return alignment{walk(moves, width, len(pasted), end), above[end]}
}

// walk follows moves back from where a piece ends.
func walk(moves []move, width, i, j int) []int {
	ours := make([]int, i)
	for i > 0 {
		switch moves[i*width+j] {
		case both:
			i, j = i-1, j-1
			ours[i] = j
		case onlyOurs:
			j--
		default:
			i--
			ours[i] = -1
		}
	}
	return ours
}

// costOf is how dear it is that p stands for w. A word typed without diacritics stands for
// any that only has them more: nobody can say which was meant.
func costOf(p, w word) int {
	switch {
	case same(p, w):
		return 0
	case p.plain == w.plain && !p.strange:
		return otherMarks
	}
	return otherWord
}

func same(p, w word) bool {
	return !p.strange && (p.key == w.key || p.key == w.plain)
}

// window is the stretch of ours that shares most pairs of words with pasted, twice as long
// as that at most; and how many pairs.
func window(pasted, ours []word) (from, to, shared int) {
	known := map[[2]string]bool{}
	for i := 1; i < len(pasted); i++ {
		known[[2]string{pasted[i-1].plain, pasted[i].plain}] = true
	}
	n, length := 0, len(pasted)*3/2+20
	for i := 1; i < len(ours); i++ {
		if known[[2]string{ours[i-1].plain, ours[i].plain}] {
			n++
		}
		if first := i - length; first > 0 && known[[2]string{ours[first-1].plain, ours[first].plain}] {
			n--
		}
		if n > shared {
			to, shared = i+1, n
		}
	}
	if shared == 0 {
		return 0, 0, 0
	}
	return max(0, to-length-20), min(len(ours), to+length/4+20), shared
}
