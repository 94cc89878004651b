package document

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"phatngon/knowledge"
)

func (r *reader) readHTML(data []byte) error {
	p, err := parseHTML(data)
	if err != nil {
		return err
	}
	if len(p.blocks) == 0 {
		return refuse("Trang không có phần chữ nào; hãy kiểm tra lại tệp hoặc dán nội dung vào biểu mẫu.")
	}
	r.add(p)
	return nil
}

// parseHTML reads a page of a portal. It works on the stream of tokens, not on
// a tree: the tree of a hostile page may be thousands of times its size. When
// a page says which part is the article, the rest (menus, side bars) is left
// out.
func parseHTML(data []byte) (*paper, error) {
	var in io.Reader = bytes.NewReader(data)
	if !utf8.Valid(data) { // what says so is not asked: most pages that lie are UTF-8
		var err error
		if in, err = charset.NewReader(in, ""); err != nil {
			return nil, damaged()
		}
	}
	h := &htmlReader{p: &paper{place: "đoạn", form: knowledge.FormPosting}}
	z := html.NewTokenizer(in)
	z.SetMaxBuf(4 << 20)
	for {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			if !errors.Is(z.Err(), io.EOF) {
				return nil, damaged()
			}
			return h.done(), nil
		case html.TextToken:
			h.text(string(z.Text()))
		case html.StartTagToken, html.SelfClosingTagToken:
			h.open(z.Token(), kind == html.SelfClosingTagToken)
		case html.EndTagToken:
			tag, _ := z.TagName()
			h.close(string(tag))
		}
		if h.count > maxLines {
			return nil, refuse("Trang dài quá %d dòng; hãy tách thành nhiều tệp.", maxLines)
		}
	}
}

type htmlReader struct {
	p       *paper
	words   strings.Builder // of the line being read
	lines   []string        // of the paragraph being read
	mark    string
	level   int  // of a heading, 0 outside
	bold    int  // depth of b and strong
	plain   bool // the paragraph has words that are not bold
	centred int  // depth of what is centred
	hidden  string
	nested  int // of the hidden tag in itself
	article int // depth of article or main
	since   int // blocks before the article began
	from    int // blocks before the chosen part
	until   int // blocks up to its end, 0 = none chosen
	list    []int
	table   *block
	depth   int // of tables
	inTitle bool
	heading string // first h1
	ends    []string
	count   int // lines, rows and cells so far
}

// hiddenTags hold no words for readers.
var hiddenTags = map[string]bool{
	"script": true, "style": true, "noscript": true, "template": true, "svg": true, "select": true, "button": true,
	"nav": true, "aside": true, "form": true, "iframe": true, "textarea": true, "math": true, "object": true,
}

// breaksParagraph are the tags that end a paragraph where they begin and end.
var breaksParagraph = map[string]bool{
	"p": true, "div": true, "section": true, "article": true, "main": true, "header": true, "footer": true, "ul": true,
	"ol": true, "li": true, "table": true, "tr": true, "td": true, "th": true, "blockquote": true, "pre": true, "hr": true,
	"h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "figure": true, "figcaption": true, "dl": true,
	"dt": true, "dd": true, "center": true, "body": true, "head": true, "thead": true, "tbody": true, "address": true,
}

func (h *htmlReader) open(t html.Token, selfClosing bool) {
	if h.hidden != "" {
		if t.Data == h.hidden {
			h.nested++
		}
		return
	}
	if hiddenTags[t.Data] {
		if !selfClosing {
			h.hidden, h.nested = t.Data, 1
		}
		return
	}
	if breaksParagraph[t.Data] {
		h.endParagraph()
	}
	switch t.Data {
	case "meta":
		h.meta(t)
	case "link":
		if value(t, "rel") == "canonical" && h.p.url == "" {
			h.p.url = webAddress(value(t, "href"))
		}
	case "title":
		h.inTitle = true
	case "br":
		h.endLine()
	case "b", "strong":
		h.bold++
	case "center":
		h.centred++
	case "article", "main":
		if h.article++; h.article == 1 {
			h.since = len(h.p.blocks)
		}
	case "ul":
		h.list = append(h.list[:min(len(h.list), 32)], -1)
	case "ol":
		h.list = append(h.list[:min(len(h.list), 32)], 0)
	case "li":
		h.item()
	case "h1", "h2", "h3", "h4", "h5", "h6":
		h.level = int(t.Data[1] - '0')
	case "table":
		if h.depth++; h.depth == 1 {
			h.table = &block{at: len(h.p.blocks) + 1}
		}
	case "tr":
		if h.depth == 1 {
			h.table.rows = append(h.table.rows, nil)
			h.count++
		}
	case "td", "th":
		h.cell()
	}
	if breaksParagraph[t.Data] && centredTag(t) {
		h.ends = append(h.ends[:min(len(h.ends), 64)], t.Data)
		h.centred++
	}
}

func centredTag(t html.Token) bool {
	style := strings.ReplaceAll(strings.ToLower(value(t, "style")), " ", "")
	return strings.EqualFold(value(t, "align"), "center") || strings.Contains(style, "text-align:center")
}

func value(t html.Token, key string) string {
	for _, a := range t.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func (h *htmlReader) meta(t html.Token) {
	content := oneLine(value(t, "content"))
	switch key := value(t, "property") + value(t, "name") + value(t, "itemprop"); key {
	case "og:title":
		h.p.title = content
	case "og:url":
		h.p.url = webAddress(content)
	case "article:published_time", "datePublished", "pubdate":
		if at, err := time.Parse(time.RFC3339, content); err == nil {
			h.p.issued = at
		}
	}
}

func (h *htmlReader) close(tag string) {
	if h.hidden != "" {
		if tag == h.hidden {
			if h.nested--; h.nested == 0 {
				h.hidden = ""
			}
		}
		return
	}
	if breaksParagraph[tag] {
		h.endParagraph()
	}
	if n := len(h.ends); n > 0 && h.ends[n-1] == tag {
		h.ends = h.ends[:n-1]
		h.centred = max(h.centred-1, 0)
	}
	switch tag {
	case "title":
		h.inTitle = false
	case "b", "strong":
		h.bold = max(h.bold-1, 0)
	case "center":
		h.centred = max(h.centred-1, 0)
	case "article", "main":
		h.endArticle()
	case "ul", "ol":
		h.list = h.list[:max(len(h.list)-1, 0)]
	case "h1", "h2", "h3", "h4", "h5", "h6":
		h.level = 0
	case "table":
		h.endTable()
	}
}
