package request

import (
	"cmp"
	"fmt"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
)

// ActKind is that the unit says of what kind a request is.
const ActKind = "kind"

// ChangeKind says that a request is of another kind, with a reason that the person is told.
// The clocks of all open parts run under the deadline of that kind from when they began,
// with the pauses they have had; an extension belonged to the deadline before.
func ChangeKind(r Request, part int, by people.Officer, rules policy.Set, kind, reason string, at time.Time) (Request, error) {
	if err := needText("reason", reason, maxReason, "Vui lòng ghi lý do đổi loại; lý do được gửi tới người hỏi."); err != nil {
		return Request{}, err
	}
	k, ok := rules.RequestKind(r.RequesterKind, kind)
	if !ok {
		return Request{}, &desk.InvalidError{Field: "kind", Text: "Vui lòng chọn một loại trong danh sách."}
	}
	if kind == cmp.Or(r.Kind, rules.Recognise(r.RequesterKind, "").Code) {
		return Request{}, &desk.InvalidError{Field: "kind", Text: "Yêu cầu đang là loại này. Vui lòng chọn loại khác."}
	}
	rule := rules.RuleOfKind(r.RequesterKind, kind)
	if len(r.Parts) > 1 && !people.Coordinates(by) {
		return Request{}, &desk.RuleError{Text: "Yêu cầu có nhiều phần của nhiều đơn vị: chỉ Văn phòng Ủy ban nhân dân tỉnh đổi được loại."}
	}
	next, err := step(r, part, ActKind, by, at, fmt.Sprintf("%s: %s", k.Name, clean(reason)), nil)
	if err != nil {
		return Request{}, err
	}
	next.Kind, next.KindName = k.Code, k.Name
	for i := range next.Parts {
		if p := &next.Parts[i]; p.State.Open() {
			p.Clock.Extension = nil
			p.Clock = rules.Recompute(p.Clock.Under(rule))
		}
	}
	return summarise(next), nil
}
