package answer

import (
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"phatngon/knowledge/golden"
	"phatngon/knowledge/search"
)

// readExpected maps the id of each answerable golden question to the words its
// quotes must hold.
func readExpected(t testing.TB) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := golden.EachLine(os.DirFS("../golden"), "answerable.jsonl", func(line string) error {
		var g struct{ ID, Expect string }
		if err := json.Unmarshal([]byte(line), &g); err != nil {
			return err
		}
		all[g.ID] = g.Expect
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// quoted is what the answers to one spelling of the golden questions came to.
type quoted struct{ asked, right, runes, quotes int }

func (c quoted) share() float64 { return float64(c.right) / float64(c.asked) }
func (c quoted) mean() int      { return c.runes / c.asked }

func TestGoldenQuotes(t *testing.T) {
	least := map[string]float64{"text": 0.97, "nodiac": 0.97, "noisy": 0.97, "casual": 0.93}
	counts := quoteGolden(t)
	for _, spelling := range slices.Sorted(maps.Keys(counts)) {
		c := counts[spelling]
		t.Logf("%s: %.1f%% of %d quotes hold the answer, in %d runes and %.2f quotes on average",
			spelling, 100*c.share(), c.asked, c.mean(), float64(c.quotes)/float64(c.asked))
		if c.share() < least[spelling] || c.mean() > 450 {
			t.Errorf("%s: want at least %.2f in at most 450 runes", spelling, least[spelling])
		}
	}
}

// quoteGolden asks each golden question of the statement that answers it.
func quoteGolden(t *testing.T) map[string]*quoted {
	b, expected, counts := sampleBase(t), readExpected(t), map[string]*quoted{}
	for _, g := range readGolden(t, "answerable.jsonl") {
		for spelling, text := range g.spellings() {
			if counts[spelling] == nil {
				counts[spelling] = &quoted{}
			}
			c, snap := counts[spelling], b.snapshot()
			body := snap.all[g.Statement].Body
			var said []string
			for _, s := range quotable(body, snap.index, snap.index.Read(text)) {
				said = append(said, s.of(body))
				c.runes += utf8.RuneCountInString(s.of(body))
				c.quotes++
			}
			c.asked++
			if strings.Contains(strings.Join(said, "\n"), expected[g.ID]) {
				c.right++
			} else {
				t.Logf("%s %s of %s: %s\nwant %s\ngot %q", g.ID, spelling, g.Statement, text, expected[g.ID], said)
			}
		}
	}
	return counts
}

// filler makes a body too long to be quoted whole, on something else.
var filler = "\n\n" + strings.Repeat("Sở khuyến cáo bà con giữ vệ sinh chuồng trại và theo dõi sức khỏe đàn vật nuôi. ", 6)

const (
	listBody = `# Phí

Trường hợp được miễn phí gồm:

- Trẻ em dưới 6 tuổi.
- Người cao tuổi có thẻ.

Người khác nộp 20.000 đồng một lượt.`
	tableBody = `| Xã | Số hộ |
|---|---|
| Bá Thước | 12 |
| Cẩm Thủy | 34 |
| Ngọc Lặc | 56 |`
)

func TestQuotablePicksWhatAnswers(t *testing.T) {
	rows := strings.Repeat("\n| Xã khác thuộc vùng thấp, không có hộ nào bị ảnh hưởng | 0 |", 8)
	for name, c := range map[string]struct {
		body, question string
		want           []string
	}{
		"a short body whole":       {"Chợ mở lúc 5 giờ. Có 40 sạp.", "chợ có mấy sạp", []string{"Chợ mở lúc 5 giờ. Có 40 sạp."}},
		"nothing that is not said": {"Chợ mở lúc 5 giờ.", "học phí", nil},
		"a list with what announces it": {listBody + filler, "ai được miễn phí", []string{
			"Trường hợp được miễn phí gồm:\n\n- Trẻ em dưới 6 tuổi.\n- Người cao tuổi có thẻ."}},
		"the kind of answer asked for": {listBody + filler, "phí bao nhiêu tiền một lượt", []string{"Người khác nộp 20.000 đồng một lượt."}},
		"a small table whole":          {tableBody + filler, "Cẩm Thủy có bao nhiêu hộ", []string{tableBody}},
		"a row with the head of its table": {tableBody + rows + filler, "Cẩm Thủy có bao nhiêu hộ", []string{
			"| Xã | Số hộ |\n|---|---|", "| Cẩm Thủy | 34 |"}},
		"the first row in one piece with the head": {tableBody + rows + filler, "Bá Thước có bao nhiêu hộ", []string{
			"| Xã | Số hộ |\n|---|---|\n| Bá Thước | 12 |"}},
		"the sentence another leans on": {strings.TrimSpace(filler) + " Cầu mới dài 240 m. Trong đó nhịp giữa 60 m.", "nhịp giữa bao nhiêu m", []string{
			"Cầu mới dài 240 m. Trong đó nhịp giữa 60 m."}},
	} {
		t.Run(name, func(t *testing.T) {
			x := search.Build([]search.Doc{{Body: c.body}, {Body: "Việc khác."}, {Body: "Tin khác."}, {Body: "Phí khác."}})
			var got []string
			for _, s := range quotable(c.body, x, x.Read(c.question)) {
				got = append(got, s.of(c.body))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestQuotesOfSamplesAreWholeSentences(t *testing.T) {
	b := sampleBase(t)
	for _, g := range readGolden(t, "answerable.jsonl") {
		s := b.snapshot().all[g.Statement]
		for _, q := range b.AskAbout(g.Statement, g.ask(g.Casual)).Quotes {
			before := strings.TrimRight(s.Body[:q.Start], " ")
			if before != "" && !strings.ContainsAny(before[len(before)-1:], ".:!?\n") || !strings.ContainsAny(q.Quote[len(q.Quote)-1:], ".:!?|") {
				t.Errorf("%s cuts a sentence: …%s", g.ID, q.Quote)
			}
			if !Verify(q, s) || utf8.RuneCountInString(q.Quote) > maxQuoteRunes {
				t.Errorf("%s: not proven or too long: %s", g.ID, q.Quote)
			}
		}
	}
}

func FuzzQuotable(f *testing.F) {
	f.Add(listBody+filler, "ai dc mien phi z")
	f.Add(tableBody+filler, "Cẩm Thủy có bao nhiêu hộ")
	f.Add("Một. Hai!\n  - ba\n\n    bốn\n1. năm\n| sáu\n|--\n# bảy\n**tám:**\n* chín", "may ba bon nam sau")
	f.Add("\xff. \xc3 A. ; …\r\n- \xe2\x80", "\xff a")
	f.Add(strings.Repeat("Còn a. ", 300)+strings.Repeat("b", 3000)+":\n- a\n- b", "a b")
	f.Fuzz(func(t *testing.T, body, question string) {
		x := search.Build([]search.Doc{{Body: body}, {Body: "Số hộ được miễn phí."}})
		spans := quotable(body, x, x.Read(question))
		if again := quotable(body, x, x.Read(question)); !slices.Equal(spans, again) {
			t.Errorf("not the same again: %v, %v", spans, again)
		}
		if len(spans) > maxQuotes {
			t.Errorf("%d quotes", len(spans))
		}
		starts, ends := edges(body)
		end := 0
		for _, s := range spans {
			if s.Start < end || s.End <= s.Start || s.End > len(body) {
				t.Fatalf("%v after %d in %d bytes", s, end, len(body))
			}
			if !starts[s.Start] || !ends[s.End] {
				t.Errorf("%q is not whole", s.of(body))
			}
			if utf8.ValidString(body) && !utf8.ValidString(s.of(body)) {
				t.Errorf("%q cuts a letter", s.of(body))
			}
			end = s.End
		}
	})
}

// edges are where the parts of a body begin and end.
func edges(body string) (starts, ends map[int]bool) {
	starts, ends = map[int]bool{}, map[int]bool{}
	last := 0
	for _, b := range blocks(body) {
		for _, p := range b.parts {
			if p.Start < last {
				panic("parts overlap")
			}
			starts[p.Start], ends[p.End], last = true, true, p.End
		}
	}
	return starts, ends
}

func BenchmarkQuotable(b *testing.B) {
	base := sampleBase(b)
	x := base.snapshot().index
	statement := base.snapshot().all["MAU-2026-0034"]
	q := x.Read("nua dau nam nay may vu bao phai cai chinh")
	for _, n := range []int{1, 2, 200} {
		body := strings.Repeat(statement.Body+"\n\n", n)
		b.Run(strconv.Itoa(len(body)>>10)+"KB", func(b *testing.B) {
			for b.Loop() {
				quotable(body, x, q)
			}
		})
	}
}
