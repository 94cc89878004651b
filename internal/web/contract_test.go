package web

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/request"
	"phatngon/knowledge/statement"
)

// apiDocument is openapi.json as the tests need it.
type apiDocument struct {
	Paths map[string]map[string]struct {
		Responses map[string]apiResponse
	}
	Components struct {
		Responses map[string]apiResponse
		Schemas   map[string]any
	}
}

type apiResponse struct {
	Ref     string `json:"$ref"`
	Content map[string]struct{ Schema any }
}

func readContract(t *testing.T) apiDocument {
	t.Helper()
	var doc apiDocument
	if err := json.Unmarshal(openAPI, &doc); err != nil {
		t.Fatal(err)
	}
	return doc
}

// route is the path as the document names it, "" for none.
func (d apiDocument) route(path string) string {
	path, _, _ = strings.Cut(path, "?")
	if d.Paths[path] != nil {
		return path
	}
	if parts := strings.Split(path, "/"); len(parts) > 2 {
		parts[2] = "{code}"
		if named := strings.Join(parts, "/"); d.Paths[named] != nil {
			return named
		}
	}
	return ""
}

// response is what the document promises for a call; what it does not name is
// a problem.
func (d apiDocument) response(method, path string, status int) (apiResponse, string) {
	problem := d.Components.Responses["Problem"]
	operation, ok := d.Paths[d.route(path)][strings.ToLower(method)]
	if !ok {
		return problem, ""
	}
	name := strings.ToLower(method) + " " + d.route(path) + " " + strconv.Itoa(status)
	r, named := operation.Responses[strconv.Itoa(status)]
	if !named || r.Ref != "" {
		r = problem
	}
	return r, name
}

// keeps holds an answer of /api/v1 to openapi.json: media type, every field,
// no field that is not described. Every call of every test here goes through it.
func (d apiDocument) keeps(t *testing.T, method, path string, a response) {
	t.Helper()
	path, ours := strings.CutPrefix(path, "/api/v1")
	if !ours || method == "OPTIONS" || method == "HEAD" {
		return
	}
	promised, _ := d.response(method, path, a.status)
	media, _, _ := strings.Cut(a.header.Get("Content-Type"), ";")
	content, ok := promised.Content[media]
	if !ok {
		t.Errorf("%s %s: %d comes as %q, which openapi.json does not describe", method, path, a.status, media)
		return
	}
	var value any
	if err := json.Unmarshal([]byte(a.body), &value); err != nil {
		t.Errorf("%s %s: %v", method, path, err)
		return
	}
	for _, fault := range (schemas{d.Components.Schemas}).faults(content.Schema, value, "answer") {
		t.Errorf("%s %s: %d: %s", method, path, a.status, fault)
	}
}

func TestEveryDocumentedAnswerIsGiven(t *testing.T) {
	h := newHouse(t, nil, said("PN-1", nil), said("PN-2", func(s *statement.Statement) { s.Supersedes = []string{"PN-3"} }),
		said("PN-3", func(s *statement.Statement) { s.Status = statement.StatusSuperseded }))
	hoa := h.login("hoa")
	key := append([]string{"Idempotency-Key", "9b2f0a63-1"}, hoa...)
	stranger := []string{"Authorization", "Bearer x.y.z"}
	const told = `{"text":"Sở Y tế thu 500 nghìn đồng tiền tiêm vắc xin","category":"health"}`
	const question, filing = `{"question":"Khi nào xong giải phóng mặt bằng đường ven biển?"}`, `{"question":"Bao giờ sửa cầu?","unit":"TH-XD"}`
	for _, c := range []struct {
		method, path, body string
		headers            []string
	}{
		{"GET", "/openapi.json", "", nil}, {"GET", "/config", "", nil}, {"GET", "/units?q=gtvt", "", nil}, {"GET", "/units?q=" + strings.Repeat("a", maxQuery+1), "", nil},
		{"POST", "/session", "no JSON", nil}, {"POST", "/session", "{}", nil}, {"POST", "/session", `{"access_token":"made-up"}`, nil},
		{"GET", "/statements", "", nil}, {"GET", "/statements?q=ven+biển", "", hoa}, {"GET", "/statements", "", stranger},
		{"GET", "/statements?q=" + strings.Repeat("a", maxQuery+1), "", nil},
		{"GET", "/statements/PN-3", "", nil}, {"GET", "/statements/PN-9", "", nil}, {"GET", "/statements/PN-1", "", stranger},
		{"POST", "/ask", question, hoa}, {"POST", "/ask", question, nil}, {"POST", "/ask", "no JSON", hoa}, {"POST", "/ask", "{}", hoa},
		{"POST", "/check", `{"text":"123/TB-SNNMT"}`, hoa}, {"POST", "/check", "{}", nil}, {"POST", "/check", "no JSON", hoa}, {"POST", "/check", "{}", hoa},
		{"POST", "/check/picture", string(scene(64)), hoa}, {"POST", "/check/picture", "a picture", nil}, {"POST", "/check/picture", "<svg/>", hoa},
		{"POST", "/check/follow", "{}", nil}, {"POST", "/check/follow", "no JSON", hoa}, {"POST", "/check/follow", "{}", hoa},
		{"POST", "/requests", filing, key}, {"POST", "/requests", filing, nil}, {"POST", "/requests", "no JSON", key}, {"POST", "/requests", filing, hoa},
		{"POST", "/requests/files", string(scene(64)), hoa}, {"POST", "/requests/files", "a file", nil}, {"POST", "/requests/files", "<svg/>", hoa},
		{"GET", "/requests", "", hoa}, {"GET", "/requests", "", nil}, {"GET", "/requests/form", "", hoa}, {"GET", "/requests/form", "", nil},
		{"POST", "/requests/guard", filing, hoa}, {"POST", "/requests/guard", filing, nil}, {"POST", "/requests/guard", "no JSON", hoa},
		{"GET", "/units/TH-XD", "", nil}, {"GET", "/units/NO-SUCH", "", nil}, {"GET", "/notices", "", hoa}, {"GET", "/notices", "", nil},
		{"GET", "/settings", "", hoa}, {"GET", "/settings", "", nil}, {"POST", "/settings", `{"conclusions":false}`, hoa}, {"POST", "/settings", "{}", hoa}, {"POST", "/settings", "{}", nil},
		{"POST", "/requests/TH-2026-00001/steps", `{"action":"add","text":"Cầu ở xã Hoằng Hóa."}`, key}, {"POST", "/requests/TH-2026-00001/steps", `{"action":"add"}`, nil},
		{"POST", "/requests/TH-2026-00001/steps", "no JSON", key}, {"POST", "/requests/TH-2026-00001/steps", `{"action":"praise"}`, key}, {"POST", "/requests/TH-2026-00009/steps", `{"action":"withdraw"}`, key},
		{"POST", "/requests/TH-2026-00001/steps", `{"action":"dispute","part":1,"text":"Chưa đúng."}`, append([]string{"Idempotency-Key", "9b2f0a63-9"}, hoa...)},
		{"POST", "/erasure", "", nil}, {"POST", "/erasure", "", hoa},
		{"POST", "/claims", `{"right":"view"}`, append([]string{"Idempotency-Key", "9b2f0a63-4"}, hoa...)}, {"POST", "/claims", `{"right":"correct","text":"Tên tôi là Hòa."}`, append([]string{"Idempotency-Key", "9b2f0a63-5"}, hoa...)},
		{"POST", "/claims", `{"right":"view"}`, nil}, {"POST", "/claims", "no JSON", key}, {"POST", "/claims", `{"right":"delete"}`, key}, {"POST", "/claims", `{"right":"correct"}`, append([]string{"Idempotency-Key", "9b2f0a63-6"}, hoa...)},
		{"GET", "/claims", "", hoa}, {"GET", "/claims", "", nil},
		{"GET", "/press", "", nil}, {"POST", "/press", "{}", nil}, {"POST", "/press", "{}", key}, {"POST", "/press/withdraw", "", nil}, {"POST", "/press/follows", "{}", nil},
		{"GET", "/press/room", "", nil}, {"GET", "/press/room", "", hoa},
		{"POST", "/requests/TH-2026-00001/steps", `{"action":"rate","part":1,"rating":4}`, append([]string{"Idempotency-Key", "9b2f0a63-7"}, hoa...)},
		{"GET", "/reports/form", "", nil}, {"POST", "/reports/check", told, hoa}, {"POST", "/reports/check", told, nil},
		{"POST", "/reports/check", "no JSON", hoa}, {"POST", "/reports/check", `{"link":"x"}`, hoa},
		{"POST", "/pictures", string(scene(64)), hoa}, {"POST", "/pictures", "a picture", nil}, {"POST", "/pictures", "<svg/>", hoa},
		{"POST", "/reports", told, key}, {"POST", "/reports", told, nil}, {"POST", "/reports", "no JSON", key}, {"POST", "/reports", "{}", key},
		{"GET", "/reports", "", hoa}, {"GET", "/reports", "", nil}, {"GET", "/reports/BT-0", "", hoa}, {"GET", "/reports/BT-0", "", nil},
		{"POST", "/reports/BT-0/more", told, nil}, {"POST", "/reports/BT-0/more", told, key}, {"POST", "/reports/BT-0/more", "no JSON", key}, {"POST", "/reports/BT-0/more", told, hoa},
		{"GET", "/requests/TH-2026-00001", "", hoa}, {"GET", "/requests/TH-2026-00001", "", nil}, {"GET", "/requests/TH-2026-00009", "", hoa},
	} {
		h.call(c.method, "/api/v1"+c.path, c.body, c.headers...)
	}
	h.get("/api/v1/press", hoa...).wantStatus(t, 200)
	card := h.uploaded(t, hoa, scene(96))
	h.call("POST", "/api/v1/press", `{"newsroom":"Báo Mẫu","kind":"vn-card","pictures":["`+card+`"],"agreed":true}`, key...).wantStatus(t, 201)
	h.call("POST", "/api/v1/press/follows", `{"all":true,"units":[],"topics":[]}`, hoa...).wantStatus(t, 409)
	h.verified(t)
	h.call("POST", "/api/v1/press/follows", `{"all":true,"units":[],"topics":[]}`, hoa...).wantStatus(t, 200)
	h.get("/api/v1/press/room", hoa...).wantStatus(t, 200)
	h.call("POST", "/api/v1/press/withdraw", "", hoa...).wantStatus(t, 200)
	h.chatted(t, "hoa")
	h.call("POST", "/api/v1/check/follow", `{"text":"https://youtu.be/dQw4w9WgXcQ"}`, hoa...).wantStatus(t, 200)
	own := h.reported(t, hoa, "9b2f0a63-2", told)
	h.get("/api/v1/reports/"+own.ID, hoa...)
	h.call("POST", "/api/v1/reports/"+own.ID+"/more", `{"link":"https://youtu.be/dQw4w9WgXcQ"}`, append([]string{"Idempotency-Key", "9b2f0a63-3"}, hoa...)...)
	h.call("POST", "/api/v1/erasure", "", append([]string{"Idempotency-Key", "9b2f0a63-8"}, h.login("lan")...)...)
	for range 61 {
		h.call("POST", "/api/v1/reports/check", "{}", hoa...)
		h.call("POST", "/api/v1/reports", "{}", hoa...)
		h.call("POST", "/api/v1/reports/BT-0/more", "{}", hoa...)
		h.call("POST", "/api/v1/pictures", "x", hoa...)
		h.call("POST", "/api/v1/requests/files", "x", hoa...)
		h.call("POST", "/api/v1/session", "{}")
		h.call("POST", "/api/v1/ask", "{}", hoa...)
		h.call("POST", "/api/v1/check", "{}", hoa...)
		h.call("POST", "/api/v1/check/picture", "x", hoa...)
		h.call("POST", "/api/v1/check/follow", "{}", hoa...)
		h.call("POST", "/api/v1/requests", "{}", hoa...)
		h.call("POST", "/api/v1/requests/guard", "{}", hoa...)
		h.call("POST", "/api/v1/requests/TH-2026-00001/steps", "{}", hoa...)
		h.call("POST", "/api/v1/erasure", "", hoa...)
		h.call("POST", "/api/v1/claims", "{}", hoa...)
	}
	drafter := people.Officer{ID: "d", Role: people.RoleOperator, Unit: "TH-XD", Name: "Lê Thị Thảo"}
	signer := people.Officer{ID: "s", Role: people.RoleSpokesperson, Unit: "TH-XD", Name: "Vũ Thị Ký", Position: "Giám đốc"}
	h.step(t, func(r request.Request) (request.Request, error) {
		return request.SaveDraft(r, 0, drafter, policy.Seed().At(today), request.Reply{Outcome: request.Denied, Ground: "DA_CONG_KHAI", Text: "Xem tại cổng thông tin.", Instead: "Bản đồ quy hoạch."}, today)
	})
	h.step(t, func(r request.Request) (request.Request, error) { return request.Approve(r, 0, signer, 1, today) })
	h.get("/api/v1/requests/TH-2026-00001", hoa...)
	if missing := h.contract.documented(h.given); len(missing) > 0 {
		t.Errorf("documented, but never given:\n%s", strings.Join(missing, "\n"))
	}
}

// documented lists what is documented and was not given.
func (d apiDocument) documented(given map[string]bool) (missing []string) {
	for path, methods := range d.Paths {
		for method, operation := range methods {
			for status := range operation.Responses {
				if name := method + " " + path + " " + status; status != "default" && !given[name] {
					missing = append(missing, name)
				}
			}
		}
	}
	slices.Sort(missing)
	return missing
}

func TestTheContractIsChecked(t *testing.T) {
	all := schemas{readContract(t).Components.Schemas}
	good := map[string]any{"code": "TH-YT", "name": "Sở Y tế", "level": "province"}
	for name, change := range map[string]func(map[string]any){
		"a field is missing":       func(v map[string]any) { delete(v, "name") },
		"a field nobody described": func(v map[string]any) { v["phone"] = "1" },
		"a number for a text":      func(v map[string]any) { v["code"] = 1.0 },
		"null for a text":          func(v map[string]any) { v["code"] = nil },
		"a level there is not":     func(v map[string]any) { v["level"] = "hamlet" },
	} {
		bad := maps.Clone(good)
		change(bad)
		if len(all.faults(all.byName["Unit"], bad, "unit")) == 0 {
			t.Errorf("%s, and nothing is said", name)
		}
	}
	if faults := all.faults(all.byName["Unit"], good, "unit"); len(faults) > 0 {
		t.Error(fmt.Sprint(faults))
	}
}
