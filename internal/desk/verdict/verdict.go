// Package verdict is the life of a verdict: what a person says of what was shown to their
// question ("đúng / không đúng điều tôi hỏi"), and what an officer makes of it: a label, by
// which the search is measured and tuned, or nothing. It says who asked to nobody.
package verdict

import (
	"slices"
	"strings"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/life"
	"phatngon/internal/desk/people"
)

// Verdict is what one person says of one question. Saying it again is the same verdict;
// who changes their mind replaces it, and it is open again.
type Verdict struct {
	ID        string         `bson:"_id"` // keyed hash of statement, person and wording
	Version   int64          `bson:"version"`
	Statement string         `bson:"statement"` // the first that was shown
	Unit      string         `bson:"unit"`      // whose statement that is
	State     State          `bson:"state"`
	Asker     string         `bson:"asker"` // as in an asking: a hash that the person has for no other statement
	Text      string         `bson:"text"`  // the question, masked
	Before    string         `bson:"before,omitempty"`
	Masked    bool           `bson:"masked,omitempty"`
	Read      string         `bson:"read"` // as the assistant read it
	Press     bool           `bson:"press,omitempty"`
	Outcome   string         `bson:"outcome"`
	Shown     []effect.Shown `bson:"shown"`
	Right     bool           `bson:"right"`
	Day       time.Time      `bson:"day"`              // without an hour
	Expect    string         `bson:"expect,omitempty"` // of a label: the words of the statement that answer
	Why       string         `bson:"why,omitempty"`    // or what is off
}

// State is where a verdict stands.
type State string

// The life of a verdict.
const (
	Open   State = "open"
	Taken  State = "taken"
	Thrown State = "thrown"
)

// States are all states, in the order of the panel's lists.
func States() []State { return []State{Open, Taken, Thrown} }

// Label is the state's Vietnamese name.
func (s State) Label() string {
	switch s {
	case Open:
		return "Chờ xem"
	case Taken:
		return "Đã nhận làm nhãn"
	case Thrown:
		return "Đã bỏ"
	}
	return string(s)
}

// What an officer does with a verdict. A decision may be changed.
const (
	ActTake  = "take"
	ActThrow = "throw"
)

// Life is the only table of what an officer does with a verdict.
func Life() life.Table[State, struct{}] {
	return life.Table[State, struct{}]{Label: State.Label, Rows: []life.Row[State, struct{}]{
		{Action: ActTake, From: []State{Open, Thrown}, To: Taken, Audit: "verdict.take"},
		{Action: ActThrow, From: []State{Open, Taken}, To: Thrown, Audit: "verdict.throw"},
	}}
}

// MayLabel says whether o decides on what people say of a unit's statements: who works for
// it, and the coordinating office. The error is a *desk.RuleError.
func MayLabel(o people.Officer, unit string) error {
	if o.Disabled || !people.SpeaksFor(o, unit) && !people.Coordinates(o) {
		return &desk.RuleError{Text: "Anh/Chị chỉ xem và nhận được ý kiến về phát ngôn của đơn vị mình."}
	}
	return nil
}

// Whys are what can be off in what does not answer, as golden/everyday names it.
func Whys() []string { return []string{"aspect", "place", "date", "person", "amount", "premise"} }

// Take makes v a label: of a right verdict expect are the words that answer, out of those
// that were shown; of another why says what is off.
func (v *Verdict) Take(by people.Officer, expect, why string) error {
	next, err := v.next(by, ActTake)
	if err == nil {
		err = v.label(strings.TrimSpace(expect), why)
	}
	if err == nil {
		v.State = next
	}
	return err
}

func (v *Verdict) label(expect, why string) error {
	switch {
	case v.Masked:
		return &desk.RuleError{Text: "Câu hỏi này có phần đã che nên không dùng làm nhãn được. Xin bấm Bỏ."}
	case v.Before != "":
		return &desk.RuleError{Text: "Câu hỏi nối tiếp không đứng một mình được nên không làm nhãn được. Xin bấm Bỏ."}
	case v.Right && (expect == "" || !v.showed(expect)):
		return &desk.InvalidError{Field: "expect", Text: "Đoạn trả lời phải chép nguyên văn từ lời đã hiện. Xin chọn lại một đoạn của lời đó."}
	case !v.Right && !slices.Contains(Whys(), why):
		return &desk.InvalidError{Field: "why", Text: "Vui lòng chọn chỗ chưa khớp trong danh sách."}
	case v.Right:
		v.Expect, v.Why = expect, ""
	default:
		v.Expect, v.Why = "", why
	}
	return nil
}

// showed reports whether words of the first statement were shown.
func (v *Verdict) showed(words string) bool {
	return slices.ContainsFunc(v.Shown, func(s effect.Shown) bool { return s.Statement == v.Statement && strings.Contains(s.Quote, words) })
}

// Throw leaves v out of the labels.
func (v *Verdict) Throw(by people.Officer) error {
	next, err := v.next(by, ActThrow)
	v.State = next
	return err
}

func (v *Verdict) next(by people.Officer, action string) (State, error) {
	return Life().Next(v.State, action, func(struct{}) error { return MayLabel(by, v.Unit) })
}

// Replaced is v after the same person has said later: what is new of it is open, what is not
// stays as it was.
func (v Verdict) Replaced(later Verdict) (next Verdict, changed bool) {
	if v.Right == later.Right {
		return v, false
	}
	later.Version = v.Version
	return later, true
}
