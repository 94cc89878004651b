package request

import (
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
)

// UndoWithin is how long an officer may take back a draft: as long as they may still look at
// what they just did.
const UndoWithin = 2 * time.Minute

// TakeBack undoes a refusal that is the first draft of a part, by who drafted it and at once: the
// part stands as being worked on, without a draft. An answer is edited instead: its words stay. What somebody has looked at since, or worked on, stays.
func TakeBack(r Request, part int, by people.Officer, at time.Time) (Request, error) {
	return step(r, part, ActTakeBack, by, at, "", func(p *Part) error {
		switch d := p.Draft; {
		case !d.Refuses() || d.Author != by.ID || d.Revision != 1 || len(p.Consulted) > 0:
			return &desk.RuleError{Text: "Chỉ hoàn tác được lời từ chối do chính Anh/Chị vừa soạn và chưa ai sửa."}
		case at.Sub(d.At) > UndoWithin:
			return &desk.RuleError{Text: "Đã quá 2 phút nên không hoàn tác được. Xin mở yêu cầu và soạn lại bản thảo."}
		}
		p.Draft = nil
		return nil
	})
}
