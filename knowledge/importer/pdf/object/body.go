package object

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
)

// body is the bytes of a stream after its dictionary, nil when there is none,
// and where to go on. A length that is wrong or elsewhere is found by the end.
func (f *File) body(data []byte, l *Lexer, d Dict, noEnd *bool) ([]byte, int) {
	l.skip()
	if !l.at("stream") {
		return nil, l.pos
	}
	start := l.pos + len("stream")
	if bytes.HasPrefix(data[start:], []byte("\r\n")) {
		start += 2
	} else if start < len(data) && (data[start] == '\n' || data[start] == '\r') {
		start++
	}
	for _, n := range f.lengths(data, d["Length"]) {
		if end := start + n; ends(data, end) {
			return data[start:end], end
		}
	}
	if *noEnd {
		return nil, start
	}
	end := bytes.Index(data[start:], []byte("endstream"))
	if end < 0 {
		*noEnd = true
		return nil, start
	}
	return data[start : start+end], start + end
}

// ends reports whether a stream may end at a place.
func ends(data []byte, at int) bool {
	if at < 0 || at > len(data) {
		return false
	}
	return bytes.HasPrefix(bytes.TrimLeft(data[at:min(at+16, len(data))], spaces), []byte("endstream"))
}

var integerObject = regexp.MustCompile(`(?:^|\s)(\d{1,9})\s+\d{1,5}\s+obj\s+(\d{1,9})\s+endobj`)

// lengths is what a stream's length may be. One that is an object may stand
// further on, or be one of two of its number: a file may hold another, whose
// objects are not its own, and only the length tells where that one ends.
func (f *File) lengths(data []byte, value any) []int {
	switch v := value.(type) {
	case float64:
		return []int{int(v)}
	case Ref:
		if f.integers == nil {
			f.integers = map[int][]int{}
			for _, m := range integerObject.FindAllSubmatch(data, maxIntegers) {
				number, _ := strconv.Atoi(string(m[1]))
				n, _ := strconv.Atoi(string(m[2]))
				f.integers[number] = append(f.integers[number], n)
			}
			for _, ns := range f.integers {
				slices.Sort(ns)
				slices.Reverse(ns)
			}
		}
		return f.integers[int(v)][:min(len(f.integers[int(v)]), 16)]
	}
	return nil
}

// maxIntegers bounds the objects that are looked at for lengths.
const maxIntegers = 1 << 16
