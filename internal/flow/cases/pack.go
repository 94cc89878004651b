package cases

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"

	"phatngon/internal/desk"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/pack"
	"phatngon/internal/desk/people"
	"phatngon/internal/store"
)

// Packing is an evidence pack that is asked for: for whom, why, whether it says who
// reported, and the names of steps for its readers.
type Packing struct {
	For, Why   string
	Identities bool
	Say        func(action string) string
}

// Pack writes the evidence pack of a case to w. That it was made, with its SHA-256, stands
// with the case and in the audit chain before Pack returns: who hands out what was written
// only then hands out nothing unlogged. The same case gives the same bytes.
func (q *Cases) Pack(ctx context.Context, by people.Officer, at Ref, in Packing, w io.Writer) (cases.Packing, error) {
	note := cases.Packing{Identities: in.Identities, For: in.For, Why: in.Why}
	c, err := q.at(ctx, at)
	if err != nil {
		return note, err
	}
	if _, err := cases.Packed(c, note, by, q.Now()); err != nil { // before anything is read
		return note, err
	}
	p, err := q.packOf(ctx, c, in)
	if err != nil {
		return note, err
	}
	sum := sha256.New()
	size := &counted{w: io.MultiWriter(w, sum)}
	err = pack.Write(size, p, func(sum string) ([]byte, error) { return q.captured(ctx, p, sum) })
	if errors.Is(err, pack.ErrLarge) {
		return note, &desk.RuleError{Text: "Hồ sơ lớn hơn 1 GiB nên không lập được. Vui lòng tách bớt báo tin sang vụ việc riêng rồi lập từng hồ sơ."}
	}
	if err != nil {
		return note, err
	}
	note.SHA256, note.Size = hex.EncodeToString(sum.Sum(nil)), size.n
	err = q.change(ctx, at, func(c cases.Case) (cases.Case, error) { return cases.Packed(c, note, by, q.Now()) })
	return note, err
}

// counted counts what is written.
type counted struct {
	w io.Writer
	n int64
}

func (c *counted) Write(b []byte) (int, error) {
	n, err := c.w.Write(b)
	c.n += int64(n)
	return n, err
}

// HandOver records that a pack was given to somebody.
func (q *Cases) HandOver(ctx context.Context, by people.Officer, at Ref, sum string, h cases.Handing) error {
	return q.change(ctx, at, func(c cases.Case) (cases.Case, error) { return cases.HandOver(c, sum, h, by, q.Now()) })
}

// packOf is what is known of c. Every step of its history is in the audit chain by then.
func (q *Cases) packOf(ctx context.Context, c cases.Case, in Packing) (pack.Pack, error) {
	p := pack.Pack{Facts: q.facts(c, in)}
	q.Relay.Finish(ctx, store.Cases, c.Code)
	records, err := q.Store.Extract(ctx, c.Code)
	if err != nil {
		return p, fmt.Errorf("extract the audit of %s: %w", c.Code, err)
	}
	p.Audit = linesOf(records, c.Code)
	if p.Timeline, err = q.timeline(ctx, c, in.Say, records); err != nil {
		return p, err
	}
	for _, id := range c.Reports {
		r, err := q.Store.Report(ctx, id)
		if err != nil {
			return p, fmt.Errorf("load report: %w", err)
		}
		packed, err := q.packed(ctx, c, r)
		if err != nil {
			return p, err
		}
		p.Reports = append(p.Reports, packed)
	}
	if in.Identities {
		p.Identities, err = q.identities(ctx, c)
	}
	return p, err
}

func (q *Cases) facts(c cases.Case, in Packing) pack.Facts {
	f := pack.Facts{Case: c.Code, AsOf: c.UpdatedAt.UTC(), State: c.State.Label(), Severity: string(c.Severity), Access: string(c.Access),
		Unit: q.Units.Office(c.Unit), Found: cases.PublicWords(c), For: in.For, Why: in.Why}
	if k := c.Conclusion; k != nil {
		f.Claim, f.Conclusion, f.SignedBy = k.Claim, k.Text, k.Spokesperson+", "+k.Position
	}
	return f
}

// linesOf keeps records about the case whole, and of others only their hash.
func linesOf(records []desk.AuditRecord, code string) []pack.AuditLine {
	var lines []pack.AuditLine
	for _, r := range records {
		line := pack.AuditLine{Chain: r.Chain, Seq: r.Seq, Hash: r.Hash}
		if r.Subject == code {
			r.At = r.At.UTC()
			line.Record = &r
		}
		lines = append(lines, line)
	}
	return lines
}

func (q *Cases) timeline(ctx context.Context, c cases.Case, say func(string) string, records []desk.AuditRecord) ([]pack.Step, error) {
	officers, err := q.Store.Officers(ctx)
	if err != nil {
		return nil, fmt.Errorf("list officers: %w", err)
	}
	names, logged := map[string]string{"": "Hệ thống"}, map[string]bool{}
	for _, o := range officers {
		names[o.ID] = o.Name + ", " + q.Units.Office(o.Unit)
	}
	for _, r := range records {
		logged[r.ID] = true
	}
	var steps []pack.Step
	for i, s := range c.Steps {
		id := fmt.Sprintf("case:%s/%d/audit", c.Code, i+1)
		joins := joinsIn(records, fmt.Sprintf("case:%s/%d/", c.Code, i+1), id)
		if !logged[id] || len(joins) < s.Joined-1 {
			return nil, &desk.RuleError{Text: "Sổ kiểm toán của vụ việc đang được ghi nốt. Vui lòng lập hồ sơ lại sau ít phút."}
		}
		step := pack.Step{At: s.At.UTC(), By: names[s.Officer], Action: s.Action, Text: say("case." + s.Action), Note: s.Note, Audit: id}
		steps = append(steps, step)
		for _, r := range joins { // joins in a row are one step of the case, and each a line here
			step.At, step.Audit = r.At.UTC(), r.ID
			steps = append(steps, step)
		}
	}
	return steps, nil
}

// joinsIn are the records of the joins that one step of a case holds, beside its own.
func joinsIn(records []desk.AuditRecord, prefix, own string) []desk.AuditRecord {
	var all []desk.AuditRecord
	for _, r := range records {
		if strings.HasPrefix(r.ID, prefix) && r.ID != own && r.Action == "case.join" {
			all = append(all, r)
		}
	}
	return all
}

// packed is a report as a pack has it, with its pictures.
func (q *Cases) packed(ctx context.Context, c cases.Case, r cases.Report) (pack.Report, error) {
	p := pack.Report{ID: r.ID, ReceivedAt: r.CreatedAt.UTC(), Channel: r.Channel, Anonymous: r.Anonymous, Category: string(r.Category), Text: r.Text,
		Place: r.Place, SeenAt: r.SeenAt.UTC(), PostedAt: r.PostedAt.UTC(), Spread: r.Spread, Harm: r.Harm, Right: r.Right}
	for _, category := range cases.Categories() {
		if category.Category == r.Category {
			p.Category = category.Text
		}
	}
	for _, l := range r.Links {
		link := pack.Link{Given: l.Given, Key: l.Key}
		for _, a := range c.Aliases {
			if a.Link == l.Key && a.Undone == nil {
				link.LeadsTo = a.Given
			}
		}
		p.Links = append(p.Links, link)
	}
	for _, id := range r.Pictures {
		e, err := q.Store.Evidence(ctx, id)
		switch {
		case errors.Is(err, desk.ErrNotFound):
			e = cases.Evidence{ReceivedAt: r.CreatedAt, Problem: "Chưa tải được từ Zalo lúc lập hồ sơ."}
		case err != nil:
			return p, fmt.Errorf("load evidence: %w", err)
		}
		if e.Problem != "" && e.SHA256 != "" { // removed since
			e.Problem, e.SHA256, e.Size = e.Problem+" SHA-256 khi nhận: "+e.SHA256, "", 0
		}
		p.Captures = append(p.Captures, pack.Capture{ID: id, SHA256: e.SHA256, Size: e.Size, ReceivedAt: e.ReceivedAt.UTC(), Problem: e.Problem})
	}
	return p, nil
}

// captured is a picture of p as it was received.
func (q *Cases) captured(ctx context.Context, p pack.Pack, sum string) ([]byte, error) {
	for _, r := range p.Reports {
		for _, c := range r.Captures {
			if c.SHA256 == sum {
				return q.Store.EvidenceBytes(ctx, cases.Evidence{SHA256: sum, Size: c.Size})
			}
		}
	}
	return nil, desk.ErrNotFound
}
