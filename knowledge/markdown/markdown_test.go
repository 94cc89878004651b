package markdown

import (
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestWhatIsShown(t *testing.T) {
	for name, c := range map[string]struct{ body, text, html string }{
		"a tag is words":         {"Nhóm <LOD> và <b>đậm</b>", "Nhóm <LOD> và <b>đậm</b>", "<p>Nhóm &lt;LOD&gt; và &lt;b&gt;đậm&lt;/b&gt;</p>\n"},
		"a block of tags too":    {"<div>\n<script>x</script>\n</div>", "<div>\n<script>x</script>\n</div>", "<p>&lt;div&gt;\n&lt;script&gt;x&lt;/script&gt;\n&lt;/div&gt;</p>\n"},
		"less, more, and":        {"a < b && c > d\n> 50 tuổi", "a < b && c > d\n> 50 tuổi", "<p>a &lt; b &amp;&amp; c &gt; d\n&gt; 50 tuổi</p>\n"},
		"an entity is words":     {"R&amp;D &copy;", "R&amp;D &copy;", "<p>R&amp;amp;D &amp;copy;</p>\n"},
		"strong and emphasis":    {"**Một *hai*** và ***ba***, _bốn_", "Một hai và ba, bốn", "<p><strong>Một <em>hai</em></strong> và <strong><em>ba</em></strong>, <em>bốn</em></p>\n"},
		"strong in a word":       {"đạt **29,1**km", "đạt 29,1km", "<p>đạt <strong>29,1</strong>km</p>\n"},
		"emphasis in strong":     {"*a **b** c*", "a b c", "<p><em>a </em><strong><em>b</em></strong><em> c</em></p>\n"},
		"stars of a sum":         {"2*3*4 = 24, 2**3 và 4**5, a_b_c, 5 * 6 * 7", "2*3*4 = 24, 2**3 và 4**5, a_b_c, 5 * 6 * 7", "<p>2*3*4 = 24, 2**3 và 4**5, a_b_c, 5 * 6 * 7</p>\n"},
		"a mark without its end": {"**Một và `hai", "**Một và `hai", "<p>**Một và `hai</p>\n"},
		"escaped marks":          {`\*Một\* \<b\>`, "*Một* <b>", "<p>*Một* &lt;b&gt;</p>\n"},
		"code":                   {"mã `a*b*` đây", "mã a*b* đây", "<p>mã <code>a*b*</code> đây</p>\n"},
		"a link":                 {"xem [tại **đây**](https://x.vn/a_(b)).", "xem tại đây (https://x.vn/a_(b)).", `<p>xem <a href="https://x.vn/a_(b)" rel="noopener">tại <strong>đây</strong></a>.</p>` + "\n"},
		"a link to itself":       {"[https://x.vn](https://x.vn)", "https://x.vn", `<p><a href="https://x.vn" rel="noopener">https://x.vn</a></p>` + "\n"},
		"a link to a script":     {"[nút](javascript:alert(5))", "[nút](javascript:alert(5))", "<p>[nút](javascript:alert(5))</p>\n"},
		"an image is a link":     {"![Bản đồ](https://x.vn/1.png)", "Bản đồ (https://x.vn/1.png)", `<p><a href="https://x.vn/1.png" rel="noopener">Bản đồ</a></p>` + "\n"},
		"a definition is words":  {"[a]: https://x.vn", "[a]: https://x.vn", "<p>[a]: https://x.vn</p>\n"},
		"headings":               {"## Lịch khám ##\nThứ Hai.", "Lịch khám\nThứ Hai.", "<h2>Lịch khám</h2>\n<p>Thứ Hai.</p>\n"},
		"#1 is no heading":       {"#1 đường", "#1 đường", "<p>#1 đường</p>\n"},
		"a rule is no word":      {"Một.\n\n---\n\nHai.", "Một.\n\nHai.", "<p>Một.</p>\n<hr>\n<p>Hai.</p>\n"},
		"numbers as written":     {"1. Một\n1. Hai\n5. Năm", "1. Một\n1. Hai\n5. Năm", `<ol>` + "\n" + `<li value="1">Một</li>` + "\n" + `<li value="1">Hai</li>` + "\n" + `<li value="5">Năm</li>` + "\n</ol>\n"},
		"letters as written":     {"a) Một\n01. Hai", "a) Một\n01. Hai", "<p>a) Một</p>\n<p>01. Hai</p>\n"},
		"a year is no item":      {"2026. Năm nay", "2026. Năm nay", "<p>2026. Năm nay</p>\n"},
		"lists in lists": {"- Một\n  tiếp\n  - Hai\n\n  Đoạn\n- Ba\n\nHết", "- Một\ntiếp\n  - Hai\n\nĐoạn\n- Ba\n\nHết",
			"<ul>\n<li>Một\n  tiếp<ul>\n<li>Hai</li>\n</ul>\n<p>Đoạn</p>\n</li>\n<li>Ba</li>\n</ul>\n<p>Hết</p>\n"},
		"a star is a dash, a plus a plus": {"* Một\n+ Hai", "- Một\n+ Hai", "<ul>\n<li>Một</li>\n<li>Hai</li>\n</ul>\n"},
		"a table": {"Lịch:\n\n| Ngày | **Nơi** |\n|---|:--:|\n| 02/12 | Xã <A> |\n\nHết.", "Lịch:\n\nNgày · Nơi\n02/12 · Xã <A>\n\nHết.",
			"<p>Lịch:</p>\n<table>\n<thead>\n<tr><th>Ngày</th><th><strong>Nơi</strong></th></tr>\n</thead>\n<tbody>\n<tr><td>02/12</td><td>Xã &lt;A&gt;</td></tr>\n</tbody>\n</table>\n<p>Hết.</p>\n"},
		"a table without outer bars":     {"Xã | Hộ\n--- | ---\nA | 12", "Xã · Hộ\nA · 12", "<table>\n<thead>\n<tr><th>Xã</th><th>Hộ</th></tr>\n</thead>\n<tbody>\n<tr><td>A</td><td>12</td></tr>\n</tbody>\n</table>\n"},
		"a cell too many is a cell":      {"| A |\n|---|\n| 1 | 2 |", "A\n1 · 2", "<table>\n<thead>\n<tr><th>A</th></tr>\n</thead>\n<tbody>\n<tr><td>1</td><td>2</td></tr>\n</tbody>\n</table>\n"},
		"an empty cell is a cell":        {"| A |  | C |", "A ·  · C", "<table>\n<tbody>\n<tr><td>A</td><td></td><td>C</td></tr>\n</tbody>\n</table>\n"},
		"a dash in a row is a word":      {"| A | B |\n|---|---|\n| - | - |", "A · B\n- · -", "<table>\n<thead>\n<tr><th>A</th><th>B</th></tr>\n</thead>\n<tbody>\n<tr><td>-</td><td>-</td></tr>\n</tbody>\n</table>\n"},
		"bars in prose":                  {"a|b, |x| = 5", "a|b, |x| = 5", "<p>a|b, |x| = 5</p>\n"},
		"an escaped bar":                 {"| a\\|b | c |\n|---|---|", "a|b · c", "<table>\n<thead>\n<tr><th>a|b</th><th>c</th></tr>\n</thead>\n</table>\n"},
		"lines of a paragraph stay":      {"Câu 1.  \n  Câu 2.\n\nCâu 3.", "Câu 1.\nCâu 2.\n\nCâu 3.", "<p>Câu 1.  \n  Câu 2.</p>\n<p>Câu 3.</p>\n"},
		"indented words are a paragraph": {"Một:\n\n    Hai **ba**", "Một:\n\nHai ba", "<p>Một:</p>\n<p>Hai <strong>ba</strong></p>\n"},
		"nothing":                        {"", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			d := Read(c.body)
			if diff := cmp.Diff(c.text, d.Text()); diff != "" {
				t.Errorf("text\n%s", diff)
			}
			if diff := cmp.Diff(c.html, d.HTML()); diff != "" {
				t.Errorf("page\n%s", diff)
			}
		})
	}
}

func TestACutKeepsTheStructureOfTheWhole(t *testing.T) {
	const body = "Mở **đầu. Giữa** cuối.\n\n| Xã | Hộ |\n|---|---|\n| A | 12 |\n| B | 7 |\n\n1. Một\n2. Hai"
	for part, want := range map[string][2]string{
		"Giữa** cuối.":                  {"Giữa cuối.", "<p><strong>Giữa</strong> cuối.</p>\n"},
		"| B | 7 |":                     {"B · 7", "<table>\n<tbody>\n<tr><td>B</td><td>7</td></tr>\n</tbody>\n</table>\n"},
		"| Xã | Hộ |\n|---|---|\n| A |": {"Xã · Hộ\nA · ", "<table>\n<thead>\n<tr><th>Xã</th><th>Hộ</th></tr>\n</thead>\n<tbody>\n<tr><td>A</td><td></td></tr>\n</tbody>\n</table>\n"},
		"2. Hai":                        {"2. Hai", "<ol>\n<li value=\"2\">Hai</li>\n</ol>\n"},
		"Hai":                           {"Hai", "<p>Hai</p>\n"},
	} {
		at := strings.Index(body, part)
		d := Read(body).Cut(at, at+len(part))
		if diff := cmp.Diff(want, [2]string{d.Text(), d.HTML()}); diff != "" {
			t.Errorf("%q\n%s", part, diff)
		}
	}
}

func TestProseHasNoTables(t *testing.T) {
	const body = "Lịch [cắt](https://x.vn) điện:\n\n| Ngày | Nơi |\n|---|---|\n| 02/12 | Xã A |\n\n1. Hết."
	if got, want := Read(body).Prose().Words(), "Lịch cắt điện:\n\nHết."; got != want {
		t.Errorf("prose %q, want %q", got, want)
	}
}

// Each is read once, not anew from every mark: that would take hours.
func TestManyMarksWithoutTheirEnd(t *testing.T) {
	for _, s := range []string{"*a ", "**a ", "_a", "`", "a`` ", "[", "[a](", "![", "\\", "| ", "# ", "1. ", "***a"} {
		checkShown(t, strings.Repeat(s, 100_000))
	}
}

// letters is all letters and digits of a text.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

var (
	tag          = regexp.MustCompile(`<[^>]*>`)
	numbered     = regexp.MustCompile(`<li value="(\d+)">`)
	writtenTwice = regexp.MustCompile(`(?i)!?\[((?:http|mailto:)[^\[\]\n]*)\]\(<?([^\s<>]*?)>?\)`)
	addressed    = regexp.MustCompile(`<a href="([^"]*)" rel="noopener">(.*?)</a>`)
)

// visible is the letters a page shows, with the numbers of its lists and the
// addresses behind its links.
func visible(page string) string {
	page = addressed.ReplaceAllStringFunc(page, func(link string) string {
		m := addressed.FindStringSubmatch(link)
		if m[1] == m[2] {
			return m[1]
		}
		return m[2] + " " + m[1]
	})
	return letters(html.UnescapeString(tag.ReplaceAllString(numbered.ReplaceAllString(page, "$1 "), "")))
}

// checkShown: every letter and digit that was approved is shown, in its order,
// and no other; the parts of a text are shown as in the whole.
func checkShown(t *testing.T, body string) {
	t.Helper()
	d := Read(body)
	want := letters(writtenTwice.ReplaceAllStringFunc(body, func(link string) string {
		if m := writtenTwice.FindStringSubmatch(link); m[1] == m[2] {
			return m[1] // shown once
		}
		return link
	}))
	if got := letters(d.Text()); got != want {
		t.Errorf("approved %.300q\nshown    %.300q", body, d.Text())
	}
	if got := visible(d.HTML()); got != want {
		t.Errorf("approved %.300q\non page  %.300q", body, d.HTML())
	}
	if whole := d.Cut(0, len(body)); whole.Text() != d.Text() || whole.HTML() != d.HTML() || Read(body).Text() != d.Text() {
		t.Errorf("%.300q is not shown the same twice", body)
	}
	for line := range strings.Lines(body) {
		at := strings.Index(body, line)
		if got := letters(d.Cut(at, at+len(line)).Text()); !strings.Contains(want, got) {
			t.Errorf("%.300q: the part %.300q shows %.300q", body, line, got)
		}
	}
}

func TestEverySampleIsShownWhole(t *testing.T) {
	files, err := filepath.Glob("../samples/*.md")
	if err != nil || len(files) < 50 {
		t.Fatalf("%d samples: %v", len(files), err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		_, body, _ := strings.Cut(strings.TrimPrefix(string(data), "---\n"), "\n---\n")
		checkShown(t, body)
		once := Read(body).Text()
		if strings.Contains(once, "**") || regexp.MustCompile(`(?m)^(#|\|)`).MatchString(once) {
			t.Errorf("%s: marks are shown: %s", name, once)
		}
		if again := Read(once).Text(); again != once {
			t.Errorf("%s: what is shown reads otherwise\n%s", name, cmp.Diff(once, again))
		}
	}
}

func FuzzShown(f *testing.F) {
	for _, seed := range []string{"**a** <LOD> b", "| a | b |\n|---|---|\n| 1 | 2 | 3 |", "1. a\n  - b\n\n  c", "[a](https://x.vn \"t\")", "![](https://x.vn)",
		"[https://x.vn](https://x.vn)", "```go\nx\n```", "[a]: /b\n&amp;&#65;", "a\\\nb\\*", "***a*b**c", "Ⅷ ² ١ e\u0301", "\r\n5.\r\n", "-\n*\n_"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, body string) {
		if utf8.ValidString(body) { // what is stored is
			checkShown(t, body)
		}
	})
}
