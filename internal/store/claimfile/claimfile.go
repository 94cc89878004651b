// Package claimfile keeps what people want done with the data kept of them.
package claimfile

import (
	"context"
	"time"

	"phatngon/internal/desk/rights"
	"phatngon/internal/store/engine"
	"phatngon/internal/store/table"
)

// Name is the collection of claims, which carry effects.
const Name = "claims"

// Files are the claims of one database.
type Files struct{ e engine.Engine }

// New are the claims that e keeps.
func New(e engine.Engine) *Files { return &Files{e} }

// Collections is what an engine makes for them.
func Collections() []*engine.Collection { return []*engine.Collection{&claims.Collection} }

// InsertClaim stores a new claim with its Effects. A *table.TakenError with the key
// "claim_filed_already" says that its source has brought one before.
func (s *Files) InsertClaim(ctx context.Context, c *rights.Claim) error {
	err := claims.Insert(ctx, s.e, c, c.Effects...)
	if err == nil {
		c.Effects = nil
	}
	return err
}

// ReplaceClaim stores c, with its Effects, over the version it was read at.
func (s *Files) ReplaceClaim(ctx context.Context, c *rights.Claim) error {
	err := claims.Replace(ctx, s.e, c, c.Effects...)
	if err == nil {
		c.Effects = nil
	}
	return err
}

// Claim returns the claim with this id.
func (s *Files) Claim(ctx context.Context, id string) (rights.Claim, error) {
	return claims.Get(ctx, s.e, id)
}

// ClaimBySource returns the claim that an event brought.
func (s *Files) ClaimBySource(ctx context.Context, source string) (rights.Claim, error) {
	return claims.First(ctx, s.e, engine.Query{Index: "claim_filed_already", Equal: []any{source}})
}

// ClaimsOf lists a person's claims, the newest first.
func (s *Files) ClaimsOf(ctx context.Context, requester string) ([]rights.Claim, error) {
	return claims.Find(ctx, s.e, engine.Query{Index: "requester_created", Equal: []any{requester}, Desc: true, Limit: engine.MaxBatch})
}

// OpenClaims lists a page of what is to be done, the nearest deadline first; with a time
// only what is overdue then. next is "" on the last page.
func (s *Files) OpenClaims(ctx context.Context, overdue time.Time, after string, limit int) (found []rights.Claim, next string, err error) {
	return claims.Page(ctx, s.e, engine.Query{Index: "open_due", Equal: []any{true}, To: bound(overdue), Limit: limit}, after)
}

// EndedClaims lists a page of what was done or refused, the newest first.
func (s *Files) EndedClaims(ctx context.Context, after string, limit int) (found []rights.Claim, next string, err error) {
	return claims.Page(ctx, s.e, engine.Query{Index: "open_updated", Equal: []any{false}, Desc: true, Limit: limit}, after)
}

// JoinClaims gives the claims of one requester to another, who is the same person.
func (s *Files) JoinClaims(ctx context.Context, from, to string) error {
	return claims.Change(ctx, s.e, engine.Query{Index: "requester_created", Equal: []any{from}}, func(c *rights.Claim) { c.Requester = to })
}

// DeleteClaimsEndedBefore removes those that ended before t.
func (s *Files) DeleteClaimsEndedBefore(ctx context.Context, t time.Time) error {
	return claims.RemoveAll(ctx, s.e, engine.Query{Index: "open_updated", Equal: []any{false}, To: t})
}

// bound is t as a bound of a query, none when it is zero.
func bound(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return t
}

var claims = table.Table[rights.Claim]{
	Collection: engine.Carrier(Name, []engine.Index{
		{Name: "claim_filed_already", Fields: []string{"source"}, Unique: true},
		{Name: "requester_created", Fields: []string{"requester", "created_at"}},
		{Name: "open_due", Fields: []string{"open", "due"}},
		{Name: "open_updated", Fields: []string{"open", "updated_at"}},
	}),
	Key: func(c *rights.Claim) (string, *int64) { return c.ID, &c.Version },
}
