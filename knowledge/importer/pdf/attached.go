package pdf

import "phatngon/knowledge/importer/pdf/object"

// attached is the names of the files in a file, a few at most.
func (f *reader) attached(catalog object.Dict) []string {
	var out []string
	var walk func(node object.Dict, depth int)
	walk = func(node object.Dict, depth int) {
		names, _ := f.Resolve(node["Names"]).(object.Array)
		for i := 1; i < len(names) && len(out) < 20; i += 2 {
			own := f.Dict(names[i])
			title := f.Bytes(own["UF"])
			if title == nil {
				title = f.Bytes(own["F"])
			}
			out = append(out, textString(object.Str(title)))
		}
		kids, _ := f.Resolve(node["Kids"]).(object.Array)
		for _, kid := range kids {
			if f.Spend(1) && depth < object.MaxDepth && len(out) < 20 {
				walk(f.Dict(kid), depth+1)
			}
		}
	}
	walk(f.Dict(f.Dict(catalog["Names"])["EmbeddedFiles"]), 0)
	return out
}
