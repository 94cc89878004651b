package web

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"
	"github.com/valyala/fasthttp"

	"phatngon/internal/edge"
	"phatngon/internal/limits"
	"phatngon/internal/web/problem"
	"phatngon/internal/zalo"
)

// Bounds of the bodies that are being received or worked on. One that fits the
// server's own first look at it (fasthttp reads up to 8 KiB) is always received:
// Zalo's events are that small, and no flood of large bodies keeps them out.
const (
	smallBody   = 8 << 10
	bodiesAll   = 3 * uploadLimit
	bodiesOfOne = uploadLimit * 3 / 2 // one address
)

// door is what is decided from a request's head, before any of its body is read.
type door struct {
	most   int           // bytes
	within time.Duration // from the head to the last byte
	may    func(*site, *fasthttp.RequestHeader) bool
}

// anyone may send: who they are is found out with what they send.
func anyone(*site, *fasthttp.RequestHeader) bool { return true }

// Doors of all that takes a body.
var (
	webhookDoor = door{bodyLimit, 10 * time.Second, (*site).isSigned}
	uploadDoor  = door{uploadLimit, time.Minute, (*site).hasSession}
	panelDoor   = door{bodyLimit, readWithin, anyone} // what was typed comes back to who was signed out meanwhile
	signInDoor  = door{2 * smallBody, 10 * time.Second, anyone}
	apiDoor     = door{8 * smallBody, 10 * time.Second, (*site).hasBearer}
	quoteDoor   = door{8 * smallBody, 10 * time.Second, anyone}
	chatDoor    = door{bodyLimit, readWithin, anyone} // the demo's simulator
	otherDoor   = door{smallBody, 10 * time.Second, anyone}
)

// doorsBelow are the doors by the beginning of an address.
var doorsBelow = []struct {
	prefix string
	door   door
}{
	{"/webhook/", webhookDoor}, {"/admin/", panelDoor}, {"/api/v1/", apiDoor}, {"/v/", quoteDoor}, {"/dev/zalo", chatDoor},
}

// doorTo finds the door by address; only the upload's is told by the whole of it.
func doorTo(header *fasthttp.RequestHeader) door {
	uri := string(header.RequestURI())
	path, _, _ := strings.Cut(uri, "?")
	switch {
	case !header.IsPost():
		return otherDoor
	case uri == uploadPath:
		return uploadDoor
	case path == "/admin/login", path == "/api/v1/session":
		return signInDoor
	}
	for _, below := range doorsBelow {
		if strings.HasPrefix(path, below.prefix) {
			return below.door
		}
	}
	return otherDoor
}

// refusalHeader carries a refusal from the head to the handlers; it never comes
// from outside.
const refusalHeader = "X-Phatngon-Refused"

// Refusals of a head.
const (
	refusedSize     = "size"
	refusedEncoding = "encoding"
	refusedSender   = "sender"
)

// headReceived decides before the body is read. A refused body stays unread, and
// its connection is closed.
func (s *site) headReceived(header *fasthttp.RequestHeader) fasthttp.RequestConfig {
	d := doorTo(header)
	header.Del(refusalHeader)
	if why := s.refusal(d, header); why != "" {
		header.Set(refusalHeader, why)
		header.SetContentLength(0)
		header.Del(fiber.HeaderExpect)
		header.SetConnectionClose()
	}
	return fasthttp.RequestConfig{MaxRequestBodySize: d.most, ReadTimeout: d.within}
}

func (s *site) refusal(d door, header *fasthttp.RequestHeader) string {
	size := header.ContentLength() // -1: in chunks
	switch {
	case size == 0 || size < -1:
		return ""
	case size > d.most:
		return refusedSize
	case len(header.ContentEncoding()) > 0: // small on the way, of any size here
		return refusedEncoding
	case !d.may(s, header):
		return refusedSender
	}
	return ""
}

// isSigned: what is unsigned can only be the console's probe.
func (s *site) isSigned(header *fasthttp.RequestHeader) bool {
	size := header.ContentLength()
	return len(header.Peek(zalo.SignatureHeader)) > 0 || size >= 0 && size <= 64
}

func (s *site) hasBearer(header *fasthttp.RequestHeader) bool {
	return bytes.HasPrefix(header.Peek(fiber.HeaderAuthorization), []byte("Bearer "))
}

// hasSession asks the panel; without one there are no sessions.
func (s *site) hasSession(header *fasthttp.RequestHeader) bool {
	if s.SignedIn == nil {
		return true
	}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return s.SignedIn(ctx, func(name string) string { return string(header.Cookie(name)) })
}

// receiveBody reads what the head's door let in, so that no handler ever waits
// for a body or reads one without end.
func (s *site) receiveBody(c *fiber.Ctx) error {
	if err := refusedBy(c); err != nil {
		return err
	}
	stream, size := c.Context().RequestBodyStream(), c.Request().Header.ContentLength()
	if stream == nil || size == 0 {
		return c.Next()
	}
	d := doorTo(&c.Request().Header)
	room := size
	if size < 0 {
		room = d.most
	}
	if address := edge.ClientAddress(c); room > smallBody {
		if !s.bodies.Take(address, room) {
			c.Context().SetConnectionClose()
			return problem.ErrBusy
		}
		defer s.bodies.Return(address, room)
	}
	body, err := readBody(stream, size, d.most)
	if err != nil {
		c.Context().SetConnectionClose()
		return err
	}
	c.Request().SetBodyRaw(body)
	return c.Next()
}

// refusedBy words the refusal of a head. A form without a session goes on
// without its body: the panel says what to do.
func refusedBy(c *fiber.Ctx) error {
	why := c.Get(refusalHeader)
	switch {
	case why == refusedSize:
		return fiber.ErrRequestEntityTooLarge
	case why == refusedEncoding:
		return fiber.ErrUnsupportedMediaType
	case why == refusedSender && strings.HasPrefix(c.Path(), "/webhook/"):
		return zalo.ErrSignature
	}
	return nil
}

func readBody(stream io.Reader, size, most int) (body []byte, err error) {
	if size > 0 {
		body = make([]byte, size)
		_, err = io.ReadFull(stream, body)
	} else {
		body, err = io.ReadAll(io.LimitReader(stream, int64(most)+1))
	}
	var slow net.Error
	switch {
	case errors.As(err, &slow) && slow.Timeout():
		return nil, fiber.ErrRequestTimeout
	case err != nil:
		return nil, fmt.Errorf("%w: the body broke off", problem.ErrMalformed)
	case len(body) > most:
		return nil, fiber.ErrRequestEntityTooLarge
	}
	return body, nil
}

// newBodies is room for the bodies of one server.
func newBodies() *limits.Pool { return limits.NewPool(bodiesAll, bodiesOfOne) }
