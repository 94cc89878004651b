package request

import (
	"slices"
	"time"
	"unicode/utf8"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/privacy"
)

// A request that asks what another asks, the lead, is a request of its own all the same: with
// its code, its clock and its person, who never sees anything of the other. Once the lead is
// answered it has the same answer; when the lead comes to something else, it goes on alone,
// so that nothing asked is lost.

// MayLead reports whether another of that kind may join r: it is still owed, whole, and
// nobody's follower.
func MayLead(r Request, kind people.RequesterKind) bool {
	return len(r.Parts) == 1 && r.Joined == "" && r.State.Open() && r.RequesterKind == kind
}

// Join has the part of r answered with lead: an officer has seen that they ask the same.
func Join(r, lead Request, by people.Officer, at time.Time) (Request, error) {
	if r.Code == lead.Code || len(r.Parts) != 1 || r.Joined != "" || !MayLead(lead, r.RequesterKind) {
		return Request{}, &desk.RuleError{Text: "Không ghép được: hai yêu cầu phải còn đang xử lý, chưa chia phần, chưa ghép, và cùng loại người hỏi."}
	}
	r.Joined = lead.Code
	next, err := step(r, 0, ActJoin, by, at, lead.Code, nil)
	next.Effects = append(next.Effects, joinedTo(lead.Code, r.Code, at))
	return next, err
}

// joinedTo is the effect by which a request that has just joined hears what its lead came to
// meanwhile.
func joinedTo(lead, code string, at time.Time) effect.Effect {
	return effect.Effect{Key: "request:" + code + "/joins/" + lead, Kind: effect.DoJoined, At: at, News: &effect.News{Request: lead}}
}

// Leave has a joined request go on alone: an officer saw that it asks something else.
func Leave(r Request, by people.Officer, at time.Time) (Request, error) {
	if r.Joined == "" {
		return Request{}, &desk.RuleError{Text: "Yêu cầu này không ghép với yêu cầu nào."}
	}
	note := r.Joined
	r.Joined = ""
	return step(r, 0, ActLeave, by, at, note, nil)
}

// Sharable reports whether the signed answer of r can be given to others who asked the same:
// whole, without files, which are opened by the request they were signed in, and nothing in it
// looks personal, since it was written to one person.
func Sharable(r Request) bool {
	a := r.Parts[0].Approval
	personal := func(f privacy.Finding) bool { return f.Kind != privacy.Maybe }
	return a != nil && len(a.Files) == 0 && (a.Outcome == "" || a.Outcome == Fully || a.Outcome == NoInfo) && !slices.ContainsFunc(privacy.Find(a.Text), personal)
}

// Follow gives a joined request what its lead has come to: the same signed words, their
// voiding, or nothing, when it goes on alone. A request that is as it should be stays so.
func Follow(r, lead Request, at time.Time) (Request, error) {
	switch p := r.Parts[0]; {
	case r.Joined != lead.Code || len(r.Parts) != 1:
		return r, nil
	case len(lead.Parts) == 1 && Sharable(lead):
		return copyOf(r, lead, at)
	case p.Copied && p.State == Approved:
		return uncopy(r, lead.Code, at)
	case p.Arrived != nil:
		return recall(r, lead.Code, at)
	case MayLead(lead, r.RequesterKind) || !open(p.State, ActLeave):
		return r, nil
	}
	return leaveAlone(r, at)
}

func uncopy(r Request, lead string, at time.Time) (Request, error) {
	return step(r, 0, ActUncopy, people.Officer{}, at, lead, func(p *Part) error {
		p.Approval, p.Copied = nil, false
		return nil
	})
}

func copyOf(r, lead Request, at time.Time) (Request, error) {
	from, p := lead.Parts[0], r.Parts[0]
	if p.Copied && p.State == Approved && p.Approval.Revision != from.Approval.Revision {
		voided, err := uncopy(r, lead.Code, at)
		if err != nil {
			return r, err
		}
		r, p = voided, voided.Parts[0]
	}
	d, a := *from.Draft, *from.Approval
	switch {
	case p.Arrived != nil && p.Arrived.Text == a.Text:
		return recall(r, lead.Code, at)
	case p.State == Sent && p.Copied && p.Approval.Text != a.Text:
		return anew(r, d, a, lead.Code, at)
	case !open(p.State, ActCopy):
		return r, nil
	}
	return step(r, 0, ActCopy, people.Officer{}, at, lead.Code, func(p *Part) error {
		p.Draft, p.Approval, p.Unit, p.Copied = &d, &a, from.Unit, true
		return nil
	})
}

// anew has words that arrived replaced by those that the lead's unit signs now.
func anew(r Request, d Draft, a Approval, lead string, at time.Time) (Request, error) {
	return step(r, 0, ActAnew, people.Officer{}, at, lead, func(p *Part) error {
		if p.Arrived == nil {
			p.Arrived = p.Approval
		}
		p.Draft, p.Approval, p.Replaces = &d, &a, true
		return nil
	})
}

// recall has what arrived hold again: the words that were to replace it do not stand.
func recall(r Request, lead string, at time.Time) (Request, error) {
	return step(r, 0, ActRecall, people.Officer{}, at, lead, func(p *Part) error {
		d := *p.Draft
		d.Text, d.Revision = p.Arrived.Text, p.Arrived.Revision
		p.Draft, p.Approval, p.Arrived, p.Replaces = &d, p.Arrived, nil, false
		return nil
	})
}

// leaveAlone is Leave by the system: the lead came to something that is not for others.
func leaveAlone(r Request, at time.Time) (Request, error) {
	note := r.Joined
	r.Joined = ""
	return step(r, 0, ActLeave, people.Officer{}, at, note, nil)
}

// maxTopic is the longest neutral title, in characters.
const maxTopic = 120

// SetTopic gives a request the title by which others hear of it: an officer's words, never
// the person's own; "" takes it away.
func SetTopic(r Request, topic string, by people.Officer, at time.Time) (Request, error) {
	topic = clean(topic)
	if utf8.RuneCountInString(topic) > maxTopic {
		return Request{}, &desk.InvalidError{Field: "topic", Text: "Tiêu đề dài quá 120 ký tự. Vui lòng rút gọn."}
	}
	if privacy.Erase(topic) != topic {
		return Request{}, &desk.InvalidError{Field: "topic", Text: "Tiêu đề có chỗ giống dữ liệu cá nhân. Vui lòng viết trung tính, không nêu người."}
	}
	r.Topic = topic
	return step(r, 0, ActTopic, by, at, topic, nil)
}
