package verdict_test

import (
	"errors"
	"testing"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/verdict"
)

var own = people.Officer{ID: "an", Unit: "TH-YT", Role: people.RoleOperator}

func said(right bool) verdict.Verdict {
	return verdict.Verdict{ID: "1", Statement: "PN-1", Unit: "TH-YT", State: verdict.Open, Text: "bao giờ khám", Right: right,
		Shown: []effect.Shown{{Statement: "PN-1", Version: 1, Quote: "Khám ngày 5. Mang theo thẻ."}, {Statement: "PN-1", Version: 1, Quote: "| Thẻ | Ngày |"}, {Statement: "PN-2", Version: 1, Quote: "Khám ngày 7."}}}
}

func TestALabelHasTheWordsThatAnswerOrWhatIsOff(t *testing.T) {
	right, wrong := said(true), said(false)
	if err := right.Take(own, " Khám ngày 5. ", ""); err != nil || right.State != verdict.Taken || right.Expect != "Khám ngày 5." {
		t.Errorf("right: %+v, %v", right, err)
	}
	if err := wrong.Take(own, "", "place"); err != nil || wrong.State != verdict.Taken || wrong.Why != "place" || wrong.Expect != "" {
		t.Errorf("wrong: %+v, %v", wrong, err)
	}
}

func TestWhatIsNoLabelIsRefusedWithWhy(t *testing.T) {
	masked, follow := said(true), said(true)
	masked.Masked, follow.Before = true, "khám ở đâu"
	for name, c := range map[string]struct {
		v           verdict.Verdict
		expect, why string
	}{
		"words that were not shown": {said(true), "Khám ngày 6.", ""},
		"words of another one":      {said(true), "Khám ngày 7.", ""},
		"no words":                  {said(true), " ", ""},
		"nothing is off":            {said(false), "Khám ngày 5.", ""},
		"something was masked":      {masked, "Khám ngày 5.", ""},
		"it leans on another":       {follow, "Khám ngày 5.", ""},
	} {
		err := c.v.Take(own, c.expect, c.why)
		var rule *desk.RuleError
		var invalid *desk.InvalidError
		if !errors.As(err, &rule) && !errors.As(err, &invalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestADecisionMayBeChangedButNotRepeatedNorMadeElsewhere(t *testing.T) {
	v := said(true)
	for _, step := range []func() error{
		func() error { return v.Throw(own) }, func() error { return v.Take(own, "| Thẻ | Ngày |", "") }, func() error { return v.Throw(own) },
	} {
		if err := step(); err != nil {
			t.Fatal(err)
		}
	}
	other := people.Officer{ID: "binh", Unit: "TH-GDDT", Role: people.RoleOperator}
	for name, err := range map[string]error{"again": v.Throw(own), "elsewhere": v.Take(other, "Khám", "")} {
		var rule *desk.RuleError
		if !errors.As(err, &rule) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if v.State != verdict.Thrown {
		t.Errorf("state %s", v.State)
	}
}

func TestAChangedMindIsOpenAgainAndTheSameIsNot(t *testing.T) {
	v := said(true)
	v.Version = 7
	if err := v.Take(own, "Khám", ""); err != nil {
		t.Fatal(err)
	}
	if same, changed := v.Replaced(said(true)); changed || same.State != verdict.Taken {
		t.Errorf("same: %+v, %v", same, changed)
	}
	if other, changed := v.Replaced(said(false)); !changed || other.State != verdict.Open || other.Version != 7 || other.Expect != "" {
		t.Errorf("changed: %+v, %v", other, changed)
	}
}
