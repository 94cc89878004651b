package cases

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"time"
	"unicode/utf8"
)

// Report is what one person saw. Of an anonymous one it is not kept who that is.
type Report struct {
	ID        string    `bson:"_id"`
	Version   int64     `bson:"version"`
	Case      string    `bson:"case"`                // code
	Source    string    `bson:"source"`              // id of the event that brought it; unique, so that it is taken once
	Requester string    `bson:"requester,omitempty"` // "" of an anonymous report
	Anonymous bool      `bson:"anonymous,omitempty"`
	Consent   bool      `bson:"consent,omitempty"` // wants to be told the conclusion
	Channel   string    `bson:"channel"`
	Adds      string    `bson:"adds,omitempty"` // id of the same person's report that this one adds to
	Links     []Link    `bson:"links,omitempty"`
	Text      string    `bson:"text,omitempty"`
	TextHash  string    `bson:"text_hash,omitempty"` // SHA-256 of Text as it was received, hex; an erasure takes it out
	Pictures  []string  `bson:"pictures,omitempty"`  // ids
	Category  Category  `bson:"category"`
	Place     string    `bson:"place,omitempty"`
	SeenAt    time.Time `bson:"seen_at"` // zero: not said
	PostedAt  time.Time `bson:"posted_at"`
	Spread    string    `bson:"spread,omitempty"` // how far it went: shares, a large group
	Harm      string    `bson:"harm,omitempty"`
	Right     string    `bson:"right,omitempty"` // what is right, as the person has it
	CreatedAt time.Time `bson:"created_at"`
}

// Link is a link as it was given, with what it leads to (package same/link).
type Link struct {
	Given  string `bson:"given"`
	Key    string `bson:"key"`
	Opaque bool   `bson:"opaque,omitempty"`
}

// Category is what false content is about: the eight of the national portal.
type Category string

// Other is what is about nothing else.
const Other Category = "other"

// CategoryText is a category with its words, for a form.
type CategoryText struct {
	Category Category
	Text     string
}

// Categories are the portal's eight, in its order.
func Categories() []CategoryText {
	return []CategoryText{
		{"policy", "Chính sách, pháp luật"}, {"economy", "Kinh tế, tài chính"},
		{"health", "Y tế và sản phẩm y tế"}, {"disaster", "Thiên tai, dịch bệnh"},
		{"security", "An ninh quốc gia, trật tự an toàn xã hội"}, {"account", "Tài khoản giả mạo"},
		{"scam", "Đường link lừa đảo"}, {Other, "Lĩnh vực khác"},
	}
}

// NewReport is a report as it is kept. It shows something: a link, a text or a picture; an
// anonymous one keeps nobody, so that nobody can be told.
func NewReport(r Report) (Report, error) {
	r.Text, r.Place, r.Spread, r.Harm, r.Right = clean(r.Text), clean(r.Place), clean(r.Spread), clean(r.Harm), clean(r.Right)
	switch {
	case r.Text == "" && len(r.Links) == 0 && len(r.Pictures) == 0:
		return Report{}, invalid("text", "Vui lòng gửi đường dẫn, ảnh chụp hoặc mô tả nội dung đã thấy.")
	case !slices.ContainsFunc(Categories(), func(c CategoryText) bool { return c.Category == r.Category }):
		return Report{}, invalid("category", "Vui lòng chọn một lĩnh vực trong danh sách.")
	case r.SeenAt.After(r.CreatedAt) || r.PostedAt.After(r.CreatedAt):
		return Report{}, invalid("seen_at", "Thời điểm thấy hoặc đăng đang ở tương lai. Vui lòng xem lại.")
	case !r.SeenAt.IsZero() && r.PostedAt.After(r.SeenAt):
		return Report{}, invalid("posted_at", "Thời điểm đăng đang sau thời điểm thấy. Vui lòng xem lại.")
	case r.Anonymous && r.Consent:
		return Report{}, invalid("consent", "Báo tin ẩn danh thì không thể nhận kết quả. Vui lòng chọn một trong hai.")
	}
	if r.Anonymous {
		r.Requester = ""
	}
	if r.Text != "" {
		sum := sha256.Sum256([]byte(r.Text))
		r.TextHash = hex.EncodeToString(sum[:])
	}
	return r, r.checkLengths()
}

func (r Report) checkLengths() error {
	fields := []struct{ name, text string }{{"text", r.Text}, {"place", r.Place}, {"spread", r.Spread}, {"harm", r.Harm}, {"right", r.Right}}
	for _, f := range fields {
		if utf8.RuneCountInString(f.text) > longest {
			return invalid(f.name, fmt.Sprintf("Nội dung dài quá %d ký tự. Vui lòng rút gọn.", longest))
		}
	}
	return nil
}

// ToTell reports whether the person may be told the conclusion.
func (r Report) ToTell() bool { return r.Consent && r.Requester != "" }
