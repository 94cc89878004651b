package cases

import (
	"fmt"
	"slices"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/people"
	"phatngon/internal/edge"
)

// moveView is reports that came or went, why, and the step that takes it back.
type moveView struct {
	cases.Move
	Text, ByName, UndoneBy string
	Undo                   string // action; "" when there is none, or it is undone
}

// mostMoves is how many a page shows, the newest first.
const mostMoves = 30

func movesOf(c cases.Case, names labels.OfficerNames) []moveView {
	var all []moveView
	for _, m := range newestMoves(c) {
		view := moveView{Move: m, Text: moveTexts[m.Kind], ByName: names.Of(m.By)}
		if m.Undone == nil {
			view.Undo = undoes[m.Kind]
		} else {
			view.UndoneBy = names.Of(m.Undone.By)
		}
		all = append(all, view)
	}
	return all
}

// newestMoves are the moves to show, joins in a row each by itself.
func newestMoves(c cases.Case) []cases.Move {
	var all []cases.Move
	for _, m := range slices.Backward(c.Moves) {
		if m.Kind != cases.Joined {
			all = append(all, m)
		} else {
			for _, report := range slices.Backward(m.Reports) {
				one := m
				one.Reports = []string{report}
				all = append(all, one)
			}
		}
		if len(all) >= mostMoves {
			return all[:mostMoves]
		}
	}
	return all
}

// noteOf is the note of a step, with how many reports joined in a row.
func noteOf(s cases.Step) string {
	if s.Joined == 0 {
		return s.Note
	}
	return fmt.Sprintf("%s (%d báo tin, đến %s)", s.Note, s.Joined, edge.DateTime(s.Until))
}

var moveTexts = map[cases.MoveKind]string{
	cases.Joined: "Thêm một báo tin", cases.SplitOff: "Tách sang", cases.SplitFrom: "Tách ra từ",
	cases.Merged: "Gộp vào", cases.Absorbed: "Nhận báo tin của",
}

// undoes are the steps that take moves back. A split is taken back where it was made.
var undoes = map[cases.MoveKind]string{
	cases.Joined: cases.ActUnjoin, cases.SplitOff: cases.ActUnsplit, cases.Merged: cases.ActUnmerge, cases.Absorbed: cases.ActRelease,
}

// mostLooks is how many looks at closed content a page tells.
const mostLooks = 30

// fillReaders fills in who may see closed content, and who looked at it when.
func (p *Pages) fillReaders(v *door.Visit, page *casePage, officers []people.Officer) error {
	if !cases.Logged(page.Case) {
		return nil
	}
	for _, o := range officers {
		if slices.Contains(page.Case.Readers, o.ID) {
			page.Readers = append(page.Readers, o.Name+" ("+o.Email+")")
			page.Typed += o.Email + ", "
		}
	}
	records, err := p.Store.AuditOf(v.Ctx, page.Case.Code, 200)
	names := labels.NamesOf(officers)
	for _, r := range records {
		if r.Action == "case.look" && len(page.Looks) < mostLooks {
			page.Looks = append(page.Looks, stepView{r.At, names.Of(r.Officer), labels.Of(r.Action), r.Detail})
		}
	}
	return err
}

// showClosed is the page of who says who may see the content, without the content.
func (p *Pages) showClosed(v *door.Visit, status int, page casePage) error {
	officers, err := p.Store.Officers(v.Ctx)
	if err != nil {
		return err
	}
	if err := p.fillReaders(v, &page, officers); err != nil {
		return err
	}
	return v.Render(status, "case_closed", page)
}
