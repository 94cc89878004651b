package words

import (
	"cmp"
	"fmt"
	"phatngon/bot/hear"
	"phatngon/internal/desk/routing"
	"slices"
	"strings"
)

// placeName is the name all meanings share, without what kind of place it is.
func PlaceName(places []routing.Place) string {
	name := withoutKind(cmp.Or(places[0].Former, places[0].Name))
	for _, p := range places {
		if hear.PlainWords(withoutKind(cmp.Or(p.Former, p.Name))) != hear.PlainWords(name) {
			return TextThisName
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
func OnePlace(places []routing.Place) bool {
	return places[0].Former != "" && !slices.ContainsFunc(places, func(p routing.Place) bool {
		return p.Former != places[0].Former || p.District != places[0].District
	})
}

// placeTitle tells one meaning from the others by its former district.
func PlaceTitle(p routing.Place) string {
	switch {
	case p.Former != "" && p.District != "":
		return fmt.Sprintf(TitlePlace, p.Former, p.District, p.Name)
	case p.District != "":
		return fmt.Sprintf(TitlePlaceNow, p.Name, p.District)
	}
	return p.Name
}

// change words a change of name: a place became part of another, a body handed
// over its task.
func Change(c routing.Change) string {
	if withoutKind(c.Old) != c.Old {
		return fmt.Sprintf(TextPlaceNow, c.Old, c.New)
	}
	return fmt.Sprintf(TextBodyNow, c.Old, c.New)
}
