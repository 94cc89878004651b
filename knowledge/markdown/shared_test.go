package markdown

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The Mini App is held to the same file: it shows the HTML without losing a word.
func TestTheMiniAppGetsWhatIsShown(t *testing.T) {
	type shown struct{ Body, Text, HTML string }
	data, err := os.ReadFile("../testdata/shared/shown.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []shown
	if err := json.Unmarshal(data, &cases); err != nil || len(cases) == 0 {
		t.Fatalf("%d cases: %v", len(cases), err)
	}
	for _, want := range cases {
		d := Read(want.Body)
		if diff := cmp.Diff(want, shown{want.Body, d.Text(), d.HTML()}); diff != "" {
			t.Error(diff)
		}
	}
}
