package cases

import (
	"slices"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/routing"
)

// May says whether o is one of those who may take a step on c.
func May(o people.Officer, c Case) func(Who) error {
	return func(who Who) error { return permit(o, who, c) }
}

// permit says whether o is one of them; the system is the officer without an id. An
// administrator is none of them: who keeps the accounts neither verifies nor concludes.
func permit(o people.Officer, who Who, c Case) error {
	staff, coordinates := works(o) && people.SpeaksFor(o, c.Unit), works(o) && o.Unit == routing.ProvinceOffice
	switch who {
	case System:
		return allow(o.ID == "", "Bước này do hệ thống tự ghi nhận.")
	case Coordinators:
		return allow(coordinates, "Việc này do cán bộ điều phối của Văn phòng UBND tỉnh thực hiện. Vui lòng đề nghị Văn phòng.")
	case Staff:
		return allow(staff, "Vụ việc do đơn vị có thẩm quyền khác xác minh. Nếu có thông tin, vui lòng gửi tới đơn vị đó.")
	case Handlers, Joiners:
		return allow(staff || coordinates || who == Joiners && o.ID == "", "Chỉ đơn vị đang xác minh hoặc cán bộ điều phối thực hiện được. Vui lòng đề nghị Văn phòng UBND tỉnh.")
	case Asked:
		return allow(c.asked(o) >= 0, "Không có câu hỏi nào đang chờ đơn vị của Anh/Chị trả lời.")
	case Signers:
		if !o.Mandate.Covers(c.Code) {
			return &desk.RuleError{Text: "Văn bản ủy quyền phát ngôn của Anh/Chị không gồm vụ việc này. Vui lòng trình người phát ngôn của đơn vị."}
		}
		return people.MayPublish(o, c.Unit)
	case Readers:
		return allow(MaySee(o, c), "Anh/Chị chưa được xem nội dung vụ việc này. Vui lòng đề nghị Văn phòng UBND tỉnh.")
	}
	return desk.ErrForbidden
}

// works reports whether o handles cases at all.
func works(o people.Officer) bool {
	return o.ID != "" && !o.Disabled && (o.Role == people.RoleOperator || o.Role == people.RoleSpokesperson)
}

func allow(ok bool, otherwise string) error {
	if ok {
		return nil
	}
	return &desk.RuleError{Text: otherwise}
}

// MaySee reports whether o may see the reports and what they hold. Closed content is for
// named officers, whatever their office; each look at it is logged (Look).
func MaySee(o people.Officer, c Case) bool {
	if c.Access == Closed {
		return works(o) && slices.Contains(c.Readers, o.ID)
	}
	asked := func(q Question) bool { return people.SpeaksFor(o, q.Unit) }
	return !o.Disabled && o.ID != "" && (people.Coordinates(o) || people.SpeaksFor(o, c.Unit) || slices.ContainsFunc(c.Questions, asked))
}

// asked is the first question that waits for o's unit, -1 if none does.
func (c Case) asked(o people.Officer) int {
	return slices.IndexFunc(c.Questions, func(q Question) bool {
		return works(o) && q.AnsweredBy == "" && people.SpeaksFor(o, q.Unit)
	})
}

// Actions lists what o can do to c now, in the order of the table.
func Actions(o people.Officer, c Case) []string {
	return slices.DeleteFunc(Life().Open(c.State, May(o, c)), func(action string) bool { return blocked(action, o, c) != nil })
}

// next asks the table, then what this case holds.
func next(c Case, action string, by people.Officer) (State, error) {
	state, err := Life().Next(c.State, action, May(by, c))
	if err != nil {
		return state, err
	}
	return state, blocked(action, by, c)
}
