package publication

import (
	"cmp"
	"strconv"
	"strings"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/authorship"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/privacy"
	"phatngon/internal/desk/request"
	"phatngon/knowledge/statement"
)

// Publication is what an officer adds to a signed answer to make it a statement; the
// words of the answer stay as they were signed.
type Publication struct {
	Title             string
	Audience          statement.Audience
	Topics, Questions []string
	Confirmed         []string // places that look personal and may be public all the same
}

// machine stands as author for words that nobody wrote: the signer's name and position,
// and a title made of the answer's own words.
const machine = "-"

// OfAnswer makes a signed answer a statement. Its title is a published word too: an
// officer who wrote one cannot sign it, so that it waits as a draft for somebody else's
// signature; else it is in force at once.
func OfAnswer(r request.Request, part int, in Publication, by people.Officer, at time.Time) (Change, error) {
	if part < 0 || part >= len(r.Parts) || r.Parts[part].Approval == nil || r.Parts[part].Draft == nil {
		return Change{}, &desk.RuleError{Text: "Chỉ công bố được câu trả lời đã được người phát ngôn duyệt."}
	}
	p := r.Parts[part]
	by = people.InOffice(by, at)
	if err := people.MayDraft(by, p.Unit); err != nil {
		return Change{}, err
	}
	if p.Copied {
		return Change{}, &desk.RuleError{Text: "Câu trả lời này là của " + r.Joined + ". Vui lòng công bố ở yêu cầu đó."}
	}
	if p.Statement != "" {
		return Change{}, &desk.RuleError{Text: "Câu trả lời này đã được công bố với mã " + p.Statement + "."}
	}
	s := draftOf(r, part, in, by, at)
	if mayPublishNow(by, s) == nil {
		return Publish(s, by, in.Confirmed, at)
	}
	return changed(s, s.Version, ActSave, by, at, r.Code), nil
}

func draftOf(r request.Request, part int, in Publication, by people.Officer, at time.Time) statement.Statement {
	p := r.Parts[part]
	s := statement.Statement{
		Code: CodeOfAnswer(r.Code, part), Status: statement.StatusDraft, Request: r.Code, RequestPart: part,
		Title: strings.TrimSpace(in.Title), Unit: p.Unit, Audience: in.Audience,
		Spokesperson: p.Approval.Spokesperson, Position: p.Approval.Position, SpokespersonKind: string(cmp.Or(p.Approval.Kind, people.Assigned)), Authorisation: authorisation(p.Approval),
		Form: statement.FormDocument, IssuedAt: p.Approval.At, Body: p.Approval.Text,
		Topics: in.Topics, Questions: in.Questions, Author: by.ID, UpdatedAt: at,
	}
	title := by.ID
	if s.Title == ProposedTitle(p) {
		title = machine
	}
	s.Authorship = authorship.Join(authorship.Of(s.Title, title), authorship.Of(s.Spokesperson+" "+s.Position, machine), p.Draft.Authors())
	return s
}

// authorisation is what who signed was authorised by; nil of another spokesperson.
func authorisation(a *request.Approval) *statement.Authorisation {
	if a.Kind != people.Authorised {
		return nil
	}
	return &statement.Authorisation{Number: a.Document, Until: a.Until}
}

// ProposedTitle is the title that the program makes of a signed answer's own first words.
func ProposedTitle(p request.Part) string {
	if p.Approval == nil {
		return ""
	}
	return privacy.Title(p.Approval.Text, "Trả lời yêu cầu cung cấp thông tin")
}

// CodeOfAnswer is the code of the statement made of a request's answer: the same answer
// published twice is one statement.
func CodeOfAnswer(request string, part int) string {
	code := "PN-" + strings.TrimPrefix(request, "TH-")
	if part > 0 {
		code += "-" + strconv.Itoa(part+1)
	}
	return code
}

// Imported is a statement that was signed off outside, as it goes into force.
func Imported(s statement.Statement, at time.Time) Change {
	s.Version, s.Status, s.UpdatedAt = 0, statement.StatusPublished, at
	c := Change{Statement: s}
	c.add(effect.Effect{Kind: effect.DoAudit, Audit: &effect.AuditLine{Action: "statement.import", Subject: s.Code}})
	if len(s.Supersedes) > 0 {
		c.add(effect.Effect{Kind: effect.DoSupersede, Statement: &effect.Statement{Code: s.Code, Version: 1, Codes: s.Supersedes}})
	}
	c.follow()
	return c
}

// DraftFrom is a statement read from a document: a draft that nobody in this program
// wrote, so that any spokesperson of its unit may publish it after looking at it.
func DraftFrom(s statement.Statement, at time.Time) Change {
	s.Version, s.Status, s.Author, s.Authorship, s.UpdatedAt = 0, statement.StatusDraft, importAuthor, "", at
	c := Change{Statement: s}
	c.add(effect.Effect{Kind: effect.DoAudit, Audit: &effect.AuditLine{Action: "statement.draft", Subject: s.Code, Detail: importAuthor}})
	return c
}

// importAuthor is who wrote an imported draft: no officer.
const importAuthor = "import"

// announced has reporters who follow its unit or topics hear of a new statement.
func (c *Change) announced() {
	c.add(effect.Effect{Kind: effect.DoAnnounce, Statement: &effect.Statement{Code: c.Statement.Code, Version: c.Statement.Version + 1}})
}

// answered has the request learn that the statement made of its answer is in force.
func (c *Change) answered() {
	if s := c.Statement; s.Request != "" {
		c.add(effect.Effect{Kind: effect.DoPublished, Answer: &effect.Answer{Request: s.Request, Part: s.RequestPart},
			Statement: &effect.Statement{Code: s.Code, Version: s.Version + 1}})
	}
}
