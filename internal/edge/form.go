package edge

import (
	"errors"
	"io"
	"strings"
	"unicode"

	"github.com/gofiber/fiber/v2"
	"golang.org/x/text/unicode/norm"
)

// Field is a form's field untouched, "" when it is not there. It is read from
// the body alone: Fiber's FormValue would let a link's query fill in a form.
// The text is a copy, because Fiber reuses its buffers.
func Field(c *fiber.Ctx, name string) string {
	if strings.HasPrefix(c.Get(fiber.HeaderContentType), fiber.MIMEMultipartForm) {
		form, err := c.MultipartForm()
		if err != nil || len(form.Value[name]) == 0 {
			return ""
		}
		return strings.Clone(form.Value[name][0])
	}
	return string(c.Request().PostArgs().Peek(name))
}

// Why a form brings no file.
var (
	ErrNoFile    = errors.New("the form brings no file")
	ErrLargeFile = errors.New("the file is too large")
)

// File is the file of a form, with its name, of at most limit bytes.
func File(c *fiber.Ctx, field string, limit int64) (name string, data []byte, err error) {
	header, err := c.FormFile(field)
	if err != nil || header.Filename == "" {
		return "", nil, ErrNoFile
	}
	if header.Size > limit {
		return "", nil, ErrLargeFile
	}
	file, err := header.Open()
	if err != nil {
		return "", nil, err
	}
	defer file.Close()
	data, err = io.ReadAll(io.LimitReader(file, limit))
	return Clean(header.Filename), data, err
}

// Clean gives text one form: valid UTF-8, NFC (half of typed Vietnamese comes
// decomposed), "\n" line ends, no control characters, no space around.
func Clean(s string) string {
	s = norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD"))
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, s)
	return strings.Clone(strings.TrimSpace(s))
}

// Lines are the values of a text with one on each line, without empty ones.
func Lines(text string) []string {
	var out []string
	for part := range strings.SplitSeq(text, "\n") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// List are the values of a text between commas or on lines of their own.
func List(text string) []string { return Lines(strings.ReplaceAll(text, ",", "\n")) }
