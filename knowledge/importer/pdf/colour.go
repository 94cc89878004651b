package pdf

import (
	"math"

	"phatngon/knowledge/importer/pdf/object"
)

// colour is what is painted with; of a pattern it is not known.
type colour struct {
	r, g, b float64
	pattern bool
}

var white = colour{r: 1, g: 1, b: 1}

// like reports whether an eye cannot tell two colours apart.
func (c colour) like(o colour) bool {
	if c.pattern || o.pattern {
		return false
	}
	return math.Abs(c.r-o.r) < 0.07 && math.Abs(c.g-o.g) < 0.07 && math.Abs(c.b-o.b) < 0.07
}

// space is how many numbers make a colour, and whether they are inks.
type space struct {
	inks    bool
	unknown bool
}

// coloured applies the operators of colour (ISO 32000-1, 8.6.8); it reports
// false for others.
func (s *state) coloured(f *reader, o object.Op, args object.Array, resources object.Dict) bool {
	n := floats(args)
	switch o {
	case "g", "rg", "k":
		s.fill, s.fillSpace = colourOf(n, space{}), space{}
	case "G", "RG", "K":
		s.stroke, s.strokeSpace = colourOf(n, space{}), space{}
	case "cs", "CS":
		if len(args) == 0 {
			return true
		}
		chosen := f.space(args[0], resources)
		if o == "cs" {
			s.fillSpace, s.fill = chosen, colour{}
		} else {
			s.strokeSpace, s.stroke = chosen, colour{}
		}
	case "sc", "scn":
		s.fill = colourOf(n, s.fillSpace)
	case "SC", "SCN":
		s.stroke = colourOf(n, s.strokeSpace)
	default:
		return false
	}
	return true
}

func colourOf(n []float64, in space) colour {
	switch {
	case in.unknown || len(n) == 0:
		return colour{pattern: true}
	case in.inks && len(n) != 4:
		light := 1.0
		for _, tint := range n {
			light = min(light, 1-tint)
		}
		return colour{r: light, g: light, b: light}
	case len(n) == 1:
		return colour{r: n[0], g: n[0], b: n[0]}
	case len(n) == 3:
		return colour{r: n[0], g: n[1], b: n[2]}
	case len(n) == 4:
		return colour{r: (1 - n[0]) * (1 - n[3]), g: (1 - n[1]) * (1 - n[3]), b: (1 - n[2]) * (1 - n[3])}
	}
	return colour{pattern: true}
}

// space reads a colour space as far as colours are told apart here.
func (f *reader) space(value any, resources object.Dict) space {
	key, _ := value.(object.Name)
	if own := f.Dict(resources["ColorSpace"])[string(key)]; own != nil {
		value = own
	}
	value = f.Resolve(value)
	if list, ok := value.(object.Array); ok && len(list) > 0 {
		value = f.Resolve(list[0])
	}
	switch value {
	case object.Name("Separation"), object.Name("DeviceN"):
		return space{inks: true}
	case object.Name("Pattern"), object.Name("Indexed"), object.Name("Lab"):
		return space{unknown: true}
	}
	return space{}
}

// drawn applies a dictionary of graphics state: how much shows through, and a
// font.
func (p *painter) drawn(s *state, args object.Array, resources object.Dict) {
	if len(args) == 0 {
		return
	}
	key, _ := args[0].(object.Name)
	d := p.file.Dict(p.file.Dict(resources["ExtGState"])[string(key)])
	if n, ok := p.file.Resolve(d["ca"]).(float64); ok {
		s.opaque = n
	}
	if mode := p.file.Resolve(d["BM"]); mode != nil {
		s.mixed = mode != object.Name("Normal") && mode != object.Name("Compatible")
	}
	if list, ok := p.file.Resolve(d["Font"]).(object.Array); ok && len(list) == 2 {
		size, _ := p.file.Resolve(list[1]).(float64)
		s.font, s.size = p.fontOf(list[0], list[0]), size
	}
}
