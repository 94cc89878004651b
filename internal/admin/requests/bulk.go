package requests

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"phatngon/internal/admin/door"
	"phatngon/internal/desk"
	"phatngon/internal/desk/request"
	"phatngon/internal/flow/requests"
)

// mostPicked is how many requests one form changes.
const mostPicked = door.PageSize

// postBulk takes one step on each request that was ticked. Each is a change of its own,
// by the same table as from its own page; what cannot be changed stays as it is and is named.
func (p *Pages) postBulk(v *door.Visit) error {
	picks := v.All("pick")
	if len(picks) == 0 || len(picks) > mostPicked {
		return &desk.InvalidError{Field: "pick", Text: fmt.Sprintf("Vui lòng đánh dấu từ 1 đến %d yêu cầu.", mostPicked)}
	}
	do, undo, err := p.bulkStep(v)
	if err != nil {
		return err
	}
	done, failed, undoable := 0, []string{}, []string{}
	for _, pick := range picks {
		code, version := picked(pick)
		part, err := do(code, version)
		switch {
		case err != nil && !told(err):
			return err
		case err != nil:
			failed = append(failed, code+" ("+why(err)+")")
		default:
			done++
			undoable = append(undoable, fmt.Sprintf("%s:%d", code, part))
		}
	}
	to := queueURL(viewOf(v.Text("view")).Key, "", filters{}, "")
	if undo && done > 0 {
		to = undoURL(to, undoable, p.Now())
	}
	return v.Redirect(to, bulkDone(done, failed))
}

// why says in a few words why one request stays as it is.
func why(err error) string {
	var invalid *desk.InvalidError
	var rule *desk.RuleError
	switch {
	case errors.As(err, &invalid):
		return strings.TrimSuffix(invalid.Text, ".")
	case errors.As(err, &rule):
		return strings.TrimSuffix(rule.Text, ".")
	case errors.Is(err, desk.ErrConflict):
		return "đã có người thay đổi"
	case errors.Is(err, desk.ErrForbidden):
		return "không thuộc quyền của Anh/Chị"
	}
	return "không có yêu cầu này"
}

// told says whether an error is one of this request alone.
func told(err error) bool {
	var invalid *desk.InvalidError
	var rule *desk.RuleError
	return errors.As(err, &invalid) || errors.As(err, &rule) || errors.Is(err, desk.ErrConflict) || errors.Is(err, desk.ErrNotFound) || errors.Is(err, desk.ErrForbidden)
}

// bulkStep is what the pressed button does with one request: it tells the part that it changed.
// undo: it can be undone at once.
func (p *Pages) bulkStep(v *door.Visit) (do func(code string, version int64) (int, error), undo bool, err error) {
	switch v.Text("do") {
	case "take":
		return p.onEach(v, request.ActAssign, func(at requests.Ref) error { return p.Flow.Requests.Assign(v.Ctx, v.Officer, at) }), false, nil
	case "give":
		to := v.Text("officer")
		return p.onEach(v, request.ActAssign, func(at requests.Ref) error { return p.Flow.Requests.Give(v.Ctx, v.Officer, at, to) }), false, nil
	case "transfer":
		unit, ok := p.Units.Pick(v.Text("unit"))
		reason := v.Text("reason")
		if !ok || reason == "" {
			return nil, false, &desk.InvalidError{Field: "unit", Text: "Vui lòng chọn đơn vị nhận trong danh sách và ghi lý do chuyển."}
		}
		return p.onEach(v, request.ActTransfer, func(at requests.Ref) error { return p.Flow.Requests.Transfer(v.Ctx, v.Officer, at, unit, reason) }), false, nil
	case "close":
		w := request.Reply{Outcome: request.Denied, Ground: v.Text("ground"), Text: v.Text("text"), Instead: v.Text("instead")}
		if w.Ground == "" || w.Text == "" {
			return nil, false, &desk.InvalidError{Field: "ground", Text: "Vui lòng chọn căn cứ từ chối và ghi lý do."}
		}
		return p.closeEach(v, w), true, nil
	}
	return nil, false, &desk.InvalidError{Field: "do", Text: "Vui lòng chọn việc cần làm với các yêu cầu đã đánh dấu."}
}

// onEach takes the step on the first part that this officer may take it on.
func (p *Pages) onEach(v *door.Visit, action string, take func(requests.Ref) error) func(string, int64) (int, error) {
	return func(code string, version int64) (int, error) {
		r, err := p.Store.Request(v.Ctx, code)
		if err != nil {
			return 0, err
		}
		for part := range r.Parts {
			if mayTake(v, r, part, action) {
				return part, take(requests.Ref{Code: code, Version: version, Part: part})
			}
		}
		return 0, &desk.RuleError{Text: "bước này không áp dụng được khi “" + r.State.Label() + "”"}
	}
}

// mayTake asks the table; giving on what somebody has already is a step of it too.
func mayTake(v *door.Visit, r request.Request, part int, action string) bool {
	for _, open := range request.Life().Open(r.Parts[part].State, request.May(v.Officer, r.Code, r.Parts[part].Unit)) {
		if open == action {
			return true
		}
	}
	return false
}

// picked reads what a ticked row says.
func picked(pick string) (code string, version int64) {
	code, text, _ := strings.Cut(pick, ":")
	version, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return code, -1 // no request has it: a conflict
	}
	return code, version
}

func bulkDone(done int, failed []string) string {
	said := fmt.Sprintf("Đã thực hiện với %d yêu cầu.", done)
	if len(failed) > 0 {
		said += fmt.Sprintf(" Giữ nguyên %d yêu cầu, xem lý do từng yêu cầu: %s.", len(failed), strings.Join(failed, ", "))
	}
	return said
}
