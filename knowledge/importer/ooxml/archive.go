// Package ooxml opens zipped documents of hostile origin in bounded memory and
// goes through their XML.
package ooxml

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"phatngon/knowledge/importer/paper"
)

// Limits of a zipped document. A body of text deflates five to twenty times;
// what shrinks two hundred times is made to burst.
const (
	MaxEntries  = 2000
	MaxUnzipped = 48 << 20
	MaxRatio    = 200
	MaxTags     = 1_500_000 // of a part of XML
	MaxTag      = 64 << 10  // bytes
	ratioFrom   = 1 << 20   // small parts may be as even as they like
)

// Compound begins files of the old binary formats, and the wrapping of a
// document with a password (MS-OFFCRYPTO).
var Compound = []byte{0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1}

// Open opens a zipped document after looking at what it claims to hold;
// archive/zip stops an entry that holds more than it claims.
func Open(data []byte) (*zip.Reader, error) {
	if bytes.HasPrefix(data, Compound) {
		return nil, paper.Refuse("Tệp đặt mật khẩu hoặc theo định dạng cũ; hãy bỏ mật khẩu và lưu lại dạng DOCX hoặc XLSX.")
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, paper.Damaged()
	}
	if len(z.File) > MaxEntries {
		return nil, burst()
	}
	var total uint64
	for _, f := range z.File {
		if f.Flags&1 != 0 {
			return nil, paper.Refuse("Tệp đặt mật khẩu; hãy bỏ mật khẩu rồi nhập lại.")
		}
		size, packed := f.UncompressedSize64, max(f.CompressedSize64, 1)
		if size > MaxUnzipped || size > ratioFrom && size/packed > MaxRatio {
			return nil, burst()
		}
		if total += size; total > MaxUnzipped {
			return nil, burst()
		}
	}
	return z, nil
}

func burst() error {
	return paper.Refuse("Tệp nén bất thường (giải nén ra quá lớn), có thể là tệp độc hại; không đọc tệp này.")
}

// Part is one entry of XML of a zipped document, nil when it is not there.
func Part(z *zip.Reader, name string) ([]byte, error) {
	data, err := Entry(z, name)
	if err != nil {
		return nil, err
	}
	return data, Check(data)
}

// Entry is one entry of a zipped document, nil when it is not there.
func Entry(z *zip.Reader, name string) ([]byte, error) {
	for _, f := range z.File {
		if !strings.EqualFold(strings.ReplaceAll(f.Name, `\`, "/"), name) {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return nil, paper.Damaged()
		}
		defer r.Close()
		data, err := io.ReadAll(io.LimitReader(r, MaxUnzipped))
		if err != nil {
			return nil, paper.Damaged()
		}
		return data, nil
	}
	return nil, nil
}

// Check bounds what a part of XML becomes in memory: an element or an
// attribute takes a hundred bytes and more, however short it is written.
func Check(data []byte) error {
	if bytes.Count(data, []byte("<")) > MaxTags {
		return burst()
	}
	for rest := data; ; {
		start := bytes.IndexByte(rest, '<')
		if start < 0 {
			return nil
		}
		end := bytes.IndexByte(rest[start:], '>')
		if end < 0 {
			return nil // the parser will say so
		}
		if end > MaxTag {
			return burst()
		}
		rest = rest[start+end:]
	}
}

// Walk hands the tokens of a part to step, in order, until step fails or the
// part ends. Names are as they are written, with no regard to name spaces.
func Walk(data []byte, step func(xml.Token) error) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return paper.Damaged()
		}
		if err := step(token); err != nil {
			return err
		}
	}
}
