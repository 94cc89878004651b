package requests

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/request"
	"phatngon/internal/flow/requests"
)

// closeEach drafts the same refusal for each request on which nobody has drafted anything yet;
// a spokesperson signs each, as any refusal.
func (p *Pages) closeEach(v *door.Visit, w request.Reply) func(string, int64) (int, error) {
	return func(code string, version int64) (int, error) {
		r, err := p.Store.Request(v.Ctx, code)
		if err != nil {
			return 0, err
		}
		grounds := p.Flow.Rules.At(p.Now()).Grounds(r.RequesterKind)
		if !slices.ContainsFunc(grounds, func(g policy.Ground) bool { return g.Code == w.Ground }) {
			return 0, &desk.RuleError{Text: "căn cứ đã chọn là của luật khác với yêu cầu này"}
		}
		for part, one := range r.Parts {
			if one.Draft == nil && mayTake(v, r, part, request.ActDraft) {
				return part, p.Flow.Requests.SaveDraft(v.Ctx, v.Officer, requests.Ref{Code: code, Version: version, Part: part}, w)
			}
		}
		return 0, &desk.RuleError{Text: "đã có bản thảo, hoặc không soạn được khi “" + r.State.Label() + "”"}
	}
}

// groundGroup is the grounds of one law.
type groundGroup struct {
	Name    string
	Grounds []policy.Ground
}

// grounds are those of each law, by which requests of a list may be refused; where the ground
// is of the other law, a request stays as it is.
func (p *Pages) grounds() []groundGroup {
	set := p.Flow.Rules.At(p.Now())
	return []groundGroup{{"Với yêu cầu của người dân", set.Grounds(people.Citizen)}, {"Với câu hỏi của báo chí", set.Grounds(people.ReporterVerified)}}
}

// undoView is what was just done with several requests and can be undone.
type undoView struct {
	Picks []string // code:part
	Until time.Time
}

func undoURL(to string, picks []string, now time.Time) string {
	sign := "?"
	if strings.Contains(to, "?") {
		sign = "&"
	}
	return to + sign + url.Values{"undo": {strings.Join(picks, ",")}, "until": {strconv.FormatInt(now.Add(request.UndoWithin).Unix(), 10)}}.Encode()
}

// undoOf is what the address says that can still be undone; whether it is, the step decides.
func undoOf(v *door.Visit, now time.Time) *undoView {
	until, err := strconv.ParseInt(v.Query("until"), 10, 64)
	picks := strings.Split(v.Query("undo"), ",")
	if err != nil || v.Query("undo") == "" || len(picks) > mostPicked || !now.Before(time.Unix(until, 0)) {
		return nil
	}
	return &undoView{picks, time.Unix(until, 0)}
}

// postUndo takes back each draft that was just made; what cannot be taken back any more stays
// and is named.
func (p *Pages) postUndo(v *door.Visit) error {
	picks := v.All("pick")
	if len(picks) == 0 || len(picks) > mostPicked {
		return &desk.InvalidError{Field: "pick", Text: "Không có gì để hoàn tác."}
	}
	done, failed := 0, []string{}
	for _, pick := range picks {
		code, part := picked(pick)
		err := p.undo(v, code, int(part))
		switch {
		case err != nil && !told(err):
			return err
		case err != nil:
			failed = append(failed, code+" ("+why(err)+")")
		default:
			done++
		}
	}
	said := fmt.Sprintf("Đã hoàn tác %d yêu cầu, trả về đang xử lý.", done)
	if len(failed) > 0 {
		said += fmt.Sprintf(" Không hoàn tác được %d yêu cầu: %s.", len(failed), strings.Join(failed, ", "))
	}
	return v.Redirect(queueURL(viewOf(v.Text("view")).Key, "", filters{}, ""), said)
}

func (p *Pages) undo(v *door.Visit, code string, part int) error {
	r, err := p.Store.Request(v.Ctx, code)
	if err != nil {
		return err
	}
	return p.Flow.Requests.TakeBack(v.Ctx, v.Officer, requests.Ref{Code: code, Version: r.Version, Part: part})
}
