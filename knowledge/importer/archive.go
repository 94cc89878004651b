package importer

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
)

// Limits of a zipped document. A body of text deflates five to twenty times;
// what shrinks two hundred times is made to burst.
const (
	maxEntries  = 2000
	maxUnzipped = 48 << 20
	maxRatio    = 200
	maxTags     = 1_500_000 // of a part of XML
	maxTag      = 64 << 10  // bytes
	ratioFrom   = 1 << 20   // small parts may be as even as they like
)

// compound begins files of the old binary formats, and the wrapping of a
// document with a password (MS-OFFCRYPTO).
var compound = []byte{0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1}

// openArchive opens a zipped document after looking at what it claims to hold;
// archive/zip stops an entry that holds more than it claims.
func openArchive(data []byte) (*zip.Reader, error) {
	if bytes.HasPrefix(data, compound) {
		return nil, refuse("Tệp đặt mật khẩu hoặc theo định dạng cũ; hãy bỏ mật khẩu và lưu lại dạng DOCX hoặc XLSX.")
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, damaged()
	}
	if len(z.File) > maxEntries {
		return nil, burst()
	}
	var total uint64
	for _, f := range z.File {
		if f.Flags&1 != 0 {
			return nil, refuse("Tệp đặt mật khẩu; hãy bỏ mật khẩu rồi nhập lại.")
		}
		size, packed := f.UncompressedSize64, max(f.CompressedSize64, 1)
		if size > maxUnzipped || size > ratioFrom && size/packed > maxRatio {
			return nil, burst()
		}
		if total += size; total > maxUnzipped {
			return nil, burst()
		}
	}
	return z, nil
}

func burst() error {
	return refuse("Tệp nén bất thường (giải nén ra quá lớn), có thể là tệp độc hại; không đọc tệp này.")
}

// part is one entry of XML of a zipped document, nil when it is not there.
func part(z *zip.Reader, name string) ([]byte, error) {
	data, err := entryOf(z, name)
	if err != nil {
		return nil, err
	}
	return data, checkXML(data)
}

// entryOf is one entry of a zipped document, nil when it is not there.
func entryOf(z *zip.Reader, name string) ([]byte, error) {
	for _, f := range z.File {
		if !strings.EqualFold(strings.ReplaceAll(f.Name, `\`, "/"), name) {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return nil, damaged()
		}
		defer r.Close()
		data, err := io.ReadAll(io.LimitReader(r, maxUnzipped))
		if err != nil {
			return nil, damaged()
		}
		return data, nil
	}
	return nil, nil
}

// checkXML bounds what a part of XML becomes in memory: an element or an
// attribute takes a hundred bytes and more, however short it is written.
func checkXML(data []byte) error {
	if bytes.Count(data, []byte("<")) > maxTags {
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
		if end > maxTag {
			return burst()
		}
		rest = rest[start+end:]
	}
}
