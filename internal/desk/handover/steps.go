package handover

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
)

// MostSaid is how much an officer says at once, in runes: with who says it the words are
// one message of Zalo's.
const MostSaid = 1500

// step is the only way a hand-over changes: it asks the table, applies change to a copy
// and adds what must follow. detail goes into the audit chain: never words.
func step(h HandOver, action string, by people.Officer, allow func(Who) error, at time.Time, detail string, change func(*HandOver)) (HandOver, error) {
	next, err := Life().Next(h.State, action, allow)
	if err != nil {
		return HandOver{}, err
	}
	if next != h.State {
		h.Since, h.ToldLate = at, false
	}
	h.State, h.Open = next, next != Ended
	if !h.Open {
		h.Why, h.ClosedBy, h.ClosedAt = action, by.ID, at
	}
	if change != nil {
		change(&h)
	}
	row, _ := Life().Find(action)
	if row.Audit != "" {
		h.Effects = append(h.Effects[:len(h.Effects):len(h.Effects)], effect.Effect{Key: h.key(action) + "/audit", Kind: effect.DoAudit, At: at,
			Audit: &effect.AuditLine{Officer: by.ID, Action: row.Audit, Subject: h.ID, Detail: detail}})
	}
	return h, nil
}

// key names a step for ever: over one version there is one change.
func (h HandOver) key(action string) string {
	return fmt.Sprintf("handover:%s/%d/%s", h.ID, h.Version, action)
}

// tell has the person hear of a step.
func (h HandOver) tell(action string, at time.Time) HandOver {
	h.Effects = append(h.Effects[:len(h.Effects):len(h.Effects)], effect.Effect{Key: h.key(action), Kind: effect.DoTalk, At: at, Talk: &effect.Talk{HandOver: h.ID, Action: action, Officer: h.Officer, Unit: h.Unit}})
	return h
}

// Take has by talk with the person; of two who try, one does.
func Take(h HandOver, by people.Officer, at time.Time) (HandOver, error) {
	next, err := step(h, ActTake, by, may(by, h), at, "", func(n *HandOver) { n.Officer, n.SpokenAt = by.ID, at })
	return next.tell(ActTake, at), err
}

// Say brings the officer's words to the person.
func Say(h HandOver, by people.Officer, text string, at time.Time) (HandOver, error) {
	text = strings.TrimSpace(text)
	switch n := utf8.RuneCountInString(text); {
	case n == 0:
		return HandOver{}, &desk.InvalidError{Field: "text", Text: "Vui lòng nhập lời trao đổi."}
	case n > MostSaid:
		return HandOver{}, &desk.InvalidError{Field: "text", Text: fmt.Sprintf("Mỗi lần gửi tối đa %d ký tự; hiện có %d.", MostSaid, n)}
	}
	next, err := step(h, ActSay, by, may(by, h), at, "", func(n *HandOver) {
		n.SpokenAt = at
		n.say(Line{At: at, From: FromOfficer, Officer: by.ID, Key: n.key(ActSay), Text: text})
	})
	return next.tell(ActSay, at), err
}

// GiveBack has the person wait for another officer.
func GiveBack(h HandOver, by people.Officer, at time.Time) (HandOver, error) {
	next, err := step(h, ActGiveBack, by, may(by, h), at, "", func(n *HandOver) { n.Officer = "" })
	return next.tell(ActGiveBack, at), err
}

// Pass has the person wait for another unit.
func Pass(h HandOver, by people.Officer, unit string, at time.Time) (HandOver, error) {
	if unit == h.Unit {
		return HandOver{}, &desk.InvalidError{Field: "unit", Text: "Người này đang chờ chính đơn vị đó."}
	}
	next, err := step(h, ActPass, by, may(by, h), at, unit, func(n *HandOver) { n.Unit, n.Since, n.ToldLate = unit, at, false })
	return next.tell(ActPass, at), err
}

// End ends the talk.
func End(h HandOver, by people.Officer, at time.Time) (HandOver, error) {
	next, err := step(h, ActEnd, by, may(by, h), at, "", nil)
	return next.tell(ActEnd, at), err
}

// Close notes that somebody has spoken with the person elsewhere. Nothing is said to them.
func Close(h HandOver, by people.Officer, at time.Time) (HandOver, error) {
	return step(h, ActClose, by, may(by, h), at, "", nil)
}
