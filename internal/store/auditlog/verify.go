package auditlog

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"phatngon/internal/desk"
	"phatngon/internal/store/engine"
)

// survey is what the audit says of itself: its chains, and which records must be there
// because the first record of another chain or the seal names them.
type survey struct {
	chains map[string]map[int64]string // the hash of each named record
	sealed bool                        // a chain says that heads are sealed
}

func (v *survey) name(heads ...desk.AuditHead) {
	for _, h := range heads {
		if v.chains[h.Chain] == nil {
			v.chains[h.Chain] = map[int64]string{}
		}
		if h.Seq > 0 {
			v.chains[h.Chain][h.Seq] = h.Hash
		}
	}
}

// Broken is the error of VerifyAudit that is not the database's: a chain does not hold.
type Broken struct{ error }

// VerifyAudit checks every record of every chain, that no chain or end of a chain which
// was named or sealed is missing, and that the seal is intact; the last with the key
// given to SealAudit, else not. It returns how many records there are, or names the
// first that is broken.
func (l *Log) VerifyAudit(ctx context.Context) (records int, err error) {
	v := survey{chains: map[string]map[int64]string{}}
	err = Records.Each(ctx, l.e, engine.Query{Index: "at"}, func(r desk.AuditRecord) error {
		v.name(desk.AuditHead{Chain: r.Chain})
		v.name(r.Heads...)
		v.sealed = v.sealed || r.Sealed
		return nil
	})
	if err != nil {
		return 0, fmt.Errorf("audit: %w", err)
	}
	errSeal := l.verifySeal(ctx, &v)
	for _, chain := range slices.Sorted(maps.Keys(v.chains)) {
		n, err := l.verifyChain(ctx, chain, v.chains[chain])
		if err != nil {
			return 0, err
		}
		records += n
	}
	return records, errSeal
}

// verifySeal reads the seal after the chains were counted: what it names is there by
// now, whoever appends meanwhile.
func (l *Log) verifySeal(ctx context.Context, v *survey) error {
	_, seal, err := l.auditSeal(ctx)
	switch {
	case errors.Is(err, desk.ErrNotFound) && !v.sealed:
		return nil
	case errors.Is(err, desk.ErrNotFound):
		return Broken{errors.New("the sealed heads of the audit chains are missing")}
	case err != nil:
		return err
	}
	v.name(seal.Heads...)
	if l.key != nil && !seal.Intact(l.key) {
		return Broken{errors.New("the sealed heads of the audit chains were changed, or sealed with another key")}
	}
	return nil
}

// verifyChain walks a chain, in which the named records must stand.
func (l *Log) verifyChain(ctx context.Context, chain string, named map[int64]string) (n int, err error) {
	var prev desk.AuditRecord
	err = Records.Each(ctx, l.e, engine.Query{Index: "audit_number_taken", Equal: []any{chain}}, func(next desk.AuditRecord) error {
		if err := desk.VerifyChain(prev, next); err != nil {
			return Broken{err}
		}
		if hash, ok := named[next.Seq]; ok && hash != next.Hash {
			return Broken{fmt.Errorf("audit record %d of chain %q (%s): another one was named here", next.Seq, chain, next.ID)}
		}
		prev, n = next, n+1
		return nil
	})
	if err != nil {
		return n, err
	}
	for seq := range named {
		if seq > prev.Seq {
			return n, Broken{fmt.Errorf("audit chain %q ends with record %d; record %d was there", chain, prev.Seq, seq)}
		}
	}
	return n, nil
}
