// Package object reads the objects of a PDF file (ISO 32000-2, 7): values, streams with
// their filters undone, and files that are locked without a password.
package object

// File is the objects of a PDF. They are found by reading the file from front
// to back, the later of two winning, as readers do when a cross-reference
// table is broken; so the table is never needed, and an incremental update (a
// digital signature adds one) is read right.
type File struct {
	objects map[int]object
	order   []int // object numbers as first met
	packs   []int // numbers of object streams
	root    any
	encrypt any // how the file is encrypted
	id      any
	lock    *lock // undoes it
	left    int   // values that may still be read
	inflate int   // bytes that may still be inflated
	// whole numbers that are objects: lengths of streams may be
	integers map[int][]int
}

type object struct {
	value any
	raw   []byte // of a stream, as in the file
	at    int    // where it stands, or the stream that holds it
}

// Open finds the objects of a file, and unpacks what is in object streams. ErrEncrypted
// when it wants a password.
func Open(data []byte) (*File, error) {
	f := &File{objects: map[int]object{}, left: MaxValues, inflate: MaxInflated}
	return f, f.read(data)
}

// Spend notes that so many more values were read, and reports whether the file may have
// more.
func (f *File) Spend(values int) bool {
	f.left -= values
	return f.left >= 0
}

// Spent reports whether the file holds more than any may.
func (f *File) Spent() bool { return f.left < 0 || f.inflate < 0 }

// Exhaust lets nothing more be read.
func (f *File) Exhaust() { f.left = -1 }

// Lexer reads data, as values of the file.
func (f *File) Lexer(data []byte) *Lexer { return &Lexer{data: data, left: &f.left} }

func (f *File) read(data []byte) error {
	f.scan(data)
	if f.encrypt != nil && !f.unlock() {
		return ErrEncrypted
	}
	if f.lock != nil && !f.lock.nothing {
		f.decrypt()
	}
	for _, number := range f.packs {
		o := f.objects[number]
		if d, ok := o.value.(Dict); ok && d["Type"] == Name("ObjStm") {
			f.unpack(number, o)
		}
	}
	return nil
}

// decrypt opens the strings of all objects but those that say how.
func (f *File) decrypt() {
	how, _ := f.encrypt.(Ref)
	for number, o := range f.objects {
		if d, ok := o.value.(Dict); number != int(how) && !(ok && d["Type"] == Name("XRef")) {
			o.value = f.lock.strings(number, o.value)
			f.objects[number] = o
		}
	}
}

func (f *File) scan(data []byte) {
	noEnd := false // no further "endstream" in the file
	o := openings{data: data}
	for pos := 0; f.left > 0; {
		number, start, ok := o.next(pos)
		if !ok {
			return
		}
		l := &Lexer{data: data, pos: start, left: &f.left}
		value, ok := l.Next(0)
		if !ok {
			return
		}
		pos = l.pos
		if number < 0 {
			f.trailer(value)
			continue
		}
		read := object{value: value, at: start}
		if d, isDict := value.(Dict); isDict {
			read.raw, pos = f.body(data, l, d, &noEnd)
			f.special(number, d)
		}
		f.put(number, read)
	}
}

// put enters an object; the one that stands later in the file counts.
func (f *File) put(number int, o object) {
	before, there := f.objects[number]
	if !there {
		f.order = append(f.order, number)
	}
	if !there || o.at >= before.at {
		f.objects[number] = o
	}
}

func (f *File) trailer(value any) {
	d, ok := value.(Dict)
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
func (f *File) special(number int, d Dict) {
	switch d["Type"] {
	case Name("XRef"):
		f.trailer(d)
	case Name("ObjStm"):
		f.packs = append(f.packs, number)
	}
}

// unpack reads an object stream (ISO 32000-1, 7.5.7).
func (f *File) unpack(number int, o object) {
	d := o.value.(Dict)
	data, _ := f.decode(d, f.lock.open(number, o.raw)) // what is missing is missed where it is used
	first, _ := d["First"].(float64)
	count, _ := d["N"].(float64)
	head := &Lexer{data: data, left: &f.left}
	for range int(min(max(count, 0), float64(len(data)))) {
		number, ok := head.Next(0)
		offset, also := head.Next(0)
		n, isNumber := number.(float64)
		at, isOffset := offset.(float64)
		if !ok || !also || !isNumber || !isOffset {
			return
		}
		start := int(first + at)
		if start < 0 || start >= len(data) || n < 0 {
			continue
		}
		l := &Lexer{data: data, pos: start, left: &f.left}
		if value, ok := l.Next(0); ok {
			f.put(int(n), object{value: value, at: o.at})
		}
	}
}

// Resolve follows references; a chain of them ends somewhere.
func (f *File) Resolve(value any) any {
	for range MaxDepth {
		r, ok := value.(Ref)
		if !ok {
			return value
		}
		value = f.objects[int(r)].value
	}
	return nil
}

// Dict is the dictionary that value is or refers to; nil when it is none.
func (f *File) Dict(value any) Dict {
	d, _ := f.Resolve(value).(Dict)
	return d
}

// Numbers is the numbers of the array that value is or refers to, as far as they are
// some.
func (f *File) Numbers(value any) []float64 {
	list, _ := f.Resolve(value).(Array)
	if f.left -= len(list); f.left < 0 {
		return nil
	}
	var out []float64
	for _, item := range list {
		n, ok := f.Resolve(item).(float64)
		if !ok {
			return nil
		}
		out = append(out, n)
	}
	return out
}

// Stream is what the stream behind a reference holds, decoded; false when some
// of it could not be read.
func (f *File) Stream(value any) ([]byte, bool) {
	for range MaxDepth {
		r, ok := value.(Ref)
		if !ok {
			return nil, false
		}
		o := f.objects[int(r)]
		if d, isDict := o.value.(Dict); isDict && o.raw != nil {
			return f.decode(d, f.lock.open(int(r), o.raw))
		}
		value = o.value
	}
	return nil, false
}
