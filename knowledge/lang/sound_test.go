package lang

import (
	"slices"
	"testing"
)

func TestSoundsOfChatAreSpelt(t *testing.T) {
	for typed, want := range map[string]string{
		"fong": "phong", "wan": "quan", "zui": "vui", "zay": "day", "jo": "gio", "nhiu": "nhieu", "thik": "thich", "trog": "trong",
		"kung": "cung", "nguoi": "",
	} {
		if got := Sounds(typed); want != "" && !slices.Contains(got, want) || want == "" && len(got) > 0 {
			t.Errorf("%q sounds like %q, want %q", typed, got, want)
		}
	}
}
