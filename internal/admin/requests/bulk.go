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
	action, take, err := p.bulkStep(v)
	if err != nil {
		return err
	}
	done, failed := 0, []string{}
	for _, pick := range picks {
		code, version := picked(pick)
		n, err := p.onEach(v, code, version, action, take)
		switch {
		case err != nil && !told(err):
			return err
		case err != nil || n == 0:
			failed = append(failed, code)
		default:
			done++
		}
	}
	return v.Redirect(queueURL(viewOf(v.Text("view")).Key, "", filters{}, ""), bulkDone(done, failed))
}

// told says whether an error is one of this request alone.
func told(err error) bool {
	var invalid *desk.InvalidError
	var rule *desk.RuleError
	return errors.As(err, &invalid) || errors.As(err, &rule) || errors.Is(err, desk.ErrConflict) || errors.Is(err, desk.ErrNotFound) || errors.Is(err, desk.ErrForbidden)
}

// bulkStep is the step that the pressed button names.
func (p *Pages) bulkStep(v *door.Visit) (action string, take func(requests.Ref) error, err error) {
	switch v.Text("do") {
	case "take":
		return request.ActAssign, func(at requests.Ref) error { return p.Flow.Requests.Assign(v.Ctx, v.Officer, at) }, nil
	case "give":
		to := v.Text("officer")
		return request.ActAssign, func(at requests.Ref) error { return p.Flow.Requests.Give(v.Ctx, v.Officer, at, to) }, nil
	case "transfer":
		unit, ok := p.Units.Pick(v.Text("unit"))
		reason := v.Text("reason")
		if !ok || reason == "" {
			return "", nil, &desk.InvalidError{Field: "unit", Text: "Vui lòng chọn đơn vị nhận trong danh sách và ghi lý do chuyển."}
		}
		return request.ActTransfer, func(at requests.Ref) error { return p.Flow.Requests.Transfer(v.Ctx, v.Officer, at, unit, reason) }, nil
	}
	return "", nil, &desk.InvalidError{Field: "do", Text: "Vui lòng chọn việc cần làm với các yêu cầu đã đánh dấu."}
}

// onEach takes the step on the first part that this officer may take it on.
func (p *Pages) onEach(v *door.Visit, code string, version int64, action string, take func(requests.Ref) error) (int, error) {
	r, err := p.Store.Request(v.Ctx, code)
	if err != nil {
		return 0, err
	}
	for part := range r.Parts {
		if mayTake(v, r, part, action) {
			return 1, take(requests.Ref{Code: code, Version: version, Part: part})
		}
	}
	return 0, nil
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
		said += fmt.Sprintf(" Giữ nguyên %d yêu cầu, vì đã có người thay đổi hoặc bước này không áp dụng được: %s.", len(failed), strings.Join(failed, ", "))
	}
	return said
}
