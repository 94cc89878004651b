package people

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"phatngon/internal/desk"
)

// SpokespersonKind is by what right somebody speaks for a unit (NĐ 244/2026, Art. 3).
type SpokespersonKind string

// The head of the unit; who is assigned to speak for it regularly; who is authorised in
// writing, for a matter and a time. Only the head authorises another.
const (
	Head       SpokespersonKind = "A"
	Assigned   SpokespersonKind = "B"
	Authorised SpokespersonKind = "C"
)

// Label is the kind's Vietnamese name.
func (k SpokespersonKind) Label() string {
	switch k {
	case Head:
		return "Người đứng đầu"
	case Assigned:
		return "Được giao nhiệm vụ phát ngôn thường xuyên"
	case Authorised:
		return "Được ủy quyền phát ngôn"
	}
	return string(k)
}

// Mandate is by what an officer speaks for their unit. An officer may be given one of kind
// Authorised to stand in for the head: they sign while it holds, and no longer.
type Mandate struct {
	Kind     SpokespersonKind `bson:"kind" json:"kind"`
	Document string           `bson:"document,omitempty" json:"document,omitempty"` // number of the decision, or of the authorisation
	Scope    string           `bson:"scope,omitempty" json:"scope,omitempty"`       // on what, in the document's words
	Only     []string         `bson:"only,omitempty" json:"only,omitempty"`         // codes of the requests and statements it is for; none: all of the unit
	From     time.Time        `bson:"from" json:"from"`
	Until    time.Time        `bson:"until,omitempty" json:"until,omitzero"` // zero: until it is ended
}

// Holds reports whether the mandate is valid at an instant.
func (m *Mandate) Holds(at time.Time) bool {
	return m != nil && !at.Before(m.From) && (m.Until.IsZero() || at.Before(m.Until))
}

// Covers reports whether the mandate is for the matter with one of these codes. An officer
// without one is held by their account alone.
func (m *Mandate) Covers(codes ...string) bool {
	return m == nil || len(m.Only) == 0 || slices.ContainsFunc(codes, func(code string) bool { return slices.Contains(m.Only, code) })
}

// InOffice is the officer as they stand at an instant: who holds a mandate speaks for the
// unit, whose mandate is over or not yet there does not, and who is authorised signs as
// just that. An account of an older release, without a mandate, is what its role says.
func InOffice(o Officer, at time.Time) Officer {
	m := o.Mandate
	switch {
	case m == nil || o.Role == RoleAdmin:
	case !m.Holds(at):
		o.Role = RoleOperator
	default:
		o.Role = RoleSpokesperson
		if as := authorisedBy(m); m.Kind == Authorised && o.Position != "" && !strings.HasSuffix(o.Position, as) {
			o.Position += as
		}
	}
	return o
}

func authorisedBy(m *Mandate) string {
	return ", được ủy quyền phát ngôn theo văn bản số " + m.Document
}

// KindOf is by what right an officer signs; of an account without a mandate, as assigned.
func KindOf(o Officer) SpokespersonKind {
	if o.Mandate == nil {
		return Assigned
	}
	return o.Mandate.Kind
}

// Longest texts of a mandate, in characters.
const (
	maxDocument = 100
	maxScope    = 500
	maxOnly     = 50
)

// Checked is a mandate as it can be given from now on, or what is to be mended in it.
func (m Mandate) Checked(now time.Time) (Mandate, error) {
	m.Document, m.Scope = strings.TrimSpace(m.Document), strings.TrimSpace(m.Scope)
	wrong := func(field, text string) (Mandate, error) {
		return m, &desk.InvalidError{Field: field, Text: text}
	}
	switch {
	case !slices.Contains([]SpokespersonKind{Head, Assigned, Authorised}, m.Kind):
		return wrong("kind", "Vui lòng chọn tư cách phát ngôn.")
	case m.Document == "" && m.Kind != Head:
		return wrong("document", "Vui lòng ghi số văn bản giao nhiệm vụ hoặc ủy quyền.")
	case utf8.RuneCountInString(m.Document) > maxDocument || utf8.RuneCountInString(m.Scope) > maxScope || len(m.Only) > maxOnly:
		return wrong("scope", "Nội dung quá dài. Vui lòng rút gọn.")
	case m.Kind == Authorised && m.Scope == "":
		return wrong("scope", "Ủy quyền phát ngôn phải nêu vụ việc hoặc phạm vi (NĐ 244/2026, Điều 3).")
	case m.Kind == Authorised && m.Until.IsZero():
		return wrong("until", "Ủy quyền phát ngôn phải có thời hạn. Vui lòng chọn ngày hết hạn.")
	case !m.Until.IsZero() && !m.Until.After(laterOf(m.From, now)):
		return wrong("until", "Ngày hết hạn phải sau hôm nay và sau ngày bắt đầu.")
	}
	return m, nil
}

func laterOf(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// MayMandate says whether by may give a mandate to an officer, as by stands at that instant:
// an administrator enters what a document says; the head of a unit authorises somebody of
// it. Who is assigned or authorised authorises nobody. The error is a *RuleError.
func MayMandate(by, to Officer, kind SpokespersonKind) error {
	switch {
	case to.Role == RoleAdmin || to.Disabled:
		return &desk.RuleError{Text: "Tài khoản quản trị và tài khoản đã khóa không phát ngôn được."}
	case CanAdminister(by) == nil:
		return nil
	case by.ID == to.ID || kind != Authorised || !heads(by, to.Unit):
		return &desk.RuleError{Text: "Chỉ người đứng đầu đơn vị được ủy quyền cho cán bộ của đơn vị mình; người được giao nhiệm vụ hoặc được ủy quyền không ủy quyền lại (NĐ 244/2026, Điều 3)."}
	case to.Mandate != nil && to.Mandate.Kind != Authorised || to.Mandate == nil && to.Role == RoleSpokesperson:
		return &desk.RuleError{Text: "Cán bộ này đã là người phát ngôn của đơn vị nên không cần ủy quyền."}
	}
	return nil
}

func heads(o Officer, unit string) bool {
	return !o.Disabled && o.Role == RoleSpokesperson && KindOf(o) == Head && o.Unit == unit
}
