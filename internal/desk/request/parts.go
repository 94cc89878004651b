package request

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
)

// Piece is one of the parts that a request is divided into.
type Piece struct {
	Unit string
	Asks string // what this part asks
}

// maxParts bounds a request: more is several requests.
const maxParts = 9

// Split divides a part into several. The first stays where it is; the others are received
// by their units and run under the same clock, since the person has waited since then.
func Split(r Request, part int, by people.Officer, pieces []Piece, at time.Time) (Request, error) {
	if err := checkPieces(r, part, pieces); err != nil {
		return Request{}, err
	}
	first := len(r.Parts)
	next, err := step(r, part, ActSplit, by, at, fmt.Sprintf("%d–%d", first+1, first+len(pieces)-1), func(p *Part) error {
		p.Asks = clean(pieces[0].Asks)
		for _, piece := range pieces[1:] {
			r.Parts = append(slices.Clip(r.Parts), Part{Unit: piece.Unit, Asks: clean(piece.Asks), State: Received, Clock: p.Clock, Again: p.Again, Barred: slices.Clone(p.Barred),
				Steps: []Step{{At: at, Officer: by.ID, Action: ActReceive}}})
		}
		return nil
	})
	if err != nil {
		return Request{}, err
	}
	next.Parts = append(next.Parts, r.Parts[first:]...)
	for i := first; i < len(next.Parts); i++ {
		next.Effects = append(next.Effects, mailOf(r.Code, i, 1, at))
	}
	return share(summarise(next), at), nil
}

func checkPieces(r Request, part int, pieces []Piece) error {
	if part < 0 || part >= len(r.Parts) {
		return &desk.InvalidError{Field: "part", Text: "Yêu cầu không có phần việc này."}
	}
	if len(pieces) < 2 || len(r.Parts)+len(pieces)-1 > maxParts {
		return &desk.InvalidError{Field: "asks", Text: fmt.Sprintf("Vui lòng chia thành ít nhất hai phần; một yêu cầu có nhiều nhất %d phần.", maxParts)}
	}
	for i, piece := range pieces {
		if i > 0 && piece.Unit == "" {
			return &desk.InvalidError{Field: "unit", Text: fmt.Sprintf("Vui lòng chọn đơn vị cho phần thứ %d.", i+1)}
		}
		if err := needText("asks", piece.Asks, maxReason, fmt.Sprintf("Vui lòng ghi nội dung phần thứ %d.", i+1)); err != nil {
			return err
		}
	}
	return nil
}

// Number is a part's number as people read it.
func Number(part int) int { return part + 1 }

// Asked is what a part asks: its own words, or the whole question.
func Asked(r Request, part int) string {
	if asks := r.Parts[part].Asks; asks != "" {
		return asks
	}
	return r.Question
}

// Choose has the parts of a request answered together, when all are decided, or each as
// it comes: the person's choice. What was held back goes out when it is each as it comes.
func Choose(r Request, who people.Requester, together bool, at time.Time) (Request, error) {
	action := ActApart
	if together {
		action = ActTogether
	}
	part := slices.IndexFunc(r.Parts, func(p Part) bool { return open(p.State, action) })
	if part < 0 || len(r.Parts) < 2 {
		return Request{}, &desk.RuleError{Text: "Yêu cầu này không còn phần nào chờ trả lời nên không cần chọn cách nhận."}
	}
	r.Together = together
	next, err := take(r, part, action, asker(r, who), at, "", nil)
	if err != nil || together {
		return next, err
	}
	return next.release(at), nil
}

// release lets go what was held back until the other parts are decided.
func (r Request) release(at time.Time) Request {
	r.Parts = slices.Clone(r.Parts)
	for part := range r.Parts {
		if p := &r.Parts[part]; p.Held {
			p.Held = false
			r.Effects = append(slices.Clip(r.Effects), answerOf(r, part, fmt.Sprintf("request:%s/%d/%d/apart", r.Code, part, len(p.Steps)), at))
		}
	}
	return r
}

// Waits reports whether what is decided of a part now is sent with the others, later.
func Waits(r Request, part int) bool {
	for i, p := range r.Parts {
		if r.Together && i != part && p.State.Open() {
			return true
		}
	}
	return false
}

// hold keeps back what was decided besides part, whose answer was voided: it was on its way
// together with that, and goes out with the next.
func (r Request) hold(part int) {
	for i := range r.Parts {
		if p := &r.Parts[i]; i != part && (p.State == Approved || p.State == Refused) {
			p.Held = true
		}
	}
}

// answerOf is the effect that brings one decided part to the person.
func answerOf(r Request, part int, key string, at time.Time) effect.Effect {
	return effect.Effect{Key: key, Kind: effect.DoAnswer, At: at, Answer: &effect.Answer{Request: r.Code, Part: part, Revision: revisionAt(r.Parts[part])}}
}

// bring brings a part that was just decided to the person: by itself, or, where they want
// all at once, held back until the last is decided.
func (r Request) bring(part int, key string, at time.Time) Request {
	r.Parts = slices.Clone(r.Parts)
	if !r.Together || len(r.Parts) == 1 {
		if r.Parts[part].State != Withdrawn {
			r.Effects = append(slices.Clip(r.Effects), answerOf(r, part, key, at))
		}
		return r
	}
	r.Parts[part].Held = r.Parts[part].State != Withdrawn
	held := slices.ContainsFunc(r.Parts, func(p Part) bool { return p.Held })
	if Undecided(r) || !held {
		return r
	}
	whole := make([]int, len(r.Parts))
	for i := range r.Parts {
		r.Parts[i].Held, whole[i] = false, revisionAt(r.Parts[i])
	}
	r.Effects = append(slices.Clip(r.Effects), effect.Effect{Key: key, Kind: effect.DoAnswer, At: at, Answer: &effect.Answer{Request: r.Code, Part: part, Whole: whole}})
	return r
}

// What stands for a part without a signed revision in what is brought.
const (
	revisionRefused   = 0
	revisionWithdrawn = -1
)

func revisionAt(p Part) int {
	switch {
	case p.State == Withdrawn:
		return revisionWithdrawn
	case p.Approval != nil:
		return p.Approval.Revision
	}
	return revisionRefused
}

// Stands reports whether what an answer brings is still what was decided.
func Stands(r Request, a effect.Answer) bool {
	if len(a.Whole) == 0 {
		return standsAt(r, a.Part, a.Revision)
	}
	for part, revision := range a.Whole {
		if !standsAt(r, part, revision) {
			return false
		}
	}
	return true
}

func standsAt(r Request, part, revision int) bool {
	if part < 0 || part >= len(r.Parts) {
		return false
	}
	p := r.Parts[part]
	switch revision {
	case revisionWithdrawn:
		return p.State == Withdrawn
	case revisionRefused:
		return p.Refusal != nil
	}
	return p.Approval != nil && p.Approval.Revision == revision
}

// share has the queues of all units learn where the parts of a divided request stand.
func share(r Request, at time.Time) Request {
	if len(r.Parts) < 2 {
		return r
	}
	var steps []string
	for _, p := range r.Parts {
		steps = append(steps, fmt.Sprint(len(p.Steps)))
	}
	key := fmt.Sprintf("request:%s/share/%s", r.Code, strings.Join(steps, "."))
	r.Effects = append(slices.Clip(r.Effects), effect.Effect{Key: key, Kind: effect.DoShare, At: at, News: &effect.News{Request: r.Code}})
	return r
}
