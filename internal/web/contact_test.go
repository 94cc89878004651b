package web

import (
	"bytes"
	"image/png"
	"strings"
	"testing"

	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/knowledge/statement"
)

const contactFacts = `{"note":"","office":"Văn phòng UBND tỉnh","address":"35 Đại lộ Lê Lợi, phường Hạc Thành","phone":"0237 385 2246","email":"vp@example.vn","responsible":"Trần Văn Mẫu","position":"Chánh Văn phòng"}`

func TestEveryPublicPageSaysWhoseItIsAndHowToReachThem(t *testing.T) {
	h := newHouse(t, nil, said("PN-1", nil), said("PN-2", func(s *statement.Statement) { s.Code = "PN-2" }))
	pages := []string{"/", "/s/PN-1", "/v/PN-1", "/han", "/rieng-tu", "/s/NO-SUCH"}
	for _, page := range pages {
		h.get(page).wantNoText(t, "Chịu trách nhiệm", "mailto:", "tel:")
	}
	h.get("/api/v1/config").wantText(t, `"contact":null`)
	chief := people.Officer{ID: "a", Role: people.RoleAdmin}
	if err := h.flow.Rules.Save(t.Context(), chief, string(policy.KindContact), today, []byte(contactFacts)); err != nil {
		t.Fatal(err)
	}
	for _, page := range pages {
		h.get(page).wantText(t, "Văn phòng UBND tỉnh", "35 Đại lộ Lê Lợi", `href="tel:02373852246"`, `href="mailto:vp@example.vn"`, "Chịu trách nhiệm nội dung: Trần Văn Mẫu, Chánh Văn phòng")
	}
	h.get("/api/v1/config").wantText(t, `"contact":{"office":"Văn phòng UBND tỉnh"`, `"responsible":"Trần Văn Mẫu"`)
}

// What a card of a shared page shows must be a picture that networks take: PNG, 1,200 by 630.
func TestASharedPageHasAPicture(t *testing.T) {
	h := newHouse(t, nil, said("PN-1", nil))
	for _, page := range []string{"/", "/s/PN-1", "/v/PN-1"} {
		body := h.get(page).body
		_, after, found := strings.Cut(body, `<meta property="og:image" content="`+publicURL)
		if !found {
			t.Fatalf("%s has no og:image", page)
		}
		address, _, _ := strings.Cut(after, `"`)
		a := h.get(address).wantStatus(t, 200)
		if kind := a.header.Get("Content-Type"); kind != "image/png" {
			t.Errorf("%s is %s", address, kind)
		}
		shown, err := png.DecodeConfig(bytes.NewReader([]byte(a.body)))
		if err != nil || shown.Width != 1200 || shown.Height != 630 || len(a.body) > 300<<10 {
			t.Errorf("%s is %d×%d in %d bytes, %v", address, shown.Width, shown.Height, len(a.body), err)
		}
		h.get(page).wantText(t, `<meta property="og:image:width" content="1200">`, `<meta property="og:image:height" content="630">`, `<meta property="og:image:alt"`, `<meta name="twitter:card" content="summary_large_image">`)
	}
}
