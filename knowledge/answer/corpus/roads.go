package corpus

import (
	"strings"

	"phatngon/knowledge/lang"
)

// roadKinds are the ways to write the kind of a numbered road, without
// diacritics, and what its code begins with.
var roadKinds = map[string]string{"quoc lo": "QL", "ql": "QL", "tinh lo": "ĐT", "duong tinh": "ĐT"}

// roads lists the codes of the numbered roads a text names: "QL15C", "ĐT519".
// In "quốc lộ 15C, 16 và 217" there are three.
func roads(text string) []string {
	var codes []string
	kind, last, end := "", "", 0
	for _, t := range lang.Tokens(text) {
		key := lang.FoldKey(t.Key)
		switch named := roadKinds[key] + roadKinds[last+" "+key]; {
		case named != "":
			kind = named
		case kind != "" && lang.IsNumber(key):
			codes = append(codes, kind+key)
		case kind != "" && len(key) == 1 && lang.IsNumber(last) && t.Start == end: // 15C, not "15 ạ"
			codes[len(codes)-1] += strings.ToUpper(key)
		case key != "va" && key != "quoc" && key != "so":
			kind = ""
		}
		last, end = key, t.End
	}
	return codes
}
