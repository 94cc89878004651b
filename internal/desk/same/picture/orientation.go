package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/draw"
)

// orientation is how a JPEG says that it is to be turned, 1 to 8 as in EXIF; 1 is
// upright and what anything else or unreadable is.
func orientation(data []byte) int {
	for at := 2; at+4 <= len(data) && data[0] == 0xff && data[at] == 0xff; {
		marker, length := data[at+1], int(binary.BigEndian.Uint16(data[at+2:]))
		if marker == 0xda || length < 2 || at+2+length > len(data) {
			break // the picture begins, or the end is missing
		}
		if exif, ok := bytes.CutPrefix(data[at+4:at+2+length], []byte("Exif\x00\x00")); marker == 0xe1 && ok {
			return orientationIn(exif)
		}
		at += 2 + length
	}
	return 1
}

// orientationIn reads the first directory of a TIFF.
func orientationIn(tiff []byte) int {
	order, ok := map[string]binary.ByteOrder{"II*\x00": binary.LittleEndian, "MM\x00*": binary.BigEndian}[string(tiff[:min(4, len(tiff))])]
	if !ok || len(tiff) < 8 {
		return 1
	}
	at := uint64(order.Uint32(tiff[4:]))
	if at+2 > uint64(len(tiff)) {
		return 1
	}
	const entry, tag = 12, 0x0112
	for i := range uint64(order.Uint16(tiff[at:])) {
		from := at + 2 + i*entry
		if from+entry > uint64(len(tiff)) {
			break
		}
		if value := int(order.Uint16(tiff[from+8:])); order.Uint16(tiff[from:]) == tag && value >= 1 && value <= 8 {
			return value
		}
	}
	return 1
}

// upright is m on white, turned as orientation says, its corner at 0, 0.
func upright(m image.Image, orientation int) image.Image {
	opaque, ok := m.(interface{ Opaque() bool })
	if orientation == 1 && ok && opaque.Opaque() && m.Bounds().Min == (image.Point{}) {
		return m
	}
	size := m.Bounds().Size()
	flat := image.NewRGBA(image.Rectangle{Max: size})
	draw.Draw(flat, flat.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(flat, flat.Bounds(), m, m.Bounds().Min, draw.Over)
	return turn(flat, orientation)
}

// turn is m turned: 2 to 4 mirror it, 5 to 8 stand it on its side too.
func turn(m *image.RGBA, orientation int) *image.RGBA {
	if orientation == 1 {
		return m
	}
	size := m.Bounds().Size()
	target := image.NewRGBA(image.Rectangle{Max: size})
	if orientation >= 5 {
		target = image.NewRGBA(image.Rect(0, 0, size.Y, size.X))
	}
	for y := range target.Bounds().Dy() {
		for x := range target.Bounds().Dx() {
			from := source(x, y, size, orientation)
			copy(target.Pix[target.PixOffset(x, y):][:4], m.Pix[m.PixOffset(from.X, from.Y):][:4])
		}
	}
	return target
}

// source is where the pixel at x, y of the turned picture stands in one of size.
func source(x, y int, size image.Point, orientation int) image.Point {
	right, bottom := size.X-1, size.Y-1
	switch orientation {
	case 2:
		return image.Pt(right-x, y)
	case 3:
		return image.Pt(right-x, bottom-y)
	case 4:
		return image.Pt(x, bottom-y)
	case 5:
		return image.Pt(y, x)
	case 6:
		return image.Pt(y, bottom-x)
	case 7:
		return image.Pt(right-y, bottom-x)
	case 8:
		return image.Pt(right-y, x)
	}
	return image.Pt(x, y)
}
