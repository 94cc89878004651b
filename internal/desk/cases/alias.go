package cases

import (
	"slices"
	"time"

	"phatngon/internal/desk/people"
)

// Alias is what an officer found that a short link leads to. The program opens no link.
type Alias struct {
	Link   string    `bson:"link"`  // key of the short link, as reports of the case have it
	Given  string    `bson:"given"` // the address that it leads to
	Key    string    `bson:"key"`   // its key (package same/link)
	Why    string    `bson:"why"`
	By     string    `bson:"by"`
	At     time.Time `bson:"at"`
	Undone *Undoing  `bson:"undone,omitempty"`
}

// LeadTo says what a short link of the case leads to: who reports that address from then
// on reports this case.
func LeadTo(c Case, a Alias, why string, by people.Officer, at time.Time) (Case, error) {
	return c.step(deed{action: ActAlias, by: by, at: at, note: why}, func(c *Case) error {
		switch {
		case a.Link == "" || a.Key == "":
			return invalid("to", "Vui lòng dán một địa chỉ đầy đủ mà đường dẫn rút gọn này dẫn tới.")
		case a.Key == a.Link:
			return invalid("to", "Địa chỉ này chính là đường dẫn rút gọn. Vui lòng dán địa chỉ hiện ra sau khi mở đường dẫn.")
		case slices.ContainsFunc(c.Aliases, func(b Alias) bool { return b.Link == a.Link && b.Undone == nil }):
			return allow(false, "Đường dẫn này đã được ghi nơi dẫn tới. Vui lòng bỏ ghi nhận cũ trước.")
		}
		a.Why, a.By, a.At = clean(why), by.ID, at
		c.Aliases = append(c.Aliases, a)
		return need("why", why, "Vui lòng ghi cách đã kiểm tra.")
	})
}

// Unlead takes back what was said of a short link; it stays on record that it was said.
func Unlead(c Case, link, why string, by people.Officer, at time.Time) (Case, error) {
	return c.step(deed{action: ActUnalias, by: by, at: at, note: why}, func(c *Case) error {
		i := slices.IndexFunc(c.Aliases, func(a Alias) bool { return a.Link == link && a.Undone == nil })
		if i < 0 {
			return allow(false, nothingToUndo)
		}
		c.Aliases[i].Undone = &Undoing{Why: clean(why), By: by.ID, At: at}
		return need("why", why, "Vui lòng ghi lý do bỏ.")
	})
}
