package search

// WordUnits is how many units a WordLayer has.
const WordUnits = 8

// A WordLayer looks at the words of a question one by one: each unit is excited
// by what a word is and finds, and what it makes of all words together is one
// more input of a Net.
type WordLayer struct {
	Units [WordUnits]WordUnit
	// what the units feel of the first eight finds, and of the others, by their bits
	finds [2][256]excitement
}

// A WordUnit is the weights of one unit.
type WordUnit struct {
	Bias   float32
	Traits Traits
	Finds  [FindCount]float32
}

// excitement is of each unit.
type excitement [WordUnits]float32

// PerWord is what one word counts in the sum over words.
const PerWord = 0.2

// NewWordLayer makes a layer of units.
func NewWordLayer(units [WordUnits]WordUnit) *WordLayer {
	l := &WordLayer{Units: units}
	for half := range l.finds {
		for bits := range l.finds[half] {
			for find := range 8 {
				if at := half*8 + find; bits>>find&1 == 1 && at < int(FindCount) {
					for u := range units {
						l.finds[half][bits][u] += units[u].Finds[at]
					}
				}
			}
		}
	}
	return l
}

// Hear adds up what the units make of the words of a question beside each of
// some results of one search.
func (l *WordLayer) Hear(views []View) []excitement {
	heard := make([]excitement, len(views))
	if len(views) == 0 {
		return heard
	}
	var words [wordsSeen]excitement // by what each is
	for i := range views[0].Traits {
		for u := range l.Units {
			words[i][u] = l.Units[u].Bias + Dot(l.Units[u].Traits[:], views[0].Traits[i][:])
		}
	}
	for v := range views {
		for i, finds := range views[v].Finds {
			low, high := &l.finds[0][finds&0xff], &l.finds[1][finds>>8]
			for u, e := range &words[i] {
				heard[v][u] += max(e+low[u]+high[u], 0) * PerWord
			}
		}
	}
	return heard
}
