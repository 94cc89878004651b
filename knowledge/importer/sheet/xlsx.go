package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"path"
	"strings"

	"github.com/xuri/excelize/v2"

	"phatngon/knowledge/importer/letter"
	"phatngon/knowledge/importer/ooxml"
	"phatngon/knowledge/importer/paper"
)

// Limits of a workbook. They are looked at before the library opens it, which
// keeps every string and style in memory and copies a shared string into each
// of its cells.
const (
	maxRowCells = 512
	MaxCellText = 128 << 10 // bytes; Excel itself allows 32,767 characters
	maxSheetRow = 20_000
)

func ReadXLSX(r *letter.Reader, data []byte) error {
	z, err := ooxml.Open(data)
	if err != nil {
		return err
	}
	b := &openBook{r: r, parts: partsOfSheets(z), uncounted: uncounted{}}
	for _, f := range z.File {
		if ext := path.Ext(f.Name); ext == ".xml" || ext == ".rels" {
			if err := b.checkSheet(z, f.Name); err != nil {
				return err
			}
		}
		b.besides(f.Name)
	}
	// Parts over the XML limit would go to temporary files; equal limits keep
	// all in memory, which the checks have bounded.
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		UnzipSizeLimit: ooxml.MaxUnzipped, UnzipXMLSizeLimit: ooxml.MaxUnzipped, RawCellValue: true,
	})
	if err != nil {
		return paper.Damaged()
	}
	defer f.Close()
	b.File, b.marks = f, marksOf(f, z)
	return b.read()
}

// besides notes what a workbook has beside its cells.
func (b *openBook) besides(name string) {
	switch {
	case strings.HasPrefix(name, "xl/media/"):
		b.doubts.Note(paper.Picture, 0, "")
	case strings.HasPrefix(name, "xl/charts/chart"):
		b.doubts.Note(paper.Drawn, 0, "")
	case strings.HasPrefix(name, "xl/comments"), strings.HasPrefix(name, "xl/threadedComments/"):
		b.doubts.Note(paper.Commented, 0, "")
	}
}

// checkSheet looks for rows and strings that no office writes, and for
// formulas whose value is not in the file.
func (b *openBook) checkSheet(z *zip.Reader, name string) error {
	data, err := ooxml.Part(z, name)
	if err != nil {
		return err
	}
	cells, text := 0, 0
	var cell formulaCell
	return ooxml.Walk(data, func(token xml.Token) error {
		switch t := token.(type) {
		case xml.StartElement:
			cell.open(t)
			switch t.Name.Local {
			case "row":
				cells, text = 0, 0
			case "c":
				cells, text = cells+1, 0
			case "si":
				text = 0
			}
		case xml.EndElement:
			cell.inFormula = cell.inFormula && t.Name.Local != "f"
			if t.Name.Local == "c" && cell.missing() {
				b.uncounted.add(name, cell.name)
			}
		case xml.CharData:
			text += len(t)
			cell.filled = cell.filled || !cell.inFormula && strings.TrimSpace(string(t)) != ""
		}
		if cells > maxRowCells || text > MaxCellText {
			return paper.Refuse("Bảng tính có hàng hoặc ô quá lớn; hãy xóa cột thừa và rút ngắn nội dung ô.")
		}
		return nil
	})
}
