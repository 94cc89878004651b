package desk

// MayDraft says whether o may write a statement of a unit for its spokesperson
// to publish. The error is a *RuleError.
func MayDraft(o Officer, unit string) error {
	works := o.Role == RoleOperator || o.Role == RoleSpokesperson
	if o.Disabled || !works || !speaksFor(o, unit) {
		return &RuleError{"Anh/Chị chỉ soạn được phát ngôn của đơn vị mình."}
	}
	return nil
}
