package bot

import (
	"fmt"
	"strings"

	"phatngon/bot/hear"
	"phatngon/bot/words"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/routing"
)

// maxPlaces is how many meanings of a place name are listed.
const maxPlaces = 8

// askPlace asks which place an ambiguous name means; v is what the choice is for.
func (t *turn) askPlace(lead string, places []routing.Place, v hear.Verb) {
	places = places[:min(len(places), maxPlaces)]
	question := fmt.Sprintf(words.TextWhichPlace, words.PlaceName(places))
	if words.OnePlace(places) {
		question = fmt.Sprintf(words.TextWhichPart, places[0].Former)
	}
	var choices []choice
	for i, p := range places {
		choices = append(choices, choice{Title: words.PlaceTitle(p), Verb: v, Argument: fmt.Sprint(i)})
	}
	t.Conv.Waiting = chat.WaitPlace
	t.Say(words.Lines(strings.TrimSuffix(lead, " "+words.TextForward), question), append(choices, choice{Title: words.TitleElsewhere, Verb: v, Argument: "-1"})...)
}

// takePlace notes the place meant and goes on to the offer. The unit known for
// the topic stays; otherwise the place's own unit is suggested.
func (t *turn) takePlace(i int) {
	route := t.Route()
	p := t.Conv.Pending
	if i >= 0 && i < len(route.Choices) {
		chosen := route.Choices[i]
		p.Notes = append(p.Notes, fmt.Sprintf(words.NotePlace, words.PlaceTitle(chosen)))
		if !topical(t.World, route) {
			p.Unit = chosen.Unit
		}
	}
	if p.Unit == "" {
		p.Unit = route.Unit
	}
	t.offer("")
}

// topical reports that the route rests on a subject, not on the place name.
func topical(w World, r routing.Route) bool {
	u, ok := w.Units.Unit(r.Unit)
	return ok && r.Known && u.Level == "province" && u.Code != routing.ProvinceOffice
}

// takePlaceName reads a typed district or commune as one of the places listed.
func (t *turn) takePlaceName() bool {
	name := strings.Join(t.Heard.WithoutPolite("o|huyen|thi|xa|thanh|pho|cu|truoc|day|thuoc|phuong|thi tran|tx|tp|nay|la"), " ")
	var hits []chat.Option
	for _, o := range t.Current {
		if name != "" && strings.Contains(hear.PlainWords(o.Title), " "+name+" ") {
			hits = append(hits, o)
		}
	}
	if len(hits) != 1 {
		return false
	}
	t.take(hits[0])
	return true
}

// whereIs answers what a former place is called now, from the registry
// (Resolution 1686/NQ-UBTVQH15), asking back when the name had several places.
func (t *turn) whereIs() {
	t.Conv.Pending = &chat.Pending{Question: t.Heard.Raw}
	route := t.Route()
	switch {
	case len(route.Choices) > 0:
		t.askPlace("", route.Choices, hear.DoWhere)
	case len(route.Changes) > 0:
		var told []string
		for _, c := range route.Changes {
			told = append(told, fmt.Sprintf(words.TextWhereIs, c.Old, c.New))
			t.Conv.Told = append(t.Conv.Told, c.Old)
		}
		t.Say(words.Lines(told...), choice{Title: words.TitleAnother, Verb: hear.DoAsk}, choice{Title: words.TitleMenu, Verb: hear.DoMenu})
	default:
		t.ask(t.Heard.Raw)
	}
}

func (t *turn) tellPlace(i int) {
	places := t.Route().Choices
	if i < 0 || i >= len(places) {
		t.offer(words.TextNothing)
		return
	}
	p := places[i]
	text := fmt.Sprintf(words.TextIsNow, p.Name, p.District)
	if p.Former != "" {
		text = fmt.Sprintf(words.TextWhereIs, p.Former+", "+p.District, p.Name)
	}
	t.Say(text, choice{Title: words.TitleAnother, Verb: hear.DoAsk}, choice{Title: words.TitleMenu, Verb: hear.DoMenu})
}
