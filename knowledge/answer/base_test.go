package answer

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"phatngon/knowledge/golden"
	"phatngon/knowledge/statement"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, statement.Vietnam)

func at(day string) *time.Time {
	t, err := time.ParseInLocation(time.DateOnly, day, statement.Vietnam)
	if err != nil {
		panic(err)
	}
	return &t
}

// Bridge is a statement that answers bridgeQuestion.
func bridge(change func(*statement.Statement)) statement.Statement {
	s := statement.Statement{
		Code: "PN-2026-0001", Version: 1, Status: statement.StatusPublished, Title: "Tiến độ sửa chữa cầu Hàm Rồng",
		Unit: "TH-XD", Spokesperson: "Nguyễn Văn A", Position: "Giám đốc Sở Xây dựng", Audience: statement.AudiencePublic,
		IssuedAt: *at("2026-10-01"), Questions: []string{"Khi nào sửa xong cầu Hàm Rồng?"},
		Body: "Cầu Hàm Rồng được sửa chữa từ ngày 01/10/2026. Công trình hoàn thành trước ngày 31/12/2026 với kinh phí 12,5 tỷ đồng.",
	}
	if change != nil {
		change(&s)
	}
	return s
}

// School keeps company, so that words differ in how much they say.
func school(n int) statement.Statement {
	s := bridge(nil)
	s.Code = []string{"PN-2026-0100", "PN-2026-0101", "PN-2026-0102"}[n]
	s.Title = []string{"Tuyển sinh lớp 10 năm học 2026-2027", "Phòng, chống dịch sốt xuất huyết", "Lịch cấp nước mùa khô"}[n]
	s.Questions = nil
	s.Body = []string{
		"Kỳ thi tuyển sinh lớp 10 diễn ra trong hai ngày 05 và 06/6/2026 tại 96 điểm thi.",
		"Toàn tỉnh ghi nhận 215 ca mắc sốt xuất huyết, không có ca tử vong.",
		"Hồ Cửa Đạt xả nước phục vụ gieo cấy từ ngày 10/01/2027.",
	}[n]
	return s
}

const bridgeQuestion = "khi nao sua xong cau ham rong"

func baseOf(statements ...statement.Statement) *Base {
	b := NewBase(Options{PublicURL: "https://example.vn", UnitName: func(code string) string {
		return map[string]string{"TH-XD": "Sở Xây dựng"}[code]
	}})
	b.Replace(append(statements, school(0), school(1), school(2)))
	return b
}

func ask(text string, a statement.Audience) Question {
	return Question{Text: text, Audience: a, Now: noon}
}

func TestAskQuotesOnlyWhatMayBeSaid(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*statement.Statement)
		a      statement.Audience
		want   bool
	}{
		"published":                    {nil, statement.AudiencePublic, true},
		"audience left out":            {nil, "", true},
		"draft":                        {func(s *statement.Statement) { s.Status = statement.StatusDraft }, statement.AudiencePress, false},
		"withdrawn":                    {func(s *statement.Statement) { s.Status = statement.StatusWithdrawn }, statement.AudiencePress, false},
		"superseded":                   {func(s *statement.Statement) { s.Status = statement.StatusSuperseded }, statement.AudiencePublic, false},
		"press for a citizen":          {func(s *statement.Statement) { s.Audience = statement.AudiencePress }, statement.AudiencePublic, false},
		"press for a reporter":         {func(s *statement.Statement) { s.Audience = statement.AudiencePress }, statement.AudiencePress, true},
		"an audience nobody knows":     {func(s *statement.Statement) { s.Audience = "" }, statement.AudiencePublic, false},
		"embargoed for a reporter too": {func(s *statement.Statement) { s.EmbargoUntil = at("2026-11-24") }, statement.AudiencePress, false},
		"embargo over":                 {func(s *statement.Statement) { s.EmbargoUntil = at("2026-11-23") }, statement.AudiencePublic, true},
		"not yet valid":                {func(s *statement.Statement) { s.ValidFrom = at("2026-12-01") }, statement.AudiencePublic, false},
		"expired":                      {func(s *statement.Statement) { s.ValidUntil = at("2026-11-01") }, statement.AudiencePublic, false},
		"valid until later":            {func(s *statement.Statement) { s.ValidUntil = at("2026-12-01") }, statement.AudiencePublic, true},
	} {
		t.Run(name, func(t *testing.T) {
			s := bridge(c.change)
			b := baseOf(s)
			for _, answer := range []Answer{b.Ask(ask(bridgeQuestion, c.a)), b.AskAbout(s.Code, ask(bridgeQuestion, c.a))} {
				said := len(answer.Quotes) > 0 && answer.Quotes[0].Statement == s.Code && !answer.Quotes[0].Historical
				if said != c.want {
					t.Errorf("said %v, want %v: %+v", said, c.want, answer)
				}
				if !c.want && strings.Contains(answer.Text, "31/12/2026") {
					t.Errorf("text gives it away: %s", answer.Text)
				}
			}
			for _, candidate := range b.Ask(ask(bridgeQuestion, c.a)).Candidates {
				if !c.want && candidate.Statement == s.Code {
					t.Error("its title was offered")
				}
			}
		})
	}
}

func TestAskQuotesTheFullAttribution(t *testing.T) {
	a := baseOf(bridge(nil)).Ask(ask(bridgeQuestion, statement.AudiencePublic))
	want := "Theo phát ngôn của Giám đốc Sở Xây dựng Nguyễn Văn A, Sở Xây dựng, ngày 01/10/2026: “"
	if a.Status != Answered || !strings.HasPrefix(a.Text, want) || !strings.HasSuffix(a.Text, "”. Nguồn: https://example.vn/s/PN-2026-0001") {
		t.Errorf("got %s: %s", a.Status, a.Text)
	}
	if !Verify(a.Quotes[0], bridge(nil)) {
		t.Errorf("quote does not hold: %+v", a.Quotes[0])
	}
}

func TestSampleDataIsMarked(t *testing.T) {
	s := bridge(func(s *statement.Statement) { s.Code = "MAU-2026-0001" })
	if a := baseOf(s).Ask(ask(bridgeQuestion, statement.AudiencePublic)); !strings.HasPrefix(a.Text, "[DỮ LIỆU MẪU] ") {
		t.Errorf("got %s", a.Text)
	}
}

func TestSupersededStatementSpeaksOnlyAsHistory(t *testing.T) {
	old := bridge(func(s *statement.Statement) {
		s.Code, s.IssuedAt, s.Body = "PN-2024-0001", *at("2024-05-01"), "Cầu Hàm Rồng sửa xong trước ngày 30/6/2024."
	})
	next := bridge(func(s *statement.Statement) { s.Supersedes = []string{"PN-2024-0001"} })
	b := baseOf(old, next)

	for _, question := range []string{bridgeQuestion, "hiện nay khi nào sửa xong cầu Hàm Rồng?", "Năm 2026 khi nào sửa xong cầu Hàm Rồng?"} {
		a := b.Ask(ask(question, statement.AudiencePublic))
		if len(a.Quotes) == 0 || a.Quotes[0].Statement != next.Code {
			t.Errorf("%s: got %+v", question, a.Quotes)
		}
		for _, q := range a.Quotes {
			if q.Historical {
				t.Errorf("%s: history was quoted", question)
			}
		}
	}
	a := b.AskAbout(old.Code, ask("năm 2024 khi nào sửa xong cầu Hàm Rồng", statement.AudiencePublic))
	if len(a.Quotes) != 1 || !a.Quotes[0].Historical || !strings.HasPrefix(a.Text, "Thông tin theo văn bản năm 2024; có thể đã thay đổi.") {
		t.Errorf("got %+v", a)
	}
	if a := b.AskAbout(old.Code, ask("khi nào sửa xong cầu Hàm Rồng", statement.AudiencePublic)); a.Status != Refused {
		t.Errorf("picked without its time: got %+v", a)
	}

	next.Status, next.Version = statement.StatusWithdrawn, 2
	b.Apply(next)
	if a := b.Ask(ask(bridgeQuestion, statement.AudiencePublic)); len(a.Quotes) == 0 || a.Quotes[0].Statement != old.Code {
		t.Errorf("its successor withdrawn, the old one holds: got %+v", a)
	}
}

func TestExpiredStatementOfThisYearNeedsItsMonth(t *testing.T) {
	b := baseOf(bridge(func(s *statement.Statement) { s.ValidUntil = at("2026-10-31") }))
	for question, want := range map[string]bool{
		"Tháng 10/2026 khi nào sửa xong cầu Hàm Rồng?":         true,
		"ngày 15/10/2026 cầu Hàm Rồng khi nào sửa xong":        true,
		"tháng 10 năm 2026 khi nào sửa xong cầu Hàm Rồng":      true,
		"Tháng 11/2026 khi nào sửa xong cầu Hàm Rồng?":         false,
		"Năm 2026 khi nào sửa xong cầu Hàm Rồng?":              false,
		"khi nào sửa xong cầu Hàm Rồng hôm nay":                false,
		"theo văn bản năm 2019 khi nào sửa xong cầu Hàm Rồng?": false,
	} {
		a := b.Ask(ask(question, statement.AudiencePublic))
		if got := len(a.Quotes) > 0 && a.Quotes[0].Historical; got != want {
			t.Errorf("%s: history quoted %v, want %v", question, got, want)
		}
	}
}

func TestNewerWinsAtEqualRelevance(t *testing.T) {
	newer := bridge(func(s *statement.Statement) { s.Code, s.IssuedAt = "PN-2026-0009", *at("2026-11-01") })
	a := baseOf(bridge(nil), newer).Ask(ask(bridgeQuestion, statement.AudiencePublic))
	if len(a.Quotes) == 0 || a.Quotes[0].Statement != newer.Code {
		t.Errorf("got %+v", a.Quotes)
	}
}

func TestApplyIsSeenByTheNextQuestion(t *testing.T) {
	b := baseOf()
	if a := b.Ask(ask(bridgeQuestion, statement.AudiencePublic)); a.Status == Answered {
		t.Fatalf("answered from nothing: %+v", a)
	}
	s := bridge(nil)
	b.Apply(s)
	if a := b.Ask(ask(bridgeQuestion, statement.AudiencePublic)); a.Status != Answered {
		t.Fatalf("published: got %s", a.Status)
	}
	edited := bridge(func(s *statement.Statement) {
		s.Version, s.Body = 2, "Cầu Hàm Rồng sửa xong ngày 15/12/2026, khi nào thông xe sẽ báo sau."
	})
	b.Apply(edited)
	b.Apply(s) // arrives late
	a := b.Ask(ask(bridgeQuestion, statement.AudiencePublic))
	if len(a.Quotes) == 0 || !Verify(a.Quotes[0], edited) {
		t.Fatalf("edited: got %+v", a.Quotes)
	}
	if got := b.Len(); got != 4 {
		t.Errorf("Len = %d, want 4", got)
	}
}

func TestSameQuestionSameAnswer(t *testing.T) {
	first, second := baseOf(bridge(nil)), NewBase(Options{PublicURL: "https://example.vn", UnitName: func(string) string { return "Sở Xây dựng" }})
	second.Replace([]statement.Statement{school(2), school(1), bridge(nil), school(0)}) // another order
	for _, question := range []string{bridgeQuestion, "sốt xuất huyết", "giá vàng", "", "🙂", "tuyen sinh lop 10 ngay mo?"} {
		if diff := cmp.Diff(first.Ask(ask(question, statement.AudiencePublic)), second.Ask(ask(question, statement.AudiencePublic))); diff != "" {
			t.Errorf("%s: %s", question, diff)
		}
	}
	one, other := first.Ask(ask("Khi nào sửa xong cầu Hàm Rồng?", statement.AudiencePublic)), first.Ask(ask("khi nào  SỬA xong cầu hàm rồng", statement.AudiencePublic))
	if one.ID != other.ID || one.ID == "" {
		t.Errorf("spelling makes no other answer: %q, %q", one.ID, other.ID)
	}
}

// The same statements in another order, read by another base, answer with the same bytes.
func TestAThousandReplaysGiveTheSameBytes(t *testing.T) {
	tune, err := golden.ReadEveryday(os.DirFS("../golden/everyday/tune"))
	if err != nil {
		t.Fatal(err)
	}
	all := slices.Concat(readSamples(t), tune.Texts)
	first, second := NewBase(Options{}), NewBase(Options{})
	first.Replace(all)
	slices.Reverse(all)
	second.Replace(all)
	questions := slices.Concat(tune.Answerable, tune.Near)[:1000]
	for _, q := range questions {
		asked := ask(q.Text, statement.AudiencePublic)
		one, other := must(json.Marshal(first.Ask(asked))), must(json.Marshal(second.Ask(asked)))
		if !bytes.Equal(one, other) {
			t.Errorf("%s:\n%s\n%s", q.Text, one, other)
		}
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func TestAnEmptyBaseRefuses(t *testing.T) {
	b := NewBase(Options{})
	if a := b.Ask(ask(bridgeQuestion, statement.AudiencePublic)); a.Status != Refused || a.Text == "" || len(a.Quotes) != 0 {
		t.Errorf("got %+v", a)
	}
	if hits := b.Search(bridgeQuestion, statement.AudiencePublic, noon, 5); len(hits) != 0 {
		t.Errorf("got %+v", hits)
	}
}

func TestSearchAndSuggestionsShowOnlyWhatMayBeSeen(t *testing.T) {
	press := bridge(func(s *statement.Statement) { s.Audience = statement.AudiencePress })
	b := baseOf(press)
	if hits := b.Search("cầu Hàm Rồng", statement.AudiencePublic, noon, 5); len(hits) > 0 && hits[0].Statement == press.Code {
		t.Errorf("got %+v", hits)
	}
	if got := b.Suggestions(statement.AudiencePublic, noon, 5); len(got) != 0 {
		t.Errorf("got %v", got)
	}
	hits := b.Search("cau ham rong", statement.AudiencePress, noon, 5)
	if len(hits) == 0 || hits[0].Statement != press.Code || !strings.Contains(press.Body, hits[0].Excerpt) {
		t.Errorf("got %+v", hits)
	}
	if diff := cmp.Diff(press.Questions, b.Suggestions(statement.AudiencePress, noon, 5)); diff != "" {
		t.Error(diff)
	}
	if got := b.Search("", statement.AudiencePublic, noon, 2); len(got) != 2 {
		t.Errorf("without text the newest are shown: got %+v", got)
	}
	if _, ok := b.Statement(press.Code, statement.AudiencePublic, noon); ok {
		t.Error("a citizen saw a press statement")
	}
}

func TestReadersNeverWaitNorSeeHalf(t *testing.T) {
	b := baseOf(bridge(nil))
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			for range 20 {
				a := b.Ask(ask(bridgeQuestion, statement.AudiencePublic))
				for _, q := range a.Quotes {
					if !strings.Contains(bridge(nil).Body, q.Quote) {
						t.Errorf("got %q", q.Quote)
					}
				}
			}
		})
	}
	for version := range int64(10) {
		b.Apply(bridge(func(s *statement.Statement) { s.Version = version + 2 }))
	}
	wait.Wait()
}
