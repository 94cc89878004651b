package slots

// ways join the two ends of a route.
var ways = phrases("đi|đến|tới|về|ra|sang|lên|xuống|vào|qua")

// routeRule disagrees with a quote no sentence or row of which has both ends of
// a route asked about.
func routeRule(j *judge) Verdict {
	names := j.names()
	for i := 1; i < len(names); i++ {
		a, b := names[i-1], names[i]
		between := j.words[a.at+a.n : b.at]
		if len(between) > 2 || ends(between, ways) == 0 || j.isHome(a) || j.runs(a, b) {
			continue
		}
		return Verdict{Disagrees, OtherPlace, j.typed(a.at, b.at+b.n)}
	}
	return Verdict{}
}

// runs reports whether the title or what is quoted in one piece has both names.
func (j *judge) runs(a, b name) bool {
	for _, unit := range append(j.units, j.Title) {
		words := textWords(unit)
		if has(words, []phrase{j.words[a.at : a.at+a.n]}) && has(words, []phrase{j.words[b.at : b.at+b.n]}) {
			return true
		}
	}
	return false
}
