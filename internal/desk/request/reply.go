package request

import (
	"slices"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/authorship"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
)

// Outcome is what a part came to, whatever its state: a partly given answer is sent like
// a full one.
type Outcome string

// The outcomes (domain sheet, § 2).
const (
	Fully  Outcome = "full"
	Partly Outcome = "partial"
	NoInfo Outcome = "none" // the office does not have such information
	Denied Outcome = "refused"
	GaveUp Outcome = "withdrawn"
)

// Outcomes are those that a draft may have.
func Outcomes() []Outcome { return []Outcome{Fully, Partly, NoInfo, Denied} }

// Label is the outcome's Vietnamese name.
func (o Outcome) Label() string {
	switch o {
	case Fully:
		return "Cung cấp đủ"
	case Partly:
		return "Cung cấp một phần"
	case NoInfo:
		return "Cơ quan không có thông tin này"
	case Denied:
		return "Từ chối cung cấp"
	case GaveUp:
		return "Người hỏi đã rút"
	}
	return string(o)
}

// Reply is what a unit drafts: an answer, whole or in part, or a refusal.
type Reply struct {
	Text    string // the words of the answer; of a refusal the reason
	Outcome Outcome
	Ground  string // Denied, Partly: the ground of the law
	Masked  string // Partly: what is left out
	Instead string // Denied: what can be given instead, or where to ask

	// Beside is what colleagues have typed for the part meanwhile: words that are taken from
	// there stay theirs.
	Beside []Scratch
}

// terms are all of a reply but its text.
type terms struct {
	outcome                 Outcome
	ground, masked, instead string
}

func (d *Draft) terms() terms { return terms{d.outcome(), d.Ground, d.Masked, d.Instead} }

func (d *Draft) outcome() Outcome {
	if d.Outcome == "" {
		return Fully // of an older release
	}
	return d.Outcome
}

// Refuses says whether the draft is a refusal.
func (d *Draft) Refuses() bool { return d != nil && d.outcome() == Denied }

// checked is a reply with what its outcome needs and nothing else.
func (w Reply) checked(grounds []policy.Ground) (Reply, error) {
	if w.Outcome == "" {
		w.Outcome = Fully
	}
	if !slices.Contains(Outcomes(), w.Outcome) {
		return w, &desk.InvalidError{Field: "outcome", Text: "Vui lòng chọn kết quả: cung cấp đủ, một phần, không có thông tin hoặc từ chối."}
	}
	hint, longest := "Vui lòng nhập nội dung dự thảo trả lời.", maxDraft
	if w.Outcome == Denied {
		hint, longest = "Vui lòng nêu rõ lý do từ chối.", maxReason
	}
	if err := needText("text", w.Text, longest, hint); err != nil {
		return w, err
	}
	return w.withGround(grounds)
}

func (w Reply) withGround(grounds []policy.Ground) (Reply, error) {
	w.Text, w.Masked, w.Instead = clean(w.Text), clean(w.Masked), clean(w.Instead)
	if w.Outcome != Denied && w.Outcome != Partly {
		w.Ground, w.Masked, w.Instead = "", "", ""
		return w, nil
	}
	if !slices.ContainsFunc(grounds, func(g policy.Ground) bool { return g.Code == w.Ground }) {
		return w, &desk.InvalidError{Field: "ground", Text: "Vui lòng chọn một căn cứ từ chối theo luật. Nếu không thuộc căn cứ nào, hãy trả lời hoặc chuyển đơn vị."}
	}
	if w.Outcome == Denied {
		w.Masked = ""
		return w, short("instead", w.Instead)
	}
	w.Instead = ""
	return w, needText("masked", w.Masked, maxReason, "Vui lòng ghi phần không cung cấp.")
}

// SaveDraft stores the next revision of the reply and voids an approval. Who changed which
// words, and who set the outcome, is kept; the same words saved again stay their authors'.
func SaveDraft(r Request, part int, by people.Officer, rules policy.Set, w Reply, at time.Time) (Request, error) {
	w, err := w.checked(rules.Grounds(r.RequesterKind))
	if err != nil {
		return Request{}, err
	}
	return step(r, part, ActDraft, by, at, "", func(p *Part) error {
		if slices.Contains(p.Barred, by.ID) {
			return &desk.RuleError{Text: "Người hỏi chưa đồng ý với câu trả lời trước. Phần này phải do người khác trả lời, không phải người đã soạn hoặc duyệt lần trước."}
		}
		p.Draft = p.Draft.next(w, by.ID, at)
		p.Approval = nil
		return nil
	})
}

// next is the revision after d, which is nil before the first.
func (d *Draft) next(w Reply, by string, at time.Time) *Draft {
	n := &Draft{Text: w.Text, Outcome: w.Outcome, Ground: w.Ground, Masked: w.Masked, Instead: w.Instead,
		Author: by, Authorship: authorship.Of(w.Text, by), Revision: 1, At: at}
	before := terms{outcome: Fully}
	if d != nil {
		n.Revision, n.Authorship = d.Revision+1, authorship.Edit(d.Authors(), d.Text, w.Text, by)
		n.TermsBy, before = d.TermsBy, d.terms()
		if !n.Refuses() {
			n.Files = d.Files
		}
	}
	for _, s := range w.Beside {
		if s.Officer != by {
			n.Authorship = authorship.Credit(n.Authorship, n.Text, by, s.Officer, s.Text)
		}
	}
	switch {
	case n.outcome() != before.outcome: // what was set under the other outcome stands no more
		n.TermsBy = []string{by}
	case n.terms() != before && !slices.Contains(n.TermsBy, by):
		n.TermsBy = append(slices.Clone(n.TermsBy), by)
	}
	return n
}

// Authors is who wrote which words (package authorship); a draft of an older release is
// its last author's.
func (d *Draft) Authors() string {
	if d.Authorship == "" {
		return authorship.Of(d.Text, d.Author)
	}
	return d.Authorship
}

// WrittenBy lists the officers whose words stand in the draft, or who set its outcome.
func (d *Draft) WrittenBy() []string {
	all := authorship.By(d.Authors())
	for _, id := range d.TermsBy {
		if !slices.Contains(all, id) {
			all = append(all, id)
		}
	}
	return all
}

// Outcome is what the part came to, "" while that is open.
func (p Part) Outcome() Outcome {
	switch {
	case p.State == Withdrawn:
		return GaveUp
	case p.Refusal != nil:
		return Denied
	case p.Approval != nil && p.Approval.Outcome != "":
		return p.Approval.Outcome
	case p.Approval != nil:
		return Fully
	}
	return ""
}
