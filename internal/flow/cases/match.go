package cases

import (
	"context"
	"errors"
	"fmt"

	"phatngon/internal/desk"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/same"
	"phatngon/internal/desk/same/picture"
	"phatngon/internal/desk/same/text"
)

// comparedTo is how many of the newest different texts, and pictures, a new one is
// compared to, beside those that are equal.
const comparedTo = 1000

// now is the code of the case that has the reports of the one with this code.
func (q *Cases) now(ctx context.Context, code string) (string, error) {
	c, err := q.Store.CaseNow(ctx, code)
	if errors.Is(err, desk.ErrNotFound) {
		return code, nil // not begun yet
	}
	return c.Code, err
}

// known is the case that one of traces leads to, "" when none does.
func (q *Cases) known(ctx context.Context, traces []cases.Trace) (string, error) {
	for _, t := range traces {
		there, err := q.Store.Trace(ctx, t.ID)
		if err == nil {
			return there.Case, nil
		}
		if !errors.Is(err, desk.ErrNotFound) {
			return "", fmt.Errorf("look for a trace: %w", err)
		}
	}
	for _, t := range traces {
		near, err := q.near(ctx, t, true)
		if err != nil || len(near) > 0 {
			return first(near), err
		}
	}
	return "", nil
}

func first(near []cases.Trace) string {
	if len(near) == 0 {
		return ""
	}
	return near[0].Case
}

// near are the traces so like t that they are taken for the same; or, without sure, that
// an officer is shown them.
func (q *Cases) near(ctx context.Context, t cases.Trace, sure bool) ([]cases.Trace, error) {
	if t.Kind == cases.TraceLink {
		return nil, nil
	}
	others, err := q.Store.Traces(ctx, t.Kind, comparedTo)
	if err != nil {
		return nil, fmt.Errorf("look for what is alike: %w", err)
	}
	var found []cases.Trace
	for _, other := range others {
		joined, suggested := judge(t, other)
		if joined || suggested && !sure {
			found = append(found, other)
		}
	}
	return found, nil
}

func judge(a, b cases.Trace) (joined, suggested bool) {
	if a.Kind == cases.TraceText {
		v := text.Judge(text.Fingerprint(a.Print), text.Fingerprint(b.Print))
		return v == text.Joined, v == text.Suggested
	}
	v := picture.Judge(picture.Hash(a.Print), picture.Hash(b.Print))
	return v == picture.Joined, v == picture.Suggested
}

// tracesOf is what a report can be recognised by, the surest first.
func (q *Cases) tracesOf(ctx context.Context, r cases.Report) ([]cases.Trace, error) {
	var keys []string
	for _, l := range r.Links {
		keys = append(keys, l.Key)
	}
	traces := same.OfLinks(keys...)
	for _, id := range r.Pictures {
		e, err := q.Store.Evidence(ctx, id)
		if err == nil && len(e.Hash) > 0 {
			traces = append(traces, same.Print(cases.TracePicture, e.Hash))
		}
		if err != nil && !errors.Is(err, desk.ErrNotFound) {
			return nil, fmt.Errorf("look at a picture: %w", err)
		}
	}
	return append(traces, same.OfText(r.Text)...), nil
}

// Known is the case that what somebody wrote or pasted is known from, if any.
func (q *Cases) Known(ctx context.Context, words string) (*cases.Case, error) {
	code, err := q.known(ctx, same.Traces(words))
	if err != nil || code == "" {
		return nil, err
	}
	return q.byCode(ctx, code)
}

// KnownPicture is the case that a picture at an address of Zalo's is known from, if any;
// looked says that it could be compared. It is not kept.
func (q *Cases) KnownPicture(ctx context.Context, address string) (c *cases.Case, looked bool, err error) {
	data, err := q.Fetch(ctx, address)
	if err != nil {
		return nil, false, nil // whoever reports it has it fetched again
	}
	c, err = q.Shown(ctx, data)
	if invalid := (*desk.InvalidError)(nil); errors.As(err, &invalid) {
		return nil, false, nil
	}
	return c, err == nil, err
}

// Shown is the case that a picture is known from, if any; the picture is compared, and not
// kept. A *desk.InvalidError says what to send instead of what cannot be compared.
func (q *Cases) Shown(ctx context.Context, data []byte) (*cases.Case, error) {
	hash, err := look(data)
	if err != nil {
		return nil, &desk.InvalidError{Field: "picture", Text: insteadOf(err)}
	}
	if len(hash) == 0 {
		return nil, &desk.InvalidError{Field: "picture", Text: "Ảnh có quá ít chi tiết nên không so được. Anh/Chị chọn ảnh khác, hoặc báo tin kèm ảnh này."}
	}
	code, err := q.known(ctx, []cases.Trace{same.Print(cases.TracePicture, hash)})
	if err != nil || code == "" {
		return nil, err
	}
	return q.byCode(ctx, code)
}

// byCode is the case with this code, or what it went into; nil when there is none.
func (q *Cases) byCode(ctx context.Context, code string) (*cases.Case, error) {
	c, err := q.Store.CaseNow(ctx, code)
	if errors.Is(err, desk.ErrNotFound) {
		return nil, nil
	}
	return &c, err
}

// Named is the case whose code stands in a text, if any.
func (q *Cases) Named(ctx context.Context, words string) (*cases.Case, error) {
	code, ok := cases.FindCode(words)
	if !ok {
		return nil, nil
	}
	return q.byCode(ctx, code)
}

// ownShown is how many of a person's reports are looked at for them.
const ownShown = 20

// Own are the cases that a person reported, the newest report first, each once.
func (q *Cases) Own(ctx context.Context, requester string) ([]cases.Case, error) {
	reports, err := q.Store.ReportsOf(ctx, requester, ownShown)
	if err != nil {
		return nil, fmt.Errorf("list reports: %w", err)
	}
	var own []cases.Case
	seen := map[string]bool{}
	for _, r := range reports {
		c, err := q.byCode(ctx, r.Case)
		if err != nil {
			return nil, err
		}
		if c != nil && !seen[c.Code] {
			seen[c.Code] = true
			own = append(own, *c)
		}
	}
	return own, nil
}
