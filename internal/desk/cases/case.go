// Package cases is the life of a false-content case (NĐ 328/2026, Art. 8): reports of
// one matter, verified by the competent unit, concluded by two people. The program never
// concludes and never labels.
package cases

import (
	"time"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/code"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
)

// Series is the counter that numbers the cases of a year, whose number follows.
const Series = "case-"

var form = code.New("TG")

// FormatCode is the public code of the n-th case of a year: TG-2026-00001.
func FormatCode(year int, n int64) string { return form.Of(year, n) }

// FindCode finds the first case code in free text.
func FindCode(text string) (string, bool) { return form.Find(text) }

// Severity is how grave the content is (NĐ 328/2026, Art. 4).
type Severity string

// Grave has its warning published at once, Harmful within 12 working hours (Art. 11).
const (
	Grave   Severity = "1a" // đặc biệt nghiêm trọng
	Harmful Severity = "1b" // nguy hại
)

// Access is who may see the content itself (NĐ 328/2026, Art. 4).
type Access string

// Closed content is seen by named officers only, is not labelled and not published.
const (
	Closed      Access = "2a" // không được tiếp cận
	Conditional Access = "2b" // tiếp cận có điều kiện
	Open        Access = "2c" // được tiếp cận
)

// Outcome is what a conclusion says; there are no others (NĐ 328/2026, Art. 8).
type Outcome string

// The three outcomes of the decree.
const (
	IsFalse      Outcome = "LA_TIN_GIA_SAI_SU_THAT"
	NotFalse     Outcome = "KHONG_PHAI"
	Unverifiable Outcome = "KHONG_DU_DIEU_KIEN_XAC_THUC"
)

// Case is one false-content matter: many reports, one conclusion.
type Case struct {
	Code       string      `bson:"_id" json:"code"` // TG-2026-00001
	Version    int64       `bson:"version" json:"version"`
	State      State       `bson:"state" json:"state"`
	Reports    []string    `bson:"reports" json:"reports"` // ids in ascending order; none of a case that went into another
	Severity   Severity    `bson:"severity,omitempty" json:"severity,omitempty"`
	Access     Access      `bson:"access,omitempty" json:"access,omitempty"`
	Readers    []string    `bson:"readers,omitempty" json:"-"` // officers who may see Closed content
	Unit       string      `bson:"unit" json:"unit"`           // of the competence; the coordinating office before
	Competence Competence  `bson:"competence" json:"competence"`
	Questions  []Question  `bson:"questions,omitempty" json:"questions,omitempty"`
	Draft      *Draft      `bson:"draft,omitempty" json:"-"`
	Conclusion *Conclusion `bson:"conclusion,omitempty" json:"conclusion,omitempty"`
	Forwards   []Forward   `bson:"forwards,omitempty" json:"forwards,omitempty"`
	Closing    *Closing    `bson:"closing,omitempty" json:"closing,omitempty"`
	Into       string      `bson:"into,omitempty" json:"into,omitempty"` // the case that has the reports now
	Moves      []Move      `bson:"moves,omitempty" json:"-"`
	Aliases    []Alias     `bson:"aliases,omitempty" json:"-"`
	Packs      []Packing   `bson:"packs,omitempty" json:"-"`
	SurgeAt    time.Time   `bson:"surge_at" json:"-"` // when officers were alerted last
	Expired    Expired     `bson:"expired" json:"-"`  // what was removed since it ended

	Verify calendar.Clock `bson:"verify" json:"-"` // internal, since the receipt: the law names no term
	Label  calendar.Clock `bson:"label" json:"-"`  // Art. 10
	Warn   calendar.Clock `bson:"warn" json:"-"`   // Art. 11
	Due    time.Time      `bson:"due" json:"due"`  // of the clocks that run; zero when none does

	Steps     []Step    `bson:"steps" json:"steps"`
	CreatedAt time.Time `bson:"created_at" json:"created_at"`
	UpdatedAt time.Time `bson:"updated_at" json:"updated_at"`

	// Effects are what must follow the changes made to this value since it was read; the
	// store writes them in the same write.
	Effects []effect.Effect `bson:"-" json:"-"`
}

// Competence is why this unit verifies and concludes, and no other (NĐ 328/2026, Art. 21).
type Competence struct {
	Unit   string  `bson:"unit" json:"unit"`
	Ground Concern `bson:"ground" json:"ground"`
	Why    string  `bson:"why" json:"why"`
}

// Concern is what makes a unit competent.
type Concern string

// A unit is competent within its field and its area.
const (
	OfField Concern = "field"
	OfArea  Concern = "area"
)

// Question is what the verifying unit asks another, which answers but never concludes.
type Question struct {
	Unit       string    `bson:"unit" json:"unit"`
	Text       string    `bson:"text" json:"text"`
	By         string    `bson:"by" json:"by"` // officer id
	At         time.Time `bson:"at" json:"at"`
	Answer     string    `bson:"answer,omitempty" json:"answer,omitempty"`
	AnsweredBy string    `bson:"answered_by,omitempty" json:"answered_by,omitempty"`
	AnsweredAt time.Time `bson:"answered_at" json:"answered_at"`
}

// Quote is what a conclusion rests on: a span of a statement.
type Quote struct {
	Statement string `bson:"statement" json:"statement"` // code
	Text      string `bson:"text" json:"text"`
}

// Draft is a conclusion not yet signed. Revision grows with each edit.
type Draft struct {
	Outcome    Outcome   `bson:"outcome" json:"outcome"`
	Claim      string    `bson:"claim" json:"claim"` // what circulates, in one sentence
	Text       string    `bson:"text" json:"text"`
	Quotes     []Quote   `bson:"quotes,omitempty" json:"quotes,omitempty"`
	Authorship string    `bson:"authorship" json:"-"` // who wrote which words: package authorship
	Revision   int       `bson:"revision" json:"revision"`
	At         time.Time `bson:"at" json:"at"`
}

// Conclusion is what the competent unit found. Nothing of it is ever taken out:
// unlabelling stands beside what it takes back.
type Conclusion struct {
	Outcome Outcome `bson:"outcome" json:"outcome"`
	Claim   string  `bson:"claim" json:"claim"`
	Text    string  `bson:"text" json:"text"`
	Quotes  []Quote `bson:"quotes,omitempty" json:"quotes,omitempty"`

	Captures []Capture `bson:"captures,omitempty" json:"-"` // what circulated, as it was known when this was signed

	Unit         string   `bson:"unit" json:"unit"`
	DraftedBy    []string `bson:"drafted_by" json:"-"` // officer ids
	SignedBy     string   `bson:"signed_by" json:"-"`
	Spokesperson string   `bson:"spokesperson" json:"spokesperson"`
	Position     string   `bson:"position" json:"position"`

	Kind        people.SpokespersonKind `bson:"kind,omitempty" json:"kind,omitempty"`         // by what right they signed; "" of an older release: assigned
	Document    string                  `bson:"document,omitempty" json:"document,omitempty"` // of a mandate
	Until       time.Time               `bson:"until,omitempty" json:"until,omitzero"`
	At          time.Time               `bson:"at" json:"at"`
	LabelledAt  time.Time               `bson:"labelled_at" json:"labelled_at"`
	PublishedAt time.Time               `bson:"published_at" json:"published_at"`
	ConfirmedAt time.Time               `bson:"confirmed_at" json:"confirmed_at,omitzero"` // when the unit last said that it still holds
	Unlabelled  *Unlabelling            `bson:"unlabelled,omitempty" json:"unlabelled,omitempty"`
}

// Capture is a picture of what circulated: not the picture, which would spread it, but what
// whoever has it can tell it by.
type Capture struct {
	SHA256     string    `bson:"sha256"`
	ReceivedAt time.Time `bson:"received_at"`
}

// MostCaptures is how many captures a conclusion names, the earliest first.
const MostCaptures = 50

// Unlabelling takes the label back, on stated grounds (NĐ 328/2026, Art. 10).
type Unlabelling struct {
	Grounds string    `bson:"grounds" json:"grounds"` // public
	By      string    `bson:"by" json:"-"`
	At      time.Time `bson:"at" json:"at"`
}

// Forward is a concluded case given to somebody who acts on it: the police (NĐ 328/2026,
// Art. 14), or a platform that is asked to take the content down.
type Forward struct {
	To       string         `bson:"to" json:"to"`
	TakeDown bool           `bson:"take_down,omitempty" json:"take_down,omitempty"`
	Why      string         `bson:"why" json:"why"`
	By       string         `bson:"by" json:"-"`
	At       time.Time      `bson:"at" json:"at"`
	Clock    calendar.Clock `bson:"clock" json:"-"` // the platform's
}

// Closing is why a case ended without a conclusion.
type Closing struct {
	Ground Ground    `bson:"ground,omitempty" json:"ground,omitempty"` // not accepted
	Body   string    `bson:"body,omitempty" json:"body,omitempty"`     // given to another body
	Why    string    `bson:"why" json:"why"`
	By     string    `bson:"by" json:"-"`
	At     time.Time `bson:"at" json:"at"`
}

// Step is one line of a case's history.
type Step struct {
	At      time.Time `bson:"at" json:"at"`
	Officer string    `bson:"officer,omitempty" json:"officer,omitempty"` // "" = the system
	Action  string    `bson:"action" json:"action"`
	Note    string    `bson:"note,omitempty" json:"note,omitempty"`
	Until   time.Time `bson:"until,omitempty" json:"until,omitzero"`    // of joins in a row: when the last came
	Joined  int       `bson:"joined,omitempty" json:"joined,omitempty"` // and how many
}
