package labels

import (
	"testing"

	"phatngon/internal/desk/routing"
)

func TestUnitIsPickedByOptionCodeOrName(t *testing.T) {
	units := Units{routing.DefaultRegistry()}
	for typed, want := range map[string]string{
		units.Option("TH-YT"): "TH-YT",
		"th-yt":               "TH-YT",
		"so y te":             "TH-YT",
		"Sở Y tế":             "TH-YT",
		"Sở Không Có":         "",
		"":                    "",
	} {
		if got, ok := units.Pick(typed); got != want || ok != (want != "") {
			t.Errorf("Pick(%q) = %q, %v, want %q", typed, got, ok, want)
		}
	}
}
