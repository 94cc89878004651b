package bot

import (
	"fmt"
	"slices"
	"strings"

	"phatngon/bot/hear"
	"phatngon/bot/words"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/routing"
)

// maxPlaces is how many meanings of a place name are listed.
const maxPlaces = 8

// route is where the question at hand should go.
func (t *turn) route() routing.Route {
	return t.world.Units.Best(t.conv.Pending.Question, t.near...)
}

// askPlace asks which place an ambiguous name means; v is what the choice is for.
func (t *turn) askPlace(lead string, places []routing.Place, v hear.Verb) {
	places = places[:min(len(places), maxPlaces)]
	question := fmt.Sprintf(words.TextWhichPlace, words.PlaceName(places))
	if words.OnePlace(places) {
		question = fmt.Sprintf(words.TextWhichPart, places[0].Former)
	}
	var choices []choice
	for i, p := range places {
		choices = append(choices, choice{title: words.PlaceTitle(p), verb: v, argument: fmt.Sprint(i)})
	}
	t.conv.Waiting = chat.WaitPlace
	t.say(words.Lines(strings.TrimSuffix(lead, " "+words.TextForward), question), append(choices, choice{title: words.TitleElsewhere, verb: v, argument: "-1"})...)
}

// takePlace notes the place meant and goes on to the offer. The unit known for
// the topic stays; otherwise the place's own unit is suggested.
func (t *turn) takePlace(i int) {
	route := t.route()
	p := t.conv.Pending
	if i >= 0 && i < len(route.Choices) {
		chosen := route.Choices[i]
		p.Notes = append(p.Notes, fmt.Sprintf(words.NotePlace, words.PlaceTitle(chosen)))
		if !topical(t.world, route) {
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
	name := strings.Join(t.heard.WithoutPolite("o|huyen|thi|xa|thanh|pho|cu|truoc|day|thuoc|phuong|thi tran|tx|tp|nay|la"), " ")
	var hits []chat.Option
	for _, o := range t.current {
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
	t.conv.Pending = &chat.Pending{Question: t.heard.Raw}
	route := t.route()
	switch {
	case len(route.Choices) > 0:
		t.askPlace("", route.Choices, hear.DoWhere)
	case len(route.Changes) > 0:
		var told []string
		for _, c := range route.Changes {
			told = append(told, fmt.Sprintf(words.TextWhereIs, c.Old, c.New))
			t.conv.Told = append(t.conv.Told, c.Old)
		}
		t.say(words.Lines(told...), choice{title: words.TitleAnother, verb: hear.DoAsk}, choice{title: words.TitleMenu, verb: hear.DoMenu})
	default:
		t.ask(t.heard.Raw)
	}
}

func (t *turn) tellPlace(i int) {
	places := t.route().Choices
	if i < 0 || i >= len(places) {
		t.offer(words.TextNothing)
		return
	}
	p := places[i]
	text := fmt.Sprintf(words.TextIsNow, p.Name, p.District)
	if p.Former != "" {
		text = fmt.Sprintf(words.TextWhereIs, p.Former+", "+p.District, p.Name)
	}
	t.say(text, choice{title: words.TitleAnother, verb: hear.DoAsk}, choice{title: words.TitleMenu, verb: hear.DoMenu})
}

// told says changes of names, each once in a conversation: those in the
// question and those the knowledge base noticed.
func (t *turn) told(more []string) string {
	var said []string
	if t.conv.Pending != nil {
		said = append(said, t.changes(t.route()))
	}
	for _, note := range more {
		known := slices.ContainsFunc(t.conv.Told, func(old string) bool { return strings.Contains(hear.PlainWords(note), hear.PlainWords(old)) })
		if !known && t.tellOnce(note) {
			said = append(said, note)
		}
	}
	return words.Lines(said...)
}

// changes words the changes of a route that were not told yet.
func (t *turn) changes(r routing.Route) string {
	var said []string
	for _, c := range r.Changes {
		if t.tellOnce(c.Old) {
			said = append(said, words.Change(c))
		}
	}
	return words.Lines(said...)
}

func (t *turn) tellOnce(key string) bool {
	if slices.Contains(t.conv.Told, key) {
		return false
	}
	t.conv.Told = append(t.conv.Told, key)
	return true
}
