package pdf

// leaf is a page's dictionary with what it inherits.
type leaf struct {
	contents  any
	notes     any // annotations
	resources dict
	box, crop [4]float64
	rotate    int
	lost      bool // there is no such page in the file
}

// pages walks the page tree; a tree that runs in circles ends.
func (f *file) pages(root dict) []leaf {
	var out []leaf
	seen := map[ref]bool{}
	var walk func(node any, above leaf, depth int)
	walk = func(node any, above leaf, depth int) {
		if r, ok := node.(ref); ok {
			if seen[r] {
				return
			}
			seen[r] = true
		}
		d := f.dict(node)
		if d == nil && depth > 0 && len(out) <= MaxPages {
			above.lost = true
			out = append(out, above)
		}
		if d == nil || depth > maxDepth || len(out) > MaxPages {
			return
		}
		at := f.inherit(d, above)
		if kids, ok := f.resolve(d["Kids"]).(array); ok {
			for _, kid := range kids {
				walk(kid, at, depth+1)
			}
			return
		}
		at.contents, at.notes = d["Contents"], d["Annots"]
		out = append(out, at)
	}
	walk(root["Pages"], leaf{box: [4]float64{0, 0, 595, 842}, crop: [4]float64{-1e9, -1e9, 1e9, 1e9}}, 0)
	return out
}

func (f *file) inherit(d dict, above leaf) leaf {
	at := above
	if r := f.dict(d["Resources"]); r != nil {
		at.resources = r
	}
	if box := f.numbers(d["MediaBox"]); len(box) == 4 {
		at.box = [4]float64(box)
	}
	if box := f.numbers(d["CropBox"]); len(box) == 4 {
		at.crop = [4]float64(box)
	}
	if n, ok := f.resolve(d["Rotate"]).(float64); ok {
		at.rotate = (int(n)%360 + 360) % 360
	}
	return at
}
