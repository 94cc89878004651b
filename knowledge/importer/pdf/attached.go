package pdf

// attached is the names of the files in a file, a few at most.
func (f *file) attached(catalog dict) []string {
	var out []string
	var walk func(node dict, depth int)
	walk = func(node dict, depth int) {
		names, _ := f.resolve(node["Names"]).(array)
		for i := 1; i < len(names) && len(out) < 20; i += 2 {
			own := f.dict(names[i])
			title := f.bytes(own["UF"])
			if title == nil {
				title = f.bytes(own["F"])
			}
			out = append(out, textString(str(title)))
		}
		kids, _ := f.resolve(node["Kids"]).(array)
		for _, kid := range kids {
			if f.left--; depth < maxDepth && f.left > 0 && len(out) < 20 {
				walk(f.dict(kid), depth+1)
			}
		}
	}
	walk(f.dict(f.dict(catalog["Names"])["EmbeddedFiles"]), 0)
	return out
}
