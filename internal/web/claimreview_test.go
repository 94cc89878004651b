package web

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"phatngon/internal/desk/cases"
	flowcases "phatngon/internal/flow/cases"
	"phatngon/internal/web/feed"
	"phatngon/knowledge/statement"
)

// linkedShape is what search engines ask of a thing of a type: which types it may have, and what
// it must say of itself. "iri" is an absolute address, "text" some text, else a shape.
type linkedShape struct {
	types []string
	says  map[string]any
}

// claimReviewShape is what schema.org and Google's fact checks ask of a ClaimReview.
var claimReviewShape = linkedShape{[]string{"ClaimReview"}, map[string]any{
	"url": "iri", "claimReviewed": "text", "datePublished": "text",
	"author":       linkedShape{[]string{"Organization", "Person"}, map[string]any{"name": "text"}},
	"itemReviewed": linkedShape{[]string{"Claim"}, map[string]any{"name": "text", "datePublished": "text"}},
	"reviewRating": linkedShape{[]string{"Rating"}, map[string]any{"alternateName": "text"}},
}}

// lacks says what a thing has not that its shape asks for.
func (s linkedShape) lacks(at string, thing any) (all []string) {
	said, ok := thing.(map[string]any)
	if !ok {
		return []string{at + " is no object"}
	}
	if kind := fmt.Sprint(said["@type"]); !contains(s.types, kind) {
		all = append(all, fmt.Sprintf("%s is a %s, want one of %v", at, kind, s.types))
	}
	for name, want := range s.says {
		at, value := at+"."+name, said[name]
		text, isText := value.(string)
		inner, isShape := want.(linkedShape)
		u, err := url.Parse(text)
		switch {
		case isShape:
			all = append(all, inner.lacks(at, value)...)
		case !isText || strings.TrimSpace(text) == "":
			all = append(all, at+" says nothing")
		case want == "iri" && (err != nil || !u.IsAbs()):
			all = append(all, at+" is no address")
		}
	}
	return all
}

func contains(all []string, one string) bool {
	for _, s := range all {
		if s == one {
			return true
		}
	}
	return false
}

var linkedScript = regexp.MustCompile(`(?s)<script type="application/ld\+json">(.*?)</script>`)

// linkedOf is the ClaimReview of a conclusion's page.
func linkedOf(t *testing.T, c cases.Case) map[string]any {
	t.Helper()
	h := newHouse(t, nil)
	if err := h.store.InsertCase(t.Context(), &c); err != nil {
		t.Fatal(err)
	}
	for _, m := range linkedScript.FindAllStringSubmatch(h.get("/k/"+c.Code).wantStatus(t, 200).body, -1) {
		var said map[string]any
		if err := json.Unmarshal([]byte(m[1]), &said); err != nil {
			t.Fatal(err)
		}
		if said["@type"] == "ClaimReview" {
			return said
		}
	}
	t.Fatal("the page has no ClaimReview")
	return nil
}

func reviewed() map[string]cases.Case {
	return map[string]cases.Case{
		"false": concluded("TG-2026-00001", cases.Published, nil),
		"not false": concluded("TG-2026-00001", cases.Done, func(c *cases.Case) {
			c.Conclusion.Outcome = cases.NotFalse
		}),
		"no means": concluded("TG-2026-00001", cases.Published, func(c *cases.Case) { c.Conclusion.Outcome = cases.Unverifiable }),
		"hostile": concluded("TG-2026-00001", cases.Published, func(c *cases.Case) {
			c.Conclusion.Claim = `</script><b>"Đập" & \ vỡ`
		}),
	}
}

func TestAConclusionIsDescribedInTheShapeOfAClaimReview(t *testing.T) {
	for name, c := range reviewed() {
		said := linkedOf(t, c)
		for _, lack := range claimReviewShape.lacks("ClaimReview", said) {
			t.Errorf("%s: %s", name, lack)
		}
		if said["claimReviewed"] != c.Conclusion.Claim || said["@context"] != "https://schema.org" {
			t.Errorf("%s: %v", name, said)
		}
		if u := fmt.Sprint(said["url"]); u != publicURL+"/k/TG-2026-00001" {
			t.Errorf("%s: the review is at %s, another page than this", name, u)
		}
	}
}

func TestTheShapeOfAClaimReviewFindsWhatIsMissing(t *testing.T) {
	for want, break_ := range map[string]func(map[string]any){
		"ClaimReview.author is a Thing":                       func(m map[string]any) { m["author"] = map[string]any{"@type": "Thing", "name": "x"} },
		"ClaimReview.reviewRating.alternateName says nothing": func(m map[string]any) { delete(m["reviewRating"].(map[string]any), "alternateName") },
		"ClaimReview.url is no address":                       func(m map[string]any) { m["url"] = "/k/x" },
		"ClaimReview.itemReviewed is no object":               func(m map[string]any) { delete(m, "itemReviewed") },
	} {
		said := linkedOf(t, concluded("TG-2026-00001", cases.Published, nil))
		break_(said)
		if got := strings.Join(claimReviewShape.lacks("ClaimReview", said), "\n"); !strings.Contains(got, want) {
			t.Errorf("%q is not found: %q", want, got)
		}
	}
}

func TestAConclusionIsAnEntryOfTheFeed(t *testing.T) {
	c := concluded("TG-2026-00001", cases.Published, func(c *cases.Case) {
		c.Steps = []cases.Step{{At: today, Action: cases.ActPublish}}
		c.Conclusion.Claim = `Đập "Cửa Đạt" <vỡ> & tràn`
	})
	h := newHouse(t, nil, said("KL-TG-2026-00001", func(s *statement.Statement) {
		made := flowcases.StatementOf(c, 1)
		s.Title, s.Body, s.IssuedAt, s.Unit, s.Spokesperson, s.Position = made.Title, made.Body, made.IssuedAt, made.Unit, made.Spokesperson, made.Position
	}))
	var atom feed.Atom
	if err := xml.Unmarshal([]byte(h.get("/feed.atom").wantStatus(t, 200).body), &atom); err != nil || len(atom.Entries) != 1 {
		t.Fatal(err, len(atom.Entries))
	}
	e := atom.Entries[0]
	if !strings.Contains(e.Title, c.Conclusion.Claim) || !strings.Contains(e.Title, "TIN GIẢ, TIN SAI SỰ THẬT") || strings.Contains(e.Content.Text, "<vỡ>") || e.Links[0].Href != publicURL+"/s/KL-TG-2026-00001" {
		t.Errorf("entry %+v", e)
	}
}
