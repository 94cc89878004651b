package step

import (
	"cmp"
	"time"

	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/channels"
	"phatngon/internal/desk/delivery"
	"phatngon/internal/desk/handover"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/press"
	"phatngon/internal/desk/publication"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/rights"
	"phatngon/internal/desk/routing"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/statement"
)

// World is all that Step may know besides the conversation.
type World struct {
	Base       *answer.Base
	Units      *routing.Registry
	Rules      policy.Set // in force now
	Requester  people.Requester
	Requests   []request.Request   // the requester's own, newest first
	Sent       []delivery.Delivery // how their answers fare in the chat
	Reported   []cases.Case        // cases of false content that they reported
	Named      *cases.Case         // whose code stands in the event
	Known      *cases.Case         // which the event's link, text or picture is known from
	Channels   *channels.Directory
	Press      *press.Registration // the requester's latest as a reporter
	Claim      *rights.Claim       // the requester's own, whose code stands in the event
	HandOver   *handover.HandOver  // that they wait in or talk in; nil: none
	Looked     bool                // the event's picture was compared with those that were reported
	Alike      *Alike              // somebody else's open request that asks what Pending does; nil = none, or not looked for
	PublicURL  string
	MiniApp    string // link that opens the Mini App, "" when there is none
	Now        time.Time
	Pointed    *answer.Pointed // by a model, at passages for the event's text; nil = nothing points
	Worded     string          // the event's text as a model put it to stand alone, only to search with; "" = not
	Vietnamese string          // the event's English question as a model put it in Vietnamese, only to search with; "" = not
	Vector     []float32       // of the event's text, for asking just that; nil = none
}

// Alike is all that a person may know of another's request: for which question and unit it
// was looked for, and a title that an officer gave it.
type Alike struct{ Question, Unit, Topic string }

// UnitName is the unit as it is written to, or its code.
func (t *Turn) UnitName(code string) string {
	return cmp.Or(t.World.Units.Office(code), code)
}

// Audience is who asks: only a verified reporter sees press statements.
func (t *Turn) Audience() statement.Audience {
	return publication.AudienceOf(t.World.Requester, t.World.Now)
}

// UnitOf is the unit that concluded a case, or works on it.
func (t *Turn) UnitOf(c cases.Case) string {
	if c.Conclusion != nil {
		return t.UnitName(c.Conclusion.Unit)
	}
	return t.UnitName(c.Unit)
}
