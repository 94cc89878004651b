package leak

import (
	"path"
	"slices"
	"strconv"
	"strings"
)

// sheet is one sheet of a workbook.
type sheet struct{ name, part string }

// workbook finds and takes out what a workbook tells beside what is shown.
func (p *parcel) workbook() error {
	shown, gone, err := p.sheets()
	if err != nil {
		return err
	}
	if err := p.notes(); err != nil {
		return err
	}
	p.remove(func(name string) bool {
		low := strings.ToLower(name)
		return slices.Contains(gone, name) || slices.ContainsFunc(gone, func(g string) bool { return source(name) == g }) || strings.HasPrefix(path.Base(low), "comments") || strings.Contains(low, "/threadedcomments/") ||
			strings.Contains(low, "/drawings/") || strings.HasSuffix(low, "calcchain.xml") || strings.Contains(low, "/revisions/") || strings.Contains(low, "/slicers/") || strings.Contains(low, "/ctrlprops/") || strings.Contains(low, "/tables/") || strings.Contains(low, "/model/")
	})
	if err := p.drawn(); err != nil {
		return err
	}
	dropped, err := p.settle()
	if err != nil {
		return err
	}
	used := map[int]bool{}
	for _, s := range shown {
		if err := p.change(s.part, func(n *node) { p.cells(s, n, dropped[s.part], used) }); err != nil {
			return err
		}
	}
	return p.shared(used)
}

// drawn takes out pictures that no drawing shows any more.
func (p *parcel) drawn() error {
	for _, name := range p.names {
		if strings.Contains(name, "/media/") {
			p.find(Attached, name, "hình vẽ trong bảng tính")
		}
	}
	p.remove(func(name string) bool { return strings.Contains(name, "/media/") })
	return nil
}

// sheets are the sheets that are shown, and the parts of those that are not; the workbook
// names only the first.
func (p *parcel) sheets() (shown []sheet, gone []string, err error) {
	rels, err := parse(p.parts["xl/_rels/workbook.xml.rels"])
	if err != nil {
		return nil, nil, err
	}
	target := map[string]string{}
	rels.each(func(k *node) {
		t := k.get("Target")
		if !strings.HasPrefix(t, "/") {
			t = path.Join("xl", t)
		}
		target[k.get("Id")] = strings.TrimPrefix(t, "/")
	})
	err = p.change("xl/workbook.xml", func(n *node) {
		n.drop(func(k *node) bool {
			switch k.local() {
			case "sheet":
				part := target[k.get("r:id")]
				if state := k.get("state"); state == "hidden" || state == "veryHidden" {
					p.find(HiddenSheet, "trang tính “"+k.get("name")+"”", "%s", map[string]string{"hidden": "đang ẩn", "veryHidden": "ẩn sâu, Excel không cho bật lại"}[state])
					gone = append(gone, part)
					return true
				}
				shown = append(shown, sheet{k.get("name"), part})
			case "definedName":
				p.find(Names, "tên “"+k.get("name")+"”", "%s", map[bool]string{true: "tên vùng ô kèm ghi chú", false: "tên vùng ô"}[k.get("comment") != ""])
			case "absPath":
				p.find(Author, "xl/workbook.xml", "thư mục trên máy của người soạn")
			}
			return false
		})
		n.drop(func(k *node) bool {
			return slices.Contains([]string{"definedNames", "AlternateContent", "externalReferences", "pivotCaches", "extLst", "fileSharing", "customWorkbookViews", "bookViews"}, k.local())
		})
	})
	if err == nil && len(shown) == 0 {
		err = ErrNoCopy
	}
	return shown, gone, err
}

// notes finds the comments of all sheets.
func (p *parcel) notes() error {
	for _, name := range p.names {
		low := strings.ToLower(name)
		element := ""
		switch {
		case strings.Contains(low, "/threadedcomments/"):
			element = "threadedComment"
		case strings.HasPrefix(path.Base(low), "comments"):
			element = "comment"
		case strings.Contains(low, "/drawings/") && strings.HasSuffix(low, ".xml"):
			p.find(Attached, name, "hình vẽ trong bảng tính")
		}
		if element == "" {
			continue
		}
		if err := p.comments(name, element); err != nil {
			return err
		}
	}
	return nil
}

// cells cleans a sheet: hidden rows and columns, formulas (their values stay), what hangs
// on the sheet, and what is personal.
func (p *parcel) cells(s sheet, n *node, gone []string, used map[int]bool) {
	place := "trang tính “" + s.name + "”"
	var off [][2]int
	n.each(func(k *node) {
		if k.local() == "col" && on(k.get("hidden")) {
			from, _ := strconv.Atoi(k.get("min"))
			to, _ := strconv.Atoi(k.get("max"))
			off = append(off, [2]int{from, to})
		}
	})
	n.drop(func(k *node) bool {
		switch k.local() {
		case "row":
			if on(k.get("hidden")) {
				p.find(HiddenCells, place+", hàng "+k.get("r"), "hàng ẩn")
				return true
			}
		case "col":
			return on(k.get("hidden"))
		case "c":
			if inside(off, column(k.get("r"))) {
				p.find(HiddenCells, place+", cột "+strings.TrimRight(k.get("r"), "0123456789"), "cột ẩn")
				return true
			}
		case "f":
			p.find(Formula, place, "công thức")
			return true
		case "legacyDrawing", "legacyDrawingHF", "drawing", "picture", "oleObjects", "controls", "dataValidations", "conditionalFormatting", "extLst", "customSheetViews", "webPublishItems", "tableParts", "pageSetup", "autoFilter":
			return true
		}
		return slices.ContainsFunc(k.attrs, pointsAt(gone))
	})
	n.each(func(k *node) {
		if k.local() != "c" {
			return
		}
		if k.get("t") == "s" {
			if i, err := strconv.Atoi(strings.TrimSpace(k.words())); err == nil {
				used[i] = true
			}
			return
		}
		p.mask(place+", ô "+k.get("r"), values(k))
	})
}

// values are the texts of a cell; a number that is masked becomes a text.
func values(c *node) []*node {
	var all []*node
	c.each(func(k *node) {
		if l := k.local(); l == "t" || l == "v" && len(personal(k.words())) > 0 {
			if l == "v" {
				c.become("str")
			}
			all = append(all, k)
		}
	})
	return all
}

// become makes a cell one of another type.
func (n *node) become(t string) {
	for i := range n.attrs {
		if n.attrs[i].Name.Local == "t" {
			n.attrs[i].Value = t
			return
		}
	}
	n.attrs = append(n.attrs, attribute("t", t))
}

// shared empties the texts that only hidden cells held, and masks the others.
func (p *parcel) shared(used map[int]bool) error {
	number := -1
	return p.change("xl/sharedStrings.xml", func(n *node) {
		n.each(func(k *node) {
			if k.local() != "si" {
				return
			}
			number++
			var runs []*node
			k.each(func(t *node) {
				if t.local() == "t" {
					runs = append(runs, t)
				}
			})
			if !used[number] {
				k.kids = []*node{{name: named(k.name, "t")}}
				return
			}
			p.mask("ô chữ thứ "+strconv.Itoa(number+1), runs)
		})
	})
}

// named is a local name with the prefix of another.
func named(like, local string) string {
	if i := strings.IndexByte(like, ':'); i >= 0 {
		return like[:i+1] + local
	}
	return local
}

func on(v string) bool { return v == "1" || v == "true" }

func inside(spans [][2]int, n int) bool {
	return slices.ContainsFunc(spans, func(s [2]int) bool { return n >= s[0] && n <= s[1] })
}

// column is the number of a cell's column: 1 of "A7".
func column(cell string) int {
	n := 0
	for _, c := range strings.TrimRight(cell, "0123456789") {
		n = n*26 + int(c-'A') + 1
	}
	return n
}
