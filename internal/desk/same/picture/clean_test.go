package picture_test

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"testing"

	"phatngon/internal/desk/same/picture"
)

// turned is the JPEG of a photograph that says in EXIF how it is to be turned, with
// a place and a camera beside.
func turned(orientation uint16, order binary.AppendByteOrder) []byte {
	mark := map[bool]string{true: "MM\x00*", false: "II*\x00"}[order == binary.AppendByteOrder(binary.BigEndian)]
	exif := order.AppendUint32([]byte("Exif\x00\x00"+mark), 8)
	exif = order.AppendUint16(exif, 2)
	for _, entry := range [][3]uint16{{0x010f, 2, 0}, {0x0112, 3, orientation}} {
		exif = order.AppendUint16(order.AppendUint16(exif, entry[0]), entry[1])
		exif = order.AppendUint16(order.AppendUint16(order.AppendUint32(exif, 1), entry[2]), 0)
	}
	exif = append(exif, "GPS 19.8067 105.7852 Camera of Nguyen Van A"...)
	photo := asJPEG(quarters(64, 48))
	segment := append(binary.BigEndian.AppendUint16([]byte{0xff, 0xe1}, uint16(len(exif)+2)), exif...)
	return append(append(bytes.Clone(photo[:2]), segment...), photo[2:]...)
}

// The corners of quarters, clockwise from the top left, as each orientation shows them.
func TestAKeptPictureIsUpright(t *testing.T) {
	for orientation, want := range [][4]string{
		{"red", "green", "white", "blue"}, {"red", "green", "white", "blue"}, {"green", "red", "blue", "white"}, {"white", "blue", "red", "green"},
		{"blue", "white", "green", "red"}, {"red", "blue", "white", "green"}, {"blue", "red", "green", "white"}, {"white", "green", "red", "blue"},
		{"green", "white", "blue", "red"}, {"red", "green", "white", "blue"},
	} {
		for _, order := range []binary.AppendByteOrder{binary.BigEndian, binary.LittleEndian} {
			p, err := picture.Read(turned(uint16(orientation), order))
			if err != nil {
				t.Fatal(err)
			}
			kept, _ := p.Clean()
			got := [4]string{corner(t, kept, 0.1, 0.1), corner(t, kept, 0.9, 0.1), corner(t, kept, 0.9, 0.9), corner(t, kept, 0.1, 0.9)}
			if got != want {
				t.Errorf("%d, %v: %v, want %v", orientation, order, got, want)
			}
		}
	}
}

func TestAKeptPictureCarriesNothingElse(t *testing.T) {
	p, err := picture.Read(append(turned(1, binary.BigEndian), "a film of the place"...))
	if err != nil {
		t.Fatal(err)
	}
	kept, err := p.Clean()
	if err != nil {
		t.Fatal(err)
	}
	for _, secret := range []string{"Exif", "GPS", "Nguyen", "film", "II*", "MM\x00*"} {
		if bytes.Contains(kept, []byte(secret)) {
			t.Errorf("%q is kept", secret)
		}
	}
}

func TestWhatIsTransparentIsWhite(t *testing.T) {
	m := image.NewNRGBA(image.Rect(0, 0, 64, 64))
	for i := range 64 * 32 {
		m.SetNRGBA(i%64, i/64, color.NRGBA{220, 0, 0, 255})
	}
	p, err := picture.Read(asPNG(m))
	if err != nil {
		t.Fatal(err)
	}
	kept, _ := p.Clean()
	if above, below := corner(t, kept, 0.5, 0.2), corner(t, kept, 0.5, 0.8); above != "red" || below != "white" {
		t.Errorf("%s above %s, want red above white", above, below)
	}
}

func TestDamagedEXIFLeavesAPictureAsItStands(t *testing.T) {
	whole := turned(6, binary.LittleEndian)
	at := bytes.Index(whole, []byte("II*"))
	for name, change := range map[string]func(b []byte){
		"no order":           func(b []byte) { b[at] = 'X' },
		"far away":           func(b []byte) { copy(b[at+4:], "\xff\xff\xff\xff") },
		"too many":           func(b []byte) { copy(b[at+8:], "\xff\xff"); b[at+22] = 0 },
		"no orientation 300": func(b []byte) { copy(b[at+30:], "\x2c\x01") },
	} {
		data := bytes.Clone(whole)
		change(data)
		p, err := picture.Read(data)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if kept, _ := p.Clean(); corner(t, kept, 0.9, 0.1) != "green" {
			t.Errorf("%s: it was turned", name)
		}
	}
}
