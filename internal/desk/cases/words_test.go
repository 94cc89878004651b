package cases

import (
	"slices"
	"testing"
	"time"
)

func TestWhatAnySurfaceMaySay(t *testing.T) {
	const signs, label = "có dấu hiệu giả, sai sự thật", "TIN GIẢ, TIN SAI SỰ THẬT"
	want := map[State]string{Labelled: label, Published: label, Forwarded: label, Done: label,
		Unlabelled: "đã gỡ nhãn “TIN GIẢ, TIN SAI SỰ THẬT”. Căn cứ: Bản án số 1."}
	for _, state := range States() {
		words, found := want[state]
		if !found {
			words = signs
		}
		if got := PublicWords(in(state).c); got != words {
			t.Errorf("%s: %q, want %q", state, got, words)
		}
		done := slices.Contains([]State{Published, Forwarded, Done, Unlabelled, Rejected, OtherBody}, state)
		if got := PublicState(in(state).c); (got == "Đã hoàn thành xử lý") != done || !done && got != "Đang xử lý" {
			t.Errorf("%s: %q", state, got)
		}
		if state.Label() == "" {
			t.Errorf("%s has no name", state)
		}
	}
	conditional := Class{Severity: Harmful, Access: Conditional}
	for name, c := range map[string]struct {
		c    Case
		want string
	}{
		"a draft says nothing":    {to(received(1, "r1"), Drafted, open, NotFalse), signs},
		"not false":               {to(received(1, "r1"), Concluded, open, NotFalse), "không phải là tin giả, tin sai sự thật"},
		"cannot be verified":      {to(received(1, "r1"), Concluded, open, Unverifiable), "không có điều kiện xác thực"},
		"warned of without label": {ok(Publish(to(received(1, "r1"), Concluded, conditional, IsFalse), signer, noon)), signs},
	} {
		if got := PublicWords(c.c); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestAReport(t *testing.T) {
	whole := Report{ID: "r1", Requester: "oa:1", Channel: "zalo", Text: " Sập cầu. ", Category: "disaster", CreatedAt: noon, SeenAt: noon, PostedAt: noon}
	for name, c := range map[string]struct {
		change func(*Report)
		want   string
	}{
		"of a text":             {func(*Report) {}, ""},
		"of a link":             {func(r *Report) { r.Text, r.Links = "", []Link{{Given: "x.vn/a", Key: "web:x.vn/a"}} }, ""},
		"of a picture":          {func(r *Report) { r.Text, r.Pictures = "", []string{"p1"} }, ""},
		"of nothing":            {func(r *Report) { r.Text = " " }, "text"},
		"no category":           {func(r *Report) { r.Category = "x" }, "category"},
		"seen tomorrow":         {func(r *Report) { r.SeenAt = noon.Add(time.Hour) }, "seen_at"},
		"posted after seen":     {func(r *Report) { r.SeenAt = noon.Add(-time.Hour) }, "posted_at"},
		"when is not known":     {func(r *Report) { r.SeenAt, r.PostedAt = time.Time{}, time.Time{} }, ""},
		"posted, not when seen": {func(r *Report) { r.SeenAt = time.Time{} }, ""},
		"anonymous, to be told": {func(r *Report) { r.Anonymous, r.Consent = true, true }, "consent"},
		"too long":              {func(r *Report) { r.Harm = string(make([]byte, 20_001)) + "x" }, "harm"},
	} {
		r := whole
		c.change(&r)
		if _, err := NewReport(r); refusal(err) != c.want {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
	told, anonymous := whole, whole
	told.Consent, anonymous.Anonymous = true, true
	told, _ = NewReport(told)
	anonymous, _ = NewReport(anonymous)
	if !told.ToTell() || anonymous.ToTell() || anonymous.Requester != "" || told.Text != "Sập cầu." {
		t.Errorf("told %+v, anonymous %+v", told, anonymous)
	}
	if n := len(Categories()); n != 8 {
		t.Errorf("%d categories, the portal has 8", n)
	}
	if code, _ := FindCode("vụ tg 2026 7"); code != "TG-2026-00007" || FormatCode(2026, 7) != code {
		t.Errorf("the code is read as %q", code)
	}
}
