package cases

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"slices"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/people"
	flowcases "phatngon/internal/flow/cases"
)

// packTime is how long the making of a pack may take.
const packTime = 5 * time.Minute

// packView is a pack that was made, with names.
type packView struct {
	cases.Packing
	ByName string
	Names  []string // of who handed it over
}

func packsOf(c cases.Case, names labels.OfficerNames) (all []packView) {
	for _, p := range slices.Backward(c.Packs) {
		view := packView{Packing: p, ByName: names.Of(p.By)}
		for _, h := range p.Hands {
			view.Names = append(view.Names, names.Of(h.By))
		}
		all = append(all, view)
	}
	return all
}

// postPack makes an evidence pack and sends it, once it stands with the case that it was
// made. It waits in a file that nothing leads to.
func (p *Pages) postPack(v *door.Visit) error {
	version, err := v.Version()
	if err != nil {
		return err
	}
	code := v.Param("code")
	in := flowcases.Packing{For: v.Text("to"), Why: v.Text("why"), Identities: v.Text("identities") != "", Say: func(action string) string { return labels.Of(action) }}
	file, err := os.CreateTemp("", "phatngon-pack-*")
	if err != nil {
		return fmt.Errorf("make room for a pack: %w", err)
	}
	_ = os.Remove(file.Name()) // at once, where a system lets an open file go: then not even a crash leaves it
	ctx, cancel := context.WithTimeout(context.WithoutCancel(v.Ctx), packTime)
	defer cancel()
	made, err := p.Flow.Cases.Pack(ctx, v.Officer, flowcases.Ref{Code: code, Version: version}, in, file)
	if err == nil {
		_, err = file.Seek(0, 0)
	}
	if err != nil {
		_ = removing{file}.Close()
		return p.failed(v, cases.ActPack, err)
	}
	return v.Stream(fmt.Sprintf("ho-so-%s-%s.zip", code, made.SHA256[:8]), "application/zip", removing{file}, made.Size)
}

// removing is a file that is gone when it is closed.
type removing struct{ *os.File }

func (r removing) Close() error {
	err := r.File.Close()
	_ = os.Remove(r.Name())
	return err
}

// identityView is who sent a report, as it is shown once.
type identityView struct {
	Report string
	Known  bool
	people.Requester
}

// postIdentify shows who sent a report, once that look is logged.
func (p *Pages) postIdentify(v *door.Visit) error {
	version, err := v.Version()
	if err != nil {
		return err
	}
	report := v.Text("report")
	who, known, err := p.Flow.Cases.Identify(v.Ctx, v.Officer, flowcases.Ref{Code: v.Param("code"), Version: version}, report, v.Text("why"))
	if err != nil {
		return p.failed(v, cases.ActIdentify, err)
	}
	return p.show(v, http.StatusOK, mistake{identity: &identityView{report, known, who}})
}
