package admin_test

import (
	"bytes"
	"context"
	"fmt"
	"mime/multipart"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"phatngon/internal/admin/admintest"
)

// TestTheMatrixHoldsOverHTTP tries every row as every actor: those who enter get their page
// or take the step, all others are refused and change nothing.
func TestTheMatrixHoldsOverHTTP(t *testing.T) {
	w := newWorld(t)
	for _, r := range matrix {
		marks := strings.ReplaceAll(r.who, " ", "")
		if len(marks) != len(actors) {
			t.Fatalf("%s %q has %d marks, want %d", r.route, r.about, len(marks), len(actors))
		}
		var on *target // made anew after each step that was taken
		for _, entering := range []bool{false, true} {
			for i, mark := range marks {
				if (mark == enters) != entering {
					continue
				}
				if on == nil || entering && strings.HasPrefix(r.route, "POST") {
					made := r.on(w)
					on = &made
				}
				w.try(r, *on, i, mark)
			}
		}
	}
}

// try does what a row says as one actor.
func (w *world) try(r right, on target, actor int, mark rune) {
	w.Helper()
	who, before := actors[actor], on.fingerprint()
	b := w.browser(actor)
	w.send(b, r.route, on)
	want := map[rune]int{enters: http.StatusOK, refused: http.StatusForbidden, unseen: http.StatusNotFound}[mark]
	if b.Status != want {
		w.Errorf("%s (%s) as %s %s of %s: %d at %s, want %d %s", r.route, r.about, who.email, who.role, who.unit, b.Status, b.Path, want, said(b.Body))
	}
	if mark == enters && strings.HasPrefix(b.Path, "/admin/login") && !strings.Contains(r.route, "logout") && !strings.Contains(r.route, "password") {
		w.Errorf("%s (%s) as %s ended at the login", r.route, r.about, who.email)
	}
	if after := on.fingerprint(); mark != enters && after != before {
		w.Errorf("%s (%s) as %s: refused, and yet it changed from %s to %s", r.route, r.about, who.email, before, after)
	}
	if strings.HasSuffix(r.route, "/logout") || strings.HasSuffix(r.route, "/account/password") {
		w.browsers[actor] = nil
	}
}

// said is what an error page says, for the message of a failed test.
func said(page string) string {
	_, rest, found := strings.Cut(page, `role="alert"`)
	if !found {
		return ""
	}
	text, _, _ := strings.Cut(rest, "</p>")
	return text
}

// address puts the parts of a target into a route's path.
func (on target) address(route string) string {
	_, path, _ := strings.Cut(route, " ")
	for name, value := range on.params {
		path = strings.ReplaceAll(path, ":"+name, url.PathEscape(value))
	}
	path = strings.ReplaceAll(path, "*", "khong-co")
	if on.search != "" {
		path += "?" + on.search
	}
	return path
}

// send sends what a row is about, with the form's token and the document's version.
func (w *world) send(b *admintest.Browser, route string, on target) {
	w.Helper()
	at := on.address(route)
	if on.endless {
		ctx, leave := context.WithCancel(w.Context())
		response := b.Stream(ctx, at)
		leave()
		b.Status, b.Path, b.Body = response.StatusCode, response.Request.URL.Path, ""
		return
	}
	if strings.HasPrefix(route, "GET") {
		b.Get(at)
		return
	}
	form := url.Values{}
	for name, values := range on.form {
		w.n++
		form[name] = []string{strings.ReplaceAll(values[0], "{n}", fmt.Sprint(w.n))}
	}
	form.Set("csrf", w.token(b))
	if on.fileName == "" {
		b.Post(at, form, nil)
		return
	}
	w.upload(b, at, form, on)
}

func (w *world) upload(b *admintest.Browser, at string, form url.Values, on target) {
	w.Helper()
	var body bytes.Buffer
	parts := multipart.NewWriter(&body)
	for name := range form {
		_ = parts.WriteField(name, form.Get(name))
	}
	part, err := parts.CreateFormFile("file", on.fileName)
	if err != nil {
		w.Fatal(err)
	}
	_, _ = part.Write(on.fileData)
	_ = parts.Close()
	request, err := http.NewRequest(http.MethodPost, b.URL+at, &body)
	if err != nil {
		w.Fatal(err)
	}
	request.Header.Set("Content-Type", parts.FormDataContentType())
	request.Header.Set("Origin", b.URL)
	b.Send(request)
}

// token is what the forms of a browser's session carry.
func (w *world) token(b *admintest.Browser) string {
	w.Helper()
	if w.tokens[b] == "" {
		b.Get("/admin/account")
		w.tokens[b] = b.Hidden("/admin/logout").Get("csrf")
	}
	return w.tokens[b]
}

// browser is an actor's, signed in.
func (w *world) browser(actor int) *admintest.Browser {
	if w.browsers[actor] == nil {
		w.browsers[actor] = w.SignedIn(actors[actor].email)
	}
	return w.browsers[actor]
}
