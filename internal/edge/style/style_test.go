package style

import (
	"io/fs"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
)

func TestTheTokensAreServedBesideAPageGroupsFiles(t *testing.T) {
	files := With(fstest.MapFS{"own.css": {Data: []byte("a{}")}})
	for name, want := range map[string]string{"own.css": "a{}", "tokens.css": "--blue"} {
		if data, err := fs.ReadFile(files, name); err != nil || !strings.Contains(string(data), want) {
			t.Errorf("%s lacks %q (%v)", name, want, err)
		}
	}
}

// blocks are the declarations of light, of dark by device and of dark by host.
func blocks(t *testing.T) (light, device, host map[string]string) {
	t.Helper()
	data, err := own.ReadFile("tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	css := string(data)
	after := func(opening string) map[string]string {
		_, rest, ok := strings.Cut(css, opening)
		if !ok {
			t.Fatalf("tokens.css lacks %q", opening)
		}
		body, _, _ := strings.Cut(rest, "}")
		all := map[string]string{}
		for _, m := range regexp.MustCompile(`(--[a-z-]+): ([^;]+);`).FindAllStringSubmatch(body, -1) {
			all[m[1]] = m[2]
		}
		return all
	}
	return after(":root {"), after(":root:not([data-theme]) {"), after(`[zaui-theme="dark"] {`)
}

func TestDarkIsTheSameByDeviceAndByHostAndRenamesEveryColour(t *testing.T) {
	light, device, host := blocks(t)
	for name := range light {
		if device[name] == "" || device[name] != host[name] {
			t.Errorf("%s is %q by the device and %q by the host", name, device[name], host[name])
		}
	}
}

// pairs is which ink stands on which ground.
var pairs = map[string][]string{
	"--paper":      {"--ink", "--soft", "--blue", "--good", "--warn", "--bad", "--quiet", "--due-over", "--due-today", "--due-near", "--due-later"},
	"--ground":     {"--ink", "--soft", "--blue", "--bad"},
	"--wash":       {"--ink", "--soft", "--blue", "--due-over", "--due-today", "--due-near", "--due-later"},
	"--blue-pale":  {"--ink", "--blue", "--blue-strong", "--soft"},
	"--good-pale":  {"--good", "--ink"},
	"--warn-pale":  {"--warn", "--ink", "--soft"},
	"--bad-pale":   {"--bad", "--ink"},
	"--quiet-pale": {"--quiet"},
	"--mark":       {"--ink"},
	"--blue-fill":  {"--on-fill"},
	"--bad-fill":   {"--on-fill"},
	"--bar":        {"--on-fill", "--on-bar-soft"},
	"--bar-strong": {"--on-fill"},
}

func TestEveryInkIsReadableOnItsGround(t *testing.T) {
	light, dark, _ := blocks(t)
	for theme, colours := range map[string]map[string]string{"light": light, "dark": dark} {
		for ground, inks := range pairs {
			for _, ink := range inks {
				if c := contrast(t, colours[ink], colours[ground]); c < 4.5 {
					t.Errorf("%s: %s on %s has a contrast of %.2f", theme, ink, ground, c)
				}
			}
		}
	}
}

// contrast is that of WCAG 2, section 1.4.3.
func contrast(t *testing.T, a, b string) float64 {
	x, y := luminance(t, a), luminance(t, b)
	return (math.Max(x, y) + .05) / (math.Min(x, y) + .05)
}

func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	hex := strings.TrimPrefix(colour, "#")
	if len(hex) == 3 {
		hex = strings.Join([]string{hex[:1], hex[:1], hex[1:2], hex[1:2], hex[2:], hex[2:]}, "")
	}
	sum := 0.0
	for i, weight := range []float64{.2126, .7152, .0722} {
		n, err := strconv.ParseUint(hex[2*i:2*i+2], 16, 8)
		if err != nil {
			t.Fatalf("%q is no colour: %v", colour, err)
		}
		v := float64(n) / 255
		if v <= .03928 {
			v /= 12.92
		} else {
			v = math.Pow((v+.055)/1.055, 2.4)
		}
		sum += weight * v
	}
	return sum
}
