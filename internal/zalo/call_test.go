package zalo_test

import (
	"context"
	"errors"
	"net/http"
	"testing"
	"time"

	"phatngon/internal/zalo"
	"phatngon/internal/zalo/zalotest"
)

// watched is a client whose calls are kept.
func watched(t *testing.T, o zalotest.Options) (*zalotest.Server, *zalo.Client, *[]zalo.Call) {
	t.Helper()
	o.Retries = []time.Duration{}
	s := zalotest.New(o)
	t.Cleanup(s.Close)
	s.Say("hoa", "chào")
	var calls []zalo.Call
	c := s.Config()
	c.Observe = func(one zalo.Call) { calls = append(calls, one) }
	return s, zalo.NewClient(c, newShelf(s.Token())), &calls
}

func TestAFailureThatSaysNothingOfTheCallIsAnOutage(t *testing.T) {
	for _, tc := range []struct {
		name  string
		fault zalotest.Fault
		want  bool
	}{
		{"no connection", zalotest.Unreachable(), true},
		{"a broken gate", zalotest.BadGateway(false), true},
		{"an empty answer", zalotest.EmptyAnswer(false), true},
		{"too many calls", zalotest.Refuse(-32), true},
		{"the package is too low", zalotest.Refuse(-224), true},
		{"sending failed", zalotest.Refuse(-200), false},
		{"an unknown code", zalotest.Refuse(-9999), false},
		{"quota used up", zalotest.Refuse(-211), false},
		{"outside the window", zalotest.Refuse(-230), false},
		{"against the standards", zalotest.Refuse(-248), false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			s, c, calls := watched(t, zalotest.Options{})
			s.Down(tc.fault)
			_, err := c.SendText(t.Context(), hoa, text, nil)
			var refused *zalo.APIError
			if !errors.As(err, &refused) || refused.Outage() != tc.want {
				t.Errorf("%v: outage %v, want %v", err, !tc.want, tc.want)
			}
			if len(*calls) != 1 || (*calls)[0].Err == nil || !(*calls)[0].Sends {
				t.Errorf("told of %+v", *calls)
			}
			s.Down(zalotest.Fault{})
			if _, err := c.SendText(t.Context(), hoa, text, nil); err != nil {
				t.Errorf("after it: %v", err)
			}
		})
	}
}

func TestAGatesRefusalIsAnOutageOnlyWhereItIsNotOfTheMessage(t *testing.T) {
	for status, want := range map[int]bool{429: true, 408: true, 500: true, 503: true, 302: true, 400: false, 403: false, 413: false} {
		c := zalo.NewClient(zalo.Config{HTTP: &http.Client{Transport: gate(status)}}, newShelf(zalo.Token{AccessToken: "a", ExpiresAt: time.Now().Add(time.Hour)}))
		_, err := c.SendText(t.Context(), hoa, text, nil)
		var refused *zalo.APIError
		if !errors.As(err, &refused) || refused.Outage() != want {
			t.Errorf("status %d: outage %v, want %v", status, !want, want)
		}
	}
}

// gate answers with its number.
type gate int

func (g gate) RoundTrip(r *http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: int(g), Header: http.Header{}, Body: http.NoBody, Request: r}, nil
}

func TestWhoGivesUpIsNoOutage(t *testing.T) {
	_, c, _ := watched(t, zalotest.Options{})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := c.SendText(ctx, hoa, text, nil)
	var refused *zalo.APIError
	if errors.As(err, &refused) && refused.Outage() {
		t.Errorf("%v counts as an outage", err)
	}
}

func TestCallsTellWhatZalosHeadersAndQuotaSay(t *testing.T) {
	at := time.Date(2026, 11, 28, 7, 0, 0, 0, time.UTC)
	s, c, calls := watched(t, zalotest.Options{RequestsPerMinute: 10, Now: func() time.Time { return at }})
	if _, err := c.SendText(t.Context(), hoa, text, nil); err != nil {
		t.Fatal(err)
	}
	at = at.Add(20 * time.Hour)
	s.ExpireToken()
	if _, err := c.OA(t.Context()); err != nil { // refused for its token, and made again
		t.Fatal(err)
	}
	at = at.Add(40 * time.Hour)
	if _, err := c.SendText(t.Context(), hoa, text, nil); err != nil { // outside the free 48 hours
		t.Fatal(err)
	}
	got := *calls
	if len(got) != 4 {
		t.Fatalf("told of %d calls: %+v", len(got), got)
	}
	if first := got[0]; !first.Sends || first.Limit != 10 || first.Remain != 9 || first.PaidTotal != 0 || first.Err != nil {
		t.Errorf("first %+v", first)
	}
	if got[1].Err == nil || !got[1].Repeated || got[2].Err != nil || got[2].Sends {
		t.Errorf("a replaced token: %+v, %+v", got[1], got[2])
	}
	if last := got[3]; last.PaidTotal != 500 || last.PaidRemain != 499 {
		t.Errorf("a paid message: %+v", last)
	}
}

func TestATokenThatZaloHasRevokedIsToldThoughItsTimeIsNotOver(t *testing.T) {
	s, c, calls := watched(t, zalotest.Options{})
	s.RevokeTokens()
	_, err := c.SendText(t.Context(), hoa, text, nil)
	var refused *zalo.APIError
	if !errors.Is(err, zalo.ErrConsentNeeded) || !errors.As(err, &refused) || !refused.Outage() {
		t.Errorf("send: %v", err)
	}
	if last := (*calls)[len(*calls)-1]; !errors.Is(last.Err, zalo.ErrConsentNeeded) || last.Repeated {
		t.Errorf("told of %+v", last)
	}
	if err := c.EnsureToken(t.Context()); !errors.Is(err, zalo.ErrConsentNeeded) {
		t.Errorf("the token is said to be good: %v", err)
	}
}
