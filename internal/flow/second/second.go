// Package second is an officer's second factor: how it is proposed, confirmed, checked at
// sign-in, and ended. It guarantees that a code counts once, that a secret counts only after a
// code of it was typed, and that what a copy of the database shows opens nothing.
package second

import (
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/flow/effects"
	"phatngon/internal/store"
)

// ErrCode is the answer to a code that is wrong, late, used or none, whichever it was.
var ErrCode = &desk.InvalidError{Field: "code", Text: "Mã chưa đúng, đã dùng hoặc đã hết hạn. Vui lòng nhập mã đang hiện trong ứng dụng, hoặc một mã dự phòng chưa dùng."}

// errOff is the answer to who ends or renews what is not on.
var errOff = &desk.RuleError{Text: "Tài khoản này chưa bật xác thực hai bước."}

// Factors keeps the second factors of all officers.
type Factors struct {
	Store *store.Store
	Relay *effects.Relay
	Seal  func([]byte) ([]byte, error)
	Open  func([]byte) ([]byte, error)
	Key   []byte // of the hashes of recovery codes
	Now   func() time.Time
}

// Of is an officer's second factor; one that is not on when they never had any.
func (f *Factors) Of(ctx context.Context, officer string) (people.SecondFactor, error) {
	factor, err := f.Store.SecondFactor(ctx, officer)
	if errors.Is(err, desk.ErrNotFound) {
		return people.SecondFactor{ID: officer}, nil
	}
	if err != nil {
		return factor, fmt.Errorf("load second factor: %w", err)
	}
	return factor, nil
}

// Propose makes the secret that an officer puts into their app. What they have stays in force
// until Confirm.
func (f *Factors) Propose(ctx context.Context, officer string) (secret []byte, err error) {
	factor, err := f.Of(ctx, officer)
	if err != nil {
		return nil, err
	}
	if factor.On() {
		return nil, &desk.RuleError{Text: "Xác thực hai bước đã bật. Muốn đổi điện thoại: tắt bằng một mã rồi bật lại."}
	}
	secret = make([]byte, people.SecretBytes)
	_, _ = rand.Read(secret) // never fails since Go 1.24
	if factor.Proposed, err = f.Seal(secret); err != nil {
		return nil, fmt.Errorf("seal a secret: %w", err)
	}
	return secret, f.save(ctx, &factor)
}

// Proposed is the secret that waits for its first code; desk.ErrNotFound without one.
func (f *Factors) Proposed(ctx context.Context, officer string) ([]byte, error) {
	factor, err := f.Of(ctx, officer)
	if err != nil {
		return nil, err
	}
	if len(factor.Proposed) == 0 {
		return nil, desk.ErrNotFound
	}
	return f.Open(factor.Proposed)
}

// Confirm lets the proposed secret count once its first code was typed, and returns the
// recovery codes, which are shown this once.
func (f *Factors) Confirm(ctx context.Context, officer, typed string) (recovery []string, err error) {
	factor, err := f.Of(ctx, officer)
	if err != nil {
		return nil, err
	}
	if len(factor.Proposed) == 0 || factor.On() {
		return nil, &desk.RuleError{Text: "Chưa có mã bí mật nào chờ xác nhận. Vui lòng bấm “Bật xác thực hai bước” trước."}
	}
	secret, err := f.Open(factor.Proposed)
	if err != nil {
		return nil, fmt.Errorf("open a secret: %w", err)
	}
	digits, _ := people.ReadCode(typed)
	step, ok := people.FindStep(secret, digits, f.Now(), 0)
	if !ok {
		return nil, ErrCode
	}
	factor.Secret, factor.Proposed, factor.Step, factor.Since = factor.Proposed, nil, step, f.Now()
	recovery = f.freshCodes(&factor)
	return recovery, f.change(ctx, &factor, officer, "officer.second_on", "")
}

// Check takes a code once. ErrCode says no; a code that two showed at once serves the first.
func (f *Factors) Check(ctx context.Context, officer, typed string) error {
	factor, err := f.Of(ctx, officer)
	if err != nil {
		return err
	}
	return f.take(ctx, &factor, typed)
}

func (f *Factors) take(ctx context.Context, factor *people.SecondFactor, typed string) error {
	digits, recovery := people.ReadCode(typed)
	var err error
	switch {
	case !factor.On():
		return ErrCode
	case recovery != "":
		err = f.takeRecovery(ctx, factor, recovery)
	default:
		err = f.takeDigits(ctx, factor, digits)
	}
	if errors.Is(err, desk.ErrConflict) {
		return ErrCode // somebody was faster with one
	}
	return err
}

func (f *Factors) takeDigits(ctx context.Context, factor *people.SecondFactor, digits string) error {
	secret, err := f.Open(factor.Secret)
	if err != nil {
		return fmt.Errorf("open a secret: %w", err)
	}
	step, ok := people.FindStep(secret, digits, f.Now(), factor.Step)
	if !ok {
		return ErrCode
	}
	factor.Step = step
	return f.save(ctx, factor)
}

func (f *Factors) takeRecovery(ctx context.Context, factor *people.SecondFactor, code string) error {
	i := slices.Index(factor.Recovery, f.hash(code))
	if i < 0 {
		return ErrCode
	}
	factor.Recovery = slices.Delete(slices.Clone(factor.Recovery), i, i+1)
	return f.change(ctx, factor, factor.ID, "officer.recovery_code", strconv.Itoa(len(factor.Recovery)))
}

// spend takes a code for a step of who is signed in.
func (f *Factors) spend(ctx context.Context, officer, typed string) (people.SecondFactor, error) {
	factor, err := f.Of(ctx, officer)
	if err == nil && !factor.On() {
		err = errOff
	}
	if err == nil {
		err = f.take(ctx, &factor, typed)
	}
	return factor, err
}

// Renew gives new recovery codes for a code; the old ones open nothing any more.
func (f *Factors) Renew(ctx context.Context, officer, typed string) (recovery []string, err error) {
	factor, err := f.spend(ctx, officer, typed)
	if err != nil {
		return nil, err
	}
	recovery = f.freshCodes(&factor)
	return recovery, f.change(ctx, &factor, officer, "officer.recovery_renew", "")
}

// End turns an officer's own off, for a code.
func (f *Factors) End(ctx context.Context, officer, typed string) error {
	factor, err := f.spend(ctx, officer, typed)
	if err != nil {
		return err
	}
	return f.clear(ctx, factor, officer, "officer.second_off")
}

// Reset turns it off for somebody who lost their phone. Who may is the caller's.
func (f *Factors) Reset(ctx context.Context, by, officer string) error {
	factor, err := f.Of(ctx, officer)
	if err != nil {
		return err
	}
	if !factor.On() {
		return errOff
	}
	return f.clear(ctx, factor, by, "officer.second_reset")
}

// clear keeps the last step: a code that was used stays used.
func (f *Factors) clear(ctx context.Context, factor people.SecondFactor, by, action string) error {
	next := people.SecondFactor{ID: factor.ID, Version: factor.Version, Step: factor.Step}
	return f.change(ctx, &next, by, action, "")
}

// freshCodes gives factor new recovery codes, and returns them.
func (f *Factors) freshCodes(factor *people.SecondFactor) []string {
	factor.Recovery = nil
	var codes []string
	for range people.RecoveryCodes {
		random := make([]byte, 10)
		_, _ = rand.Read(random) // never fails since Go 1.24
		code := people.RecoveryCode(random)
		codes, factor.Recovery = append(codes, code), append(factor.Recovery, f.hash(code))
	}
	return codes
}

// hash is by what a recovery code is recognised.
func (f *Factors) hash(code string) string {
	h := hmac.New(sha256.New, f.Key)
	h.Write([]byte(code))
	return hex.EncodeToString(h.Sum(nil))
}

// change stores a factor with its line in the audit chain.
func (f *Factors) change(ctx context.Context, factor *people.SecondFactor, by, action, detail string) error {
	key := fmt.Sprintf("second:%s/%d", factor.ID, factor.Version+1)
	line := effect.AuditLine{Officer: by, Action: action, Subject: factor.ID, Detail: detail}
	if err := f.save(ctx, factor, effect.Effect{Key: key + "/audit", Kind: effect.DoAudit, At: f.Now(), Audit: &line}); err != nil {
		return err
	}
	f.Relay.Finish(ctx, store.SecondFactors, factor.ID)
	return nil
}

func (f *Factors) save(ctx context.Context, factor *people.SecondFactor, effects ...effect.Effect) error {
	if err := f.Store.SaveSecondFactor(ctx, factor, effects...); err != nil {
		return fmt.Errorf("save second factor: %w", err)
	}
	return nil
}
