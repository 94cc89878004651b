package pdf

import (
	"bytes"
	"compress/lzw"
	"encoding/ascii85"
	"errors"
	"fmt"
	"testing"
)

// lzwed is data as compress/lzw writes it, without the early change: only data
// of few codes is the same with it.
func lzwed(t *testing.T, data string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := lzw.NewWriter(&out, lzw.MSB, 8)
	if _, err := w.Write([]byte(data)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func eightyFive(data string) string {
	out := make([]byte, ascii85.MaxEncodedLen(len(data)))
	return string(out[:ascii85.Encode(out, []byte(data))])
}

func TestFiltersAreUndone(t *testing.T) {
	const plain = "BT /F 10 Tf 50 500 Td (abab) Tj ET"
	for _, test := range []struct{ name, filter, data string }{
		{"LZW", "/Filter/LZWDecode /DecodeParms <</EarlyChange 0>>", string(lzwed(t, plain))},
		{"LZW of few codes", "/Filter/LZW", string(lzwed(t, plain))},
		{"run lengths", "/Filter/RunLengthDecode", string([]byte{byte(len(plain) - 1)}) + plain + "\x80"},
		{"run lengths of ASCII", "/Filter[/AHx /RL]", fmt.Sprintf("%x80>", string([]byte{byte(len(plain) - 1)})+plain)},
		{"ASCII85", "/Filter/A85", "<~" + eightyFive(plain) + "~>"},
	} {
		t.Run(test.name, func(t *testing.T) {
			contents := fmt.Sprintf("4 0 obj <<%s /Length %d>> stream\n%s\nendstream endobj", test.filter, len(test.data), test.data)
			if p := onePage(t, document("", "", contents)); text(p) != "abab" || p.Lost {
				t.Errorf("read %q, lost %v", text(p), p.Lost)
			}
		})
	}
}

func TestAFileInAFileStaysInIt(t *testing.T) {
	inner := document("BT /F 10 Tf 50 500 Td (b) Tj ET", "", "")
	more := fmt.Sprintf("30 0 obj <</Type/EmbeddedFile /Length 31 0 R>> stream\n%s\nendstream endobj 31 0 obj %d endobj "+
		"1 0 obj <</Type/Catalog /Pages 2 0 R /Names <</EmbeddedFiles <</Names [(x) <</UF (phu-luc.pdf) /EF <</F 30 0 R>>>>]>>>>>> endobj", inner, len(inner))
	file, err := Read(document("BT /F 10 Tf 50 500 Td (a) Tj ET", "", more))
	if err != nil || text(file.Pages[0]) != "a" || len(file.Attached) != 1 || file.Attached[0] != "phu-luc.pdf" {
		t.Errorf("read %+v, %v", file, err)
	}
}

func TestTheShellOfAnXFAFormIsRefused(t *testing.T) {
	const catalog = "1 0 obj <</Type/Catalog /Pages 2 0 R %s /AcroForm <</XFA [] >>>> endobj"
	for _, test := range []struct {
		name, words, more string
		want              error
	}{
		{"by its words", "Please wait... ", "", ErrXFA},
		{"by the catalog", "a", "/NeedsRendering true", ErrXFA},
		{"with pages of its own", "a", "", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			file, err := Read(document("BT /F 10 Tf 50 500 Td ("+test.words+") Tj ET", "", fmt.Sprintf(catalog, test.more)))
			if !errors.Is(err, test.want) || err == nil && !file.Form {
				t.Errorf("got %v, form %v", err, file.Form)
			}
		})
	}
}
