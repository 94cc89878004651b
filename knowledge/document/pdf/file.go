package pdf

import "bytes"

// file is the objects of a PDF. They are found by reading the file from front
// to back, the later of two winning, as readers do when a cross-reference
// table is broken; so the table is never needed, and an incremental update (a
// digital signature adds one) is read right.
type file struct {
	objects   map[int]object
	order     []int // object numbers as first met
	root      any
	encrypted bool
	left      int // values that may still be read
	inflate   int // bytes that may still be inflated
}

type object struct {
	value any
	raw   []byte // of a stream, as in the file
}

func (f *file) scan(data []byte) {
	noEnd := false // no further "endstream" in the file
	o := openings{data: data}
	for pos := 0; f.left > 0; {
		number, start, ok := o.next(pos)
		if !ok {
			return
		}
		l := &lexer{data: data, pos: start, left: &f.left}
		value, ok := l.next(0)
		if !ok {
			return
		}
		pos = l.pos
		if number < 0 {
			f.trailer(value)
			continue
		}
		read := object{value: value}
		if d, isDict := value.(dict); isDict {
			read.raw, pos = body(data, l, d, &noEnd)
			f.special(d, read.raw)
		}
		f.put(number, read)
	}
}

func (f *file) put(number int, o object) {
	if _, there := f.objects[number]; !there {
		f.order = append(f.order, number)
	}
	f.objects[number] = o
}

func (f *file) trailer(value any) {
	d, ok := value.(dict)
	if !ok {
		return
	}
	if d["Root"] != nil {
		f.root = d["Root"]
	}
	f.encrypted = f.encrypted || d["Encrypt"] != nil
}

// special reads the two kinds of streams that hold the file together.
func (f *file) special(d dict, raw []byte) {
	switch d["Type"] {
	case name("XRef"):
		f.trailer(d)
	case name("ObjStm"):
		if !f.encrypted {
			f.unpack(d, raw)
		}
	}
}

// unpack reads an object stream (ISO 32000-1, 7.5.7).
func (f *file) unpack(d dict, raw []byte) {
	data := f.decode(d, raw)
	first, _ := d["First"].(float64)
	count, _ := d["N"].(float64)
	head := &lexer{data: data, left: &f.left}
	for range int(min(max(count, 0), float64(len(data)))) {
		number, ok := head.next(0)
		offset, also := head.next(0)
		n, isNumber := number.(float64)
		at, isOffset := offset.(float64)
		if !ok || !also || !isNumber || !isOffset {
			return
		}
		start := int(first + at)
		if start < 0 || start >= len(data) || n < 0 {
			continue
		}
		l := &lexer{data: data, pos: start, left: &f.left}
		if value, ok := l.next(0); ok {
			f.put(int(n), object{value: value})
		}
	}
}

// body is the bytes of a stream after its dictionary, nil when there is none,
// and where to go on. A length that is wrong or elsewhere is found by the end.
func body(data []byte, l *lexer, d dict, noEnd *bool) ([]byte, int) {
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
	if n, ok := d["Length"].(float64); ok && n >= 0 && start+int(n) <= len(data) {
		end := start + int(n)
		if bytes.HasPrefix(bytes.TrimLeft(data[end:min(end+16, len(data))], spaces), []byte("endstream")) {
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

// resolve follows references; a chain of them ends somewhere.
func (f *file) resolve(value any) any {
	for range maxDepth {
		r, ok := value.(ref)
		if !ok {
			return value
		}
		value = f.objects[int(r)].value
	}
	return nil
}

func (f *file) dict(value any) dict {
	d, _ := f.resolve(value).(dict)
	return d
}

func (f *file) numbers(value any) []float64 {
	list, _ := f.resolve(value).(array)
	if f.left -= len(list); f.left < 0 {
		return nil
	}
	var out []float64
	for _, item := range list {
		n, ok := f.resolve(item).(float64)
		if !ok {
			return nil
		}
		out = append(out, n)
	}
	return out
}

// stream is what the stream behind a reference holds, decoded.
func (f *file) stream(value any) []byte {
	for range maxDepth {
		r, ok := value.(ref)
		if !ok {
			return nil
		}
		o := f.objects[int(r)]
		if d, isDict := o.value.(dict); isDict && o.raw != nil {
			return f.decode(d, o.raw)
		}
		value = o.value
	}
	return nil
}
