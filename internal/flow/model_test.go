package flow_test

import (
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/admin"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/publication"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/routing"
	"phatngon/internal/flow"
	"phatngon/internal/flow/access"
	"phatngon/internal/flow/password"
	"phatngon/internal/flow/requests"
	"phatngon/internal/queue"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/statement"
)

// modelRequest and modelStatement are what the model knows: states of the tables, and
// whose words they are.
type modelRequest struct {
	code, unit, draftBy string
	outcomeBy           string // who last made the draft a refusal, or an answer again
	state               request.State
	version             int64
	revision            int
	refuses             bool // the draft says that nothing is given
}

type modelStatement struct {
	code, creator, savedBy string
	status                 statement.Status
	proposed               bool
	version                int64
}

// panel is the real panel without a network, and the model beside it.
type panel struct {
	t          *testing.T
	store      *store.Store
	flow       *flow.Flow
	app        *fiber.App
	random     *rand.Rand
	officers   []people.Officer
	cookies    []string // of each officer's session
	csrf       []string
	requests   []*modelRequest
	statements []*modelStatement
	done       map[string]int
	n          int
}

func TestModelOfThePanelAgreesWithItOnSQLite(t *testing.T) {
	newPanel(t, storetest.Embedded(t, t.TempDir())).walk(10_000)
}

func TestModelOfThePanelAgreesWithItOnMongoDB(t *testing.T) {
	steps := 1_000
	if *thorough {
		steps = 10_000
	}
	newPanel(t, storetest.Mongo(t)).walk(steps)
}

func newPanel(t *testing.T, s *store.Store) *panel {
	t.Helper()
	w := newWorld(t, s)
	units := registry()
	f := flow.New(flow.Deps{
		Store: s, Units: units, Secrets: w.secrets, Log: w.logger, Now: w.clock.now,
		Base:  answer.NewBase(answer.Options{UnitName: units.Name, Places: units.PlacesNamed, PlacesToday: units.PlacesToday, PublicURL: "https://phatngon.example"}),
		Inbox: queue.New(s, "inbox", queue.Options{Logger: w.logger}), Outbox: queue.New(s, "outbox", queue.Options{Logger: w.logger}), PublicURL: "https://phatngon.example",
	})
	p := &panel{t: t, store: s, flow: f, app: fiber.New(), random: rand.New(rand.NewPCG(1, 2)), done: map[string]int{}}
	admin.Mount(p.app, admin.Deps{Flow: f, Store: s, Inbox: f.Inbox, Outbox: f.Outbox, Units: units, Log: w.logger})
	hash := password.Hash(ownPassword)
	for i, o := range []people.Officer{
		{Role: people.RoleOperator, Unit: "TH-YT"}, {Role: people.RoleSpokesperson, Unit: "TH-YT"}, {Role: people.RoleSpokesperson, Unit: "TH-YT"},
		{Role: people.RoleSpokesperson, Unit: "TH-XD"}, {Role: people.RoleOperator, Unit: routing.ProvinceOffice}, {Role: people.RoleAdmin, Unit: routing.ProvinceOffice},
	} {
		o.ID, o.Email, o.Name, o.Position, o.PasswordHash, o.CreatedAt = "o"+strconv.Itoa(i), fmt.Sprintf("o%d@th.vn", i), "Cán bộ", "Chức vụ", hash, w.clock.now()
		if err := s.InsertOfficer(t.Context(), &o); err != nil {
			t.Fatal(err)
		}
		opened := must(f.Access.Login(t.Context(), access.Attempt{Email: o.Email, Password: ownPassword, Address: "10.0.0.1"}))(t)
		p.officers, p.cookies, p.csrf = append(p.officers, o), append(p.cookies, "phatngon-session="+opened.Token), append(p.csrf, opened.Session.CSRF)
	}
	return p
}

// walk takes random steps, each by the panel's own handlers and by the model.
func (p *panel) walk(steps int) {
	began := time.Now()
	for i := range steps {
		if i%60 == 0 {
			p.grow(i)
		}
		if p.n++; p.random.IntN(3) > 0 {
			p.stepRequest()
		} else {
			p.stepStatement()
		}
		if p.t.Failed() {
			return
		}
	}
	p.t.Logf("%d steps in %v: %v", steps, time.Since(began).Round(time.Second), p.done)
	if p.done["approve"] == 0 || p.done["refuse"] == 0 || p.done["statement publish"] == 0 || p.done["statement withdraw"] == 0 {
		p.t.Errorf("the walk got nowhere: %v", p.done)
	}
}

// grow adds a request and a statement, and forgets the oldest.
func (p *panel) grow(i int) {
	who := people.Requester{ID: "oa:" + strconv.Itoa(i), OAUserID: strconv.Itoa(i), Kind: people.Citizen}
	if err := p.store.InsertRequester(p.t.Context(), &who); err != nil {
		p.t.Fatal(err)
	}
	r := must(p.flow.Requests.File(p.t.Context(), who, requests.Filing{Filing: effect.Filing{Question: "Bao giờ khám?", Unit: "TH-YT"}, Source: who.ID, Channel: "zalo", At: p.flow.Now()}))(p.t)
	p.requests = append(p.requests, &modelRequest{code: r.Code, unit: "TH-YT", state: r.State, version: r.Version})
	author := p.officers[p.random.IntN(3)]
	p.n++
	s := must(p.flow.Statements.Save(p.t.Context(), author, statementOf("", "Tin", p.word()+".")))(p.t)
	p.statements = append(p.statements, &modelStatement{code: s.Code, creator: author.ID, savedBy: author.ID, status: s.Status, version: s.Version})
	p.requests, p.statements = p.requests[max(0, len(p.requests)-5):], p.statements[max(0, len(p.statements)-5):]
}

// post sends a form as an officer; true: it was done.
func (p *panel) post(by int, path string, form url.Values) bool {
	form.Set("csrf", p.csrf[by])
	q := httptest.NewRequest(http.MethodPost, "http://phatngon.example"+path, strings.NewReader(form.Encode()))
	q.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	q.Header.Set("Origin", "http://phatngon.example")
	q.Header.Set("Cookie", p.cookies[by])
	answer, err := p.app.Test(q, -1)
	if err != nil {
		p.t.Fatal(err)
	}
	_ = answer.Body.Close()
	if answer.StatusCode >= 500 || answer.StatusCode == http.StatusUnauthorized {
		p.t.Errorf("%s answered %d", path, answer.StatusCode)
	}
	return answer.StatusCode == http.StatusSeeOther
}

// word is one that nobody wrote before: whose words a text holds is counted by words.
func (p *panel) word() string {
	var letters strings.Builder
	for n := p.n; n > 0; n /= 20 {
		letters.WriteByte("bcdghklmnpqrstvxaeio"[n%20])
	}
	return "w" + letters.String()
}

func (p *panel) stale() int64 {
	if p.random.IntN(8) == 0 {
		return 1
	}
	return 0
}

func (p *panel) stepRequest() {
	m, by := p.requests[p.random.IntN(len(p.requests))], p.random.IntN(len(p.officers))
	o, stale := p.officers[by], p.stale()
	path := []string{"assign", "draft", "approve", "return", "transfer", "refusal"}[p.random.IntN(6)]
	if path == "refusal" && p.random.IntN(4) > 0 {
		path = "approve" // else nothing lives long
	}
	unit := []string{"TH-YT", "TH-XD"}[p.random.IntN(2)]
	form := url.Values{"part": {"0"}, "version": {strconv.FormatInt(m.version-stale, 10)}, "text": {p.word()}, "reason": {"Vì thế."},
		"unit": {unit}, "revision": {strconv.Itoa(m.revision)}, "confirm": {"1"}, "ground": {policy.Grounds(people.Citizen)[0].Code}}
	action, refuses := path, path == "refusal"
	switch {
	case refuses: // one drafts it as any answer, another signs it
		path, action = "draft", request.ActDraft
		form.Set("outcome", string(request.Denied))
	case path == "approve" && m.refuses:
		action = request.ActRefuse
	}
	next, err := request.Life().Next(m.state, action, request.May(o, "", m.unit))
	sees := o.Unit == m.unit || people.Coordinates(o)
	want := err == nil && sees && stale == 0 && !(path == "approve" && slices.Contains([]string{m.draftBy, m.outcomeBy}, o.ID)) && !(action == request.ActTransfer && unit == m.unit)
	if got := p.post(by, "/admin/requests/"+m.code+"/"+path, form); got != want {
		p.t.Errorf("step %d: %s by %s of %s on %+v: done %v, the model says %v (%v)", p.n, action, o.Role, o.Unit, *m, got, want, err)
	}
	if want {
		p.done[action]++
		m.state, m.version = next, m.version+1
		switch action {
		case request.ActDraft:
			if refuses != m.refuses {
				m.outcomeBy = o.ID
			}
			m.draftBy, m.revision, m.refuses = o.ID, m.revision+1, refuses
		case request.ActTransfer:
			m.unit = unit
		}
	}
	if r := must(p.store.Request(p.t.Context(), m.code))(p.t); r.State != m.state || r.Version != m.version || r.Unit != m.unit {
		p.t.Errorf("step %d: %s left %s at version %d of %s; the model says %+v", p.n, action, r.State, r.Version, r.Unit, *m)
	}
}

func (p *panel) stepStatement() {
	m, by := p.statements[p.random.IntN(len(p.statements))], p.random.IntN(len(p.officers))
	o, stale := p.officers[by], p.stale()
	action := []string{publication.ActSave, publication.ActPublish, publication.ActPublish, publication.ActWithdraw}[p.random.IntN(4)]
	form := url.Values{"version": {strconv.FormatInt(m.version-stale, 10)}, "confirm": {"1"}, "reason": {"Sai."},
		"title": {"Tin"}, "body": {p.word() + "."}, "unit": {"TH-YT"}, "spokesperson": {"Hoàng Văn Ký"}, "position": {"Giám đốc Sở Y tế"},
		"spokesperson_kind": {"A"}, "form": {string(statement.FormDocument)}, "issued_at": {"2026-11-20T09:00"}, "audience": {"public"}}
	_, err := publication.Life().Next(m.status, action, publication.May(o, "TH-YT"))
	own := slices.Contains([]string{m.creator, m.savedBy}, o.ID)
	want := err == nil && stale == 0 && !(action == publication.ActPublish && (own || m.status == statement.StatusPublished && !m.proposed))
	path := map[string]string{publication.ActSave: "edit"}[action]
	if path == "" {
		path = action
	}
	if got := p.post(by, "/admin/statements/"+m.code+"/"+path, form); got != want {
		p.t.Errorf("step %d: %s by %s (%s of %s) on %+v: done %v, the model says %v (%v)", p.n, action, o.ID, o.Role, o.Unit, *m, got, want, err)
	}
	if want {
		p.done["statement "+action]++
		m.version++
		switch action {
		case publication.ActSave:
			m.savedBy, m.proposed = o.ID, m.status == statement.StatusPublished
		case publication.ActPublish:
			m.status, m.proposed = statement.StatusPublished, false
		case publication.ActWithdraw:
			m.status, m.proposed = statement.StatusWithdrawn, false
		}
	}
	if s := must(p.store.Statement(p.t.Context(), m.code))(p.t); s.Status != m.status || s.Version != m.version || (s.Proposal != nil) != m.proposed {
		p.t.Errorf("step %d: %s left %s at version %d; the model says %+v", p.n, action, s.Status, s.Version, *m)
	}
}
