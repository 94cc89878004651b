package labels

import "testing"

func TestWhatIsTypedWithoutMarksFindsBothAndWithMarksItself(t *testing.T) {
	for typed, want := range map[string]bool{"": true, "lịch khám": true, "lich kham": true, "LICH lưu": true, "khám ma": false, "lích": false, "luu dong lich": true} {
		if got := Holds(typed, "Lịch khám lưu động", "PN-2026-0001"); got != want {
			t.Errorf("%q: %v, want %v", typed, got, want)
		}
	}
}
