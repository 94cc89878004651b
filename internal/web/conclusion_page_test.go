package web

import (
	"encoding/json"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/routing"
	flowcases "phatngon/internal/flow/cases"
)

var jsonLD = regexp.MustCompile(`(?s)<script type="application/ld\+json">(.*?)</script>`)

func TestACaseHasAPublicPageThatSaysNoMoreThanWasConcluded(t *testing.T) {
	h := newHouse(t, nil)
	ctx := t.Context()
	r, err := h.flow.Cases.File(ctx, people.Requester{ID: "oa:1"}, flowcases.Filing{
		Report: effect.Report{Text: "Đập Cửa Đạt đã vỡ <b>tối qua</b>, chạy ngay https://facebook.com/groups/1/posts/2", Category: "disaster"},
		Source: "e1", Channel: flowcases.ChannelChat, At: h.now()})
	if err != nil {
		t.Fatal(err)
	}
	if err := h.flow.Relay.Sweep(ctx); err != nil {
		t.Fatal(err)
	}
	at := "/k/" + r.Case
	h.get("/k/TG-2020-00009").wantStatus(t, http.StatusNotFound)
	before := h.get(at).wantStatus(t, http.StatusOK)
	before.wantText(t, r.Case, "có dấu hiệu giả, sai sự thật", "Đang xử lý")
	before.wantNoText(t, "Đập Cửa Đạt", "facebook.com", "ld+json")

	press := people.Officer{ID: "a", Role: people.RoleOperator, Unit: routing.ProvinceOffice}
	drafts := people.Officer{ID: "b", Role: people.RoleOperator, Unit: "TH-YT"}
	signs := people.Officer{ID: "c", Name: "Hoàng Văn Ký", Position: "Giám đốc", Role: people.RoleSpokesperson, Unit: "TH-YT"}
	ref := func() flowcases.Ref {
		c, err := h.flow.Store.Case(ctx, r.Case)
		if err != nil {
			t.Fatal(err)
		}
		return flowcases.Ref{Code: c.Code, Version: c.Version}
	}
	q := h.flow.Cases
	for i, step := range []func() error{
		func() error {
			return q.Classify(ctx, press, ref(), cases.Class{Severity: cases.Harmful, Access: cases.Open}, cases.Competence{Unit: "TH-YT", Ground: cases.OfField, Why: "Lĩnh vực."})
		},
		func() error { return q.Verify(ctx, drafts, ref()) },
		func() error {
			return q.SaveDraft(ctx, drafts, ref(), cases.Finding{Outcome: cases.IsFalse, Claim: "Vỡ đập Cửa Đạt", Text: "Đập **an toàn**; </script> không có sự cố."})
		},
		func() error { return q.Conclude(ctx, signs, ref(), 1) },
		func() error { return q.Label(ctx, signs, ref()) },
	} {
		if err := step(); err != nil {
			t.Fatalf("step %d: %v", i, err)
		}
	}
	h.get(at).wantNoText(t, "an toàn", "Cửa Đạt") // signed, but not public yet
	if err := q.Publish(ctx, signs, ref()); err != nil {
		t.Fatal(err)
	}
	after := h.get(at).wantStatus(t, http.StatusOK)
	after.wantText(t, "Vỡ đập Cửa Đạt", "TIN GIẢ, TIN SAI SỰ THẬT", "<strong>an toàn</strong>", "Hoàng Văn Ký", "/s/KL-TG-2026-00001")
	after.wantNoText(t, "tối qua", "facebook.com")
	var review claimReview
	found := jsonLD.FindStringSubmatch(after.body)
	if len(found) != 2 || json.Unmarshal([]byte(found[1]), &review) != nil {
		t.Fatalf("no ClaimReview in %s", after.body)
	}
	if review.Type != "ClaimReview" || review.Claim != "Vỡ đập Cửa Đạt" || review.Rating.Value != 1 || review.Rating.Name != "TIN GIẢ, TIN SAI SỰ THẬT" || !strings.HasSuffix(review.URL, at) {
		t.Errorf("%+v", review)
	}
}
