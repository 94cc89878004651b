package mailtest

import (
	"io"
	"mime"
	"mime/quotedprintable"
	"net/mail"
)

type mimeDecoder = mime.WordDecoder

// body is the text of a plain letter.
func body(m *mail.Message) (string, error) {
	r := io.Reader(m.Body)
	if m.Header.Get("Content-Transfer-Encoding") == "quoted-printable" {
		r = quotedprintable.NewReader(m.Body)
	}
	text, err := io.ReadAll(r)
	return string(text), err
}
