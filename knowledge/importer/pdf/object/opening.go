package object

import (
	"bytes"
	"strconv"
)

// openings finds where objects and trailers begin, reading data once.
type openings struct {
	data            []byte
	object, trailer int // the next of each; behind the place asked for when not looked up yet
}

const (
	objectWord  = "obj"
	trailerWord = "trailer"
)

// next is the first object or trailer from pos on: its number, -1 for a
// trailer, and where its value begins.
func (o *openings) next(pos int) (number, start int, ok bool) {
	for {
		o.object = o.seek(o.object, pos, objectWord)
		o.trailer = o.seek(o.trailer, pos, trailerWord)
		if o.trailer < o.object {
			return -1, o.trailer + len(trailerWord), true
		}
		if o.object == len(o.data) {
			return 0, 0, false
		}
		start = o.object + len(objectWord)
		if number, ok := o.numberBefore(o.object); ok {
			return number, start, true
		}
		pos = start
	}
}

// seek is the first word at or after pos, the end of data when there is none;
// known is what was found last.
func (o *openings) seek(known, pos int, word string) int {
	if known >= pos && (known > 0 || bytes.HasPrefix(o.data, []byte(word))) {
		return known
	}
	if at := bytes.Index(o.data[min(pos, len(o.data)):], []byte(word)); at >= 0 {
		return pos + at
	}
	return len(o.data)
}

// numberBefore reads "12 0 " backwards from at.
func (o *openings) numberBefore(at int) (int, bool) {
	generation, at := o.back(at, 5)
	number, _ := o.back(at, 9)
	if generation == "" || number == "" {
		return 0, false
	}
	n, err := strconv.Atoi(number)
	return n, err == nil
}

// back reads the digits before the spaces before at, and where they begin.
func (o *openings) back(at, digits int) (string, int) {
	end := at
	for end > 0 && at-end < 16 && isSpace(o.data[end-1]) {
		end--
	}
	start := end
	for start > 0 && end-start < digits && o.data[start-1] >= '0' && o.data[start-1] <= '9' {
		start--
	}
	if end == at {
		return "", at // nothing stands apart
	}
	return string(o.data[start:end]), start
}
