// Package font says which letters the character codes of a PDF stand for, and how wide they are.
package font

import (
	"strings"

	"phatngon/knowledge/importer/pdf/object"

	"golang.org/x/text/encoding/charmap"
)

// Font says which letters and how wide a code is.
type Font struct {
	wide      bool // two bytes a code unless the map says otherwise
	letters   *letters
	encoding  map[int]string // of a simple font
	widths    map[int]float64
	otherwise float64 // width of a code that is not in widths
	Bold      bool
	Old       bool   // of before Unicode, by its name
	signs     string // the font's name when it is one of signs
	unnamed   bool   // an embedded font of its own codes that names no encoding
	confused  bool   // its map says one letter of several glyphs: it says nothing
}

// Code is one character code of a string.
type Code struct{ Value, Bytes int }

// Set is the fonts of a file.
type Set struct {
	*object.File
	fonts map[object.Ref]*Font
}

// NewSet is the fonts of a file, none of which is read yet.
func NewSet(f *object.File) *Set { return &Set{f, map[object.Ref]*Font{}} }

// At reads a font once, however many pages show it.
func (f *Set) At(r object.Ref) *Font {
	t, ok := f.fonts[r]
	if !ok {
		t = f.Font(f.Dict(r))
		f.fonts[r] = t
	}
	return t
}

// Font reads a font's dictionary.
func (f *Set) Font(d object.Dict) *Font {
	out := &Font{widths: map[int]float64{}, otherwise: 0.5, letters: f.letters(d["ToUnicode"])}
	base, _ := f.Resolve(d["BaseFont"]).(object.Name)
	if list, ok := f.Resolve(d["DescendantFonts"]).(object.Array); ok && len(list) > 0 {
		descendant := f.Dict(list[0])
		out.wide, out.otherwise = true, 1
		if n, ok := f.Resolve(descendant["DW"]).(float64); ok {
			out.otherwise = n / 1000
		}
		f.wideWidths(out, descendant["W"])
		d = descendant
	} else {
		f.simpleWidths(out, d)
		out.encoding = f.encoding(d["Encoding"])
		out.unnamed = f.unnamed(d)
	}
	out.Bold = f.isBold(d, string(base))
	out.Old = oldFont(string(base))
	out.confused = f.confused(d["Encoding"], out.letters)
	if out.signs = signsOf(string(base)); out.signs != "" && d["Encoding"] == nil {
		out.encoding = out.ownCodes()
	}
	return out
}

// unnamed reports whether the codes of a simple font are its own: what letters
// they are is only supposed.
func (f *Set) unnamed(d object.Dict) bool {
	descriptor := f.Dict(d["FontDescriptor"])
	flags, _ := f.Resolve(descriptor["Flags"]).(float64)
	embedded := descriptor["FontFile"] != nil || descriptor["FontFile2"] != nil || descriptor["FontFile3"] != nil
	return d["Encoding"] == nil && embedded && int(flags)&4 != 0
}

// Guessed reports whether the letter of a code is only supposed.
func (t *Font) Guessed(c Code) bool {
	if t.confused {
		return true
	}
	if !t.unnamed {
		return false
	}
	_, told := t.letters.of(c)
	_, sign := t.sign(t.letters.sign(c))
	return !told && !sign
}

func (f *Set) isBold(d object.Dict, base string) bool {
	descriptor := f.Dict(d["FontDescriptor"])
	if other, ok := f.Resolve(descriptor["FontName"]).(object.Name); ok {
		base += string(other)
	}
	weight, _ := f.Resolve(descriptor["FontWeight"]).(float64)
	return weight >= 600 || strings.Contains(base, "Bold")
}

// simpleWidths are of the codes from FirstChar on; a Type 3 font measures them
// in its own space.
func (f *Set) simpleWidths(out *Font, d object.Dict) {
	unit := 0.001
	if m := f.Numbers(d["FontMatrix"]); len(m) == 6 {
		unit = m[0]
	}
	first, _ := f.Resolve(d["FirstChar"]).(float64)
	for i, w := range f.Numbers(d["Widths"]) {
		out.widths[int(first)+i] = w * unit
	}
}

// wideWidths reads "first [w w …]" and "first last w" (ISO 32000-1, 9.7.4.3).
func (f *Set) wideWidths(out *Font, value any) {
	list, _ := f.Resolve(value).(object.Array)
	for i := 0; i+1 < len(list); {
		first, ok := f.Resolve(list[i]).(float64)
		if !ok {
			return
		}
		if ws := f.Numbers(list[i+1]); ws != nil {
			for j, w := range ws {
				out.widths[int(first)+j] = w / 1000
			}
			i += 2
			continue
		}
		if i+2 >= len(list) {
			return
		}
		last, _ := f.Resolve(list[i+1]).(float64)
		w, _ := f.Resolve(list[i+2]).(float64)
		for c := int(first); c <= int(min(last, first+1<<16, 1<<16)) && f.Spend(1); c++ {
			out.widths[c] = w / 1000
		}
		i += 3
	}
}

// Width is how far the code moves on, in letter sizes.
func (t *Font) Width(value int) float64 {
	if w, ok := t.widths[value]; ok {
		return w
	}
	return t.otherwise
}

// First is the code that a string begins with.
func (t *Font) First(s object.Str) Code {
	n := 1
	if t.wide {
		n = 2
	}
	if own := t.letters.length(string(s)); own > 0 && t.wide {
		n = own
	}
	return codeOf(s[:min(n, len(s))])
}

// Text is the letters of a code. It is never guessed: a code of a wide font
// without a map is an index of glyphs and says nothing.
func (t *Font) Text(c Code) (string, bool) {
	if text, ok := t.letters.of(c); ok {
		return t.shown(text)
	}
	if text, ok := t.sign(t.letters.sign(c)); ok {
		return text, true
	}
	if t.wide {
		return "", false
	}
	text, ok := t.encoding[c.Value]
	return text, ok
}

// encoding is the letters of a simple font's codes (ISO 32000-1, 9.6.6).
func (f *Set) encoding(value any) map[int]string {
	table, base := charmap.Windows1252, f.Resolve(value)
	d, isDict := base.(object.Dict)
	if isDict {
		base = f.Resolve(d["BaseEncoding"])
	}
	if base == object.Name("MacRomanEncoding") {
		table = charmap.Macintosh
	}
	out := map[int]string{}
	for c := 0x20; c < 0x100; c++ {
		// Beyond ASCII the letters are only known when the file names the table.
		if c < 0x7f || base == object.Name("MacRomanEncoding") || base == object.Name("WinAnsiEncoding") {
			out[c] = string(table.DecodeByte(byte(c)))
		}
	}
	differences, _ := f.Resolve(d["Differences"]).(object.Array)
	f.Spend(len(differences))
	at := 0
	for _, item := range differences {
		switch v := f.Resolve(item).(type) {
		case float64:
			at = int(v)
		case object.Name:
			if text, ok := glyphText(string(v)); ok {
				out[at] = text
			} else {
				delete(out, at)
			}
			at++
		}
	}
	return out
}
