package requests

import (
	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk/request"
)

// postConsult notes that the draft was shown to somebody whom it quotes.
func (p *Pages) postConsult(v *door.Visit) error {
	at, err := requestRef(v)
	if err != nil {
		return err
	}
	err = p.Flow.Requests.Consult(v.Ctx, v.Officer, at, v.Text("reason"))
	return p.stepped(v, at, "consult", err, "Đã ghi: bản thảo chờ ý kiến của người được trích lời, chưa duyệt được.")
}

// postHear notes what they said.
func (p *Pages) postHear(v *door.Visit) error {
	at, err := requestRef(v)
	if err != nil {
		return err
	}
	err = p.Flow.Requests.Hear(v.Ctx, v.Officer, at, v.Text("who"), request.Opinion(v.Text("opinion")), v.Text("reason"))
	return p.stepped(v, at, "hear", err, "Đã ghi ý kiến của người được trích lời.")
}

func opinions() []labels.Choice {
	var all []labels.Choice
	for _, o := range request.Opinions() {
		all = append(all, labels.Choice{Value: string(o), Text: o.Label()})
	}
	return all
}
