package leak

import (
	"bytes"
	"encoding/binary"
	"slices"

	_ "embed"
)

// blank stands for a picture that was not understood: one white pixel.
//
//go:embed blank.png
var blank []byte

// ofPicture finds what a picture carries beside what is to be seen.
func ofPicture(data []byte) []Finding {
	var found []Finding
	for _, b := range blocks(data) {
		f := Finding{Author, "ảnh", "dữ liệu kèm ảnh: máy chụp, người chụp, giờ chụp"}
		if gps(b) {
			f = Finding{Place, "ảnh, EXIF GPS", "tọa độ nơi chụp"}
		}
		if !slices.Contains(found, f) {
			found = append(found, f)
		}
	}
	return found
}

// stripped is a JPEG or PNG without what it carries beside the picture; false: it is
// neither.
func stripped(data []byte) ([]byte, bool) {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xd8\xff")):
		out, _ := jpeg(data)
		return out, out != nil
	case bytes.HasPrefix(data, signature):
		out, _ := png(data)
		return out, out != nil
	}
	return nil, false
}

// blocks are what a picture carries: of JPEG and PNG what stripped takes out, of a GIF or
// WebP anything that says so.
func blocks(data []byte) [][]byte {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xd8\xff")):
		_, all := jpeg(data)
		return all
	case bytes.HasPrefix(data, signature):
		_, all := png(data)
		return all
	}
	var all [][]byte
	for _, mark := range []string{"EXIF", "XMP ", "XMP DataXMP"} {
		if i := bytes.Index(data, []byte(mark)); i >= 0 {
			all = append(all, data[i:])
		}
	}
	return all
}

// jpeg takes the segments of applications and comments out of a JPEG, but for those that
// say how its colours are meant.
func jpeg(data []byte) (out []byte, taken [][]byte) {
	out = append(out, data[:2]...)
	for at := 2; at+4 <= len(data); {
		mark, size := data[at+1], int(binary.BigEndian.Uint16(data[at+2:]))
		if data[at] != 0xff || size < 2 || at+2+size > len(data) {
			return nil, taken
		}
		segment := data[at : at+2+size]
		if mark == 0xda { // the picture itself, to its end; what is put behind that goes
			end := bytes.LastIndex(data, []byte("\xff\xd9"))
			if end < at {
				return nil, taken
			}
			if rest := data[end+2:]; len(bytes.Trim(rest, "\x00")) > 0 {
				taken = append(taken, rest)
			}
			return append(out, data[at:end+2]...), taken
		}
		kept := mark == 0xe0 && bytes.HasPrefix(segment[4:], []byte("JFIF")) || mark == 0xe2 && bytes.HasPrefix(segment[4:], []byte("ICC_PROFILE")) || mark == 0xee
		if application := mark >= 0xe0 && mark <= 0xef || mark == 0xfe; application && !kept {
			taken = append(taken, segment)
		} else {
			out = append(out, segment...)
		}
		at += 2 + size
	}
	return nil, taken
}

var signature = []byte("\x89PNG\r\n\x1a\n")

// shown are the chunks of a PNG that what is to be seen needs.
var shown = []string{"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "cICP", "acTL", "fcTL", "fdAT"}

func png(data []byte) (out []byte, taken [][]byte) {
	out = append(out, signature...)
	for at := len(signature); at+12 <= len(data); {
		size := int(binary.BigEndian.Uint32(data[at:]))
		if size < 0 || size > len(data)-at-12 {
			return nil, taken
		}
		chunk := data[at : at+12+size]
		name := string(chunk[4:8])
		if slices.Contains(shown, name) {
			out = append(out, chunk...)
		} else {
			taken = append(taken, chunk)
		}
		at += len(chunk)
		if name == "IEND" {
			if at < len(data) {
				taken = append(taken, data[at:])
			}
			return out, taken
		}
	}
	return nil, taken
}

// gpsTag is the entry of EXIF that leads to the place.
const gpsTag = 0x8825

// gps reports that a block of EXIF tells a place: an entry of GPS in its first directory.
func gps(block []byte) bool {
	for _, order := range []struct {
		begins string
		binary.ByteOrder
	}{{"II*\x00", binary.LittleEndian}, {"MM\x00*", binary.BigEndian}} {
		start := bytes.Index(block, []byte(order.begins))
		if start < 0 || start+8 > len(block) {
			continue
		}
		tiff := block[start:]
		at := int(order.Uint32(tiff[4:]))
		if at < 0 || at+2 > len(tiff) {
			continue
		}
		for i := range int(order.Uint16(tiff[at:])) {
			if entry := at + 2 + 12*i; entry+12 <= len(tiff) && order.Uint16(tiff[entry:]) == gpsTag {
				return true
			}
		}
	}
	return bytes.Contains(block, []byte("GPSLatitude"))
}
