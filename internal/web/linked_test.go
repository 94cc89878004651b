package web

import (
	"encoding/json"
	"strings"
	"testing"

	"phatngon/internal/desk/cases"
)

// What schema.org and Google ask of the kinds that pages are described as.
var linkedShapes = map[string]linkedShape{
	"WebSite": {[]string{"WebSite"}, map[string]any{"name": "text", "url": "iri",
		"publisher":       linkedShape{[]string{"GovernmentOrganization"}, map[string]any{"name": "text"}},
		"potentialAction": linkedShape{[]string{"SearchAction"}, map[string]any{"target": "text", "query-input": "text"}}}},
	"Article": {[]string{"Article"}, map[string]any{"headline": "text", "datePublished": "text", "url": "iri", "identifier": "text",
		"author":    linkedShape{[]string{"Person"}, map[string]any{"name": "text", "jobTitle": "text"}},
		"publisher": linkedShape{[]string{"GovernmentOrganization"}, map[string]any{"name": "text"}}}},
	"WebPage": {[]string{"WebPage"}, map[string]any{"name": "text", "url": "iri",
		"about": linkedShape{[]string{"Article"}, map[string]any{"headline": "text", "url": "iri", "identifier": "text"}}}},
	"ClaimReview": claimReviewShape,
}

// What Open Graph asks of every page, and what a card shows (ogp.me).
var openGraph = []string{`property="og:title"`, `property="og:type"`, `property="og:url"`, `property="og:description"`, `property="og:site_name"`,
	`property="og:locale" content="vi_VN"`, `<link rel="canonical"`, `<meta name="description"`}

func TestPublicPagesAreDescribedToSearchEnginesAndCards(t *testing.T) {
	h := newHouse(t, nil, said("PN-1", nil))
	c := concluded("TG-2026-00001", cases.Published, nil)
	if err := h.store.InsertCase(t.Context(), &c); err != nil {
		t.Fatal(err)
	}
	for path, kind := range map[string]string{"/": "WebSite", "/s/PN-1": "Article", "/v/PN-1": "WebPage", "/k/TG-2026-00001": "ClaimReview"} {
		a := h.get(path).wantStatus(t, 200)
		a.wantText(t, openGraph...)
		body := a.body
		scripts := linkedScript.FindAllStringSubmatch(body, -1)
		if len(scripts) != 1 {
			t.Errorf("%s: %d descriptions, want one", path, len(scripts))
			continue
		}
		var described map[string]any
		if err := json.Unmarshal([]byte(scripts[0][1]), &described); err != nil {
			t.Errorf("%s: %v", path, err)
		}
		if lacks := linkedShapes[kind].lacks(kind, described); described["@context"] != "https://schema.org" || len(lacks) > 0 {
			t.Errorf("%s: %s", path, strings.Join(lacks, "; "))
		}
		if strings.Contains(body, `content="noindex"`) {
			t.Errorf("%s is hidden from search engines", path)
		}
	}
}
