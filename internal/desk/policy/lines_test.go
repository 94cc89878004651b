package policy

import (
	"strings"
	"testing"
)

func TestACannedLineNamesNoPlaceThatIsNotFilled(t *testing.T) {
	for data, wrong := range map[string]string{
		`{"note":"","lines":[{"title":"a","text":"{đơn vị} {mã} {ngày}"}]}`: "",
		`{"note":"","lines":[{"title":"a","text":"{tên}"}]}`:                "{tên}",
		`{"note":"","lines":[{"title":"","text":"x"}]}`:                     "title",
		`{"note":"","lines":[{"title":"a","text":" "}]}`:                    "text",
		`{"lines":[],"more":1}`:                                             "more",
	} {
		_, err := parseLines([]byte(data))
		if wrong == "" && err != nil || wrong != "" && (err == nil || !strings.Contains(err.Error(), wrong)) {
			t.Errorf("%s: %v, want %q", data, err, wrong)
		}
	}
}
