package request

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
)

// Scratch is what an officer types into a draft's form and has not submitted. Each page has
// its own, so that nobody's words are written over another's, nor over those that the same
// officer types on another device. It is nobody's answer and decides nothing.
type Scratch struct {
	ID      string `bson:"_id"`
	Version int64  `bson:"version"`
	Page    string `bson:"page"` // that keeps it: an open form
	Request string `bson:"request"`
	Part    int    `bson:"part"`
	Unit    string `bson:"unit"` // of the part when it was typed: another unit does not see it
	Officer string `bson:"officer"`

	Text    string  `bson:"text"`
	Outcome Outcome `bson:"outcome,omitempty"`
	Ground  string  `bson:"ground,omitempty"`
	Masked  string  `bson:"masked,omitempty"`

	Revision int       `bson:"revision"` // of the draft that it began from; 0: there was none
	At       time.Time `bson:"at"`       // its words changed
	OpenAt   time.Time `bson:"open_at"`  // its page was open
}

// ScratchLife is how long words that nobody submits are kept.
const ScratchLife = 30 * 24 * time.Hour

// openFor is how long after its last sign a form counts as open: a page gives one each half
// minute.
const openFor = 2 * time.Minute

// maxScratch is how long the texts of a form are at most, in characters.
const maxScratch = 20_000

// MayScratch says whether by may keep what they type for a part: who may draft it.
func MayScratch(r Request, part int, by people.Officer) error {
	if slices.Contains(Actions(by, r, part), ActDraft) {
		return nil
	}
	return &desk.RuleError{Text: "Phần việc này không còn để Anh/Chị soạn. Vui lòng sao chép nội dung vừa nhập rồi mở lại trang."}
}

// Keep is the scratch with what was typed by now; old is what stands of it.
func (s Scratch) Keep(old Scratch, part Part, by string, at time.Time) (Scratch, error) {
	if utf8.RuneCountInString(s.Text) > maxScratch || utf8.RuneCountInString(s.Masked) > maxScratch {
		return s, &desk.InvalidError{Field: "text", Text: "Nội dung dài quá 20.000 ký tự nên chưa lưu. Vui lòng rút gọn."}
	}
	s.Officer, s.Unit, s.At, s.OpenAt = by, part.Unit, at, at
	if old.ID == s.ID && old.says() == s.says() {
		s.At = old.At
	}
	return s, nil
}

// says is all that was typed, to be compared.
func (s Scratch) says() string {
	return strings.Join([]string{s.Text, string(s.Outcome), s.Ground, s.Masked}, "\x00")
}

// Adds reports whether it holds words that the draft of the part does not.
func (s Scratch) Adds(p Part) bool {
	text, masked := strings.TrimSpace(s.Text), strings.TrimSpace(s.Masked)
	if p.Draft == nil {
		return text != "" || masked != ""
	}
	return text != "" && text != strings.TrimSpace(p.Draft.Text) || masked != "" && masked != strings.TrimSpace(p.Draft.Masked)
}

// Open reports whether somebody has its form open at an instant.
func (s Scratch) Open(at time.Time) bool { return at.Before(s.OpenAt.Add(openFor)) }
