package web

import (
	"fmt"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/policy"
)

type privacyPage struct {
	frame
	Kept   []policy.DataClass
	Cases  []caseTerm
	Cards  int // days for which pictures of reporters' cards are kept after the decision
	Rights []rightTerm
}

// caseTerm is how long reports of false content are kept, by how their case ended.
type caseTerm struct {
	Name string
	policy.Term
}

type rightTerm struct {
	policy.Right
	Term, Basis, Extension string
}

// getPrivacyPage says what is kept, for how long, and what a person may want done with it:
// the policy in force, which the sweeps follow.
func (s *site) getPrivacyPage(c *fiber.Ctx) error {
	set := s.Flow.Rules.At(s.now())
	p := privacyPage{
		frame: s.frame("Quyền riêng tư", "Hệ thống giữ dữ liệu gì, trong bao lâu, và Anh/Chị yêu cầu xem, sửa, xóa, rút lại đồng ý thế nào.", "/rieng-tu"),
		Kept:  set.Kept(), Cards: set.Press().PictureDays,
	}
	r := set.Retention()
	p.Cases = []caseTerm{{"Có kết luận", r.Concluded}, {"Nội dung không được tiếp cận", r.Closed}, {"Không thụ lý", r.Rejected}, {"Chuyển cơ quan khác", r.Referred}}
	for _, right := range set.Rights() {
		rule := set.RuleOfRight(right.Code)
		t := rightTerm{Right: right, Term: amount(rule.Amount, rule.Measure), Basis: rule.Basis}
		if rule.Extension > 0 {
			t.Extension = amount(rule.Extension, rule.Measure)
		}
		p.Rights = append(p.Rights, t)
	}
	return s.render(c, fiber.StatusOK, "privacy", p)
}

func amount(n int, measure string) string {
	return fmt.Sprintf("%d %s", n, calendar.MeasureName(measure))
}
