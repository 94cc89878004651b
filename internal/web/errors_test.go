package web

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"testing"

	"github.com/gofiber/fiber/v2"
	"github.com/google/go-cmp/cmp"

	"phatngon/internal/desk"
	"phatngon/internal/zalo"
)

func TestExplain(t *testing.T) {
	tests := []struct {
		err    error
		status int
		detail string // "" = any
	}{
		{&desk.InvalidError{Field: "unit", Text: "Xin chọn đơn vị."}, 422, "Xin chọn đơn vị."},
		{fieldErrors{"q": "x"}, 422, ""},
		{&desk.RuleError{Text: "Không được tự duyệt."}, 403, "Không được tự duyệt."},
		{desk.ErrForbidden, 403, ""},
		{fmt.Errorf("load statement PN-1: %w", desk.ErrNotFound), 404, ""},
		{desk.ErrConflict, 409, ""},
		{zalo.ErrSignature, 401, ""},
		{errSignedOut, 401, ""},
		{errTooMany, 429, ""},
		{errMalformed, 400, ""},
		{fmt.Errorf("%w: %w", errNotStored, &desk.InvalidError{}), 503, ""}, // whatever the reason: send again
		{fmt.Errorf("find: %w", context.DeadlineExceeded), 503, ""},
		{&zalo.APIError{Retry: zalo.Never}, 401, ""},
		{&zalo.APIError{Retry: zalo.Backoff}, 503, ""},
		{fiber.ErrNotFound, 404, ""},
		{fiber.ErrMethodNotAllowed, 405, ""},
		{fiber.ErrRequestEntityTooLarge, 413, ""},
		{fiber.ErrBadGateway, 500, ""},
		{fs.ErrPermission, 500, ""},
	}
	for _, tt := range tests {
		p := explain(tt.err)
		if p.Status != tt.status || p.Title == "" || p.Detail == "" || tt.detail != "" && p.Detail != tt.detail {
			t.Errorf("explain(%v) = %+v, want %d %s", tt.err, p, tt.status, tt.detail)
		}
	}
}

func TestAnUnknownErrorTellsNothing(t *testing.T) {
	got, other := explain(errors.New("dial tcp 10.0.0.7:27017: password of nguyenvana")), explain(io.ErrUnexpectedEOF)
	if diff := cmp.Diff(other, got); diff != "" {
		t.Errorf("two unknown errors are told apart\n%s", diff)
	}
}

func TestALimitIsPerAddressBehindAProxy(t *testing.T) {
	h := newHouse(t, nil)
	try := func(forwarded string) int {
		return h.call("POST", "/api/v1/session", `{}`, "X-Forwarded-For", forwarded).status
	}
	for i := range 60 {
		if status := try(fmt.Sprintf("198.51.100.%d, 203.0.113.5", i)); status != 422 { // what a client puts in front does not count
			t.Fatalf("attempt %d: status %d", i+1, status)
		}
	}
	if status := try("198.51.100.99, 203.0.113.5"); status != 429 {
		t.Errorf("status %d, want 429", status)
	}
	if status := try("203.0.113.6"); status != 422 {
		t.Errorf("another address: status %d", status)
	}
}

func TestADeadlineIsSet(t *testing.T) {
	h := newHouse(t, func(d *Deps) {
		d.MountAdmin = func(r fiber.Router) {
			r.Get("/admin/late", func(c *fiber.Ctx) error {
				if _, ok := c.UserContext().Deadline(); !ok {
					return errors.New("no deadline")
				}
				return context.DeadlineExceeded
			})
		}
	})
	if a := h.get("/admin/late").wantStatus(t, 503); a.header.Get("Retry-After") == "" {
		t.Error("no Retry-After")
	}
}
