// Package edgetest holds pages to what every page must be: text stays text, and a
// screen reader finds its way.
package edgetest

import (
	"regexp"
	"strings"
	"testing"

	"phatngon/internal/edge"
)

// Hostile is what a person may type.
const Hostile = `<script>alert("x")</script> "><img src=x onerror=alert(1)> {{.CSRF}}`

// Long is what no layout expects.
var Long = strings.Repeat("Ủy ban nhân dân xã Nguyệt Ấn và các đơn vị liên quan ", 12)

// What would run or load if a typed text were more than text, once the values
// of attributes are taken out.
var (
	values     = regexp.MustCompile(`="[^"]*"`)
	dangerous  = regexp.MustCompile(`(?i)<script>|<img|<[a-z][^>]*\s(on[a-z]+|style)=`)
	scriptLink = regexp.MustCompile(`(?i)(href|src|action)="\s*javascript:`)
)

// ownPicture is how a page's own template shows a picture, without its values.
const ownPicture = `<img src="" alt="" loading="">`

// Unescaped is the first place in a page where a typed text became more than
// text, "" when there is none.
func Unescaped(html string) string {
	empty := strings.ReplaceAll(values.ReplaceAllString(html, `=""`), ownPicture, "")
	return dangerous.FindString(empty) + scriptLink.FindString(html)
}

// CheckPages renders every page of templates with its samples. A page without
// a sample is an error, so that none is forgotten.
func CheckPages(t *testing.T, templates edge.Templates, samples map[string][]any) {
	t.Helper()
	for name := range templates {
		t.Run(name, func(t *testing.T) {
			if len(samples[name]) == 0 {
				t.Fatalf("no sample data for template %s", name)
			}
			for _, sample := range samples[name] {
				html, err := templates.Render(name, sample)
				if err != nil {
					t.Fatal(err)
				}
				if bad := Unescaped(string(html)); bad != "" {
					t.Errorf("unescaped or inline: %q", bad)
				}
				checkReachable(t, string(html))
			}
		})
	}
}

var (
	ids      = regexp.MustCompile(`\sid="([^"]+)"`)
	labels   = regexp.MustCompile(`<label for="([^"]+)"`)
	controls = regexp.MustCompile(`<(?:input|select|textarea) [^>]*>`)
)

// checkReachable holds a page to what a screen reader needs: unique ids, and a
// label for each control.
func checkReachable(t *testing.T, html string) {
	t.Helper()
	there := map[string]bool{}
	for _, m := range ids.FindAllStringSubmatch(html, -1) {
		if there[m[1]] {
			t.Errorf("id %q stands twice", m[1])
		}
		there[m[1]] = true
	}
	labelled := map[string]bool{}
	for _, m := range labels.FindAllStringSubmatch(html, -1) {
		if labelled[m[1]] = true; !there[m[1]] {
			t.Errorf("label for %q leads nowhere", m[1])
		}
	}
	for _, control := range controls.FindAllString(html, -1) {
		id := ids.FindStringSubmatch(control)
		inLabel := strings.Contains(control, `type="checkbox"`) || strings.Contains(control, `type="radio"`) || strings.Contains(control, ` aria-label="`)
		if !inLabel && !strings.Contains(control, `type="hidden"`) && (id == nil || !labelled[id[1]]) {
			t.Errorf("no label for %s", control)
		}
	}
}
