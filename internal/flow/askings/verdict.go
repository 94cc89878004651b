package askings

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/publication"
	"phatngon/internal/desk/verdict"
	"phatngon/internal/llm"
	"phatngon/internal/store"
	"phatngon/knowledge/statement"
)

// Judged is the handler that keeps what the person, owner, says of what was shown to them.
// They are thanked for it, so unlike an asking it is tried again until it is kept.
func (k *Askings) Judged(ctx context.Context, owner string, e effect.Effect) error {
	who, err := k.Store.Requester(ctx, owner)
	if errors.Is(err, desk.ErrNotFound) {
		return nil // erased meanwhile
	}
	if err != nil {
		return err
	}
	return k.judge(ctx, who, *e.Verdict)
}

// Judge keeps what a person of the Mini App says by what they do next, which it must neither
// fail nor hold up.
func (k *Askings) Judge(ctx context.Context, who people.Requester, said effect.Verdict) {
	k.quietly(ctx, "keep a verdict", func(ctx context.Context) error { return k.judge(ctx, who, said) })
}

// judge keeps what a person says of what was shown to them, where that is still in force and
// the question may be kept at all: under the rules of an asking. who asks is not stored.
func (k *Askings) judge(ctx context.Context, who people.Requester, said effect.Verdict) error {
	text, before, ok := verdictText(said)
	if !ok || len(said.Shown) == 0 {
		return nil
	}
	s, ok := k.Base.Statement(said.Shown[0].Statement, publication.AudienceOf(who, k.Now()), k.Now())
	if !ok {
		return nil
	}
	if before == "" {
		if err := k.judgeGap(ctx, who, said.Question, s, said.Right); err != nil {
			return err
		}
	}
	_, masked := llm.Unmasked(before + text)
	return k.putVerdict(ctx, who, verdict.Verdict{
		ID: k.askingKey("verdict", s.Code, who.ID, statement.Wording(before), statement.Wording(text)), Statement: s.Code, Unit: s.Unit, State: verdict.Open,
		Asker: k.Asker(s.Code, who.ID), Text: text, Before: before, Masked: masked, Read: k.Base.Spelt(text), Press: s.Audience == statement.AudiencePress,
		Outcome: said.Outcome, Shown: said.Shown, Right: said.Right, Day: k.today(),
	})
}

// putVerdict keeps v, unless an erasure has overtaken it.
func (k *Askings) putVerdict(ctx context.Context, who people.Requester, v verdict.Verdict) error {
	if err := k.Store.PutVerdict(ctx, v); err != nil {
		return err
	}
	_, err := k.Store.Requester(ctx, who.ID)
	if errors.Is(err, desk.ErrNotFound) {
		return k.Store.DeleteVerdict(ctx, v.ID)
	}
	return err
}

// verdictText is what may be kept of a question and of what was asked before it. What leans
// on another question may be as short as "ở đâu?".
func verdictText(said effect.Verdict) (text, before string, ok bool) {
	if said.Before == "" {
		text, ok = askingText(said.Question)
		return text, "", ok
	}
	if before, ok = askingText(said.Before); !ok {
		return "", "", false
	}
	text, ok = impersonalText(said.Question)
	return text, before, ok
}

// TakeVerdict makes what a person said a label; see verdict.Take.
func (k *Askings) TakeVerdict(ctx context.Context, by people.Officer, id string, version int64, expect, why string) error {
	return k.decide(ctx, by, id, version, verdict.ActTake, func(v *verdict.Verdict) error { return v.Take(by, expect, why) })
}

// ThrowVerdict leaves it out of the labels.
func (k *Askings) ThrowVerdict(ctx context.Context, by people.Officer, id string, version int64) error {
	return k.decide(ctx, by, id, version, verdict.ActThrow, func(v *verdict.Verdict) error { return v.Throw(by) })
}

// decide stores a decision with its audit line in one write.
func (k *Askings) decide(ctx context.Context, by people.Officer, id string, version int64, action string, do func(*verdict.Verdict) error) error {
	v, err := k.Store.Verdict(ctx, id)
	if err != nil {
		return fmt.Errorf("load a verdict: %w", err)
	}
	if v.Version != version {
		return desk.ErrConflict
	}
	if err := do(&v); err != nil {
		return err
	}
	row, _ := verdict.Life().Find(action)
	line := effect.Effect{Key: strings.Join([]string{"verdict", id, fmt.Sprint(version), action}, "/"), Kind: effect.DoAudit, At: k.Now(),
		Audit: &effect.AuditLine{Officer: by.ID, Action: row.Audit, Subject: v.Statement, Detail: id}}
	if err := k.Store.ReplaceVerdict(ctx, &v, line); err != nil {
		return fmt.Errorf("decide on a verdict: %w", err)
	}
	k.Relay.Finish(ctx, store.Verdicts, id)
	return nil
}
