package web

import (
	"encoding/xml"
	"net/url"
	"strings"
	"testing"
	"time"

	"phatngon/internal/web/feed"
	"phatngon/knowledge/statement"
)

func TestASupersededPageLeadsToTheNewOne(t *testing.T) {
	replaced := func(s *statement.Statement) { s.Status = statement.StatusSuperseded }
	h := newHouse(t, nil, said("PN-1", replaced), said("PN-2", func(s *statement.Statement) {
		s.Title, s.Supersedes, s.IssuedAt = "Tiến độ mới", []string{"PN-1"}, time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	}), said("PN-3", replaced), said("PN-4", func(s *statement.Statement) {
		s.Title, s.Supersedes, s.Audience = "Riêng báo chí", []string{"PN-3"}, statement.AudiencePress
	}))
	old := h.get("/s/PN-1").wantStatus(t, 200)
	old.wantText(t, "đã được thay thế từ ngày 22/11/2026 bằng phát ngôn “Tiến độ mới” (mã PN-2)", `<a href="/s/PN-2">Đọc phát ngôn mới</a>`,
		`<link rel="canonical" href="https://phatngon.example/s/PN-2">`)
	h.get("/v/PN-1").wantText(t, `<a href="/s/PN-2">`, "noindex")
	h.get("/v/PN-1?q="+url.QueryEscape("đã bàn giao 29,1 km mặt bằng")).wantText(t, "Đúng nguyên văn", `<a href="/s/PN-2">`)
	h.get("/api/v1/statements/PN-1").wantText(t, `"replaced_by":{"code":"PN-2","title":"Tiến độ mới"`)
	h.get("/s/PN-2").wantNoText(t, "đã được thay thế", "noindex")
	press := h.get("/s/PN-3").wantStatus(t, 200) // nobody learns of what is for the press
	press.wantText(t, "đã được thay thế bằng thông tin mới hơn", "noindex", `href="https://phatngon.example/s/PN-3"`)
	press.wantNoText(t, "PN-4", "Riêng báo chí")
}

func TestAPublicPageCountsEditionsNotDrafts(t *testing.T) {
	h := newHouse(t, nil, said("PN-1", func(s *statement.Statement) { s.Version = 5 }),
		said("PN-2", func(s *statement.Statement) { s.Version, s.Corrections, s.SaidAt = 5, 1, ptr(today) }))
	h.get("/s/PN-1").wantText(t, "PN-1 (phiên bản 1)")
	h.get("/s/PN-2").wantText(t, "PN-2 (phiên bản 2, sửa ngày 23/11/2026)")
	h.get("/v/PN-2?q="+url.QueryEscape("đã bàn giao 29,1 km mặt bằng")).wantText(t, "phiên bản 2, đang có hiệu lực")
}

func TestWhatIsApprovedIsWhatIsShown(t *testing.T) {
	h := newHouse(t, nil, said("PN-1", func(s *statement.Statement) {
		s.Body = "Nhóm **<LOD>** có a < b &amp; [nguồn](https://x.vn/1).\n\n![Bản đồ](https://evil.example/1.png)\n\n| Xã | Hộ |\n|---|---|\n| A | 12 | thêm |"
	}))
	const shown = `Nhóm <strong>&lt;LOD&gt;</strong> có a &lt; b &amp;amp; <a href="https://x.vn/1" rel="noopener">nguồn</a>.`
	page := h.get("/s/PN-1").wantStatus(t, 200)
	page.wantText(t, shown, `<a href="https://evil.example/1.png" rel="noopener">Bản đồ</a>`, "<tr><td>A</td><td>12</td><td>thêm</td></tr>",
		`<meta property="og:description" content="Nhóm &lt;LOD&gt; có a &lt; b &amp;amp; nguồn. Bản đồ">`)
	page.wantNoText(t, `src="https://evil`, "**")
	var atom feed.Atom
	if err := xml.Unmarshal([]byte(h.get("/feed.atom").body), &atom); err != nil || !strings.Contains(atom.Entries[0].Content.Text, shown) {
		t.Errorf("the feed shows %q, %v", atom.Entries[0].Content.Text, err)
	}
	h.get("/v/PN-1?q="+url.QueryEscape("Nhóm <LOD> có a < b &amp; nguồn.")).wantText(t, "Đúng nguyên văn")
}
