package second_test

import (
	"errors"
	"log/slog"
	"slices"
	"sync"
	"testing"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/flow/access"
	"phatngon/internal/flow/effects"
	"phatngon/internal/flow/second"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
)

var at = time.Date(2026, 11, 30, 9, 0, 0, 0, time.UTC)

// phone is an officer with an app, and what the office keeps.
type phone struct {
	*testing.T
	*second.Factors
	now    time.Time
	secret []byte
}

func newPhone(t *testing.T, s *store.Store) *phone {
	secrets, err := access.NewSecrets(make([]byte, 32))
	if err != nil {
		t.Fatal(err)
	}
	p := &phone{T: t, now: at}
	now := func() time.Time { return p.now }
	relay := &effects.Relay{Store: s, Now: now, Log: slog.New(slog.DiscardHandler)}
	relay.Handle(effect.DoAudit, relay.Audit)
	p.Factors = &second.Factors{Store: s, Relay: relay, Seal: secrets.Seal, Open: secrets.Open, Key: secrets.Derive("recovery"), Now: now}
	return p
}

// shows is the code on the phone now.
func (p *phone) shows() string { return people.Code(p.secret, people.CodeStep(p.now)) }

func (p *phone) enrols() (recovery []string) {
	p.Helper()
	var err error
	if p.secret, err = p.Propose(p.Context(), "o1"); err != nil {
		p.Fatal(err)
	}
	if recovery, err = p.Confirm(p.Context(), "o1", p.shows()); err != nil {
		p.Fatal(err)
	}
	p.now = p.now.Add(time.Minute)
	return recovery
}

func (p *phone) checks(code string, want error) {
	p.Helper()
	if err := p.Check(p.Context(), "o1", code); !errors.Is(err, want) {
		p.Errorf("%q: %v, want %v", code, err, want)
	}
}

func (p *phone) actions() (all []string) {
	p.Helper()
	records, err := p.Store.AuditOf(p.Context(), "o1", 50)
	if err != nil {
		p.Fatal(err)
	}
	for _, r := range records {
		all = append(all, r.Action)
	}
	slices.Sort(all)
	return all
}

func TestASecretCountsOnlyOnceACodeOfItWasTyped(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		p := newPhone(t, s)
		p.checks("123456", second.ErrCode)
		var err error
		if p.secret, err = p.Propose(t.Context(), "o1"); err != nil {
			t.Fatal(err)
		}
		p.checks(p.shows(), second.ErrCode)
		if _, err := p.Confirm(t.Context(), "o1", "000000"); !errors.Is(err, second.ErrCode) {
			t.Errorf("a wrong first code: %v", err)
		}
		if factor, err := p.Of(t.Context(), "o1"); err != nil || factor.On() {
			t.Errorf("on before it was confirmed: %+v, %v", factor, err)
		}
		recovery, err := p.Confirm(t.Context(), "o1", p.shows())
		if err != nil || len(recovery) != people.RecoveryCodes {
			t.Fatalf("%d recovery codes, %v", len(recovery), err)
		}
		p.checks(p.shows(), second.ErrCode) // the code that confirmed it is used
		p.now = p.now.Add(30 * time.Second)
		p.checks(p.shows(), nil)
		p.checks(p.shows(), second.ErrCode)
		if _, err := p.Propose(t.Context(), "o1"); err == nil {
			t.Error("a new secret was proposed while one is in force")
		}
	})
}

func TestACodeThatManyShowAtOnceServesOne(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		p := newPhone(t, s)
		recovery := p.enrols()
		for name, code := range map[string]string{"digits": p.shows(), "a recovery code": recovery[0]} {
			var wait sync.WaitGroup
			results := make([]error, 8)
			for i := range results {
				wait.Go(func() { results[i] = p.Check(t.Context(), "o1", code) })
			}
			wait.Wait()
			passed := 0
			for _, err := range results {
				if err == nil {
					passed++
				} else if !errors.Is(err, second.ErrCode) {
					t.Errorf("%s: %v", name, err)
				}
			}
			if passed != 1 {
				t.Errorf("%s let %d in, want one", name, passed)
			}
		}
	})
}

func TestRecoveryCodesWorkOnceAndAreStoredAsHashes(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		p := newPhone(t, s)
		recovery := p.enrols()
		p.checks(recovery[3], nil)
		p.checks(recovery[3], second.ErrCode)
		factor, err := p.Of(t.Context(), "o1")
		if err != nil || len(factor.Recovery) != people.RecoveryCodes-1 {
			t.Fatalf("%d codes are left, %v", len(factor.Recovery), err)
		}
		for _, code := range recovery {
			if slices.Contains(factor.Recovery, code) {
				t.Errorf("%s is stored as it is", code)
			}
		}
		if string(factor.Secret) == string(p.secret) {
			t.Error("the secret is stored as it is")
		}
		fresh, err := p.Renew(t.Context(), "o1", recovery[4])
		if err != nil || len(fresh) != people.RecoveryCodes {
			t.Fatalf("%d new codes, %v", len(fresh), err)
		}
		p.checks(recovery[5], second.ErrCode)
		p.checks(fresh[0], nil)
		want := []string{"officer.recovery_code", "officer.recovery_code", "officer.recovery_code", "officer.recovery_renew", "officer.second_on"}
		if got := p.actions(); !slices.Equal(got, want) {
			t.Errorf("the audit holds %v, want %v", got, want)
		}
	})
}

func TestItIsEndedForACodeOrResetByAnotherAndAUsedCodeStaysUsed(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		p := newPhone(t, s)
		p.enrols()
		if err := p.End(t.Context(), "o1", "000000"); !errors.Is(err, second.ErrCode) {
			t.Errorf("ended by a wrong code: %v", err)
		}
		if err := p.End(t.Context(), "o1", p.shows()); err != nil {
			t.Fatal(err)
		}
		p.checks(p.shows(), second.ErrCode)
		if err := p.End(t.Context(), "o1", p.shows()); !errors.Is(err, desk.ErrForbidden) {
			t.Errorf("ended twice: %v", err)
		}
		p.enrols()
		if err := p.Reset(t.Context(), "chief", "o1"); err != nil {
			t.Fatal(err)
		}
		factor, err := p.Of(t.Context(), "o1")
		if err != nil || factor.On() || len(factor.Secret)+len(factor.Recovery) != 0 || factor.Step == 0 {
			t.Errorf("after the reset: %+v, %v", factor, err)
		}
		if err := p.Reset(t.Context(), "chief", "o1"); !errors.Is(err, desk.ErrForbidden) {
			t.Errorf("reset twice: %v", err)
		}
		want := []string{"officer.second_off", "officer.second_on", "officer.second_on", "officer.second_reset"}
		if got := p.actions(); !slices.Equal(got, want) {
			t.Errorf("the audit holds %v, want %v", got, want)
		}
	})
}
