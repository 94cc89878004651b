package requests

import (
	"crypto/rand"
	"errors"
	"strconv"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk"
	"phatngon/internal/desk/request"
	"phatngon/internal/flow/requests"
)

// scratchRef is which words on the server a form goes on with: Page is its own name.
type scratchRef struct {
	ID, Page string
	Version  int64
}

// scratchView is what somebody else types, or the same officer on another page: it stands
// beside the form, and nothing is put in its place.
type scratchView struct {
	ID, Page, By string
	Version      int64
	At           time.Time
	Text, Masked string // "" when only the form is open
	Mine, Open   bool
}

// besideView is all that stands beside a form.
type besideView struct {
	Code, CSRF string
	Part       int
	Ref        scratchRef
	SavedAt    time.Time // zero: nothing was saved yet
	Others     []scratchView
	Live       bool // fetched by a script: nothing stands outside it
}

// restore fills in what is typed for a part: into the form the officer's own words, beside it
// everybody else's. In a form that failed stays what was typed into it.
func (p *Pages) restore(v *door.Visit, r request.Request, view *partView, names labels.OfficerNames) error {
	view.Beside = besideView{Code: r.Code, CSRF: v.CSRF, Part: view.Index, Ref: view.Form.Scratch}
	all, err := p.Flow.Requests.Scratches(v.Ctx, v.Officer, r, view.Index)
	if err != nil {
		return err
	}
	if view.Beside.Ref.Page == "" {
		view.Beside.Ref.Page = rand.Text()
		view.takeUp(all, v.Officer.ID)
	}
	view.Beside.Others = p.others(v, all, view.Beside.Ref.ID, r.Parts[view.Index], names)
	view.Form.Scratch = view.Beside.Ref
	return nil
}

// takeUp puts the officer's latest words that nobody has submitted back into the form. What a
// colleague saved since they were begun stands beside them.
func (view *partView) takeUp(all []request.Scratch, officer string) {
	for _, s := range all {
		if s.Officer != officer || !s.Adds(view.Part) {
			continue
		}
		f := &view.Form
		view.Beside.Ref.ID, view.Beside.Ref.Version, view.Beside.SavedAt = s.ID, s.Version, s.At
		f.Draft, f.Outcome, f.Ground, f.Masked, f.Restored = s.Text, string(s.Outcome), s.Ground, s.Masked, s.At
		if d := view.Draft; d != nil && d.Revision != s.Revision {
			f.Theirs = d
		}
		return
	}
}

func (p *Pages) others(v *door.Visit, all []request.Scratch, own string, part request.Part, names labels.OfficerNames) []scratchView {
	var others []scratchView
	for _, s := range all {
		if s.ID == own {
			continue
		}
		o := scratchView{ID: s.ID, Page: s.Page, Version: s.Version, By: names.Of(s.Officer), At: s.At, Mine: s.Officer == v.Officer.ID, Open: s.Open(p.Now())}
		if s.Adds(part) {
			o.Text, o.Masked = s.Text, s.Masked
		}
		if o.Text != "" || o.Masked != "" || !o.Mine {
			others = append(others, o)
		}
	}
	return others
}

// postScratch keeps what is being typed. A script gets what stands beside the form by now;
// who pressed the button gets the page again.
func (p *Pages) postScratch(v *door.Visit) error {
	typed, err := typedScratch(v)
	if err != nil {
		return err
	}
	if typed, err = p.inserted(v, typed); err != nil {
		return err
	}
	kept, err := p.Flow.Requests.KeepScratch(v.Ctx, v.Officer, typed)
	var invalid *desk.InvalidError
	if errors.As(err, &invalid) && v.Text("live") == "" {
		return p.stepped(v, requests.Ref{Code: typed.Request, Part: typed.Part}, "draft", err, "")
	}
	if err != nil {
		return err
	}
	if v.Text("insert") != "" {
		return v.Redirect(door.RequestURL(kept.Request)+"#draft-"+strconv.Itoa(kept.Part), "Đã chèn vào cuối nội dung đang soạn, chưa trình duyệt.")
	}
	if v.Text("live") == "" {
		return v.Redirect(door.RequestURL(kept.Request)+"#draft-"+strconv.Itoa(kept.Part), "Đã lưu bản đang soạn, chưa trình duyệt. Mở lại yêu cầu này ở bất kỳ máy nào để soạn tiếp.")
	}
	return p.showBeside(v, kept)
}

// showBeside answers a script.
func (p *Pages) showBeside(v *door.Visit, kept request.Scratch) error {
	r, err := p.visibleRequest(v)
	if err != nil {
		return err
	}
	all, err := p.Flow.Requests.Scratches(v.Ctx, v.Officer, r, kept.Part)
	if err != nil {
		return err
	}
	officers, err := p.Store.Officers(v.Ctx)
	if err != nil {
		return err
	}
	beside := besideView{Code: r.Code, CSRF: v.CSRF, Part: kept.Part, Ref: scratchRef{kept.ID, kept.Page, kept.Version}, SavedAt: kept.At,
		Live: true, Others: p.others(v, all, kept.ID, r.Parts[kept.Part], labels.NamesOf(officers))}
	return v.Piece("request", "beside", beside)
}

// postScratchDrop removes words of one's own.
func (p *Pages) postScratchDrop(v *door.Visit) error {
	typed, err := typedScratch(v)
	if err == nil {
		err = p.Flow.Requests.DropScratch(v.Ctx, v.Officer, typed)
	}
	if err != nil {
		return err
	}
	return v.Redirect(door.RequestURL(typed.Request), "Đã bỏ bản soạn dở.")
}

// typedScratch reads the draft's form. A form of an older page has no scratch: it gets one.
func typedScratch(v *door.Visit) (request.Scratch, error) {
	part, err := strconv.Atoi(v.Text("part"))
	if err != nil {
		return request.Scratch{}, desk.ErrNotFound
	}
	ref := typedScratchRef(v)
	revision, _ := strconv.Atoi(v.Text("began")) // 0: there was no draft
	return request.Scratch{ID: ref.ID, Version: ref.Version, Page: ref.Page, Request: v.Param("code"), Part: part, Revision: revision,
		Text: v.Text("text"), Outcome: request.Outcome(v.Text("outcome")), Ground: v.Text("ground"), Masked: v.Text("masked")}, nil
}

func typedScratchRef(v *door.Visit) scratchRef {
	version, _ := strconv.ParseInt(v.Text("scratch_version"), 10, 64) // 0: none was shown
	return scratchRef{ID: v.Text("scratch"), Page: v.Text("page"), Version: version}
}
