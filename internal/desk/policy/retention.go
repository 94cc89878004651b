package policy

import (
	"slices"
	"time"

	"phatngon/internal/desk"
)

// DataClass is one class of what is kept, and for how many days after its event; 0 days is
// for good, as archives ask.
type DataClass struct {
	Code string `json:"code"`
	Name string `json:"name"` // as people read it
	From string `json:"from"` // the event
	Days int    `json:"days"`
}

// The classes that a sweep follows, and those that nothing removes by itself.
const (
	KeptChat          = "chat"
	KeptMessages      = "messages"
	KeptAskings       = "askings"
	KeptWishes        = "wishes"
	KeptTalks         = "talks"
	KeptDenunciations = "denunciations"
	KeptUploads       = "uploads"
	KeptClaims        = "claims"
	KeptReminders     = "reminders"
	KeptRequests      = "requests"
	KeptLedger        = "ledger"
)

// shortest is for how many days a class must be kept at least, where the work needs it:
// events are known again for days (Zalo repeats them), a reminder must not be sent again
// while its request is open.
var shortest = map[string]int{KeptChat: 1, KeptMessages: 3, KeptAskings: 1, KeptWishes: 1, KeptTalks: 1, KeptDenunciations: 1, KeptUploads: 1, KeptClaims: 1, KeptReminders: 90}

type retentionTable struct {
	Note      string      `json:"note"`
	Certainty string      `json:"certainty"`
	Classes   []DataClass `json:"classes"`
}

// mostKept is ten years.
const mostKept = 3660

// parseRetention reads how long each class is kept (data/retention.json).
func parseRetention(data []byte) (t retentionTable, err error) {
	if err := desk.Decode(string(KindRetention), data, &t); err != nil {
		return t, err
	}
	for i, c := range t.Classes {
		if wrong := t.wrong(i); wrong != "" {
			return t, invalid(KindRetention, c.Code, "Thời hạn lưu %q: %s", c.Code, wrong)
		}
	}
	for _, code := range []string{KeptChat, KeptMessages, KeptAskings, KeptWishes, KeptTalks, KeptDenunciations, KeptUploads, KeptClaims, KeptReminders, KeptRequests, KeptLedger} {
		if !slices.ContainsFunc(t.Classes, func(c DataClass) bool { return c.Code == code }) {
			return t, invalid(KindRetention, code, "Thời hạn lưu: thiếu loại %q.", code)
		}
	}
	if !certain(t.Certainty) {
		return t, invalid(KindRetention, "certainty", "Thời hạn lưu: mức chắc chắn (certainty) phải là C, L hoặc U.")
	}
	return t, nil
}

// wrong says what is to be mended in the i-th class, "" if nothing.
func (t retentionTable) wrong(i int) string {
	c := t.Classes[i]
	least, swept := shortest[c.Code]
	switch {
	case !swept && c.Code != KeptRequests && c.Code != KeptLedger:
		return "không có loại dữ liệu này."
	case slices.ContainsFunc(t.Classes[:i], func(other DataClass) bool { return other.Code == c.Code }):
		return "có hai lần. Vui lòng bỏ một."
	case c.Name == "":
		return "cần tên (name)."
	case !swept && c.Days != 0:
		return "loại này không tự xóa; days phải là 0."
	case swept && (c.Days < least || c.Days > mostKept):
		return "số ngày (days) quá ngắn hoặc quá dài cho loại này."
	}
	return ""
}

// Kept are the classes of data and how long each is kept, as people read it.
func (s Set) Kept() []DataClass { return slices.Clone(s.retention.Classes) }

// KeptSince is the moment before which data of a class is removed.
func (s Set) KeptSince(code string, now time.Time) time.Time {
	return now.Add(-s.KeptFor(code))
}

// KeptFor is how long data of a class is kept.
func (s Set) KeptFor(code string) time.Duration {
	for _, c := range s.retention.Classes {
		if c.Code == code {
			return time.Duration(c.Days) * 24 * time.Hour
		}
	}
	return 0 // parseRetention saw that it is there
}
