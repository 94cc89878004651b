package admin

import "context"

// SignedIn reports whether a request's cookies hold a session, before any of its
// body is read.
func (d Deps) SignedIn(ctx context.Context, cookie func(name string) string) bool {
	p := &panel{Deps: d}
	token := cookie(p.sessionCookie())
	if token == "" {
		return false
	}
	_, _, err := d.Flow.Session(ctx, token)
	return err == nil
}
