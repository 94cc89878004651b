package bot

import (
	"cmp"
	"fmt"
	"slices"

	"phatngon/bot/hear"
	"phatngon/bot/words"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/routing"
)

// unitName is the unit as it is written to, or its code.
func (t *turn) unitName(code string) string {
	return cmp.Or(t.world.Units.Office(code), code)
}

// changeUnit takes the unit chosen, or lists units to choose from.
func (t *turn) changeUnit(code string) {
	p := t.conv.Pending
	if _, ok := t.world.Units.Unit(code); ok {
		p.Unit = code
		t.ready()
		return
	}
	t.listUnits(words.TextTypeUnit)
}

// maxUnits is how many units are offered beside typing a name.
const maxUnits = 4

func (t *turn) listUnits(lead string) {
	route := t.route()
	codes := append([]string{t.conv.Pending.Unit, route.Unit}, route.Others...)
	var choices []choice
	var seen []string
	for _, code := range append(codes[:min(len(codes), maxUnits)], routing.ProvinceOffice) {
		if code != "" && !slices.Contains(seen, code) {
			seen = append(seen, code)
			choices = append(choices, choice{title: t.unitName(code), verb: hear.DoUnit, argument: code})
		}
	}
	t.conv.Waiting = chat.WaitUnit
	t.say(lead, append(choices, choice{title: words.TitleCancel, verb: hear.DoCancel})...)
}

// takeUnitName reads a typed unit name.
func (t *turn) takeUnitName(i hear.Intent) bool {
	if t.conv.Pending == nil || i != hear.WantAnswer && i != hear.WantWhere {
		return false
	}
	route := t.world.Units.Route(t.heard.Raw)
	switch {
	case len(route.Choices) > 0 && !topical(t.world, route):
		t.chooseCommune(route.Choices)
	case !route.Known:
		t.listUnits(words.TextUnitNotFound)
	default:
		t.conv.Pending.Unit = route.Unit
		t.ready()
	}
	return true
}

// chooseCommune asks which commune of that name should get the request.
func (t *turn) chooseCommune(places []routing.Place) {
	var choices []choice
	for _, p := range places[:min(len(places), maxPlaces)] {
		choices = append(choices, choice{title: words.PlaceTitle(p), verb: hear.DoUnit, argument: p.Unit})
	}
	t.conv.Waiting = chat.WaitUnit
	t.say(fmt.Sprintf(words.TextWhichPlace, words.PlaceName(places)), append(choices, choice{title: words.TitleCancel, verb: hear.DoCancel})...)
}
