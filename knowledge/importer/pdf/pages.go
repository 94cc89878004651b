package pdf

import "phatngon/knowledge/importer/pdf/object"

// leaf is a page's dictionary with what it inherits.
type leaf struct {
	contents  any
	notes     any // annotations
	resources object.Dict
	box, crop [4]float64
	rotate    int
	lost      bool // there is no such page in the file
}

// pages walks the page tree; a tree that runs in circles ends.
func (f *reader) pages(root object.Dict) []leaf {
	var out []leaf
	seen := map[object.Ref]bool{}
	var walk func(node any, above leaf, depth int)
	walk = func(node any, above leaf, depth int) {
		if r, ok := node.(object.Ref); ok {
			if seen[r] {
				return
			}
			seen[r] = true
		}
		d := f.Dict(node)
		if d == nil && depth > 0 && len(out) <= MaxPages {
			above.lost = true
			out = append(out, above)
		}
		if d == nil || depth > object.MaxDepth || len(out) > MaxPages {
			return
		}
		at := f.inherit(d, above)
		if kids, ok := f.Resolve(d["Kids"]).(object.Array); ok {
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

func (f *reader) inherit(d object.Dict, above leaf) leaf {
	at := above
	if r := f.Dict(d["Resources"]); r != nil {
		at.resources = r
	}
	if box := f.Numbers(d["MediaBox"]); len(box) == 4 {
		at.box = [4]float64(box)
	}
	if box := f.Numbers(d["CropBox"]); len(box) == 4 {
		at.crop = [4]float64(box)
	}
	if n, ok := f.Resolve(d["Rotate"]).(float64); ok {
		at.rotate = (int(n)%360 + 360) % 360
	}
	return at
}
