package request

import (
	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/routing"
)

// MaySee reports whether o may read r: officers of a unit that has a part in
// it, the coordinating office, and administrators.
func MaySee(o people.Officer, r Request) bool {
	if o.Disabled {
		return false
	}
	if o.Unit == routing.ProvinceOffice || o.Role == people.RoleAdmin {
		return true
	}
	for _, p := range r.Parts {
		if p.Unit == o.Unit {
			return true
		}
	}
	return false
}

// permit says whether o is one of those who may take a step on a part of that unit; the
// system is the officer without an id.
func permit(o people.Officer, who Who, unit string) error {
	if who == Joiners {
		if who = Coordinators; o.ID == "" {
			who = System
		}
	}
	if who == System {
		if o.ID == "" {
			return nil
		}
		return &desk.RuleError{Text: "Bước này do hệ thống tự ghi nhận."}
	}
	if who == Asker {
		return &desk.RuleError{Text: "Bước này do người hỏi thực hiện."}
	}
	if who == Signers {
		return people.MayPublish(o, unit)
	}
	works := o.Role == people.RoleOperator || o.Role == people.RoleSpokesperson
	coordinates := who == Coordinators && o.Unit == routing.ProvinceOffice
	if !works || o.Disabled || !(people.SpeaksFor(o, unit) || coordinates) {
		return &desk.RuleError{Text: "Phần việc này thuộc đơn vị khác. Anh/Chị không thực hiện được thao tác này."}
	}
	return nil
}
