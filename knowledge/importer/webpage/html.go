// Package webpage reads pages of portals: the article, and what stands beside it
// said.
package webpage

import (
	"bytes"
	"errors"
	"io"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"phatngon/knowledge/importer/paper"
	"phatngon/knowledge/importer/webpage/css"
	"phatngon/knowledge/statement"
)

// Read reads a page that must have words.
func Read(data []byte) (*paper.Paper, error) {
	p, err := Parse(data)
	if err == nil && len(p.Blocks) == 0 {
		return nil, paper.Refuse("Trang không có phần chữ nào; hãy kiểm tra lại tệp hoặc dán nội dung vào biểu mẫu.")
	}
	return p, err
}

// Parse reads a page of a portal. It works on the stream of tokens, not on
// a tree: the tree of a hostile page may be thousands of times its size. When
// a page says which part is the article, the rest (menus, side bars) is left
// out.
func Parse(data []byte) (*paper.Paper, error) {
	text, err := decodeHTML(data)
	if err != nil {
		return nil, err
	}
	style := css.Parse(text)
	h := &htmlReader{styles: style, p: &paper.Paper{Place: "đoạn", Form: statement.FormPosting}}
	if err := h.read(text); err != nil {
		return nil, err
	}
	if open := h.openChrome(); open != "" { // all that follows is in it, and seen
		h = &htmlReader{styles: style, p: &paper.Paper{Place: "đoạn", Form: statement.FormPosting}, seen: true}
		if err := h.read(text); err != nil {
			return nil, err
		}
	}
	return h.done(), nil
}

func (h *htmlReader) read(text []byte) error {
	z := html.NewTokenizer(bytes.NewReader(text))
	z.SetMaxBuf(4 << 20)
	for {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			if !errors.Is(z.Err(), io.EOF) {
				return paper.Damaged()
			}
			h.closeAll()
			return nil
		case html.TextToken:
			h.text(string(z.Text()))
		case html.StartTagToken, html.SelfClosingTagToken:
			h.open(z.Token(), kind == html.SelfClosingTagToken)
		case html.EndTagToken:
			tag, _ := z.TagName()
			h.close(string(tag))
		}
		if h.count > paper.MaxLines {
			return paper.Refuse("Trang dài quá %d dòng; hãy tách thành nhiều tệp.", paper.MaxLines)
		}
	}
}

// decodeHTML is a page in UTF-8. What a page says of its encoding is asked
// only when it is not UTF-8 with a few bytes damaged: most pages that lie are.
func decodeHTML(data []byte) ([]byte, error) {
	if utf8.Valid(data) || MostlyUTF8(data) {
		return bytes.ToValidUTF8(data, []byte(string(utf8.RuneError))), nil
	}
	in, err := charset.NewReader(bytes.NewReader(data), "")
	if err != nil {
		return nil, paper.Damaged()
	}
	text, err := io.ReadAll(in)
	if err != nil {
		return nil, paper.Damaged()
	}
	return text, nil
}

// MostlyUTF8 reports whether there are many letters of UTF-8 to each byte that
// is none. Text of one byte a letter has hardly any.
func MostlyUTF8(data []byte) bool {
	letters, damaged := 0, 0
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && size == 1:
			damaged++
		case size > 1:
			letters++
		}
		data = data[size:]
	}
	return letters > 8*damaged
}
