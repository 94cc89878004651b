package door

import (
	"context"
	"io"
	"net/url"
	"strconv"
	"strings"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/edge"
)

// Visit is one request for a page or a form. It is the only holder of a Fiber
// value; the strings it gives are copies, because Fiber reuses its buffers and
// statements live on in the search index.
type Visit struct {
	Ctx     context.Context
	Officer people.Officer // zero when nobody is signed in
	CSRF    string         // for the forms of the page
	c       *fiber.Ctx
	door    *Door

	MustEnrol bool // they are to turn their second factor on before anything else
}

// Param is a part of the path.
func (v *Visit) Param(name string) string {
	s, err := url.PathUnescape(v.c.Params(name))
	if err != nil {
		return ""
	}
	return strings.Clone(s)
}

// Query is a value of the address, as a person meant it.
func (v *Visit) Query(name string) string { return edge.Clean(v.c.Query(name)) }

// Text is a form's field as a person meant it.
func (v *Visit) Text(name string) string { return edge.Clean(v.Secret(name)) }

// Secret is a form's field untouched.
func (v *Visit) Secret(name string) string { return edge.Field(v.c, name) }

// All is every value of a form's field.
func (v *Visit) All(name string) []string {
	var all []string
	for _, value := range v.c.Context().PostArgs().PeekMulti(name) {
		all = append(all, edge.Clean(string(value)))
	}
	return all
}

// File is the file of a form: edge.ErrNoFile, edge.ErrLargeFile.
func (v *Visit) File(field string, limit int64) (name string, data []byte, err error) {
	return edge.File(v.c, field, limit)
}

// Version is the version of the document that a form was shown with.
func (v *Visit) Version() (int64, error) {
	n, err := strconv.ParseInt(v.Text("version"), 10, 64)
	if err != nil {
		return 0, &desk.InvalidError{Field: "version", Text: "Biểu mẫu thiếu số phiên bản. Vui lòng mở lại trang."}
	}
	return n, nil
}

// Address is where the person comes from.
func (v *Visit) Address() string { return edge.ClientAddress(v.c) }

// Browser is what the visitor's program says of itself.
func (v *Visit) Browser() string { return strings.Clone(v.c.Get(fiber.HeaderUserAgent)) }

// Redirect answers a form: 303, with a sentence for the next page.
func (v *Visit) Redirect(to, flash string) error {
	if flash != "" {
		v.setFlash(flash)
	}
	return v.c.Redirect(to, fiber.StatusSeeOther)
}

// Picture answers with a JPEG to look at, which nothing else may use and no cache keeps.
func (v *Visit) Picture(data []byte) error {
	v.c.Set(fiber.HeaderContentType, "image/jpeg")
	v.c.Set(fiber.HeaderCacheControl, "private, no-store")
	return v.c.Send(data)
}

// Stream answers with a file to keep, which is closed when it is sent.
func (v *Visit) Stream(name, mediaType string, file io.ReadCloser, size int64) error {
	v.c.Attachment(name)
	v.c.Set(fiber.HeaderContentType, mediaType)
	v.c.Set(fiber.HeaderCacheControl, "private, no-store")
	return v.c.SendStream(file, int(size))
}

// Download answers with a file to keep.
func (v *Visit) Download(name, mediaType string, data []byte) error {
	v.c.Attachment(name)
	v.c.Set(fiber.HeaderContentType, mediaType)
	return v.c.Send(data)
}
