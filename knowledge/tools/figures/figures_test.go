package figures

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const figuresPage = `# Quality

| set | questions | count | right first |
|---|---|---|---|
| not | between the comments | 1 | 1.000 |

<!-- figures: own -->
| set | questions | count | right first | refused or asked back |
|---|---|---|---|---|
| golden | text | 246 | 0.996 |  |
| golden | unanswerable | 426 |  | 0.953 |
<!-- /figures -->

The end.
`

var pageFigures = []Figure{
	{"golden", "text", RightFirst, 246, 0.996},
	{"golden", "unanswerable", RefusedOrAsked, 426, 0.953},
}

func TestFiguresAreReadAsTheyAreWritten(t *testing.T) {
	got, err := ReadFigures(figuresPage, "own")
	if diff := cmp.Diff(pageFigures, got); err != nil || diff != "" {
		t.Errorf("%v\n%s", err, diff)
	}
	page, err := ReplaceFigures(strings.Replace(figuresPage, "0.996", "0.5", 1), "own", pageFigures)
	if diff := cmp.Diff(figuresPage, page); err != nil || diff != "" {
		t.Errorf("%v\n%s", err, diff)
	}
}

func TestATableThatCannotBeReadIsNamed(t *testing.T) {
	for name, c := range map[string]struct{ old, new, want string }{
		"no beginning":      {"<!-- figures: own -->", "<!-- figures -->", "no line <!-- figures: own -->"},
		"no end":            {"<!-- /figures -->", "", "no line <!-- /figures --> after <!-- figures: own -->"},
		"no head":           {"-->\n| set | questions | count | right first | refused or asked back |", "-->", "line 9: want a head that begins | set |"},
		"other head":        {"-->\n| set |", "-->\n| name |", "line 8: want a head that begins | set |"},
		"cell missing":      {"| 246 | 0.996 |  |", "| 246 | 0.996 |", "line 10: 4 cells where the head has 5"},
		"cell too much":     {"| 426 |  | 0.953 |", "| 426 |  | 0.953 | |", "line 11: 6 cells where the head has 5"},
		"no set":            {"| golden | text", "| | text", "line 10: no set or no questions named"},
		"no questions":      {"| golden | text", "| golden |", "line 10: no set or no questions named"},
		"count not counted": {"| 246 |", "| many |", `line 10: count "many" is no number of questions`},
		"count of none":     {"| 246 |", "| 0 |", `line 10: count "0" is no number of questions`},
		"share no number":   {"| 0.953 |", "| 95,3 % |", `line 11: refused or asked back "95,3 %" is no share between 0 and 1`},
		"share too large":   {"| 0.996 |", "| 99.6 |", `line 10: right first "99.6" is no share`},
		"share below 0":     {"| 0.996 |", "| -0.1 |", `line 10: right first "-0.1" is no share`},
		"share NaN":         {"| 0.996 |", "| NaN |", `line 10: right first "NaN" is no share`},
		"a row twice":       {"| golden | unanswerable | 426 |  |", "| golden | text | 246 | 0.9 |", "golden, text: right first is there twice"},
	} {
		page := strings.Replace(figuresPage, c.old, c.new, 1)
		if _, err := ReadFigures(page, "own"); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %s", name, err, c.want)
		}
	}
	if _, err := ReplaceFigures("nothing", "own", pageFigures); err == nil {
		t.Error("figures are written where there is no table")
	}
}

func TestAFigureIsWorseByMoreThanItsNoise(t *testing.T) {
	figure := func(measure string, share float64) Figure { return Figure{"golden", "text", measure, 100, share} }
	for name, c := range map[string]struct {
		measure  string
		was, is  float64
		want     bool
		reported string
	}{
		"the same":                     {RightFirst, 0.8, 0.8, false, ""},
		"better":                       {RightFirst, 0.8, 1, false, "+0.200"},
		"worse by two standard errors": {RightFirst, 0.8, 0.72, false, "-0.080"},
		"worse by more":                {RightFirst, 0.8, 0.71, true, "worse -0.090"},
		"one of all":                   {RightFirst, 1, 0.99, false, "-0.010"},
		"two of all":                   {RightFirst, 1, 0.98, true, "worse -0.020"},
		"one wrong where none was":     {AnsweredWrongly, 0, 0.01, false, "+0.010"},
		"two wrong where none was":     {AnsweredWrongly, 0, 0.02, true, "worse +0.020"},
		"less wrong":                   {AnsweredWrongly, 0.2, 0, false, "-0.200"},
	} {
		got := Comparison{figure(c.measure, c.was), figure(c.measure, c.is)}
		if got.Worse() != c.want || (got.Complaint() != "") != c.want || got.change() != c.reported {
			t.Errorf("%s: %v, %q, %q", name, got.Worse(), got.Complaint(), got.change())
		}
	}
}

func TestEachFigureIsComparedWithTheCommittedOne(t *testing.T) {
	measured := []Figure{
		{"golden", "text", RightFirst, 246, 0.9},
		{"golden", "noisy", RightFirst, 246, 0.9},
	}
	committed := append([]Figure{{"golden", "noisy", RightFirst, 200, 0.9}}, pageFigures...)
	var got []string
	all := Compare(committed, append(measured, Figure{"fresh", "text", RightFirst, 144, 0.8}))
	for _, c := range all {
		got = append(got, c.Complaint())
	}
	want := []string{
		"golden, text: right first is 0.900, committed is 0.996, and that is more than the noise of 0.008",
		"golden, noisy: right first is of 246 questions, of 200 when it was committed",
		"fresh, text: right first is 0.800 and is not committed",
		"golden, unanswerable: refused or asked back is committed but no longer measured",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	var b strings.Builder
	if err := WriteComparisons(&b, all); err != nil || strings.Count(b.String(), "\n") != 5 || strings.Count(b.String(), "–") != 2 {
		t.Errorf("%v\n%s", err, b.String())
	}
}
