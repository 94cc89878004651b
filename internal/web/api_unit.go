package web

import (
	"fmt"
	"strings"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/desk"
	unitchannels "phatngon/internal/desk/channels"
	"phatngon/internal/desk/people"
)

// unitCard is a unit with who speaks for it and where it speaks itself.
type unitCard struct {
	unitView
	Speakers []speakerView    `json:"speakers"`
	Channels []unitChannelRow `json:"channels"`
}

type speakerView struct {
	Name     string `json:"name"`
	Position string `json:"position"`
}

type unitChannelRow struct {
	Kind    string `json:"kind"`
	Label   string `json:"label"`
	Address string `json:"address"`
}

// getUnit tells of one unit: spokespersons are public by law, other officers are not shown.
func (s *site) getUnit(c *fiber.Ctx) error {
	u, ok := s.Flow.Units.Unit(strings.ToUpper(c.Params("code")))
	if !ok {
		return desk.ErrNotFound
	}
	officers, err := s.Store.Officers(c.UserContext())
	if err != nil {
		return fmt.Errorf("list officers: %w", err)
	}
	v := unitCard{unitView: unitView{Code: u.Code, Name: s.unitName(u.Code), Level: u.Level}, Speakers: []speakerView{}, Channels: []unitChannelRow{}}
	for _, o := range officers {
		o = people.InOffice(o, s.now()) // a mandate that is over speaks for nobody
		if o.Unit == u.Code && o.Role == people.RoleSpokesperson && !o.Disabled {
			v.Speakers = append(v.Speakers, speakerView{o.Name, o.Position})
		}
	}
	for _, ch := range u.Channels {
		v.Channels = append(v.Channels, unitChannelRow{ch.Kind, unitchannels.Channel{Channel: ch}.Label(), ch.Address})
	}
	return c.JSON(v)
}
