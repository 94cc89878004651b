package pdf

import (
	"slices"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

// layers finds the layers that are off when the file opens (ISO 32000-1,
// 8.11.4).
func (f *file) layers(catalog dict) {
	properties := f.dict(catalog["OCProperties"])
	how := f.dict(properties["D"])
	f.off = map[ref]bool{}
	set := func(value any, off bool) {
		list, _ := f.resolve(value).(array)
		f.left -= len(list)
		for _, item := range list {
			if r, ok := item.(ref); ok {
				f.off[r] = off
			}
		}
	}
	if f.resolve(how["BaseState"]) == name("OFF") {
		set(properties["OCGs"], true)
	}
	set(how["ON"], false)
	set(how["OFF"], true)
}

// layerOff reports whether what belongs to a layer, or to a set of them, is
// not shown.
func (f *file) layerOff(value any) bool {
	if r, ok := value.(ref); ok && f.off[r] {
		return true
	}
	d := f.dict(value)
	if d["Type"] != name("OCMD") {
		return false
	}
	members, ok := f.resolve(d["OCGs"]).(array)
	if !ok {
		members = array{d["OCGs"]}
	}
	var off, on bool
	for _, member := range members {
		if r, ok := member.(ref); ok {
			off, on = off || f.off[r], on || !f.off[r]
		}
	}
	switch f.resolve(d["P"]) {
	case name("AllOn"):
		return off
	case name("AnyOff"):
		return !off
	case name("AllOff"):
		return on
	}
	return off && !on
}

// textString reads the strings that are for people (ISO 32000-1, 7.9.2.2).
func textString(s str) string {
	b := []byte(s)
	switch {
	case len(b) >= 2 && (b[0] == 0xfe && b[1] == 0xff || b[0] == 0xff && b[1] == 0xfe):
		little := b[0] == 0xff
		var units []uint16
		for pair := range slices.Chunk(b[2:], 2) {
			if len(pair) < 2 {
				break
			}
			if little {
				pair[0], pair[1] = pair[1], pair[0]
			}
			units = append(units, uint16(pair[0])<<8|uint16(pair[1]))
		}
		return string(utf16.Decode(units))
	case len(b) >= 3 && b[0] == 0xef && b[1] == 0xbb && b[2] == 0xbf:
		return string(b[3:])
	}
	text, _ := charmap.Windows1252.NewDecoder().Bytes(b) // PDFDoc differs in what no Vietnamese text needs
	return string(text)
}
