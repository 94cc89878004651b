package request

import (
	"fmt"
	"slices"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/leak"
	"phatngon/internal/desk/people"
)

// File is what goes with an answer, or what the person sent with their words. Its bytes
// stand in the store under its ID.
type File struct {
	ID      string         `bson:"id" json:"id"`
	Name    string         `bson:"name" json:"name"`
	Type    leak.Type      `bson:"type" json:"type"`
	Size    int            `bson:"size" json:"size"`
	SHA256  string         `bson:"sha256" json:"-"`
	At      time.Time      `bson:"at" json:"-"`
	Found   []leak.Finding `bson:"found,omitempty" json:"-"`   // in what was uploaded, beside what it is meant to say
	Cleaned bool           `bson:"cleaned,omitempty" json:"-"` // this is the copy without that
	Problem string         `bson:"problem,omitempty" json:"-"` // why there is none
}

// Bounds of files. MaxFile is what Zalo takes of a file, too.
const (
	MaxFiles = 5
	MaxFile  = 5 << 20
)

// Attach adds a file to a draft: a new revision of it, which voids an approval, by somebody
// who does not sign it then. The same file again changes nothing but that.
func Attach(r Request, part int, by people.Officer, f File, at time.Time) (Request, error) {
	return redraft(r, part, by, at, func(d *Draft) error {
		d.Files = slices.DeleteFunc(slices.Clone(d.Files), func(o File) bool { return o.ID == f.ID })
		if len(d.Files) >= MaxFiles {
			return &desk.InvalidError{Field: "file", Text: fmt.Sprintf("Mỗi câu trả lời kèm tối đa %d tệp.", MaxFiles)}
		}
		d.Files = append(d.Files, f)
		return nil
	})
}

// Detach takes a file away from a draft, which is a new revision too.
func Detach(r Request, part int, by people.Officer, id string, at time.Time) (Request, error) {
	return redraft(r, part, by, at, func(d *Draft) error {
		left := slices.DeleteFunc(slices.Clone(d.Files), func(o File) bool { return o.ID == id })
		if len(left) == len(d.Files) {
			return desk.ErrNotFound
		}
		d.Files = left
		return nil
	})
}

// redraft is a revision that leaves the words as they are.
func redraft(r Request, part int, by people.Officer, at time.Time, change func(*Draft) error) (Request, error) {
	return step(r, part, ActDraft, by, at, "", func(p *Part) error {
		switch {
		case p.Draft == nil:
			return &desk.RuleError{Text: "Hãy lưu bản thảo câu trả lời trước, rồi đính kèm tệp."}
		case p.Draft.Refuses():
			return &desk.RuleError{Text: "Bản thảo từ chối không có tệp kèm."}
		case slices.Contains(p.Barred, by.ID):
			return &desk.RuleError{Text: "Phần này phải do người khác trả lời, không phải người đã soạn hoặc duyệt lần trước."}
		}
		d := *p.Draft
		d.Revision, d.Author, d.At = d.Revision+1, by.ID, at
		if !slices.Contains(d.TermsBy, by.ID) {
			d.TermsBy = append(slices.Clone(d.TermsBy), by.ID)
		}
		if err := change(&d); err != nil {
			return err
		}
		p.Draft, p.Approval = &d, nil
		return nil
	})
}

// SignedFile finds a file of an answer that is signed and stands.
func SignedFile(r Request, id string) (File, bool) {
	for _, p := range r.Parts {
		if p.Approval == nil {
			continue
		}
		if i := slices.IndexFunc(p.Approval.Files, func(f File) bool { return f.ID == id }); i >= 0 {
			return p.Approval.Files[i], true
		}
	}
	return File{}, false
}

// SentFiles are the files that the person sent, with the question and later.
func SentFiles(r Request) []File {
	all := slices.Clone(r.Files)
	for _, a := range r.Additions {
		all = append(all, a.Files...)
	}
	return all
}

// AnyFile finds a file of a request, whosever it is: of a draft, of an answer, of what the
// person sent.
func AnyFile(r Request, id string) (File, bool) {
	all := SentFiles(r)
	for _, p := range r.Parts {
		if p.Draft != nil {
			all = append(all, p.Draft.Files...)
		}
		if p.Approval != nil {
			all = append(all, p.Approval.Files...)
		}
	}
	i := slices.IndexFunc(all, func(f File) bool { return f.ID == id })
	if i < 0 {
		return File{}, false
	}
	return all[i], true
}

// SignedFiles are the files of the signed answer of a part.
func SignedFiles(r Request, part int) []File {
	if part < 0 || part >= len(r.Parts) || r.Parts[part].Approval == nil {
		return nil
	}
	return r.Parts[part].Approval.Files
}
