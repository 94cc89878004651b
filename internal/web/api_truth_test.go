package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"image"
	"image/png"
	"strings"
	"testing"

	"phatngon/bot/check"
	"phatngon/internal/desk/people"
	"phatngon/internal/web/doors"
	"phatngon/knowledge/statement"
)

func TestCheckSaysWhatTheChatSays(t *testing.T) {
	h := newHouse(t, nil, said("PN-1", nil), said("PN-2", func(s *statement.Statement) {
		s.DocumentNo, s.SourceURL, s.Status, s.WithdrawalReason = "9/TB-SNNMT", "", statement.StatusWithdrawn, "Số liệu cũ."
		s.Body = "Từ ngày 01/10/2026, các hộ dân phường Sầm Sơn đã nhận đủ tiền hỗ trợ di dời."
	}))
	hoa := h.login("hoa")
	for name, c := range map[string]struct {
		text    string
		outcome check.Outcome
		want    []string
	}{
		"word for word":       {"Phần còn lại không được phép chậm quá ngày 31/12/2026. Có đúng không?", check.Verbatim, []string{`"ground":"text"`, `"fate":"in_force"`, "Đúng nguyên văn của tỉnh"}},
		"a negation left out": {"Đến ngày 15/11/2026, tuyến đường ven biển đã bàn giao 29,1 km mặt bằng trên tổng số 30,2 km. Phần còn lại được phép chậm quá ngày 31/12/2026.", check.Changed, []string{`"kind":"negation"`, `"marked":"không"`, "Đã bị sửa"}},
		"a number":            {"văn bản 123/tb-snnmt có thật không", check.Verbatim, []string{`"ground":"number"`, `"code":"PN-1"`}},
		"its source":          {"https://www.thanhhoa.gov.vn/1?utm_source=zalo", check.Verbatim, []string{`"ground":"link"`, `"code":"PN-1"`}},
		"a channel":           {"https://thanhhoa.gov.vn/tin-khac", check.Verbatim, []string{`"ground":"channel"`, `"listed":true`, "Cổng thông tin điện tử"}},
		"a host like it":      {"https://thanhhoa-gov.vn/1", check.Unseen, []string{`"listed":false`, "Chưa thấy không có nghĩa là"}},
		"withdrawn":           {"Từ ngày 01/10/2026, các hộ dân phường Sầm Sơn đã nhận đủ tiền hỗ trợ di dời.", check.Verbatim, []string{`"fate":"withdrawn"`, `"quotes":[]`, "đã được thu hồi", "Số liệu cũ."}},
		"nowhere":             {"Từ mai mỗi hộ phải đóng một triệu đồng tiền cứu trợ cho bão, ai không đóng thì bị cắt nước.", check.Unseen, []string{`"quotes":[]`, "chưa thấy nội dung này trong danh sách đã công bố"}},
	} {
		t.Run(name, func(t *testing.T) {
			body, _ := json.Marshal(map[string]string{"text": c.text})
			a := h.call("POST", "/api/v1/check", string(body), hoa...).wantStatus(t, 200)
			a.wantText(t, c.want...)
			var got truthView
			if err := json.Unmarshal([]byte(a.body), &got); err != nil || got.Outcome != c.outcome {
				t.Errorf("%s, %v; want %s: %s", got.Outcome, err, c.outcome, a.body)
			}
			for _, q := range got.Quotes {
				if !strings.Contains(said("PN-1", nil).Body, q.Quote) {
					t.Errorf("%q stands in no statement", q.Quote)
				}
			}
		})
	}
}

func TestWhatACheckQuotedIsInTheLedger(t *testing.T) {
	h := newHouse(t, nil, said("PN-1", nil))
	hoa := h.login("hoa")
	for range 2 {
		h.call("POST", "/api/v1/check", `{"text":"Phần còn lại không được phép chậm quá ngày 31/12/2026."}`, hoa...).wantStatus(t, 200)
	}
	told, _, err := h.store.LedgerOfStatement(t.Context(), "PN-1", "", 10)
	if err != nil || len(told) != 1 {
		t.Errorf("%d entries, %v; want one", len(told), err)
	}
}

func TestACheckIsBounded(t *testing.T) {
	h := newHouse(t, nil, said("PN-1", nil))
	hoa := h.login("hoa")
	h.call("POST", "/api/v1/check", `{"text":"a"}`, hoa...).wantStatus(t, 422).wantText(t, `"text":`)
	h.call("POST", "/api/v1/check", `{"text":"`+strings.Repeat("ă", 10_001)+`"}`, hoa...).wantStatus(t, 422)
	last := 0
	for range 31 {
		last = h.call("POST", "/api/v1/check", `{"text":"Xin chào các anh chị"}`, hoa...).status
	}
	if last != 429 {
		t.Errorf("the 33rd in a minute: %d, want 429", last)
	}
}

func TestAPictureIsComparedWithThoseOfCasesAndNotKept(t *testing.T) {
	h := newHouse(t, nil)
	hoa, lan := h.login("hoa"), h.login("lan")
	check := func(picture []byte, want ...string) {
		t.Helper()
		h.call("POST", doors.CheckPicturePath, string(picture), lan...).wantStatus(t, 200).wantText(t, want...)
	}
	check(scene(200), `"outcome":"unseen"`, `"case":null`, "chưa thấy. Chưa thấy không có nghĩa là nội dung ảnh sai", `"follow":"none"`)
	sum := sha256.Sum256(scene(200))
	h.call("POST", "/api/v1/reports", `{"pictures":["`+hex.EncodeToString(sum[:])+`"],"category":"health"}`, append([]string{"Idempotency-Key", "9b2f0a63-1"}, lan...)...).
		wantStatus(t, 422).wantText(t, `"pictures":"Máy chủ không còn giữ`)
	first := h.reported(t, hoa, "9b2f0a63-1", `{"pictures":["`+h.uploaded(t, hoa, scene(640))+`"],"category":"health"}`)
	check(scene(200), `"outcome":"unseen"`, first.Code, "giống ảnh trong vụ việc", "có dấu hiệu giả, sai sự thật")
	h.conclude(t, first.Code)
	check(scene(200), `"outcome":"concluded"`, `"ground":"case"`, "Sở Y tế không thu tiền", `"case":null`, `"follow":"none"`)
	flat := image.NewGray(image.Rect(0, 0, 300, 300))
	var blank bytes.Buffer
	if err := png.Encode(&blank, flat); err != nil {
		t.Fatal(err)
	}
	h.call("POST", doors.CheckPicturePath, blank.String(), lan...).wantStatus(t, 422).wantText(t, `"picture":"Ảnh có quá ít chi tiết`)
}

func TestWhatWasCheckedIsReportedWholeHoweverLong(t *testing.T) {
	h := newHouse(t, nil)
	hoa := h.login("hoa")
	long := strings.Repeat("mỗi hộ phải nộp tiền ", 476)
	long += strings.Repeat("ă", 10_000-len([]rune(long)))
	body, _ := json.Marshal(map[string]string{"text": long, "category": "other"})
	h.call("POST", "/api/v1/check", string(body), hoa...).wantStatus(t, 200)
	if got := h.reported(t, hoa, "9b2f0a63-1", string(body)); got.Text != long {
		t.Errorf("%d of %d characters were reported", len([]rune(got.Text)), len([]rune(long)))
	}
}

// chatted makes a person of the app one who has written to the Official Account.
func (h *house) chatted(t *testing.T, persona string) people.Requester {
	t.Helper()
	who, err := h.store.RequesterByApp(t.Context(), h.persona(t, persona).AppUserID)
	if err != nil {
		t.Fatal(err)
	}
	who.OAUserID = h.persona(t, persona).UserID
	if err := h.store.ReplaceRequester(t.Context(), &who); err != nil {
		t.Fatal(err)
	}
	return who
}

func TestWhoCheckedMayWishToHearTheConclusionWhereTheyAreTold(t *testing.T) {
	h := newHouse(t, nil, said("PN-1", nil))
	hoa := h.login("hoa")
	const link = "https://www.facebook.com/tinnhanh/posts/987654321"
	h.call("POST", "/api/v1/check", `{"text":"`+link+`"}`, hoa...).wantStatus(t, 200).wantText(t, `"follow":"chat_first"`)
	h.call("POST", "/api/v1/check/follow", `{"text":"`+link+`"}`, hoa...).wantStatus(t, 422).wantText(t, "chưa nhắn cho tài khoản Zalo chính thức")
	who := h.chatted(t, "hoa")
	h.call("POST", "/api/v1/check", `{"text":"`+link+`"}`, hoa...).wantStatus(t, 200).wantText(t, `"follow":"offered"`)
	h.call("POST", "/api/v1/check", `{"text":"tin lạ này"}`, hoa...).wantStatus(t, 200).wantText(t, `"follow":"none"`)
	h.call("POST", "/api/v1/check", `{"text":"Phần còn lại không được phép chậm quá ngày 31/12/2026."}`, hoa...).wantStatus(t, 200).wantText(t, `"outcome":"verbatim"`, `"follow":"none"`)
	for range 2 {
		h.call("POST", "/api/v1/check/follow", `{"text":"`+link+`"}`, hoa...).wantStatus(t, 200).wantText(t, `"noted":true`, "180 ngày")
	}
	h.call("POST", "/api/v1/check/follow", `{"text":"tin lạ này"}`, hoa...).wantStatus(t, 200).wantText(t, `"noted":false`, "quá ngắn")
	found, _, err := h.store.WishesAbout(t.Context(), "link:facebook:987654321", "", 10)
	if err != nil || len(found) != 1 || found[0].Requester != who.ID {
		t.Errorf("wishes %+v, %v; want hers, once", found, err)
	}
}
