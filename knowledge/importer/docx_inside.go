package importer

import "encoding/xml"

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
		w.note(textBox, attribute(t, "string")) // a watermark
	case "blip", "imagedata":
		w.note(picture, "")
	case "chart", "relIds", "OLEObject":
		w.note(drawn, "")
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
		if text := oneLine(w.box.String()); text != "" {
			w.note(textBox, text)
		}
	}
}
