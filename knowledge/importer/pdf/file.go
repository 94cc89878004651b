package pdf

// file is the objects of a PDF. They are found by reading the file from front
// to back, the later of two winning, as readers do when a cross-reference
// table is broken; so the table is never needed, and an incremental update (a
// digital signature adds one) is read right.
type file struct {
	objects map[int]object
	order   []int // object numbers as first met
	packs   []int // numbers of object streams
	root    any
	encrypt any // how the file is encrypted
	id      any
	lock    *lock        // undoes it
	left    int          // values that may still be read
	inflate int          // bytes that may still be inflated
	off     map[ref]bool // layers that are not shown
	fonts   map[ref]*font
	ink     *ink // of the page that was read last
	// whole numbers that are objects: lengths of streams may be
	integers map[int][]int
}

type object struct {
	value any
	raw   []byte // of a stream, as in the file
	at    int    // where it stands, or the stream that holds it
}

// read finds the objects, and unpacks what is in object streams.
func (f *file) read(data []byte) error {
	f.scan(data)
	if f.encrypt != nil && !f.unlock() {
		return ErrEncrypted
	}
	if f.lock != nil && !f.lock.nothing {
		f.decrypt()
	}
	for _, number := range f.packs {
		o := f.objects[number]
		if d, ok := o.value.(dict); ok && d["Type"] == name("ObjStm") {
			f.unpack(number, o)
		}
	}
	return nil
}

// decrypt opens the strings of all objects but those that say how.
func (f *file) decrypt() {
	how, _ := f.encrypt.(ref)
	for number, o := range f.objects {
		if d, ok := o.value.(dict); number != int(how) && !(ok && d["Type"] == name("XRef")) {
			o.value = f.lock.strings(number, o.value)
			f.objects[number] = o
		}
	}
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
		read := object{value: value, at: start}
		if d, isDict := value.(dict); isDict {
			read.raw, pos = f.body(data, l, d, &noEnd)
			f.special(number, d)
		}
		f.put(number, read)
	}
}

// put enters an object; the one that stands later in the file counts.
func (f *file) put(number int, o object) {
	before, there := f.objects[number]
	if !there {
		f.order = append(f.order, number)
	}
	if !there || o.at >= before.at {
		f.objects[number] = o
	}
}

func (f *file) trailer(value any) {
	d, ok := value.(dict)
	if !ok {
		return
	}
	for key, field := range map[string]*any{"Root": &f.root, "Encrypt": &f.encrypt, "ID": &f.id} {
		if d[key] != nil {
			*field = d[key]
		}
	}
}

// special reads the two kinds of streams that hold the file together.
func (f *file) special(number int, d dict) {
	switch d["Type"] {
	case name("XRef"):
		f.trailer(d)
	case name("ObjStm"):
		f.packs = append(f.packs, number)
	}
}

// unpack reads an object stream (ISO 32000-1, 7.5.7).
func (f *file) unpack(number int, o object) {
	d := o.value.(dict)
	data, _ := f.decode(d, f.lock.open(number, o.raw)) // what is missing is missed where it is used
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
			f.put(int(n), object{value: value, at: o.at})
		}
	}
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

// stream is what the stream behind a reference holds, decoded; false when some
// of it could not be read.
func (f *file) stream(value any) ([]byte, bool) {
	for range maxDepth {
		r, ok := value.(ref)
		if !ok {
			return nil, false
		}
		o := f.objects[int(r)]
		if d, isDict := o.value.(dict); isDict && o.raw != nil {
			return f.decode(d, f.lock.open(int(r), o.raw))
		}
		value = o.value
	}
	return nil, false
}
