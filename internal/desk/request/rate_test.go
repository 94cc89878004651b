package request

import (
	"testing"
	"time"

	"phatngon/internal/desk/people"
)

func TestAnAnswerIsRatedOnceByWhoAsked(t *testing.T) {
	at := time.Date(2026, 11, 29, 9, 0, 0, 0, time.UTC)
	sent := Request{Code: "TH-2026-00001", Requester: "oa:1", State: Sent, Parts: []Part{{Unit: "TH-YT", State: Sent, Approval: &Approval{Text: "Có."}}}}
	rated, err := Rate(sent, 0, people.Requester{ID: "oa:1"}, 4, at)
	if err != nil || rated.Parts[0].Rating != 4 || rated.Parts[0].State != Sent || sent.Parts[0].Rating != 0 {
		t.Fatalf("%+v, %v", rated.Parts, err)
	}
	for name, try := range map[string]func() (Request, error){
		"again":              func() (Request, error) { return Rate(rated, 0, people.Requester{ID: "oa:1"}, 1, at) },
		"by somebody else":   func() (Request, error) { return Rate(sent, 0, people.Requester{ID: "oa:2"}, 4, at) },
		"with no such stars": func() (Request, error) { return Rate(sent, 0, people.Requester{ID: "oa:1"}, 6, at) },
		"with none":          func() (Request, error) { return Rate(sent, 0, people.Requester{ID: "oa:1"}, 0, at) },
		"of no such part":    func() (Request, error) { return Rate(sent, 1, people.Requester{ID: "oa:1"}, 4, at) },
		"before it is there": func() (Request, error) {
			open := sent
			open.Parts = []Part{{Unit: "TH-YT", State: Approved, Approval: &Approval{}}}
			return Rate(open, 0, people.Requester{ID: "oa:1"}, 4, at)
		},
	} {
		if next, err := try(); err == nil {
			t.Errorf("%s: rated %+v", name, next.Parts)
		}
	}
}
