package picture

import (
	"math"
	"math/bits"
)

// Suggest and Join are how many of 256 signs two pictures may differ in to be shown
// as perhaps one and to be taken as one. Measured (TestForeignPictures): blurred,
// shrunk, sharpened and squared copies differ in at most 8, other pictures in at
// least 104. A copy cut by 2 % on each side differs in 38.
const (
	Suggest = 40
	Join    = 20
)

// patch is how far the light of one place may be off in pictures that are taken as
// one, in standard deviations of its picture: copies stay below 0.35, a line of
// writing on one of them begins at 0.9. A letter changed in it is not seen.
const patch = 0.55

// Verdict is what to do with two pictures.
type Verdict int

// Of two pictures that differ in a patch, such as a caption, none is joined.
const (
	Apart Verdict = iota
	Suggested
	Joined
)

// Distance is in how many of 256 signs two pictures differ; all, where one has no hash.
func Distance(a, b Hash) int {
	if len(a) != length || len(b) != length {
		return waves * 8
	}
	n := 0
	for i := range waves {
		n += bits.OnesCount8(a[i] ^ b[i])
	}
	return n
}

// Judge is what to do with two pictures.
func Judge(a, b Hash) Verdict {
	switch d := Distance(a, b); {
	case d > Suggest:
		return Apart
	case d > Join || farthest(a[waves:], b[waves:]) > patch:
		return Suggested
	}
	return Joined
}

// farthest is how far apart the light of a and b is where it is farthest, each seen
// from its own mean in its own standard deviations: brightness and contrast do not count.
func farthest(a, b []byte) (most float64) {
	meanA, deviationA := spread(a)
	meanB, deviationB := spread(b)
	for i := range a {
		most = max(most, math.Abs((float64(a[i])-meanA)/deviationA-(float64(b[i])-meanB)/deviationB))
	}
	return most
}

// spread is the mean of light and its standard deviation, at least 1.
func spread(light []byte) (mean, deviation float64) {
	var sum, squares float64
	for _, l := range light {
		sum += float64(l)
		squares += float64(l) * float64(l)
	}
	mean = sum / float64(len(light))
	return mean, math.Sqrt(max(squares/float64(len(light))-mean*mean, 1))
}
