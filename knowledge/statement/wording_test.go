package statement

import (
	"testing"
	"time"
)

func TestTextsInTheSameWordsHaveOneWording(t *testing.T) {
	for _, same := range [][]string{
		{"Xe khám lưu động tới bản Ón ngày nào?", "xe kham luu dong toi ban On ngay nao", "XE KHÁM LƯU ĐỘNG, tới bản Ón ngày nào ạ",
			"cho em hỏi xe khám lưu động tới bản Ón ngày nào vậy ạ", "Alo ad ơi xe kham luu dong toi ban On ngay nao nhe"},
		{"hỏi", "Hỏi?"}, // nothing but courtesy stays what it is
		{"lí do hoà giải", "lý do hòa giải"},
	} {
		for _, text := range same[1:] {
			if Wording(text) != Wording(same[0]) {
				t.Errorf("%q is %q, and %q is %q", same[0], Wording(same[0]), text, Wording(text))
			}
		}
	}
}

func TestOtherWordsAreAnotherWording(t *testing.T) {
	for _, pair := range [][2]string{
		{"xe khám tới bản Ón ngày nào", "ngày nào xe khám tới bản Ón"},
		{"cho vay vốn ở đâu", "vốn ở đâu"},
		{"lương giáo viên 2026", "lương giáo viên 2027"},
		{"con tôi học ở đâu", "tôi học ở đâu"},
		{"hỏi cung là gì", "là gì"},
	} {
		if Wording(pair[0]) == Wording(pair[1]) {
			t.Errorf("%q and %q are one: %q", pair[0], pair[1], Wording(pair[0]))
		}
	}
	if got := Wording(" ?! "); got != "" {
		t.Errorf("without words: %q", got)
	}
}

func TestAStatementAsksItsHeads(t *testing.T) {
	s := Statement{Title: "Lịch xe khám", Questions: []string{"Xe khám tới bản Ón ngày nào?"}}
	for text, want := range map[string]bool{"xe kham toi ban on ngay nao a": true, "lich xe kham": true, "xe khám ở đâu": false} {
		if got := s.Asks(Wording(text)); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

func TestWhatHelpsToFindIsNotSaid(t *testing.T) {
	at := time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)
	s := Statement{Code: "PN-1", Version: 3, Title: "Lịch xe khám", Body: "Ngày 05/12/2026.", IssuedAt: at, UpdatedAt: at}
	found := s
	found.Version, found.UpdatedAt, found.Author = 5, at.Add(time.Hour), "thao"
	found.Questions, found.Topics, found.Places = []string{"Ngày nào?"}, []string{"y tế"}, []string{"Tam Chung"}
	if !s.SaysTheSame(found) {
		t.Error("a question more says something else")
	}
	until := at.AddDate(0, 1, 0)
	for name, change := range map[string]func(*Statement){
		"body": func(s *Statement) { s.Body = "Ngày 06/12/2026." }, "title": func(s *Statement) { s.Title = "Lịch" },
		"validity": func(s *Statement) { s.ValidUntil = &until }, "spokesperson": func(s *Statement) { s.Spokesperson = "Bà B" },
	} {
		other := s
		if change(&other); s.SaysTheSame(other) {
			t.Errorf("another %s says the same", name)
		}
	}
}
