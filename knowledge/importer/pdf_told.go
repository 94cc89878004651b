package importer

import (
	"fmt"
	"strings"

	"phatngon/knowledge/importer/layout"
	"phatngon/knowledge/importer/letter"
	"phatngon/knowledge/importer/paper"
	"phatngon/knowledge/importer/pdf"
)

// told is one kind of what a PDF does that a person must look at: whether a
// page does it and with which words.
type told struct {
	does func(p *layout.Page) (words string, ok bool)
	text string // with %s for the pages
}

func counted(n func(p *layout.Page) int) func(p *layout.Page) (string, bool) {
	return func(p *layout.Page) (string, bool) { return "", n(p) > 0 }
}

func worded(words func(p *layout.Page) string) func(p *layout.Page) (string, bool) {
	return func(p *layout.Page) (string, bool) {
		w := paper.OneLine(words(p))
		return w, w != ""
	}
}

func when(is func(p *layout.Page) bool) func(p *layout.Page) (string, bool) {
	return func(p *layout.Page) (string, bool) { return "", is(p) }
}

// pdfTold is said once each, with the pages and the first words.
var pdfTold = []told{
	{when(func(p *layout.Page) bool { return p.Lost }),
		"%s có phần hỏng hoặc nén theo kiểu chưa đọc được nên có thể thiếu chữ; hãy đối chiếu với bản gốc hoặc dùng tệp DOCX."},
	{when((*layout.Page).Signed),
		"%s là ảnh quét, chữ duy nhất là của chữ ký số nên không đưa vào; hãy nhận dạng chữ (OCR) hoặc dùng tệp DOCX."},
	{counted(func(p *layout.Page) int { return p.Machine }),
		"%s: chữ do máy nhận dạng (OCR) từ ảnh quét, có thể sai chữ và số; hãy đối chiếu từng chữ với bản gốc."},
	{when(func(p *layout.Page) bool { return p.Pictured() && layout.Scan(p.Page) }),
		"%s là ảnh quét hoặc có ảnh phủ gần hết trang; chữ trong ảnh không đọc được nên có thể thiếu, hãy nhận dạng chữ (OCR) hoặc dùng tệp DOCX."},
	{when(func(p *layout.Page) bool { return p.Pictured() && !layout.Scan(p.Page) && p.Pictures > 0.04 }),
		"%s có ảnh; chữ trong ảnh (nếu có) không đọc được, hãy đối chiếu với bản gốc."},
	{when(func(p *layout.Page) bool { return p.Curves > 400 || p.Curves > 40 && len(p.Glyphs) == 0 }),
		"%s có hình vẽ nhiều nét; chữ đã chuyển thành nét vẽ (nếu có) không đọc được, hãy đối chiếu với bản gốc."},
	{counted(func(p *layout.Page) int { return p.Guessed }),
		"%s có chữ mà phông chữ không nói rõ hoặc nói sai là chữ nào, có thể đọc sai; hãy đối chiếu từng chữ với bản gốc."},
	{worded(func(p *layout.Page) string { return p.Hidden }),
		"%s có chữ mà người xem không thấy (chữ trắng, bị che, ngoài trang hoặc thuộc lớp đã tắt), không đưa vào%s; hãy kiểm tra."},
	{worded(func(p *layout.Page) string { return p.Struck }),
		"%s có chữ bị gạch ngang, không đưa vào%s; hãy đối chiếu với bản gốc."},
	{worded(func(p *layout.Page) string { return p.Slanted }),
		"%s có chữ chéo (dấu chìm), không đưa vào%s; hãy kiểm tra."},
	{worded(func(p *layout.Page) string { return asideText(p) }),
		"%s có chữ xoay khác chiều, đặt sau phần chữ còn lại của trang%s; hãy kiểm tra vị trí."},
	{worded(func(p *layout.Page) string { return p.Over }),
		"%s có chữ chồng lên nhau (như chữ ký số đóng lên chữ)%s; hãy đối chiếu với bản gốc."},
	{worded(func(p *layout.Page) string { return strings.Join(p.Stamp, " · ") }),
		"%s có chữ của chữ ký số, không đưa vào%s; hãy kiểm tra."},
	{counted(func(p *layout.Page) int { return p.Doubled }),
		"%s có chữ vẽ hai lần (chữ bóng, chữ đậm giả), chỉ lấy một lần; hãy đối chiếu với bản gốc."},
	{when(func(p *layout.Page) bool { return p.Doubted }),
		"%s có chữ nhìn thấy khác với chữ mà tệp ghi để thay thế (ActualText); hãy đối chiếu với bản gốc."},
	{worded(func(p *layout.Page) string { return strings.Join(p.Values, " · ") }),
		"%s có ô biểu mẫu mà giá trị không được vẽ hoặc vẽ khác%s; hãy đối chiếu các ô."},
	{worded(raisedText),
		"%s có chỉ số trên hoặc dưới (như số mũ)%s; hãy đối chiếu với bản gốc."},
	{when(func(p *layout.Page) bool { return p.Columns }),
		"%s có chữ xếp thành cột, đã đọc hết cột trái rồi đến cột phải; hãy đối chiếu thứ tự với bản gốc."},
	{worded(noteText),
		"%s có chú thích cuối trang, đặt sau đoạn có dấu chú thích%s; hãy kiểm tra."},
	{worded(func(p *layout.Page) string {
		return strings.Join(append(p.Heads, layout.ArtifactLines(p.Artifacts)...), " · ")
	}),
		"%s có đầu trang, chân trang hoặc chữ trang trí không đưa vào%s; hãy kiểm tra."},
	{counted(func(p *layout.Page) int { return p.Comments }),
		"%s có ghi chú hoặc tệp gắn trên trang không đưa vào; hãy kiểm tra."},
}

// tell lists what a person must look at.
func tell(r *letter.Reader, d *letter.Draft, file pdf.File, pages []*layout.Page) {
	if len(file.Attached) > 0 {
		r.Problem(d, "body", 1, "Tệp PDF có tệp đính kèm bên trong%s chưa đưa vào; nếu là phụ lục, hãy nhập riêng.", quoted(strings.Join(file.Attached, " · ")))
	}
	if file.Form {
		r.Problem(d, "body", 1, "Tệp PDF là biểu mẫu XFA; phần hiện trong phần mềm gốc có thể khác, hãy đối chiếu với bản gốc.")
	}
	for _, kind := range pdfTold {
		tellKind(r, d, kind, pages)
	}
	for _, p := range pages {
		switch {
		case p.Unreadable > 0:
			r.Problem(d, "body", p.Number, "Trang %d có %d chữ không đọc được do phông chữ; hãy đối chiếu với bản gốc hoặc dùng tệp DOCX.", p.Number, p.Unreadable)
		case p.Images && len(p.Glyphs) == 0:
			r.Problem(d, "body", p.Number, "Trang %d chỉ có ảnh, không có chữ; hãy nhận dạng chữ (OCR) hoặc dùng tệp DOCX.", p.Number)
		}
	}
}

func tellKind(r *letter.Reader, d *letter.Draft, kind told, pages []*layout.Page) {
	var at []string
	var first []string
	line := 0
	for _, p := range pages {
		words, ok := kind.does(p)
		if !ok {
			continue
		}
		if at = append(at, fmt.Sprint(p.Number)); line == 0 {
			line = p.Number
		}
		if words != "" && (len(first) == 0 || first[len(first)-1] != words) {
			first = append(first, words)
		}
	}
	if len(at) == 0 {
		return
	}
	args := []any{"Trang " + strings.Join(at, ", ")}
	if strings.Count(kind.text, "%s") > 1 {
		args = append(args, quoted(strings.Join(first, " · ")))
	}
	r.Problem(d, "body", line, kind.text, args...)
}

// quoted is the first words of a text, for a person to find.
func quoted(text string) string {
	const most = 200
	if text = paper.OneLine(text); text == "" {
		return ""
	}
	if letters := []rune(text); len(letters) > most {
		text = string(letters[:most]) + "…"
	}
	return ": “" + text + "”"
}

func asideText(p *layout.Page) string {
	var out []string
	for _, side := range p.Sides() {
		for _, l := range side.Lines {
			out = append(out, layout.LineText(l))
		}
	}
	return strings.Join(out, " ")
}

func raisedText(p *layout.Page) string {
	var out []string
	for _, l := range p.Lines {
		for word := range strings.FieldsSeq(layout.LineText(l)) {
			if l.Raised && strings.ContainsAny(word, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵒᵃᵇᶜᵈᵉᵍʰᵏᵐᵖˢᵗᵘˣʸᶻ₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑᵢₒₓₕₖₗₘₙₚₛₜ^_") {
				out = append(out, strings.TrimRight(word, ".,;:"))
			}
		}
	}
	return strings.Join(out, ", ")
}

func noteText(p *layout.Page) string {
	var out []string
	for _, b := range p.Notes {
		out = append(out, b.Text())
	}
	return strings.Join(out, " · ")
}
