package docx

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"path"
	"strings"

	"phatngon/knowledge/importer/ooxml"
	"phatngon/knowledge/importer/paper"
	"phatngon/knowledge/importer/webpage"
)

// chunk takes over a file within the document (w:altChunk), as portals put a
// page into it.
func (w *wordReader) chunk(id string) error {
	name, data, err := w.file.once(id)
	if err != nil {
		return err
	}
	p, err := w.chunkOf(strings.ToLower(path.Ext(name)), data)
	if err != nil {
		return err
	}
	if p == nil || len(p.Blocks) == 0 {
		w.note(paper.Attached, name)
		return nil
	}
	for _, b := range p.Blocks {
		w.number++
		b.At = w.number
		w.rows += len(b.Lines) + len(b.Rows)
		w.blocks = append(w.blocks, b)
	}
	w.doubts.Take(p.Doubts, w.number)
	return nil
}

// chunkOf reads a file by its kind; nil when it cannot be read.
func (w *wordReader) chunkOf(kind string, data []byte) (*paper.Paper, error) {
	switch {
	case data == nil || len(data) > paper.MaxPlain:
	case kind == ".htm" || kind == ".html" || kind == ".xhtml":
		return webpage.Parse(data)
	case kind == ".txt":
		return webpage.Parse([]byte("<pre>" + strings.ReplaceAll(string(data), "<", "&lt;") + "</pre>"))
	case kind == ".mht" || kind == ".mhtml":
		if page := pageOfMail(data); page != nil {
			return webpage.Parse(page)
		}
	case kind == ".docx" && !w.file.within:
		z, err := ooxml.Open(data)
		if err != nil {
			return nil, err
		}
		return readWord(z, true)
	}
	return nil, nil
}

// pageOfMail is the page in a file of MHTML (RFC 2557), nil when there is none.
func pageOfMail(data []byte) []byte {
	message, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	kind, parameters, _ := mime.ParseMediaType(message.Header.Get("Content-Type"))
	if kind == "text/html" {
		return decodedMail(message.Body, message.Header.Get("Content-Transfer-Encoding"))
	}
	parts := multipart.NewReader(message.Body, parameters["boundary"])
	for range 100 {
		p, err := parts.NextRawPart()
		if err != nil {
			return nil
		}
		if kind, _, _ := mime.ParseMediaType(p.Header.Get("Content-Type")); kind == "text/html" {
			return decodedMail(p, p.Header.Get("Content-Transfer-Encoding"))
		}
	}
	return nil
}

func decodedMail(in io.Reader, encoding string) []byte {
	switch strings.ToLower(encoding) {
	case "quoted-printable":
		in = quotedprintable.NewReader(in)
	case "base64":
		in = base64.NewDecoder(base64.StdEncoding, in)
	}
	data, err := io.ReadAll(io.LimitReader(in, paper.MaxPlain))
	if err != nil {
		return nil
	}
	return data
}
