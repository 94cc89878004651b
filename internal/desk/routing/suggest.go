package routing

import (
	"cmp"
	"slices"
)

// Reason is why a unit is suggested.
type Reason string

// The reasons, in the words people read.
const (
	ByName   Reason = "được nêu tên"
	ByPlace  Reason = "địa bàn được nêu"
	ByDuty   Reason = "phụ trách lĩnh vực được hỏi"
	BySpoken Reason = "đã phát ngôn về nội dung gần nhất"
	ByWords  Reason = "thường trả lời câu hỏi tương tự"
	ByOffice Reason = "tiếp nhận và chuyển đúng đơn vị"
)

// Suggestion is a unit that may answer, and why.
type Suggestion struct {
	Unit   string `json:"unit"`
	Name   string `json:"name"`
	Reason Reason `json:"reason"`
}

// Spoken is a unit that has made the statement that comes nearest to a question. Near says
// that it is shown; else it only shares most of the words.
type Spoken struct {
	Unit string
	Near bool
}

// Suggested is how many units are suggested at most.
const Suggested = 3

// What speaks for a unit. Set by hand on the questions to learn from.
const (
	dutyFirst, dutyNext = 6.0, 1.6
	wordsAt             = 4.5  // a score of wording from which on it counts
	wordsShare          = 0.22 // of that score
	wordsMost           = 2.5
	placeOnly           = 2.6
	spokenNear          = 3.0
	spokenFar           = 0.9
	provinceOnly        = 1.2
	clearAt             = 7.0 // a score that speaks for a unit alone,
	clearBy             = 2.0 // where no other comes so near
)

// Suggest lists up to three units for a question, best first, each with its reason; sure
// is false where nothing speaks clearly for any: then the first is the ProvinceOffice.
// A unit named outright
// comes first, then, for a small local matter, the commune named.
func (r *Registry) Suggest(text string, spoken ...Spoken) (all []Suggestion, sure bool) {
	rd := r.read(words(text))
	places, choices := r.resolve(rd)
	places = unique(places, rd.landmarks)
	v := votes{}
	for i, unit := range rd.bodies {
		v.add(unit, 100-float64(i), ByName)
	}
	for i, unit := range places {
		weight := placeOnly - float64(i)/10
		if rd.local {
			weight += 50
		}
		v.add(unit, weight, ByPlace)
	}
	if rd.local && len(places) == 0 {
		for i, p := range choices {
			v.add(p.Unit, 40-float64(i), ByPlace)
		}
	}
	for i, unit := range r.rankTopics(rd.topics) {
		v.add(unit, []float64{dutyFirst, dutyNext}[min(i, 1)], ByDuty)
	}
	like := r.wording().likeliest(text, 2*Suggested)
	for i, l := range like {
		if l.score >= wordsAt {
			v.add(l.unit, min(wordsShare*l.score, wordsMost)-float64(i)/10, ByWords)
		}
	}
	clear := len(like) > 1 && like[0].score >= clearAt && like[0].score-like[1].score >= clearBy
	for i, s := range spoken {
		v.add(s.Unit, map[bool]float64{true: spokenNear, false: spokenFar}[s.Near]/float64(i+1), BySpoken)
	}
	if rd.province && len(rd.topics) == 0 {
		v.add(ProvinceOffice, provinceOnly, ByOffice)
	}
	return r.ranked(v, clear)
}

// votes is what speaks for each unit.
type votes map[string]*vote

type vote struct {
	weight, most float64
	reason       Reason
	firm         bool // it is more than a guess
}

// add keeps the reason that weighs most.
func (v votes) add(unit string, weight float64, why Reason) {
	if unit == ProvinceCommittee {
		unit = ProvinceOffice
	}
	if v[unit] == nil {
		v[unit] = &vote{}
	}
	v[unit].weight += weight
	v[unit].firm = v[unit].firm || why != ByWords && weight > spokenFar
	if weight > v[unit].most {
		v[unit].most, v[unit].reason = weight, why
	}
}

// ranked lists the units by what speaks for them. That a text sounds like a unit's matters
// is no more than a guess, unless clearly so: then the office sees to it.
func (r *Registry) ranked(v votes, clear bool) (all []Suggestion, sure bool) {
	var units []string
	for unit := range v {
		if _, known := r.byCode[unit]; known {
			units = append(units, unit)
		}
	}
	slices.SortFunc(units, func(a, b string) int {
		return cmp.Or(cmp.Compare(v[b].weight, v[a].weight), cmp.Compare(r.byCode[a], r.byCode[b]))
	})
	sure = len(units) > 0 && (clear || v[units[0]].firm)
	if !sure {
		all = append(all, Suggestion{ProvinceOffice, r.Office(ProvinceOffice), ByOffice})
	}
	for _, unit := range units[:min(Suggested, len(units))] {
		if sure || unit != ProvinceOffice {
			all = append(all, Suggestion{unit, r.Office(unit), v[unit].reason})
		}
	}
	return all[:min(Suggested, len(all))], sure
}

// Best is Route with the units of Suggest, where no place has to be asked for first.
func (r *Registry) Best(text string, spoken ...Spoken) Route {
	route := r.Route(text)
	if len(route.Choices) > 0 {
		return route
	}
	all, sure := r.Suggest(text, spoken...)
	route.Known = sure
	if route.Unit, route.Others = ProvinceOffice, nil; sure {
		route.Unit = all[0].Unit
		for _, s := range all[1:] {
			route.Others = append(route.Others, s.Unit)
		}
	}
	return route
}
