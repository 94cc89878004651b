package importer

import (
	"fmt"
	"strings"
	"testing"
)

const (
	packageRels  = `<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>`
	relationXML  = `<Relationship Id="%s" Type="http://x/%s" Target="%s"/>`
	numberingXML = `<w:numbering>
		<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%%1."/></w:lvl>
			<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%%2)"/></w:lvl></w:abstractNum>
		<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:pStyle w:val="Muc"/><w:lvlText w:val="%%1."/></w:lvl>
			<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:pStyle w:val="Khoan"/><w:lvlText w:val="%%1.%%2."/></w:lvl></w:abstractNum>
		<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="Kieu"/></w:abstractNum>
		<w:abstractNum w:abstractNumId="3"><w:styleLink w:val="Kieu"/><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Bước %%1:"/></w:lvl></w:abstractNum>
		<w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:numFmt w:val="none"/><w:lvlText w:val="Ghi chú:"/></w:lvl></w:abstractNum>
		<w:num w:numId="6"><w:abstractNumId w:val="4"/></w:num>
		<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>
		<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
		<w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="5"><w:abstractNumId w:val="2"/></w:num></w:numbering>`
	stylesXML = `<w:styles><w:docDefaults><w:rPrDefault><w:rPr/></w:rPrDefault></w:docDefaults>
		<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>
		<w:style w:type="paragraph" w:styleId="Khoan"><w:basedOn w:val="Muc"/></w:style>
		<w:style w:type="paragraph" w:styleId="Hoa"><w:rPr><w:caps/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="HoaCon"><w:basedOn w:val="Hoa"/></w:style>
		<w:style w:type="character" w:styleId="Bo"><w:rPr><w:strike/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Dau"><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:style>
		<w:style w:type="character" w:styleId="HyLap"><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:style><w:style w:type="character" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`
)

// wordFileOf is a DOCX of a body with lists, styles and other parts.
func wordFileOf(tb testing.TB, body string, parts map[string]string) []byte {
	tb.Helper()
	all := map[string][]byte{
		"_rels/.rels": []byte(packageRels), "word/document.xml": fmt.Appendf(nil, wordXML, body),
		"word/numbering.xml": fmt.Appendf(nil, numberingXML), "word/styles.xml": []byte(stylesXML),
	}
	relations := ""
	for name, text := range parts {
		kind := strings.TrimRight(strings.TrimSuffix(name, ".xml"), "0123456789")
		if strings.HasPrefix(name, "chunk") {
			kind = "aFChunk"
		}
		relations += fmt.Sprintf(relationXML, "id-"+name, kind, name)
		all["word/"+name] = []byte(text)
	}
	all["word/_rels/document.xml.rels"] = []byte("<Relationships>" + relations + "</Relationships>")
	return zipped(tb, all)
}

func para(properties, runs string) string {
	return "<w:p><w:pPr>" + properties + "</w:pPr>" + runs + "</w:p>"
}

func item(list, level, text string) string {
	return para(fmt.Sprintf(`<w:numPr><w:ilvl w:val="%s"/><w:numId w:val="%s"/></w:numPr>`, level, list), runOf("", text))
}

func runOf(properties, text string) string {
	return "<w:r><w:rPr>" + properties + `</w:rPr><w:t xml:space="preserve">` + text + "</w:t></w:r>"
}

func cellOf(properties, text string) string {
	return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + word(text) + "</w:tc>"
}

func TestWordIsReadAsAPageShowsIt(t *testing.T) {
	style := func(id string) string { return `<w:pStyle w:val="` + id + `"/>` }
	for name, test := range map[string]struct {
		body  string
		parts map[string]string
		want  string
		said  []string
	}{
		"a list that begins anew": {body: item("1", "0", "Một") + item("1", "0", "Hai") + item("3", "0", "Lại một") + item("3", "0", "Lại hai"),
			want: "1. Một\n2. Hai\n1. Lại một\n2. Lại hai"},
		"a list that goes on in another": {body: item("1", "0", "Một") + item("1", "1", "a") + item("2", "1", "b") + item("2", "0", "Hai") + item("1", "1", "a lại"),
			want: "1. Một\na) a\nb) b\n2. Hai\na) a lại"},
		"an empty item counts": {body: item("1", "0", "Một") + item("1", "0", "") + item("1", "0", "Ba"), want: "1. Một\n3. Ba"},
		"rows that Word counts": {body: "<w:tbl><w:tr><w:tc>" + item("1", "0", "") + "</w:tc>" + cellOf("", "A") + "</w:tr><w:tr><w:tc>" + item("1", "0", "") + "</w:tc>" + cellOf("", "B") + "</w:tr></w:tbl>",
			want: "| 1. | A |\n| --- | --- |\n| 2. | B |"},
		"a list by styles and their base": {body: para(style("Muc"), runOf("", "Nhiệm vụ")) + para(style("Khoan"), runOf("", "Tiêm")) + para(style("Muc"), runOf("", "Kinh phí")) + para(style("Khoan"), runOf("", "Chi")),
			want: "I. Nhiệm vụ\n1.1. Tiêm\nII. Kinh phí\n2.1. Chi"},
		"a style whose number is taken off": {body: para(style("Muc")+`<w:numPr><w:numId w:val="0"/></w:numPr>`, runOf("", "Nhiệm vụ")), want: "Nhiệm vụ"},
		"a list by its style":               {body: item("5", "0", "Rửa tay") + item("5", "0", "Đeo găng"), want: "Bước 3: Rửa tay\nBước 4: Đeo găng"},
		"capitals by a style's base":        {body: para(style("HoaCon"), runOf("", "Thông báo ")+runOf(`<w:caps w:val="0"/>`, "số 1")), want: "THÔNG BÁO số 1"},
		"hidden words": {body: para("", runOf("", "Giá ")+runOf("<w:vanish/>", "mật ")+runOf(`<w:rStyle w:val="An"/>`, "kín ")+runOf("", "mới.")), want: "Giá mới.",
			said: []string{"chữ ẩn không đưa vào (“mật kín”)"}},
		"words struck out twice": {body: para("", runOf("<w:dstrike/>", "8 giờ")+runOf("", " 7 giờ, ")+runOf("<w:strike/>", "thứ Hai")+runOf(`<w:strike w:val="0"/>`, "thứ Ba")), want: "7 giờ, thứ Ba",
			said: []string{"chữ gạch ngang không đưa vào (“8 giờ … thứ Hai”)"}},
		"a style that strikes out, and words it does not": {body: para("", runOf(`<w:rStyle w:val="Bo"/>`, "8 giờ")+runOf(`<w:rStyle w:val="Bo"/><w:strike w:val="0"/>`, " 7 giờ")+runOf(`<w:strike/><w:dstrike w:val="0"/>`, " 6 giờ")), want: "7 giờ",
			said: []string{"chữ gạch ngang không đưa vào (“8 giờ … 6 giờ”)"}},
		"words in white": {body: para("", runOf("", "Cơ sở ")+runOf(`<w:color w:val="FFFFFF"/>`, "không ")+runOf(`<w:color w:val="ffffff"/><w:shd w:fill="1F4E79"/>`, "được mở.")), want: "Cơ sở không được mở.",
			said: []string{"chữ màu trắng đã đưa vào, người xem có thể không thấy (“không”)"}},
		"figures set higher": {body: para("", runOf("", "10")+runOf(`<w:position w:val="10"/>`, "6")+runOf("", " m")+runOf(`<w:position w:val="2"/>`, "3")+runOf("", " H")+runOf(`<w:position w:val="-6"/>`, "2")), want: "10⁶ m3 H₂"},
		"letters above and below": {body: para("", runOf("", "10")+runOf(`<w:vertAlign w:val="superscript"/>`, "-6")+runOf("", " CO")+runOf(`<w:vertAlign w:val="subscript"/>`, "2")+runOf("", " t")+runOf(`<w:vertAlign w:val="subscript"/>`, "max")+runOf("", " 38")+runOf(`<w:vertAlign w:val="superscript"/>`, "o")+runOf("", "C")),
			want: "10⁻⁶ CO₂ t_(max) 38°C", said: []string{"“_(max)”"}},
		"signs as letters of their font": {body: para("", runOf(`<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>`, "\uf0fe")+runOf("", " Có ")+runOf(`<w:rFonts w:ascii="Symbol"/>`, "\uf0b3")+runOf("", " 5")), want: "☑ Có ≥ 5"},
		"letters of a font of signs": {body: para("", runOf(`<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>`, "þ")+runOf("", " Khám ")+runOf(`<w:rFonts w:ascii="Wingdings 2"/>`, "£")+runOf("", " mã ")+runOf(`<w:rFonts w:ascii="Symbol"/>`, "abg-17")+runOf(`<w:rFonts w:ascii="Wingdings 3"/>`, " }")+runOf(`<w:rFonts w:ascii="Webdings"/>`, "a")),
			want: "☑ Khám □ mã αβγ−17 ▶✔"},
		"letters of a style's font of signs":     {body: para(style("Dau"), runOf("", "à ")+runOf(`<w:rFonts w:ascii="Arial"/>`, "Quầy 3 ")+runOf(`<w:rFonts w:asciiTheme="minorHAnsi"/>`, "A ")+runOf(`<w:rStyle w:val="HyLap"/>`, "a")+runOf("", " ế")), want: "→ Quầy 3 A α ế"},
		"a letter that stands for no known sign": {body: para("", runOf(`<w:rFonts w:ascii="Webdings"/>`, "z")+runOf("", " Có")), want: "\ufffd Có", said: []string{"ký hiệu không đọc được", "Webdings 7a"}},
		"a sign in a run of another font":        {body: para("", `<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:sym w:font="Symbol" w:char="F028"/><w:noBreakHyphen/></w:r>`), want: "(-"},
		"a sign that nobody knows":               {body: para("", `<w:r><w:sym w:font="Webdings" w:char="F0FE"/></w:r>`+runOf("", " Có")), want: "\ufffd Có", said: []string{"ký hiệu không đọc được", "Webdings F0FE"}},
		"a formula": {body: para("", runOf("", "Tỷ lệ ")+`<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>`+runOf("", " là 2")),
			want: "Tỷ lệ (a)/(b) là 2", said: []string{"công thức", "“(a)/(b)”"}},
		"notes at their place": {
			body: para("", runOf("", "Một")+`<w:r><w:footnoteReference w:id="2"/></w:r>`+runOf("", " câu")+`<w:r><w:endnoteReference w:id="2"/></w:r>`) + para("", runOf("", "Hai")+`<w:r><w:footnoteReference w:id="3"/></w:r>`),
			parts: map[string]string{
				"footnotes.xml": `<w:footnotes><w:footnote w:id="0" w:type="separator">` + word("----") + `</w:footnote><w:footnote w:id="2">` + word("Chú một") + `</w:footnote><w:footnote w:id="3">` + word("Chú hai") + `</w:footnote></w:footnotes>`,
				"endnotes.xml":  `<w:endnotes><w:endnote w:id="2">` + word("Chú cuối") + `</w:endnote></w:endnotes>`,
			},
			want: "Một[1] câu[i]\n\n[1] Chú một\n\n[i] Chú cuối\n\nHai[2]\n\n[2] Chú hai", said: []string{"3 chỗ: “[1]”, “[i]”, “[2]”"}},
		"a note in a table": {body: "<w:tbl><w:tr><w:tc>" + para("", runOf("", "Xã A")+`<w:r><w:footnoteReference w:id="2"/></w:r>`) + "</w:tc>" + cellOf("", "12") + "</w:tr></w:tbl>" + word("Hết."),
			parts: map[string]string{"footnotes.xml": `<w:footnotes><w:footnote w:id="2">` + word("Ước tính") + `</w:footnote></w:footnotes>`},
			want:  "| Xã A[1] | 12 |\n| --- | --- |\n\n[1] Ước tính\n\nHết.", said: []string{"Đoạn 1: có chú thích"}},
		"cells merged over columns and rows": {
			body: "<w:tbl><w:tr>" + cellOf(`<w:gridSpan w:val="3"/>`, "Lịch") + "</w:tr><w:tr>" + cellOf(`<w:vMerge w:val="restart"/>`, "A") + cellOf(`<w:gridSpan w:val="2"/>`, "Cả ngày") + "</w:tr><w:tr>" +
				cellOf("<w:vMerge/>", "") + cellOf("", "Sáng") + cellOf("", "Chiều") + "</w:tr><w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" + cellOf("", "7 giờ") + cellOf("", "13 giờ") + "</w:tr></w:tbl>",
			want: "| Lịch |  |  |\n| --- | --- | --- |\n| A | Cả ngày | Cả ngày |\n| A | Sáng | Chiều |\n|  | 7 giờ | 13 giờ |", said: []string{"ô gộp"}},
		"rows that no page shows": {
			body: "<w:tbl><w:tr>" + cellOf(`<w:vMerge w:val="restart"/>`, "Quý") + cellOf("", "Thu") + "</w:tr><w:tr><w:trPr><w:hidden/></w:trPr>" + cellOf("<w:vMerge/>", "") + cellOf("", "11.000") + "</w:tr><w:tr><w:trPr><w:hidden w:val=\"0\"/></w:trPr>" + cellOf("<w:vMerge/>", "") + cellOf("", "12.000") +
				"</w:tr><w:tr><w:trPr><w:del/></w:trPr>" + cellOf("", "B") + cellOf("", "P.102") + "</w:tr></w:tbl>" + word("Hết."),
			want: "| Quý | Thu |\n| --- | --- |\n| Quý | 12.000 |\n\nHết.", said: []string{"hàng ẩn của bảng không đưa vào (“11.000”)", "hàng của bảng đã xóa bằng sửa đổi chưa chấp nhận (track changes) không đưa vào (“B P.102”)"}},
		"a table in a cell": {body: "<w:tbl><w:tr><w:tc><w:tbl><w:tr>" + cellOf("", "B") + cellOf("", "1") + "</w:tr></w:tbl></w:tc>" + cellOf("", "C") + "</w:tr></w:tbl>",
			want: "| B 1 | C |\n| --- | --- |", said: []string{"bảng nằm trong ô"}},
		"boxes of a form": {body: para("", `<w:r><w:fldChar><w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData></w:fldChar></w:r>`+runOf("", " Có ")+`<w:r><w:fldChar><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Sáng"/><w:listEntry w:val="Chiều"/></w:ddList></w:ffData></w:fldChar></w:r>`),
			want: "☒ Có Chiều"},
		"a field shows its result":         {body: para("", `<w:r><w:instrText>DATE</w:instrText></w:r>`+runOf("", "12/11/2026")), want: "12/11/2026"},
		"words of a list without a number": {body: item("6", "0", "Đã tính thuế."), want: "Ghi chú: Đã tính thuế."},
		"a hint by its style":              {body: para("", runOf("", "Ngày: ")+runOf(`<w:rStyle w:val="PlaceholderText"/>`, "Chọn ngày")), want: "Ngày:", said: []string{"ô chưa điền", "“Chọn ngày”"}},
		"a control that is filled":         {body: `<w:sdt><w:sdtPr/><w:sdtContent>` + word("Đã điền") + `</w:sdtContent></w:sdt>`, want: "Đã điền"},
		"pictures and charts": {body: word("Ảnh:") + `<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r><w:r><w:drawing><c:chart/></w:drawing></w:r></w:p>`, want: "Ảnh:",
			said: []string{"Đoạn 2: có ảnh không đưa vào", "Đoạn 2: có biểu đồ"}},
		"a text box said with its words": {body: word("Có chữ.") + `<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>` + word("Trong", "khung") + `</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>` + word("Lặp") + `</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
			want: "Có chữ.", said: []string{"Đoạn 2: khung chữ (text box) không đưa vào (“Trong khung”)"}},
		"heads and feet": {body: word("Nội dung."), parts: map[string]string{"header1.xml": "<w:hdr>" + word("BẢN DỰ THẢO LẦN 2") + "</w:hdr>", "footer1.xml": "<w:ftr>" + word("Trang 1/2") + "</w:ftr>"},
			want: "Nội dung.", said: []string{"đầu trang hoặc chân trang không đưa vào (“BẢN DỰ THẢO LẦN 2”)"}},
		"a watermark": {body: word("Nội dung."), parts: map[string]string{"header1.xml": `<w:hdr><w:p><w:r><w:pict><v:shape><v:textpath string="DỰ THẢO"/></v:shape></w:pict></w:r></w:p></w:hdr>`},
			want: "Nội dung.", said: []string{"“DỰ THẢO”"}},
		"a page within": {body: word("Nội dung:") + `<w:altChunk r:id="id-chunk.html"/>`, parts: map[string]string{"chunk.html": "<table><tr><td>Xã</td><td>Giờ</td></tr></table><p>Giá <s>9.000</s> 9.450 đồng</p>"},
			want: "Nội dung:\n\n| Xã | Giờ |\n| --- | --- |\n\nGiá 9.450 đồng", said: []string{"gạch ngang"}},
		"a mail's page within": {body: word("Nội dung:") + `<w:altChunk r:id="id-chunk.mht"/>`, parts: map[string]string{"chunk.mht": "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>Gi=C3=A1 n=C6=B0=\r\n=E1=BB=9Bc m=E1=BB=9Bi.</p>\r\n--x--\r\n"},
			want: "Nội dung:\n\nGiá nước mới."},
		"a document within": {body: word("Nội dung:") + `<w:altChunk r:id="id-chunk.docx"/><w:altChunk r:id="id-chunk.docx"/>`, parts: map[string]string{"chunk.docx": string(docxOf(t, word("Bên trong.")+`<w:altChunk r:id="id-chunk.docx"/>`))},
			want: "Nội dung:\n\nBên trong.", said: []string{"altChunk"}},
		"a page within that is not read": {body: word("Nội dung:") + `<w:altChunk r:id="id-chunk.rtf"/>`, parts: map[string]string{"chunk.rtf": "{}"},
			want: "Nội dung:", said: []string{"altChunk", "“chunk.rtf”"}},
		"comments":                {body: para("", runOf("", "Giá mới.")+`<w:r><w:commentReference w:id="1"/></w:r>`), want: "Giá mới.", said: []string{"nhận xét"}},
		"changes not accepted":    {body: para("", "<w:ins>"+runOf("", "Mới.")+"</w:ins><w:del>"+runOf("", "Cũ.")+"</w:del>"), want: "Mới.", said: []string{"sửa đổi chưa chấp nhận", "2 chỗ"}},
		"words in an old font":    {body: para("", runOf(`<w:rFonts w:ascii=".VnTime"/>`, "cô Tân")), want: "cô Tân", said: []string{"phông cũ", "“cô Tân”"}},
		"a large first letter":    {body: para(`<w:framePr w:dropCap="drop"/>`, runOf("", "T")) + para("", runOf("", "ừ ngày mai.")), want: "Từ ngày mai."},
		"a formula by a field":    {body: para("", runOf("", "Tỷ lệ ")+`<w:r><w:instrText> EQ \f(1,2)</w:instrText></w:r>`), want: "Tỷ lệ", said: []string{"công thức", `“EQ \f(1,2)”`}},
		"Latin in an old font":    {body: para("", runOf(`<w:rFonts w:ascii="VNI-Times"/>`, "Email: a@b.vn")), want: "Email: a@b.vn"},
		"Vietnamese, an old font": {body: para("", runOf(`<w:rFonts w:ascii=".VnTime"/>`, "Từ ngày mai")), want: "Từ ngày mai"},
	} {
		t.Run(name, func(t *testing.T) {
			drafts, err := Read("a.docx", wordFileOf(t, test.body, test.parts), office)
			kept{file: "a.docx", body: test.want, said: test.said}.check(t, drafts, err)
			if len(test.said) == 0 && len(drafts) == 1 && problemAt(drafts[0], "body") != "" {
				t.Errorf("%q is said", problemAt(drafts[0], "body"))
			}
		})
	}
}
