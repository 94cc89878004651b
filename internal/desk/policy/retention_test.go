package policy_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"phatngon/internal/desk/policy"
)

// The office reads in the handbook what the shipped policy says.
func TestTheHandbookPrintsTheShippedTerms(t *testing.T) {
	page, err := os.ReadFile("../../../docs/operations.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range policy.Seed().At(at("2026-11-23 09:00")).Kept() {
		days := fmt.Sprint(c.Days)
		if c.Days == 0 {
			days = "for good"
		}
		found := false
		for line := range strings.Lines(string(page)) {
			found = found || strings.HasPrefix(line, "| "+c.Code+" |") && strings.HasSuffix(strings.TrimSpace(line), "| "+days+" |")
		}
		if !found {
			t.Errorf("docs/operations.md lacks the row of %s with %s days", c.Code, days)
		}
	}
}
