// Package pack is the evidence pack of a case for the police or a ministry: one ZIP file
// with the pictures as they were received, what was reported, the history and an extract of
// the audit chain, listed with their SHA-256. It is pure. Write gives the same bytes for the
// same Pack; Verify tells on any machine, without the program's data, whether a file still
// is what Write gave.
package pack

import (
	"time"

	"phatngon/internal/desk"
)

// Format names the form of a pack, in its manifest.
const Format = "phatngon-evidence/1"

// The files of a pack beside its captures.
const (
	manifestFile   = "manifest.json"
	coverFile      = "HO-SO.html"
	reportsFile    = "reports.json"
	timelineFile   = "timeline.json"
	auditFile      = "audit.json"
	identitiesFile = "identities.json"
	captureFolder  = "captures/"
)

// Bounds of a pack: what is larger is neither written nor read.
const (
	MostBytes = 1 << 30 // of the file, and of all that it holds
	MostFiles = 20_000
	mostText  = 32 << 20 // of one file that is read whole
)

// Pack is what is known of a case at a time.
type Pack struct {
	Facts
	Reports    []Report
	Timeline   []Step
	Audit      []AuditLine
	Identities []Identity // nil: who reported is not part of it
}

// Facts are what the cover begins with. AsOf is when the case last changed.
type Facts struct {
	Case       string    `json:"case"`
	AsOf       time.Time `json:"as_of"`
	State      string    `json:"state"`
	Severity   string    `json:"severity,omitempty"`
	Access     string    `json:"access,omitempty"`
	Unit       string    `json:"unit"`
	Found      string    `json:"found"` // the only words that may be said of the content
	Claim      string    `json:"claim,omitempty"`
	Conclusion string    `json:"conclusion,omitempty"`
	SignedBy   string    `json:"signed_by,omitempty"`
	For        string    `json:"for"` // who the pack is made for
	Why        string    `json:"why"`
}

// Report is what one person reported, without who that is.
type Report struct {
	ID         string    `json:"id"`
	ReceivedAt time.Time `json:"received_at"`
	Channel    string    `json:"channel"`
	Anonymous  bool      `json:"anonymous"`
	Category   string    `json:"category"`
	Text       string    `json:"text,omitempty"`
	Links      []Link    `json:"links,omitempty"`
	Captures   []Capture `json:"captures,omitempty"`
	Place      string    `json:"place,omitempty"`
	SeenAt     time.Time `json:"seen_at,omitzero"`
	PostedAt   time.Time `json:"posted_at,omitzero"`
	Spread     string    `json:"spread,omitempty"`
	Harm       string    `json:"harm,omitempty"`
	Right      string    `json:"right,omitempty"`
}

// Link is a link as it was given, its key, and what an officer found that it leads to.
type Link struct {
	Given   string `json:"given"`
	Key     string `json:"key"`
	LeadsTo string `json:"leads_to,omitempty"`
}

// Capture is a picture as it was received; of one that is not kept, Problem says why.
type Capture struct {
	ID         string    `json:"id"`
	File       string    `json:"file,omitempty"` // set by Write
	SHA256     string    `json:"sha256,omitempty"`
	Size       int       `json:"size,omitempty"`
	ReceivedAt time.Time `json:"received_at"`
	Problem    string    `json:"problem,omitempty"`
}

// Step is a line of the case's history; Audit is the id of its record in the audit chain.
type Step struct {
	At     time.Time `json:"at"`
	By     string    `json:"by"`
	Action string    `json:"action"`
	Text   string    `json:"text"` // the action in Vietnamese
	Note   string    `json:"note,omitempty"`
	Audit  string    `json:"audit"`
}

// AuditLine is a record of the audit chain about the case, or the hash of one about
// something else that stands between such records.
type AuditLine struct {
	Chain  string            `json:"chain"`
	Seq    int64             `json:"seq"`
	Hash   string            `json:"hash"`
	Record *desk.AuditRecord `json:"record,omitempty"`
}

// Identity is who sent a report.
type Identity struct {
	Report  string `json:"report"`
	Name    string `json:"name,omitempty"`
	ZaloOA  string `json:"zalo_oa_user_id,omitempty"`
	ZaloApp string `json:"zalo_app_user_id,omitempty"`
}

// manifest lists the other files of a pack, in their order.
type manifest struct {
	Format string `json:"format"`
	Facts
	Identities bool       `json:"identities"`
	Files      []fileLine `json:"files"`
}

type fileLine struct {
	Path   string `json:"path"`
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
}
