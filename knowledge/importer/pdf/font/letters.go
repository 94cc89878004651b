package font

import (
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"phatngon/knowledge/importer/pdf/object"
)

// letters is a ToUnicode map (ISO 32000-1, 9.10.3). A nil map knows nothing.
type letters struct {
	text  map[Code]string
	cut   bool         // a letter is told as a control character: a tool cut its code
	signs map[Code]int // of fonts of signs, which have codes of their own
	spans []codeSpan   // which codes are how long
}

type codeSpan struct{ low, high string }

// maxLetters is every code of two bytes.
const maxLetters = 1 << 16

func (f *Set) letters(value any) *letters {
	data, _ := f.Stream(value)
	if data == nil {
		return nil
	}
	m := &letters{text: map[Code]string{}, signs: map[Code]int{}}
	l := f.Lexer(data)
	var args object.Array
	for {
		v, ok := l.Next(0)
		if !ok {
			return m
		}
		o, isOp := v.(object.Op)
		if !isOp {
			args = append(args, v)
			continue
		}
		switch o {
		case "endcodespacerange":
			m.codeSpans(args)
		case "endbfchar":
			m.singles(args)
		case "endbfrange":
			m.ranges(args, f.Spend)
		}
		args = args[:0]
	}
}

func (m *letters) codeSpans(args object.Array) {
	for i := 0; i+1 < len(args) && len(m.spans) < 64; i += 2 {
		low, ok := args[i].(object.Str)
		high, also := args[i+1].(object.Str)
		if ok && also && len(low) == len(high) && len(low) > 0 && len(low) <= 4 {
			m.spans = append(m.spans, codeSpan{string(low), string(high)})
		}
	}
}

func (m *letters) singles(args object.Array) {
	for i := 0; i+1 < len(args); i += 2 {
		from, ok := args[i].(object.Str)
		to, also := args[i+1].(object.Str)
		if ok && also {
			m.put(codeOf(from), to)
		}
	}
}

func (m *letters) ranges(args object.Array, spend func(values int) bool) {
	for i := 0; i+2 < len(args); i += 3 {
		low, ok := args[i].(object.Str)
		high, also := args[i+1].(object.Str)
		if !ok || !also {
			continue
		}
		first, last := codeOf(low), codeOf(high)
		for n := first.Value; n <= min(last.Value, first.Value+maxLetters) && spend(1); n++ {
			switch to := args[i+2].(type) {
			case object.Array:
				if at := n - first.Value; at < len(to) {
					single, _ := to[at].(object.Str)
					m.put(Code{n, first.Bytes}, single)
				}
			case object.Str:
				m.put(Code{n, first.Bytes}, counted(to, n-first.Value))
			}
		}
	}
}

// counted is the by-th text after to: the last UTF-16 unit counts up.
func counted(to object.Str, by int) object.Str {
	if len(to) < 2 {
		return to
	}
	last := int(to[len(to)-2])<<8 + int(to[len(to)-1]) + by
	return to[:len(to)-2] + object.Str([]byte{byte(last >> 8), byte(last)})
}

func codeOf(s object.Str) Code {
	s = s[:min(len(s), 4)]
	value := 0
	for _, b := range []byte(s) {
		value = value<<8 | int(b)
	}
	return Code{value, len(s)}
}

// put enters UTF-16 text. What is no text, such as a private-use code or what a
// tool left of a letter that it cut to one byte, stays unknown: it is for the
// reader to say that letters are missing.
func (m *letters) put(c Code, utf16be object.Str) {
	if len(m.text) >= maxLetters {
		return
	}
	var units []uint16
	for i := 0; i+1 < len(utf16be) && i < 64; i += 2 {
		units = append(units, uint16(utf16be[i])<<8|uint16(utf16be[i+1]))
	}
	text := string(utf16.Decode(units))
	for _, r := range text {
		if r > 0xf000 && r <= 0xf0ff && len(units) == 1 {
			m.signs[c] = int(r - 0xf000)
		}
		m.cut = m.cut || r > 0 && int(r) != c.Value && unicode.IsControl(r) && !unicode.IsSpace(r)
		if r == utf8.RuneError || unicode.IsControl(r) && !unicode.IsSpace(r) || r >= 0xe000 && r <= 0xf8ff {
			return
		}
	}
	if text != "" {
		m.text[c] = text
	}
}

func (m *letters) of(c Code) (string, bool) {
	if m == nil {
		return "", false
	}
	text, ok := m.text[c]
	if !ok && c.Bytes == 1 { // simple fonts whose map is written with two bytes
		text, ok = m.text[Code{c.Value, 2}]
	}
	return text, ok
}

// sign is the code of a sign, 0 when it is none.
func (m *letters) sign(c Code) int {
	if m == nil {
		return 0
	}
	return m.signs[c]
}

// length is how many bytes the code at the front of s has, 0 when no range
// holds it.
func (m *letters) length(s string) int {
	if m == nil {
		return 0
	}
	for _, span := range m.spans {
		if n := len(span.low); len(s) >= n && s[:n] >= span.low && s[:n] <= span.high {
			return n
		}
	}
	return 0
}

// confused reports whether a font's map says what cannot be, and nothing of it
// can be relied on: Ghostscript cuts the codes of glyphs that are drawn, so that
// "đ" is a control character, "ộ" and "ố" are "ß". A letter that several glyphs
// are called by is taken from the map; of ASCII they may be variants.
func (f *Set) confused(encoding any, m *letters) bool {
	differences, _ := f.Resolve(f.Dict(encoding)["Differences"]).(object.Array)
	if m == nil || len(differences) == 0 {
		return m != nil && m.cut
	}
	glyphs := map[string]map[object.Name]bool{}
	at, same := 0, m.cut
	for _, item := range differences {
		switch v := f.Resolve(item).(type) {
		case float64:
			at = int(v)
		case object.Name:
			if text, ok := m.of(Code{at, 1}); ok && foreign(text) {
				if glyphs[text] == nil {
					glyphs[text] = map[object.Name]bool{}
				}
				glyphs[text][v] = true
				same = same || len(glyphs[text]) > 1
			}
			at++
		}
	}
	for c, text := range m.text {
		if len(glyphs[text]) > 1 {
			delete(m.text, c)
		}
	}
	return same
}

// foreign reports whether a text is one letter beyond ASCII.
func foreign(text string) bool {
	r, size := utf8.DecodeRuneInString(text)
	return size == len(text) && r >= utf8.RuneSelf && unicode.IsLetter(r)
}
