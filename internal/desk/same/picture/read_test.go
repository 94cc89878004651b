package picture_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"phatngon/internal/desk/same/picture"
)

// quarters is red and green above blue and white.
func quarters(width, height int) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, width, height))
	colours := []color.RGBA{{220, 0, 0, 255}, {0, 160, 0, 255}, {0, 0, 220, 255}, {255, 255, 255, 255}}
	for y := range height {
		for x := range width {
			m.SetRGBA(x, y, colours[2*y/height*2+2*x/width])
		}
	}
	return m
}

func asJPEG(m image.Image) []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 95}); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func asPNG(m image.Image) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func asGIF(m image.Image) []byte {
	var b bytes.Buffer
	if err := gif.Encode(&b, m, nil); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// redWebP is a lossless WebP of one colour: every code in it has one symbol.
func redWebP(width, height int) []byte {
	var bits []byte
	put := func(value, count int) {
		for i := range count {
			bits = append(bits, byte(value>>i&1))
		}
	}
	put(0x2f, 8)
	put(width-1, 14)
	put(height-1, 14)
	put(0, 1+3+1+1+1) // no alpha, version 0, no transform, no cache, one group
	for _, symbol := range []int{0, 220, 0, 255} {
		put(0b101, 3) // a simple code of one symbol of 8 bits
		put(symbol, 8)
	}
	put(0b0001, 4) // distances: a simple code of the symbol 0
	data := make([]byte, (len(bits)+7)/8/2*2+2)
	for i, bit := range bits {
		data[i/8] |= bit << (i % 8)
	}
	chunk := append(binary.LittleEndian.AppendUint32([]byte("WEBPVP8L"), uint32(len(data))), data...)
	return append(binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(len(chunk))), chunk...)
}

// promised is a PNG whose header promises another size, with the right checksum.
func promised(width, height uint32) []byte {
	data := asPNG(quarters(32, 32))
	binary.BigEndian.PutUint32(data[16:], width)
	binary.BigEndian.PutUint32(data[20:], height)
	binary.BigEndian.PutUint32(data[29:], crc32.ChecksumIEEE(data[12:29]))
	return data
}

// with is data with other bytes from where they are found on.
func with(data []byte, find, replace string) []byte {
	at := bytes.Index(data, []byte(find))
	return append(append(bytes.Clone(data[:at]), replace...), data[at+len(replace):]...)
}

func join(parts ...string) []byte { return []byte(strings.Join(parts, "")) }

func TestWhatIsNoPictureIsRefused(t *testing.T) {
	photo, drawing, film := string(asJPEG(quarters(64, 48))), string(asPNG(quarters(64, 48))), string(asGIF(quarters(64, 48)))
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"nothing":                          {nil, picture.ErrFormat},
		"a drawing in SVG":                 {[]byte(`<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"/>`), picture.ErrFormat},
		"one behind an XML line":           {[]byte(`<?xml version="1.0"?><svg/>`), picture.ErrFormat},
		"a page":                           {[]byte("<!doctype html><p>x"), picture.ErrFormat},
		"a document":                       {[]byte("%PDF-1.7\n"), picture.ErrFormat},
		"an archive":                       {[]byte("PK\x03\x04xxxxxxxxxxxx"), picture.ErrFormat},
		"a bitmap":                         {[]byte("BM" + strings.Repeat("\x00", 64)), picture.ErrFormat},
		"another kind of RIFF":             {[]byte("RIFF\x10\x00\x00\x00WAVEfmt xxxxxxxx"), picture.ErrFormat},
		"a photograph with a page":         {join(photo, "<html><script>alert(1)</script>"), picture.ErrActive},
		"a program in a comment":           {join(photo[:2], "\xff\xfe\x00\x0b<?php x;", photo[2:]), picture.ErrActive},
		"a film that is a script":          {join(film[:13], "\x21\xfe\x0a/*<SCRIPT>\x00", film[13:]), picture.ErrActive},
		"a photograph with an archive":     {join(photo, "PK\x03\x04xx", "PK\x05\x06", strings.Repeat("\x00", 18)), picture.ErrActive},
		"a drawing with an archive":        {join(drawing, "Rar!\x1a\x07\x00"), picture.ErrActive},
		"a document in a photograph":       {join(photo[:2], "\xff\xfe\x00\x0a%PDF-1.7", photo[2:]), picture.ErrActive},
		"100 megapixels of PNG":            {promised(10000, 10000), picture.ErrPixels},
		"a row more than 40 megapixels":    {promised(8000, 5001), picture.ErrPixels},
		"40 megapixels that are not there": {promised(8000, 5000), picture.ErrDamaged},
		"a width beyond numbers":           {promised(1<<31-1, 1<<31-1), picture.ErrDamaged},
		"a strip of 100 megapixels":        {promised(100_000_000, 16), picture.ErrPixels},
		"100 megapixels of JPEG":           {with([]byte(photo), "\x08\x00\x30\x00\x40", "\x08\x27\x10\x27\x10"), picture.ErrPixels},
		"100 megapixels of GIF":            {with([]byte(film), "\x40\x00\x30\x00", "\x10\x27\x10\x27"), picture.ErrPixels},
		"100 megapixels of WebP":           {redWebP(10000, 10000), picture.ErrPixels},
		"a point":                          {asPNG(quarters(15, 300)), picture.ErrSmall},
		"half a photograph":                {[]byte(photo[:len(photo)/2]), picture.ErrDamaged},
		"half a drawing":                   {[]byte(drawing[:len(drawing)/2]), picture.ErrDamaged},
		"only a beginning":                 {[]byte("\xff\xd8\xff"), picture.ErrDamaged},
		"a beginning of WebP":              {[]byte("RIFF\x00\x00\x00\x00WEBPVP8L"), picture.ErrDamaged},
		"more bytes than are looked at":    {append([]byte(photo), make([]byte, picture.MaxBytes)...), picture.ErrBytes},
	} {
		if _, err := picture.Read(c.data); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

func TestPicturesAreRead(t *testing.T) {
	m := quarters(64, 48)
	for name, data := range map[string][]byte{
		"JPEG": asJPEG(m), "PNG": asPNG(m), "GIF": asGIF(m), "WebP": redWebP(64, 48),
		"a photograph with a film behind it": append(asJPEG(m), "\x00\x00\x00\x18ftypmp42 and a film"...),
	} {
		p, err := picture.Read(data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		kept, err := p.Clean()
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if got := corner(t, kept, 0.1, 0.1); got != "red" {
			t.Errorf("%s: %s stands where red stood", name, got)
		}
	}
}

// corner is the colour at a part of the width and height of a JPEG.
func corner(t *testing.T, data []byte, right, down float64) string {
	t.Helper()
	m, err := jpeg.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	size := m.Bounds().Size()
	r, g, b, _ := m.At(int(float64(size.X)*right), int(float64(size.Y)*down)).RGBA()
	switch bright := uint32(0x8000); {
	case r > bright && g > bright && b > bright:
		return "white"
	case r > bright:
		return "red"
	case g > bright:
		return "green"
	case b > bright:
		return "blue"
	}
	return "black"
}

func FuzzRead(f *testing.F) {
	for _, data := range [][]byte{asJPEG(quarters(16, 16)), asPNG(quarters(16, 16)), asGIF(quarters(16, 16)), redWebP(16, 16), turned(6, binary.BigEndian)} {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if header, _, err := image.DecodeConfig(bytes.NewReader(data)); err == nil && header.Width*header.Height > 1<<20 {
			return // large ones are read, only slowly
		}
		p, err := picture.Read(data)
		if err != nil {
			return
		}
		kept, err := p.Clean()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := picture.Read(kept); err != nil && !errors.Is(err, picture.ErrSmall) {
			t.Fatalf("what is kept cannot be read: %v", err)
		}
	})
}
