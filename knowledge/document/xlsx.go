package document

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"

	"github.com/xuri/excelize/v2"
)

// Limits of a workbook. They are looked at before the library opens it, which
// keeps every string and style in memory and copies a shared string into each
// of its cells.
const (
	maxRowCells = 512
	maxCellText = 128 << 10 // bytes; Excel itself allows 32,767 characters
	maxSheetRow = 20_000
)

func (r *reader) readXLSX(data []byte) error {
	z, err := openArchive(data)
	if err != nil {
		return err
	}
	for _, f := range z.File {
		if ext := path.Ext(f.Name); ext == ".xml" || ext == ".rels" {
			if err := checkSheet(z, f.Name); err != nil {
				return err
			}
		}
	}
	// Parts over the XML limit would go to temporary files; equal limits keep
	// all in memory, which the checks have bounded.
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		UnzipSizeLimit: maxUnzipped, UnzipXMLSizeLimit: maxUnzipped, RawCellValue: true,
	})
	if err != nil {
		return damaged()
	}
	defer f.Close()
	b := &openBook{File: f, r: r, marks: marksOf(f, z)}
	return b.read()
}

// checkSheet looks for rows and strings that no office writes.
func checkSheet(z *zip.Reader, name string) error {
	data, err := part(z, name)
	if err != nil {
		return err
	}
	cells, text := 0, 0
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return damaged()
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "row":
				cells, text = 0, 0
			case "c":
				cells, text = cells+1, 0
			case "si":
				text = 0
			}
		case xml.CharData:
			text += len(t)
		}
		if cells > maxRowCells || text > maxCellText {
			return refuse("Bảng tính có hàng hoặc ô quá lớn; hãy xóa cột thừa và rút ngắn nội dung ô.")
		}
	}
}
