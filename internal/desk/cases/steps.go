package cases

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/routing"
)

// longest is the longest text an officer may give, in characters.
const longest = 20_000

// deed is a step that somebody takes. The note is what they wrote; it stays with the case.
// The detail goes into the audit chain: codes and figures, no words.
type deed struct {
	action       string
	by           people.Officer
	at           time.Time
	note, detail string
}

// New is a case of one report, just received, at the press desk. The internal clock of
// its verification begins; the law names no term for it.
func New(code, report string, rules policy.Set, at time.Time) Case {
	c := Case{Code: code, Reports: []string{report}, Verify: startIfKnown(rules, ruleVerify, at)}
	return c.begun(deed{action: ActReceive, at: at, detail: report})
}

// begun is a case at its beginning.
func (c Case) begun(d deed) Case {
	c.State, c.Unit, c.CreatedAt = Received, routing.ProvinceOffice, d.at
	return c.noted(d, "case.file")
}

// step is the only way a case changes: it asks the table, applies change to a copy, writes
// the history line, and adds what must follow.
func (c Case) step(d deed, change func(*Case) error) (Case, error) {
	state, err := next(c, d.action, people.InOffice(d.by, d.at))
	if err != nil {
		return Case{}, err
	}
	c = c.copied()
	c.State = state
	if err := change(&c); err != nil {
		return Case{}, err
	}
	row, _ := Life().Find(d.action)
	return c.noted(d, row.Audit).told(d), nil
}

// told adds what follows a step that people outside hear of: the conclusion becomes
// public, or is public no more as it was, and everybody who reported hears of the end.
func (c Case) told(d deed) Case {
	at := effect.Case{Code: c.Code, Step: len(c.Steps)}
	if d.action == ActPublish || d.action == ActUnlabel {
		c = c.followed(effect.DoConclude, d, at)
	}
	if Tells(c, len(c.Steps)-1) {
		c = c.followed(effect.DoInform, d, at)
	}
	return c
}

func (c Case) followed(kind effect.Kind, d deed, at effect.Case) Case {
	e := effect.Effect{Key: fmt.Sprintf("case:%s/%d/%s", c.Code, at.Step, kind), Kind: kind, At: d.at, Case: &at}
	c.Effects = append(slices.Clip(c.Effects), e)
	return c
}

// Tells reports whether whoever reported a case hears of the i-th step of its history: it
// was published, its label was taken back, or it ended without having been published. An
// end that was taken back by reopening is none.
func Tells(c Case, i int) bool {
	switch c.Steps[i].Action {
	case ActPublish, ActUnlabel:
		return true
	case ActReject, ActRefer:
		return !slices.ContainsFunc(c.Steps[i+1:], func(s Step) bool { return s.Action == ActReopen })
	case ActFinish, ActForward:
		published := func(s Step) bool { return s.Action == ActPublish || s.Action == ActForward }
		return !slices.ContainsFunc(c.Steps[:i], published)
	}
	return false
}

// noted is the case with a line of history and its line in the audit chain.
func (c Case) noted(d deed, audit string) Case {
	c.Steps = append(slices.Clip(c.Steps), Step{At: d.at, Officer: d.by.ID, Action: d.action, Note: clean(d.note)})
	c.Effects = append(slices.Clip(c.Effects), effect.Effect{
		Key: fmt.Sprintf("case:%s/%d/audit", c.Code, len(c.Steps)), Kind: effect.DoAudit, At: d.at,
		Audit: &effect.AuditLine{Officer: d.by.ID, Action: audit, Subject: c.Code, Detail: d.detail}})
	c.UpdatedAt, c.Due = d.at, c.due()
	return c
}

// copied shares nothing that a step changes.
func (c Case) copied() Case {
	c.Reports, c.Readers, c.Questions = slices.Clone(c.Reports), slices.Clone(c.Readers), slices.Clone(c.Questions)
	c.Forwards, c.Moves, c.Aliases, c.Packs = slices.Clone(c.Forwards), slices.Clone(c.Moves), slices.Clone(c.Aliases), slices.Clone(c.Packs)
	if c.Conclusion != nil {
		k := *c.Conclusion
		c.Conclusion = &k
	}
	return c
}

// nothing is the change of a step that only leads to another state.
func nothing(*Case) error { return nil }

// need asks for a text; what is asked for says what to do.
func need(field, text, hint string) error {
	if clean(text) == "" {
		return invalid(field, hint)
	}
	if utf8.RuneCountInString(text) > longest {
		return invalid(field, fmt.Sprintf("Nội dung dài quá %d ký tự. Vui lòng rút gọn.", longest))
	}
	return nil
}

func invalid(field, text string) error { return &desk.InvalidError{Field: field, Text: text} }

// clean unifies line ends and trims; the words themselves stay untouched.
func clean(text string) string {
	return strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n"))
}
