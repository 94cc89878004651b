package admintest

import (
	"context"
	"html"
	"io"
	"maps"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"regexp"
	"strings"
	"time"
)

// Browser is one person's: cookies, redirects followed, the page last seen.
type Browser struct {
	*Office
	client *http.Client
	Status int
	Path   string
	Body   string
}

// Browser is somebody who is not signed in.
func (o *Office) Browser() *Browser {
	jar, err := cookiejar.New(nil)
	if err != nil {
		o.Fatal(err)
	}
	return &Browser{Office: o, client: &http.Client{Jar: jar, Timeout: 20 * time.Second}}
}

// SignedIn is the browser of an officer at the queue.
func (o *Office) SignedIn(email string) *Browser {
	o.Helper()
	b := o.Browser()
	b.Get("/admin/login")
	b.Submit("/admin/login", url.Values{"email": {email}, "password": {Password}})
	if b.Path == "/admin/login" || b.Status != http.StatusOK {
		o.Fatalf("login of %s ended at %s with %d", email, b.Path, b.Status)
	}
	b.Get("/admin/")
	return b
}

// Get opens a page.
func (b *Browser) Get(path string) {
	b.Helper()
	request, err := http.NewRequest(http.MethodGet, b.URL+path, nil)
	if err != nil {
		b.Fatal(err)
	}
	b.Send(request)
}

// Submit sends the form of the page seen last that leads to action, with its
// Hidden fields and what is typed.
func (b *Browser) Submit(action string, typed url.Values) {
	b.Helper()
	hidden := b.Hidden(action)
	maps.Copy(hidden, typed)
	b.Post(action, hidden, nil)
}

// Post sends a form.
func (b *Browser) Post(path string, values url.Values, headers map[string]string) {
	b.Helper()
	request, err := http.NewRequest(http.MethodPost, b.URL+path, strings.NewReader(values.Encode()))
	if err != nil {
		b.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	request.Header.Set("Origin", b.URL)
	for name, value := range headers {
		request.Header.Set(name, value)
	}
	b.Send(request)
}

// Send sends anything.
func (b *Browser) Send(request *http.Request) {
	b.Helper()
	response, err := b.client.Do(request)
	if err != nil {
		b.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		b.Fatal(err)
	}
	b.Status, b.Path, b.Body = response.StatusCode, response.Request.URL.Path, string(body)
}

// Stream opens what goes on until it is closed, or ctx ends.
func (b *Browser) Stream(ctx context.Context, path string) *http.Response {
	b.Helper()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, b.URL+path, nil)
	if err != nil {
		b.Fatal(err)
	}
	response, err := (&http.Client{Jar: b.client.Jar}).Do(request)
	if err != nil {
		b.Fatal(err)
	}
	return response
}

var (
	forms  = regexp.MustCompile(`(?s)<form[^>]* action="([^"]+)"[^>]*>(.*?)</form>`)
	hidden = regexp.MustCompile(`<input type="hidden" name="([^"]+)" value="([^"]*)"`)
)

// Hidden are the hidden fields of the form that leads to action.
func (b *Browser) Hidden(action string) url.Values {
	b.Helper()
	for _, form := range forms.FindAllStringSubmatch(b.Body, -1) {
		if html.UnescapeString(form[1]) != action {
			continue
		}
		values := url.Values{}
		for _, field := range hidden.FindAllStringSubmatch(form[2], -1) {
			values.Set(field[1], html.UnescapeString(field[2]))
		}
		return values
	}
	b.Fatalf("no form leads to %s on %s (%d)", action, b.Path, b.Status)
	return nil
}

// Value is what the field of that name holds as the page shows it.
func (b *Browser) Value(name string) string {
	b.Helper()
	m := regexp.MustCompile(`<input [^>]*name="` + name + `"[^>]* value="([^"]*)"`).FindStringSubmatch(b.Body)
	if m == nil {
		b.Fatalf("no field %s on %s (%d)", name, b.Path, b.Status)
	}
	return html.UnescapeString(m[1])
}

// Sees fails unless the page answered with status and holds each text.
func (b *Browser) Sees(status int, texts ...string) {
	b.Helper()
	if b.Status != status {
		b.Errorf("%s answered %d, want %d", b.Path, b.Status, status)
	}
	for _, text := range texts {
		if !strings.Contains(html.UnescapeString(b.Body), text) {
			b.Errorf("%s lacks %q", b.Path, text)
		}
	}
}

// SeesNot fails when the page holds one of the texts.
func (b *Browser) SeesNot(texts ...string) {
	b.Helper()
	for _, text := range texts {
		if strings.Contains(html.UnescapeString(b.Body), text) {
			b.Errorf("%s shows %q", b.Path, text)
		}
	}
}
