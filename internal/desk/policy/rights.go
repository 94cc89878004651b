package policy

import (
	"slices"

	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
)

// Right is what a person may want done with the data kept of them, and under which deadline
// (Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP).
type Right struct {
	Code      string `json:"code"`
	Name      string `json:"name"`
	Rule      string `json:"rule"`
	Certainty string `json:"certainty"`
}

type rightTable struct {
	Note    string   `json:"note"`
	Rights  []Right  `json:"rights"`
	Grounds []Ground `json:"grounds"`
}

// RightCodes are the rights there are.
var RightCodes = []string{"view", "correct", "delete", "withdraw"}

// parseRights reads the rights, their deadlines and the grounds for refusing (data/rights.json).
func parseRights(data []byte) (t rightTable, err error) {
	if err := desk.Decode(string(KindRights), data, &t); err != nil {
		return t, err
	}
	var codes []string
	for _, r := range t.Rights {
		if r.Name == "" || r.Rule == "" || !certain(r.Certainty) {
			return t, invalid(KindRights, r.Code, "Quyền %q cần tên (name), mã thời hạn (rule) và mức chắc chắn (certainty: C, L hoặc U).", r.Code)
		}
		codes = append(codes, r.Code)
	}
	if !slices.Equal(codes, RightCodes) {
		return t, invalid(KindRights, "rights", "Bảng phải có đúng bốn quyền, theo thứ tự: view, correct, delete, withdraw.")
	}
	return t, checkGrounds("grounds", t.Grounds)
}

// checkRights refuses a right whose deadline is not in the table of deadlines.
func (s Set) checkRights() error {
	for _, r := range s.rights.Rights {
		if _, ok := s.Rule(r.Rule); !ok {
			return invalid(KindRights, r.Code, "Quyền %q dùng mã thời hạn %q không có trong bảng thời hạn.", r.Code, r.Rule)
		}
	}
	return nil
}

// Rights are what a person may want done with the data kept of them.
func (s Set) Rights() []Right { return slices.Clone(s.rights.Rights) }

// Right is a right by its code; of one that is none, only that.
func (s Set) Right(code string) Right {
	for _, r := range s.rights.Rights {
		if r.Code == code {
			return r
		}
	}
	return Right{Code: code, Name: code}
}

// RuleOfRight is the deadline of a right.
func (s Set) RuleOfRight(code string) calendar.Rule {
	if r, ok := s.Rule(s.Right(code).Rule); ok {
		return r
	}
	return s.RuleFor(people.Citizen) // never: checkRights saw that it is there
}

// RightGrounds are the reasons for which such a wish may be refused.
func (s Set) RightGrounds() []Ground { return slices.Clone(s.rights.Grounds) }
