package importer

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"phatngon/knowledge/importer/layout"
	"phatngon/knowledge/importer/letter"
	"phatngon/knowledge/importer/paper"
	"phatngon/knowledge/importer/pdf"
	"phatngon/knowledge/statement"
)

func readPDF(r *letter.Reader, data []byte) error {
	file, err := pdf.Read(data)
	if err != nil {
		return unreadPDF(err)
	}
	var pages []*layout.Page
	for i, page := range file.Pages {
		if olden(page.Old) {
			return paper.Refuse("Tài liệu dùng phông chữ cũ (.VnTime, VNI); hãy chuyển sang Unicode (Times New Roman) rồi nhập lại.")
		}
		pages = append(pages, layout.NewPage(page, i+1))
	}
	if illegible(file.Pages) {
		return paper.Refuse("Phông chữ trong PDF không cho biết chữ (thiếu bảng ToUnicode) nên không đọc được; hãy dùng tệp DOCX gốc hoặc nhận dạng chữ (OCR).")
	}
	p := pdfPaper(pages)
	if len(p.Blocks) == 0 {
		return emptyPDF(pages)
	}
	if err := p.Letters(); err != nil {
		return err
	}
	d := r.Add(p)
	if d.Statement.Body == "" {
		r.Problem(d, "body", 1, "%s", letter.Missing["body"]) // what follows says other things of the body
	}
	tell(r, d, file, pages)
	tellTables(r, d, p)
	return nil
}

// illegible reports whether hardly a letter of a file can be told.
func illegible(pages []pdf.Page) bool {
	lost, all := 0, 0
	for _, p := range pages {
		lost += p.Unreadable
		all += p.Unreadable
		for _, g := range p.Glyphs {
			if strings.TrimSpace(g.Text) != "" {
				all++
			}
		}
	}
	return 5*lost > 4*all
}

func unreadPDF(err error) error {
	switch {
	case errors.Is(err, pdf.ErrEncrypted):
		return paper.Refuse("Tệp PDF đặt mật khẩu hoặc khóa sao chép; hãy bỏ khóa rồi nhập lại.")
	case errors.Is(err, pdf.ErrXFA):
		return paper.Refuse("Tệp PDF là vỏ của biểu mẫu XFA, chỉ phần mềm của nó mới hiện được nội dung; hãy dùng tệp gốc, hoặc in ra PDF thường rồi nhập lại.")
	case errors.Is(err, pdf.ErrTooLarge):
		return paper.Refuse("Tệp PDF quá lớn (trên %d trang hoặc quá nhiều chữ); hãy tách thành nhiều tệp.", pdf.MaxPages)
	}
	return paper.Damaged()
}

// emptyPDF is why a file has no words.
func emptyPDF(pages []*layout.Page) error {
	for _, p := range pages {
		switch {
		case p.Signed():
			return paper.Refuse("PDF là bản quét ảnh, chữ duy nhất là của chữ ký số; hãy nhận dạng chữ (OCR) hoặc dùng tệp DOCX gốc.")
		case p.Lost:
			return paper.Refuse("PDF có phần hỏng hoặc nén theo kiểu chưa đọc được; hãy mở bằng phần mềm gốc, in lại ra PDF rồi nhập lại.")
		}
	}
	return paper.Refuse("PDF không có lớp chữ (có thể là bản quét ảnh); hãy nhận dạng chữ (OCR) hoặc dùng tệp DOCX gốc.")
}

// pdfPaper joins the pages.
func pdfPaper(pages []*layout.Page) *paper.Paper {
	layout.CutHeads(pages)
	p := &paper.Paper{Place: "trang", Form: statement.FormDocument}
	ends := []int{0}
	for _, page := range pages {
		page.Footnotes()
		p.Blocks = layout.JoinPages(p.Blocks, page.Blocks(page.Lines))
		for _, side := range page.Sides() {
			p.Blocks = append(p.Blocks, side.Blocks(side.Lines)...)
		}
		ends = append(ends, len(p.Blocks))
	}
	for i := len(pages) - 1; i >= 0; i-- {
		p.Blocks = layout.PlaceNotes(p.Blocks, pages[i], ends[i], ends[i+1])
	}
	return p
}

// tellTables says that the cells of a table are where they seem to be.
func tellTables(r *letter.Reader, d *letter.Draft, p *paper.Paper) {
	var at []string
	first := 0
	for _, b := range p.Blocks {
		head, _, _ := strings.Cut(paper.Markdown([]paper.Block{b}), "\n")
		if b.Rows == nil || !strings.Contains(d.Statement.Body, head) || slices.Contains(at, fmt.Sprint(b.At)) {
			continue
		}
		if at = append(at, fmt.Sprint(b.At)); first == 0 {
			first = b.At
		}
	}
	if first > 0 {
		r.Problem(d, "body", first, "Trang %s có bảng; vị trí các ô lấy từ PDF có thể lệch, hãy đối chiếu từng ô với bản gốc.", strings.Join(at, ", "))
	}
}

// olden reports whether text of a font of before Unicode is in its letters: it
// has signs in the midst of words, and no letters that only Vietnamese has.
func olden(text string) bool {
	signs := 0
	for _, r := range text {
		switch {
		case r >= 0x1ea0 && r <= 0x1ef9 || strings.ContainsRune("ăĂđĐơƠưƯ", r):
			return false
		case r >= 0xa1 && r <= 0xff || r >= 0x2000:
			signs++
		}
	}
	return signs > 0
}
