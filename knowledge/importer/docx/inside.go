package docx

import (
	"encoding/xml"

	"phatngon/knowledge/importer/paper"
)

// lookInside notes what a drawing holds that has words: text boxes, pictures,
// charts.
func (w *wordReader) lookInside(t xml.StartElement) {
	switch w.skipping {
	case "drawing", "pict", "object":
	default:
		return
	}
	switch t.Name.Local {
	case "txbxContent":
		w.boxed = w.skipped
		w.box.Reset()
	case "t":
		w.inText = true
	case "textpath":
		w.note(paper.TextBox, attribute(t, "string")) // a watermark
	case "blip", "imagedata":
		w.note(paper.Picture, "")
	case "chart", "relIds", "OLEObject":
		w.note(paper.Drawn, "")
	}
}

func (w *wordReader) endInside(name string) {
	switch {
	case name == "t":
		w.inText = false
	case name == "p" && w.boxed > 0:
		w.box.WriteByte(' ')
	case name == "txbxContent" && w.boxed > 0:
		w.boxed = 0
		if text := paper.OneLine(w.box.String()); text != "" {
			w.note(paper.TextBox, text)
		}
	}
}
