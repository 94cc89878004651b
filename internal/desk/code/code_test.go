package code

import "testing"

func TestACodeIsFoundByItsLettersOnly(t *testing.T) {
	request, cases := New("TH"), New("TG")
	for text, want := range map[string][2]string{
		"vụ tg 2026 45 tới đâu rồi":        {"", "TG-2026-00045"},
		"TH-2026-00001 và tg202600002":     {"TH-2026-00001", "TG-2026-00002"},
		"TG-2026-00000":                    {"", ""},
		"xtg-2026-00001, TG-1999-00001":    {"", ""},
		"TG-2026-123456 (TH–2026–1 là cũ)": {"TH-2026-00001", "TG-2026-123456"},
	} {
		for i, form := range []Form{request, cases} {
			if got, ok := form.Find(text); got != want[i] || ok != (want[i] != "") {
				t.Errorf("%q: %q, %t, want %q", text, got, ok, want[i])
			}
		}
	}
}
