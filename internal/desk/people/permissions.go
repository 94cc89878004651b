package people

import (
	"cmp"

	"phatngon/internal/desk"
	"phatngon/internal/desk/routing"
)

// MayPublish says whether o may put words into the mouth of a unit: only a
// spokesperson of that unit, or of the office of the People's Committee for
// the Committee (NĐ 244/2026, Art. 3: anyone else's words are not the official
// view). The error is a *RuleError.
func MayPublish(o Officer, unit string) error {
	switch {
	case o.Disabled:
		return &desk.RuleError{Text: "Tài khoản của Anh/Chị đã bị khóa. Vui lòng liên hệ quản trị viên."}
	case o.Role != RoleSpokesperson && o.Mandate != nil:
		return &desk.RuleError{Text: "Tư cách phát ngôn của Anh/Chị chưa bắt đầu hoặc đã hết hiệu lực (văn bản: " + cmp.Or(o.Mandate.Document, "không ghi") + "). Vui lòng trình người phát ngôn của đơn vị."}
	case o.Role != RoleSpokesperson:
		return &desk.RuleError{Text: "Chỉ người phát ngôn mới được duyệt và công bố. Vui lòng trình người phát ngôn của đơn vị."}
	case !SpeaksFor(o, unit):
		return &desk.RuleError{Text: "Anh/Chị không phải người phát ngôn của đơn vị này. Vui lòng chuyển cho người phát ngôn của đơn vị phụ trách."}
	case o.Name == "" || o.Position == "":
		return &desk.RuleError{Text: "Tài khoản chưa có họ tên hoặc chức vụ nên chưa thể ký duyệt. Vui lòng nhờ quản trị viên bổ sung."}
	}
	return nil
}

func SpeaksFor(o Officer, unit string) bool {
	return o.Unit == unit || o.Unit == routing.ProvinceOffice && unit == routing.ProvinceCommittee
}

// CanAdminister says whether o may manage officers. The error is a *RuleError.
func CanAdminister(o Officer) error {
	if o.Role != RoleAdmin || o.Disabled {
		return &desk.RuleError{Text: "Chỉ quản trị viên mới được thực hiện thao tác này."}
	}
	return nil
}

// Coordinates reports whether o works for all units: an administrator, or an officer of
// the coordinating office.
func Coordinates(o Officer) bool {
	return !o.Disabled && (o.Role == RoleAdmin || o.Unit == routing.ProvinceOffice)
}

// MaySubstitute says whether other may get the notices of o while o is away: somebody at
// work in the same unit.
func MaySubstitute(o, other Officer) bool {
	return other.ID != o.ID && !other.Disabled && other.Role != RoleAdmin && other.Unit == o.Unit
}

// AtPressDesk says whether o looks after reporters: staff of the coordinating office. Who
// only runs the system sees nobody's press card.
func AtPressDesk(o Officer) bool {
	return o.ID != "" && !o.Disabled && o.Unit == routing.ProvinceOffice && (o.Role == RoleOperator || o.Role == RoleSpokesperson)
}
