package object

// unlzw undoes the LZW filter (ISO 32000-1, 7.4.4): codes of 9 to 12 bits, the
// first bit first; early is 1 when codes grow one step before they must. It
// reports false for data that ends or breaks before its end mark, and gives at
// most limit bytes.
func unlzw(raw []byte, early, limit int) ([]byte, bool) {
	const clear, end = 256, 257
	t := lzwTable{early: early}
	t.clear()
	bits := bitReader{data: raw}
	last := -1
	var out []byte
	for len(out) <= limit {
		c, ok := bits.next(t.width)
		switch {
		case !ok:
			return out, false
		case c == end:
			return out, true
		case c == clear:
			t.clear()
			last = -1
			continue
		case c > t.size() || c == t.size() && last < 0:
			return out, false
		}
		start := len(out)
		out = t.write(out, c, last)
		if last >= 0 {
			t.add(last, out[start])
		}
		last = c
	}
	return out, true
}

// lzwTable is the strings that codes stand for, each as another and a byte.
type lzwTable struct {
	before []int
	byte   []byte
	width  int
	early  int
}

func (t *lzwTable) clear() { t.before, t.byte, t.width = t.before[:0], t.byte[:0], 9 }

// size is the next free code.
func (t *lzwTable) size() int { return 258 + len(t.byte) }

func (t *lzwTable) add(before int, b byte) {
	if t.size() >= 1<<12 {
		return
	}
	t.before, t.byte = append(t.before, before), append(t.byte, b)
	for t.width < 12 && t.size()+t.early >= 1<<t.width {
		t.width++
	}
}

// write appends the string of a code; the next free one is the last string
// with its own first byte again.
func (t *lzwTable) write(out []byte, code, last int) []byte {
	start, again := len(out), code == t.size()
	if again {
		code = last
	}
	for code >= 258 {
		out = append(out, t.byte[code-258])
		code = t.before[code-258]
	}
	out = append(out, byte(code))
	for i, j := start, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	if again {
		out = append(out, out[start])
	}
	return out
}

type bitReader struct {
	data []byte
	at   int // in bits
}

func (b *bitReader) next(width int) (int, bool) {
	if b.at+width > 8*len(b.data) {
		return 0, false
	}
	n := 0
	for range width {
		n = n<<1 | int(b.data[b.at/8]>>(7-b.at%8))&1
		b.at++
	}
	return n, true
}

// unrun undoes the RunLength filter (ISO 32000-1, 7.4.5).
func unrun(raw []byte, limit int) ([]byte, bool) {
	var out []byte
	for i := 0; i < len(raw) && len(out) <= limit; {
		n := int(raw[i])
		i++
		switch {
		case n == 128:
			return out, true
		case n < 128:
			end := min(i+n+1, len(raw))
			out = append(out, raw[i:end]...)
			if i+n+1 > len(raw) {
				return out, false
			}
			i = end
		case i == len(raw):
			return out, false
		default:
			for range 257 - n {
				out = append(out, raw[i])
			}
			i++
		}
	}
	return out, len(out) > limit || len(raw) == 0
}
