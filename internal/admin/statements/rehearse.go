package statements

import (
	"cmp"
	"html/template"
	"net/http"
	"slices"
	"time"

	"phatngon/bot/words"
	"phatngon/internal/admin/door"
	"phatngon/internal/desk/people"
	"phatngon/internal/edge"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/statement"
)

// rehearsal is what is said of a statement while it is written: what is wrong with it, and how it
// will be read. Nothing of it is stored.
type rehearsal struct {
	Mistakes []door.Link
	Preview  *door.Preview // of all of it; nil while there are no words
	Asked    string        // the question that it is shown as an answer to
	Chat     string        // what the assistant sends to who picks it for that question; "" where it quotes nothing
	App      []appQuote    // the same in the Mini App
	Said     statement.Statement
	UnitName string
}

// appQuote is the words of a quote as the Mini App shows them.
type appQuote struct{ HTML template.HTML }

// tryKey names the question that is tried on a form.
const tryKey = "try"

// postRehearse shows the statement of a form as it will be read, and stores nothing: to a script
// the piece beside the form, to anybody else the form again.
func (p *Pages) postRehearse(v *door.Visit) error {
	page := statementEditPage{Form: typedForm(v), Offers: typedOffers(v), Try: v.Text(tryKey)}
	old, err := p.rehearsedOn(v, &page)
	if err != nil {
		return err
	}
	r := p.rehearse(withOffers(page.Form, page.Offers), old, page.Try)
	if v.Text("live") != "" {
		return v.Piece("statement_edit", "rehearsal", r)
	}
	page.Rehearsal = &r
	return p.showStatementForm(v, http.StatusOK, page)
}

// rehearsedOn is the statement that is edited, if it is not a new one, for who may write it.
func (p *Pages) rehearsedOn(v *door.Visit, page *statementEditPage) (old statement.Statement, err error) {
	code := v.Text("of")
	if code == "" {
		if people.MayImport(v.Officer, v.Officer.Unit) == nil {
			return old, nil
		}
		return old, people.MayDraft(v.Officer, v.Officer.Unit)
	}
	if old, err = p.draftableAt(v, code); err == nil {
		page.Existing, page.InForce, page.Form[codeKey] = true, inForce(old), old.Code
	}
	return old, err
}

func (p *Pages) rehearse(f statementForm, old statement.Statement, try string) rehearsal {
	s, wrong := p.statementFrom(f, old)
	l := rehearsal{Mistakes: wrong.InOrder(), Said: s, UnitName: p.Units.Name(s.Unit)}
	if s.Body == "" {
		return l
	}
	before, against := "", ""
	if old.Code != "" && inForce(old) {
		before, against = old.Body, "bản đang hiệu lực"
	}
	l.Preview = door.NewPreview(s.Body, before, against)
	l.Asked = cmp.Or(try, first(s.Questions), s.Title)
	l.Chat, l.App = p.answered(s, l.Asked)
	return l
}

func first(texts []string) string {
	if len(texts) == 0 {
		return ""
	}
	return texts[0]
}

// answered is what the assistant sends to who picks s for a question, were s in force: as its
// chat and as the Mini App show it.
func (p *Pages) answered(s statement.Statement, asked string) (chat string, app []appQuote) {
	s.Code, s.Status, s.Proposal = cmp.Or(s.Code, "ma-cap-khi-luu"), statement.StatusPublished, nil
	base := answer.NewBase(p.Flow.Base.Options)
	base.Replace([]statement.Statement{s})
	a := base.AskAbout(s.Code, answer.Question{Text: asked, Audience: statement.AudiencePress, Now: readable(s, p.Now())})
	if len(a.Quotes) == 0 {
		return "", nil
	}
	for _, q := range a.Quotes {
		app = append(app, appQuote{edge.HTML(q.Quote)})
	}
	return words.CardsOf(a)[0], app
}

// readable is when s may be read: now, or when that begins.
func readable(s statement.Statement, now time.Time) time.Time {
	for _, t := range []*time.Time{s.ValidFrom, s.EmbargoUntil, &s.IssuedAt} {
		if t != nil && t.After(now) {
			now = *t
		}
	}
	return now.Add(time.Second)
}

// Speaker is who says it, as the Mini App names them.
func (l rehearsal) Speaker() []string {
	return slices.DeleteFunc([]string{l.Said.Spokesperson, l.Said.Position, l.UnitName}, func(text string) bool { return text == "" })
}
