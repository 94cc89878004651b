package request

import "testing"

func TestFindCode(t *testing.T) {
	tests := []struct{ text, want string }{
		{"TH-2026-00123", "TH-2026-00123"},
		{"Mã hồ sơ TH-2026-00123 của tôi đã quá hạn chưa", "TH-2026-00123"},
		{"th 2026 123", "TH-2026-00123"},
		{"th202600123?", "TH-2026-00123"},
		{"Th – 2026 – 00123.", "TH-2026-00123"},
		{"TH-2026-123456", "TH-2026-123456"},
		{"(TH-2026-00001)", "TH-2026-00001"},
		{"TH-2026-00000", ""},
		{"tháng 2026 12", ""},
		{"xth-2026-00123", ""},
		{"TH-1926-00123", ""},
		{"TH-2026", ""},
		{"", ""},
	}
	for _, tt := range tests {
		got, ok := FindCode(tt.text)
		if got != tt.want || ok != (tt.want != "") {
			t.Errorf("FindCode(%q) = %q, %t, want %q", tt.text, got, ok, tt.want)
		}
	}
}

func FuzzFindCode(f *testing.F) {
	f.Add("th 2026 1")
	f.Fuzz(func(t *testing.T, text string) {
		code, ok := FindCode(text)
		if !ok {
			return
		}
		if again, ok := FindCode(code); !ok || again != code {
			t.Errorf("FindCode(%q) = %q, which is read as %q", text, code, again)
		}
	})
}
