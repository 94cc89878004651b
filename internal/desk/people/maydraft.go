package people

import "phatngon/internal/desk"

// MayDraft says whether o may write a statement of a unit for its spokesperson
// to publish. The error is a *RuleError.
func MayDraft(o Officer, unit string) error {
	works := o.Role == RoleOperator || o.Role == RoleSpokesperson
	switch {
	case !works:
		return &desk.RuleError{Text: "Quản trị viên không soạn phát ngôn; mỗi cán bộ chỉ soạn được phát ngôn của đơn vị mình. Vui lòng nhờ cán bộ hoặc người phát ngôn của đơn vị soạn."}
	case o.Disabled || !SpeaksFor(o, unit):
		return &desk.RuleError{Text: "Anh/Chị chỉ soạn được phát ngôn của đơn vị mình. Vui lòng nhờ cán bộ hoặc người phát ngôn của đơn vị đó soạn."}
	}
	return nil
}

// MayImport says whether o may keep a draft of a unit that was read from a file:
// who drafts there, and an administrator for any unit, since whoever sets an
// office up brings what it has said. Only its spokesperson publishes it. The
// error is a *RuleError.
func MayImport(o Officer, unit string) error {
	if CanAdminister(o) == nil {
		return nil
	}
	return MayDraft(o, unit)
}
