package web

import (
	"bufio"
	"fmt"
	"net"
	"net/http"
	"strings"
	"testing"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/web/doors"
)

func TestOnlyTheFormThatBringsAFileMayBeLarge(t *testing.T) {
	h := newHouse(t, func(d *Deps) {
		d.MountAdmin = func(r fiber.Router) {
			r.Post("/admin/*", func(c *fiber.Ctx) error { return c.SendStatus(fiber.StatusNoContent) })
		}
	})
	large := strings.Repeat("x", doors.BodyLimit+1)
	h.call("POST", doors.UploadPath, large).wantStatus(t, 204)
	for _, path := range []string{doors.UploadPath + "?large", "/admin/statements"} {
		if got := h.announce(t, path, len(large)); got != 413 {
			t.Errorf("%s: status %d; want 413", path, got)
		}
	}
}

// announce sends the head of a request whose body is of that size, and returns
// the status it is answered with before any of the body was sent: a server that
// refuses by the announced size may close the connection on who goes on writing.
func (h *house) announce(t *testing.T, path string, size int) int {
	t.Helper()
	conn, err := net.Dial("tcp", strings.TrimPrefix(h.url, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if _, err := fmt.Fprintf(conn, "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n", path, size); err != nil {
		t.Fatal(err)
	}
	res, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	return res.StatusCode
}
