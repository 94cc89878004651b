package knowledge

import (
	"slices"
	"strings"

	vietnamese "phatngon/knowledge/text"
)

// roadKinds are the ways to write the kind of a numbered road, without
// diacritics, and what its code begins with.
var roadKinds = map[string]string{"quoc lo": "QL", "ql": "QL", "tinh lo": "ĐT", "duong tinh": "ĐT"}

// roads lists the codes of the numbered roads a text names: "QL15C", "ĐT519".
// In "quốc lộ 15C, 16 và 217" there are three.
func roads(text string) []string {
	var codes []string
	kind, last := "", ""
	for _, t := range vietnamese.Tokens(text) {
		key := vietnamese.FoldKey(t.Key)
		switch named := roadKinds[key] + roadKinds[last+" "+key]; {
		case named != "":
			kind = named
		case kind != "" && vietnamese.IsNumber(key):
			codes = append(codes, kind+key)
		case kind != "" && len(key) == 1 && vietnamese.IsNumber(last): // 15C
			codes[len(codes)-1] += strings.ToUpper(key)
		case key != "va" && key != "quoc" && key != "so":
			kind = ""
		}
		last = key
	}
	return codes
}

func isRoad(place string) bool {
	return strings.HasPrefix(place, "QL") || strings.HasPrefix(place, "ĐT")
}

// agree reports whether some of what is held is asked about: of the roads, where
// any is asked about, and of the communes.
func agree(held, asked []string) bool {
	for _, road := range []bool{true, false} {
		kind := func(place string) bool { return isRoad(place) == road }
		if slices.ContainsFunc(asked, kind) && !slices.ContainsFunc(asked, func(a string) bool { return kind(a) && slices.Contains(held, a) }) {
			return false
		}
	}
	return true
}
