package edge

import "testing"

func TestExcerptCutsAtAWord(t *testing.T) {
	if got, want := Excerpt(18, "Khi nào xong đường ven biển?"), "Khi nào xong đường…"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := Excerpt(80, " Khi nào\nxong? "), "Khi nào xong?"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
