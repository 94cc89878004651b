package edge

import (
	"bytes"
	"encoding/csv"
	"strings"
)

// CSVType is the media type of CSV.
const CSVType = "text/csv; charset=utf-8"

// CSV is a table as a file that spreadsheets open as it is: UTF-8 by its mark, and no cell a
// formula, whoever wrote it (OWASP, CSV injection).
func CSV(rows [][]string) []byte {
	var out bytes.Buffer
	out.WriteString("\ufeff") // so that Excel reads it as UTF-8
	w := csv.NewWriter(&out)
	for _, row := range rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = plainCell(cell)
		}
		_ = w.Write(cells) // a buffer takes everything
	}
	w.Flush()
	return out.Bytes()
}

// plainCell keeps a spreadsheet from computing what was written; a number stays one.
func plainCell(cell string) string {
	if cell == "" || !strings.ContainsRune("=+-@\t\r\n", rune(cell[0])) || isNumber(cell) {
		return cell
	}
	return "'" + cell
}

// isNumber reports whether a cell is a negative number and nothing else.
func isNumber(cell string) bool {
	return cell[0] == '-' && len(cell) > 1 && strings.Trim(cell[1:], "0123456789.") == ""
}
