package door

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"net"
	"time"

	"github.com/gofiber/fiber/v2"
)

// ErrSessionOver ends a stream of events.
var ErrSessionOver = errors.New("the session is over")

// eventPatience is how long a write of a stream may take: longer than between two beats.
const eventPatience = time.Minute

// Events is a stream of server-sent events (WHATWG HTML, section 9.2) to one page.
type Events struct {
	Ctx     context.Context
	Closing <-chan struct{} // the server stops
	w       *bufio.Writer
	conn    net.Conn
	token   string
	door    *Door
}

// Feed answers with events until feed returns, the browser leaves or the server stops. What
// a proxy needs is in the headers: the answer is neither stored, changed nor held back.
func (v *Visit) Feed(feed func(*Events) error) error {
	e := &Events{Closing: v.c.Context().Done(), conn: v.c.Context().Conn(), token: v.Session(), door: v.door}
	ctx := context.WithoutCancel(v.Ctx)
	v.c.Set(fiber.HeaderContentType, "text/event-stream")
	v.c.Set(fiber.HeaderCacheControl, "no-store, no-transform")
	v.c.Set("X-Accel-Buffering", "no")
	v.c.Context().SetBodyStreamWriter(func(w *bufio.Writer) {
		var cancel context.CancelFunc
		e.w = w
		e.Ctx, cancel = context.WithCancel(ctx)
		defer cancel()
		if feed(e) != nil {
			return // the browser has left, or is told already
		}
	})
	return nil
}

// Send sends an event; its error says that nobody reads any more.
func (e *Events) Send(event, data string) error {
	return e.write(fmt.Sprintf("event: %s\ndata: %s\n\n", event, data))
}

// Beat keeps the connection open through proxies, and ends the stream with the session: the
// page is told, and ErrSessionOver comes back.
func (e *Events) Beat() error {
	ctx, cancel := context.WithTimeout(e.Ctx, patience)
	defer cancel()
	if _, _, err := e.door.Flow.Access.Session(ctx, e.token); err != nil {
		return errors.Join(ErrSessionOver, e.Send("end", ""))
	}
	return e.write(": beat\n\n")
}

func (e *Events) write(text string) error {
	if err := e.conn.SetWriteDeadline(time.Now().Add(eventPatience)); err != nil { // else the server's own ends a long answer
		return err
	}
	if _, err := e.w.WriteString(text); err != nil {
		return err
	}
	return e.w.Flush()
}

// NoEvents tells a browser to ask for no stream any more.
func (v *Visit) NoEvents() error { return v.c.SendStatus(fiber.StatusNoContent) }
