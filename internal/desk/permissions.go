package desk

// ProvinceCommittee is the People's Committee itself; its office speaks for it.
const ProvinceCommittee = "TH-UBND"

// MaySee reports whether o may read r: officers of a unit that has a part in
// it, the coordinating office, and administrators.
func MaySee(o Officer, r Request) bool {
	if o.Disabled {
		return false
	}
	if o.Unit == ProvinceOffice || o.Role == RoleAdmin {
		return true
	}
	for _, p := range r.Parts {
		if p.Unit == o.Unit {
			return true
		}
	}
	return false
}

// MayPublish says whether o may put words into the mouth of a unit: only a
// spokesperson of that unit, or of the office of the People's Committee for
// the Committee (NĐ 244/2026, Art. 3: anyone else's words are not the official
// view). The error is a *RuleError.
func MayPublish(o Officer, unit string) error {
	switch {
	case o.Disabled:
		return &RuleError{"Tài khoản của Anh/Chị đã bị khóa. Vui lòng liên hệ quản trị viên."}
	case o.Role != RoleSpokesperson:
		return &RuleError{"Chỉ người phát ngôn mới được duyệt và công bố. Vui lòng trình người phát ngôn của đơn vị."}
	case !speaksFor(o, unit):
		return &RuleError{"Anh/Chị không phải người phát ngôn của đơn vị này. Vui lòng chuyển cho người phát ngôn của đơn vị phụ trách."}
	case o.Name == "" || o.Position == "":
		return &RuleError{"Tài khoản chưa có họ tên hoặc chức vụ nên chưa thể ký duyệt. Vui lòng nhờ quản trị viên bổ sung."}
	}
	return nil
}

func speaksFor(o Officer, unit string) bool {
	return o.Unit == unit || o.Unit == ProvinceOffice && unit == ProvinceCommittee
}

// CanAdminister says whether o may manage officers. The error is a *RuleError.
func CanAdminister(o Officer) error {
	if o.Role != RoleAdmin || o.Disabled {
		return &RuleError{"Chỉ quản trị viên mới được thực hiện thao tác này."}
	}
	return nil
}

// permit says whether o is one of those who may take a transition on a part of
// that unit.
func permit(o Officer, who actor, unit string) error {
	if who == signers {
		return MayPublish(o, unit)
	}
	works := o.Role == RoleOperator || o.Role == RoleSpokesperson
	coordinates := who == coordinators && o.Unit == ProvinceOffice
	if !works || o.Disabled || !(speaksFor(o, unit) || coordinates) {
		return &RuleError{"Phần việc này thuộc đơn vị khác. Anh/Chị không thực hiện được thao tác này."}
	}
	return nil
}
