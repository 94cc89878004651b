package docx

import (
	"encoding/xml"
	"strconv"

	"phatngon/knowledge/importer/paper"
)

// readNotes reads the part of footnotes or endnotes; each note waits for the
// paragraph that refers to it.
func (w *wordReader) readNotes(kind string) error {
	data, err := w.file.kind(kind)
	if err != nil || data == nil {
		return err
	}
	part := &wordReader{file: w.file, lists: w.lists, styles: w.styles, notes: map[string][]paper.Block{}}
	if err := part.read(data); err != nil {
		return err
	}
	if w.notes == nil {
		w.notes, w.counted = map[string][]paper.Block{}, map[string]int{}
	}
	for id, blocks := range part.notes {
		w.notes[id] = blocks
	}
	w.doubts.Take(part.doubts, 0)
	return nil
}

// startNote begins a note; separators are drawn and say nothing.
func (w *wordReader) startNote(t xml.StartElement) {
	w.blocks = nil
	w.field.kind = "" // a field does not run over notes
	w.noteID = ""
	if kind := attribute(t, "type"); kind == "" || kind == "normal" {
		w.noteID = t.Name.Local + attribute(t, "id")
	}
}

func (w *wordReader) endNote() {
	if w.noteID != "" && w.notes != nil {
		w.notes[w.noteID] = w.blocks
	}
	w.blocks = nil
}

// refer sets the mark of a note where the text has it.
func (w *wordReader) refer(kind, id string) {
	blocks := w.notes[kind+id]
	if w.para == nil || len(blocks) == 0 {
		return
	}
	delete(w.notes, kind+id) // a note stands once
	w.counted[kind]++
	mark := strconv.Itoa(w.counted[kind])
	if kind == "endnote" {
		mark = paper.Numeral("lowerRoman", w.counted[kind])
	}
	mark = "[" + mark + "]"
	w.words.WriteString(mark)
	w.note(paper.Footnoted, mark)
	for i, b := range blocks {
		b.At = w.number
		if i == 0 && b.Rows == nil {
			b.Lines = append([]string{mark + " " + b.Lines[0]}, b.Lines[1:]...)
		}
		w.pending = append(w.pending, b)
	}
}

// flushNotes sets the notes after the paragraph or table that they are to.
func (w *wordReader) flushNotes() {
	if len(w.tables) > 0 {
		return
	}
	w.blocks = append(w.blocks, w.pending...)
	w.pending = nil
}
