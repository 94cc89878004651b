package policy

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"phatngon/internal/desk"
)

func TestASentenceThatTellsAFactOrHidesTheMachineIsRefused(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Sentences)
		want   string // a piece of the refusal; "" is taken
	}{
		"as shipped": {func(*Sentences) {}, ""},
		"worded anew": {func(s *Sentences) {
			s.Greeting, s.Receipt = "Kính chào! {trợ lý} xin nghe.", "Cảm ơn Anh/Chị đã gửi."
		}, ""},
		"without the machine":    {func(s *Sentences) { s.Greeting = "Xin chào." }, "đúng một {trợ lý}"},
		"the machine twice":      {func(s *Sentences) { s.Greeting = "{trợ lý} {trợ lý}" }, "đúng một {trợ lý}"},
		"a place nobody fills":   {func(s *Sentences) { s.Thanks = "Cảm ơn {tên}" }, "không có chỗ trống {tên}"},
		"a place of another":     {func(s *Sentences) { s.Bye = "{trợ lý} chào" }, "không có chỗ trống {trợ lý}"},
		"no words":               {func(s *Sentences) { s.Bye = " " }, "chưa có lời"},
		"no tail":                {func(s *Sentences) { s.Receipt = "" }, ""},
		"a day":                  {func(s *Sentences) { s.Receipt = "Nghỉ từ 2/9." }, "chữ số"},
		"a telephone":            {func(s *Sentences) { s.Thanks = "Gọi 1022 nhé" }, "chữ số"},
		"figures of other hands": {func(s *Sentences) { s.Thanks = "Gọi ٣" }, "chữ số"},
		"a link":                 {func(s *Sentences) { s.Bye = "Xem https://abc" }, "liên kết"},
		"a site":                 {func(s *Sentences) { s.Bye = "Xem thanhhoa.gov.vn" }, "liên kết"},
		"a quotation":            {func(s *Sentences) { s.Greeting = "{trợ lý}: “Đê an toàn”" }, "dấu “ ”"},
		"a speech":               {func(s *Sentences) { s.Bye = strings.Repeat("a", 401) }, "dài quá 400"},
	} {
		t.Run(name, func(t *testing.T) {
			s := seedSet().Sentences()
			c.change(&s)
			data, err := json.Marshal(s)
			if err != nil {
				t.Fatal(err)
			}
			_, err = ReadSentences(data)
			var invalid *desk.InvalidError
			if c.want == "" && err != nil || c.want != "" && (!errors.As(err, &invalid) || !strings.Contains(invalid.Text, c.want)) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}
