package web

import (
	"encoding/xml"
	"net/url"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"phatngon/internal/web/feed"
	"phatngon/knowledge/statement"
)

func TestFeedIsAtom(t *testing.T) {
	h := newHouse(t, nil, said("PN-1", func(s *statement.Statement) { s.Title = "Dự án A & B <mới>" }), said("MAU-1", nil))
	a := h.get("/feed.atom").wantStatus(t, 200)
	if got := a.header.Get("Content-Type"); got != "application/atom+xml; charset=utf-8" {
		t.Errorf("Content-Type %s", got)
	}
	var atom feed.Atom
	if err := xml.Unmarshal([]byte(a.body), &atom); err != nil {
		t.Fatal(err)
	}
	titles := map[string]string{}
	for _, e := range atom.Entries {
		titles[e.ID] = e.Title
		if _, err := time.Parse(time.RFC3339, e.Updated); err != nil || e.Author.Name != "Nguyễn Văn A, Giám đốc Sở Nông nghiệp và Môi trường" || e.Content.Type != "html" {
			t.Errorf("entry %+v: %v", e, err)
		}
	}
	if titles[publicURL+"/s/PN-1"] != "Dự án A & B <mới>" || titles[publicURL+"/s/MAU-1"] != "[Dữ liệu mẫu] Tiến độ giải phóng mặt bằng đường ven biển" {
		t.Errorf("titles %v", titles)
	}
	newHouse(t, nil).get("/feed.atom").wantStatus(t, 200).wantText(t, "<updated>1970-01-01T07:00:00+07:00</updated>")
}

// What RFC 4287 asks of a feed, as far as readers and validators refuse one.
func TestTheFeedIsValid(t *testing.T) {
	day := func(n int) time.Time { return time.Date(2026, 11, n, 9, 0, 0, 0, time.UTC) }
	h := newHouse(t, nil, said("PN-1", func(s *statement.Statement) { s.IssuedAt = day(1) }), said("PN-2", func(s *statement.Statement) { s.IssuedAt = day(2) }),
		said("PN-3", func(s *statement.Statement) { s.IssuedAt, s.SaidAt, s.Corrections = day(3), ptr(day(20)), 1 }))
	body := h.get("/feed.atom").wantStatus(t, 200).body
	var atom feed.Atom
	if err := xml.Unmarshal([]byte(body), &atom); err != nil {
		t.Fatal(err)
	}
	if atom.ID == "" || atom.Title == "" || atom.Links[0].Rel != "self" || atom.Links[0].Href != atom.ID {
		t.Errorf("the head of the feed: %+v", atom)
	}
	moments, ids := map[string]string{}, map[string]bool{}
	for _, e := range atom.Entries {
		moments[e.ID] = e.Updated
		u, err := url.Parse(e.ID)
		published, errP := time.Parse(time.RFC3339, e.Published)
		updated, errU := time.Parse(time.RFC3339, e.Updated)
		if err != nil || !u.IsAbs() || ids[e.ID] || errP != nil || errU != nil || updated.Before(published) || e.Title == "" || e.Author.Name == "" ||
			len(e.Links) != 1 || e.Links[0].Rel != "alternate" || e.Content.Type != "html" || e.Content.Text == "" {
			t.Errorf("entry %+v", e)
		}
		ids[e.ID] = true
	}
	want := map[string]string{publicURL + "/s/PN-1": "2026-11-01T16:00:00+07:00", publicURL + "/s/PN-2": "2026-11-02T16:00:00+07:00", publicURL + "/s/PN-3": "2026-11-20T16:00:00+07:00"}
	if diff := cmp.Diff(want, moments); diff != "" {
		t.Errorf("when each was issued or corrected\n%s", diff)
	}
	if atom.Updated != want[publicURL+"/s/PN-3"] {
		t.Errorf("the feed is of %s, not of its newest entry", atom.Updated)
	}
	if again := h.get("/feed.atom").body; again != body {
		t.Error("the same statements give another feed")
	}
}
