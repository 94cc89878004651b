package statements

import (
	"net/http"
	"strconv"

	"phatngon/internal/admin/door"
	"phatngon/internal/edge"
	"phatngon/internal/store"
	"phatngon/knowledge/markdown"
)

// versionsPage is what people were told of a statement, and how any two of it differ.
type versionsPage struct {
	door.Page
	Code     string
	Editions []store.Edition
	From, To store.Edition
	Compared bool
	Titles   []edge.Change // nil when they are the same
	Changes  []edge.Change // so too the words
	Speakers []edge.Change
}

func (p *Pages) getVersions(v *door.Visit) error {
	s, err := p.visibleStatement(v)
	if err != nil {
		return err
	}
	page := versionsPage{Page: v.Page("Các phiên bản của "+s.Code, "statements"), Code: s.Code}
	if page.Editions, err = p.Store.Editions(v.Ctx, s.Code); err != nil {
		return err
	}
	if n := len(page.Editions); n > 1 {
		page.compare(editionAt(page.Editions, v.Query("from"), n-2), editionAt(page.Editions, v.Query("to"), n-1))
	}
	return v.Render(http.StatusOK, "versions", page)
}

// editionAt is the edition with a number, or the one at a place.
func editionAt(all []store.Edition, number string, otherwise int) store.Edition {
	if n, err := strconv.Atoi(number); err == nil {
		for _, e := range all {
			if e.Number == n {
				return e
			}
		}
	}
	return all[otherwise]
}

func (page *versionsPage) compare(from, to store.Edition) {
	page.From, page.To, page.Compared = from, to, true
	page.Titles = edge.Diff(from.Title, to.Title)
	page.Changes = edge.Diff(markdown.Read(from.Body).Text(), markdown.Read(to.Body).Text())
	page.Speakers = edge.Diff(from.Spokesperson+", "+from.Position, to.Spokesperson+", "+to.Position)
}

// quotedPart is how often a statement was told and to how many people. More: these are the
// newest only.
type quotedPart struct {
	Times, People int
	More          bool
}

// mostQuoted is how many entries of the ledger a statement's page reads.
const mostQuoted = 2000

func (p *Pages) quoted(v *door.Visit, code string) (quotedPart, error) {
	times, people, err := p.Store.Quoted(v.Ctx, code, mostQuoted)
	return quotedPart{times, people, times == mostQuoted}, err
}
