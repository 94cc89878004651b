package press

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"phatngon/internal/desk/people"
	"phatngon/knowledge/lang"
	"phatngon/knowledge/statement"
)

// Follows is of which new statements a verified reporter wants to hear: all, those of units
// (codes), or of topics.
type Follows struct {
	All    bool     `bson:"all,omitempty"`
	Units  []string `bson:"units,omitempty"`
	Topics []string `bson:"topics,omitempty"`
	Daily  bool     `bson:"daily,omitempty"` // in one message a day, see DigestHour; else each at once
}

// mostFollowed bounds units and topics, each.
const mostFollowed = 30

// None reports that nothing is followed.
func (f Follows) None() bool { return !f.All && len(f.Units)+len(f.Topics) == 0 }

// Match reports whether a new statement is one that f wants to hear of.
func (f Follows) Match(s statement.Statement) bool {
	if f.All || slices.Contains(f.Units, s.Unit) {
		return true
	}
	return slices.ContainsFunc(f.Topics, func(topic string) bool {
		return slices.ContainsFunc(s.Topics, func(of string) bool { return fold(of) == fold(topic) })
	})
}

func fold(s string) string { return lang.Fold(strings.Join(strings.Fields(strings.ToLower(s)), " ")) }

// Follow changes of what the reporter wants to hear.
func Follow(r Registration, by string, f Follows, at time.Time) (Registration, error) {
	return r.step(deed{action: ActFollow, by: Actor{Requester: by}, at: at}, func(r *Registration) error {
		f.Units, f.Topics = tidy(f.Units), tidy(f.Topics)
		if len(f.Units) > mostFollowed || len(f.Topics) > mostFollowed {
			return invalid("follows", fmt.Sprintf("Xin chọn nhiều nhất %d đơn vị và %d chủ đề, hoặc theo dõi tất cả.", mostFollowed, mostFollowed))
		}
		r.Follows = f
		return nil
	})
}

// tidy leaves out what is empty, long or there already.
func tidy(all []string) []string {
	var out []string
	for _, s := range all {
		same := func(other string) bool { return fold(other) == fold(s) }
		if s = clean(s); s != "" && len(s) <= longestName && !slices.ContainsFunc(out, same) {
			out = append(out, s)
		}
	}
	return out
}

// Hears reports whether the reporter of r, as they are known now, is to hear of s.
func Hears(r Registration, who people.Requester, s statement.Statement, now time.Time) bool {
	return r.InForce(now) && who.KindAt(now) == people.ReporterVerified && r.Follows.Match(s)
}
