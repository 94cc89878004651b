package statement

import (
	"slices"
	"strings"
	"testing"
)

func TestFindNumbers(t *testing.T) {
	for text, want := range map[string][]string{
		"Quyết định 1950/QĐ-UBND có thật không":    {"1950/qd-ubnd"},
		"qd so 1950/qd-ubnd dung k":                {"1950/qd-ubnd"},
		"1950 / QĐ – UBND":                         {"1950/qd-ubnd"},
		"số 01950/QĐ-UBND.":                        {"1950/qd-ubnd"},
		"12/2026/QĐ-UBND ngày 1/2/2026":            {"12/2026-qd-ubnd"},
		"45-TB/TU và 7/UBND-VX":                    {"45/tb-tu", "7/ubnd-vx"},
		"Nghị định 244/2026/NĐ-CP, 244/2026/NĐ-CP": {"244/2026-nd-cp"},
		"1950/QĐ-UBND. Có thật không":              {"1950/qd-ubnd"},
		"1950/QĐ-UBND - có thật không":             {"1950/qd-ubnd"},
		"trực 24/7, giá 5/km, ngày 30/4/2026":      nil,
		"https://x.vn/1950/qd-ubnd":                nil,
		"":                                         nil,
		strings.Repeat("1/", 100_000):              nil,
	} {
		if got := FindNumbers(text); !slices.Equal(got, want) {
			t.Errorf("FindNumbers(%.60q) = %q, want %q", text, got, want)
		}
	}
}
