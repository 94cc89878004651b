// Package feed writes statements as an Atom feed (RFC 4287). It is pure, and
// promises the same bytes for the same statements, a time of the feed that is
// that of its newest entry, and samples that say so in their title.
package feed

import (
	"encoding/xml"
	"time"

	"phatngon/bot/words"
	"phatngon/internal/desk/calendar"
	"phatngon/knowledge/markdown"
	"phatngon/knowledge/statement"
)

// The parts of an Atom feed (RFC 4287) that we use.
type (
	Atom struct {
		XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
		Lang    string   `xml:"xml:lang,attr"`
		ID      string   `xml:"id"`
		Title   string   `xml:"title"`
		Updated string   `xml:"updated"`
		Links   []Link   `xml:"link"`
		Entries []Entry  `xml:"entry"`
	}
	Link struct {
		Rel  string `xml:"rel,attr"`
		Type string `xml:"type,attr,omitempty"`
		Href string `xml:"href,attr"`
	}
	Entry struct {
		ID        string `xml:"id"`
		Title     string `xml:"title"`
		Published string `xml:"published"`
		Updated   string `xml:"updated"`
		Author    Author `xml:"author"`
		Links     []Link `xml:"link"`
		Content   Text   `xml:"content"`
	}
	Author struct {
		Name string `xml:"name"`
	}
	Text struct {
		Type string `xml:"type,attr"`
		Text string `xml:",chardata"`
	}
)

// Statement is a statement with where it is read and what its unit is called.
type Statement struct {
	statement.Statement
	URL, UnitName string
}

// Of is the feed of a service at an address, which has no trailing slash.
func Of(service, address string, said []Statement) Atom {
	feed := Atom{Lang: "vi", ID: address + "/feed.atom", Title: service, Links: []Link{
		{Rel: "self", Type: "application/atom+xml", Href: address + "/feed.atom"},
		{Rel: "alternate", Type: "text/html", Href: address + "/"}}}
	newest := time.Unix(0, 0)
	for _, st := range said {
		feed.Entries = append(feed.Entries, entry(st))
		if changed := st.ChangedAt(); changed.After(newest) {
			newest = changed
		}
	}
	feed.Updated = stamp(newest)
	return feed
}

// XML is the whole document.
func (a Atom) XML() ([]byte, error) {
	out, err := xml.MarshalIndent(a, "", " ")
	return append([]byte(xml.Header), out...), err
}

func entry(st Statement) Entry {
	title := st.Title
	if st.Sample() {
		title = "[Dữ liệu mẫu] " + title
	}
	return Entry{ID: st.URL, Title: title, Published: stamp(st.IssuedAt), Updated: stamp(st.ChangedAt()),
		Author:  Author{signature(st)},
		Links:   []Link{{Rel: "alternate", Type: "text/html", Href: st.URL}},
		Content: Text{Type: "html", Text: markdown.Read(st.Body).HTML()}}
}

// signature names who said it; the unit once, when the position names it.
func signature(st Statement) string {
	who := st.Spokesperson + ", " + st.Position
	if words.NamesUnit(st.Position, st.UnitName) {
		return who
	}
	return who + ", " + st.UnitName
}

func stamp(t time.Time) string { return t.In(calendar.Zone).Format(time.RFC3339) }
