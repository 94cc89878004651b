package policy

import "phatngon/internal/desk"

// PressTerms is how long what reporters show of themselves is kept and believed.
type PressTerms struct {
	Note        string `json:"note"`
	Certainty   string `json:"certainty"`
	PictureDays int    `json:"picture_days"` // a picture of a card is removed so long after the decision
	LongestDays int    `json:"longest_days"` // nobody is verified for longer
	RemindDays  int    `json:"remind_days"`  // before it ends
}

// parsePress reads the terms of reporters' registrations (data/press.json).
func parsePress(data []byte) (t PressTerms, err error) {
	if err := desk.Decode(string(KindPress), data, &t); err != nil {
		return t, err
	}
	switch {
	case t.PictureDays < 0 || t.PictureDays > longest:
		return t, invalid(KindPress, "picture_days", "Ảnh thẻ, giấy giới thiệu phải được xóa sau khi quyết định: picture_days từ 0 đến %d ngày.", longest)
	case t.LongestDays < 1 || t.LongestDays > 2*longest:
		return t, invalid(KindPress, "longest_days", "Thời gian xác minh dài nhất (longest_days) phải từ 1 đến %d ngày.", 2*longest)
	case t.RemindDays < 0 || t.RemindDays > t.LongestDays:
		return t, invalid(KindPress, "remind_days", "Nhắc trước khi hết hạn (remind_days) phải từ 0 đến longest_days.")
	case !certain(t.Certainty):
		return t, invalid(KindPress, "certainty", "Mức chắc chắn (certainty) phải là C, L hoặc U.")
	}
	return t, nil
}

// Press are the terms of reporters' registrations.
func (s Set) Press() PressTerms { return s.press }
