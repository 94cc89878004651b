package admin

import (
	"strconv"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/knowledge"
)

type statementPage struct {
	page
	Current   statementFacts
	Pending   *statementFacts // draft or proposed change that waits for a spokesperson
	Finding   *findingChange  // the proposed change, when it leaves the words as they are
	Asked     *askedPart      // nil for those who may not write the statement
	Version   int64           // of the document, for the forms
	PublicURL string          // "" when the public does not see it
	History   []auditRow
	MayDraft  bool
	MaySign   bool // publish and withdraw
	OwnWords  bool // this officer wrote what is pending, so another must publish it
	Reason    string
	Failed    string // "publish" or "withdraw"
	Error     string
}

// statementFacts is a statement with what its codes mean.
type statementFacts struct {
	knowledge.Statement
	UnitName, AuthorName string
	Standing             standing
}

func (p *panel) getStatement(v *visit) error {
	return p.showStatement(v, fiber.StatusOK, statementPage{})
}

// showStatement fills in the statement of the address; page brings what failed.
func (p *panel) showStatement(v *visit, status int, page statementPage) error {
	s, err := p.visibleStatement(v)
	if err != nil {
		return err
	}
	names, err := p.names(v.ctx)
	if err != nil {
		return err
	}
	if page.History, err = p.auditOf(v.ctx, s.Code, names); err != nil {
		return err
	}
	facts := func(s knowledge.Statement) statementFacts {
		return statementFacts{s, p.unitName(s.Unit), names.of(s.Author), standingOf(s, p.now())}
	}
	page.page, page.Version, page.Current = v.page(s.Title, "statements"), s.Version, facts(s)
	pending := pendingOf(s)
	if pending != nil && inside(v.officer, s) {
		waiting := facts(*pending)
		page.Pending, page.OwnWords, page.Finding = &waiting, pending.Author == v.officer.ID, findingChangeOf(s)
	}
	if page.MayDraft = people.MayDraft(v.officer, s.Unit) == nil && editable(s); page.MayDraft {
		if page.Asked, err = p.askedOf(v, s); err != nil {
			return err
		}
	}
	page.MaySign = people.MayPublish(v.officer, s.Unit) == nil
	if s.Audience == knowledge.AudiencePublic && !unreleased(s, p.now()) {
		page.PublicURL = p.Flow.PublicURL + "/s/" + s.Code
	}
	return v.render(status, "statement", page)
}

// visibleStatement is the statement of the address, if this officer may see it.
func (p *panel) visibleStatement(v *visit) (knowledge.Statement, error) {
	s, err := p.Store.Statement(v.ctx, v.param("code"))
	if err == nil && unreleased(s, p.now()) && !inside(v.officer, s) {
		return knowledge.Statement{}, &desk.RuleError{Text: "Phát ngôn này chưa được công bố; chỉ đơn vị soạn và đơn vị điều phối xem được."}
	}
	return s, err
}

// pendingOf is what waits for a spokesperson: a draft itself, or the proposed
// change of a statement in force.
func pendingOf(s knowledge.Statement) *knowledge.Statement {
	if s.Proposal == nil && s.Status == knowledge.StatusDraft {
		return &s
	}
	return s.Proposal
}

func editable(s knowledge.Statement) bool {
	return s.Status == knowledge.StatusDraft || s.Status == knowledge.StatusPublished
}

func inForce(s knowledge.Statement) bool { return s.Status == knowledge.StatusPublished }

// postStatementPublish puts what is pending into force, on the confirmation
// of a spokesperson who did not write it.
func (p *panel) postStatementPublish(v *visit) error {
	version, err := v.version()
	switch {
	case err != nil:
	case v.text("confirm") == "":
		err = &desk.InvalidError{Field: "confirm", Text: "Vui lòng đánh dấu xác nhận đây là phát ngôn chính thức trước khi công bố."}
	default:
		err = p.Flow.PublishStatement(v.ctx, v.officer, v.param("code"), version)
	}
	return p.statementStepped(v, "publish", err, "Đã công bố phát ngôn. Từ giờ trợ lý trả lời bằng phát ngôn này.")
}

// postWithdraw stops a statement from being quoted; who was told it is told.
func (p *panel) postWithdraw(v *visit) error {
	version, err := v.version()
	if err == nil {
		err = p.Flow.WithdrawStatement(v.ctx, v.officer, v.param("code"), version, v.text("reason"))
	}
	return p.statementStepped(v, "withdraw", err, "Đã thu hồi phát ngôn. Trợ lý không còn trích phát ngôn này.")
}

func (p *panel) statementStepped(v *visit, action string, err error, done string) error {
	if err == nil {
		return v.redirect(statementURL(v.param("code")), done)
	}
	text, status := mistakeOf(err)
	if text == "" {
		return err
	}
	return p.showStatement(v, status, statementPage{Failed: action, Error: text, Reason: v.text("reason")})
}

// version is the one that a form was shown with.
func (v *visit) version() (int64, error) {
	n, err := strconv.ParseInt(v.text("version"), 10, 64)
	if err != nil {
		return 0, &desk.InvalidError{Field: "version", Text: "Biểu mẫu thiếu số phiên bản. Vui lòng mở lại trang."}
	}
	return n, nil
}

// getStatementExport gives the statement as the file that import reads.
func (p *panel) getStatementExport(v *visit) error {
	s, err := p.visibleStatement(v)
	if err != nil {
		return err
	}
	v.c.Attachment(s.Code + ".md")
	v.c.Set(fiber.HeaderContentType, "text/markdown; charset=utf-8")
	return v.c.Send(knowledge.FormatStatement(s))
}
