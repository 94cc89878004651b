package lang

import "testing"

func TestTelexStrokesBecomeLetters(t *testing.T) {
	for struck, want := range map[string]string{
		"thoong": "thông", "thoongs": "thông2", "ddieenj": "điên5", "dduwowngf": "đương1", "dduowngf": "đương1",
		"lichj": "lich5", "caamr": "câm3", "thuyr": "thuy3", "nguwowif": "ngươi1", "thanhf": "thanh1",
		"congo": "công", "duongdwf": "đương1", "baos": "bao2", "trường": "trường",
	} {
		got, _ := Telex(struck)
		if got != want {
			t.Errorf("%q is read as %q, want %q", struck, got, want)
		}
	}
}

func TestTelexLeavesOrdinaryWordsAlone(t *testing.T) {
	for _, word := range []string{"thanh", "hoa", "sau", "xa", "trong", "rau", "nghi", "2026", "", "ship"} {
		if got, ok := Telex(word); ok {
			t.Errorf("%q was read as %q", word, got)
		}
	}
}
