package policy

import (
	"cmp"
	"fmt"
	"slices"

	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
)

// Law is what kind of request one is: which law gives its rights, its term and
// the grounds on which it may be refused.
type Law string

// A reporter's question, verified or not, falls under the press law; anyone
// else's under the law on access to information.
const (
	LawPress  Law = "press"
	LawAccess Law = "access"
)

// LawFor is the law that a request of such a requester falls under.
func LawFor(kind people.RequesterKind) Law {
	if kind == people.ReporterVerified || kind == people.ReporterUnverified {
		return LawPress
	}
	return LawAccess
}

// ruleTable is the deadlines in force and which of them starts a new request's clock.
type ruleTable struct {
	rules  []calendar.Rule
	starts map[Law]string
}

type rulesFile struct {
	Counting struct {
		EventDayCounts bool   `json:"event_day_counts"`
		MayEndOnDayOff bool   `json:"may_end_on_day_off"`
		Basis          string `json:"basis"`
		Certainty      string `json:"certainty"`
		Note           string `json:"note"`
	} `json:"counting"`
	Starts map[Law]string `json:"starts"`
	Rules  []struct {
		Code      string `json:"code"`
		Name      string `json:"name"`
		Basis     string `json:"basis"`
		Certainty string `json:"certainty"`
		Amount    int    `json:"amount"`
		Measure   string `json:"measure"`
		Extension int    `json:"extension"`
		Note      string `json:"note"`
	} `json:"rules"`
}

// parseRules reads a table of deadlines (data/rules.json).
func parseRules(data []byte) (ruleTable, error) {
	var f rulesFile
	if err := desk.Decode(string(KindRules), data, &f); err != nil {
		return ruleTable{}, err
	}
	t := ruleTable{starts: f.Starts}
	if f.Counting.Basis == "" || !certain(f.Counting.Certainty) {
		return t, invalid(KindRules, "counting", "Cách tính hạn (counting) cần căn cứ (basis) và mức chắc chắn (certainty: C, L hoặc U).")
	}
	counting := calendar.Counting{EventDayCounts: f.Counting.EventDayCounts, MayEndOnDayOff: f.Counting.MayEndOnDayOff}
	for i, r := range f.Rules {
		rule := calendar.Rule{Code: r.Code, Name: r.Name, Basis: r.Basis, Certainty: r.Certainty,
			Amount: r.Amount, Measure: r.Measure, Extension: r.Extension, Counting: counting}
		if wrong := t.wrong(rule); wrong != "" {
			return t, invalid(KindRules, r.Code, "Thời hạn %q: %s", cmp.Or(r.Code, fmt.Sprintf("dòng thứ %d", i+1)), wrong)
		}
		t.rules = append(t.rules, rule)
	}
	return t, t.checkStarts()
}

// longest keeps a slip of the keyboard from becoming a term.
const longest = 1000

// wrong says what is to be mended in the next rule of the table, "" if nothing.
func (t ruleTable) wrong(r calendar.Rule) string {
	measures := []string{calendar.Hours, calendar.Days, calendar.WorkingDays, calendar.WorkingHours}
	_, twice := t.find(r.Code)
	switch {
	case r.Code == "":
		return "chưa có mã. Vui lòng đặt một mã, ví dụ TT-12."
	case twice:
		return "mã có hai lần trong bảng. Vui lòng đổi một mã."
	case r.Name == "" || r.Basis == "":
		return "cần tên (name) và căn cứ (basis)."
	case !certain(r.Certainty):
		return "mức chắc chắn (certainty) phải là C, L hoặc U."
	case !slices.Contains(measures, r.Measure):
		return fmt.Sprintf("cách đo %q không đúng. Vui lòng dùng một trong: %v.", r.Measure, measures)
	case r.Amount < 1 || r.Amount > longest:
		return fmt.Sprintf("thời gian (amount) phải từ 1 đến %d.", longest)
	case r.Extension < 0 || r.Extension > longest:
		return fmt.Sprintf("thời gian gia hạn (extension) phải từ 0 (không gia hạn) đến %d.", longest)
	}
	return ""
}

func (t ruleTable) checkStarts() error {
	for law, code := range t.starts {
		if law != LawPress && law != LawAccess {
			return invalid(KindRules, "starts", "Không có loại yêu cầu %q. Vui lòng dùng press (báo chí) và access (công dân).", law)
		}
		if _, ok := t.find(code); !ok {
			return invalid(KindRules, "starts", "Loại yêu cầu %q bắt đầu bằng mã %q không có trong bảng. Vui lòng chọn một mã có trong bảng.", law, code)
		}
	}
	if len(t.starts) < 2 {
		return invalid(KindRules, "starts", "Vui lòng chọn mã thời hạn cho cả press (báo chí) và access (công dân).")
	}
	return nil
}

func (t ruleTable) find(code string) (calendar.Rule, bool) {
	i := slices.IndexFunc(t.rules, func(r calendar.Rule) bool { return r.Code == code })
	if i < 0 {
		return calendar.Rule{}, false
	}
	return t.rules[i], true
}

// certain reports whether s is one of the marks: C certain, L likely, U unverified.
func certain(s string) bool { return s == "C" || s == "L" || s == "U" }

func invalid(kind Kind, entry, text string, args ...any) error {
	return &desk.InvalidError{Field: string(kind) + " " + entry, Text: fmt.Sprintf(text, args...)}
}
