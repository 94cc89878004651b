package web

import (
	"encoding/xml"
	"time"

	"github.com/gofiber/fiber/v2"

	"phatngon/bot/words"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/store"
	"phatngon/knowledge"
	"phatngon/knowledge/markdown"
)

// The parts of an Atom feed (RFC 4287) that we use.
type (
	atomFeed struct {
		XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
		Lang    string      `xml:"xml:lang,attr"`
		ID      string      `xml:"id"`
		Title   string      `xml:"title"`
		Updated string      `xml:"updated"`
		Links   []atomLink  `xml:"link"`
		Entries []atomEntry `xml:"entry"`
	}
	atomLink struct {
		Rel  string `xml:"rel,attr"`
		Type string `xml:"type,attr,omitempty"`
		Href string `xml:"href,attr"`
	}
	atomEntry struct {
		ID        string     `xml:"id"`
		Title     string     `xml:"title"`
		Published string     `xml:"published"`
		Updated   string     `xml:"updated"`
		Author    atomAuthor `xml:"author"`
		Links     []atomLink `xml:"link"`
		Content   atomText   `xml:"content"`
	}
	atomAuthor struct {
		Name string `xml:"name"`
	}
	atomText struct {
		Type string `xml:"type,attr"`
		Text string `xml:",chardata"`
	}
)

const feedLength = 50

// getFeed is the newest public statements as an Atom feed.
func (s *site) getFeed(c *fiber.Ctx) error {
	found, _, err := s.list(c.UserContext(), store.StatementFilter{Limit: feedLength}, knowledge.AudiencePublic)
	if err != nil {
		return err
	}
	feed := atomFeed{Lang: "vi", ID: s.PublicURL + "/feed.atom", Title: s.OAName, Links: []atomLink{
		{Rel: "self", Type: "application/atom+xml", Href: s.PublicURL + "/feed.atom"},
		{Rel: "alternate", Type: "text/html", Href: s.PublicURL + "/"}}}
	newest := time.Unix(0, 0)
	for _, st := range found {
		feed.Entries = append(feed.Entries, s.entry(st))
		if changed := st.ChangedAt(); changed.After(newest) {
			newest = changed
		}
	}
	feed.Updated = stamp(newest)
	out, err := xml.MarshalIndent(feed, "", " ")
	if err != nil {
		return err
	}
	c.Set(fiber.HeaderContentType, "application/atom+xml; charset=utf-8")
	c.Set(fiber.HeaderCacheControl, "no-cache")
	return c.Send(append([]byte(xml.Header), out...))
}

func (s *site) entry(st knowledge.Statement) atomEntry {
	title := st.Title
	if st.Sample() {
		title = "[Dữ liệu mẫu] " + title
	}
	return atomEntry{ID: s.statementURL(st.Code), Title: title, Published: stamp(st.IssuedAt), Updated: stamp(st.ChangedAt()),
		Author:  atomAuthor{signature(st, s.unitName(st.Unit))},
		Links:   []atomLink{{Rel: "alternate", Type: "text/html", Href: s.statementURL(st.Code)}},
		Content: atomText{Type: "html", Text: markdown.Read(st.Body).HTML()}}
}

// signature names who said it; the unit once, when the position names it.
func signature(st knowledge.Statement, unit string) string {
	who := st.Spokesperson + ", " + st.Position
	if words.NamesUnit(st.Position, unit) {
		return who
	}
	return who + ", " + unit
}

func stamp(t time.Time) string { return t.In(calendar.Zone).Format(time.RFC3339) }
