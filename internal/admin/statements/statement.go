package statements

import (
	"cmp"
	"net/http"
	"slices"
	"strings"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk"
	"phatngon/internal/desk/authorship"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/statement"
	"phatngon/internal/edge"
	"phatngon/knowledge"
)

type statementPage struct {
	door.Page
	Current      statementFacts
	Pending      *statementFacts // draft or proposed change that waits for a spokesperson
	Preview      *door.Preview   // of what waits, or of the draft
	TitleChanges []edge.Change
	Finding      *findingChange // the proposed change, when it leaves the words as they are
	Asked        *askedPart     // nil for those who may not write the statement
	Version      int64          // of the document, for the forms
	PublicURL    string         // "" when the public does not see it
	History      []labels.AuditLine
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
	knowledge.Statement
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
	for _, action := range statement.Actions(v.Officer, s) {
		page.May[action] = true
	}
	page.Current = p.facts(s, names)
	if pending := pendingOf(s); pending != nil && inside(v.Officer, s) {
		waiting := p.facts(*pending, names)
		page.Pending, page.OwnWords, page.Finding = &waiting, ownWords(v.Officer, *pending), findingChangeOf(s)
		page.Preview, page.TitleChanges = previewOf(s, *pending)
		page.Personal = door.Places(statement.Personal(s, *pending), page.Confirmed)
	}
	if page.May[statement.ActSave] {
		if page.Asked, err = p.askedOf(v, s); err != nil {
			return err
		}
	}
	if s.Audience == knowledge.AudiencePublic && !unreleased(s, p.Now()) {
		page.PublicURL = p.PublicURL + "/s/" + s.Code
	}
	return v.Render(status, "statement", page)
}

func (p *Pages) facts(s knowledge.Statement, names labels.OfficerNames) statementFacts {
	return statementFacts{s, p.Units.Name(s.Unit), writersOf(s, names), stateLabelOf(s, p.Now())}
}

// pendingOf is what waits for a spokesperson: a draft itself, or the proposed
// change of a statement in force.
func pendingOf(s knowledge.Statement) *knowledge.Statement {
	if s.Proposal == nil && s.Status == knowledge.StatusDraft {
		return &s
	}
	return s.Proposal
}

func inForce(s knowledge.Statement) bool { return s.Status == knowledge.StatusPublished }

// writers are the ids of those whose words s is made of; an older release kept its last
// author only.
func writers(s knowledge.Statement) []string {
	return authorship.By(cmp.Or(s.Authorship, s.Author))
}

func writersOf(s knowledge.Statement, names labels.OfficerNames) string {
	var all []string
	for _, id := range writers(s) {
		if name, ok := names[id]; ok { // the others are no officers: a file, the program
			all = append(all, name)
		}
	}
	return strings.Join(all, ", ")
}

// ownWords reports that o could publish what is pending, had they not written in it.
func ownWords(o people.Officer, pending knowledge.Statement) bool {
	return people.MayPublish(o, pending.Unit) == nil && slices.Contains(writers(pending), o.ID)
}

// previewOf is what waits as people will read it, and what it changes in the
// words that are in force; a draft changes nothing.
func previewOf(s, pending knowledge.Statement) (*door.Preview, []edge.Change) {
	if s.Proposal == nil {
		return door.NewPreview(pending.Body, "", ""), nil
	}
	return door.NewPreview(pending.Body, s.Body, "bản đang hiệu lực"), edge.Diff(s.Title, pending.Title)
}

// visibleStatement is the statement of the address, if this officer may see it.
func (p *Pages) visibleStatement(v *door.Visit) (knowledge.Statement, error) {
	s, err := p.Store.Statement(v.Ctx, v.Param("code"))
	if err == nil && unreleased(s, p.Now()) && !inside(v.Officer, s) {
		return knowledge.Statement{}, &desk.RuleError{Text: "Phát ngôn này chưa được công bố; chỉ đơn vị soạn và đơn vị điều phối xem được."}
	}
	return s, err
}

// postStatementPublish puts what is pending into force, on the confirmation
// of a spokesperson who did not write it.
func (p *Pages) postStatementPublish(v *door.Visit) error {
	version, err := v.Version()
	switch {
	case err != nil:
	case v.Text("confirm") == "":
		err = &desk.InvalidError{Field: "confirm", Text: "Vui lòng đánh dấu xác nhận đây là phát ngôn chính thức trước khi công bố."}
	default:
		err = p.Flow.Statements.Publish(v.Ctx, v.Officer, v.Param("code"), version, v.All("confirmed")...)
	}
	return p.statementStepped(v, "publish", err, "Đã công bố phát ngôn. Từ giờ trợ lý trả lời bằng phát ngôn này.")
}

// postWithdraw stops a statement from being quoted; who was told it is told.
func (p *Pages) postWithdraw(v *door.Visit) error {
	version, err := v.Version()
	if err == nil {
		err = p.Flow.Statements.Withdraw(v.Ctx, v.Officer, v.Param("code"), version, v.Text("reason"))
	}
	return p.statementStepped(v, "withdraw", err, "Đã thu hồi phát ngôn. Trợ lý không còn trích phát ngôn này.")
}

func (p *Pages) statementStepped(v *door.Visit, action string, err error, done string) error {
	if err == nil {
		return v.Redirect(door.StatementURL(v.Param("code")), done)
	}
	text, status := mistakeOf(err)
	if text == "" {
		return err
	}
	return p.showStatement(v, status, statementPage{Failed: action, Error: text, Reason: v.Text("reason"), Confirmed: v.All("confirmed")})
}

// getStatementExport gives the statement as the file that import reads.
func (p *Pages) getStatementExport(v *door.Visit) error {
	s, err := p.visibleStatement(v)
	if err != nil {
		return err
	}
	return v.Download(s.Code+".md", "text/markdown; charset=utf-8", knowledge.FormatStatement(s))
}

// mistakeOf is the sentence to show beside a form, for the failures that are
// answered with the form itself: what was typed, or someone was faster. It is
// empty for all others.
func mistakeOf(err error) (text string, status int) {
	switch kind := edge.KindOf(err); kind {
	case edge.Invalid:
		return edge.TextOf(err), kind.Status()
	case edge.Conflict:
		return "Đã có người thay đổi trong lúc Anh/Chị thao tác, nên chưa lưu. Vui lòng xem bản mới nhất; nội dung Anh/Chị nhập vẫn còn trong ô.", kind.Status()
	}
	return "", 0
}
