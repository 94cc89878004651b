// Package attachments is the panel's page of the files that go with an answer: what was
// found in each beside what it is meant to say, and the copy without it.
package attachments

import (
	"embed"
	"errors"
	"net/http"
	"net/url"
	"strconv"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk"
	"phatngon/internal/desk/leak"
	"phatngon/internal/desk/request"
	"phatngon/internal/edge"
	"phatngon/internal/flow"
	"phatngon/internal/flow/requests"
	"phatngon/internal/store"
)

//go:embed templates/*.html
var templateFiles embed.FS

// Pages is the group's handlers and what they work with.
type Pages struct {
	Flow  *flow.Flow
	Store *store.Store
	Units labels.Units
}

// Mount opens the group's pages and forms.
func (p *Pages) Mount(d *door.Door) {
	d.AddPages(templateFiles)
	d.Get("/files", door.Officers, p.getFiles)
	d.Get("/files/:id", door.Officers, p.getFile)
	d.Post("/files/add", door.Officers, p.postAdd)
	d.Post("/files/use", door.Officers, p.postUse)
	d.Post("/files/remove", door.Officers, p.postRemove)
}

type filesPage struct {
	door.Page
	Code, UnitName string
	Part, Number   int
	Version        int64
	Files          []fileView // of the draft
	Undecided      []fileView
	May            bool // attach by now
	HasDraft       bool
	Approved       bool
	Most           int
	Error          string
}

type fileView struct {
	request.File
	Id      string
	Size    string
	Found   []findingView
	Copies  bool // a clean copy can be made
	Address string
}

type findingView struct{ Kind, Place, What string }

func (p *Pages) getFiles(v *door.Visit) error {
	part, err := strconv.Atoi(v.Query("part"))
	if err != nil {
		return desk.ErrNotFound
	}
	return p.show(v, http.StatusOK, v.Query("code"), part, "")
}

func (p *Pages) show(v *door.Visit, status int, code string, part int, wrong string) error {
	r, err := p.Store.Request(v.Ctx, code)
	if err != nil {
		return err
	}
	if !request.MaySee(v.Officer, r) || part < 0 || part >= len(r.Parts) {
		return desk.ErrForbidden
	}
	waits, err := p.Store.UndecidedAttachments(v.Ctx, code)
	if err != nil {
		return err
	}
	draft := r.Parts[part].Draft
	_, refused := request.Attach(r, part, v.Officer, request.File{}, p.Flow.Now())
	page := filesPage{Page: v.Page("Tệp kèm câu trả lời "+code, "queue"), Code: code, UnitName: p.Units.Name(r.Parts[part].Unit), Part: part, Number: request.Number(part), Version: r.Version,
		May: refused == nil, HasDraft: draft != nil, Approved: r.Parts[part].Approval != nil, Most: request.MaxFiles, Error: wrong}
	if draft != nil {
		for _, f := range draft.Files {
			page.Files = append(page.Files, viewOf(f))
		}
	}
	for _, a := range waits {
		if a.Part == part {
			page.Undecided = append(page.Undecided, viewOf(a.File))
		}
	}
	return v.Render(status, "files", page)
}

func viewOf(f request.File) fileView {
	view := fileView{File: f, Id: f.ID, Size: edge.Size(f.Size), Copies: f.Type != leak.PDF, Address: "/admin/files/" + f.ID}
	for _, found := range f.Found {
		view.Found = append(view.Found, findingView{kinds[found.Kind], found.Place, found.What})
	}
	return view
}

var kinds = map[leak.Kind]string{
	leak.Personal: "Dữ liệu cá nhân", leak.HiddenSheet: "Trang tính ẩn", leak.HiddenCells: "Hàng, cột ẩn", leak.HiddenText: "Chữ ẩn", leak.Comment: "Ghi chú", leak.Change: "Dấu vết sửa",
	leak.Author: "Thông tin người soạn", leak.Place: "Nơi chụp ảnh", leak.Names: "Tên vùng ô", leak.Formula: "Công thức", leak.Attached: "Dữ liệu nhúng", leak.Unread: "Không kiểm tra được",
}

// getFile gives a file of a request to keep.
func (p *Pages) getFile(v *door.Visit) error {
	f, data, err := p.Flow.Attachments.Shown(v.Ctx, v.Officer, v.Param("id"))
	if err != nil {
		return err
	}
	return v.Download(f.Name, "application/octet-stream", data)
}

func (p *Pages) postAdd(v *door.Visit) error {
	at, err := refOf(v)
	if err != nil {
		return err
	}
	name, data, err := v.File("file", request.MaxFile)
	switch {
	case errors.Is(err, edge.ErrNoFile):
		return p.show(v, http.StatusUnprocessableEntity, at.Code, at.Part, "Vui lòng chọn một tệp.")
	case errors.Is(err, edge.ErrLargeFile):
		return p.show(v, http.StatusUnprocessableEntity, at.Code, at.Part, "Tệp lớn hơn 5 MB nên chưa nhận. Hãy giảm dung lượng, hoặc đăng trên cổng thông tin rồi dẫn đường dẫn trong câu trả lời.")
	case err != nil:
		return err
	}
	found, err := p.Flow.Attachments.Upload(v.Ctx, v.Officer, at, name, data)
	done := "Đã kèm tệp vào bản thảo; không thấy gì ngoài nội dung."
	if found > 0 {
		done = "Tệp có điều cần xem lại trước khi kèm."
	}
	return p.stepped(v, at, err, done)
}

func (p *Pages) postUse(v *door.Visit) error {
	at, err := refOf(v)
	if err != nil {
		return err
	}
	clean := v.Text("as") == "clean"
	if !clean && v.Text("seen") == "" {
		return p.show(v, http.StatusUnprocessableEntity, at.Code, at.Part, "Vui lòng đánh dấu là đã xem những điều nêu trên trước khi kèm nguyên bản.")
	}
	done := map[bool]string{true: "Đã kèm bản sạch vào bản thảo.", false: "Đã kèm nguyên bản vào bản thảo."}[clean]
	return p.stepped(v, at, p.Flow.Attachments.Use(v.Ctx, v.Officer, at, v.Text("id"), clean), done)
}

func (p *Pages) postRemove(v *door.Visit) error {
	at, err := refOf(v)
	if err != nil {
		return err
	}
	return p.stepped(v, at, p.Flow.Attachments.Forget(v.Ctx, v.Officer, at, v.Text("id")), "Đã bỏ tệp.")
}

func (p *Pages) stepped(v *door.Visit, at requests.Ref, err error, done string) error {
	var invalid *desk.InvalidError
	if errors.As(err, &invalid) {
		return p.show(v, http.StatusUnprocessableEntity, at.Code, at.Part, invalid.Text)
	}
	if err != nil {
		return err
	}
	return v.Redirect("/admin/files?"+url.Values{"code": {at.Code}, "part": {strconv.Itoa(at.Part)}}.Encode(), done)
}

func refOf(v *door.Visit) (requests.Ref, error) {
	part, err := strconv.Atoi(v.Text("part"))
	if err != nil {
		return requests.Ref{}, desk.ErrNotFound
	}
	version, err := v.Version()
	return requests.Ref{Code: v.Text("code"), Version: version, Part: part}, err
}
