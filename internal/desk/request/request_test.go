package request

import "testing"

func TestAFormIsStaleOnlyWhenAnOfficerChangedThePartSince(t *testing.T) {
	officer, program := Step{Officer: "ky", Action: ActApprove}, Step{Action: ActReach}
	for name, c := range map[string]struct {
		steps   []Step
		version int64 // of the form; the request is in version 5
		want    bool
	}{
		"shown as it is":                        {[]Step{officer}, 5, true},
		"an officer changed it":                 {[]Step{officer, officer}, 4, false},
		"the answer reached the person":         {[]Step{officer, program}, 4, true},
		"an officer, then the program":          {[]Step{officer, officer, program}, 3, false},
		"another part, or none of its steps":    {[]Step{officer, program}, 3, false},
		"a version there is not":                {[]Step{officer, program}, 6, false},
		"only the program, since it was filed":  {[]Step{program}, 4, true},
		"longer ago than the program has steps": {[]Step{program}, 1, false},
	} {
		if got := UntouchedSince(Request{Version: 5, Parts: []Part{{Steps: c.steps}}}, 0, c.version); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
