package door

import (
	"slices"

	"phatngon/internal/admin/labels"
	"phatngon/internal/desk/privacy"
)

// Place is what looks personal in words that are about to become public; a form asks to
// confirm it, or whoever wrote it takes it out.
type Place struct {
	Text, Kind string
	Confirmed  bool
}

// Places are what was found, as the "personal" piece of a form shows it.
func Places(found []privacy.Finding, confirmed []string) []Place {
	var all []Place
	for _, f := range found {
		all = append(all, Place{f.Text, labels.Of(f.Kind), slices.Contains(confirmed, f.Text)})
	}
	return all
}
