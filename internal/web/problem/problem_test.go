package problem

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
	"phatngon/internal/zalo/webhook"
)

func TestExplain(t *testing.T) {
	tests := []struct {
		err    error
		status int
		detail string // "" = any
	}{
		{&desk.InvalidError{Field: "unit", Text: "Xin chọn đơn vị."}, 422, "Xin chọn đơn vị."},
		{Fields{"q": "x"}, 422, ""},
		{&desk.RuleError{Text: "Không được tự duyệt."}, 409, "Không được tự duyệt."},
		{desk.ErrForbidden, 403, ""},
		{fmt.Errorf("load statement PN-1: %w", desk.ErrNotFound), 404, ""},
		{desk.ErrConflict, 409, ""},
		{webhook.ErrSignature, 401, ""},
		{ErrSignedOut, 401, ""},
		{ErrTooMany, 429, ""},
		{ErrMalformed, 400, ""},
		{fmt.Errorf("%w: %w", ErrNotStored, &desk.InvalidError{}), 503, ""}, // whatever the reason: send again
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
		p := Explain(tt.err)
		if p.Status != tt.status || p.Title == "" || p.Detail == "" || tt.detail != "" && p.Detail != tt.detail {
			t.Errorf("Explain(%v) = %+v, want %d %s", tt.err, p, tt.status, tt.detail)
		}
	}
}

func TestAnUnknownErrorTellsNothing(t *testing.T) {
	got, other := Explain(errors.New("dial tcp 10.0.0.7:27017: password of nguyenvana")), Explain(io.ErrUnexpectedEOF)
	if diff := cmp.Diff(other, got); diff != "" {
		t.Errorf("two unknown errors are told apart\n%s", diff)
	}
}
