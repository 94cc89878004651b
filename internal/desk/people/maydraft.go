package people

import "phatngon/internal/desk"

// MayDraft says whether o may write a statement of a unit for its spokesperson
// to publish. The error is a *RuleError.
func MayDraft(o Officer, unit string) error {
	works := o.Role == RoleOperator || o.Role == RoleSpokesperson
	if o.Disabled || !works || !SpeaksFor(o, unit) {
		return &desk.RuleError{Text: "Anh/Chị chỉ soạn được phát ngôn của đơn vị mình."}
	}
	return nil
}
