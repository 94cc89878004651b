package web

import (
	"net/http"
	"strings"
	"testing"
)

func TestARequestIsFollowedInAnyBrowserByWhoHasItsAddress(t *testing.T) {
	h := newHouse(t, nil)
	h.work(t)
	hoa := h.login("hoa")
	code := h.filed(t, hoa)
	address := strings.TrimPrefix(h.of(t, code, hoa).FollowURL, publicURL)

	t.Run("where it stands, as the person reads it", func(t *testing.T) {
		a := h.get(address).wantStatus(t, 200)
		a.wantText(t, code, "Cầu Chùa Vồm bao giờ thông xe?", "Sở Xây dựng", `<meta name="robots" content="noindex">`)
		a.wantNoText(t, bridgeAnswer)
	})
	t.Run("a draft is the office's, the sent answer the person's", func(t *testing.T) {
		h.approved(t, code)
		h.comes(t, "the answer", func() bool { return h.of(t, code, hoa).Answer != nil })
		a := h.get(address).wantStatus(t, 200)
		a.wantText(t, bridgeAnswer, "Vũ Thị Ký", "Trả lời chính thức")
		if got := a.header.Get("Referrer-Policy"); got != "no-referrer" {
			t.Errorf("Referrer-Policy %q: the address holds the key", got)
		}
	})
	t.Run("a code alone, another's key and no such request open nothing", func(t *testing.T) {
		key := address[strings.Index(address, "?"):]
		for _, path := range []string{"/yc/" + code, "/yc/" + code + "?k=", "/yc/" + code + "?k=" + strings.Repeat("0", 32), "/yc/TH-2026-99999" + key} {
			h.get(path).wantStatus(t, 404).wantNoText(t, "Chùa Vồm")
		}
	})
	t.Run("nothing opens once the person is erased", func(t *testing.T) {
		h.call("POST", "/api/v1/erasure", "", append([]string{"Idempotency-Key", "erase-01"}, hoa...)...).wantStatus(t, http.StatusOK)
		h.get(address).wantStatus(t, 404)
	})
	h.get("/robots.txt").wantText(t, "Disallow: /yc/")
}
