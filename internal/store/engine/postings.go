package engine

import (
	"encoding/binary"
	"fmt"
	"math/bits"
)

// blockSize is how many documents of consecutive ids share a block.
const blockSize = 1000

// sparse is up to how many documents a block's postings are kept one by one.
const sparse = 40

// postings say which documents of a block have a word: one bit each.
type postings [(blockSize + 63) / 64]uint64

func (p *postings) set(i int)   { p[i/64] |= 1 << (i % 64) }
func (p *postings) unset(i int) { p[i/64] &^= 1 << (i % 64) }

// and keeps those that q has too.
func (p *postings) and(q postings) {
	for i := range p {
		p[i] &= q[i]
	}
}

// below keeps those before i.
func (p *postings) below(i int) {
	for n := range p {
		switch {
		case n*64 >= i:
			p[n] = 0
		case (n+1)*64 > i:
			p[n] &= 1<<(i%64) - 1
		}
	}
}

func (p *postings) count() (n int) {
	for _, w := range p {
		n += bits.OnesCount64(w)
	}
	return n
}

// descending lists what p has, the highest first.
func (p *postings) descending() []int {
	list := make([]int, 0, p.count())
	for n := len(p) - 1; n >= 0; n-- {
		for w := p[n]; w != 0; {
			top := 63 - bits.LeadingZeros64(w)
			list, w = append(list, n*64+top), w&^(1<<top)
		}
	}
	return list
}

// encode is p as it is stored: few one by one, many as bits; nil when it has none.
func (p *postings) encode() (data []byte) {
	if p.count() > sparse {
		for _, w := range p {
			data = binary.BigEndian.AppendUint64(data, w)
		}
		return data
	}
	for _, i := range p.descending() {
		data = binary.BigEndian.AppendUint16(data, uint16(i))
	}
	return data
}

func decodePostings(data []byte) (p postings, err error) {
	if len(data) == 8*len(p) {
		for i := range p {
			p[i] = binary.BigEndian.Uint64(data[8*i:])
		}
		return p, nil
	}
	if len(data)%2 != 0 || len(data) > 2*sparse {
		return p, fmt.Errorf("postings of %d bytes cannot be read", len(data))
	}
	for ; len(data) > 0; data = data[2:] {
		p.set(int(binary.BigEndian.Uint16(data)) % blockSize)
	}
	return p, nil
}

// numberOf is the block of an id and its place in it: the last three digits. An id that does
// not end in three is a block of its own.
func numberOf(id string) (block string, place int) {
	cut := len(id) - 3
	if cut < 0 {
		return id + alone, 0
	}
	for _, digit := range []byte(id[cut:]) {
		if digit < '0' || digit > '9' {
			return id + alone, 0
		}
		place = place*10 + int(digit-'0')
	}
	return id[:cut], place
}

// alone ends the name of a block of one; no id has it.
const alone = "\x00"

// idOf is the id at a place of a block.
func idOf(block string, place int) string {
	if n := len(block) - len(alone); n >= 0 && block[n:] == alone {
		return block[:n]
	}
	return block + string([]byte{byte('0' + place/100), byte('0' + place/10%10), byte('0' + place%10)})
}
