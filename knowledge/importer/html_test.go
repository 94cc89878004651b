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
		"above and below by a class": {page: `<style>.mu{vertical-align:super;font-size:70%} span.duoi{vertical-align:sub} .nhich{vertical-align:1px} .len{vertical-align:.4em}</style><p>10<span class="a mu">3</span> CO<span class=duoi>2</span> 5 km<i class=len>2</i> số <i class=nhich>7</i><b class=duoi>8</b></p>`,
			want: "10³ CO₂ 5 km² số 78"},
		"a style that stands after its words": {page: `<p>10<span class=mu>3</span></p><style>.mu{vertical-align:super}</style>`, want: "10³"},
		"hidden within another": {page: `<style>.gia b{display:none} .hop > p{display:none} ul.x li.y{visibility:hidden}</style><p class=gia>Giá <b>9.000</b> 5.000.</p><p><b>Rõ.</b></p><div class=hop><p>Nháp</p><div><p>Trong.</p></div></div><ul class=x><li class=y>Kín<li>Mở</ul>`,
			want: "Giá 5.000.\n\nRõ.\n\nTrong.\n\n- Mở", said: []string{"“9.000”", "“Nháp”", "“Kín”"}},
		"the rule that wins": {page: `<style>.x{display:none}.x{display:block} p.an{display:none!important} .k{display:none} #n{display:block} .m{display:none} @media print{.p{display:none}} @media screen{.s{display:none}} s.k2{text-decoration:none}</style>
			<p class=x>Một.</p><p class=an style="display:block">Hai.</p><p class=k id=n>Ba.</p><p class=m style="display:block">Bốn.</p><p class=p>Năm.</p><p class=s>Sáu.</p><p><s class=k2>Bảy.</s></p>`,
			want: "Một.\n\nBa.\n\nBốn.\n\nNăm.\n\nBảy.", said: []string{"“Hai.”", "“Sáu.”"}},
		"moved out of sight": {page: `<style>.ra{position:absolute;left:-9999px}</style><p class=ra>Một</p><p style="text-indent:-5000px">Hai</p><p style="position:absolute; top:-9999px">Ba</p><p style="left:-5px">Rõ.</p>`, want: "Rõ.",
			said: []string{"3 chỗ: “Một”, “Hai”, “Ba”"}},
		"letters in white": {page: `<style>.seo{color:#FFFFFF} th{background:#0a5;color:white}</style><p class=seo>từ khóa</p><table><tr><th>Xã<th>Giờ<tr><td>A<td>7</table><p style="color:#eee;background:#eee">mờ</p><div style="background-color:#036"><p class=seo>Rõ.</p></div>`,
			want: "từ khóa\n\n| Xã | Giờ |\n| --- | --- |\n| A | 7 |\n\nmờ\n\nRõ.", said: []string{"chữ màu trắng (hoặc cùng màu nền) đã đưa vào, người xem có thể không thấy (2 chỗ: “từ khóa”, “mờ”)"}},
		"letters in white as of before styles": {page: `<table bgcolor="#003366"><tr><td><font color=white>Rõ</font><td>B<tr><td>1<td>2</table><p><font color="#ffffff">kín</font></p>`,
			want: "| Rõ | B |\n| --- | --- |\n| 1 | 2 |\n\nkín", said: []string{"đã đưa vào, người xem có thể không thấy (“kín”)"}},
		"words that the style adds": {page: `<style>.kh::before{content:"KHẨN: "} .so:after{content:' m\B3/s'} .icon::before{content:"\f101"} .cf::after{content:"";display:table} a::after{content:" (" attr(href) ")"}</style><p class=kh>Xả tràn.</p><p class=so>Lưu lượng 45</p><p class="icon cf">Hết.</p>`,
			want: "KHẨN: Xả tràn.\n\nLưu lượng 45 m³/s\n\nHết."},
		"a rule that cannot be decided": {page: `<style>.gia p:nth-child(2){display:none} p:hover{display:none} p:first-child{color:red}</style><div class=gia><p>Một.</p><p>Hai.</p></div>`, want: "Một.\n\nHai.",
			said: []string{"có quy tắc không xét được, có thể ẩn, gạch hoặc thêm chữ (“.gia p:nth-child(2)”)"}},
		"capitals by a class":     {page: `<style>.up{text-transform:uppercase}</style><p class=up>lưu ý.</p>`, want: "LƯU Ý."},
		"a foot written first":    {page: `<table><tfoot><tr><td>Tổng<td>30<tbody><tr><td rowspan=2>Xe<td>10<tr><td>20</table>`, want: "| Xe | 10 |\n| --- | --- |\n| Xe | 20 |\n| Tổng | 30 |", said: []string{"ô gộp"}},
		"the chosen of a list":    {page: `<p>Địa điểm: <select><option>Phòng 101</option><option selected>Phòng 205</option></select>, tầng 2.</p>`, want: "Địa điểm: Phòng 205, tầng 2.", said: []string{"chỉ ghi mục đang được chọn"}},
		"a box nobody can change": {page: `<p>Giờ: <input type=text readonly value="8 giờ">.</p>`, want: "Giờ: 8 giờ."},
		"a fraction":              {page: `<p>Gồm <math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> dãy.</p>`, want: "Gồm 1/2 dãy.", said: []string{"công thức"}},
		"what stands around a text without an article": {page: `<div id=menu><a>Trang chủ</a></div><div class=detail><p>` + waterFirst + `</p></div><div class="tin-lien-quan"><h3>Tin liên quan</h3></div><div class="tin-khac">Các tin khác</div><div class="page-footer">Bản quyền</div>`, want: waterFirst,
			said: []string{"phần quanh bài (menu, cột bên, tin liên quan, chân trang) không đưa vào (4 chỗ: “Trang chủ”, “Tin liên quan”, “Các tin khác”)"}},
		"most of a page is no foot":      {page: `<div class="footer"><p>` + waterFirst + `</p></div><p>Hết.</p>`, want: waterFirst + "\n\nHết."},
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
