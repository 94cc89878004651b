package edge

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"phatngon/internal/desk"
)

func TestAnErrorMeansTheSameHoweverItIsWrapped(t *testing.T) {
	for name, c := range map[string]struct {
		err    error
		kind   Kind
		status int
		text   string
	}{
		"a field":              {&desk.InvalidError{Field: "title", Text: "Vui lòng nhập tiêu đề."}, Invalid, 422, "Vui lòng nhập tiêu đề."},
		"a rule, forbidden":    {&desk.RuleError{Text: "Không tự duyệt."}, Ruled, 403, "Không tự duyệt."},
		"not for this person":  {desk.ErrForbidden, Forbidden, 403, ""},
		"not there":            {desk.ErrNotFound, Missing, 404, ""},
		"somebody was faster":  {desk.ErrConflict, Conflict, 409, ""},
		"took too long":        {context.DeadlineExceeded, Late, 503, ""},
		"anything else is 500": {errors.New("disk on fire"), Broken, 500, ""},
	} {
		t.Run(name, func(t *testing.T) {
			err := fmt.Errorf("save: %w", c.err)
			if kind := KindOf(err); kind != c.kind || kind.Status() != c.status || TextOf(err) != c.text {
				t.Errorf("got %d, %d, %q; want %d, %d, %q", kind, kind.Status(), TextOf(err), c.kind, c.status, c.text)
			}
		})
	}
}
