package requests

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"

	"phatngon/internal/desk/privacy"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/same/question"
	"phatngon/internal/edge"
	"phatngon/internal/store"
)

const (
	mostEarlier   = 2   // answers that are offered
	earlierRead   = 20  // requests that are compared, of each search
	earlierShares = 0.4 // the least share of words that two questions have in common
)

// earlierAnswer is a signed answer of the unit's to a question like one that is asked.
type earlierAnswer struct {
	request request.Request
	part    int
	shares  float64
}

// earlier are the signed answers of the same unit to questions like a part's, the likest
// first. One in which something looks personal was meant for one person and is not offered.
func (p *Pages) earlier(ctx context.Context, r request.Request, part int) (all []insertView, err error) {
	found, err := p.likest(ctx, r, part)
	for _, e := range found[:min(len(found), mostEarlier)] {
		a := e.request.Parts[e.part].Approval
		all = append(all, insertView{Key: fmt.Sprintf("%s-%d", e.request.Code, e.part), From: "Đã trả lời", Code: e.request.Code, URL: "/admin/requests/" + e.request.Code + "#part-" + strconv.Itoa(e.part),
			Title: request.Asked(e.request, e.part), Unit: edge.Date(a.At),
			Text: fmt.Sprintf("Theo trả lời của %s, ngày %s:\n\n%s", speaker(a.Spokesperson, a.Position), edge.Date(a.At), a.Text)})
	}
	return all, err
}

func (p *Pages) likest(ctx context.Context, r request.Request, part int) (found []earlierAnswer, err error) {
	asked, unit, seen := question.Of(request.Asked(r, part)), r.Parts[part].Unit, map[string]bool{r.Code: true}
	for _, words := range searches(asked.Words()) {
		some, _, err := p.Store.SearchRequests(ctx, store.RequestSearch{Text: words, Unit: unit, Done: true, Limit: earlierRead})
		if err != nil {
			return nil, fmt.Errorf("look for earlier answers: %w", err)
		}
		for _, other := range some {
			if !seen[other.Code] {
				seen[other.Code], found = true, append(found, answersLike(asked, other, unit)...)
			}
		}
	}
	slices.SortStableFunc(found, func(a, b earlierAnswer) int {
		return cmp.Or(cmp.Compare(b.shares, a.shares), cmp.Compare(b.request.Code, a.request.Code))
	})
	return found, nil
}

// answersLike are the answers of a unit in a request to what is like asked.
func answersLike(asked question.Asked, r request.Request, unit string) (all []earlierAnswer) {
	for i, p := range r.Parts {
		shares := asked.Shares(question.Of(request.Asked(r, i)))
		if p.Unit == unit && p.State == request.Sent && p.Approval != nil && shares >= earlierShares && len(privacy.Find(p.Approval.Text)) == 0 {
			all = append(all, earlierAnswer{r, i, shares})
		}
	}
	return all
}

// searches are words to look for earlier requests by: the longest say most. All words of one
// search must be there, so there is one without each of the three longest.
func searches(words []string) []string {
	longest := slices.SortedStableFunc(slices.Values(words), func(a, b string) int { return len(b) - len(a) })
	longest = longest[:min(len(longest), 4)]
	if len(longest) < 2 {
		return nil
	}
	var all []string
	for i := range longest {
		some := slices.Delete(slices.Clone(longest), i, i+1)
		text := ""
		for _, w := range some {
			text += " " + w
		}
		all = append(all, text)
	}
	return all
}
