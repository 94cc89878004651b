package doors

import (
	"errors"
	"fmt"
	"io"
	"net"
	"strings"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/edge"
	"phatngon/internal/web/problem"
	"phatngon/internal/zalo/webhook"
)

// ReceiveBody reads what the head's door let in, so that no handler ever waits
// for a body or reads one without end.
func (ds *Doors) ReceiveBody(c *fiber.Ctx) error {
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
		if !ds.bodies.Take(address, room) {
			c.Context().SetConnectionClose()
			return problem.ErrBusy
		}
		defer ds.bodies.Return(address, room)
	}
	body, err := readBody(stream, size, d.most)
	if errors.Is(err, fiber.ErrRequestEntityTooLarge) {
		err = tooLarge(c)
	}
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
		return tooLarge(c)
	case why == refusedEncoding:
		return fiber.ErrUnsupportedMediaType
	case why == refusedSender && strings.HasPrefix(c.Path(), "/webhook/"):
		return webhook.ErrSignature
	}
	return nil
}

// tooLarge says what to do about a body of too many bytes: of a picture and a file there is a way.
func tooLarge(c *fiber.Ctx) error {
	if c.Path() == PicturePath || c.Path() == CheckPicturePath {
		return problem.ErrPicture
	}
	if c.Path() == RequestFilePath {
		return problem.ErrFile
	}
	return fiber.ErrRequestEntityTooLarge
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
