package importer

import "testing"

func TestPagesAreReadAsABrowserShowsThem(t *testing.T) {
	for name, test := range map[string]struct {
		page, want string
		said       []string
		title      string
	}{
		"a page in a form":           {page: `<body><form><p>Một.</p><p>Hai.</p></form>`, want: "Một.\n\nHai."},
		"a menu never closed":        {page: `<nav><ul><li>Trang chủ</ul><p>Nội dung.</p>`, want: "- Trang chủ\n\nNội dung."},
		"a menu closed by its frame": {page: `<div><nav><ul><li>Trang chủ</ul></div><p>Nội dung.</p>`, want: "Nội dung."},
		"a choice never closed":      {page: `<div><select><option>Xã A</div><p>Nội dung.</p>`, want: "Nội dung.", said: []string{"ô nhập liệu"}},
		"hidden by style": {page: `<div style="DISPLAY : none"><p>Nháp <b>một</b></p><p>Nháp hai</p></div><p>Rõ <span style="visibility:hidden">ẩn</span> ràng.</p>`, want: "Rõ ràng.",
			said: []string{"“Nháp một Nháp hai”", "“ẩn”"}},
		"hidden by the page's style": {page: `<style>.nhap, .x { color:red; display: none } #bo{display:none}</style><p class="a nhap">Nháp</p><p id=bo>Bỏ</p><p>Rõ.</p>`, want: "Rõ.",
			said: []string{"“Nháp”", "“Bỏ”"}},
		"a hidden paragraph never closed":     {page: `<p hidden>Nháp<p>Rõ.`, want: "Rõ.", said: []string{"“Nháp”"}},
		"hidden from readers of screens only": {page: `<p aria-hidden="true">Rõ.</p>`, want: "Rõ."},
		"a rule for paper":                    {page: `<style>@media print{.a{display:none}}</style><p class=a>Rõ.</p>`, want: "Rõ."},
		"struck by style":                     {page: `<p>Giá <span style="text-decoration: line-through">9.000</span> 9.450 đồng, <strike>cũ</strike> mới</p>`, want: "Giá 9.450 đồng, mới", said: []string{"“9.000 … cũ”"}},
		"letters above and below":             {page: `<p>10<sup>-3</sup> m<span style="vertical-align:super">2</span>, PM<sub>2,5</sub>, 38<sup>o</sup>C, x<sup>a</sup></p>`, want: "10⁻³ m², PM₂,₅, 38°C, x^(a)", said: []string{"“^(a)”"}},
		"lists by type, start and value":      {page: `<ol type="a" start="3"><li>Một<li>Hai<li value=7>Ba</ol><ol style="list-style-type: upper-roman"><li>Bốn<ol><li>Năm</ol></ol><ul style="list-style:none"><li>Sáu</ul>`, want: "c. Một\nd. Hai\ng. Ba\nI. Bốn\n  1. Năm\n\nSáu"},
		"capitals by style":                   {page: `<p style="text-transform:uppercase">Thông báo</p>`, want: "THÔNG BÁO"},
		"words as they were typed":            {page: "<pre>Dòng một\nDòng hai</pre>", want: "Dòng một\nDòng hai"},
		"a quotation":                         {page: `<p>Ông nói: <q>Đủ nước.</q></p>`, want: "Ông nói: “Đủ nước.”"},
		"boxes":                               {page: `<p><input type=checkbox checked>Có <input type=radio>Không <input type=text value=x> <input type=text placeholder=y></p>`, want: "☒ Có ☐ Không", said: []string{"Đoạn 1: có ô nhập liệu, chữ trong ô không đưa vào; hãy"}},
		"boxes that hold nothing":             {page: `<p>Tìm: <input type=search value=x><input type=text><input type=hidden value=x></p>`, want: "Tìm:"},
		"struck by the page's style":          {page: `<style>.cu{color:red;text-decoration:line-through}</style><p>Giá <span class="a cu">9.000</span> 9.450 đồng.</p>`, want: "Giá 9.450 đồng.", said: []string{"gạch ngang", "“9.000”"}},
		"unseen by the page's style":          {page: `<style>#k{visibility: hidden}</style><p>Rõ.</p><p id=k>Kín.</p>`, want: "Rõ.", said: []string{"“Kín.”"}},
		"a list that counts down":             {page: `<ol reversed><li>Một<li>Hai</ol>`, want: "1. Một\n2. Hai", said: []string{"đánh số từ lớn xuống nhỏ"}},
		"a caption and a merged cell to the end": {page: `<table><caption>Bảng 1</caption><tr><th>Xã<th>Giờ<tr><td rowspan=0>A<td>7<tr><td>8</table>`,
			want: "Bảng 1\n\n| Xã | Giờ |\n| --- | --- |\n| A | 7 |\n| A | 8 |", said: []string{"ô gộp"}},
		"cells merged both ways": {page: `<table><tr><td colspan=2 rowspan=2>A<td>B<tr><td>C<tr><td>1<td>2<td>3</table>`,
			want: "| A | A | B |\n| --- | --- | --- |\n| A | A | C |\n| 1 | 2 | 3 |", said: []string{"ô gộp"}},
		"a heading over the whole table": {page: `<table><tr><td colspan=2>Lịch<tr><td>A<td>7</table>`, want: "| Lịch |  |\n| --- | --- |\n| A | 7 |"},
		"a table in a cell":              {page: `<table><tr><td>A<table><tr><td>1<td>2</table><td>B</table>`, want: "| A 1 2 | B |\n| --- | --- |", said: []string{"bảng nằm trong ô"}},
		"a page in a table": {page: `<table><tr><td>Trang chủ</td><td><p>` + waterFirst + waterFirst + `</p><p>` + waterFirst + waterSecond + `</p></td></tr></table>`,
			want: "Trang chủ\n\n" + waterFirst + waterFirst + "\n\n" + waterFirst + waterSecond, said: []string{"chia cột trang"}},
		"a div closed in a cell": {page: `<div><table><tr><td>A</div><td>B</table></div><p>Hết.</p>`, want: "| A | B |\n| --- | --- |\n\nHết."},
		"pictures":               {page: `<p>Lịch:</p><img src=lich.png><img src=x.gif width=16><iframe src=y></iframe>`, want: "Lịch:", said: []string{"có ảnh không đưa vào", "đối tượng nhúng"}},
		"a drawing with words":   {page: `<p>Biểu đồ:</p><svg><text>12 ca</text></svg>`, want: "Biểu đồ:", said: []string{"biểu đồ hoặc đối tượng nhúng"}},
		"a formula":              {page: `<p>Tỷ lệ <math><mi>a</mi><mo>/</mo><mi>b</mi></math></p>`, want: "Tỷ lệ a/b", said: []string{"công thức"}},
		"related items by a name of words": {page: `<article><h1>Cấp nước</h1><p>` + waterFirst + `</p><div class="tin-lien-quan"><p>Tin khác</p></div></article>`, want: waterFirst,
			said: []string{"“Tin khác”"}, title: "Cấp nước"},
		"related items in the article": {page: `<main><article><h1>Cấp nước</h1><p>` + waterFirst + `</p><div class="box-related"><p>Tin khác</p></div><aside><p>Đọc thêm</p></aside></article></main>`, want: waterFirst,
			said: []string{"“Đọc thêm”", "“Tin khác”"}, title: "Cấp nước"},
		"cards of other articles": {page: `<main><h1>Cấp nước</h1><p>` + water + `</p><article><h2>Tin khác</h2><p>Ngắn.</p></article></main>`, want: waterFirst + " " + waterSecond, title: "Cấp nước"},
		"an article's body by name": {page: `<h1>Cổng tỉnh</h1><div itemprop="articleBody"><h1>Cấp nước</h1><p>` + waterFirst + `</p></div><p>` + water + `</p>`, want: waterFirst, title: "Cấp nước",
			said: []string{"ngoài bài không đưa vào"}},
		"most of an article is no aside": {page: `<article><div class="post-share-wrap"><p>` + waterFirst + `</p></div></article>`, want: waterFirst},
		"a paragraph of TCVN3":           {page: `<p>` + water + `</p><p>` + water + ` vµo s¸ng mai</p>`, want: waterFirst + " " + waterSecond + "\n\n" + waterFirst + " " + waterSecond + " vµo s¸ng mai", said: []string{"Đoạn 2: có chữ viết bằng phông chữ cũ"}},
	} {
		t.Run(name, func(t *testing.T) {
			drafts, err := Read("a.html", []byte(test.page), office)
			kept{file: "a.html", body: test.want, said: test.said}.check(t, drafts, err)
			if err != nil {
				return
			}
			if len(test.said) == 0 && problemAt(drafts[0], "body") != "" {
				t.Errorf("%q is said", problemAt(drafts[0], "body"))
			}
			if test.title != "" && drafts[0].Statement.Title != test.title {
				t.Errorf("title %q, want %q", drafts[0].Statement.Title, test.title)
			}
		})
	}
}

func TestPagesInLettersOfBeforeUnicodeAreRefused(t *testing.T) {
	for name, page := range map[string]string{
		"TCVN3":                      "<font face=\".VnTime\"><p>Tõ ngµy 15/11/2026, nhµ m¸y n\u00adíc Hßa Phó cÊp n\u00adíc trë l¹i</p></font>",
		"VNI":                        `<p>Töø ngaøy 15/11/2026, nhaø maùy nöôùc Hoøa Phuù caáp nöôùc trôû laïi</p>`,
		"windows-1258, not declared": "<p>T\xfd\xcc ng\xe0y 15/11/2026, nh\xe0 m\xe1y n\xfd\xf5\xecc c\xe2\xecp n\xfd\xf5\xecc tr\xf5\xd2 la\xf2i</p>",
		"UTF-8 twice":                "<p>Tá»« ngÃ\u00a0y 15/11/2026, nhÃ\u00a0 mÃ¡y nÆ°á»›c</p>",
		"TCVN3 in a title":           "<title>Th«ng b¸o cÊp n\u00adíc</title><p>Ok.</p>",
	} {
		if drafts, err := Read("a.html", []byte(page), office); err == nil {
			t.Errorf("%s: read %q", name, drafts[0].Statement.Body)
		}
	}
}
