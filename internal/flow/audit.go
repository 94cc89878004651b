package flow

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/store"
)

// AuditCheck is what the last reading of all audit chains found.
type AuditCheck struct {
	At      time.Time // when it began
	Records int
	Until   time.Time // of the latest record then
	Wrong   string    // the first thing that does not hold; "" = whole
}

const auditCheckSetting = "audit_check"

// CheckAudit reads all audit chains, and keeps what it found for the panel. Its error is not
// about the chains: they could not be read.
func (f *Flow) CheckAudit(ctx context.Context) (AuditCheck, error) {
	check := AuditCheck{At: f.Now()}
	latest, _, err := f.Store.LatestAudit(ctx, "", 1)
	if err != nil {
		return check, fmt.Errorf("check the audit: %w", err)
	}
	if len(latest) > 0 {
		check.Until = latest[0].At
	}
	var broken store.AuditBroken
	check.Records, err = f.Store.VerifyAudit(ctx)
	switch {
	case errors.As(err, &broken):
		check.Wrong = broken.Error()
		f.Log.Error("the audit does not hold", "error", err)
	case err != nil:
		return check, fmt.Errorf("check the audit: %w", err)
	}
	return check, f.keepAuditCheck(ctx, check)
}

// keepAuditCheck: of two instances that check at once the later one to write is kept.
func (f *Flow) keepAuditCheck(ctx context.Context, check AuditCheck) error {
	value, err := json.Marshal(check)
	if err != nil {
		return fmt.Errorf("encode what the audit check found: %w", err)
	}
	for {
		kept, err := f.Store.Setting(ctx, auditCheckSetting)
		if err != nil && !errors.Is(err, desk.ErrNotFound) {
			return fmt.Errorf("load the last audit check: %w", err)
		}
		kept.ID, kept.Value = auditCheckSetting, value
		if err := f.Store.SaveSetting(ctx, &kept); !errors.Is(err, desk.ErrConflict) {
			return err
		}
	}
}

// LastAuditCheck is what CheckAudit found last; the zero value when there was none.
func (f *Flow) LastAuditCheck(ctx context.Context) (check AuditCheck, err error) {
	kept, err := f.Store.Setting(ctx, auditCheckSetting)
	if errors.Is(err, desk.ErrNotFound) {
		return check, nil
	}
	if err == nil {
		err = json.Unmarshal(kept.Value, &check)
	}
	if err != nil {
		return check, fmt.Errorf("load the last audit check: %w", err)
	}
	return check, nil
}

// checkAudit reads the audit once a day, beginning with the start.
func (f *Flow) checkAudit(ctx context.Context) error {
	now := f.Now()
	if now.Sub(f.audited) < checkEvery {
		return nil
	}
	f.audited = now
	_, err := f.CheckAudit(ctx)
	return err
}
