package docx

import (
	"encoding/xml"
	"regexp"

	"phatngon/knowledge/importer/paper"
)

// drawnField is a field's code that draws a formula or a sign.
var drawnField = regexp.MustCompile(`(?i)^\s*(?:EQ|SYMBOL) `)

// Formulas (Office Math) are written on one line: what stands above, below or
// under a root goes into brackets.
var (
	formulaBegins = map[string]string{"num": "(", "den": "/(", "sup": "^(", "sub": "_(", "rad": "√(", "d": "("}
	formulaEnds   = map[string]string{"num": ")", "den": ")", "sup": ")", "sub": ")", "rad": ")", "d": ")"}
)

func (w *wordReader) startFormula(t xml.StartElement) bool {
	switch {
	case t.Name.Local == "oMath":
		if w.formulas++; w.formulas == 1 {
			w.from = w.words.Len()
		}
	case w.formulas == 0:
		return false
	case t.Name.Local == "chr":
		w.write(attribute(t, "val"))
	case formulaBegins[t.Name.Local] != "":
		w.write(formulaBegins[t.Name.Local])
	default:
		return false
	}
	return true
}

func (w *wordReader) endFormula(name string) {
	if w.formulas == 0 {
		return
	}
	if end := formulaEnds[name]; end != "" {
		w.write(end)
	}
	if name != "oMath" {
		return
	}
	if w.formulas--; w.formulas == 0 {
		text := w.words.String()
		w.note(paper.Formula, text[min(w.from, len(text)):])
	}
}
