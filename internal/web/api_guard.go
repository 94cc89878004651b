package web

import (
	"time"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/web/shape"
)

// guardView is what a person hears before they file: of another's request its unit and the
// title that an officer gave it, of what is to be published its time.
type guardView struct {
	Statement *guardStatement `json:"statement"`
	Alike     *guardAlike     `json:"alike"`
	Scheduled *guardScheduled `json:"scheduled"`
}

type guardStatement struct {
	Code  string `json:"code"`
	Title string `json:"title"`
	URL   string `json:"url"`
}

type guardAlike struct {
	UnitName string `json:"unit_name"`
	Topic    string `json:"topic"` // "" when no officer gave one
}

type guardScheduled struct {
	At       time.Time `json:"at"`
	UnitName string    `json:"unit_name"`
}

// postGuard looks before a request is filed.
func (s *site) postGuard(c *fiber.Ctx) error {
	in, err := shape.Read[guardForm](c.BodyRaw())
	if err != nil {
		return err
	}
	g, err := s.Flow.Inbound.Guard(c.UserContext(), requester(c), in.Unit, in.Question)
	if err != nil {
		return err
	}
	var v guardView
	if q := g.Answers; q != nil {
		v.Statement = &guardStatement{q.Statement, q.Title, s.statementURL(q.Statement)}
	}
	if g.Alike != nil {
		v.Alike = &guardAlike{s.unitName(g.Alike.Unit), g.Alike.Topic}
	}
	if r := g.Scheduled; r != nil {
		v.Scheduled = &guardScheduled{r.At.In(calendar.Zone), s.unitName(r.Unit)}
	}
	return c.JSON(v)
}
