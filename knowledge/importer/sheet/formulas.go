package sheet

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"path"
	"strings"

	"github.com/xuri/excelize/v2"

	"phatngon/knowledge/importer/ooxml"
	"phatngon/knowledge/importer/paper"
)

// uncounted are the cells whose formulas have no value in the file, by part,
// row and in their order: tools that write a workbook count nothing.
type uncounted map[string]map[int][]string

// formulaCell is a cell while it is read.
type formulaCell struct {
	name                      string
	formula, text             bool // it has a formula; its value is words, which may be none
	valued, filled, inFormula bool
}

func (c *formulaCell) open(t xml.StartElement) {
	switch t.Name.Local {
	case "c":
		*c = formulaCell{}
		for _, a := range t.Attr {
			switch a.Name.Local {
			case "r":
				c.name = a.Value
			case "t":
				c.text = a.Value == "str"
			}
		}
	case "f":
		c.formula, c.inFormula = true, true
	case "v", "is":
		c.valued = true
	}
}

// missing reports whether a cell that was read shows what the file does not
// have. A formula of words may have counted to none.
func (c *formulaCell) missing() bool {
	return c.formula && !c.filled && !(c.text && c.valued)
}

func (u uncounted) add(part, cell string) {
	_, row, err := excelize.CellNameToCoordinates(cell)
	if err != nil {
		return
	}
	if u[part] == nil {
		u[part] = map[int][]string{}
	}
	u[part][row] = append(u[part][row], cell)
}

// maxNamed is how many cells one line names.
const maxNamed = 60

// noResult says which cells have no value, each by its name.
func noResult(cells []string) paper.DoubtKind {
	more := ""
	if len(cells) > maxNamed {
		more = fmt.Sprintf(" và %d ô khác", len(cells)-maxNamed)
		cells = cells[:maxNamed]
	}
	return paper.DoubtKind{
		What:  "có ô công thức mà tệp không có kết quả, nên để trống: " + strings.Join(cells, ", ") + more,
		Check: "hãy mở bằng Excel, lưu lại rồi nhập lại, hoặc nhập giá trị",
	}
}

// partsOfSheets are the parts of a workbook's sheets, by the sheets' names.
func partsOfSheets(z *zip.Reader) map[string]string {
	targets, out := map[string]string{}, map[string]string{}
	relations, _ := ooxml.Part(z, "xl/_rels/workbook.xml.rels")
	_ = ooxml.Walk(relations, func(token xml.Token) error { // what comes before a damage is used
		if t, ok := token.(xml.StartElement); ok && t.Name.Local == "Relationship" {
			targets[valueOf(t, "Id")] = valueOf(t, "Target")
		}
		return nil
	})
	book, _ := ooxml.Part(z, "xl/workbook.xml")
	_ = ooxml.Walk(book, func(token xml.Token) error {
		if t, ok := token.(xml.StartElement); ok && t.Name.Local == "sheet" {
			target := targets[valueOf(t, "id")]
			if !strings.HasPrefix(target, "/") {
				target = path.Join("xl", target)
			}
			out[valueOf(t, "name")] = strings.TrimPrefix(target, "/")
		}
		return nil
	})
	return out
}

func valueOf(t xml.StartElement, local string) string {
	for _, a := range t.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}
