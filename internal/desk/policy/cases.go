package policy

import (
	"slices"
	"strings"

	"phatngon/internal/desk"
)

// Surge is when so many people report or ask about one thing that officers are alerted.
type Surge struct {
	Reports       int    `json:"reports"` // of a case, within Minutes
	Minutes       int    `json:"minutes"`
	QuestionsADay int    `json:"questions_a_day"` // about a statement
	QuietHours    int    `json:"quiet_hours"`     // after an alert of a case there is no other
	Note          string `json:"note"`
}

// Term is for how many days after the end of a case something of it is kept; 0 is for good.
type Term struct {
	Identities int `json:"identities"` // who reported
	Reports    int `json:"reports"`    // what they wrote
	Evidence   int `json:"evidence"`   // pictures
}

// Retention is how long what people reported is kept, by how the case ended.
type Retention struct {
	Note      string `json:"note"`
	Certainty string `json:"certainty"`
	Concluded Term   `json:"concluded"`
	Closed    Term   `json:"closed"` // content of class 2a
	Rejected  Term   `json:"rejected"`
	Referred  Term   `json:"referred"` // to another body
}

// Crisis is which statements stand above all else: those in force with one of these topics,
// which officers give and take like any other.
type Crisis struct {
	Topics []string `json:"topics"`
	Note   string   `json:"note"`
}

type caseTable struct {
	Surge     Surge     `json:"surge"`
	Crisis    Crisis    `json:"crisis"`
	Retention Retention `json:"retention"`
}

// parseCases reads the bounds of false-content cases (data/cases.json).
func parseCases(data []byte) (t caseTable, err error) {
	if err := desk.Decode(string(KindCases), data, &t); err != nil {
		return t, err
	}
	s := t.Surge
	if s.Reports < 2 || s.Reports > 500 || s.Minutes < 1 || s.QuestionsADay < 2 || s.QuietHours < 1 {
		return t, invalid(KindCases, "surge", "Cảnh báo dồn dập: reports từ 2 đến 500, questions_a_day ít nhất 2, minutes và quiet_hours ít nhất 1.")
	}
	if slices.ContainsFunc(t.Crisis.Topics, func(topic string) bool { return strings.TrimSpace(topic) == "" }) {
		return t, invalid(KindCases, "crisis", "Chủ đề của thông tin khẩn (crisis.topics) không được để trống.")
	}
	r := t.Retention
	for name, term := range map[string]Term{"concluded": r.Concluded, "closed": r.Closed, "rejected": r.Rejected, "referred": r.Referred} {
		if min(term.Identities, term.Reports, term.Evidence) < 0 {
			return t, invalid(KindCases, name, "Thời hạn lưu của mục %q không được âm. Ghi 0 nếu không xóa.", name)
		}
	}
	if !certain(r.Certainty) {
		return t, invalid(KindCases, "retention", "Thời hạn lưu: mức chắc chắn (certainty) phải là C, L hoặc U.")
	}
	return t, nil
}

// Surge is when officers are alerted.
func (s Set) Surge() Surge { return s.cases.Surge }

// CrisisTopics are the topics of statements that stand above all else.
func (s Set) CrisisTopics() []string { return s.cases.Crisis.Topics }

// Retention is how long what people reported is kept.
func (s Set) Retention() Retention { return s.cases.Retention }
