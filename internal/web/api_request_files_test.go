package web

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"phatngon/internal/admin/admintest"
	"phatngon/internal/desk"
	"phatngon/internal/desk/leak"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
	"phatngon/internal/web/doors"
)

const aPDF = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"

// sends uploads a file for a request and returns its SHA-256.
func (h *house) sends(t *testing.T, who []string, data string) string {
	t.Helper()
	var v uploadedView
	a := h.call("POST", doors.RequestFilePath, data, who...).wantStatus(t, 201)
	if err := json.Unmarshal([]byte(a.body), &v); err != nil || len(v.SHA256) != 64 || v.Size != len(data) {
		t.Fatalf("%v: %+v", err, v)
	}
	return v.SHA256
}

func quoted(all ...string) string {
	out, _ := json.Marshal(all) // of strings
	return string(out)
}

func TestWhatAPersonUploadsGoesWithTheirRequestAndIsItsUnitsAlone(t *testing.T) {
	h := newHouse(t, nil)
	hoa := h.login("hoa")
	photo, paper := h.sends(t, hoa, string(scene(96))), h.sends(t, hoa, aPDF)
	if again := h.sends(t, hoa, aPDF); again != paper {
		t.Error("the same file again is another")
	}
	form := `{"question":"Bao giờ sửa cầu Đò Trạp?","unit":"TH-XD","files":` + quoted(photo, paper, paper) + `}`
	key := append([]string{"Idempotency-Key", "9b2f0a63-1"}, hoa...)
	first := h.call("POST", "/api/v1/requests", form, key...).wantStatus(t, 201)
	first.wantText(t, `"files":[{`, `"type":"pdf"`, `"type":"picture"`)
	if again := h.call("POST", "/api/v1/requests", form, key...).wantStatus(t, 201); again.body != first.body {
		t.Errorf("the same key again: %s", again.body)
	}
	r := h.request(t, "TH-2026-00001")
	if len(r.Files) != 2 {
		t.Fatalf("its files: %+v", r.Files)
	}
	unit, other := people.Officer{ID: "d", Role: people.RoleOperator, Unit: "TH-XD"}, people.Officer{ID: "x", Role: people.RoleOperator, Unit: "TH-YT"}
	for _, f := range r.Files {
		got, data, err := h.flow.Attachments.Shown(t.Context(), unit, f.ID)
		if err != nil || got.Type == leak.PDF && string(data) != aPDF || got.Type == leak.Picture && !bytes.HasPrefix(data, []byte("\xff\xd8")) {
			t.Errorf("the unit opens %+v, %d bytes, %v", got, len(data), err)
		}
		if _, _, err := h.flow.Attachments.Shown(t.Context(), other, f.ID); !errors.Is(err, desk.ErrNotFound) {
			t.Errorf("another unit: %v", err)
		}
	}
	h.get("/api/v1/requests/TH-2026-00001", h.login("lan")...).wantStatus(t, 404)
}

func TestThePanelShowsWhatThePersonSentToTheirUnitAndNobodyElse(t *testing.T) {
	h := newHouseWithPanel(t)
	h.late.Store(int64(time.Since(today))) // a browser drops cookies by the clock on the wall
	hoa := h.login("hoa")
	paper := h.sends(t, hoa, aPDF)
	h.call("POST", "/api/v1/requests", `{"question":"Bao giờ sửa cầu Đò Trạp?","unit":"TH-XD","files":`+quoted(paper)+`}`, append([]string{"Idempotency-Key", "9b2f0a63-1"}, hoa...)...).wantStatus(t, 201)
	address := "/admin/files/" + h.request(t, "TH-2026-00001").Files[0].ID
	unit := h.officer(t)
	unit.Get("/admin/requests/TH-2026-00001")
	unit.Sees(200, "Tệp người hỏi gửi kèm", address, "tep-")
	unit.Get(address)
	unit.Sees(200, "%PDF-1.4")
	office := &admintest.Office{T: t, Flow: h.flow, URL: h.url}
	office.Hire("khac@th.vn", people.RoleSpokesperson, "TH-YT")
	other := office.SignedIn("khac@th.vn")
	other.Get(address)
	other.Sees(404)
	other.SeesNot("%PDF")
	h.get(address).wantNoText(t, "%PDF") // nobody in particular
}

func TestAFileOfARequestIsItsSendersAndThereIsARoomForFive(t *testing.T) {
	h := newHouse(t, nil)
	hoa, lan := h.login("hoa"), h.login("lan")
	keys := 0
	file := func(who []string, want int, files ...string) response {
		t.Helper()
		keys++
		return h.call("POST", "/api/v1/requests", `{"question":"Bao giờ sửa cầu Đò Trạp?","unit":"TH-XD","files":`+quoted(files...)+`}`,
			append([]string{"Idempotency-Key", "9b2f0a63-" + strings.Repeat("0", keys)}, who...)...).wantStatus(t, want)
	}
	paper := h.sends(t, hoa, aPDF)
	file(lan, 422, paper).wantText(t, `"files":"Máy chủ không còn giữ`) // whose SHA-256 one knows is not one's own
	file(hoa, 422, strings.Repeat("0", 64)).wantText(t, `"files":"`)
	file(hoa, 422, "x").wantText(t, `files[0]`)
	var all []string
	for range request.MaxFiles + 1 {
		all = append(all, h.sends(t, hoa, aPDF+strings.Repeat("%", len(all))))
	}
	file(hoa, 422, all...).wantText(t, `"files":"`)
	file(hoa, 201, all[:4]...)
	add := func(key string, want int, files ...string) response {
		t.Helper()
		return h.call("POST", "/api/v1/requests/TH-2026-00001/steps", `{"action":"add","text":"Ảnh cầu đây.","files":`+quoted(files...)+`}`, append([]string{"Idempotency-Key", key}, hoa...)...).wantStatus(t, want)
	}
	add("9b2f0a63-a", 409, all[4], all[5])
	add("9b2f0a63-b", 200, all[4])
	add("9b2f0a63-b", 200, all[4]) // once
	if n := len(request.SentFiles(h.request(t, "TH-2026-00001"))); n != request.MaxFiles {
		t.Errorf("%d files", n)
	}
}

func TestWhatIsNoFileOfARequestIsRefusedWithWhatToSendInstead(t *testing.T) {
	h := newHouse(t, nil)
	hoa := h.login("hoa")
	for name, data := range map[string]string{"a page": "<html></html>", "a program": "MZ\x90\x00", "half a picture": string(scene(96)[:200]), "nothing": "",
		"more than Zalo takes": aPDF + strings.Repeat("x", request.MaxFile)} {
		t.Run(name, func(t *testing.T) {
			h.call("POST", doors.RequestFilePath, data, hoa...).wantStatus(t, 422).wantText(t, `"file":"Chưa nhận tệp này`)
		})
	}
	h.call("GET", "/api/v1/requests/form", "", hoa...).wantStatus(t, 200).wantText(t, `"most_files":5`, `"most_bytes":5242880`)
}

func TestAnErasureTakesTheFilesOfARequest(t *testing.T) {
	h := newHouse(t, nil)
	hoa := h.login("hoa")
	waits, paper := h.sends(t, hoa, string(scene(96))), h.sends(t, hoa, aPDF)
	h.call("POST", "/api/v1/requests", `{"question":"Bao giờ sửa cầu Đò Trạp?","unit":"TH-XD","files":`+quoted(paper)+`}`, append([]string{"Idempotency-Key", "9b2f0a63-1"}, hoa...)...).wantStatus(t, 201)
	r := h.request(t, "TH-2026-00001")
	who := people.Requester{ID: r.Requester}
	h.call("POST", "/api/v1/erasure", "", append([]string{"Idempotency-Key", "9b2f0a63-2"}, hoa...)...).wantStatus(t, 200)
	if _, err := h.store.Attachment(t.Context(), r.Files[0].ID); !errors.Is(err, desk.ErrNotFound) {
		t.Errorf("the file of the request: %v", err)
	}
	if _, err := h.flow.Attachments.Uploaded(t.Context(), who, waits); err == nil {
		t.Error("what waits is kept")
	}
	if left := h.request(t, r.Code).Files; len(left) != 0 {
		t.Errorf("the request names %v", left)
	}
}
