package pdf

import (
	"phatngon/knowledge/importer/pdf/font"
	"phatngon/knowledge/importer/pdf/object"
)

func (p *painter) fontNamed(resources object.Dict, key object.Name) *font.Font {
	value := p.file.Dict(resources["Font"])[string(key)]
	if r, ok := value.(object.Ref); ok {
		return p.fontOf(r, value)
	}
	return p.fontOf(key, value)
}

func (p *painter) fontOf(id, value any) *font.Font {
	if r, ok := id.(object.Ref); ok {
		return p.file.set.At(r)
	}
	if f, ok := p.fonts[id]; ok {
		return f
	}
	f := p.file.set.Font(p.file.Dict(value))
	p.fonts[id] = f
	return f
}
