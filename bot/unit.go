package bot

import (
	"fmt"
	"slices"

	"phatngon/bot/hear"
	"phatngon/bot/words"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/routing"
)

// changeUnit takes the unit chosen, or lists units to choose from.
func (t *turn) changeUnit(code string) {
	p := t.Conv.Pending
	if _, ok := t.World.Units.Unit(code); ok {
		p.Unit = code
		t.ready()
		return
	}
	t.listUnits(t.in(words.TextTypeUnit))
}

// maxUnits is how many units are offered beside typing a name.
const maxUnits = 4

func (t *turn) listUnits(lead string) {
	route := t.Route()
	codes := append([]string{t.Conv.Pending.Unit, route.Unit}, route.Others...)
	var choices []choice
	var seen []string
	for _, code := range append(codes[:min(len(codes), maxUnits)], routing.ProvinceOffice) {
		if code != "" && !slices.Contains(seen, code) {
			seen = append(seen, code)
			choices = append(choices, choice{Title: t.UnitName(code), Verb: hear.DoUnit, Argument: code})
		}
	}
	t.Conv.Waiting = chat.WaitUnit
	t.Say(lead, append(choices, choice{Title: t.in(words.TitleCancel), Verb: hear.DoCancel})...)
}

// takeUnitName reads a typed unit name.
func (t *turn) takeUnitName(i hear.Intent) bool {
	if t.Conv.Pending == nil || i != hear.WantAnswer && i != hear.WantWhere {
		return false
	}
	route := t.World.Units.Route(t.Heard.Raw)
	switch {
	case len(route.Choices) > 0 && !topical(t.World, route):
		t.chooseCommune(route.Choices)
	case !route.Known:
		t.listUnits(t.in(words.TextUnitNotFound))
	default:
		t.Conv.Pending.Unit = route.Unit
		t.ready()
	}
	return true
}

// chooseCommune asks which commune of that name should get the request.
func (t *turn) chooseCommune(places []routing.Place) {
	var choices []choice
	for _, p := range places[:min(len(places), maxPlaces)] {
		choices = append(choices, choice{Title: words.PlaceTitle(p), Verb: hear.DoUnit, Argument: p.Unit})
	}
	t.Conv.Waiting = chat.WaitUnit
	t.Say(fmt.Sprintf(words.TextWhichPlace, words.PlaceName(places)), append(choices, choice{Title: words.TitleCancel, Verb: hear.DoCancel})...)
}
