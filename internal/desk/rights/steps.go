package rights

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
	"phatngon/internal/desk/privacy"
)

// MostText is how much a person says of what is to be corrected, in runes.
const MostText = 1000

// Filing is how a claim comes in.
type Filing struct {
	Source, Right, Channel string
	Text, Reference        string
	Proof                  string         // the audit record that will prove what the program does now
	Officer                people.Officer // who entered what came on paper
	At                     time.Time
}

// New is a claim just received, under the deadline of its right.
func New(id string, who people.Requester, in Filing, rules policy.Set) (Claim, error) {
	if err := in.check(); err != nil {
		return Claim{}, err
	}
	c := Claim{ID: id, Source: in.Source, Requester: who.ID, Newsroom: who.Newsroom, Right: in.Right, Channel: in.Channel,
		Text: clean(in.Text), Reference: clean(in.Reference), Proof: in.Proof, State: Received, Open: true, CreatedAt: in.At}
	if who.ID != "" {
		c.Kind = who.KindAt(in.At)
	}
	c.Clock = rules.Start(rules.RuleOfRight(in.Right), in.At)
	c.Due = c.Clock.Due
	return c.noted(Step{At: in.At, Officer: in.Officer.ID, Action: ActFile}, "rights.file"), nil
}

func (in Filing) check() error {
	n := utf8.RuneCountInString(clean(in.Text))
	switch {
	case !slices.Contains(policy.RightCodes, in.Right):
		return invalid("right", "Vui lòng chọn việc cần làm với dữ liệu: xem, sửa, xóa hoặc rút lại đồng ý.")
	case in.Channel == FromPanel && !MayKeep(in.Officer):
		return may(in.Officer)(Keeper)
	case in.Channel == FromPanel && clean(in.Reference) == "":
		return invalid("reference", "Vui lòng ghi số, ngày của đơn, hoặc cuộc gọi trong sổ của cơ quan.")
	case utf8.RuneCountInString(in.Reference) > 120:
		return invalid("reference", "Số, ngày của đơn tối đa 120 ký tự.")
	case (in.Right == Correct || in.Channel == FromPanel) && n < 5:
		return invalid("text", "Vui lòng ghi thông tin nào chưa đúng và cần sửa thành gì.")
	case n > MostText:
		return invalid("text", fmt.Sprintf("Nội dung tối đa %d ký tự; hiện có %d.", MostText, n))
	}
	return nil
}

// Fulfil says that the program has done it; proof is the audit record of that.
func Fulfil(c Claim, proof string, at time.Time) (Claim, error) {
	return c.step(Step{At: at, Action: ActFulfil}, people.Officer{}, func(c *Claim) error {
		c.Proof = proof
		return nil
	})
}

// Finish says that an officer has done it, and what was done: the person reads it.
func Finish(c Claim, by people.Officer, what string, at time.Time) (Claim, error) {
	return c.step(Step{At: at, Action: ActDone, Note: clean(what)}, by, func(*Claim) error {
		return needNote(what, "Vui lòng ghi đã làm gì; người đề nghị đọc lời này.")
	})
}

// Refuse says no on a ground, with why: the person reads both.
func Refuse(c Claim, by people.Officer, rules policy.Set, ground, why string, at time.Time) (Claim, error) {
	return c.step(Step{At: at, Action: ActRefuse, Ground: ground, Note: clean(why)}, by, func(*Claim) error {
		if !slices.ContainsFunc(rules.RightGrounds(), func(g policy.Ground) bool { return g.Code == ground }) {
			return invalid("ground", "Vui lòng chọn căn cứ từ chối trong danh sách.")
		}
		return needNote(why, "Vui lòng ghi lý do cụ thể; người đề nghị đọc lời này.")
	})
}

// Extend prolongs the term once, inside it, with a reason that the person reads.
func Extend(c Claim, by people.Officer, rules policy.Set, amount int, why string, at time.Time) (Claim, error) {
	return c.step(Step{At: at, Action: ActExtend, Note: clean(why)}, by, func(c *Claim) error {
		k, err := rules.Extend(c.Clock, amount, at, clean(why))
		c.Clock, c.Due = k, k.Due
		return err
	})
}

// Reclock is c under a changed calendar; without a change it is c as it was, without effects.
func Reclock(c Claim, rules policy.Set, at time.Time) (Claim, error) {
	k := rules.Recompute(c.Clock)
	if !c.Open || k.Due.Equal(c.Due) {
		return c, nil
	}
	return c.step(Step{At: at, Action: ActReclock}, people.Officer{}, func(c *Claim) error {
		c.Clock, c.Due = k, k.Due
		return nil
	})
}

// Forget leaves of a claim that there was one. An open one of somebody whose data is gone has
// no object any more.
func Forget(c Claim, at time.Time) (Claim, error) {
	if c.Open {
		next, err := c.step(Step{At: at, Action: ActMoot}, people.Officer{}, func(*Claim) error { return nil })
		if err != nil {
			return c, err
		}
		c = next
	}
	c.Requester, c.Newsroom, c.Text = "", "", ""
	c.Steps = slices.Clone(c.Steps)
	for i := range c.Steps {
		c.Steps[i].Note = privacy.Erase(c.Steps[i].Note)
	}
	return c, nil
}

// step is the only way a claim changes: it asks the table, applies change to a copy, writes
// the history line and adds what must follow.
func (c Claim) step(s Step, by people.Officer, change func(*Claim) error) (Claim, error) {
	state, err := Life().Next(c.State, s.Action, may(by))
	if err != nil {
		return Claim{}, err
	}
	c.State, c.Open, s.Officer = state, state == Received, by.ID
	if err := change(&c); err != nil {
		return Claim{}, err
	}
	row, _ := Life().Find(s.Action)
	return c.noted(s, row.Audit), nil
}

// told are the steps that the person hears of by themselves; what they asked for and get at
// once is said by what does it.
var told = []string{ActDone, ActRefuse, ActExtend, ActReclock}

func (c Claim) noted(s Step, audit string) Claim {
	c.Steps, c.UpdatedAt = append(slices.Clip(c.Steps), s), s.At
	key := fmt.Sprintf("claim:%s/%d", c.ID, len(c.Steps))
	c.Effects = append(slices.Clip(c.Effects), effect.Effect{Key: key + "/audit", Kind: effect.DoAudit, At: s.At,
		Audit: &effect.AuditLine{Officer: s.Officer, Action: audit, Subject: c.ID, Detail: c.Right}})
	if c.Requester != "" && slices.Contains(told, s.Action) {
		c.Effects = append(c.Effects, effect.Effect{Key: key + "/news", Kind: effect.DoClaimNews, At: s.At, Claim: &effect.Claim{Claim: c.ID, Step: len(c.Steps)}})
	}
	return c
}

func needNote(note, hint string) error {
	if n := utf8.RuneCountInString(clean(note)); n < 5 || n > MostText {
		return invalid("note", fmt.Sprintf("%s Từ 5 đến %d ký tự.", hint, MostText))
	}
	return nil
}

func invalid(field, text string) error { return &desk.InvalidError{Field: field, Text: text} }

func clean(text string) string { return strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n")) }
