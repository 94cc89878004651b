package door

import (
	"bytes"
	"testing"

	"phatngon/internal/edge/edgetest"
)

func TestAFailureRendersHostileTextsAsText(t *testing.T) {
	const hostile = edgetest.Hostile
	frame := Page{Title: hostile, CSRF: "token", Flash: hostile, Banner: &Banner{hostile, []string{hostile}}, Me: &Me{Name: edgetest.Long, Position: hostile, Coordinates: true, Administers: true}}
	edgetest.CheckPages(t, ParseTemplates(templateFiles), map[string][]any{
		"failure": {
			failurePage{Page: frame, Status: 403, Text: hostile, Next: Link{"/admin/", "Về"}, Typed: []typedField{{"Lý do", hostile}}},
			failurePage{Page: Page{Title: "Đăng nhập", CSRF: "token"}, Status: 500},
		},
	})
}

func TestStyleSheetStaysSmall(t *testing.T) {
	css, err := staticFiles.ReadFile("static/admin.css")
	if err != nil {
		t.Fatal(err)
	}
	if lines := bytes.Count(css, []byte("\n")); lines > 400 {
		t.Errorf("admin.css has %d lines, want at most 400", lines)
	}
}

func TestTheMenuCountsUpToANumberThatIsCheap(t *testing.T) {
	for n, want := range map[int]string{0: "", 1: "1", 99: "99", 100: "99+", 300: "99+"} {
		if got := Counted(n); got != want {
			t.Errorf("%d is shown as %q, want %q", n, got, want)
		}
	}
}
