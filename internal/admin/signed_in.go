package admin

import (
	"context"

	"phatngon/internal/admin/door"
)

// SignedIn reports whether a request's cookies hold a session, before any of its
// body is read.
func (d Deps) SignedIn(ctx context.Context, cookie func(name string) string) bool {
	token := cookie(door.SessionCookie(d.Secure))
	if token == "" {
		return false
	}
	_, _, err := d.Flow.Access.Session(ctx, token)
	return err == nil
}
