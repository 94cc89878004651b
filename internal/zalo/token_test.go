package zalo_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"phatngon/internal/zalo"
	"phatngon/internal/zalo/zalotest"
)

// clock is a time that only tests move.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func newClock() *clock { return &clock{now: time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)} }

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) add(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

func TestEnsureTokenRefreshesAhead(t *testing.T) {
	now := newClock()
	_, store, c := meet(t, zalotest.Options{Now: now.Now})
	first := store.token
	now.add(22 * time.Hour)
	if err := c.EnsureToken(t.Context()); err != nil || store.token != first {
		t.Fatalf("with 3 hours left: %v, token changed: %v", err, store.token != first)
	}
	now.add(90 * time.Minute)
	if err := c.EnsureToken(t.Context()); err != nil {
		t.Fatal(err)
	}
	if store.token.AccessToken == first.AccessToken || store.token.RefreshToken == first.RefreshToken || store.saves != 1 {
		t.Errorf("pair %+v after %d saves", store.token, store.saves)
	}
	if want := now.Now().Add(25 * time.Hour); !store.token.ExpiresAt.Equal(want) {
		t.Errorf("expires %v, want %v", store.token.ExpiresAt, want)
	}
}

func TestFirstRefreshTokenIsEnough(t *testing.T) {
	s, _, _ := meet(t, zalotest.Options{})
	c := zalo.NewClient(s.Config(), newShelf(zalo.Token{RefreshToken: s.Token().RefreshToken}))
	if _, err := c.SendText(t.Context(), hoa, text, nil); err != nil {
		t.Error(err)
	}
}

func TestRefusedTokenIsRefreshedOnceAndTheCallRepeated(t *testing.T) {
	s, store, c := meet(t, zalotest.Options{})
	if _, err := c.OA(t.Context()); err != nil {
		t.Fatal(err)
	}
	s.ExpireToken()
	if _, err := c.SendText(t.Context(), hoa, text, nil); err != nil {
		t.Fatal(err)
	}
	if store.saves != 1 {
		t.Errorf("%d refreshes, want 1", store.saves)
	}
	for _, code := range []int{-216, -220, -124, 216, 401, -401} {
		s.FailSends(1, zalotest.Refuse(code))
		if _, err := c.SendText(t.Context(), hoa, text, nil); err != nil {
			t.Errorf("after error %d: %v", code, err)
		}
	}
	s.FailSends(2, zalotest.Refuse(-216))
	_, err := c.SendText(t.Context(), hoa, text, nil)
	wantAPIError(t, err, -216, zalo.AfterRefresh, false)
}

func TestInstancesRefreshOnce(t *testing.T) {
	s, store, _ := meet(t, zalotest.Options{})
	var calls atomic.Int32
	host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/v4/oa/access_token" {
			calls.Add(1)
		}
		s.ServeHTTP(w, r)
	}))
	t.Cleanup(host.Close)
	s.ExpireToken()
	store.token.ExpiresAt = time.Now().Add(time.Hour) // the instances do not know it yet
	var all sync.WaitGroup
	errs := make(chan error, 40)
	for range 4 {
		c := zalo.NewClient(s.ConfigAt(host.URL), store)
		for range 10 {
			all.Go(func() {
				_, err := c.SendText(context.WithoutCancel(t.Context()), hoa, text, nil)
				errs <- err
			})
		}
	}
	all.Wait()
	close(errs)
	for err := range errs {
		if err != nil {
			t.Error(err)
		}
	}
	if calls.Load() != 1 {
		t.Errorf("%d refreshes by 4 instances, want 1", calls.Load())
	}
}

func TestDeadRefreshTokenNeedsConsent(t *testing.T) {
	for name, spend := range map[string]func(*zalotest.Server, *shelf){
		"unknown": func(s *zalotest.Server, _ *shelf) { s.RevokeTokens() },
		"used already": func(s *zalotest.Server, store *shelf) {
			other := newShelf(store.token) // a staging server on the same OA
			other.token.ExpiresAt = time.Time{}
			if err := zalo.NewClient(s.Config(), other).EnsureToken(context.Background()); err != nil {
				panic(err)
			}
		},
		"none": func(_ *zalotest.Server, store *shelf) { store.token.RefreshToken = "" },
	} {
		t.Run(name, func(t *testing.T) {
			s, store, c := meet(t, zalotest.Options{})
			spend(s, store)
			store.token.ExpiresAt = time.Time{}
			before := store.token
			for range 2 {
				if err := c.EnsureToken(t.Context()); !errors.Is(err, zalo.ErrConsentNeeded) {
					t.Fatalf("EnsureToken = %v, want ErrConsentNeeded", err)
				}
			}
			if store.token != before {
				t.Error("the stored pair changed")
			}
			_, err := c.SendText(t.Context(), hoa, text, nil)
			var e *zalo.APIError
			if !errors.As(err, &e) || e.Retry != zalo.OperatorFix || e.OutcomeUnknown || !errors.Is(err, zalo.ErrConsentNeeded) {
				t.Errorf("SendText = %v", err)
			}
			store.token = s.Consent() // an administrator consented again
			if _, err := c.SendText(t.Context(), hoa, text, nil); err != nil {
				t.Errorf("after a new consent: %v", err)
			}
		})
	}
}

func TestTransientRefreshFailuresKillNothing(t *testing.T) {
	s, store, c := meet(t, zalotest.Options{})
	store.token.ExpiresAt = time.Time{}
	before := store.token
	s.FailTokens(2, zalotest.BadGateway(false)) // the call and its one repetition
	err := c.EnsureToken(t.Context())
	if err == nil || errors.Is(err, zalo.ErrConsentNeeded) || store.token != before {
		t.Fatalf("EnsureToken = %v, pair changed: %v", err, store.token != before)
	}
	s.FailTokens(1, zalotest.BadGateway(false))
	if err := c.EnsureToken(t.Context()); err != nil {
		t.Errorf("one bad gateway: %v", err)
	}
	store.token.ExpiresAt = time.Time{}
	s.FailTokens(1, zalotest.Refuse(-14004))
	if err := c.EnsureToken(t.Context()); err == nil || errors.Is(err, zalo.ErrConsentNeeded) {
		t.Errorf("wrong secret: %v", err)
	}
	if err := c.EnsureToken(t.Context()); err != nil {
		t.Errorf("after the secret was put right: %v", err)
	}
}

func TestLostRefreshAnswerNeedsConsent(t *testing.T) {
	s, store, c := meet(t, zalotest.Options{})
	store.token.ExpiresAt = time.Time{}
	s.FailTokens(1, zalotest.BadGateway(true)) // the pair changed, we never saw it
	if err := c.EnsureToken(t.Context()); !errors.Is(err, zalo.ErrConsentNeeded) {
		t.Errorf("EnsureToken = %v, want ErrConsentNeeded", err)
	}
}

func TestUnsavedPairServesAndAlarms(t *testing.T) {
	s, store, c := meet(t, zalotest.Options{})
	store.token.ExpiresAt = time.Time{}
	store.fail(errors.New("disk full"))
	if err := c.EnsureToken(t.Context()); !errors.Is(err, zalo.ErrTokenUnsaved) {
		t.Fatalf("EnsureToken = %v, want ErrTokenUnsaved", err)
	}
	if _, err := c.SendText(t.Context(), hoa, text, nil); err != nil {
		t.Errorf("with the pair in memory: %v", err)
	}
	store.fail(nil)
	if err := c.EnsureToken(t.Context()); err != nil || store.token.RefreshToken != s.Token().RefreshToken {
		t.Errorf("after the disk was emptied: %v, saved: %v", err, store.token.RefreshToken == s.Token().RefreshToken)
	}
}

func TestUnsavedPairGivesWayToANewConsent(t *testing.T) {
	s, store, c := meet(t, zalotest.Options{})
	store.token.ExpiresAt = time.Time{}
	store.fail(errors.New("disk full"))
	if err := c.EnsureToken(t.Context()); !errors.Is(err, zalo.ErrTokenUnsaved) {
		t.Fatal(err)
	}
	store.fail(nil)
	store.token = s.Consent()
	want := store.token
	if err := c.EnsureToken(t.Context()); err != nil || store.token != want {
		t.Errorf("EnsureToken = %v, consent overwritten: %v", err, store.token != want)
	}
	if _, err := c.SendText(t.Context(), hoa, text, nil); err != nil {
		t.Error(err)
	}
}

func TestCancelledCallerDoesNotLoseThePair(t *testing.T) {
	s, store, _ := meet(t, zalotest.Options{})
	ctx, cancel := context.WithCancel(t.Context())
	host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		cancel() // while the refresh is on its way
		s.ServeHTTP(w, r)
	}))
	t.Cleanup(host.Close)
	store.token.ExpiresAt = time.Time{}
	if err := zalo.NewClient(s.ConfigAt(host.URL), store).EnsureToken(ctx); err != nil {
		t.Fatal(err)
	}
	if store.token.RefreshToken != s.Token().RefreshToken {
		t.Error("the new pair was not stored")
	}
}

func TestOddTokenAnswers(t *testing.T) {
	for name, tc := range map[string]struct {
		answer      string
		wantRefresh string
		wantLife    time.Duration
	}{
		"no refresh token keeps the stored one": {`{"access_token":"A","expires_in":"3600"}`, "old", time.Hour},
		"a number":                              {`{"access_token":"A","refresh_token":"R","expires_in":3600}`, "R", time.Hour},
		"rubbish":                               {`{"access_token":"A","refresh_token":"R","expires_in":"soon","error":"0"}`, "R", 25 * time.Hour},
		"too long":                              {`{"access_token":"A","refresh_token":"R","expires_in":"999999999"}`, "R", 25 * time.Hour},
	} {
		t.Run(name, func(t *testing.T) {
			now := newClock()
			host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, tc.answer) }))
			t.Cleanup(host.Close)
			store := newShelf(zalo.Token{RefreshToken: "old"})
			if err := zalo.NewClient(zalo.Config{OAuthURL: host.URL, Now: now.Now}, store).EnsureToken(t.Context()); err != nil {
				t.Fatal(err)
			}
			want := zalo.Token{AccessToken: "A", RefreshToken: tc.wantRefresh, ExpiresAt: now.Now().Add(tc.wantLife)}
			if store.token != want {
				t.Errorf("stored %+v, want %+v", store.token, want)
			}
		})
	}
}

func TestProofVectors(t *testing.T) {
	var file struct {
		Proof struct {
			Vectors []struct {
				Secret string `json:"app_secret"`
				Token  string `json:"access_token"`
				Want   string `json:"expected_appsecret_proof"`
			} `json:"vectors"`
		} `json:"appsecret_proof"`
	}
	data, err := os.ReadFile("testdata/proof-vectors.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	if len(file.Proof.Vectors) == 0 {
		t.Fatal("no vectors")
	}
	for _, v := range file.Proof.Vectors {
		if got := zalo.Proof(v.Secret, v.Token); got != v.Want {
			t.Errorf("Proof(%s) = %s, want %s", v.Token, got, v.Want)
		}
	}
}
