package web

import (
	"strings"
	"testing"

	"phatngon/knowledge"
)

func TestAPageLoadsNoPictureOfOthers(t *testing.T) {
	h := newHouse(t, nil, said("PN-1", func(s *knowledge.Statement) {
		s.Body = "Bản đồ: ![Sơ đồ *tuyến*](https://theo-doi.example/a.png?x=\"1\") và ![xấu](javascript:alert(1))."
	}))
	page := h.get("/s/PN-1").wantStatus(t, 200)
	page.wantText(t, `href="https://theo-doi.example/a.png?x=%221%22">Sơ đồ <em>tuyến</em></a>`, "xấu")
	page.wantNoText(t, `src="https://theo-doi`, "javascript:alert")
	if strings.Contains(string(bodyHTML("![a](https://x.example/a.png)")), "<img") {
		t.Error("a picture is loaded")
	}
}
