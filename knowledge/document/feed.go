package document

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"time"

	"golang.org/x/net/html/charset"

	"phatngon/knowledge"
)

// feed is RSS 2.0 and Atom (RFC 4287) in one: a file has the one or the other.
type feed struct {
	XMLName xml.Name
	Items   []entry `xml:"channel>item"`
	RDF     []entry `xml:"item"`
	Entries []entry `xml:"entry"`
}

type entry struct {
	Title     markup   `xml:"title"`
	Links     []link   `xml:"link"`
	Published string   `xml:"published"`
	Updated   string   `xml:"updated"`
	PubDate   string   `xml:"pubDate"`
	Date      string   `xml:"http://purl.org/dc/elements/1.1/ date"`
	Full      markup   `xml:"http://purl.org/rss/1.0/modules/content/ encoded"`
	Content   []markup `xml:"http://www.w3.org/2005/Atom content"`
	Summary   markup   `xml:"summary"`
	About     markup   `xml:"description"`
}

// link is an address as RSS writes it, in words, or as Atom does.
type link struct {
	Text string `xml:",chardata"`
	Href string `xml:"href,attr"`
	Rel  string `xml:"rel,attr"`
}

// markup is HTML as escaped words or, in Atom, as elements.
type markup struct {
	Type  string `xml:"type,attr"`
	Text  string `xml:",chardata"`
	Inner string `xml:",innerxml"`
}

func (m markup) html() string {
	if m.Type == "xhtml" {
		return m.Inner
	}
	return m.Text
}

// maxEntries of a feed that are read.
const maxFeedEntries = 500

func (r *reader) readFeed(data []byte) error {
	if err := checkXML(data); err != nil {
		return err
	}
	var f feed
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = charset.NewReaderLabel
	if err := d.Decode(&f); err != nil {
		return refuse("Tệp không phải RSS hoặc Atom đúng quy cách; hãy tải lại nguồn tin.")
	}
	entries := append(append(f.Items, f.RDF...), f.Entries...)
	switch {
	case len(entries) == 0:
		return refuse("Nguồn tin không có mục nào; hãy kiểm tra lại địa chỉ RSS hoặc Atom.")
	case len(entries) > maxFeedEntries:
		return refuse("Nguồn tin có quá %d mục; hãy tách nhỏ.", maxFeedEntries)
	}
	for i, e := range entries {
		if err := r.addEntry(e, i+1); err != nil {
			return err
		}
	}
	return nil
}

func (r *reader) addEntry(e entry, number int) error {
	content := ""
	if len(e.Content) > 0 {
		content = e.Content[0].html()
	}
	full := cmp.Or(e.Full.html(), content)
	p, err := parseHTML([]byte(cmp.Or(full, e.Summary.html(), e.About.html())))
	if err != nil {
		return err
	}
	title, err := parseHTML([]byte(e.Title.html()))
	if err != nil {
		return err
	}
	p.place, p.form = "mục", knowledge.FormPosting
	for i := range p.blocks {
		p.blocks[i].at = number
	}
	p.title = oneLine(markdown(title.blocks))
	p.url, p.issued = e.address(), e.at()
	p.open = p.url != ""
	d := r.add(p)
	if full == "" && len(p.blocks) > 0 {
		r.problem(d, "body", number, "Mục %d chỉ có đoạn tóm tắt; hãy mở đường dẫn nguồn và dán nguyên văn.", number)
	}
	for i := range d.Problems {
		d.Problems[i].Line = number
	}
	r.missing(d, number, "Mục")
	return nil
}

func (e entry) address() string {
	for _, l := range e.Links {
		if l.Rel == "" || l.Rel == "alternate" {
			if at := webAddress(cmp.Or(l.Href, l.Text)); at != "" {
				return at
			}
		}
	}
	return ""
}

func (e entry) at() time.Time {
	for _, value := range []string{e.Published, e.PubDate, e.Date, e.Updated} {
		for _, layout := range []string{time.RFC3339, time.RFC1123Z, time.RFC1123, "Mon, 2 Jan 2006 15:04:05 -0700", "02/01/2006 15:04", "02/01/2006"} {
			if t, err := time.ParseInLocation(layout, oneLine(value), vietnam); err == nil {
				return t.In(vietnam)
			}
		}
	}
	return time.Time{}
}
