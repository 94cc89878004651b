package cases

import (
	"slices"
	"strings"
	"time"

	"phatngon/internal/desk/people"
)

// Packing is an evidence pack that was made of a case: its SHA-256 says which.
type Packing struct {
	SHA256     string    `bson:"sha256"`
	Size       int64     `bson:"size"`
	Identities bool      `bson:"identities,omitempty"` // who reported is part of it
	For        string    `bson:"for"`
	Why        string    `bson:"why"`
	By         string    `bson:"by"`
	At         time.Time `bson:"at"`
	Hands      []Handing `bson:"hands,omitempty"`
}

// Handing is who was given a pack, and with which letter.
type Handing struct {
	To   string    `bson:"to"`
	Note string    `bson:"note,omitempty"`
	By   string    `bson:"by"`
	At   time.Time `bson:"at"`
}

// Packed notes a pack before it leaves the office. Its SHA-256 stands in the audit chain.
func Packed(c Case, p Packing, by people.Officer, at time.Time) (Case, error) {
	detail := p.SHA256
	if p.Identities {
		detail += " +identities"
	}
	return c.step(deed{ActPack, by, at, p.Why, detail}, func(c *Case) error {
		p.For, p.Why, p.By, p.At = clean(p.For), clean(p.Why), by.ID, at
		c.Packs = append(c.Packs, p)
		if p.For == "" {
			return invalid("to", "Vui lòng ghi cơ quan nhận hồ sơ.")
		}
		return need("why", p.Why, "Vui lòng ghi lý do lập hồ sơ.")
	})
}

// HandOver notes that a pack was given to somebody.
func HandOver(c Case, sum string, h Handing, by people.Officer, at time.Time) (Case, error) {
	return c.step(deed{ActHand, by, at, strings.TrimSpace(clean(h.To) + ". " + clean(h.Note)), sum}, func(c *Case) error {
		i := slices.IndexFunc(c.Packs, func(p Packing) bool { return p.SHA256 == sum })
		if i < 0 {
			return invalid("pack", "Vui lòng chọn một hồ sơ đã lập.")
		}
		h.To, h.Note, h.By, h.At = clean(h.To), clean(h.Note), by.ID, at
		c.Packs[i].Hands = append(slices.Clip(c.Packs[i].Hands), h)
		return need("to", h.To, "Vui lòng ghi cơ quan, người nhận hồ sơ.")
	})
}

// Identify notes that by sees who sent a report, and why, before it is shown.
func Identify(c Case, report, why string, by people.Officer, at time.Time) (Case, error) {
	return c.step(deed{ActIdentify, by, at, report + ": " + clean(why), report}, func(c *Case) error {
		if !slices.Contains(c.Reports, report) {
			return invalid("report", "Báo tin này không thuộc vụ việc.")
		}
		return need("why", why, "Vui lòng ghi vì sao cần biết ai đã báo tin.")
	})
}
