package statements

import (
	"net/http"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk"
	"phatngon/internal/desk/publication"
	"phatngon/internal/edge"
	"phatngon/knowledge/statement"
)

type statementPage struct {
	door.Page
	Current      statementFacts
	Pending      *statementFacts // draft or proposed change that waits for a spokesperson
	Preview      *door.Preview   // of what waits, or of the draft
	TitleChanges []edge.Change
	Finding      *findingChange // the proposed change, when it leaves the words as they are
	Asked        *askedPart     // nil for those who may not write the statement
	Hints        *hintsPart     // nor this for them
	Version      int64          // of the document, for the forms
	PublicURL    string         // "" when the public does not see it
	History      []labels.AuditLine
	Quoted       *quotedPart     // nil of a draft
	May          map[string]bool // statement.Actions
	OwnWords     bool            // words of this officer stand in what is pending, so another must publish it
	Personal     []door.Place    // in what is pending, to confirm one by one
	Confirmed    []string        // those that were, in a form that failed
	Reason       string
	Failed       string // "publish" or "withdraw"
	Error        string
}

// statementFacts is a statement with what its codes mean.
type statementFacts struct {
	statement.Statement
	UnitName, Writers string // Writers are those whose words it is made of
	State             stateLabel
}

func (p *Pages) getStatement(v *door.Visit) error {
	return p.showStatement(v, http.StatusOK, statementPage{})
}

// showStatement fills in the statement of the address; page brings what failed.
func (p *Pages) showStatement(v *door.Visit, status int, page statementPage) error {
	s, err := p.visibleStatement(v)
	if err != nil {
		return err
	}
	officers, err := p.Store.Officers(v.Ctx)
	if err != nil {
		return err
	}
	names := labels.NamesOf(officers)
	if page.History, err = p.history(v.Ctx, s, names); err != nil {
		return err
	}
	page.Page, page.Version, page.May = v.Page(s.Title, "statements"), s.Version, map[string]bool{}
	for _, action := range publication.Actions(v.Officer, s) {
		page.May[action] = true
	}
	page.Current = p.facts(s, names)
	if s.Status != statement.StatusDraft {
		quoted, err := p.quoted(v, s.Code)
		if err != nil {
			return err
		}
		page.Quoted = &quoted
	}
	if pending := pendingOf(s); pending != nil && inside(v.Officer, s) {
		waiting := p.facts(*pending, names)
		page.Pending, page.OwnWords, page.Finding = &waiting, ownWords(v.Officer, *pending), findingChangeOf(s)
		page.Preview, page.TitleChanges = previewOf(s, *pending)
		page.Personal = door.Places(publication.Personal(s, *pending), page.Confirmed)
	}
	if page.May[publication.ActSave] {
		if page.Asked, err = p.askedOf(v, s); err != nil {
			return err
		}
		if page.Hints, err = p.hintsOf(v, s, page.Failed == "hints"); err != nil {
			return err
		}
	}
	if s.Audience == statement.AudiencePublic && !unreleased(s, p.Now()) {
		page.PublicURL = p.PublicURL + "/s/" + s.Code
	}
	return v.Render(status, "statement", page)
}

func (p *Pages) facts(s statement.Statement, names labels.OfficerNames) statementFacts {
	return statementFacts{s, p.Units.Name(s.Unit), writersOf(s, names), stateLabelOf(s, p.Now())}
}

// previewOf is what waits as people will read it, and what it changes in the
// words that are in force; a draft changes nothing.
func previewOf(s, pending statement.Statement) (*door.Preview, []edge.Change) {
	if s.Proposal == nil {
		return door.NewPreview(pending.Body, "", ""), nil
	}
	return door.NewPreview(pending.Body, s.Body, "bản đang hiệu lực"), edge.Diff(s.Title, pending.Title)
}

// visibleStatement is the statement of the address, if this officer may see it.
func (p *Pages) visibleStatement(v *door.Visit) (statement.Statement, error) {
	s, err := p.Store.Statement(v.Ctx, v.Param("code"))
	if err == nil && unreleased(s, p.Now()) && !inside(v.Officer, s) {
		return statement.Statement{}, &desk.RuleError{Text: "Phát ngôn này chưa được công bố; chỉ đơn vị soạn và đơn vị điều phối xem được."}
	}
	return s, err
}

// getStatementExport gives the statement as the file that import reads.
func (p *Pages) getStatementExport(v *door.Visit) error {
	s, err := p.visibleStatement(v)
	if err != nil {
		return err
	}
	return v.Download(s.Code+".md", "text/markdown; charset=utf-8", statement.FormatStatement(s))
}
