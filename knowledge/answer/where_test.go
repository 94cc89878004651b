package answer

import (
	"slices"
	"strings"
	"testing"
	"time"

	"phatngon/knowledge/statement"
)

// inTowns is a Base that knows three places by name.
func inTowns(statements ...statement.Statement) *Base {
	b := NewBase(Options{Places: func(text string) []string {
		var codes []string
		for _, name := range []string{"Thanh Hòa", "Thanh Long", "Yên Định"} {
			if strings.Contains(text, "xã "+name) {
				codes = append(codes, name)
			}
		}
		return codes
	}})
	b.Replace(append(statements, school(0), school(1), school(2)))
	return b
}

// bridgeIn is the bridge statement, of a place.
func bridgeIn(code, place string, change func(*statement.Statement)) statement.Statement {
	return bridge(func(s *statement.Statement) {
		s.Code = code
		s.Title += " tại xã " + place
		if change != nil {
			change(s)
		}
	})
}

func TestAskAnswersOnlyFromAStatementOnTheCommuneAskedAbout(t *testing.T) {
	for name, c := range map[string]struct {
		change   func(*statement.Statement) // of a statement about xã Thanh Long
		question string
		want     Outcome
	}{
		"no commune named":       {nil, "", Answered},
		"the commune":            {nil, " tại xã Thanh Long", Answered},
		"another commune":        {nil, " tại xã Thanh Hòa", Related},
		"one of two":             {nil, " tại xã Thanh Hòa, xã Thanh Long", Related},
		"named in its body":      {func(s *statement.Statement) { s.Body += " Xe đi vòng qua xã Thanh Hòa." }, " tại xã Thanh Hòa", Answered},
		"among its places":       {func(s *statement.Statement) { s.Places = []string{"xã Thanh Hòa"} }, " tại xã Thanh Hòa", Answered},
		"in a curated question":  {func(s *statement.Statement) { s.Questions = append(s.Questions, "Cầu ở xã Thanh Hòa?") }, " tại xã Thanh Hòa", Answered},
		"said by its committee":  {func(s *statement.Statement) { s.Unit = "Thanh Hòa" }, " tại xã Thanh Hòa", Answered},
		"the statement has none": {func(s *statement.Statement) { s.Title = bridge(nil).Title }, " tại xã Thanh Hòa", Related},
	} {
		t.Run(name, func(t *testing.T) {
			s := bridgeIn("PN-2026-0001", "Thanh Long", c.change)
			b := inTowns(s)
			q := ask("Khi nào sửa xong cầu Hàm Rồng"+c.question+"?", statement.AudiencePublic)
			a := b.Ask(q)
			if a.Status != c.want || len(a.Quotes) == 0 || (a.Confidence >= AnswerAt) != (c.want == Answered) {
				t.Errorf("got %s (%.2f), want %s: %s", a.Status, a.Confidence, c.want, a.Text)
			}
			if told(a) != s.Code {
				t.Errorf("it is not quoted: %+v", a.Quotes)
			}
			if picked := b.AskAbout(s.Code, q); picked.Status != Answered {
				t.Errorf("picked, it is %s", picked.Status)
			}
		})
	}
}

func TestAskPrefersTheStatementOnTheCommune(t *testing.T) {
	newer := func(s *statement.Statement) { s.IssuedAt = *at("2026-11-01") }
	b := inTowns(bridgeIn("PN-2026-0002", "Thanh Long", newer), bridgeIn("PN-2026-0001", "Thanh Hòa", nil))
	if a := b.Ask(ask("Khi nào sửa xong cầu Hàm Rồng?", statement.AudiencePublic)); len(a.Quotes) == 0 || a.Quotes[0].Statement != "PN-2026-0002" {
		t.Fatalf("got %s: %s", a.Status, a.Text)
	}
	if a := b.Ask(ask("Khi nào sửa xong cầu Hàm Rồng tại xã Thanh Hòa?", statement.AudiencePublic)); len(a.Quotes) == 0 || a.Quotes[0].Statement != "PN-2026-0001" {
		t.Errorf("got %s: %s", a.Status, a.Text)
	}
}

func TestAChangedStatementIsReadForItsCommunesAgain(t *testing.T) {
	b := inTowns(bridgeIn("PN-2026-0001", "Thanh Long", nil))
	q := ask("Khi nào sửa xong cầu Hàm Rồng xã Thanh Hòa?", statement.AudiencePublic)
	b.Apply(bridgeIn("PN-2026-0001", "Thanh Hòa", func(s *statement.Statement) { s.Version = 2 }))
	if a := b.Ask(q); a.Status != Answered {
		t.Errorf("got %s (%.2f)", a.Status, a.Confidence)
	}
	b.SetVectors(3, subjects(b))
	b.Apply(school(0))
	if a := b.Ask(q); a.Status != Answered {
		t.Errorf("after another change: %s", a.Status)
	}
	if places := b.Snapshot().Places["PN-2026-0001"]; !slices.Equal(places, []string{"Thanh Hòa", "TH-XD"}) {
		t.Errorf("places %v", places)
	}
}

func TestAskAnswersOnlyFromAStatementOnTheRoadAskedAbout(t *testing.T) {
	b := baseOf(bridge(func(s *statement.Statement) {
		s.Title, s.Questions = "Sửa cầu Hàm Rồng trên Quốc lộ 1A", []string{"Khi nào sửa xong cầu Hàm Rồng trên Quốc lộ 1A?"}
	}))
	for question, want := range map[string]Outcome{
		"Khi nào sửa xong cầu Hàm Rồng trên Quốc lộ 1A?": Answered,
		"khi nao sua xong cau ham rong tren ql1a":        Answered,
		"Khi nào sửa xong cầu Hàm Rồng trên Quốc lộ 10?": Related,
	} {
		if a := b.Ask(ask(question, statement.AudiencePublic)); a.Status != want {
			t.Errorf("%s: %s (%.2f), want %s", question, a.Status, a.Confidence, want)
		}
	}
}

func TestATextOfTodayIsNotOfAFormerCommuneOfItsName(t *testing.T) {
	for name, c := range map[string]struct {
		year int
		want Outcome
	}{
		"written since the communes of today exist": {2026, Related},
		"written before": {2025, Answered},
	} {
		t.Run(name, func(t *testing.T) {
			// A ward "Đông Sơn" of today, and a former one that is in Bỉm Sơn now.
			named := func(codes ...string) func(string) []string {
				return func(text string) []string {
					if strings.Contains(text, "phường Đông Sơn") {
						return codes
					}
					return nil
				}
			}
			asked := func(text string) []string {
				if strings.Contains(text, "phường Bỉm Sơn") {
					return []string{"BS"}
				}
				return named("DS", "BS")(text)
			}
			b := NewBase(Options{Places: asked, PlacesToday: named("DS")})
			b.Replace([]statement.Statement{bridge(func(s *statement.Statement) {
				s.Title += " tại phường Đông Sơn"
				s.IssuedAt = time.Date(c.year, time.May, 5, 0, 0, 0, 0, statement.Vietnam)
			}), school(0), school(1)})
			a := b.Ask(ask("Khi nào sửa xong cầu Hàm Rồng tại phường Bỉm Sơn?", statement.AudiencePublic))
			if a.Status != c.want {
				t.Errorf("got %s (%.2f), want %s", a.Status, a.Confidence, c.want)
			}
		})
	}
}
