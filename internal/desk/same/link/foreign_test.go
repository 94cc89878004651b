//go:build foreign

package link_test

import (
	"cmp"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"phatngon/internal/desk/same/link"
)

// Cases that nobody here wrote are read from FOREIGN_DIR by `make test-foreign`;
// the product needs none. On 29 November 2026: 301 of 307 identities (98.0 %), all cases of
// DuckDuckGo, all parameters of ClearURLs, all spellings of normalize-url.
// Not told together: a channel's two names. Not told apart: two films in one post.
func foreign(t *testing.T, name string, into any) (found bool) {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(os.Getenv("FOREIGN_DIR"), "url-canonical", name))
	if err != nil || len(paths) == 0 {
		t.Fatalf("FOREIGN_DIR has no %s: %v", name, err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(data, into); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
	}
	return len(paths) > 0
}

// foreignCase is a link and what a platform calls the thing it leads to.
type foreignCase struct{ source, platform, url, id string }

func TestForeignIdentities(t *testing.T) {
	all := append(append(ytdlp(t), ural(t)...), pender(t)...)
	wrong := map[string]int{}
	for _, c := range all {
		if why := unlike(c, all); why != "" {
			t.Logf("%s: %s: %s", c.source, c.url, why)
			wrong[c.source]++
		}
	}
	sum := wrong["yt-dlp"] + wrong["ural"] + wrong["pender"]
	t.Logf("%d of %d links are told apart and together; wrong %v", len(all)-sum, len(all), wrong)
	if sum*100 > len(all)*2 {
		t.Error("less than 98 % are told apart and together")
	}
}

// unlike says what is wrong with the key of c beside all others of its platform:
// another key for its id, or its key for another id.
func unlike(c foreignCase, all []foreignCase) string {
	key, ok := link.Parse(c.url)
	if !ok {
		return "is read as no link"
	}
	for _, other := range all {
		if k, _ := link.Parse(other.url); other.platform == c.platform && (other.id == c.id) != (k == key) {
			return key.Text + " beside " + other.url + " (" + c.id + ", " + other.id + ")"
		}
	}
	return ""
}

// hosts are the platforms that are measured, by the names the sources give them.
var hosts = map[string]string{"facebook": "facebook.com", "youtube": "youtube.com youtu.be", "tiktok": "tiktok.com tiktokv.com", "twitter": "twitter.com x.com", "instagram": "instagram.com", "telegram": "t.me telegram.me"}

func isOn(url, platform string) bool {
	return !strings.HasPrefix(url, "/") && slices.ContainsFunc(strings.Fields(hosts[platform]), func(host string) bool { return strings.Contains(url, host) })
}

func ytdlp(t *testing.T) (cases []foreignCase) {
	var rows []struct{ Site, URL, ID string }
	foreign(t, "yt-dlp-tests.json", &rows)
	for _, r := range rows {
		platform, _, _ := strings.Cut(r.Site, "/")
		// An id such as "@name" only repeats the link.
		if isOn(r.URL, platform) && r.ID != "" && r.ID[0] != '@' {
			cases = append(cases, foreignCase{"yt-dlp", platform, r.URL, r.ID})
		}
	}
	return cases
}

// ural gives what it reads out of a link; a post's group or author is not what it leads to.
func ural(t *testing.T) (cases []foreignCase) {
	var sets map[string]map[string]json.RawMessage
	foreign(t, "ural-tests.json", &sets)
	for platform := range hosts {
		for _, row := range append(rows(t, sets[platform]["PARSE_TESTS"]), rows(t, sets[platform]["PARSE_TWEET_URL_TESTS"])...) {
			if url, _ := row[0].(string); isOn(url, platform) && uralID(row[1]) != "" {
				cases = append(cases, foreignCase{"ural", platform, url, uralID(row[1])})
			}
		}
	}
	return cases
}

func rows(t *testing.T, data json.RawMessage) (rows [][]any) {
	t.Helper()
	if err := json.Unmarshal(data, &rows); data != nil && err != nil {
		t.Fatal(err)
	}
	return rows
}

func uralID(read any) string {
	fields, _ := read.(map[string]any)
	text := func(name string) string { s, _ := fields[name].(string); return s }
	if args, _ := fields["args"].([]any); len(args) > 0 {
		id, _ := args[0].(string)
		return id
	}
	if text("type") == "TelegramMessage" {
		return text("name") + "/" + text("id")
	}
	return cmp.Or(text("post_id"), text("id"), text("name"), text("handle"), text("screen_name"))
}

func pender(t *testing.T) (cases []foreignCase) {
	var rows []struct{ URL, What, Want string }
	foreign(t, "pender-facebook-ids.json", &rows)
	for _, r := range rows {
		if r.What == "post_id" && strings.Contains(r.URL, r.Want) && r.Want != "" {
			cases = append(cases, foreignCase{"pender", "facebook", r.URL, r.Want})
		}
	}
	return cases
}
