package picture

import (
	"encoding/binary"
	"image"

	"github.com/corona10/goimagehash"
	"golang.org/x/image/draw"
)

// Hash is what a picture looks like, 4,128 bytes: first the signs of 16 × 16 waves
// of its light, 32 bytes, by which pictures are found whatever their size, sharpness
// and colour; then the light of 64 × 64 places, 0 to 255, by which another caption on
// one photograph shows. Nil is that of a picture with too little on it to tell.
type Hash []byte

const (
	waves  = 32  // bytes of signs
	places = 64  // a side
	side   = 256 // of the small picture that is hashed
	length = waves + places*places
)

// leastDetail is how uneven a picture must be, see detail: a white page has 0, a soft
// gradient 44, a page with six lines of writing 78.
const leastDetail = 50

// Hash is the hash of p.
func (p Picture) Hash() Hash { return hashOf(p.small()) }

// Turned are the hashes of p mirrored and on its sides, p's own first: what was
// turned to slip by is near one of them.
func (p Picture) Turned() []Hash {
	var all []Hash
	small := p.small()
	for orientation := 1; orientation <= 8; orientation++ {
		all = append(all, hashOf(turn(small, orientation)))
	}
	return all
}

func (p Picture) small() *image.RGBA {
	small := image.NewRGBA(image.Rect(0, 0, side, side))
	draw.BiLinear.Scale(small, small.Bounds(), p.image, p.image.Bounds(), draw.Src, nil)
	return small
}

func hashOf(small *image.RGBA) Hash {
	signs, err := goimagehash.ExtPerceptionHash(small, 16, 16)
	light := lightOf(small)
	if err != nil || detail(light) < leastDetail {
		return nil
	}
	var h Hash
	for _, word := range signs.GetHash() {
		h = binary.BigEndian.AppendUint64(h, word)
	}
	return append(h, light...)
}

// lightOf is the light of 64 × 64 places, row by row.
func lightOf(small *image.RGBA) []byte {
	const step = side / places
	light := make([]byte, 0, places*places)
	for y := 0; y < side; y += step {
		for x := 0; x < side; x += step {
			light = append(light, lightAt(small, x, y, step))
		}
	}
	return light
}

// lightAt is the mean light of a square of pixels.
func lightAt(m *image.RGBA, x, y, step int) byte {
	sum := 0
	for row := y; row < y+step; row++ {
		for pixels := m.Pix[m.PixOffset(x, row):][:4*step]; len(pixels) > 0; pixels = pixels[4:] {
			sum += 299*int(pixels[0]) + 587*int(pixels[1]) + 114*int(pixels[2])
		}
	}
	return byte(sum / (1000 * step * step))
}

// detail is how much light changes from place to place, as PDQ counts it.
func detail(light []byte) (sum int) {
	for i := range places*(places-1) - 1 {
		if i%places < places-1 {
			sum += step(light[i], light[i+1]) + step(light[i], light[i+places])
		}
	}
	return sum / 90
}

func step(a, b byte) int { return (max(int(a), int(b)) - min(int(a), int(b))) * 100 / 255 }
