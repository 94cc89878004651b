package request

import (
	"slices"
	"strings"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
)

// Remark is what an officer notes on a request for colleagues. The person never reads it; it
// is no step, no draft and in no export, and goes when the person is erased.
type Remark struct {
	ID      string    `bson:"_id"`
	Version int64     `bson:"version"`
	Request string    `bson:"request"`
	Officer string    `bson:"officer"`
	Text    string    `bson:"text"`
	To      []string  `bson:"to,omitempty"` // officers whom it names: they hear of it
	At      time.Time `bson:"at"`

	Effects []effect.Effect `bson:"-"`
}

// MayRemark says whether by may note something on a request: who works on requests and sees
// this one.
func MayRemark(by people.Officer, r Request) error {
	if by.Role == people.RoleAdmin || !MaySee(by, r) {
		return desk.ErrForbidden
	}
	return nil
}

// NewRemark is a remark with what must follow it. officers are those who could be named with
// "@"; of them, who sees the request hears of it.
func NewRemark(id string, r Request, by people.Officer, text string, officers []people.Officer, at time.Time) (Remark, error) {
	if err := MayRemark(by, r); err != nil {
		return Remark{}, err
	}
	if err := needText("remark", text, maxReason, "Vui lòng viết ghi chú."); err != nil {
		return Remark{}, err
	}
	m := Remark{ID: id, Request: r.Code, Officer: by.ID, Text: clean(text), At: at}
	for _, o := range officers {
		if o.ID != by.ID && MayRemark(o, r) == nil && names(m.Text, o) {
			m.To = append(m.To, o.ID)
		}
	}
	m.Effects = []effect.Effect{{Key: "remark:" + id + "/audit", Kind: effect.DoAudit, At: at, Audit: &effect.AuditLine{Officer: by.ID, Action: "request.remark", Subject: r.Code}}}
	if len(m.To) > 0 {
		m.Effects = append(m.Effects, effect.Effect{Key: "remark:" + id + "/mention", Kind: effect.DoMention, At: at, News: &effect.News{Request: r.Code}})
	}
	return m, nil
}

// names reports whether a text names an officer: "@" and their name, or what stands before
// the @ of their address.
func names(text string, o people.Officer) bool {
	local, _, _ := strings.Cut(o.Email, "@")
	return slices.ContainsFunc([]string{o.Name, local}, func(name string) bool { return name != "" && whole(strings.ToLower(text), "@"+strings.ToLower(name)) })
}

// whole reports whether a word stands in a text and ends there.
func whole(text, word string) bool {
	for {
		_, rest, found := strings.Cut(text, word)
		if !found {
			return false
		}
		if rest == "" || !strings.ContainsAny(rest[:1], "abcdefghijklmnopqrstuvwxyz0123456789.-_") {
			return true
		}
		text = rest
	}
}
