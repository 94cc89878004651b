package web

import (
	"time"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
)

type deadlinePage struct {
	frame
	Rules      []calendar.Rule
	Rule       calendar.Rule
	Date, Time string // as the form has them
	Wrong      string
	Due        string
	Lines      []calendar.Line
	Unlisted   bool // a year it runs in has no table of holidays
}

// reach is how far from today a deadline is computed, in years.
const reach = 5

// getDeadlinePage computes when something sent at a time must be answered, day by day,
// under the rules in force then.
func (s *site) getDeadlinePage(c *fiber.Ctx) error {
	now := s.now().In(calendar.Zone)
	p := deadlinePage{
		frame: s.frame("Tính hạn trả lời", "Gửi yêu cầu ngày nào thì chậm nhất ngày nào phải có trả lời: tính từng ngày, kể cả ngày nghỉ lễ.", "/han"),
		Date:  c.Query("date", now.Format(time.DateOnly)), Time: c.Query("time", now.Format("15:04")),
	}
	rules := s.Flow.Rules.At(now)
	p.Rules, p.Rule = rules.Rules(), rules.RuleFor(people.Citizen)
	if found, ok := rules.Rule(c.Query("rule")); ok {
		p.Rule = found
	}
	sent, err := time.ParseInLocation("2006-01-02 15:04", p.Date+" "+p.Time, calendar.Zone)
	if err != nil || sent.Year() < now.Year()-reach || sent.Year() > now.Year()+reach {
		p.Wrong = "Ngày giờ gửi chưa đúng. Anh/Chị vui lòng chọn ngày trong vòng 5 năm trước hoặc sau hôm nay."
		return s.render(c, fiber.StatusUnprocessableEntity, "deadline", p)
	}
	k := s.Flow.Rules.At(sent).Start(p.Rule, sent)
	p.Due, p.Lines, p.Unlisted = k.Due.Format("15:04, 02/01/2006"), k.Explain(), len(k.Unlisted) > 0
	return s.render(c, fiber.StatusOK, "deadline", p)
}
