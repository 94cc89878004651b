package words

import (
	"fmt"
	"strings"
	"time"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/request"
)

// Receipt is what a person hears when their request is filed: its code, its unit and
// its deadline as they are stored, in the language in which it was put together. unit is the
// unit's name, tail a line of the office's own, "" for none.
func Receipt(r request.Request, rule calendar.Rule, unit, tail string, said effect.Filing) effect.Message {
	clock, buttons := r.Parts[0].Clock, said.Buttons
	if r.InEnglish() || said.English {
		return Numbered(Lines(fmt.Sprintf(englishFiled, r.Code, unit, Day(clock.Due), englishTerm(rule), clock.Basis), When(r.KindName != "", fmt.Sprintf(englishKind, r.KindName)), englishWanted(r), withFilesLine(r, englishWithFiles), englishNext), buttons)
	}
	text := Lines(fmt.Sprintf(textFiled, r.Code, unit, Day(clock.Due), term(rule), clock.Basis), skipped(clock), kindOf(r), withFilesLine(r, textWithFiles), textFiledNext, tail)
	return Numbered(text, buttons)
}

// withFilesLine says how many files go with a request.
func withFilesLine(r request.Request, text string) string {
	n := len(r.Files)
	return When(n > 0, fmt.Sprintf(text, n))
}

const textWithFiles = "Kèm %d tệp; tệp nào không nhận được, Anh/Chị sẽ được báo."

// What who asked in English, and foreign press, hears of a request of theirs; the basis is a
// Vietnamese law's name.
const (
	englishWithFiles = "Files that go with it: %d. You are told of any that could not be kept."
	englishFollowed  = "%s is noted: you follow a request that asks the same, at %s. You get its answer at the same moment, in the same words. If it cannot be shared, yours is answered by itself, by %s."
	englishNotHere   = "%s has no account in this system yet, so the request was sent to %s."
	englishFiled     = "Your request %s was sent to %s.\nTo be answered by %s (%s). Basis: %s."
	englishKind      = "Kind: %s. If that is not right, the unit may change it, and you hear why."
	englishHasWanted = "Your newsroom's deadline is noted: %s. The unit sees it; the date above is the one that binds it."
	englishNext      = "The answer is sent here, in Vietnamese as signed. If you write nothing for 7 days, Zalo lets us send it only when you write again. Type the code to see where it stands."
)

func englishTerm(r calendar.Rule) string {
	measure := map[string]string{calendar.Days: "%d days from the next day on, days off included", calendar.WorkingDays: "%d working days from the next day on",
		calendar.Hours: "%d hours, days off included", calendar.WorkingHours: "%d working hours"}
	return fmt.Sprintf(measure[r.Measure], r.Amount)
}

func englishWanted(r request.Request) string {
	return When(!r.Wanted.IsZero(), fmt.Sprintf(englishHasWanted, r.Wanted.In(calendar.Zone).Format("15:04 02/01/2006")))
}

// kindOf says of what kind a request was taken, and by when the newsroom wants it.
func kindOf(r request.Request) string {
	if r.KindName == "" {
		return ""
	}
	return Lines(fmt.Sprintf(textKind, r.KindName), When(!r.Wanted.IsZero(), fmt.Sprintf(textWanted, r.Wanted.In(calendar.Zone).Format("15:04 02/01/2006"))))
}

const (
	textKind   = "Loại: %s. Nếu chưa đúng, đơn vị đổi được và báo Anh/Chị lý do."
	textWanted = "Thời hạn của tòa soạn được ghi: %s; đơn vị thấy mốc này, nhưng hạn xử lý là hạn ở trên."
)

// Followed is what a person hears whose request is answered with that of somebody else who
// asks the same. Of the other they hear nothing.
func Followed(r request.Request, unit string, said effect.Filing) effect.Message {
	text, files := textFollowed, textWithFiles
	if r.InEnglish() || said.English {
		text, files = englishFollowed, englishWithFiles
	}
	return Numbered(Lines(fmt.Sprintf(text, r.Code, unit, Day(r.Parts[0].Clock.Due)), withFilesLine(r, files)), said.Buttons)
}

// NotHere says that a unit is not at work here yet, and who has the request instead.
func NotHere(r request.Request, meant, sent string, said effect.Filing) string {
	if r.InEnglish() || said.English {
		return fmt.Sprintf(englishNotHere, meant, sent)
	}
	return fmt.Sprintf(textNotHere, meant, sent)
}

// Numbered lists buttons that send something as numbers below the text, but for those that
// stand alone.
func Numbered(text string, buttons []effect.Button) effect.Message {
	var list strings.Builder
	for i, b := range buttons {
		if !b.Alone {
			fmt.Fprintf(&list, "\n%d. %s", i+1, b.Title)
		}
	}
	return *Message(text, list.String(), buttons)
}

// term says a rule's length in plain words.
func term(r calendar.Rule) string {
	measure := map[string]string{calendar.Days: textDays, calendar.WorkingDays: textWorkingDays, calendar.Hours: textHours, calendar.WorkingHours: textWorkingHours}
	return fmt.Sprintf(measure[r.Measure], r.Amount)
}

// skipped lists the days off that a clock of working days did not count, and those
// on which a clock of plain days would have ended.
func skipped(c calendar.Clock) string {
	lines := []string{daysOff(textSkipped, c.Skipped), daysOff(textMoved, c.Moved)}
	for _, year := range c.Unlisted {
		lines = append(lines, calendar.UnlistedYear(year)+".")
	}
	return Lines(lines...)
}

func daysOff(text string, skips []calendar.Skip) string {
	var days []string
	for _, s := range skips {
		at, err := time.Parse(time.DateOnly, s.Date)
		if err == nil {
			days = append(days, fmt.Sprintf("%s (%s)", at.Format("02/01"), s.Reason))
		}
	}
	if len(days) == 0 {
		return ""
	}
	return fmt.Sprintf(text, strings.Join(days, ", "))
}
