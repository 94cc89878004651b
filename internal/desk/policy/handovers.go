package policy

import (
	"regexp"
	"strings"

	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
)

// HandOvers is how a person who wants to talk to an officer is served.
type HandOvers struct {
	Note          string      `json:"note"`
	WaitMinutes   int         `json:"wait_minutes"`    // on duty, until who waits is told that nobody came yet
	GiveUpMinutes int         `json:"give_up_minutes"` // on duty, until the waiting is ended
	IdleMinutes   int         `json:"idle_minutes"`    // without a word, until a talk is ended
	Duty          []Duty      `json:"duty"`            // of units with hours of their own
	Canned        []CannedSay `json:"canned"`
}

// Duty is when somebody of a unit is there to talk, on working days.
type Duty struct {
	Unit  string      `json:"unit"`
	Hours [][2]string `json:"hours"`
}

// CannedSay is a line that officers often say; it may hold placeholders.
type CannedSay struct {
	Title string `json:"title"`
	Text  string `json:"text"`
}

// Placeholders are what a canned line may leave open.
const (
	PlaceOfficer  = "{cán bộ}"
	PlacePosition = "{chức vụ}"
	PlaceUnit     = "{đơn vị}"
	PlaceDuty     = "{giờ trực}"
)

var placeholder = regexp.MustCompile(`\{[^{}]*\}`)

// parseHandOvers reads how hand-overs are served (data/handovers.json).
func parseHandOvers(data []byte) (t HandOvers, err error) {
	if err := desk.Decode(string(KindHandOvers), data, &t); err != nil {
		return t, err
	}
	if t.WaitMinutes < 1 || t.IdleMinutes < 1 || t.GiveUpMinutes <= t.WaitMinutes || t.GiveUpMinutes > 10_000 || t.IdleMinutes > 1_440 {
		return t, invalid(KindHandOvers, "wait_minutes", "Gặp cán bộ: wait_minutes ít nhất 1, give_up_minutes lớn hơn wait_minutes và không quá 10000, idle_minutes từ 1 đến 1440.")
	}
	for _, d := range t.Duty {
		if _, err := calendar.DefaultCalendar().Keeping(d.Hours); err != nil || d.Unit == "" {
			return t, invalid(KindHandOvers, d.Unit, "Giờ trực của %q chưa đúng. Ghi đơn vị và các khoảng giờ dạng [\"07:30\",\"11:30\"], theo thứ tự trong ngày.", d.Unit)
		}
	}
	for _, c := range t.Canned {
		if wrong := c.wrong(); wrong != "" {
			return t, invalid(KindHandOvers, c.Title, "Câu mẫu %q: %s", c.Title, wrong)
		}
	}
	return t, nil
}

func (c CannedSay) wrong() string {
	if strings.TrimSpace(c.Title) == "" || strings.TrimSpace(c.Text) == "" {
		return "cần tên (title) và nội dung (text)."
	}
	for _, place := range placeholder.FindAllString(c.Text, -1) {
		switch place {
		case PlaceOfficer, PlacePosition, PlaceUnit, PlaceDuty:
		default:
			return "không có chỗ trống " + place + ". Dùng {cán bộ}, {chức vụ}, {đơn vị}, {giờ trực}."
		}
	}
	return ""
}

// HandOvers is how a person who wants to talk to an officer is served.
func (s Set) HandOvers() HandOvers { return s.handOvers }

// DutyOf is the calendar with the hours at which somebody of a unit is there to talk: the
// unit's own, else the office's.
func (s Set) DutyOf(unit string) *calendar.Calendar {
	for _, d := range s.handOvers.Duty {
		if d.Unit == unit {
			if c, err := s.Calendar.Keeping(d.Hours); err == nil {
				return c
			}
		}
	}
	return s.Calendar
}
