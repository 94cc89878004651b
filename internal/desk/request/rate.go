package request

import (
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
)

// MostStars is the best that a person can say of what they got; 1 is the least.
const MostStars = 5

// MayRate says whether the person may still say how well what they got serves them: once.
func MayRate(p Part) bool { return open(p.State, ActRate) && !p.Held && p.Rating == 0 }

// Rate keeps how well what a part came to serves the person who asked. It is a figure of the
// unit and opens nothing: who did not get an answer disputes.
func Rate(r Request, part int, who people.Requester, stars int, at time.Time) (Request, error) {
	if stars < 1 || stars > MostStars {
		return Request{}, &desk.InvalidError{Field: "rating", Text: "Anh/Chị chọn từ 1 đến 5."}
	}
	if part < 0 || part >= len(r.Parts) || !MayRate(r.Parts[part]) {
		return Request{}, &desk.RuleError{Text: "Phần này chưa có trả lời, hoặc Anh/Chị đã đánh giá rồi."}
	}
	return take(r, part, ActRate, asker(r, who), at, "", func(p *Part) error {
		p.Rating = stars
		return nil
	})
}
