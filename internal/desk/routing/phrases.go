package routing

import (
	"cmp"
	"slices"
	"strings"
)

// lead is what a phrase points at.
type lead struct {
	kind   leadKind
	unit   string
	weight int      // of a topic: longer phrases are better evidence
	old    string   // of a former body: its full name
	only   [][]word // of a former body: matters for which this unit is meant; none = the rest
}

type leadKind int

const (
	leadBody     leadKind = iota // the unit is named
	leadFormer                   // a body is named that was dissolved
	leadTopic                    // a subject that is the unit's
	leadLandmark                 // a well-known place within a commune
	leadLocal                    // a small matter that is the commune's first (domain rule 1)
	leadNothing                  // everyday words that contain a topic: "điện thoại"
)

// phrase is a sequence of words with its lead. A loose phrase is one that is
// registered without marks: it matches with any marks.
type phrase struct {
	words []word
	loose bool
	lead  lead
}

// phraseIndex finds phrases by their first word without marks, the longest
// first.
type phraseIndex map[string][]phrase

func (x phraseIndex) add(text string, l lead) {
	ws := words(text)
	if len(ws) == 0 {
		return
	}
	p := phrase{words: ws, loose: !anyMarked(ws) && len(ws) > 1 && l.kind == leadBody, lead: l}
	x[ws[0].fold] = append(x[ws[0].fold], p)
}

func (x phraseIndex) sort() {
	for _, list := range x {
		slices.SortStableFunc(list, func(a, b phrase) int { return cmp.Compare(len(b.words), len(a.words)) })
	}
}

// at returns the leads of the longest phrase standing at ws[i:] and its length.
func (x phraseIndex) at(ws []word, i int) (leads []lead, length int) {
	for _, p := range x[ws[i].fold] {
		if length > 0 && len(p.words) < length {
			break
		}
		if p.standsAt(ws, i) {
			leads, length = append(leads, p.lead), len(p.words)
		}
	}
	return leads, length
}

// standsAt: a phrase of one word is too easily something else without its
// marks ("thuế" – thue, "bão" – bao), so it must be exact.
func (p phrase) standsAt(ws []word, i int) bool {
	if len(p.words) == 1 {
		return ws[i].exact == p.words[0].exact
	}
	if !p.loose {
		return readsAt(ws, i, p.words)
	}
	return len(ws)-i >= len(p.words) && slices.EqualFunc(ws[i:i+len(p.words)], p.words,
		func(a, b word) bool { return a.fold == b.fold })
}

// localMatters go to the commune first when the place is known (domain rule 1).
func localMatters() []string {
	return []string{"khai sinh", "khai tử", "hộ tịch", "đăng ký kết hôn", "chứng thực", "hộ nghèo", "hộ cận nghèo",
		"lấn chiếm", "lấn chiếm đất", "tranh chấp đất", "đấu giá đất", "vệ sinh môi trường", "đổ rác", "thu gom rác", "rác thải",
		"đường làng", "đường thôn", "ngõ", "mương", "nhà văn hóa thôn", "loa phường", "loa phát thanh", "hàng xóm", "gây rối", "mất trật tự",
		"karaoke", "vỉa hè", "chợ cóc", "trưởng thôn", "tổ dân phố"}
}

// newNames indexes the names of province bodies; communes are read as places.
func newNames(units []Unit) phraseIndex {
	x := phraseIndex{}
	for _, u := range units {
		if u.Level == "commune" {
			continue
		}
		for _, alias := range append([]string{u.Name, u.ShortName}, u.Aliases...) {
			x.add(alias, lead{kind: leadBody, unit: u.Code})
		}
		for _, f := range u.FormerNames {
			x.addFormer(u.Code, f)
		}
	}
	x.sort()
	return x
}

// newMatters indexes the topics of province bodies and the landmarks of
// communes.
func newMatters(units []Unit) phraseIndex {
	x := phraseIndex{}
	for _, u := range units {
		if u.Level == "commune" {
			x.addLandmarks(u)
			continue
		}
		for _, topic := range u.Topics {
			x.addTopic(u.Code, topic)
		}
	}
	for _, matter := range localMatters() {
		x.add(matter, lead{kind: leadLocal})
	}
	for _, everyday := range []string{"điện thoại", "điện tử", "thuốc lá", "quảng cáo đầu tư"} {
		x.add(everyday, lead{kind: leadNothing})
	}
	x.sort()
	return x
}

// addTopic: a qualification in brackets ("mất điện (chính sách)") makes the
// topic count only where nothing else does.
func (x phraseIndex) addTopic(unit, topic string) {
	text, _, qualified := strings.Cut(topic, "(")
	weight := min(len(strings.Fields(text)), 4)
	if qualified {
		weight = 0
	}
	x.add(text, lead{kind: leadTopic, unit: unit, weight: weight})
}

// addLandmarks leaves out the former districts among a commune's topics: they
// are read as places.
func (x phraseIndex) addLandmarks(u Unit) {
	for _, topic := range u.Topics {
		if kind, _ := cutPlaceType(topic); kind == "" {
			x.add(topic, lead{kind: leadLandmark, unit: u.Code})
		}
	}
}

func (x phraseIndex) addFormer(unit string, f FormerName) {
	var only [][]word
	for _, matter := range f.For {
		only = append(only, words(matter))
	}
	for _, name := range append([]string{f.Name}, f.Aliases...) {
		x.add(name, lead{kind: leadFormer, unit: unit, old: f.Name, only: only})
	}
}
