package slots

import (
	"strings"
	"testing"
)

func TestWhatAQuestionAsksAboutIsListedWithWhatIsFoundOfIt(t *testing.T) {
	s := Source{Title: "Lịch cắt điện tại xã Cẩm Thủy", Body: "Ngày 25/11/2026 cắt điện tại xã Cẩm Thủy.", Quotes: []string{"Ngày 25/11/2026 cắt điện tại xã Cẩm Thủy."}}
	for question, want := range map[string]string{
		"xã Cẩm Thủy cắt điện ngày nào":      "place Cẩm Thủy; value ngày nào",
		"xã Nga Sơn cắt điện ngày nào":       "place Nga Sơn disagrees; value ngày nào",
		"xã Cẩm Thủy ngày 26/11 có cắt điện": "place Cẩm Thủy; time 26/11 disagrees",
		"xã Cẩm Thủy cắt điện lúc mấy giờ":   "place Cẩm Thủy; value mấy giờ disagrees",
		"có cắt điện không":                  "",
	} {
		q := Question{Text: question}
		var got []string
		for _, slot := range Compare(q, s) {
			got = append(got, strings.TrimSpace(slot.Name+" "+slot.Words+" "+string(slot.Ruling)))
		}
		if line := strings.Join(got, "; "); line != want {
			t.Errorf("%q: %q, want %q", question, line, want)
		}
		if said, listed := Judge(q, s).Ruling == Disagrees, strings.Contains(strings.Join(got, ";"), "disagrees"); said != listed {
			t.Errorf("%q: Judge says %v, the list %v", question, said, listed)
		}
	}
}
