package answer

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"phatngon/knowledge/statement"
)

// told lists the statements an answer quotes, each once.
func told(a Answer) string {
	var all []string
	for _, q := range a.Quotes {
		if !slices.Contains(all, q.Statement) {
			all = append(all, q.Statement)
		}
	}
	return strings.Join(all, " ")
}

func TestEachPartIsAnsweredOrNamed(t *testing.T) {
	b := sampleBase(t)
	for question, want := range map[string]struct {
		status    Outcome
		told      string
		uncovered string
	}{
		"Hộ có lợn bị tiêu hủy được hỗ trợ bao nhiêu tiền và nộp hồ sơ ở đâu?":                                               {Partial, "MAU-2026-0008", "nộp hồ sơ ở đâu"},
		"lon bi tieu huy dc ho tro bn va nop ho so o dau":                                                                    {Partial, "MAU-2026-0008", "nop ho so o dau"},
		"Lợn bị tiêu hủy được hỗ trợ bao nhiêu tiền? Nộp ở đâu?":                                                             {Partial, "MAU-2026-0008", "Nộp ở đâu"},
		"Tết 2027 được nghỉ mấy ngày và chợ hoa ở đâu?":                                                                      {Partial, "MAU-2026-0029", "chợ hoa ở đâu"},
		"chợ hoa ở đâu; Tết 2027 được nghỉ mấy ngày":                                                                         {Partial, "MAU-2026-0029", "chợ hoa ở đâu"},
		"Sân bay Thọ Xuân có bay quốc tế không, vé đi Lào bao nhiêu?":                                                        {Partial, "MAU-2026-0019", "vé đi Lào bao nhiêu"},
		"Bảng giá đất mới áp dụng từ khi nào? Đổi tên xã có phải đổi sổ đỏ không?":                                           {Answered, "MAU-2026-0042 MAU-2026-0043", ""},
		"doi ten xa co phai doi so do k? con bang gia dat moi ap dung khi nao":                                               {Answered, "MAU-2026-0043 MAU-2026-0042", ""},
		"Tiền ủng hộ bão lũ được bao nhiêu và phân bổ cho xã nào?":                                                           {Answered, "MAU-2026-0058", ""},
		"Lịch cắt điện Cẩm Thủy ngày nào và vì sao mất điện?":                                                                {Answered, "MAU-2026-0015", ""},
		"1) Năm học 2026–2027 học sinh có phải đóng học phí không 2) Tiền ăn bán trú tối đa bao nhiêu 3) Bao giờ khai giảng": {Partial, "MAU-2026-0009", "Bao giờ khai giảng"},
		// two parts that only together say what they are about
		"Từ đầu năm 2026 xảy ra bao nhiêu vụ cháy rừng, thiệt hại bao nhiêu héc-ta? Sổ đỏ ghi tên huyện cũ có còn giá trị không?": {Answered, "MAU-2026-0056 MAU-2026-0043", ""},
		// a short part before the one that says what it is about
		"Mấy môn và khi nào thi vào lớp 10 năm học 2027–2028? Bao giờ có tàu điện ngầm?": {Partial, "MAU-2026-0010", "Bao giờ có tàu điện ngầm"},
		// what is quoted already is not called unknown
		"Hồ sơ bị trễ thì được hẹn lại mấy lần, tối đa bao nhiêu ngày?": {Answered, "MAU-2026-0002", ""},
		// the same words of another statement do not answer what leans on this one
		"Dịch tả lợn châu Phi đến nay có bao nhiêu ổ dịch? Bao nhiêu hộ phải sơ tán?": {Partial, "MAU-2026-0008", "Bao nhiêu hộ phải sơ tán"},
		// what is asked about elsewhere is not answered from here
		"Suối cá Cẩm Lương giá vé bao nhiêu và mở cửa mấy giờ?":                   {Related, "MAU-2026-0061", ""},
		"Lễ hội Bà Triệu 2026 tổ chức ngày nào và gửi xe bao nhiêu tiền?":         {Related, "MAU-2026-0020", ""},
		"Bão số 7 đổ bộ khi nào? Mưa bao nhiêu?":                                  {Refused, "", ""},
		"Cầu Đò Lèn khi nào khởi công? Bao giờ bốc thăm đất tái định cư cho dân?": {Related, "MAU-2026-0004", ""},
	} {
		a := b.Ask(Question{Text: question, Audience: statement.AudiencePublic, Now: goldenNow})
		if uncovered := strings.Join(a.Uncovered, "|"); a.Status != want.status || told(a) != want.told || uncovered != want.uncovered {
			t.Errorf("%q is %s by %q without %q, want %v", question, a.Status, told(a), uncovered, want)
		}
		if a.Status == Partial && !strings.HasSuffix(a.Text, partialText+strings.Join(a.Uncovered, "; ")+".") {
			t.Errorf("%q does not say what is left open: %s", question, a.Text)
		}
		if a.Status.Asserts() && a.Confidence < AnswerAt {
			t.Errorf("%q is answered with a confidence of %.2f", question, a.Confidence)
		}
	}
}

func TestOneStatementThatAnswersAllIsAskedAtOnce(t *testing.T) {
	b := sampleBase(t)
	for _, text := range []string{
		"Xã Thường Xuân có bao nhiêu hộ bị dịch tả lợn và tiêu hủy bao nhiêu con?",
		"Họp báo quý IV/2026 của UBND tỉnh tổ chức mấy giờ, ở đâu?",
		"tu dau nam 2026 tinh co bn ca sxh, co tu vong ko a",
	} {
		q := Question{Text: text, Audience: statement.AudiencePublic, Now: goldenNow}
		whole, _ := b.askWhole(b.snapshot(), q)
		if diff := cmp.Diff(b.finish(q, whole), b.Ask(q)); diff != "" || whole.Status != Answered {
			t.Errorf("%s\n%s", text, diff)
		}
	}
}

// inquiryOn is an inquiry whose next part may lean on a matter of the bridge.
func inquiryOn(b *Base, on matter) *inquiry {
	snap := b.snapshot()
	on.topic, on.said = "sửa cầu Hàm Rồng", "Khi nào sửa xong cầu Hàm Rồng"
	on.words = snap.index.Read(on.said + " ở Huế")
	return &inquiry{Base: b, snap: snap, asked: ask("", statement.AudiencePublic), on: &on}
}

func TestOnlyTheStatementOfAMatterAnswersWhatLeansOnIt(t *testing.T) {
	b := baseOf(bridge(nil))
	for name, c := range map[string]struct {
		on   matter
		want bool
	}{
		"the statement that covers it":     {matter{best: bridge(nil), covered: true}, true},
		"another one covers it":            {matter{best: school(1), covered: true}, false},
		"it says more than is known of it": {matter{best: bridge(nil)}, false},
	} {
		in := inquiryOn(b, c.on)
		const text = "hoàn thành ngày nào"
		if p := in.lean(portion{text: text, own: in.snap.index.Read(text)}); p.covered != c.want || p.best.Code != "PN-2026-0001" {
			t.Errorf("%s: covered %v by %s (%.2f)", name, p.covered, p.best.Code, p.best.confidence)
		}
	}
}

func TestAPartStandsAloneWhereItSaysWhatItIsAbout(t *testing.T) {
	placed := bridge(func(s *statement.Statement) { s.Places = []string{"xã Thanh Long"} })
	for name, c := range map[string]struct {
		text    string
		on      *matter
		related bool
		found   statement.Statement
		want    bool
	}{
		"all of a known question":        {"khi nào sửa xong cầu Hàm Rồng", &matter{}, true, placed, true},
		"much of its own":                {"công trình cầu dùng kinh phí mấy tỷ đồng", &matter{covered: true}, false, placed, true},
		"much on the matter before":      {"công trình cầu dùng kinh phí mấy tỷ đồng", &matter{covered: true}, true, placed, false},
		"little of its own":              {"kinh phí bao nhiêu", &matter{covered: true}, false, placed, false},
		"of places nobody asked about":   {"công trình cầu dùng kinh phí mấy tỷ đồng", &matter{}, false, placed, false},
		"of places it names":             {"công trình cầu xã Thanh Long dùng kinh phí mấy tỷ đồng", &matter{}, false, placed, true},
		"of no place":                    {"công trình cầu dùng kinh phí mấy tỷ đồng", &matter{}, false, bridge(nil), true},
		"the first":                      {"công trình cầu dùng kinh phí mấy tỷ đồng", nil, false, placed, true},
		"the first, short and agreed":    {"cầu kinh phí mấy đồng", nil, false, placed, true},
		"the first, short and disagreed": {"cầu kinh phí mấy đồng", nil, false, school(0), false},
		"the first, as good as no topic": {"kinh phí bao nhiêu", nil, false, placed, false},
	} {
		b := inTowns(placed)
		snap := b.snapshot()
		in := &inquiry{Base: b, snap: snap, on: c.on, best: finding{Statement: placed}}
		p := portion{text: c.text, own: snap.index.Read(c.text), best: finding{Statement: c.found}}
		if got := in.standsAlone(p, c.related); got != c.want {
			t.Errorf("%s: %v (%d words, names %.2f)", name, got, ordinaryWords(p.own), named(snap.index, c.found, p.own))
		}
	}
}

func TestATextBearsOnWhatItHasTheWordsAndTheKindOfAnswerFor(t *testing.T) {
	snap := baseOf(bridge(nil)).snapshot()
	for question, want := range map[string]bool{
		"cầu xong khi nào":           true,
		"cau xong khi nao":           true,
		"chậm nhất khi nào xong":     true,
		"xong hết bao nhiêu tiền":    false, // "hết" is not there
		"cầu xong có bao nhiêu nhịp": false,
		"vì sao cầu xong":            false, // no reason is
	} {
		if got := bears(snap.index, "Cầu xong ngày 31/12/2026.", snap.index.Read(question)); got != want {
			t.Errorf("%q: %v", question, got)
		}
	}
}

func TestJoinedQuotesOverlapNowhere(t *testing.T) {
	s := bridge(nil)
	b := baseOf(s)
	in := inquiry{Base: b, snap: b.snapshot()}
	span := func(from, to int) Quote {
		return Quote{Statement: s.Code, Version: s.Version, Quote: s.Body[from:to], Start: from, End: to}
	}
	other := Quote{Statement: school(0).Code, Version: 1, Quote: school(0).Body, End: len(school(0).Body)}
	got := in.joinQuotes([]Quote{span(60, 80), other, span(0, 30), span(20, 62), span(5, 10), {Statement: s.Code, Version: 9, Quote: "x"}})
	if diff := cmp.Diff([]Quote{span(0, 80), other}, got); diff != "" {
		t.Error(diff)
	}
}

func TestAnOpenPartSuggestsTheUnitOfWhatItLeansOn(t *testing.T) {
	b := sampleBase(t)
	for question, want := range map[string]string{
		"Lợn bị tiêu hủy được hỗ trợ bao nhiêu tiền? Nộp ở đâu?":                                        "TH-NNMT",
		"Lợn bị tiêu hủy được hỗ trợ bao nhiêu tiền? Bệnh viện tỉnh bao giờ có khoa xạ trị cho trẻ em?": "",
	} {
		if a := b.Ask(ask(question, statement.AudiencePublic)); a.Status != Partial || a.SuggestedUnit != want {
			t.Errorf("%q is %s, suggests %q", question, a.Status, a.SuggestedUnit)
		}
	}
}

// The golden questions with one part, and all that no part of is covered, are
// answered as if nothing were ever split.
func TestOnePartIsAnsweredAsEver(t *testing.T) {
	b := sampleBase(t)
	for _, g := range slices.Concat(readGolden(t, "answerable.jsonl"), readGolden(t, "unanswerable.jsonl")) {
		for _, text := range g.spellings() {
			q := g.ask(text)
			plain := q
			plain.Text = plainly(text)
			whole, _ := b.askWhole(b.snapshot(), plain)
			got := b.Ask(q)
			several := len(split(b.snapshot().index, text).texts) > 1 && got.Status.Asserts()
			if diff := cmp.Diff(b.finish(q, whole), got); diff != "" && !several {
				t.Errorf("%s\n%s", text, diff)
			}
		}
	}
}

func TestWhatIsLeftOpenIsPartOfTheIdentity(t *testing.T) {
	q := ask(bridgeQuestion, statement.AudiencePublic)
	one, two := Answer{Status: Partial, Uncovered: []string{"a b"}}, Answer{Status: Partial, Uncovered: []string{"a", "b"}}
	if identity(q, one) == identity(q, two) || identity(q, one) == identity(q, Answer{Status: Partial}) {
		t.Error("answers that leave other things open are taken for one")
	}
	b := sampleBase(t)
	q.Text = "Lợn bị tiêu hủy được hỗ trợ bao nhiêu tiền? Nộp ở đâu?"
	if diff := cmp.Diff(b.Ask(q), b.Ask(q)); diff != "" {
		t.Error(diff)
	}
}

// Who may see what, and until when, holds for each part.
func TestAPartIsQuotedOnlyWhatMayBeSaid(t *testing.T) {
	const other = "; Lịch cấp nước mùa khô khi nào xả nước hồ Cửa Đạt"
	for name, c := range map[string]struct {
		change func(*statement.Statement)
		a      statement.Audience
		want   string
	}{
		"published":            {nil, statement.AudiencePublic, "PN-2026-0001 PN-2026-0102"},
		"press for a citizen":  {func(s *statement.Statement) { s.Audience = statement.AudiencePress }, statement.AudiencePublic, "PN-2026-0102"},
		"press for a reporter": {func(s *statement.Statement) { s.Audience = statement.AudiencePress }, statement.AudiencePress, "PN-2026-0001 PN-2026-0102"},
		"under embargo":        {func(s *statement.Statement) { s.EmbargoUntil = at("2026-11-24") }, statement.AudiencePress, "PN-2026-0102"},
		"expired":              {func(s *statement.Statement) { s.ValidUntil = at("2026-11-01") }, statement.AudiencePublic, "PN-2026-0102"},
		"not yet valid":        {func(s *statement.Statement) { s.ValidFrom = at("2026-12-01") }, statement.AudiencePublic, "PN-2026-0102"},
		"withdrawn":            {func(s *statement.Statement) { s.Status = statement.StatusWithdrawn }, statement.AudiencePublic, "PN-2026-0102"},
		"nothing to quote":     {func(s *statement.Statement) { s.Body = "Sẽ công bố." }, statement.AudiencePublic, "PN-2026-0102"},
	} {
		a := baseOf(bridge(c.change)).Ask(ask("Khi nào sửa xong cầu Hàm Rồng"+other, c.a))
		open := !strings.HasPrefix(c.want, "PN-2026-0001")
		if told(a) != c.want || (a.Status == Partial) != open || open && !slices.Equal(a.Uncovered, []string{"Khi nào sửa xong cầu Hàm Rồng"}) {
			t.Errorf("%s: %s by %q without %q", name, a.Status, told(a), a.Uncovered)
		}
	}
}

func TestACommuneCountsForThePartsThatLeanOnIt(t *testing.T) {
	long := bridgeIn("PN-2026-0001", "Thanh Long", nil)
	for question, want := range map[string]struct {
		told      string
		uncovered string
	}{
		"Khi nào sửa xong cầu Hàm Rồng tại xã Thanh Long và kinh phí bao nhiêu?":     {"PN-2026-0001", ""},
		"Khi nào sửa xong cầu Hàm Rồng và kinh phí bao nhiêu?":                       {"PN-2026-0001", ""},
		"Khi nào sửa xong cầu Hàm Rồng tại xã Thanh Hòa và kinh phí bao nhiêu?":      {"", ""},
		"Khi nào sửa xong cầu Hàm Rồng? Kinh phí tại xã Thanh Hòa bao nhiêu?":        {"PN-2026-0001", "Kinh phí tại xã Thanh Hòa bao nhiêu"},
		"Khi nào sửa xong cầu Hàm Rồng? Kinh phí bao nhiêu? Tôi ở xã Thanh Hòa.":     {"", ""},
		"Khi nào sửa xong cầu Hàm Rồng? Kinh phí bao nhiêu? Tôi ở xã Thanh Long.":    {"PN-2026-0001", ""},
		"Ai ở xã Thanh Hòa được đi bầu? Khi nào sửa xong cầu Hàm Rồng":               {"PN-2026-0001", "Ai ở xã Thanh Hòa được đi bầu"},
		"Cầu Hàm Rồng ở xã Thanh Hòa có cấm xe không? Khi nào sửa xong cầu Hàm Rồng": {"", ""},
	} {
		a := inTowns(long).Ask(ask(question, statement.AudiencePublic))
		asserted := told(a)
		if !a.Status.Asserts() {
			asserted = ""
		}
		if uncovered := strings.Join(a.Uncovered, "|"); asserted != want.told || uncovered != want.uncovered {
			t.Errorf("%q is %s by %q without %q, want %v", question, a.Status, told(a), uncovered, want)
		}
	}
}

// The name of a commune in two pieces is no statement about it.
func TestAStatementOnOneOfTwoCommunesLeavesTheOtherOpen(t *testing.T) {
	b := inTowns(bridgeIn("PN-2026-0001", "Thanh Long", func(s *statement.Statement) { s.Body += " Mố cầu ôn hòa." }))
	a := b.Ask(ask("Khi nào sửa xong cầu Hàm Rồng tại xã Thanh Long và xã Thanh Hòa có sửa cầu Hàm Rồng không?", statement.AudiencePublic))
	if told(a) != "PN-2026-0001" || !slices.Equal(a.Uncovered, []string{"xã Thanh Hòa có sửa cầu Hàm Rồng không"}) {
		t.Errorf("%s by %q without %q", a.Status, told(a), a.Uncovered)
	}
}

func TestQuotesOfSeveralPartsAreEachWordOnceAndFew(t *testing.T) {
	b := sampleBase(t)
	for _, question := range []string{
		"Tiền ăn bán trú tối đa bao nhiêu trong năm học 2026–2027? Nước uống thu bao nhiêu? Chăm sóc bán trú thu bao nhiêu? Bị lạm thu thì phản ánh ở đâu?",
		"Dịch tả lợn châu Phi Thanh Hóa đến nay có bao nhiêu ổ dịch? Số lợn tiêu hủy ở từng xã? Lợn bị tiêu hủy được hỗ trợ bao nhiêu tiền?",
		"Tết 2027 được nghỉ mấy ngày? Bảng giá đất mới áp dụng từ khi nào? Ngày giao quân năm 2027 là ngày nào? Vé tham quan Thành Nhà Hồ bao nhiêu tiền? Sân bay Thọ Xuân có bay quốc tế không? Cấp đổi sổ đỏ mất bao nhiêu ngày?",
	} {
		a := b.Ask(ask(question, statement.AudiencePublic))
		if len(a.Quotes) == 0 || len(a.Quotes) > maxAllQuotes {
			t.Errorf("%q has %d quotes", question, len(a.Quotes))
		}
		for i, q := range a.Quotes {
			s, _ := b.Statement(q.Statement, statement.AudiencePublic, noon)
			if !Verify(q, s) {
				t.Errorf("%q is not in %s", q.Quote, q.Statement)
			}
			for _, other := range a.Quotes[:i] {
				if other.Statement == q.Statement && q.Start < other.End {
					t.Errorf("%q is quoted twice", q.Quote)
				}
			}
		}
	}
}

// TestGoldenPairs asks two golden questions in one message: nothing else is
// quoted than the statements that answer them alone, and mostly both are.
func TestGoldenPairs(t *testing.T) {
	b := sampleBase(t)
	known, unknown := readGolden(t, "answerable.jsonl"), readGolden(t, "unanswerable.jsonl")
	joints := []string{"? ", " và ", "; ", ", còn ", "\n"}
	pairs, both, open := 0, 0, 0
	for i, first := range known {
		second, never := known[(i*7+91)%len(known)], unknown[i%len(unknown)]
		for spelling, text := range first.spellings() {
			q := Question{Text: text, Audience: statement.AudiencePress, Now: goldenNow}
			alone := b.answersAlone(q, second.spellings()[spelling])
			if spelling == "casual" || first.Statement == second.Statement || len(alone) < 2 {
				continue
			}
			pairs++
			q.Text = strings.TrimRight(text, "?") + joints[i%len(joints)] + second.spellings()[spelling]
			if a := b.Ask(q); told(a) == first.Statement+" "+second.Statement {
				both++
			} else {
				b.onlyTells(t, q, alone)
			}
			q.Text = strings.TrimRight(text, "?") + joints[i%len(joints)] + never.spellings()[spelling]
			if b.onlyTells(t, q, append(b.answersAlone(q, never.spellings()[spelling]), alone[0])) == Partial {
				open++
			}
		}
	}
	t.Logf("of %d pairs both are answered %d times; beside what nobody said the rest is named %d times", pairs, both, open)
	if pairs < 300 || 10*both < 8*pairs || 10*open < 8*pairs {
		t.Error("want eight of ten")
	}
}

// answersAlone lists the statements that answer q and another question asked alone.
func (b *Base) answersAlone(q Question, other string) []string {
	var all []string
	for _, q.Text = range []string{q.Text, other} {
		if a, _ := b.askWhole(b.snapshot(), q); a.Status == Answered {
			all = append(all, a.Quotes[0].Statement)
		}
	}
	return all
}

func (b *Base) onlyTells(t *testing.T, q Question, statements []string) Outcome {
	t.Helper()
	a := b.Ask(q)
	for code := range strings.FieldsSeq(told(a)) {
		if !slices.Contains(statements, code) {
			t.Errorf("%q is answered by %s", q.Text, code)
		}
	}
	return a.Status
}

func FuzzAsk(f *testing.F) {
	b := sampleBase(f)
	for _, seed := range []string{
		"Lợn bị tiêu hủy được hỗ trợ bao nhiêu tiền? Nộp ở đâu?", "1) học phí 2) tiền ăn 3) bao giờ khai giảng", "\xff? \xc3\x28 và ở đâu; ai",
		"bao nhiêu và bao nhiêu, còn ai? sao", "Tết 2027 nghỉ mấy ngày\nở đâu\nai", "",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, question string) {
		a := b.Ask(Question{Text: question, Audience: statement.AudiencePress, Now: goldenNow})
		for _, part := range a.Uncovered {
			if part == "" || !strings.Contains(question, part) {
				t.Errorf("%q is no part of %q", part, question)
			}
		}
		for _, q := range a.Quotes {
			if s, ok := b.Statement(q.Statement, statement.AudiencePress, goldenNow); !ok || !Verify(q, s) {
				t.Errorf("%q is not in %s", q.Quote, q.Statement)
			}
		}
		if (a.Status == Partial) != (len(a.Uncovered) > 0) || (a.Status.Asserts() || a.Status == Related) != (len(a.Quotes) > 0) {
			t.Errorf("%s with %d quotes, %d open", a.Status, len(a.Quotes), len(a.Uncovered))
		}
	})
}
