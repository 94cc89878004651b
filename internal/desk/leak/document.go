package leak

import (
	"path"
	"slices"
	"strconv"
	"strings"
)

// What a document of words tells beside its words, by the local names of its elements.
var (
	takenOut = []string{"del", "moveFrom", "cellDel"} // goes with what is in it
	putIn    = []string{"ins", "moveTo", "cellIns"}   // stays, without who put it in
	marks    = []string{"commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
		"rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "tblPrExChange", "tcPrChange", "trPrChange", "numberingChange", "cellMerge",
		"customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd", "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd", "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd",
		"docVars", "trackRevisions", "rsids", "attachedTemplate", "dataBinding", "control", "object"}
)

// document finds and takes out what a document of words tells beside its words.
func (p *parcel) document() error {
	for _, name := range p.names {
		if low := strings.ToLower(path.Base(name)); strings.HasPrefix(low, "comments") {
			if err := p.comments(name, "comment"); err != nil {
				return err
			}
		}
	}
	p.remove(func(name string) bool { return strings.HasPrefix(strings.ToLower(path.Base(name)), "comments") })
	dropped, err := p.settle()
	if err != nil {
		return err
	}
	for _, name := range slices.Clone(p.names) {
		if !strings.HasPrefix(name, "word/") || !strings.HasSuffix(name, ".xml") {
			continue
		}
		if err := p.change(name, func(n *node) { p.words(name, n, dropped[name]) }); err != nil {
			return err
		}
	}
	return nil
}

// comments finds the notes of a part.
func (p *parcel) comments(name, element string) error {
	n, err := parse(p.parts[name])
	if err != nil {
		return err
	}
	n.each(func(k *node) {
		if k.local() == element {
			p.find(Comment, name, "ghi chú %s", by(k))
		}
	})
	return nil
}

func by(k *node) string {
	for _, name := range []string{"author", "ref", "id"} {
		if v := k.get(name); v != "" {
			return map[string]string{"author": "của một người soạn", "ref": "ở ô " + v, "id": "số " + v}[name]
		}
	}
	return ""
}

// words cleans one part of a document.
func (p *parcel) words(name string, n *node, gone []string) {
	n.each(func(k *node) {
		switch l := k.local(); {
		case slices.Contains(takenOut, l):
			p.find(Change, name, "chữ đã xóa còn nằm trong tệp")
		case slices.Contains(putIn, l) || strings.HasSuffix(l, "Change"):
			p.find(Change, name, "dấu vết sửa, kèm tên người sửa")
		case l == "commentReference":
			p.find(Comment, name, "dấu của ghi chú")
		case l == "r" && hidden(k):
			p.find(HiddenText, name, "chữ ẩn")
		case l == "docVars" || l == "attachedTemplate" || l == "dataBinding":
			p.find(Author, name, "dữ liệu ẩn của tệp")
		case l == "object" || l == "control":
			p.find(Attached, name, "đối tượng nhúng")
		case l != "hyperlink" && slices.ContainsFunc(k.attrs, pointsAt(gone)):
			p.find(Attached, name, "liên kết tới dữ liệu khác")
		}
	})
	n.drop(func(k *node) bool {
		l := k.local()
		return slices.Contains(takenOut, l) || slices.Contains(marks, l) || l == "r" && hidden(k) || l != "hyperlink" && slices.ContainsFunc(k.attrs, pointsAt(gone))
	})
	n.unwrap(func(k *node) bool {
		return slices.Contains(putIn, k.local()) || k.local() == "hyperlink" && slices.ContainsFunc(k.attrs, pointsAt(gone))
	})
	n.each(anonymous)
	p.paragraphs(name, n)
}

// hidden reports that a run of text is not shown.
func hidden(run *node) bool {
	for _, k := range run.kids {
		if k.local() != "rPr" {
			continue
		}
		for _, v := range k.kids {
			if v.local() == "vanish" && v.get("val") != "0" && v.get("val") != "false" {
				return true
			}
		}
	}
	return false
}

// paragraphs masks what is personal in each paragraph, whose text may stand in many runs.
func (p *parcel) paragraphs(name string, n *node) {
	number := 0
	n.each(func(k *node) {
		if k.local() != "p" {
			return
		}
		number++
		var runs []*node
		k.each(func(t *node) {
			if t.local() == "t" || t.local() == "delText" {
				runs = append(runs, t)
			}
		})
		p.mask(name+", đoạn "+strconv.Itoa(number), runs)
	})
}
