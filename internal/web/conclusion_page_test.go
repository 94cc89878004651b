package web

import (
	"strings"
	"testing"
	"time"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/cases"
	"phatngon/knowledge/statement"
)

// concluded is a case at a state, with a conclusion of the health department.
func concluded(code string, state cases.State, change func(*cases.Case)) cases.Case {
	k := cases.Conclusion{Outcome: cases.IsFalse, Claim: "Đập Cửa Đạt bị vỡ", Text: "Hồ vận hành **an toàn**.", Unit: "TH-YT",
		Spokesperson: "Hoàng Văn Ký", Position: "Giám đốc Sở Y tế", At: today, LabelledAt: today, PublishedAt: today}
	c := cases.Case{Code: code, State: state, Access: cases.Open, Conclusion: &k, CreatedAt: today.Add(-time.Hour)}
	if change != nil {
		change(&c)
	}
	return c
}

func TestAConclusionHasAPage(t *testing.T) {
	h := newHouse(t, nil)
	for _, c := range []cases.Case{
		concluded("TG-2026-00001", cases.Published, nil),
		concluded("TG-2026-00002", cases.Labelled, func(c *cases.Case) { c.Conclusion.PublishedAt = time.Time{} }),
		concluded("TG-2026-00003", cases.Received, func(c *cases.Case) { c.Conclusion = nil }),
		concluded("TG-2026-00004", cases.Forwarded, func(c *cases.Case) { c.Access = cases.Closed }),
		concluded("TG-2026-00005", cases.Published, func(c *cases.Case) {
			c.Access, c.Conclusion.LabelledAt = cases.Conditional, time.Time{}
		}),
		concluded("TG-2026-00006", cases.Unlabelled, func(c *cases.Case) {
			c.Conclusion.Unlabelled = &cases.Unlabelling{Grounds: "Bản án số 1", At: today}
		}),
		concluded("TG-2026-00007", cases.Done, func(c *cases.Case) {
			c.Conclusion.Outcome, c.Conclusion.LabelledAt = cases.NotFalse, time.Time{}
		}),
	} {
		if err := h.store.InsertCase(t.Context(), &c); err != nil {
			t.Fatal(err)
		}
	}
	h.get("/k/TG-2026-00001").wantStatus(t, 200).wantText(t, "TIN GIẢ, TIN SAI SỰ THẬT", "Đập Cửa Đạt bị vỡ", "<strong>an toàn</strong>", "Hoàng Văn Ký",
		`"@type":"ClaimReview"`, `"claimReviewed":"Đập Cửa Đạt bị vỡ"`, `"alternateName":"TIN GIẢ, TIN SAI SỰ THẬT"`, `"ratingValue":1`,
		`<link rel="canonical" href="https://phatngon.example/k/TG-2026-00001">`, "/s/KL-TG-2026-00001")
	h.get("/k/TG-2026-00001").wantNoText(t, "SHA-256")
	for _, code := range []string{"TG-2026-00002", "TG-2026-00003", "TG-2026-00004", "TG-2026-00009"} {
		h.get("/k/"+code).wantStatus(t, 404).wantNoText(t, "Cửa Đạt", "TIN GIẢ")
	}
	warned := h.get("/k/TG-2026-00005").wantStatus(t, 200)
	warned.wantText(t, "có dấu hiệu giả, sai sự thật")
	warned.wantNoText(t, "TIN GIẢ, TIN SAI", "ratingValue")
	taken := h.get("/k/TG-2026-00006").wantStatus(t, 200)
	taken.wantText(t, "đã gỡ nhãn", "Bản án số 1", "Đã kết luận ban đầu", "TIN GIẢ, TIN SAI SỰ THẬT", "giữ lại để tra cứu", "Ký kết luận", "Gắn nhãn", "Hoàng Văn Ký")
	taken.wantNoText(t, "ClaimReview", "/s/KL-", "Xác nhận gần nhất")
	h.get("/k/TG-2026-00007").wantStatus(t, 200).wantText(t, "không phải là tin giả, tin sai sự thật", `"ratingValue":5`)
}

func TestAConclusionTellsSinceWhenAndWhatItQuotes(t *testing.T) {
	h := newHouse(t, nil, said("PN-1", nil))
	body, _ := h.flow.Base.Statement("PN-1", statement.AudiencePublic, today)
	c := concluded("TG-2026-00001", cases.Done, func(c *cases.Case) {
		c.CreatedAt, c.Conclusion.ConfirmedAt = day("2026-11-02"), day("2026-11-25")
		c.Conclusion.Captures = []cases.Capture{{SHA256: strings.Repeat("ab", 32), ReceivedAt: day("2026-11-03")}}
		c.Conclusion.Quotes = []cases.Quote{{Statement: "PN-1", Text: body.Body}, {Statement: "PN-9", Text: "Đã **thu hồi**."}}
	})
	if err := h.store.InsertCase(t.Context(), &c); err != nil {
		t.Fatal(err)
	}
	page := h.get("/k/TG-2026-00001").wantStatus(t, 200)
	page.wantText(t, "Ghi nhận lần đầu", "02/11/2026", "Xác nhận gần nhất", "25/11/2026", `href="https://phatngon.example/s/PN-1"`, "Phát ngôn PN-9 không còn công khai", "<strong>thu hồi</strong>",
		strings.Repeat("ab", 32), "03/11/2026", "không đăng lại ảnh")
	page.wantNoText(t, "/pictures/", "nhận sớm nhất")
}

func day(s string) time.Time {
	t, err := time.ParseInLocation(time.DateOnly, s, calendar.Zone)
	if err != nil {
		panic(err)
	}
	return t
}
