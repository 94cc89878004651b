package delivery

import (
	"strings"
	"testing"

	"phatngon/internal/queue"
	"phatngon/internal/zalo"
)

func TestNoticesInOneMessageKeepEveryWordAndEveryWayOn(t *testing.T) {
	notice := func(text, link, question string) outgoing {
		return outgoing{UserID: "1", Text: text, Buttons: []zalo.Button{{Title: "Xem toàn văn", URL: link}, {Title: "Hỏi câu khác", Payload: question, Hide: true}}}
	}
	text, buttons := joined([]outgoing{notice("Lịch khám đã được sửa.", "https://a", "#ask.1"), notice("Lịch tiêm đã được thu hồi.", "https://b", "#ask.2")})
	if want := "Tin 1/2\nLịch khám đã được sửa.\n\nTin 2/2\nLịch tiêm đã được thu hồi."; text != want {
		t.Errorf("text %q, want %q", text, want)
	}
	var got []string
	for _, b := range buttons {
		got = append(got, b.Title+" → "+b.URL+b.Payload)
	}
	if want := "Xem toàn văn (Tin 1/2) → https://a, Xem toàn văn (Tin 2/2) → https://b, Hỏi câu khác → #ask.2"; strings.Join(got, ", ") != want {
		t.Errorf("buttons %v, want %s", got, want)
	}
}

func TestAPieceOfALongNoticeIsNotTornFromTheRest(t *testing.T) {
	items := []queue.Item{{ID: "a/0/0"}, {ID: "b/0/0"}, {ID: "b/0/1", Piece: 1}, {ID: "c/0/0"}}
	for i, want := range []bool{false, true, true, false} {
		if got := torn(items, i); got != want {
			t.Errorf("%s torn: %t, want %t", items[i].ID, got, want)
		}
	}
}

func TestAMessageIsRecognisedByItsWordsWhateverAnEarlierAttemptAdded(t *testing.T) {
	out := outgoing{Text: "Toàn tỉnh có 312 ca.", Parcel: &parcel{Text: "Toàn tỉnh có 312 ca.\n\n(Tin này phải chờ khoảng 2 phút mới gửi được qua Zalo.)"}}
	for text, want := range map[string]bool{
		out.Text:        true,
		out.Parcel.Text: true,
		"Toàn tỉnh có 312 ca.\n\n(Tin này phải chờ khoảng 1 phút mới gửi được qua Zalo.)": true,
		"Toàn tỉnh có 312 ca. Hết.": false,
		"Xin chào":                  false,
	} {
		if got := out.mayBe(text); got != want {
			t.Errorf("%q: %t, want %t", text, got, want)
		}
	}
	if (outgoing{Parcel: &parcel{Text: "Lúc này"}}).mayBe("bất kỳ") {
		t.Error("a message without words of its own may be any")
	}
}
