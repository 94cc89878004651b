package web

import (
	"time"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
)

// pressRoomView is what verified reporters read: statements for the press alone, and of what
// is under embargo when it comes and from whom, nothing of its words.
type pressRoomView struct {
	Items     []statementItem `json:"items"`
	Scheduled []release       `json:"scheduled"`
}

type release struct {
	At       time.Time `json:"at"`
	Unit     string    `json:"unit"`
	UnitName string    `json:"unit_name"`
}

// mostInRoom bounds each list of the press room.
const mostInRoom = 50

// getPressRoom is for who is a verified reporter at this second; to all others there is none.
func (s *site) getPressRoom(c *fiber.Ctx) error {
	now := s.now()
	if requester(c).KindAt(now) != people.ReporterVerified {
		return desk.ErrForbidden
	}
	v := pressRoomView{Items: []statementItem{}, Scheduled: []release{}}
	for _, st := range s.Flow.Base.PressOnly(now) {
		v.Items = append(v.Items, s.item(st))
	}
	for _, st := range s.Flow.Base.Embargoed(now) {
		v.Scheduled = append(v.Scheduled, release{st.EmbargoUntil.In(calendar.Zone), st.Unit, s.unitName(st.Unit)})
	}
	v.Items, v.Scheduled = v.Items[:min(len(v.Items), mostInRoom)], v.Scheduled[:min(len(v.Scheduled), mostInRoom)]
	return c.JSON(v)
}
