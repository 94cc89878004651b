package policy

import (
	_ "embed"
	"sync"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/routing"
)

//go:embed data/rules.json
var rulesJSON []byte

//go:embed data/grounds.json
var groundsJSON []byte

//go:embed data/kinds.json
var kindsJSON []byte

//go:embed data/press.json
var pressJSON []byte

//go:embed data/cases.json
var casesJSON []byte

//go:embed data/lines.json
var linesJSON []byte

//go:embed data/handovers.json
var handOversJSON []byte

//go:embed data/retention.json
var retentionJSON []byte

//go:embed data/rights.json
var rightsJSON []byte

//go:embed data/reminders.json
var remindersJSON []byte

//go:embed data/sentences.json
var sentencesJSON []byte

//go:embed data/signin.json
var signInJSON []byte

//go:embed data/contact.json
var contactJSON []byte

// Codes of the shipped rules that start a request's clock.
const (
	RulePressQuestion = "BC-TTN"
	RuleAccess        = "TT-12"
	RuleReview        = "TT-KN10" // what was given is said to be wrong or incomplete
)

// Seed is the book as shipped: the law as of 23/11/2026 and, where it names no
// figure (BC-TTN), a proposal of policy. Each table is version 1.
func Seed() *Book { return seeded() }

// seeded is read once: a Book never changes.
var seeded = sync.OnceValue(func() *Book {
	units, places := routing.Seed()
	data := map[Kind][]byte{
		KindHolidays: calendar.Seed(), KindRules: rulesJSON, KindGrounds: groundsJSON, KindUnits: units, KindPlaces: places, KindCases: casesJSON, KindPress: pressJSON, KindKinds: kindsJSON, KindHandOvers: handOversJSON, KindLines: linesJSON,
		KindRetention: retentionJSON, KindRights: rightsJSON, KindReminders: remindersJSON, KindSignIn: signInJSON, KindSentences: sentencesJSON, KindContact: contactJSON,
	}
	var versions []Version
	for _, kind := range Kinds() {
		versions = append(versions, Version{Name: kind, Number: 1, Data: data[kind]})
	}
	b, err := newBook(versions)
	if err != nil {
		panic("policy: embedded data: " + err.Error()) // a broken build, found by any test
	}
	return b
})

func seedSet() Set { return Seed().sets[0].Set }

// DefaultRules are the shipped deadlines. For callers that hold no Book yet, as are
// the three below; they go when the last caller has one.
func DefaultRules() []calendar.Rule { return seedSet().Rules() }

// FindRule returns the shipped rule of that code.
func FindRule(code string) (calendar.Rule, bool) { return seedSet().Rule(code) }

// ClockFor names the shipped rule that a new request of such a requester runs under.
func ClockFor(kind people.RequesterKind) string { return seedSet().RuleFor(kind).Code }

// Grounds are the shipped grounds for refusing a request of such a requester.
func Grounds(kind people.RequesterKind) []Ground { return seedSet().Grounds(kind) }
