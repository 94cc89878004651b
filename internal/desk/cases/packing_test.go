package cases

import (
	"slices"
	"strings"
	"testing"
)

func TestAPackIsNotedWithItsSumAndWhoWasGivenIt(t *testing.T) {
	c := ok(Packed(received(1, "r1"), Packing{SHA256: "ab12", Identities: true, For: "Công an tỉnh", Why: "Có dấu hiệu tội phạm."}, pressDesk, noon))
	if last := c.Effects[len(c.Effects)-1].Audit; last.Detail != "ab12 +identities" || last.Action != "case.pack" {
		t.Errorf("the audit line %+v", last)
	}
	handed := ok(HandOver(c, "ab12", Handing{To: "Công an tỉnh", Note: "Công văn 12"}, pressDesk, noon))
	if h := handed.Packs[0].Hands; len(h) != 1 || h[0].By != "desk" || !h[0].At.Equal(noon) || len(c.Packs[0].Hands) != 0 {
		t.Errorf("handed to %+v; before %+v", h, c.Packs)
	}
	for name, err := range map[string]error{
		"for":    refused(Packed(c, Packing{Why: "x"}, pressDesk, noon)),
		"why":    refused(Packed(c, Packing{For: "x"}, pressDesk, noon)),
		"pack":   refused(HandOver(c, "no", Handing{To: "x"}, pressDesk, noon)),
		"to":     refused(HandOver(c, "ab12", Handing{}, pressDesk, noon)),
		"report": refused(Identify(c, "r9", "x", pressDesk, noon)),
		"reason": refused(Identify(c, "r1", " ", pressDesk, noon)),
	} {
		want := map[string]string{"for": "to", "reason": "why"}[name]
		if want == "" {
			want = name
		}
		if refusal(err) != want {
			t.Errorf("%s: %v", name, err)
		}
	}
	if seen := ok(Identify(c, "r1", "Công an yêu cầu.", pressDesk, noon)); !strings.Contains(seen.Steps[len(seen.Steps)-1].Note, "Công an yêu cầu.") {
		t.Errorf("steps %+v", seen.Steps)
	}
}

func TestOnlyTheNamedPackClosedContentOrSeeWhoReportedIt(t *testing.T) {
	c := to(received(1, "r1"), Verifying, Class{Severity: Grave, Access: Closed, Readers: []string{"officer"}}, IsFalse)
	for _, by := range roles() {
		actions := Actions(by, c)
		for _, action := range []string{ActPack, ActIdentify} {
			if may := slices.Contains(actions, action); may != (by.ID == "officer") {
				t.Errorf("%s by %q: %t", action, by.ID, may)
			}
		}
	}
}
