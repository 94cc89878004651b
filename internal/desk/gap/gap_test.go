package gap_test

import (
	"fmt"
	"testing"
	"time"

	"phatngon/internal/desk/gap"
)

var (
	from = time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)
	then = from.AddDate(0, 0, -3)
	now  = from.AddDate(0, 0, 2)
)

func miss(person, text, unit string, at time.Time) gap.Miss {
	return gap.Miss{ID: person + "/" + text, Asker: person, Text: text, Unit: unit, Day: at}
}

func TestWhatIsAskedInOtherWordsIsOneGapOfSoManyPeople(t *testing.T) {
	all := gap.Of([]gap.Miss{
		miss("a", "Bao giờ sửa cầu Đò Trạp ở xã Quý Lộc?", "TH-XD", now),
		miss("b", "bao gio sua cau do trap quy loc a", "TH-XD", now.AddDate(0, 0, 1)),
		miss("b", "Bao giờ sửa cầu Đò Trạp ở xã Quý Lộc?", "TH-XD", now),
		miss("c", "cầu Đò Trạp xã Quý Lộc khi nào sửa xong", "QUY-LOC", then),
		miss("d", "Bao giờ sửa cầu Kiểu ở xã Yên Ninh?", "TH-XD", now),
		miss("e", "Học phí năm học mới của trường công lập là bao nhiêu?", "TH-GDDT", then),
	}, from)
	if len(all) != 2 {
		t.Fatalf("%d gaps: %+v", len(all), all)
	}
	g := all[0]
	if g.People != 2 || g.Before != 1 || g.Text != "Bao giờ sửa cầu Đò Trạp ở xã Quý Lộc?" || !g.Last.Equal(now.AddDate(0, 0, 1)) {
		t.Errorf("%+v", g)
	}
	if len(g.Others) == 0 || len(g.Units) != 1 || g.Units[0] != "TH-XD" {
		t.Errorf("other wordings %q, units %q", g.Others, g.Units)
	}
	if !g.Has("b/bao gio sua cau do trap quy loc a") || g.Has("d/Bao giờ sửa cầu Kiểu ở xã Yên Ninh?") {
		t.Error("a gap does not know its misses")
	}
}

func TestAnotherNumberIsAnotherGapAndWhoWasShownTheWrongIsCounted(t *testing.T) {
	wrong := miss("a", "Lịch tiêm sởi của xã Quý Lộc tháng 12", "", now)
	wrong.Wrong = "PN-1"
	all := gap.Of([]gap.Miss{wrong, miss("b", "Lịch tiêm sởi của xã Quý Lộc tháng 11", "", now)}, from)
	if len(all) != 2 || all[0].Wrong+all[1].Wrong != 1 {
		t.Errorf("%+v", all)
	}
}

func TestTheOrderIsTheSameHoweverTheMissesCome(t *testing.T) {
	var misses []gap.Miss
	for i := range 40 {
		misses = append(misses, miss(fmt.Sprint("p", i%7), fmt.Sprintf("Trạm y tế số %d mở cửa ngày nào trong tuần?", i%5), "TH-YT", now))
	}
	first := gap.Of(misses, from)
	for i, j := 0, len(misses)-1; i < j; i, j = i+1, j-1 {
		misses[i], misses[j] = misses[j], misses[i]
	}
	for i, g := range gap.Of(misses, from) {
		if g.ID != first[i].ID || g.People != first[i].People {
			t.Errorf("%d: %s of %d, then %s of %d", i, first[i].ID, first[i].People, g.ID, g.People)
		}
	}
}
