package admin_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/png"
	"net/url"
	"slices"
	"strconv"
	"testing"
	"time"

	"phatngon/internal/admin"
	"phatngon/internal/admin/admintest"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/delivery"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/handover"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/rights"
	"phatngon/internal/desk/statistics"
	"phatngon/internal/desk/verdict"
	"phatngon/internal/flow/access"
	flowcases "phatngon/internal/flow/cases"
	"phatngon/internal/flow/handovers"
	"phatngon/internal/flow/press"
	"phatngon/internal/flow/requests"
	"phatngon/internal/queue"
	"phatngon/internal/store"
	"phatngon/knowledge/statement"
)

// world is an office with every actor in it.
type world struct {
	*admintest.Office
	browsers [len(actors)]*admintest.Browser
	tokens   map[*admintest.Browser]string
	n        int // makes what scenes write differ
}

func newWorld(t *testing.T) *world {
	saved := func(d *admin.Deps) {
		d.Policies = func(context.Context, string) ([]store.PolicyVersion, error) { return nil, nil }
		d.SavePolicy = func(context.Context, people.Officer, string, time.Time, []byte) error { return nil }
	}
	w := &world{Office: admintest.New(t, saved), tokens: map[*admintest.Browser]string{}}
	for _, a := range actors {
		if _, err := w.Flow.Store.OfficerByEmail(t.Context(), a.email); err != nil {
			w.Hire(a.email, a.role, a.unit)
		}
	}
	return w
}

// target is what a row acts on. fingerprint tells whether it has changed.
type target struct {
	params      map[string]string
	search      string
	form        url.Values
	fileName    string
	fileData    []byte
	endless     bool // a stream: its head is the answer
	fingerprint func() string
}

// scene makes what a row acts on.
type scene func(*world) target

// page needs nothing.
var page scene = func(*world) target { return target{fingerprint: func() string { return "" }} }

func (s scene) with(f url.Values) scene {
	return func(w *world) target {
		on := s(w)
		if on.form == nil {
			on.form = url.Values{}
		}
		for name, values := range f {
			on.form[name] = values
		}
		return on
	}
}

func (s scene) query(search string) scene {
	return func(w *world) target {
		on := s(w)
		if on.search = search; on.params["code"] != "" {
			on.search += "&code=" + on.params["code"]
		}
		return on
	}
}

func (s scene) file(name string, data []byte) scene {
	return func(w *world) target {
		on := s(w)
		on.fileName, on.fileData = name, data
		return on
	}
}

func (s scene) stream() scene {
	return func(w *world) target {
		on := s(w)
		on.endless = true
		return on
	}
}

func form(pairs ...string) url.Values {
	f := url.Values{}
	for i := 0; i < len(pairs); i += 2 {
		f.Set(pairs[i], pairs[i+1])
	}
	return f
}

func picture() []byte {
	var out bytes.Buffer
	_ = png.Encode(&out, image.NewGray(image.Rect(0, 0, 96, 96)))
	return out.Bytes()
}

// commented is a picture with a remark of who made it.
func commented() []byte {
	plain, chunk := picture(), []byte("tEXtComment\x00Phòng A soạn")
	var out bytes.Buffer
	out.Write(plain[:33]) // signature and IHDR
	_ = binary.Write(&out, binary.BigEndian, uint32(len(chunk)-4))
	out.Write(chunk)
	_ = binary.Write(&out, binary.BigEndian, crc32.ChecksumIEEE(chunk))
	out.Write(plain[33:])
	return out.Bytes()
}

func (w *world) must(err error) {
	w.Helper()
	if err != nil {
		w.Fatal(err)
	}
}

// Requests.

func (w *world) ask() string {
	w.n++
	return w.Ask(fmt.Sprintf("Lịch tiêm chủng mới của trạm y tế số %d là khi nào?", w.n))
}

func (w *world) at(code string) requests.Ref {
	return requests.Ref{Code: code, Version: w.Request(code).Version}
}

// onRequest is a request as it stands, with a form of its page.
func (w *world) onRequest(code string, f url.Values) target {
	on := target{params: map[string]string{"code": code}, fingerprint: func() string { return w.version(w.Request(code).Version) }}
	on.form = form("part", "0", "version", w.version(w.Request(code).Version), "code", code)
	for name := range f {
		on.form.Set(name, f.Get(name))
	}
	return on
}

func (w *world) version(n int64) string { return strconv.FormatInt(n, 10) }

func received(f url.Values) scene {
	return func(w *world) target { return w.onRequest(w.ask(), f) }
}

func (w *world) draft() string {
	code := w.ask()
	w.must(w.Flow.Requests.SaveDraft(w.Context(), w.Officer("canbo@th.vn"), w.at(code), request.Reply{Text: admintest.Answer}))
	return code
}

func drafted(f url.Values) scene {
	return func(w *world) target { return w.onRequest(w.draft(), f) }
}

func clarifying(w *world) target {
	code := w.ask()
	w.must(w.Flow.Requests.Clarify(w.Context(), w.Officer("canbo@th.vn"), w.at(code), "Trạm nào?"))
	return w.onRequest(code, nil)
}

// typing is what an officer types into a draft.
func typing(w *world) target {
	on := w.onRequest(w.ask(), nil)
	s, err := w.Flow.Requests.KeepScratch(w.Context(), w.Officer("canbo@th.vn"), request.Scratch{Request: on.params["code"], Page: "p", Text: "Dở dang."})
	w.must(err)
	on.form.Set("scratch", s.ID)
	on.form.Set("scratch_version", w.version(s.Version))
	on.fingerprint = func() string {
		all, err := w.Flow.Store.ScratchesOf(w.Context(), on.params["code"])
		w.must(err)
		return fmt.Sprint(len(all))
	}
	return on
}

func consulted(w *world) target {
	code := w.draft()
	w.must(w.Flow.Requests.Consult(w.Context(), w.Officer("canbo@th.vn"), w.at(code), "Bà Lê Thị C"))
	return w.onRequest(code, form("who", "Bà Lê Thị C", "opinion", string(request.Agreed), "reason", "Thư điện tử sáng nay: đồng ý."))
}

func approved(w *world) target {
	code := w.draft()
	w.must(w.Flow.Requests.Approve(w.Context(), w.Officer("phatngon@th.vn"), w.at(code), 1))
	return w.onRequest(code, form("title", "Lịch tiêm chủng", "audience", "public"))
}

// extendable is a citizen's request: its deadline is the one of the law that may be prolonged.
func extendable(w *world) target {
	w.n++
	r, err := w.Flow.Requests.File(w.Context(), people.Requester{ID: "app:1", Kind: people.Citizen}, requests.Filing{
		Filing: effect.Filing{Question: fmt.Sprintf("Tôi muốn biết kế hoạch số %d", w.n), Unit: "TH-YT"}, Source: fmt.Sprint("citizen", w.n), Channel: requests.ChannelMiniApp, At: time.Now()})
	w.must(err)
	return w.onRequest(r.Code, form("amount", "1", "reason", "Cần thêm thời gian."))
}

func twoAlike(w *world) target {
	lead, other := w.ask(), w.ask()
	on := w.onRequest(other, nil)
	on.form = form("lead", lead+"/"+w.version(w.Request(lead).Version), "join", other+"/"+w.version(w.Request(other).Version))
	return on
}

func joined(w *world) target {
	lead, other := w.ask(), w.ask()
	w.must(w.Flow.Requests.JoinAll(w.Context(), w.Officer("canbo@th.vn"), w.at(lead), "", []requests.Ref{w.at(other)}))
	return w.onRequest(other, nil)
}

func attached(w *world) target {
	code := w.draft()
	found, err := w.Flow.Attachments.Upload(w.Context(), w.Officer("canbo@th.vn"), w.at(code), "lich.png", picture())
	if w.must(err); found > 0 {
		w.Fatalf("a plain picture tells %d things", found)
	}
	on := w.onRequest(code, nil)
	on.params["id"] = w.Request(code).Parts[0].Draft.Files[0].ID
	return on
}

// sentAlong is a file that a person of the Mini App sent with their question.
func sentAlong(w *world) target {
	w.n++
	who := people.Requester{ID: "app:files", Kind: people.Citizen, UsesApp: true}
	if _, err := w.Flow.Store.Requester(w.Context(), who.ID); err != nil {
		w.must(w.Flow.Store.InsertRequester(w.Context(), &who))
	}
	f, err := w.Flow.Attachments.Receive(w.Context(), who, picture())
	w.must(err)
	question := fmt.Sprintf("Trạm nào tiêm lần %d?", w.n)
	r, err := w.Flow.Requests.File(w.Context(), who, requests.Filing{Filing: effect.Filing{Question: question, Unit: "TH-YT"}, Source: question, Channel: requests.ChannelMiniApp, At: time.Now(), Uploads: []string{f.SHA256}})
	w.must(err)
	on := w.onRequest(r.Code, nil)
	on.params["id"] = r.Files[0].ID
	return on
}

// undecided is a file that tells more than it is meant to, before somebody has decided.
func undecided(f url.Values) scene {
	return func(w *world) target {
		code := w.draft()
		_, err := w.Flow.Attachments.Upload(w.Context(), w.Officer("canbo@th.vn"), w.at(code), "lich.png", commented())
		w.must(err)
		files, err := w.Flow.Store.UndecidedAttachments(w.Context(), code)
		if w.must(err); len(files) != 1 {
			w.Fatalf("%d files wait, want 1", len(files))
		}
		on := w.onRequest(code, f)
		on.form.Set("id", files[0].ID)
		return on
	}
}

// False content.

func (w *world) report(pictures ...string) string {
	w.n++
	r, err := w.Flow.Cases.File(w.Context(), people.Requester{ID: "oa:1", Kind: people.Citizen}, flowcases.Filing{
		Report: effect.Report{Text: fmt.Sprintf("Trang Tin %d đăng tin hồ chứa số %d đã vỡ tối qua", w.n, w.n), Category: "disaster", Consent: true},
		Source: fmt.Sprint("report", w.n), Channel: flowcases.ChannelChat, At: time.Now(), Uploads: pictures,
	})
	w.must(err)
	w.Flow.Relay.Sweep(w.Context())
	return r.Case
}

func (w *world) caseRef(code string) flowcases.Ref {
	c, err := w.Flow.Store.Case(w.Context(), code)
	w.must(err)
	return flowcases.Ref{Code: code, Version: c.Version}
}

func (w *world) onCase(code, action string, f url.Values) target {
	fingerprint := func() string { return w.version(w.caseRef(code).Version) }
	on := target{params: map[string]string{"code": code, "action": action}, fingerprint: fingerprint, form: form("version", fingerprint())}
	for name := range f {
		on.form.Set(name, f.Get(name))
	}
	return on
}

func reported(f url.Values) scene {
	return func(w *world) target { return w.onCase(w.report(), cases.ActClassify, f) }
}

func (w *world) classify(code string) {
	w.must(w.Flow.Cases.Classify(w.Context(), w.Officer("dieuphoi@th.vn"), w.caseRef(code), cases.Class{Severity: "1b", Access: "2c"}, cases.Competence{Unit: "TH-YT", Ground: "field", Why: "Thuộc lĩnh vực."}))
	w.must(w.Flow.Cases.Verify(w.Context(), w.Officer("canbo@th.vn"), w.caseRef(code)))
}

func verifying(f url.Values) scene {
	return func(w *world) target {
		code := w.report()
		w.classify(code)
		return w.onCase(code, cases.ActDraft, f)
	}
}

func concludable(w *world) target {
	code := w.report()
	w.classify(code)
	w.must(w.Flow.Cases.SaveDraft(w.Context(), w.Officer("canbo@th.vn"), w.caseRef(code), cases.Finding{Outcome: "LA_TIN_GIA_SAI_SU_THAT", Claim: "Vỡ đập", Text: "Đập an toàn."}))
	return w.onCase(code, cases.ActConclude, form("revision", "1"))
}

func evidence(w *world) target {
	e, err := w.Flow.Cases.Upload(w.Context(), people.Requester{ID: "oa:1", Kind: people.Citizen}, picture())
	w.must(err)
	code := w.report(e.SHA256)
	w.classify(code)
	on := w.onCase(code, "", nil)
	found, err := w.Flow.Store.ReportsOf(w.Context(), "oa:1", 1)
	if w.must(err); len(found) != 1 || found[0].Case != code || len(found[0].Pictures) != 1 {
		w.Fatalf("reports of %s: %+v", code, found)
	}
	on.params["id"] = found[0].Pictures[0]
	on.form.Set("report", found[0].ID)
	on.form.Set("why", "Theo công văn 12.")
	return on
}

// Statements.

func statementForm() url.Values {
	return form("title", "Lịch khám lưu động", "body", "Xe khám lưu động tới bản Ón ngày 05/12/2026.", "unit", "Sở Y tế", "spokesperson", "Hoàng Văn Ký",
		"position", "Giám đốc Sở Y tế", "spokesperson_kind", "A", "form", "VAN_BAN", "issued_at", "2026-11-20T09:00", "audience", "public", "questions", "Khi nào xe khám tới bản Ón?")
}

func statementFile() []byte {
	s := sample()
	s.Code = "PN-2026-0900"
	return statement.FormatStatement(s)
}

func sample() statement.Statement {
	return statement.Statement{Title: "Lịch khám lưu động", Body: "Xe khám lưu động tới bản Ón ngày 05/12/2026.", Unit: "TH-YT", Spokesperson: "Hoàng Văn Ký", Position: "Giám đốc Sở Y tế",
		SpokespersonKind: "A", Form: "VAN_BAN", IssuedAt: time.Now().Add(-time.Hour), Audience: statement.AudiencePublic, Questions: []string{"Khi nào xe khám tới bản Ón?"}}
}

func (w *world) saved() statement.Statement {
	s, err := w.Flow.Statements.Save(w.Context(), w.Officer("canbo@th.vn"), sample())
	w.must(err)
	return s
}

func (w *world) onStatement(code string, f url.Values) target {
	fingerprint := func() string { return w.version(w.Statement(code).Version) }
	on := target{params: map[string]string{"code": code}, fingerprint: fingerprint, form: form("version", fingerprint())}
	for name := range f {
		on.form.Set(name, f.Get(name))
	}
	return on
}

func draftStatement(f url.Values) scene {
	return func(w *world) target { return w.onStatement(w.saved().Code, f) }
}

func (w *world) published() string {
	s := w.saved()
	w.must(w.Flow.Statements.Publish(w.Context(), w.Officer("phatngon@th.vn"), s.Code, s.Version))
	return s.Code
}

func inForce(f url.Values) scene {
	return func(w *world) target { return w.onStatement(w.published(), f) }
}

// rehearsedOn is the form of a statement in force, as it is looked at.
func rehearsedOn(w *world) target {
	code := w.published()
	on := w.onStatement(code, statementForm())
	on.form.Set("of", code)
	return on
}

func asked(w *world) target {
	code := w.published()
	const question = "Bác sĩ về bản Ón hôm nào?"
	_, err := w.Flow.Inbound.AskAbout(w.Context(), people.Requester{ID: "app:2", Kind: people.Citizen}, code, question)
	w.must(err)
	wordings, err := w.Flow.Askings.Of(w.Context(), w.Officer("canbo@th.vn"), w.Statement(code))
	if w.must(err); len(wordings) != 1 {
		w.Fatalf("askings %+v", wordings)
	}
	return w.onStatement(code, form("asking", wordings[0].ID))
}

// Reporters and who waits.

func registered(f url.Values) scene {
	return func(w *world) target {
		w.n++
		who := people.Requester{ID: fmt.Sprint("oa:reporter", w.n), OAUserID: fmt.Sprint("reporter", w.n), Kind: people.Citizen}
		w.must(w.Flow.Store.InsertRequester(w.Context(), &who))
		r, err := w.Flow.Press.Register(w.Context(), who, press.Filing{Source: fmt.Sprint("press", w.n), Newsroom: "Báo Mẫu", Kind: "vn-card", Pictures: [][]byte{picture()}, At: time.Now()})
		w.must(err)
		now := func() string {
			r, err := w.Flow.Store.Registration(w.Context(), r.ID)
			w.must(err)
			return string(r.State)
		}
		on := target{params: map[string]string{"code": r.ID, "id": r.Pictures[0].ID, "action": "ask"}, fingerprint: now, form: form("version", w.version(r.Version))}
		for name := range f {
			on.form.Set(name, f.Get(name))
		}
		return on
	}
}

// waiting is a person who waits for an officer of TH-YT, or talks to one already.
func waiting(talker string) scene {
	return func(w *world) target {
		w.n++
		h := handover.New(fmt.Sprint("event:", w.n, "/hand_over"), people.Requester{ID: fmt.Sprint("oa:w", w.n), Kind: people.Citizen}, effect.HandOver{}, "TH-YT", time.Now())
		w.must(w.Flow.Store.InsertHandOver(w.Context(), &h))
		now := func() handover.HandOver {
			got, err := w.Flow.HandOvers.Open(w.Context(), w.Officer("quantri@th.vn"), h.ID)
			w.must(err)
			return got
		}
		if talker != "" {
			w.must(w.Flow.HandOvers.Take(w.Context(), w.Officer(talker), handovers.Ref{ID: h.ID, Version: now().Version}))
		}
		return target{search: url.Values{"id": {h.ID}}.Encode(), fingerprint: func() string { return w.version(now().Version) },
			form: form("id", h.ID, "version", w.version(now().Version), "unit", "Sở Xây dựng", "text", "Mời Anh/Chị nói rõ.")}
	}
}

// Figures, messages, accounts.

func activity(f url.Values) scene {
	return func(w *world) target {
		w.n++
		key := fmt.Sprint("activity", w.n)
		w.must(w.Flow.Statistics.Record(w.Context(), w.Officer("quantri@th.vn"), key, statistics.Activity{Kind: statistics.Incident, Title: "Họp báo", Unit: "TH-YT", Start: time.Now().Add(-30 * 24 * time.Hour)}))
		return target{params: map[string]string{"id": key}, form: f, fingerprint: func() string {
			all, err := w.Flow.Store.ActivitiesBetween(w.Context(), time.Now().AddDate(-1, 0, 0), time.Now())
			w.must(err)
			i := slices.IndexFunc(all, func(a statistics.Activity) bool { return a.ID == key })
			return string(all[i].State)
		}}
	}
}

func lost(w *world) target {
	on := approved(w)
	id := "request:" + on.params["code"] + "/0/9"
	d := delivery.Delivery{ID: id, Request: on.params["code"], Unit: "TH-YT", State: delivery.Failed, Pieces: 1, Revision: 1, CreatedAt: time.Now(), UpdatedAt: time.Now()}
	w.must(w.Flow.Store.InsertDelivery(w.Context(), &d))
	w.setAside(id+"/0", id)
	return target{form: form("delivery", id), fingerprint: func() string { return w.itemState(id + "/0") }}
}

func aside(w *world) target {
	w.n++
	id := fmt.Sprint("event:", w.n, "/0/0")
	w.setAside(id, "")
	return target{form: form("queue", "outbox", "id", id), fingerprint: func() string { return w.itemState(id) }}
}

func (w *world) itemState(id string) string {
	item, err := w.Flow.Outbox.Item(w.Context(), id)
	w.must(err)
	return item.State
}

// setAside lets the sending of a message fail for good.
func (w *world) setAside(id, subject string) {
	_, err := w.Flow.Outbox.Put(w.Context(), queue.Item{ID: id, Lane: "oa:" + id, Kind: "text", Body: []byte("x"), Subject: subject})
	w.must(err)
	ctx, done := context.WithCancel(w.Context())
	defer done()
	_ = w.Flow.Outbox.Run(ctx, func(_ context.Context, j *queue.Job) error {
		if j.ID == id {
			done()
		}
		return queue.Aside("Zalo trả lỗi")
	})
}

// surge is one that nobody has seen; all that were before are seen.
func surge(w *world) target {
	w.n++
	number, press := w.n, w.Officer("dieuphoi@th.vn")
	for i := range 10 { // the shipped bound is ten within an hour
		_, err := w.Flow.Cases.File(w.Context(), people.Requester{ID: fmt.Sprint("oa:s", i), Kind: people.Citizen}, flowcases.Filing{
			Report: effect.Report{Text: fmt.Sprintf("https://vidu.vn/tin-gia/%d lần %d", number, i), Category: "disaster", Consent: true},
			Source: fmt.Sprint("surge", number, "/", i), Channel: flowcases.ChannelChat, At: time.Now()})
		w.must(err)
	}
	w.Flow.Relay.Sweep(w.Context())
	alerts, err := w.Flow.Cases.Alerts(w.Context(), press, 20)
	if w.must(err); len(alerts) == 0 {
		w.Fatal("ten reports make no surge")
	}
	return target{form: form("id", alerts[0].ID), fingerprint: func() string {
		open, err := w.Flow.Cases.Alerts(w.Context(), press, 20)
		w.must(err)
		return fmt.Sprint(len(open))
	}}
}

func (w *world) hire() people.Officer {
	w.n++
	email := fmt.Sprintf("dongnghiep%d@th.vn", w.n)
	o, err := w.Flow.Access.CreateOfficer(w.Context(), w.Officer("quantri@th.vn"), people.Officer{Email: email, Name: "Đồng nghiệp", Position: "Chuyên viên", Unit: "TH-YT", Role: people.RoleOperator}, admintest.Password)
	w.must(err)
	return o
}

func (w *world) onOfficer(o people.Officer, f url.Values) target {
	return target{params: map[string]string{"id": o.ID}, form: f, fingerprint: func() string {
		now, err := w.Flow.Store.Officer(w.Context(), o.ID)
		w.must(err)
		return w.version(now.Version)
	}}
}

func colleague(f url.Values) scene {
	return func(w *world) target { return w.onOfficer(w.hire(), f) }
}

func colleagueForm(w *world) target {
	o := w.hire()
	return w.onOfficer(o, form("version", w.version(o.Version), "email", o.Email, "name", "Tên mới", "position", "Chuyên viên", "unit", "Sở Y tế", "role", "officer"))
}

// session is a login of an officer on another machine.
func session(w *world) target {
	opened, err := w.Flow.Access.Login(w.Context(), access.Attempt{Email: "canbo@th.vn", Password: admintest.Password, Address: "10.0.0.9"})
	w.must(err)
	return target{form: form("session", opened.Session.ID), fingerprint: func() string {
		_, err := w.Flow.Store.Session(w.Context(), opened.Session.ID)
		return fmt.Sprint(err)
	}}
}

// secret is one that waits for its first code, with the code.
func (w *world) secret(o people.Officer) (code string) {
	if factor, err := w.Flow.Access.Second.Of(w.Context(), o.ID); err == nil && factor.On() {
		w.must(w.Flow.Access.Second.Reset(w.Context(), "test", o.ID))
	}
	secret, err := w.Flow.Access.Second.Propose(w.Context(), o.ID)
	w.must(err)
	return people.Code(secret, people.CodeStep(w.Flow.Now())+1)
}

func (w *world) onFactor(o people.Officer, f url.Values) target {
	return target{params: map[string]string{"id": o.ID}, form: f, fingerprint: func() string {
		now, err := w.Flow.Access.Second.Of(w.Context(), o.ID)
		w.must(err)
		return w.version(now.Version)
	}}
}

func (w *world) enrol(o people.Officer) (recovery []string) {
	recovery, err := w.Flow.Access.Second.Confirm(w.Context(), o.ID, w.secret(o))
	w.must(err)
	return recovery
}

func proposed(w *world) target {
	o := w.Officer("canbo@th.vn")
	return w.onFactor(o, form("code", w.secret(o)))
}

func enrolled(w *world) target {
	o := w.Officer("canbo@th.vn")
	return w.onFactor(o, form("code", w.enrol(o)[0]))
}

func enrolledColleague(w *world) target {
	o := w.hire()
	w.enrol(o)
	return w.onFactor(o, nil)
}

func mandated(w *world) target {
	o := w.hire()
	w.must(w.Flow.Access.SetMandate(w.Context(), w.Officer("quantri@th.vn"), o.ID, people.Mandate{Kind: people.Assigned, Document: "12/QĐ", From: time.Now()}))
	return w.onOfficer(o, nil)
}

// claim is one that waits to be done.
func claim(f url.Values) scene {
	return func(w *world) target {
		w.n++
		id := fmt.Sprintf("claimed%d", w.n)
		who := people.Requester{ID: "oa:" + id, OAUserID: id, Kind: people.Citizen}
		w.must(w.Flow.Store.InsertRequester(w.Context(), &who))
		c, _, err := w.Flow.Rights.Claim(w.Context(), who, rights.Filing{Source: id, Right: rights.Correct, Channel: rights.FromApp, Text: "Sửa tên.", At: time.Now()})
		w.must(err)
		on := target{params: map[string]string{"id": c.ID, "action": "done"}, form: form("version", w.version(c.Version))}
		for name := range f {
			on.form.Set(name, f.Get(name))
		}
		on.fingerprint = func() string {
			now, err := w.Flow.Store.Claim(w.Context(), c.ID)
			w.must(err)
			return string(now.State)
		}
		return on
	}
}

// judged is what somebody says of a statement of TH-YT.
func judged(f url.Values) scene {
	return func(w *world) target {
		w.n++
		v := verdict.Verdict{
			ID: fmt.Sprintf("verdict%d", w.n), Statement: "PN-2026-0011", Unit: "TH-YT", State: verdict.Open, Asker: fmt.Sprint("a", w.n), Text: fmt.Sprint("Khám lúc nào? ", w.n), Outcome: "related",
			Shown: []effect.Shown{{Statement: "PN-2026-0011", Version: 1, Quote: "Khám ngày 5."}}, Day: time.Now(),
		}
		w.must(w.Flow.Store.PutVerdict(w.Context(), v))
		on := target{form: form("id", v.ID, "version", "1", "state", "open")}
		for name := range f {
			on.form.Set(name, f.Get(name))
		}
		on.fingerprint = func() string {
			now, err := w.Flow.Store.Verdict(w.Context(), v.ID)
			w.must(err)
			return string(now.State)
		}
		return on
	}
}
