package policy

import (
	"slices"
	"strings"

	"phatngon/internal/desk"
)

// Lines are what offices often write into an answer. They are put into a draft by an officer
// and signed like every other word of it.
type Lines struct {
	Note  string      `json:"note"`
	Lines []CannedSay `json:"lines"`
}

// Placeholders of a line beside PlaceUnit.
const (
	PlaceCode = "{mã}"
	PlaceDay  = "{ngày}"
)

// parseLines reads what offices often write (data/lines.json).
func parseLines(data []byte) (t Lines, err error) {
	if err := desk.Decode(string(KindLines), data, &t); err != nil {
		return t, err
	}
	for _, l := range t.Lines {
		if strings.TrimSpace(l.Title) == "" || strings.TrimSpace(l.Text) == "" {
			return t, invalid(KindLines, l.Title, "Câu mẫu %q: cần tên (title) và nội dung (text).", l.Title)
		}
		for _, place := range placeholder.FindAllString(l.Text, -1) {
			if !slices.Contains([]string{PlaceUnit, PlaceCode, PlaceDay}, place) {
				return t, invalid(KindLines, l.Title, "Câu mẫu %q: không có chỗ trống %s. Dùng {đơn vị}, {mã}, {ngày}.", l.Title, place)
			}
		}
	}
	return t, nil
}

// Lines are what offices often write into an answer.
func (s Set) Lines() []CannedSay { return s.lines.Lines }
