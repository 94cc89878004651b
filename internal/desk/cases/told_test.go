package cases

import (
	"slices"
	"testing"

	"phatngon/internal/desk/effect"
)

func TestWhoReportedHearsOfTheEndOnce(t *testing.T) {
	closed := Class{Severity: Harmful, Access: Closed, Readers: []string{staff.ID, author.ID, signer.ID, pressDesk.ID}}
	concluded := to(received(1, "r1"), Concluded, closed, IsFalse)
	for name, c := range map[string]struct {
		c    Case
		want []effect.Kind
	}{
		"nothing before a conclusion":     {in(Drafted).c, nil},
		"nor before it is published":      {in(Labelled).c, nil},
		"published":                       {in(Published).c, []effect.Kind{effect.DoConclude, effect.DoInform}},
		"published, then done":            {in(Done).c, []effect.Kind{effect.DoConclude, effect.DoInform}},
		"published, then forwarded":       {in(Forwarded).c, []effect.Kind{effect.DoConclude, effect.DoInform}},
		"unlabelled":                      {in(Unlabelled).c, []effect.Kind{effect.DoConclude, effect.DoInform, effect.DoConclude, effect.DoInform}},
		"not accepted":                    {in(Rejected).c, []effect.Kind{effect.DoInform}},
		"given to another body":           {in(OtherBody).c, []effect.Kind{effect.DoInform}},
		"closed content, done":            {ok(Finish(concluded, "Đã xong.", staff, noon)), []effect.Kind{effect.DoInform}},
		"closed content, forwarded, done": {ok(Finish(ok(SendOn(concluded, "Công an", "Xử lý.", staff, noon)), "Đã xong.", staff, noon)), []effect.Kind{effect.DoInform}},
	} {
		var got []effect.Kind
		keys := map[string]bool{}
		for _, e := range c.c.Effects {
			if e.Kind != effect.DoAudit {
				got = append(got, e.Kind)
			}
			keys[e.Key] = true
		}
		if !slices.Equal(got, c.want) || len(keys) != len(c.c.Effects) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

func TestAClaimIsOneSentence(t *testing.T) {
	verifying := in(Verifying).c
	for claim, fine := range map[string]bool{
		"Đập Cửa Đạt bị vỡ": true, "": false, "Đập vỡ. Sơ tán ngay": false, "Đập vỡ\nSơ tán": false, "Đập “vỡ”": false, "Đập vỡ!": false,
		string(make([]rune, 151)) + "x": false,
	} {
		_, err := SaveDraft(verifying, Finding{IsFalse, claim, "Đập an toàn.", nil}, staff, noon)
		if (refusal(err) == "") != fine || !fine && refusal(err) != "claim" {
			t.Errorf("%q: %v", claim, err)
		}
	}
}

func TestAnEndThatWasReopenedIsToldNoMore(t *testing.T) {
	c := in(Rejected).c
	i := len(c.Steps) - 1
	if !Tells(c, i) {
		t.Fatal("a rejection is not told")
	}
	c = ok(Reopen(c, "Có thêm chứng cứ.", pressDesk, noon))
	if Tells(c, i) {
		t.Error("what was reopened is told as an end, with nothing to say")
	}
}
