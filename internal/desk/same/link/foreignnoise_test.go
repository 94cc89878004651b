//go:build foreign

package link_test

import (
	"maps"
	"regexp/syntax"
	"slices"
	"strings"
	"testing"

	"phatngon/internal/desk/same/link"
)

func TestForeignParametersOfDuckDuckGo(t *testing.T) {
	var sets map[string]struct {
		Tests []struct{ Name, TestURL, ExpectURL string }
	}
	foreign(t, "ddg-url-parameters.tests.json", &sets)
	for _, set := range sets {
		for _, c := range set.Tests {
			got, _ := link.Parse(c.TestURL)
			if want, ok := link.Parse(c.ExpectURL); !ok || got != want {
				t.Errorf("%s:\n got %+v\nwant %+v", c.Name, got, want)
			}
			bare, _, _ := strings.Cut(c.ExpectURL, "?")
			if less, _ := link.Parse(bare); less == got && strings.Contains(c.ExpectURL, "?") && !strings.Contains(c.ExpectURL, "?gclid=") {
				t.Errorf("%s: %s has the key of %s", c.Name, c.TestURL, bare)
			}
		}
		t.Logf("%d cases", len(set.Tests))
	}
}

// bases are links that every parameter of a platform is added to.
var bases = map[string][]string{
	"facebook": {"https://www.facebook.com/xuthanhtv/posts/122100000000000001", "https://www.facebook.com/watch/?v=550000000000777", "https://www.facebook.com/xuthanhtv",
		"https://www.facebook.com/share/p/19ZPabcB73/", "https://www.facebook.com/groups/hoidanlang/", "https://www.facebook.com/ads/library/?id=899000000000001"},
	"youtube":    {"https://www.youtube.com/watch?v=aB3_dE-gH1k", "https://youtu.be/aB3_dE-gH1k", "https://www.youtube.com/@DaiThanhHoa", "https://www.youtube.com/results?search_query=a", "https://www.youtube.com/playlist?list=PLabc123"},
	"tiktok.com": {"https://www.tiktok.com/@xuthanh/video/7301234567890123456", "https://www.tiktok.com/@xuthanh", "https://vt.tiktok.com/ZSabc12De/", "https://www.tiktok.com/search?q=a"},
	"twitter":    {"https://twitter.com/baothanhhoa/status/1712345678901234567", "https://x.com/baothanhhoa", "https://twitter.com/search?q=a"},
	"instagram":  {"https://www.instagram.com/p/C1a-B2c_D3e/", "https://www.instagram.com/xuthanh", "https://www.instagram.com/explore/locations/123/"},
}

func TestForeignParametersOfClearURLs(t *testing.T) {
	var rules struct {
		Providers map[string]struct{ Rules []string }
	}
	if !foreign(t, "clearurls.rules.json", &rules) {
		return
	}
	for platform, links := range bases {
		names := examples(t, rules.Providers[platform].Rules)
		for _, base := range links {
			hasKeyWith(t, base, names)
		}
		t.Logf("%s: %d parameters on %d links", platform, len(names), len(links))
	}
}

func hasKeyWith(t *testing.T, base string, names []string) {
	t.Helper()
	want, _ := link.Parse(base)
	for _, name := range names {
		if got, ok := link.Parse(base + string("?&"[strings.Count(base, "?")]) + name + "=x1"); !ok || got != want {
			t.Errorf("%s: with %s its key is %+v", base, name, got)
		}
	}
}

// examples are names that the expressions match, at least one for each alternative.
func examples(t *testing.T, expressions []string) []string {
	t.Helper()
	all := map[string]bool{}
	for _, e := range expressions {
		re, err := syntax.Parse(e, syntax.Perl)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range expand(re.Simplify()) {
			all[name] = true
		}
	}
	if len(all) == 0 {
		t.Fatalf("no parameters in %v", expressions)
	}
	return slices.Sorted(maps.Keys(all))
}

func expand(re *syntax.Regexp) []string {
	switch re.Op {
	case syntax.OpLiteral:
		return []string{string(re.Rune)}
	case syntax.OpCharClass:
		return []string{string(re.Rune[0])}
	case syntax.OpStar, syntax.OpQuest:
		return append([]string{""}, expand(re.Sub[0])...)
	case syntax.OpPlus, syntax.OpCapture:
		return expand(re.Sub[0])
	case syntax.OpAlternate:
		var all []string
		for _, sub := range re.Sub {
			all = append(all, expand(sub)...)
		}
		return all
	}
	all := []string{""} // concatenation
	for _, sub := range re.Sub {
		var longer []string
		for _, before := range all {
			for _, after := range expand(sub) {
				longer = append(longer, before+after)
			}
		}
		all = longer
	}
	return all
}

// normalize-url keeps fragments, schemes and some ports: it is held to where it
// only spells one address another way.
func TestForeignSpellings(t *testing.T) {
	var rows []struct {
		In, Want string
		Options  *string
	}
	foreign(t, "normalize-url-tests.json", &rows)
	right, count := 0, 0
	for _, r := range rows {
		want, ok := link.Parse(r.Want)
		if r.Options != nil || !ok || !strings.HasPrefix(r.Want, "http") {
			continue
		}
		count++
		if got, _ := link.Parse(r.In); got == want {
			right++
		} else {
			t.Logf("%q has %q, %q has %q", r.In, got.Text, r.Want, want.Text)
		}
	}
	t.Logf("%d of %d", right, count)
	if right < count-2 {
		t.Errorf("only %d of %d spellings of normalize-url have one key", right, count)
	}
}
