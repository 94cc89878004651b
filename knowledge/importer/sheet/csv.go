package sheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"

	"phatngon/knowledge/importer/letter"
	"phatngon/knowledge/importer/paper"
	"phatngon/knowledge/importer/webpage"
)

func ReadCSV(r *letter.Reader, data []byte) error {
	data, err := utf8Text(data)
	if err != nil {
		return err
	}
	s := &sheet{r: r}
	c := csv.NewReader(bytes.NewReader(data))
	c.Comma, c.FieldsPerRecord, c.LazyQuotes, c.ReuseRecord = separator(data), -1, false, true
	for {
		cells, err := c.Read()
		switch {
		case errors.Is(err, io.EOF):
			if s.fields == nil {
				return noHeadings(s.widest)
			}
			return sayAside(r, s.doubts)
		case err != nil:
			return csvError(err)
		}
		line, _ := c.FieldPos(0)
		s.row = line - 1 // a quoted cell may run over several lines
		if err := s.add(cells); err != nil {
			return err
		}
	}
}

func csvError(err error) error {
	var parse *csv.ParseError
	if !errors.As(err, &parse) {
		return paper.Damaged()
	}
	return paper.Refuse("Dòng %d: dấu ngoặc kép không khớp; ô có dấu phân cách hoặc xuống dòng cần đặt trong một cặp ngoặc kép.", parse.Line)
}

// utf8Text is data as UTF-8: Excel also saves UTF-16 with a byte order mark.
func utf8Text(data []byte) ([]byte, error) {
	if bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff}) {
		decoded, err := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(data)
		if err != nil {
			return nil, paper.Damaged()
		}
		data = decoded
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if !utf8.Valid(data) && webpage.MostlyUTF8(data) {
		return bytes.ToValidUTF8(data, []byte(string(utf8.RuneError))), nil // rows with a damaged letter are said
	}
	if !utf8.Valid(data) {
		return nil, paper.Refuse("Tệp CSV không theo bảng mã UTF-8; trong Excel hãy chọn Lưu thành “CSV UTF-8”, hoặc dùng XLSX.")
	}
	return data, nil
}

// separator is the one that shows most headings in a row at the front; without
// headings it is what stands there most often. Excel in Vietnam writes ";".
func separator(data []byte) rune {
	head := data[:min(len(data), 16<<10)]
	best, known, most := ',', 0, 0
	for _, c := range ",;\t|" {
		fields, n := headingsWith(head, c), bytes.Count(head, []byte(string(c)))
		if fields > known || fields == known && n > most && c != '|' {
			best, known, most = c, fields, n
		}
	}
	return best
}

// headingsWith is how many headings the best row at the front has.
func headingsWith(head []byte, separator rune) (most int) {
	c := csv.NewReader(bytes.NewReader(head))
	c.Comma, c.FieldsPerRecord, c.LazyQuotes, c.ReuseRecord = separator, -1, true, true
	for range headerRows {
		cells, err := c.Read()
		if err != nil {
			return most
		}
		n := 0
		for _, cell := range cells {
			if fieldOf(paper.Tidy(cell)) != "" {
				n++
			}
		}
		most = max(most, n)
	}
	return most
}
