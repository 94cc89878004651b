package bot

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/routing"
)

// maxPlaces is how many meanings of a place name are listed.
const maxPlaces = 8

// route is where the question at hand should go.
func (t *turn) route() routing.Route {
	return t.world.Units.Route(t.conv.Pending.Question)
}

// askPlace asks which place an ambiguous name means; v is what the choice is for.
func (t *turn) askPlace(lead string, places []routing.Place, v verb) {
	places = places[:min(len(places), maxPlaces)]
	question := fmt.Sprintf(textWhichPlace, placeName(places))
	if onePlace(places) {
		question = fmt.Sprintf(textWhichPart, places[0].Former)
	}
	var choices []choice
	for i, p := range places {
		choices = append(choices, choice{title: placeTitle(p), verb: v, argument: fmt.Sprint(i)})
	}
	t.conv.Waiting = chat.WaitPlace
	t.say(lines(strings.TrimSuffix(lead, " "+textForward), question), append(choices, choice{title: titleElsewhere, verb: v, argument: "-1"})...)
}

// placeName is the name all meanings share, without what kind of place it is.
func placeName(places []routing.Place) string {
	name := withoutKind(cmp.Or(places[0].Former, places[0].Name))
	for _, p := range places {
		if plainWords(withoutKind(cmp.Or(p.Former, p.Name))) != plainWords(name) {
			return textThisName
		}
	}
	return name
}

func withoutKind(name string) string {
	for _, kind := range []string{"Phường ", "Xã ", "Thị trấn ", "Huyện ", "Thị xã ", "Thành phố "} {
		if rest, ok := strings.CutPrefix(name, kind); ok {
			return rest
		}
	}
	return name
}

// onePlace reports that all meanings are parts of one former commune.
func onePlace(places []routing.Place) bool {
	return places[0].Former != "" && !slices.ContainsFunc(places, func(p routing.Place) bool {
		return p.Former != places[0].Former || p.District != places[0].District
	})
}

// placeTitle tells one meaning from the others by its former district.
func placeTitle(p routing.Place) string {
	switch {
	case p.Former != "" && p.District != "":
		return fmt.Sprintf(titlePlace, p.Former, p.District, p.Name)
	case p.District != "":
		return fmt.Sprintf(titlePlaceNow, p.Name, p.District)
	}
	return p.Name
}

// takePlace notes the place meant and goes on to the offer. The unit known for
// the topic stays; otherwise the place's own unit is suggested.
func (t *turn) takePlace(i int) {
	route := t.route()
	p := t.conv.Pending
	if i >= 0 && i < len(route.Choices) {
		chosen := route.Choices[i]
		p.Notes = append(p.Notes, fmt.Sprintf(notePlace, placeTitle(chosen)))
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
	name := strings.Join(t.heard.withoutPolite("o|huyen|thi|xa|thanh|pho|cu|truoc|day|thuoc|phuong|thi tran|tx|tp|nay|la"), " ")
	var hits []chat.Option
	for _, o := range t.current {
		if name != "" && strings.Contains(plainWords(o.Title), " "+name+" ") {
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
	t.conv.Pending = &chat.Pending{Question: t.heard.raw}
	route := t.route()
	switch {
	case len(route.Choices) > 0:
		t.askPlace("", route.Choices, doWhere)
	case len(route.Changes) > 0:
		var told []string
		for _, c := range route.Changes {
			told = append(told, fmt.Sprintf(textWhereIs, c.Old, c.New))
			t.conv.Told = append(t.conv.Told, c.Old)
		}
		t.say(lines(told...), choice{title: titleAnother, verb: doAsk}, choice{title: titleMenu, verb: doMenu})
	default:
		t.ask(t.heard.raw)
	}
}

func (t *turn) tellPlace(i int) {
	places := t.route().Choices
	if i < 0 || i >= len(places) {
		t.offer(textNothing)
		return
	}
	p := places[i]
	text := fmt.Sprintf(textIsNow, p.Name, p.District)
	if p.Former != "" {
		text = fmt.Sprintf(textWhereIs, p.Former+", "+p.District, p.Name)
	}
	t.say(text, choice{title: titleAnother, verb: doAsk}, choice{title: titleMenu, verb: doMenu})
}

// told says changes of names, each once in a conversation: those in the
// question and those the knowledge base noticed.
func (t *turn) told(more []string) string {
	var said []string
	if t.conv.Pending != nil {
		said = append(said, t.changes(t.route()))
	}
	for _, note := range more {
		known := slices.ContainsFunc(t.conv.Told, func(old string) bool { return strings.Contains(plainWords(note), plainWords(old)) })
		if !known && t.tellOnce(note) {
			said = append(said, note)
		}
	}
	return lines(said...)
}

// changes words the changes of a route that were not told yet.
func (t *turn) changes(r routing.Route) string {
	var said []string
	for _, c := range r.Changes {
		if t.tellOnce(c.Old) {
			said = append(said, change(c))
		}
	}
	return lines(said...)
}

func (t *turn) tellOnce(key string) bool {
	if slices.Contains(t.conv.Told, key) {
		return false
	}
	t.conv.Told = append(t.conv.Told, key)
	return true
}

// change words a change of name: a place became part of another, a body handed
// over its task.
func change(c routing.Change) string {
	if withoutKind(c.Old) != c.Old {
		return fmt.Sprintf(textPlaceNow, c.Old, c.New)
	}
	return fmt.Sprintf(textBodyNow, c.Old, c.New)
}
