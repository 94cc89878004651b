// Package doors decides from a request's head who may send how much, and for how
// long, before any of the body is read. It promises that no handler waits for a
// body or reads one without end, that unfinished bodies take bounded memory of
// one address and of all, and that a flood of large ones keeps no small one out.
package doors

import (
	"bytes"
	"context"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"
	"github.com/valyala/fasthttp"

	"phatngon/internal/limits"
	"phatngon/internal/zalo/webhook"
)

// UploadPath is the panel's form that brings a file.
const UploadPath = "/admin/statements/import"

// FilePath is the panel's form that brings a file of an answer.
const FilePath = "/admin/files/add"

// PicturePath is where the Mini App sends a picture.
const PicturePath = "/api/v1/pictures"

// CheckPicturePath is where the Mini App sends a picture to be checked.
const CheckPicturePath = "/api/v1/check/picture"

// RequestFilePath is where the Mini App sends a file of a request.
const RequestFilePath = "/api/v1/requests/files"

// Limits of one body, in bytes. One over its limit is answered 413 before it is
// read whole.
const (
	BodyLimit   = 1 << 20
	UploadLimit = 8 << 20       // of the one form that brings a file: more than it takes, so that it can say so; of a picture
	APILimit    = 8 * smallBody // of a call to the API, and of a quote to check
	SignInLimit = 2 * smallBody
)

// ReadWithin is how long a body may take that has no door of its own.
const ReadWithin = 30 * time.Second

// Bounds of the bodies that are being received or worked on. One that fits the
// server's own first look at it (fasthttp reads up to 8 KiB) is always received:
// Zalo's events are that small, and no flood of large bodies keeps them out.
const (
	smallBody   = 8 << 10
	bodiesAll   = 4 * UploadLimit
	bodiesOfOne = 2 * UploadLimit // one address
)

// Doors are the doors of one server; its zero value only reads heads.
type Doors struct {
	signedIn func(ctx context.Context, cookie func(name string) string) bool
	isUser   func(ctx context.Context, token string) bool
	bodies   *limits.Pool
}

// New returns doors with room for the bodies of one server. signedIn asks the
// panel whether the cookies are a session of its own; nil: without one. isUser
// asks whether a token is a session of the Mini App.
func New(signedIn func(ctx context.Context, cookie func(name string) string) bool, isUser func(ctx context.Context, token string) bool) *Doors {
	return &Doors{signedIn: signedIn, isUser: isUser, bodies: limits.NewPool(bodiesAll, bodiesOfOne)}
}

// door is what is decided from a request's head, before any of its body is read.
type door struct {
	most   int           // bytes
	within time.Duration // from the head to the last byte
	may    func(*Doors, *fasthttp.RequestHeader) bool
}

// anyone may send: who they are is found out with what they send.
func anyone(*Doors, *fasthttp.RequestHeader) bool { return true }

// Doors of all that takes a body.
var (
	webhookDoor = door{BodyLimit, 10 * time.Second, (*Doors).isSigned}
	uploadDoor  = door{UploadLimit, time.Minute, (*Doors).hasSession}
	pictureDoor = door{UploadLimit, 2 * time.Minute, (*Doors).hasUser} // from a phone far from the mast
	panelDoor   = door{BodyLimit, ReadWithin, anyone}                  // what was typed comes back to who was signed out meanwhile
	signInDoor  = door{SignInLimit, 10 * time.Second, anyone}
	apiDoor     = door{APILimit, 10 * time.Second, (*Doors).hasBearer}
	quoteDoor   = door{APILimit, 10 * time.Second, anyone}
	chatDoor    = door{BodyLimit, ReadWithin, anyone} // the demo's simulator
	otherDoor   = door{smallBody, 10 * time.Second, anyone}
)

// doorsBelow are the doors by the beginning of an address.
var doorsBelow = []struct {
	prefix string
	door   door
}{
	{"/webhook/", webhookDoor}, {"/admin/", panelDoor}, {"/api/v1/", apiDoor}, {"/v/", quoteDoor}, {"/dev/zalo", chatDoor},
}

// doorTo finds the door by address; only those of uploads are told by the whole of it.
func doorTo(header *fasthttp.RequestHeader) door {
	uri := string(header.RequestURI())
	path, _, _ := strings.Cut(uri, "?")
	switch {
	case !header.IsPost():
		return otherDoor
	case uri == UploadPath, uri == FilePath:
		return uploadDoor
	case uri == PicturePath, uri == CheckPicturePath, uri == RequestFilePath:
		return pictureDoor
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

// HeadReceived decides before the body is read. A refused body stays unread, and
// its connection is closed.
func (ds *Doors) HeadReceived(header *fasthttp.RequestHeader) fasthttp.RequestConfig {
	d := doorTo(header)
	header.Del(refusalHeader)
	if why := ds.refusal(d, header); why != "" {
		header.Set(refusalHeader, why)
		header.SetContentLength(0)
		header.Del(fiber.HeaderExpect)
		header.SetConnectionClose()
	}
	return fasthttp.RequestConfig{MaxRequestBodySize: d.most, ReadTimeout: d.within}
}

func (ds *Doors) refusal(d door, header *fasthttp.RequestHeader) string {
	size := header.ContentLength() // -1: in chunks
	switch {
	case size == 0 || size < -1:
		return ""
	case size > d.most:
		return refusedSize
	case len(header.ContentEncoding()) > 0: // small on the way, of any size here
		return refusedEncoding
	case !d.may(ds, header):
		return refusedSender
	}
	return ""
}

// isSigned: what is unsigned can only be the console's probe.
func (*Doors) isSigned(header *fasthttp.RequestHeader) bool {
	size := header.ContentLength()
	return len(header.Peek(webhook.SignatureHeader)) > 0 || size >= 0 && size <= 64
}

func (*Doors) hasBearer(header *fasthttp.RequestHeader) bool {
	return bytes.HasPrefix(header.Peek(fiber.HeaderAuthorization), []byte("Bearer "))
}

// hasUser asks whose session it is before megabytes are read.
func (ds *Doors) hasUser(header *fasthttp.RequestHeader) bool {
	token, ok := bytes.CutPrefix(header.Peek(fiber.HeaderAuthorization), []byte("Bearer "))
	if !ok || ds.isUser == nil {
		return false
	}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return ds.isUser(ctx, string(bytes.TrimSpace(token)))
}

// hasSession asks the panel; without one there are no sessions.
func (ds *Doors) hasSession(header *fasthttp.RequestHeader) bool {
	if ds.signedIn == nil {
		return true
	}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return ds.signedIn(ctx, func(name string) string { return string(header.Cookie(name)) })
}
