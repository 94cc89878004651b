package admin

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

const password = "mot-mat-khau-dai"

// office is the whole product below the panel, on an embedded store, and the
// panel listening on a port of its own.
type office struct {
	*testing.T
	flow *flow.Flow
	app  *fiber.App
	url  string
}

func newOffice(t *testing.T, change func(*Deps)) *office {
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
	d := Deps{Flow: f, Store: s, Inbox: f.Inbox, Outbox: f.Outbox, Units: units, Log: log}
	if change != nil {
		change(&d)
	}
	app := fiber.New(fiber.Config{DisableStartupMessage: true})
	Mount(app, d)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go func() { _ = app.Listener(l) }()
	t.Cleanup(func() { _ = app.Shutdown() })
	o := &office{T: t, flow: f, app: app, url: "http://" + l.Addr().String()}
	o.hire("quantri@th.vn", people.RoleAdmin, routing.ProvinceOffice)
	o.hire("canbo@th.vn", people.RoleOperator, "TH-YT")
	o.hire("phatngon@th.vn", people.RoleSpokesperson, "TH-YT")
	o.hire("noikhac@th.vn", people.RoleOperator, "TH-XD")
	return o
}

// hash is computed once: hashing is slow on purpose.
var hash = sync.OnceValue(func() string { return flow.HashPassword(password) })

func (o *office) hire(email string, role people.Role, unit string) {
	o.Helper()
	officer := people.Officer{
		ID: "officer-" + email, Email: email, Name: "Người " + email, Position: "Chức vụ " + email,
		Role: role, Unit: unit, PasswordHash: hash(), CreatedAt: time.Now(),
	}
	if err := o.flow.Store.InsertOfficer(context.Background(), &officer); err != nil {
		o.Fatal(err)
	}
}

// ask files a request of a reporter with the unit of health.
func (o *office) ask(question string) string {
	o.Helper()
	ctx := context.Background()
	who := people.Requester{
		ID: "oa:1234567890", AppUserID: "oa:1234567890", OAUserID: "1234567890", Kind: people.ReporterVerified,
		Newsroom: "Báo Thanh Hóa", DisplayName: "Lê Bí Mật", LastInteraction: time.Now(),
	}
	if _, err := o.flow.Store.Requester(ctx, who.ID); err != nil {
		if err := o.flow.Store.InsertRequester(ctx, &who); err != nil {
			o.Fatal(err)
		}
	}
	r, err := o.flow.File(ctx, who, flow.Filing{
		Source: "event:" + question, Channel: "zalo", Question: question, Unit: "TH-YT",
		Context: []request.Line{{At: time.Now(), From: "requester", Text: question}},
	})
	if err != nil {
		o.Fatal(err)
	}
	return r.Code
}

func (o *office) request(code string) request.Request {
	o.Helper()
	r, err := o.flow.Store.Request(context.Background(), code)
	if err != nil {
		o.Fatal(err)
	}
	return r
}

// browser is one person's: cookies, redirects followed, the page last seen.
type browser struct {
	*office
	client *http.Client
	status int
	path   string
	body   string
}

func (o *office) browser() *browser {
	jar, err := cookiejar.New(nil)
	if err != nil {
		o.Fatal(err)
	}
	return &browser{office: o, client: &http.Client{Jar: jar, Timeout: 20 * time.Second}}
}

// signedIn is the browser of an officer at the queue.
func (o *office) signedIn(email string) *browser {
	o.Helper()
	b := o.browser()
	b.get("/admin/login")
	b.submit("/admin/login", url.Values{"email": {email}, "password": {password}})
	if b.path != "/admin/" {
		o.Fatalf("login of %s ended at %s with %d", email, b.path, b.status)
	}
	return b
}

func (b *browser) get(path string) {
	b.Helper()
	request, err := http.NewRequest(http.MethodGet, b.url+path, nil)
	if err != nil {
		b.Fatal(err)
	}
	b.send(request)
}

// submit sends the form of the page seen last that leads to action, with its
// hidden fields and what is typed.
func (b *browser) submit(action string, typed url.Values) {
	b.Helper()
	hidden := b.hidden(action)
	maps.Copy(hidden, typed)
	b.post(action, hidden, nil)
}

func (b *browser) post(path string, values url.Values, headers map[string]string) {
	b.Helper()
	request, err := http.NewRequest(http.MethodPost, b.url+path, strings.NewReader(values.Encode()))
	if err != nil {
		b.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	request.Header.Set("Origin", b.url)
	for name, value := range headers {
		request.Header.Set(name, value)
	}
	b.send(request)
}

func (b *browser) send(request *http.Request) {
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
	b.status, b.path, b.body = response.StatusCode, response.Request.URL.Path, string(body)
}

var (
	forms  = regexp.MustCompile(`(?s)<form[^>]* action="([^"]+)"[^>]*>(.*?)</form>`)
	hidden = regexp.MustCompile(`<input type="hidden" name="([^"]+)" value="([^"]*)"`)
)

func (b *browser) hidden(action string) url.Values {
	b.Helper()
	for _, form := range forms.FindAllStringSubmatch(b.body, -1) {
		if html.UnescapeString(form[1]) != action {
			continue
		}
		values := url.Values{}
		for _, field := range hidden.FindAllStringSubmatch(form[2], -1) {
			values.Set(field[1], html.UnescapeString(field[2]))
		}
		return values
	}
	b.Fatalf("no form leads to %s on %s (%d)", action, b.path, b.status)
	return nil
}

// sees fails unless the page answered with status and holds each text.
func (b *browser) sees(status int, texts ...string) {
	b.Helper()
	if b.status != status {
		b.Errorf("%s answered %d, want %d", b.path, b.status, status)
	}
	for _, text := range texts {
		if !strings.Contains(html.UnescapeString(b.body), text) {
			b.Errorf("%s lacks %q", b.path, text)
		}
	}
}

func (b *browser) seesNot(texts ...string) {
	b.Helper()
	for _, text := range texts {
		if strings.Contains(html.UnescapeString(b.body), text) {
			b.Errorf("%s shows %q", b.path, text)
		}
	}
}
