package delivery

import (
	"testing"
	"time"
)

func TestTheNewestDeliveryOfAPartCountsUnlessItWasVoided(t *testing.T) {
	day := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	one := func(id, request string, part int, state State, hour int) Delivery {
		return Delivery{ID: id, Request: request, Part: part, State: state, CreatedAt: day.Add(time.Duration(hour) * time.Hour)}
	}
	first, second, third := one("1", "TH-1", 0, Seen, 1), one("2", "TH-1", 0, Queued, 2), one("3", "TH-1", 0, Void, 3)
	for name, c := range map[string]struct {
		all  []Delivery
		want string
	}{
		"none":                    {nil, ""},
		"one":                     {[]Delivery{first}, "1"},
		"oldest first":            {[]Delivery{first, second}, "2"},
		"newest first":            {[]Delivery{second, first}, "2"},
		"the last one was voided": {[]Delivery{first, second, third}, "2"},
		"all were voided":         {[]Delivery{third}, ""},
		"another part's":          {[]Delivery{first, one("4", "TH-1", 1, Seen, 4)}, "1"},
		"another request's":       {[]Delivery{one("5", "TH-2", 0, Seen, 4)}, ""},
	} {
		if got, found := Newest(c.all, "TH-1", 0); got.ID != c.want || found != (c.want != "") {
			t.Errorf("%s: %q, %v; want %q", name, got.ID, found, c.want)
		}
	}
}
