package pdf

import (
	"slices"
	"unicode/utf16"

	"phatngon/knowledge/importer/pdf/object"

	"golang.org/x/text/encoding/charmap"
)

// layers finds the layers that are off when the file opens (ISO 32000-1,
// 8.11.4).
func (f *reader) layers(catalog object.Dict) {
	properties := f.Dict(catalog["OCProperties"])
	how := f.Dict(properties["D"])
	f.off = map[object.Ref]bool{}
	set := func(value any, off bool) {
		list, _ := f.Resolve(value).(object.Array)
		f.Spend(len(list))
		for _, item := range list {
			if r, ok := item.(object.Ref); ok {
				f.off[r] = off
			}
		}
	}
	if f.Resolve(how["BaseState"]) == object.Name("OFF") {
		set(properties["OCGs"], true)
	}
	set(how["ON"], false)
	set(how["OFF"], true)
}

// layerOff reports whether what belongs to a layer, or to a set of them, is
// not shown.
func (f *reader) layerOff(value any) bool {
	if r, ok := value.(object.Ref); ok && f.off[r] {
		return true
	}
	d := f.Dict(value)
	if d["Type"] != object.Name("OCMD") {
		return false
	}
	members, ok := f.Resolve(d["OCGs"]).(object.Array)
	if !ok {
		members = object.Array{d["OCGs"]}
	}
	var off, on bool
	for _, member := range members {
		if r, ok := member.(object.Ref); ok {
			off, on = off || f.off[r], on || !f.off[r]
		}
	}
	switch f.Resolve(d["P"]) {
	case object.Name("AllOn"):
		return off
	case object.Name("AnyOff"):
		return !off
	case object.Name("AllOff"):
		return on
	}
	return off && !on
}

// textString reads the strings that are for people (ISO 32000-1, 7.9.2.2).
func textString(s object.Str) string {
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
