package request

import (
	"fmt"
	"slices"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
)

// ByRequester stands in the history for the person who asked.
const ByRequester = "requester"

// Addition is what the person added to their request after filing it.
type Addition struct {
	Text  string    `bson:"text" json:"text"`
	At    time.Time `bson:"at" json:"at"`
	Files []File    `bson:"files,omitempty" json:"files,omitempty"`
}

// maxAdditions bounds what one request grows to.
const maxAdditions = 20

// asker is the person whose request it is; nobody else takes a step of theirs.
func asker(r Request, who people.Requester) actor {
	own := who.ID != "" && who.ID == r.Requester && !who.Erased
	return actor{ByRequester, func(string) func(Who) error {
		return func(needed Who) error {
			if needed == Asker && own {
				return nil
			}
			return &desk.RuleError{Text: "Chỉ người đã gửi yêu cầu thực hiện được bước này."}
		}
	}}
}

// Add gives what the person says to their request: it answers each part that waits for
// them, whose clock runs on, and is an addition to the others that are open.
func Add(r Request, who people.Requester, rules func(Part) policy.Set, text string, at time.Time) (Request, error) {
	return AddFiles(r, who, rules, text, nil, at)
}

// withFiles stands for words where only files were sent.
const withFiles = "(gửi tệp, không kèm lời)"

// AddFiles is Add with what the person sent; it may come without words.
func AddFiles(r Request, who people.Requester, rules func(Part) policy.Set, text string, files []File, at time.Time) (Request, error) {
	if clean(text) == "" && len(files) > 0 {
		text = withFiles
	}
	if err := needText("text", text, maxAddition, "Mời Anh/Chị gõ nội dung bổ sung."); err != nil {
		return Request{}, err
	}
	if len(files) > 0 && len(SentFiles(r))+len(files) > MaxFiles {
		return Request{}, &desk.RuleError{Text: fmt.Sprintf("Mỗi yêu cầu nhận tối đa %d tệp của người hỏi; tệp vừa rồi chưa được thêm.", MaxFiles)}
	}
	if len(r.Additions) >= maxAdditions {
		return Request{}, &desk.RuleError{Text: "Yêu cầu đã được bổ sung nhiều lần. Anh/Chị vui lòng gửi yêu cầu mới cho nội dung mới."}
	}
	next, err := eachOpen(r, who, []string{ActSupply, ActAdd}, at, func(p *Part, action string) error {
		if action == ActAdd {
			return nil
		}
		last := &p.Clarifications[len(p.Clarifications)-1]
		last.Answer, last.AnsweredAt = clean(text), at
		if at.Before(last.At) { // it was on its way when the unit asked
			return runOn(p, rules(*p), last.At)
		}
		return runOn(p, rules(*p), at)
	})
	if err != nil {
		return Request{}, err
	}
	next.Additions = append(slices.Clip(r.Additions), Addition{Text: clean(text), At: at, Files: files})
	return next, nil
}

// FileCame notes what came of a file that the person sent; false: the request knows of none.
func FileCame(r Request, f File) (Request, bool) {
	var known bool
	if r.Files, known = cameTo(r.Files, f); known {
		return r, true
	}
	r.Additions = slices.Clone(r.Additions)
	for i, a := range r.Additions {
		if r.Additions[i].Files, known = cameTo(a.Files, f); known {
			return r, true
		}
	}
	return r, false
}

func cameTo(files []File, f File) ([]File, bool) {
	k := slices.IndexFunc(files, func(o File) bool { return o.ID == f.ID })
	if k < 0 {
		return files, false
	}
	files = slices.Clone(files)
	files[k] = f
	return files, true
}

// Withdraw ends every part that is still open; what was decided stays decided.
func Withdraw(r Request, who people.Requester, at time.Time) (Request, error) {
	return eachOpen(r, who, []string{ActWithdraw}, at, func(*Part, string) error { return nil })
}

// eachOpen takes, for every part, the first of the steps that its state allows; when none
// is allowed anywhere, it says why not.
func eachOpen(r Request, who people.Requester, actions []string, at time.Time, change func(*Part, string) error) (Request, error) {
	by, taken := asker(r, who), false
	refusal := error(&desk.RuleError{Text: "Yêu cầu này đã có kết quả nên không thay đổi được nữa."})
	for part := range r.Parts {
		for _, action := range actions {
			next, err := take(r, part, action, by, at, "", func(p *Part) error {
				p.Clarifications = slices.Clone(p.Clarifications)
				return change(p, action)
			})
			if err == nil {
				r, taken = next, true
				break
			}
			if !open(r.Parts[part].State, action) {
				continue
			}
			return Request{}, err
		}
	}
	if !taken {
		return Request{}, refusal
	}
	return r, nil
}

// open says whether the table allows an action in a state to somebody.
func open(s State, action string) bool {
	_, err := Life().Next(s, action, func(Who) error { return nil })
	return err == nil
}

// keptSteps is how many steps of the person are known; more do not come between an effect and its
// repetition after a crash.
const keptSteps = 8

// Knows says whether a step of the person was done already.
func (r Request) Knows(step string) bool { return slices.Contains(r.OwnSteps, step) }

// Know notes a step of the person as done.
func (r Request) Know(step string) Request {
	all := append(slices.Clone(r.OwnSteps), step)
	r.OwnSteps = all[max(0, len(all)-keptSteps):]
	return r
}

// Undecided says whether a unit still owes a decision on some part, or waits for the
// person before it can give one.
func Undecided(r Request) bool {
	return slices.ContainsFunc(r.Parts, func(p Part) bool { return open(p.State, ActWithdraw) })
}

// AskedBack are the questions of units that wait for the person.
func AskedBack(r Request) []Clarification {
	var all []Clarification
	for _, p := range r.Parts {
		if n := len(p.Clarifications); p.State == Clarifying && n > 0 {
			all = append(all, p.Clarifications[n-1])
		}
	}
	return all
}
