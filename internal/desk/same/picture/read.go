// Package picture takes in pictures of strangers: what is no picture or too large
// to look at is refused, what is kept carries nothing but the picture, and a hash
// tells whether two show the same. Pure; nothing is ever fetched.
package picture

import (
	"bytes"
	"errors"
	"image"
	_ "image/gif" // the formats that are read
	_ "image/jpeg"
	_ "image/png"

	_ "golang.org/x/image/webp"
)

// MaxBytes and MaxPixels bound what is looked at. The worst picture of 40 megapixels
// takes 1 GB while it is read: read one at a time.
const (
	MaxBytes  = 20 << 20
	MaxPixels = 40_000_000
)

// What is wrong with bytes that are no picture to keep.
var (
	ErrBytes   = errors.New("picture: more than 20 MiB")
	ErrFormat  = errors.New("picture: no JPEG, PNG, GIF or WebP")
	ErrPixels  = errors.New("picture: more than 40 megapixels")
	ErrSmall   = errors.New("picture: fewer than 16 pixels wide or high")
	ErrActive  = errors.New("picture: another file inside: a page, a program or an archive")
	ErrDamaged = errors.New("picture: damaged, or a kind of its format that is not read")
)

// leastSide is below what nothing is to be seen, in pixels.
const leastSide = 16

// Picture is one that was read, upright.
type Picture struct{ image image.Image }

// Read reads a JPEG, PNG, GIF (its first picture) or WebP, known by its first bytes
// alone. It decodes nothing whose header promises more than MaxPixels. Its errors
// are those above.
func Read(data []byte) (Picture, error) {
	switch {
	case len(data) > MaxBytes:
		return Picture{}, ErrBytes
	case sniff(data) == "":
		return Picture{}, ErrFormat
	case isActive(data):
		return Picture{}, ErrActive
	}
	header, format, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case err != nil || format != sniff(data):
		return Picture{}, ErrDamaged
	case header.Width > MaxPixels/max(header.Height, 1):
		return Picture{}, ErrPixels
	case min(header.Width, header.Height) < leastSide:
		return Picture{}, ErrSmall
	}
	decoded, _, err := image.Decode(bytes.NewReader(data))
	if err != nil || decoded.Bounds().Empty() {
		return Picture{}, ErrDamaged
	}
	return Picture{upright(decoded, orientation(data))}, nil
}

// sniff is the format that the first bytes say, "" for any other.
func sniff(data []byte) string {
	for _, f := range []struct{ format, begins, then string }{
		{"jpeg", "\xff\xd8\xff", ""}, {"png", "\x89PNG\r\n\x1a\n", ""}, {"gif", "GIF87a", ""}, {"gif", "GIF89a", ""}, {"webp", "RIFF", "WEBP"},
	} {
		if bytes.HasPrefix(data, []byte(f.begins)) && (f.then == "" || len(data) > 12 && string(data[8:12]) == f.then) {
			return f.format
		}
	}
	return ""
}

// isActive reports whether other programs may take data for something else than a
// picture: they look for these words near the beginning, for an archive at the end.
// What phones append (a short film, a second exposure) is none of them.
func isActive(data []byte) bool {
	small := bytes.ToLower(data)
	for _, word := range []string{"<script", "<!doctype", "<html", "<?php", "<iframe", "javascript:"} {
		if bytes.Contains(small, []byte(word)) {
			return true
		}
	}
	beginning, end := data[:min(len(data), 1024)], data[max(0, len(data)-65557):]
	return bytes.Contains(beginning, []byte("%PDF-")) || bytes.Contains(end, []byte("PK\x05\x06")) || bytes.Contains(data, []byte("Rar!\x1a\x07"))
}
