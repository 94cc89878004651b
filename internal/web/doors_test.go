package web

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/web/doors"
	"phatngon/internal/zalo/webhook"
)

// withPanel mounts a panel that takes anything, and knows one session.
func withPanel(d *Deps) {
	d.MountAdmin = func(r fiber.Router) {
		r.Post("/admin/*", func(c *fiber.Ctx) error {
			if len(c.Body()) == 0 {
				return c.SendStatus(fiber.StatusUnauthorized)
			}
			return c.SendStatus(fiber.StatusNoContent)
		})
	}
	d.SignedIn = func(_ context.Context, cookie func(string) string) bool { return cookie("phatngon-session") == "mine" }
}

// begin sends the head of a request, and so much of its body.
func (h *house) begin(head string, size int, body []byte) (net.Conn, error) {
	conn, err := net.Dial("tcp", strings.TrimPrefix(h.url, "http://"))
	if err != nil {
		return nil, err
	}
	if _, err = fmt.Fprintf(conn, "%s\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n", head, size); err == nil {
		_ = conn.SetWriteDeadline(time.Now().Add(20 * time.Second)) // nobody reads what is refused
		_, err = conn.Write(body)
	}
	return conn, err
}

// status reads the answer on a connection.
func status(t *testing.T, conn net.Conn) int {
	t.Helper()
	defer conn.Close()
	res, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	return res.StatusCode
}

func TestWhoMaySendIsDecidedBeforeTheBodyIsRead(t *testing.T) {
	h := newHouse(t, withPanel)
	for _, tc := range []struct {
		name, head string
		size, want int
	}{
		{"a webhook without signature", "POST /webhook/zalo HTTP/1.1", 2000, 401},
		{"a Mini App webhook without signature", "POST /webhook/miniapp HTTP/1.1", 2000, 401},
		{"a file without session", "POST " + doors.UploadPath + " HTTP/1.1", 5 << 20, 401},
		{"a file with a session of nobody", "POST " + doors.UploadPath + " HTTP/1.1\r\nCookie: phatngon-session=forged", 5 << 20, 401},
		{"a file over the limit", "POST " + doors.UploadPath + " HTTP/1.1\r\nCookie: phatngon-session=mine", doors.UploadLimit + 1, 413},
		{"a question without session", "POST /api/v1/ask HTTP/1.1", 2000, 401},
		{"a question as long as a book", "POST /api/v1/ask HTTP/1.1\r\nAuthorization: Bearer x", 1 << 20, 413},
		{"a picture without session", "POST " + doors.PicturePath + " HTTP/1.1", 5 << 20, 401},
		{"a picture with a session of nobody", "POST " + doors.PicturePath + " HTTP/1.1\r\nAuthorization: Bearer x.y.z", 5 << 20, 401},
		{"a picture over the limit", "POST " + doors.PicturePath + " HTTP/1.1", doors.UploadLimit + 1, 413},
		{"a file of a request without session", "POST " + doors.RequestFilePath + " HTTP/1.1", 5 << 20, 401},
		{"a file of a request over the limit", "POST " + doors.RequestFilePath + " HTTP/1.1", doors.UploadLimit + 1, 413},
		{"a picture to check without session", "POST " + doors.CheckPicturePath + " HTTP/1.1", 5 << 20, 401},
		{"a picture to check over the limit", "POST " + doors.CheckPicturePath + " HTTP/1.1", doors.UploadLimit + 1, 413},
		{"a login as long as a book", "POST /admin/login HTTP/1.1", 1 << 20, 413},
		{"a page with a body", "GET / HTTP/1.1", 1 << 20, 413},
		{"an address that is not there", "POST /nothing HTTP/1.1", 1 << 20, 413},
		{"a compressed body", "POST /admin/statements HTTP/1.1\r\nContent-Encoding: gzip", 2000, 415},
		{"a refusal of one's own", "POST /webhook/zalo HTTP/1.1\r\nX-Phatngon-Refused: size", 0, 200},
	} {
		t.Run(tc.name, func(t *testing.T) {
			conn, err := h.begin(tc.head, tc.size, nil)
			if err != nil {
				t.Fatal(err)
			}
			if got := status(t, conn); got != tc.want {
				t.Errorf("status %d, want %d", got, tc.want)
			}
		})
	}
}

func TestWhatMayBeSentArrivesWhole(t *testing.T) {
	h := newHouse(t, withPanel)
	file := strings.Repeat("x", 5<<20)
	h.call("POST", doors.UploadPath, file, "Cookie", "phatngon-session=mine").wantStatus(t, 204)
	h.call("POST", "/admin/statements", file[:1<<20]).wantStatus(t, 204) // what was typed comes back to who was signed out
	h.call("POST", "/admin/statements", "csrf=1", "Expect", "100-continue").wantStatus(t, 204)
	body, mac := h.event("m1")
	req, err := http.NewRequestWithContext(t.Context(), "POST", h.url+"/webhook/zalo", io.MultiReader(strings.NewReader(body))) // in chunks
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set(webhook.SignatureHeader, mac)
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	if res.StatusCode != 200 || h.stored() != 1 {
		t.Errorf("status %d, %d stored", res.StatusCode, h.stored())
	}
}

// Zalo signs the bytes; what they are said to be plays no part.
func TestAWebhookIsJudgedByItsSignatureWhateverItsType(t *testing.T) {
	h := newHouse(t, nil)
	body, mac := h.event("m1")
	const form = "multipart/form-data; boundary=x"
	h.call("POST", "/webhook/zalo", body, "Content-Type", form).wantStatus(t, 401)
	h.call("POST", "/webhook/zalo", body, "Content-Type", form, webhook.SignatureHeader, mac).wantStatus(t, 200)
	h.call("POST", "/webhook/zalo", "{}", "Content-Type", form).wantStatus(t, 200)
	if n := h.stored(); n != 1 {
		t.Errorf("%d stored, want the signed one", n)
	}
}

func TestUnfinishedBodiesTakeBoundedMemoryAndGiveItBack(t *testing.T) {
	heads := map[string]int{
		"POST /webhook/zalo HTTP/1.1\r\nX-ZEvent-Signature: mac=" + strings.Repeat("0", 64):     doors.BodyLimit,
		"POST /webhook/miniapp HTTP/1.1\r\nX-ZEvent-Signature: " + strings.Repeat("0", 64):      doors.BodyLimit,
		"POST " + doors.UploadPath + " HTTP/1.1":                                                doors.UploadLimit,
		"POST " + doors.UploadPath + " HTTP/1.1\r\nCookie: phatngon-session=mine":               doors.UploadLimit,
		"POST /admin/login HTTP/1.1":                                                            doors.SignInLimit,
		"POST /admin/statements HTTP/1.1":                                                       doors.BodyLimit,
		"POST /api/v1/session HTTP/1.1":                                                         doors.SignInLimit,
		"POST /api/v1/ask HTTP/1.1\r\nAuthorization: Bearer x":                                  doors.APILimit,
		"POST /v/PN-1 HTTP/1.1":                                                                 doors.APILimit,
		"POST /webhook/zalo HTTP/1.1\r\nX-ZEvent-Signature: 0\r\nX-Forwarded-For: 203.0.113.%d": doors.BodyLimit, // from everywhere
	}
	const unfinished, most = 300, 64 << 20
	body := bytes.Repeat([]byte("x"), doors.UploadLimit)
	for head, size := range heads {
		t.Run(strings.Fields(head)[1], func(t *testing.T) {
			h := newHouse(t, withPanel)
			before := heap()
			var conns sync.Map
			var all sync.WaitGroup
			for i := range unfinished {
				all.Go(func() {
					line := head
					if strings.Contains(head, "%d") {
						line = fmt.Sprintf(head, i%250)
					}
					conn, _ := h.begin(line, size, body[:size-1]) // who is refused cannot write it all
					conns.Store(i, conn)
				})
			}
			all.Wait()
			if grown := heap() - before; grown > most {
				t.Errorf("%d MB more with %d unfinished bodies", grown>>20, unfinished)
			}
			conns.Range(func(_, conn any) bool {
				if c, ok := conn.(net.Conn); ok && c != nil {
					_ = c.Close()
				}
				return true
			})
			patience, stop := context.WithTimeout(t.Context(), 20*time.Second)
			defer stop()
			for grown := heap() - before; grown > most/4; grown = heap() - before { // until the server has noticed
				if patience.Err() != nil {
					t.Fatalf("%d MB more after all have gone", grown>>20)
				}
			}
			sound, mac := h.event("m1")
			h.call("POST", "/webhook/zalo", sound, webhook.SignatureHeader, mac).wantStatus(t, 200)
		})
	}
}

// heap is what is in use after all garbage is gone.
func heap() int {
	runtime.GC()
	runtime.GC() // what finalisers let go
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapInuse)
}

func TestAFloodOfLargeBodiesDoesNotKeepSmallEventsOut(t *testing.T) {
	h := newHouse(t, nil)
	body := bytes.Repeat([]byte("x"), doors.BodyLimit)
	var conns []net.Conn
	defer func() {
		for _, c := range conns {
			_ = c.Close()
		}
	}()
	for i := range 40 {
		head := fmt.Sprintf("POST /webhook/zalo HTTP/1.1\r\nX-ZEvent-Signature: 0\r\nX-Forwarded-For: 203.0.113.%d", i)
		conn, _ := h.begin(head, doors.BodyLimit, body[:doors.BodyLimit-1])
		if conn != nil {
			conns = append(conns, conn)
		}
	}
	small, mac := h.event("m1")
	h.call("POST", "/webhook/zalo", small, webhook.SignatureHeader, mac).wantStatus(t, 200)
}
