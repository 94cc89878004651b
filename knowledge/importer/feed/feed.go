// Package feed reads RSS and Atom, and mends what portals write.
package feed

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"html"
	"io"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"phatngon/knowledge/importer/letter"
	"phatngon/knowledge/importer/ooxml"
	"phatngon/knowledge/importer/paper"
	"phatngon/knowledge/importer/webpage"
	"phatngon/knowledge/statement"
)

// feed is RSS 2.0 and Atom (RFC 4287) in one: a file has the one or the other.
type feed struct {
	XMLName xml.Name
	Items   []entry `xml:"channel>item"`
	RDF     []entry `xml:"item"`
	Entries []entry `xml:"entry"`
}

type entry struct {
	Title     []markup `xml:"title"`
	Links     []link   `xml:"link"`
	Published string   `xml:"published"`
	Updated   string   `xml:"updated"`
	PubDate   string   `xml:"pubDate"`
	Date      string   `xml:"http://purl.org/dc/elements/1.1/ date"`
	Full      markup   `xml:"http://purl.org/rss/1.0/modules/content/ encoded"`
	Content   []markup `xml:"http://www.w3.org/2005/Atom content"`
	Summary   []markup `xml:"summary"`
	About     []markup `xml:"description"`
	Guids     []guid   `xml:"guid"`
	Files     []file   `xml:"enclosure"`
}

// guid names an entry; by itself it is also the address where the entry stays
// (RSS 2.0, "guid").
type guid struct {
	Text      string `xml:",chardata"`
	Permalink string `xml:"isPermaLink,attr"`
}

// file is one that comes with an entry.
type file struct {
	Url string `xml:"url,attr"`
}

// link is an address as RSS writes it, in words, or as Atom does.
type link struct {
	Text string `xml:",chardata"`
	Href string `xml:"href,attr"`
	Rel  string `xml:"rel,attr"`
}

// markup is HTML as escaped words or as elements; in Atom it may be plain
// words.
type markup struct {
	XMLName xml.Name
	Type    string `xml:"type,attr"`
	Text    string `xml:",chardata"`
	Inner   string `xml:",innerxml"`
}

var wrapped = regexp.MustCompile(`(?s)<!\[CDATA\[(.*?)\]\]>`)

func (m markup) html() string {
	switch {
	case m.Type == "xhtml":
		return m.Inner
	case m.XMLName.Space == atom && (m.Type == "" || m.Type == "text"):
		return html.EscapeString(m.Text)
	case strings.Contains(wrapped.ReplaceAllString(m.Inner, ""), "<"):
		return wrapped.ReplaceAllString(m.Inner, "$1") // elements, not escaped
	}
	return m.Text
}

const atom = "http://www.w3.org/2005/Atom"

// own is the feed's own among elements of one name: others add theirs, such as
// the title of a picture.
func own(list []markup) markup {
	for _, m := range list {
		switch m.XMLName.Space {
		case "", atom, "http://purl.org/rss/1.0/", "http://backend.userland.com/rss2":
			return m
		}
	}
	return markup{}
}

// maxEntries of a feed that are read.
const maxFeedEntries = 500

func tooMany() error {
	return paper.Refuse("Nguồn tin có quá %d mục; hãy tách nhỏ.", maxFeedEntries)
}

// crowded reports a feed that is not worth mending: it has far too many entries,
// however it is written.
func crowded(data []byte) bool {
	n := 0
	for _, tag := range []string{"<item", "<entry", ":item", ":entry"} {
		n += bytes.Count(data, []byte(tag))
	}
	return n > 4*maxFeedEntries
}

func Read(r *letter.Reader, data []byte) error {
	if err := ooxml.Check(data); err != nil {
		return err
	}
	if crowded(data) {
		return tooMany()
	}
	data, mended := mendFeed(data)
	var f feed
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(label string, in io.Reader) (io.Reader, error) {
		if utf8.Valid(data) { // most that say otherwise are UTF-8
			return in, nil
		}
		return charset.NewReaderLabel(label, in)
	}
	if err := d.Decode(&f); err != nil {
		return paper.Refuse("Tệp không phải RSS hoặc Atom đúng quy cách; hãy tải lại nguồn tin.")
	}
	entries := append(append(f.Items, f.RDF...), f.Entries...)
	switch {
	case len(entries) == 0:
		return paper.Refuse("Nguồn tin không có mục nào; hãy kiểm tra lại địa chỉ RSS hoặc Atom.")
	case len(entries) > maxFeedEntries:
		return tooMany()
	}
	for i, e := range entries {
		if err := addEntry(r, e, i+1, mended[i+1]); err != nil {
			return err
		}
	}
	return nil
}

func addEntry(r *letter.Reader, e entry, number int, mended paper.Doubts) error {
	content := ""
	if len(e.Content) > 0 {
		content = e.Content[0].html()
	}
	full := cmp.Or(e.Full.html(), content)
	p, err := webpage.Parse([]byte(cmp.Or(full, own(e.Summary).html(), own(e.About).html())))
	if err != nil {
		return err
	}
	title, err := webpage.Parse([]byte(own(e.Title).html()))
	if err != nil {
		return err
	}
	p.Place, p.Form = "mục", statement.FormPosting
	for i := range p.Blocks {
		p.Blocks[i].At = number
	}
	p.Title = paper.WordsOf(title.Blocks)
	address, partial := e.address()
	p.Url = address
	p.Open = p.Url != ""
	date, unread := e.at()
	p.Issued = date
	tagsLeft(p, number)
	e.sayFiles(p, number)
	flawed := p.Letters()
	mended.Take(p.Doubts, number)
	p.Doubts = mended
	d := r.Add(p)
	entryProblems(r, d, number, flawed, unread)
	if partial != "" {
		r.Problem(d, "source_url", number, "Mục %d: đường dẫn “%s” không đầy đủ; hãy nhập đường dẫn nguồn.", number, paper.Shortened(partial, paper.MaxQuote))
	}
	if full == "" && len(p.Blocks) > 0 {
		r.Problem(d, "body", number, "Mục %d chỉ có đoạn tóm tắt; hãy mở đường dẫn nguồn và dán nguyên văn.", number)
	}
	for i := range d.Problems {
		d.Problems[i].Line = number
	}
	letter.SayMissing(r, d, number, "Mục")
	return nil
}

// entryProblems says what one entry has against it; the others are read.
func entryProblems(r *letter.Reader, d *letter.Draft, number int, flawed error, unread string) {
	if flawed != nil {
		r.Problem(d, "body", number, "%s", flawed.Error())
	}
	if unread != "" && d.Statement.IssuedAt.IsZero() {
		r.Problem(d, "issued_at", number, "Mục %d: ngày đăng “%s” không đọc được; hãy nhập ngày.", number, paper.Shortened(unread, paper.MaxQuote))
	}
}

// tag is a tag or an entity that stands among the words: they were escaped
// twice.
var tag = regexp.MustCompile(`(?i)</?(?:p|br|div|span|strong|em|b|i|a|ul|li|table|tr|td)(?: [^<>]*)?/?>|&(?:nbsp|amp|lt|gt|quot|#\d+);`)

// tagsLeft notes them.
func tagsLeft(p *paper.Paper, number int) {
	for _, b := range p.Blocks {
		for _, text := range b.Texts() {
			if found := tag.FindString(text); found != "" {
				p.Doubts.Note(paper.Tagged, number, found)
			}
		}
	}
}

// address is where an entry stands; partial is one that leads nowhere by
// itself.
func (e entry) address() (full, partial string) {
	for _, l := range e.Links {
		if l.Rel != "" && l.Rel != "alternate" {
			continue
		}
		text := cmp.Or(l.Href, paper.OneLine(l.Text))
		if at := webpage.WebAddress(text); at != "" {
			return at, ""
		}
		partial = paper.Either(partial, text)
	}
	for _, g := range e.Guids {
		if at := webpage.WebAddress(paper.OneLine(g.Text)); at != "" && !strings.EqualFold(strings.TrimSpace(g.Permalink), "false") {
			return at, ""
		}
	}
	return "", partial
}

var enclosed = paper.DoubtKind{What: "mục có tệp kèm theo không đưa vào", Check: "hãy mở tệp và chép phần cần công bố"}

// sayFiles notes the files that come with an entry.
func (e entry) sayFiles(p *paper.Paper, number int) {
	for _, f := range e.Files {
		p.Doubts.Note(enclosed, number, f.Url)
	}
	for _, l := range e.Links {
		if l.Rel == "enclosure" {
			p.Doubts.Note(enclosed, number, l.Href)
		}
	}
}

// at is when an entry was made public; unread is a date that could not be read.
func (e entry) at() (day time.Time, unread string) {
	for _, value := range []string{e.Published, e.PubDate, e.Date, e.Updated} {
		value = paper.OneLine(value)
		if t, ok := paper.PublishedAt(value); ok {
			return t, ""
		}
		unread = paper.Either(unread, value)
	}
	return time.Time{}, unread
}
