package askings

import (
	"bytes"
	"context"
	"crypto/rand"
	"fmt"
	"slices"
	"strings"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/verdict"
	"phatngon/knowledge/golden"
	"phatngon/knowledge/lang"
	"phatngon/knowledge/statement"
)

// Labels is the ZIP of what officers took, of a unit or, "", of all, in the form of
// golden/everyday. Left out are labels whose statement is no longer in force or has not the
// words any more that answer. Who takes it away stands in the audit chain before they have
// it.
func (k *Askings) Labels(ctx context.Context, by people.Officer, unit string) ([]byte, error) {
	all, err := k.Store.AllVerdictsIn(ctx, unit, verdict.Taken)
	if err != nil {
		return nil, fmt.Errorf("list labels: %w", err)
	}
	set := k.everyday(all)
	_, err = k.Store.AppendAudit(ctx, desk.AuditRecord{ID: "verdict.export/" + rand.Text(), At: k.Now(), Officer: by.ID, Action: "verdict.export",
		Subject: unit, Detail: fmt.Sprint(len(set.Answerable) + len(set.Near))})
	if err != nil {
		return nil, fmt.Errorf("audit the export of labels: %w", err)
	}
	var file bytes.Buffer
	err = golden.WriteEveryday(&file, "panel-"+k.Now().In(statement.Vietnam).Format(time.DateOnly), set)
	return file.Bytes(), err
}

// everyday is the labels, oldest first, with the statements that they name but for the
// samples, which whoever reads a part of golden/everyday has.
func (k *Askings) everyday(all []verdict.Verdict) golden.EverydaySet {
	var set golden.EverydaySet
	for _, v := range slices.Backward(all) {
		s, ok := k.Base.Statement(v.Statement, statement.AudiencePress, k.Now())
		if !ok || !strings.Contains(s.Body, v.Expect) {
			continue
		}
		q := golden.EverydayQuestion{ID: v.Statement + "-" + v.ID[:min(len(v.ID), 8)], Text: v.Text, Form: formOf(v.Text)}
		if v.Right {
			q.Statement, q.As, q.Expect = v.Statement, asOf(v), v.Expect
			set.Answerable = append(set.Answerable, q)
		} else {
			q.Near, q.Why = v.Statement, v.Why
			set.Near = append(set.Near, q)
		}
		known := slices.ContainsFunc(set.Texts, func(t statement.Statement) bool { return t.Code == s.Code })
		if !known && !strings.HasPrefix(s.Code, statement.SamplePrefix) {
			set.Texts = append(set.Texts, s)
		}
	}
	return set
}

func asOf(v verdict.Verdict) string {
	if v.Press {
		return "reporter"
	}
	return "citizen"
}

// formOf is how a question is typed: without diacritics, or plain.
func formOf(text string) string {
	if lang.Fold(text) == strings.ToLower(text) {
		return "nodiac"
	}
	return "plain"
}
