package policy

import (
	"slices"
	"time"

	"phatngon/internal/desk"
)

// Reminders is when officers are told of what waits for them. Hours are those of the office,
// but for ZaloHours.
type Reminders struct {
	Note        string `json:"note"`
	Certainty   string `json:"certainty"`
	DueDays     []int  `json:"due_days"`     // working days before its end a part is in the morning's digest
	TakenHours  int    `json:"taken_hours"`  // then the leaders hear that nobody took it
	LedHours    int    `json:"led_hours"`    // then the press desk
	LateHours   int    `json:"late_hours"`   // overdue: the leaders at once, the press desk after this
	ZaloHours   int    `json:"zalo_hours"`   // since an officer's last message, in which notices go by Zalo too
	CodeMinutes int    `json:"code_minutes"` // in which a code that links an account can be used
}

// windowHours is how long after the last interaction Zalo takes a free-form message
// (Zalo platform, consultation messages: 7 days).
const windowHours = 7 * 24

// parseReminders reads when officers are told (data/reminders.json).
func parseReminders(data []byte) (t Reminders, err error) {
	if err := desk.Decode(string(KindReminders), data, &t); err != nil {
		return t, err
	}
	for _, d := range t.DueDays {
		if d < 0 || d > 60 {
			return t, invalid(KindReminders, "due_days", "Số ngày nhắc trước hạn (due_days) phải từ 0 đến 60.")
		}
	}
	switch {
	case t.TakenHours < 1 || t.LedHours <= t.TakenHours || t.LedHours > longest:
		return t, invalid(KindReminders, "taken_hours", "taken_hours ít nhất 1; led_hours lớn hơn taken_hours và không quá %d.", longest)
	case t.LateHours < 0 || t.LateHours > longest:
		return t, invalid(KindReminders, "late_hours", "late_hours phải từ 0 đến %d.", longest)
	case t.ZaloHours < 0 || t.ZaloHours > windowHours:
		return t, invalid(KindReminders, "zalo_hours", "zalo_hours phải từ 0 (không gửi Zalo) đến %d: quá 7 ngày Zalo không nhận tin.", windowHours)
	case t.CodeMinutes < 1 || t.CodeMinutes > 1_440:
		return t, invalid(KindReminders, "code_minutes", "code_minutes phải từ 1 đến 1440.")
	case !certain(t.Certainty):
		return t, invalid(KindReminders, "certainty", "Mức chắc chắn (certainty) phải là C, L hoặc U.")
	}
	return t, nil
}

// Reminders is when officers are told.
func (s Set) Reminders() Reminders {
	t := s.reminders
	t.DueDays = slices.Clone(t.DueDays)
	return t
}

// Taken, Led and Late are TakenHours, LedHours and LateHours as time.
func (t Reminders) Taken() time.Duration { return time.Duration(t.TakenHours) * time.Hour }

// Led: see Taken.
func (t Reminders) Led() time.Duration { return time.Duration(t.LedHours) * time.Hour }

// Late: see Taken.
func (t Reminders) Late() time.Duration { return time.Duration(t.LateHours) * time.Hour }
