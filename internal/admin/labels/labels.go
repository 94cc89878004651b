// Package labels says in Vietnamese what the panel's pages show as codes: states,
// roles, units, actions, lines of the audit chain. What a code means stands here
// once, and a code that nobody knows is shown as it is.
package labels

import (
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/delivery"
	"phatngon/internal/desk/handover"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/privacy"
	"phatngon/internal/desk/request"
	"phatngon/knowledge/statement"
)

// Of says any coded value in Vietnamese.
func Of(value any) string {
	switch v := value.(type) {
	case request.State:
		return v.Label()
	case cases.State:
		return v.Label()
	case cases.Outcome:
		return Among(outcomes(), string(v))
	case handover.State:
		return v.Label()
	case delivery.State:
		return v.Label()
	case privacy.Kind:
		return Among(personal(), string(v))
	case people.Role:
		return Among(Roles(), string(v))
	case people.RequesterKind:
		return requesterKind(v)
	case statement.Status:
		return Among(Statuses(), string(v))
	case statement.Audience:
		return Among(Audiences(), string(v))
	case statement.Form:
		return Among(Forms(), string(v))
	case string:
		return Among(actions(), v)
	}
	return ""
}

func requesterKind(k people.RequesterKind) string {
	switch k {
	case people.ReporterVerified:
		return "Phóng viên (đã xác minh)"
	case people.ReporterUnverified:
		return "Phóng viên (chưa xác minh)"
	}
	return "Công dân"
}
