package people

import "testing"

func TestLoginLeadsToPagesOfThePanelOnly(t *testing.T) {
	for next, want := range map[string]string{
		"/admin/requests/TH-2026-00001": "/admin/requests/TH-2026-00001",
		"":                              "/admin/",
		"https://evil.example/admin/":   "/admin/",
		"//evil.example/admin/":         "/admin/",
		"/admin/\\evil.example":         "/admin/",
		"/admin/logout":                 "/admin/",
		"/adminx":                       "/admin/",
	} {
		if got := localPath(next); got != want {
			t.Errorf("localPath(%q) = %q, want %q", next, got, want)
		}
	}
}
