package requests

import (
	"errors"
	"net/http"
	"strconv"
	"strings"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/desk"
	"phatngon/internal/desk/request"
	"phatngon/internal/flow/requests"
)

// samePage lists open requests that ask the same, to be answered once.
type samePage struct {
	door.Page
	Clusters []cluster
	Error    string
}

type cluster struct {
	Lead          sameRow
	Unit, Topic   string
	Joined, Alike []sameRow
}

type sameRow struct {
	Code, Asked string
	State       request.State
	Version     int64
	Due         time.Time
	CanJoin     bool // not begun by somebody
}

func (p *Pages) getSame(v *door.Visit) error { return p.showSame(v, http.StatusOK, "") }

func (p *Pages) showSame(v *door.Visit, status int, wrong string) error {
	found, err := p.Flow.Requests.Clusters(v.Ctx, door.ScopeOf(v.Officer))
	if err != nil {
		return err
	}
	page := samePage{Page: v.Page("Yêu cầu cùng nội dung", "queue"), Error: wrong}
	for _, c := range found {
		page.Clusters = append(page.Clusters, cluster{sameRowOf(c.Lead), p.Units.Name(c.Lead.Unit), c.Lead.Topic, sameRows(c.Joined), sameRows(c.Alike)})
	}
	return v.Render(status, "same", page)
}

func sameRows(all []request.Request) (rows []sameRow) {
	for _, r := range all {
		rows = append(rows, sameRowOf(r))
	}
	return rows
}

func sameRowOf(r request.Request) sameRow {
	return sameRow{Code: r.Code, Asked: r.Question, State: r.State, Version: r.Version, Due: r.Due,
		CanJoin: r.State == request.Received || r.State == request.Assigned}
}

// postSame joins what was ticked to the first of a cluster, each in the version that the
// page showed.
func (p *Pages) postSame(v *door.Visit) error {
	lead, err := shownRef(v.Text("lead"))
	if err != nil {
		return err
	}
	var others []requests.Ref
	for _, one := range v.All("join") {
		at, err := shownRef(one)
		if err != nil {
			return err
		}
		others = append(others, at)
	}
	if len(others) == 0 && v.Text("topic") == "" {
		return p.showSame(v, http.StatusUnprocessableEntity, "Vui lòng chọn ít nhất một yêu cầu để trả lời chung, hoặc ghi tiêu đề trung tính.")
	}
	err = p.Flow.Requests.JoinAll(v.Ctx, v.Officer, lead, v.Text("topic"), others)
	return p.sameDone(v, err, "Đã ghép. Câu trả lời được phê duyệt cho "+lead.Code+" gửi tới mọi người đã hỏi, mỗi người một lần.")
}

// postLeave has a joined request go on alone.
func (p *Pages) postLeave(v *door.Visit) error {
	at, err := requestRef(v)
	if err != nil {
		return err
	}
	return p.sameDone(v, p.Flow.Requests.Leave(v.Ctx, v.Officer, at), "Đã tách: "+at.Code+" được xử lý và trả lời riêng.")
}

func (p *Pages) sameDone(v *door.Visit, err error, done string) error {
	var invalid *desk.InvalidError
	switch {
	case errors.As(err, &invalid):
		return p.showSame(v, http.StatusUnprocessableEntity, invalid.Text)
	case errors.Is(err, desk.ErrConflict):
		return p.showSame(v, http.StatusConflict, "Có yêu cầu vừa được người khác thay đổi, nên chưa ghép đủ. Vui lòng xem lại danh sách dưới đây.")
	case err != nil:
		return err
	}
	return v.Redirect("/admin/same", done)
}

// shownRef reads "TH-2026-00001/4": a request and the version that the page showed.
func shownRef(text string) (requests.Ref, error) {
	code, version, _ := strings.Cut(text, "/")
	n, err := strconv.ParseInt(version, 10, 64)
	if err != nil {
		return requests.Ref{}, &desk.InvalidError{Field: "version", Text: "Biểu mẫu thiếu số phiên bản. Vui lòng mở lại trang."}
	}
	return requests.Ref{Code: code, Version: n}, nil
}
