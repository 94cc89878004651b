package cases

import (
	"context"
	"crypto/hmac"
	"errors"

	"phatngon/internal/desk"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/people"
)

// ProofPath is where the page stands that proves that a report was received.
const ProofPath = "/bt/"

// Proof is the address of the page that proves the receipt of r, for whoever sent it. It is
// made of the key alone, so that nothing more is kept of an anonymous report.
func (q *Cases) Proof(r cases.Report) string {
	return q.PublicURL + ProofPath + r.ID + "?k=" + q.proofKey(r.ID)
}

// Proves reports whether key opens the proof of the report with this id.
func (q *Cases) Proves(id, key string) bool {
	return hmac.Equal([]byte(q.proofKey(id)), []byte(key))
}

func (q *Cases) proofKey(id string) string { return q.Hash("proof\x00" + id)[:32] }

// CaseOf is the case that has a report now; one that is not begun yet has only its code.
func (q *Cases) CaseOf(ctx context.Context, r cases.Report) (cases.Case, error) {
	c, err := q.Store.CaseNow(ctx, r.Case)
	if errors.Is(err, desk.ErrNotFound) {
		return cases.Case{Code: r.Case}, nil
	}
	return c, err
}

// Add files what a person has to add to a report of theirs; another's is desk.ErrNotFound.
// What the first says of itself holds for it too.
func (q *Cases) Add(ctx context.Context, who people.Requester, to string, in Filing) (cases.Report, error) {
	first, err := q.Store.OwnReport(ctx, who.ID, to)
	if err == nil && first.Adds != "" {
		first, err = q.Store.OwnReport(ctx, who.ID, first.Adds)
	}
	if err != nil {
		return cases.Report{}, err
	}
	in.Adds, in.Category, in.Consent = first.ID, string(first.Category), first.Consent
	return q.File(ctx, who, in)
}
