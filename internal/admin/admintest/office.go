// Package admintest is the panel over everything below it, and browsers to use it.
package admintest

import (
	"context"
	"html"
	"io"
	"log/slog"
	"maps"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/admin"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/routing"
	"phatngon/internal/flow"
	"phatngon/internal/queue"
	"phatngon/internal/store"
	"phatngon/internal/zalo/zalotest"
	"phatngon/knowledge"
)

// Password of every officer of an Office.
const Password = "mot-mat-khau-dai"

// Office is the whole product below the panel, on an embedded store, and the
// panel listening on a port of its own.
type Office struct {
	*testing.T
	Flow *flow.Flow
	App  *fiber.App
	URL  string
}

// New opens an office with four officers; change adapts what the panel gets.
func New(t *testing.T, change func(*admin.Deps)) *Office {
	t.Helper()
	s, err := store.OpenEmbedded(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	zalo := httptest.NewServer(zalotest.New(zalotest.Options{}))
	t.Cleanup(zalo.Close)
	units, log := routing.DefaultRegistry(), slog.New(slog.DiscardHandler)
	f := &flow.Flow{
		Store: s, Units: units, Calendar: calendar.DefaultCalendar(), PublicURL: "https://phatngon.example", Now: time.Now, Log: log,
		Base:  knowledge.NewBase(knowledge.Options{UnitName: units.Name, Places: units.PlacesNamed, PublicURL: "https://phatngon.example"}),
		Inbox: queue.New(s, "inbox", queue.Options{Logger: log}), Outbox: queue.New(s, "outbox", queue.Options{Logger: log}),
	}
	d := admin.Deps{Flow: f, Store: s, Inbox: f.Inbox, Outbox: f.Outbox, Units: units, Log: log}
	if change != nil {
		change(&d)
	}
	app := fiber.New(fiber.Config{DisableStartupMessage: true})
	admin.Mount(app, d)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go func() { _ = app.Listener(l) }()
	t.Cleanup(func() { _ = app.Shutdown() })
	o := &Office{T: t, Flow: f, App: app, URL: "http://" + l.Addr().String()}
	o.Hire("quantri@th.vn", people.RoleAdmin, routing.ProvinceOffice)
	o.Hire("canbo@th.vn", people.RoleOperator, "TH-YT")
	o.Hire("phatngon@th.vn", people.RoleSpokesperson, "TH-YT")
	o.Hire("noikhac@th.vn", people.RoleOperator, "TH-XD")
	return o
}

// hash is computed once: hashing is slow on purpose.
var hash = sync.OnceValue(func() string { return flow.HashPassword(Password) })

// Hire adds an officer.
func (o *Office) Hire(email string, role people.Role, unit string) {
	o.Helper()
	officer := people.Officer{
		ID: "officer-" + email, Email: email, Name: "Người " + email, Position: "Chức vụ " + email,
		Role: role, Unit: unit, PasswordHash: hash(), CreatedAt: time.Now(),
	}
	if err := o.Flow.Store.InsertOfficer(context.Background(), &officer); err != nil {
		o.Fatal(err)
	}
}

// Ask files a request of a reporter with the unit of health.
func (o *Office) Ask(question string) string {
	o.Helper()
	ctx := context.Background()
	who := people.Requester{
		ID: "oa:1234567890", AppUserID: "oa:1234567890", OAUserID: "1234567890", Kind: people.ReporterVerified,
		Newsroom: "Báo Thanh Hóa", DisplayName: "Lê Bí Mật", LastInteraction: time.Now(),
	}
	if _, err := o.Flow.Store.Requester(ctx, who.ID); err != nil {
		if err := o.Flow.Store.InsertRequester(ctx, &who); err != nil {
			o.Fatal(err)
		}
	}
	r, err := o.Flow.File(ctx, who, flow.Filing{
		Source: "event:" + question, Channel: "zalo", Question: question, Unit: "TH-YT",
		Context: []request.Line{{At: time.Now(), From: "requester", Text: question}},
	})
	if err != nil {
		o.Fatal(err)
	}
	return r.Code
}

// Request is the stored request.
func (o *Office) Request(code string) request.Request {
	o.Helper()
	r, err := o.Flow.Store.Request(context.Background(), code)
	if err != nil {
		o.Fatal(err)
	}
	return r
}

// Browser is one person's: cookies, redirects followed, the page last seen.
type Browser struct {
	*Office
	client *http.Client
	Status int
	Path   string
	Body   string
}

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
	if b.Path != "/admin/" {
		o.Fatalf("login of %s ended at %s with %d", email, b.Path, b.Status)
	}
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

var (
	forms  = regexp.MustCompile(`(?s)<form[^>]* action="([^"]+)"[^>]*>(.*?)</form>`)
	hidden = regexp.MustCompile(`<input type="hidden" name="([^"]+)" value="([^"]*)"`)
)

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

// Officer is an officer by e-mail.
func (o *Office) Officer(email string) people.Officer {
	o.Helper()
	officer, err := o.Flow.Store.OfficerByEmail(context.Background(), email)
	if err != nil {
		o.Fatal(err)
	}
	return officer
}
