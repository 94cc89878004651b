package policy

import (
	"net/mail"
	"regexp"
	"strings"
	"unicode/utf8"

	"phatngon/internal/desk"
)

// Contact is whose the public pages and the Mini App are, how that office is reached, and who
// is responsible for what they show. What is empty is not shown.
type Contact struct {
	Note        string `json:"note"`
	Office      string `json:"office"`
	Address     string `json:"address"`
	Phone       string `json:"phone"`
	Email       string `json:"email"`
	Responsible string `json:"responsible"` // a person's name
	Position    string `json:"position"`    // theirs
}

// Named reports whether there is something to show.
func (c Contact) Named() bool {
	return c.Office+c.Address+c.Phone+c.Email+c.Responsible != ""
}

// Dial is the phone number as a phone takes it.
func (c Contact) Dial() string { return dialled.ReplaceAllString(c.Phone, "") }

var (
	dialled = regexp.MustCompile(`[^0-9+]`)
	phone   = regexp.MustCompile(`^[+(]?[0-9][0-9 .()-]{2,24}$`)
)

// longFact bounds each fact, in characters.
const longFact = 200

// parseContact reads whose the public pages are (data/contact.json).
func parseContact(data []byte) (c Contact, err error) {
	if err := desk.Decode(string(KindContact), data, &c); err != nil {
		return c, err
	}
	for name, text := range map[string]string{"office": c.Office, "address": c.Address, "responsible": c.Responsible, "position": c.Position} {
		if utf8.RuneCountInString(text) > longFact || strings.ContainsAny(text, "\r\n") {
			return c, invalid(KindContact, name, "Mục %s: ghi trên một dòng, nhiều nhất %d ký tự.", name, longFact)
		}
	}
	if at, err := mail.ParseAddress(c.Email); c.Email != "" && (err != nil || at.Address != c.Email) {
		return c, invalid(KindContact, "email", "Thư điện tử (email) chưa đúng: ghi dạng ten@coquan.vn.")
	}
	switch {
	case c.Phone != "" && !phone.MatchString(c.Phone):
		return c, invalid(KindContact, "phone", "Điện thoại (phone) chỉ gồm chữ số, dấu cách, dấu chấm, gạch nối, ngoặc và dấu + ở đầu.")
	case c.Position != "" && c.Responsible == "":
		return c, invalid(KindContact, "responsible", "Có chức vụ (position) thì cần họ tên người chịu trách nhiệm (responsible).")
	}
	return c, nil
}

// Contact is whose the public pages are.
func (s Set) Contact() Contact { return s.contact }
