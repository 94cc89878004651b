// Package statement is what may be said: the approved text of a named
// spokesperson, its file format and what is wrong with a file.
package statement

import (
	"slices"
	"strings"
	"time"
)

// Form says how information was provided (Decree 244/2026/NĐ-CP, Art. 5).
type Form string

// The five forms of Decree 244/2026/NĐ-CP, Art. 5.
const (
	FormPressConference Form = "HOP_BAO"
	FormPosting         Form = "DANG_TAI"
	FormDirect          Form = "PHAT_NGON_TT"
	FormDocument        Form = "VAN_BAN"
	FormExchange        Form = "TRAO_DOI"
)

// Audience says who may see a statement.
type Audience string

// Press statements are shown to verified reporters only.
const (
	AudiencePublic Audience = "public"
	AudiencePress  Audience = "press"
)

// Status is the state of a statement's life.
type Status string

// Only a Published statement is ever quoted as current.
const (
	StatusDraft      Status = "draft"
	StatusPublished  Status = "published"
	StatusSuperseded Status = "superseded"
	StatusWithdrawn  Status = "withdrawn"
)

// SamplePrefix begins the code of every sample statement, so that each surface
// can mark it as one.
const SamplePrefix = "MAU-"

// Authorisation is the written mandate of an authorised spokesperson (kind C).
type Authorisation struct {
	Number string    `bson:"number" json:"number" yaml:"number"`
	Until  time.Time `bson:"until" json:"until" yaml:"until"`
}

// Statement is the approved text of a named spokesperson of a named unit.
// Body is the spokesperson's words, never changed after publication under the
// same version: an edit makes the next Version.
type Statement struct {
	Code    string `bson:"_id" json:"code"`
	Version int64  `bson:"version" json:"version"`
	Status  Status `bson:"status" json:"status"`

	Title            string         `bson:"title" json:"title"`
	Unit             string         `bson:"unit" json:"unit"` // unit code
	Spokesperson     string         `bson:"spokesperson" json:"spokesperson"`
	Position         string         `bson:"position" json:"position"`
	SpokespersonKind string         `bson:"spokesperson_kind" json:"spokesperson_kind"` // A, B or C
	Authorisation    *Authorisation `bson:"authorisation,omitempty" json:"authorisation,omitempty"`
	Form             Form           `bson:"form" json:"form"`
	IssuedAt         time.Time      `bson:"issued_at" json:"issued_at"`
	Audience         Audience       `bson:"audience" json:"audience"`
	DocumentNo       string         `bson:"document_no,omitempty" json:"document_no,omitempty"`
	SourceURL        string         `bson:"source_url,omitempty" json:"source_url,omitempty"`
	ValidFrom        *time.Time     `bson:"valid_from,omitempty" json:"valid_from,omitempty"`
	ValidUntil       *time.Time     `bson:"valid_until,omitempty" json:"valid_until,omitempty"`
	EmbargoUntil     *time.Time     `bson:"embargo_until,omitempty" json:"embargo_until,omitempty"`
	Supersedes       []string       `bson:"supersedes,omitempty" json:"supersedes,omitempty"`
	Topics           []string       `bson:"topics,omitempty" json:"topics,omitempty"`
	Places           []string       `bson:"places,omitempty" json:"places,omitempty"`
	Questions        []string       `bson:"questions,omitempty" json:"questions,omitempty"`
	Hints            []string       `bson:"hints,omitempty" json:"-"` // what people would ask, by which it is found; never shown as said
	Body             string         `bson:"body" json:"body"`
	Request          string         `bson:"request,omitempty" json:"request,omitempty"` // the request it answered
	RequestPart      int            `bson:"request_part,omitempty" json:"-"`
	WithdrawalReason string         `bson:"withdrawal_reason,omitempty" json:"withdrawal_reason,omitempty"`
	UpdatedAt        time.Time      `bson:"updated_at" json:"updated_at"`
	SaidSince        int64          `bson:"said_since,omitempty" json:"-"`  // version since which people are told the same (see SaysTheSame); 0 = not known
	SaidAt           *time.Time     `bson:"said_at,omitempty" json:"-"`     // when that version came into force; nil = when it was issued
	Corrections      int            `bson:"corrections,omitempty" json:"-"` // how often what people are told was changed since it was first public
	Author           string         `bson:"author,omitempty" json:"-"`      // officer of the last edit
	Authorship       string         `bson:"authorship,omitempty" json:"-"`  // who wrote which words; whoever did may not publish it
	SupersededBy     string         `bson:"superseded_by,omitempty" json:"superseded_by,omitempty"`
	Proposal         *Statement     `bson:"proposal,omitempty" json:"-"` // the change of a published statement that waits for approval
}

// Edition numbers what people are told: 1 as first published, 2 after one
// correction. Version counts every change that was stored, drafts too.
func (s Statement) Edition() int { return s.Corrections + 1 }

// ChangedAt is when what people are told last changed.
func (s Statement) ChangedAt() time.Time {
	if s.SaidAt != nil && s.SaidAt.After(s.IssuedAt) {
		return *s.SaidAt
	}
	return s.IssuedAt
}

// About reports whether one of the topics is among those of s, however it is capitalised.
func (s Statement) About(topics []string) bool {
	return slices.ContainsFunc(s.Topics, func(own string) bool {
		return slices.ContainsFunc(topics, func(topic string) bool { return strings.EqualFold(strings.TrimSpace(own), strings.TrimSpace(topic)) })
	})
}

// Sample reports whether s is sample data that no spokesperson ever said.
func (s Statement) Sample() bool {
	return len(s.Code) >= len(SamplePrefix) && s.Code[:len(SamplePrefix)] == SamplePrefix
}
