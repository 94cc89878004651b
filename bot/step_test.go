package bot

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"phatngon/bot/hear"
	"phatngon/bot/report"
	"phatngon/bot/step"
	"phatngon/bot/words"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/routing"
	"phatngon/knowledge/lang"
	"phatngon/knowledge/markdown"
	"phatngon/knowledge/samples"
	"phatngon/knowledge/statement"
)

// FuzzStep: whatever a person types, at any point of a conversation, is
// answered, within the limits of a message, and with nothing official that is
// not a verbatim span.
func FuzzStep(f *testing.F) {
	for _, text := range []string{"xin chào", "1", "0", "99", "#gui.deadbeef", "#hoi.00000000.học phí", "#noi.00000000.7", "học phí bao nhiêu", "huỷ", "TH-2026-1",
		"“giả”", "{{code}}", "báo tin giả", "xoá dữ liệu của tôi", "đổi đơn vị", "xã Đông Sơn", "\xff\xfe", "e\u0301\u0323", "có", "a|b", "tố cáo"} {
		for before := range len(befores) {
			f.Add(text, uint8(before), uint8(0))
		}
	}
	f.Add("", uint8(0), uint8(6))
	w := worldOf(fixedBase(f))
	all := everything(f)
	f.Fuzz(func(t *testing.T, text string, before, kind uint8) {
		conv := chat.Conversation{ID: "oa:1"}
		for i, said := range befores[int(before)%len(befores)] {
			conv = Step(w, conv, hear.Event{ID: fmt.Sprint("b", i), At: w.Now, Kind: hear.KindText, Text: said}).Conversation
		}
		kinds := []hear.Kind{hear.KindText, hear.KindImage, hear.KindSticker, hear.KindLink, hear.KindLocation, hear.KindFollow, "unheard of"}
		e := hear.Event{ID: "e", At: w.Now, Kind: kinds[int(kind)%len(kinds)], Text: text}
		asJSON := encode(t, conv)
		d := Step(w, conv, e)
		if got := encode(t, conv); got != asJSON {
			t.Errorf("the conversation given was changed:\n%s\n%s", asJSON, got)
		}
		if diff := cmp.Diff(d, Step(w, conv, e)); diff != "" {
			t.Errorf("the same input gave another decision: %s", diff)
		}
		all.checkDecision(t, d)
		for i, o := range d.Conversation.Options {
			all.checkDecision(t, Step(w, d.Conversation, hear.Event{ID: fmt.Sprint("o", i), At: w.Now, Kind: hear.KindText, Text: o.Payload}))
		}
		if diff := cmp.Diff(d, Step(w, d.Conversation, e)); diff != "" {
			t.Errorf("a replay decides anew: %s", diff)
		}
	})
}

// befores are conversations up to each of the bot's questions.
var befores = [][]string{
	{},
	{"xin chào"},
	{"bệnh viện tỉnh bao giờ có khoa xạ trị"},
	{"bệnh viện tỉnh bao giờ có khoa xạ trị", "2"},
	{"bệnh viện tỉnh bao giờ có khoa xạ trị", "3"},
	{"học phí năm học này bao nhiêu"},
	{"xã Đông Sơn có tổ chức lễ hội mùa xuân không"},
	{"xa dong son nao gio thuoc phuong nao"},
	{"gửi yêu cầu", "Đề nghị cung cấp mức học phí năm học 2026–2027"},
	{"tra cứu hồ sơ"},
	{"gửi yêu cầu"},
	{"báo tin giả"},
	{"có trang facebook đăng tin sai sự thật về tiêm vắc xin"},
	{"xoá dữ liệu của tôi"},
}

func encode(t testing.TB, v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// known is what decisions are checked against.
type known struct {
	statements map[string]statement.Statement
	units      *routing.Registry
}

func everything(t testing.TB) known {
	k := known{map[string]statement.Statement{}, routing.DefaultRegistry()}
	for _, s := range append(statements(t, fixedFiles()), statements(t, samples.Files())...) {
		k.statements[s.Code] = s
	}
	return k
}

// checkDecision holds for every decision about an event that is not a replay.
func (k known) checkDecision(t *testing.T, d Decision) {
	t.Helper()
	var own strings.Builder
	alone := map[string]int{} // by payload: buttons that stand for a line, for who chose by one
	for _, m := range k.heard(t, d) {
		checkMessage(t, m)
		for _, b := range m.Buttons[:min(len(m.Buttons), words.MaxButtons)] {
			if b.Alone && d.Conversation.Taps {
				alone[b.Payload]++
			}
		}
		own.WriteString(m.Text + "\n")
	}
	if own.Len() == 0 {
		t.Error("no reply")
	}
	checkOfficial(t, d, own.String(), k.statements)
	checkKeys(t, d)
	if size := len(encode(t, d.Conversation)); size > 80<<10 {
		t.Errorf("the conversation has grown to %d bytes", size)
	}
	if len(d.Conversation.Lines) > step.KeptLines {
		t.Errorf("%d lines are kept", len(d.Conversation.Lines))
	}
	for i, o := range d.Conversation.Options {
		if o.Number != i+1 || !strings.HasPrefix(o.Payload, "#") || len(o.Payload) > 1000 {
			t.Errorf("option %d: %+v", i, o)
		}
		line := fmt.Sprintf("\n%d. %s", o.Number, o.Title)
		if n := strings.Count(own.String(), line) + alone[o.Payload]; n != 1 {
			t.Errorf("option %q is told %d times; want one line, or one button for who taps", line, n)
		}
	}
}

// heard are all messages that a decision leads to, those that say what was done included.
func (k known) heard(t *testing.T, d Decision) []effect.Message {
	said := d.Said()
	if e, ok := d.First(effect.DoFile); ok {
		checkFiling(t, *e.Filing, k.units)
		rule, _ := policy.FindRule(policy.RuleAccess)
		r := request.NewRequest(request.NewRequestInput{Code: "TH-2026-00001", Unit: e.Filing.Unit, Clock: calendar.DefaultCalendar().Start(rule, e.At)})
		said = append(said, words.Receipt(r, rule, k.units.Name(e.Filing.Unit), "", *e.Filing))
	}
	if e, ok := d.First(effect.DoReport); ok {
		in := e.Report
		r, err := cases.NewReport(cases.Report{Text: in.Text, Pictures: in.Pictures, Category: cases.Category(in.Category), Anonymous: in.Anonymous, Consent: in.Consent, CreatedAt: e.At})
		if err != nil {
			t.Errorf("the report is refused: %v: %+v", err, in)
		}
		said = append(said, report.Receipt(cases.Case{Code: "TG-2026-00001"}, r, "", "", "", in.Buttons))
	}
	if e, ok := d.First(effect.DoHandOver); ok {
		said = append(said, words.HandedOver(words.Duty{Calendar: calendar.DefaultCalendar(), Terms: policy.Seed().At(e.At).HandOvers()}, e.At, "Văn phòng UBND tỉnh", e.HandOver.Buttons))
	}
	return said
}

// checkKeys: each effect has a key of its own, and the time of its cause.
func checkKeys(t *testing.T, d Decision) {
	t.Helper()
	seen := map[string]bool{}
	for _, e := range d.Effects() {
		if e.Key == "" || seen[e.Key] || e.At.IsZero() {
			t.Errorf("effect %+v: no key of its own, or no time", e)
		}
		seen[e.Key] = true
	}
}

// checkFiling: what is filed is what flow accepts.
func checkFiling(t *testing.T, f effect.Filing, units *routing.Registry) {
	t.Helper()
	if n := utf8.RuneCountInString(words.Lines(f.Question, words.Lines(f.Notes...))); n < 5 || n > 4000 || !utf8.ValidString(f.Question) {
		t.Errorf("a question of %d characters is filed: %.100q", n, f.Question)
	}
	if units.Name(f.Unit) == "" {
		t.Errorf("filed to %q", f.Unit)
	}
}

func checkMessage(t *testing.T, r effect.Message) {
	t.Helper()
	if r.Text == "" || len(r.Text) > words.MaxReply || !utf8.ValidString(r.Text) {
		t.Errorf("reply of %d bytes: %.200q", len(r.Text), r.Text)
	}
	if len(r.Buttons) > words.MaxButtons {
		t.Errorf("%d buttons", len(r.Buttons))
	}
	for _, b := range r.Buttons {
		if b.Title == "" || utf8.RuneCountInString(b.Title) > words.MaxTitle || (b.Payload == "") == (b.URL == "") {
			t.Errorf("button %+v", b)
		}
	}
}

// checkOfficial: whatever stands between quotation marks is a span of a statement that
// the ledger will say was told; the bot's own words hold no such mark.
func checkOfficial(t *testing.T, d Decision, text string, all map[string]statement.Statement) {
	t.Helper()
	var bodies []string
	for _, e := range d.Effects() {
		for _, told := range e.Told {
			bodies = append(bodies, markdown.Read(all[told.Statement].Body).Text())
		}
	}
	for _, s := range all {
		text = strings.ReplaceAll(text, s.Title, "")
	}
	for {
		_, after, found := strings.Cut(text, "“")
		if !found {
			break
		}
		words, rest, closed := strings.Cut(after, "”")
		if !closed || !slices.ContainsFunc(bodies, func(b string) bool { return strings.Contains(b, words) }) {
			t.Errorf("a quotation that no statement told holds: %q", words)
		}
		text = rest
	}
}

// Every question curated for a sample statement, and every dialogue's line, is
// answered within the same bounds on the knowledge the program ships with.
func TestEverythingOfficialIsVerbatim(t *testing.T) {
	all := everything(t)
	w := worldOf(sampleBase(t))
	answered := 0
	for _, s := range all.statements {
		for i, q := range append(s.Questions, s.Title, lang.Fold(s.Title)) {
			conv := chat.Conversation{ID: "oa:1", Greeted: true}
			for k, said := range []string{q, "1", "2"} {
				d := Step(w, conv, hear.Event{ID: fmt.Sprint(s.Code, i, k), At: w.Now, Kind: hear.KindText, Text: said})
				all.checkDecision(t, d)
				conv = d.Conversation
				if _, told := d.First(effect.DoTell); told {
					answered++
				}
			}
		}
	}
	if answered < len(all.statements) {
		t.Errorf("only %d answers for %d statements", answered, len(all.statements))
	}
}

func TestConversationStaysSmall(t *testing.T) {
	w := worldOf(fixedBase(t))
	conv := chat.Conversation{ID: "oa:1"}
	said := []string{"báo tin giả", strings.Repeat("tin sai trên facebook ", 400), "2", strings.Repeat("x ", 4000), "xã Đông Sơn có tổ chức lễ hội không", "1", "học phí bao nhiêu", "Sở GTVT nói gì"}
	for i := range 120 {
		conv = Step(w, conv, hear.Event{ID: fmt.Sprint(i), At: w.Now, Kind: hear.KindText, Text: said[i%len(said)]}).Conversation
	}
	if size := len(encode(t, conv)); size > 64<<10 {
		t.Errorf("after 120 messages the conversation has %d bytes", size)
	}
}

func TestOwnDataOnly(t *testing.T) {
	w := worldOf(fixedBase(t))
	d := Step(w, chat.Conversation{ID: "oa:1"}, hear.Event{ID: "1", At: w.Now, Kind: hear.KindText, Text: "TH-2026-00005"})
	if !strings.Contains(d.Said()[0].Text, "Không tìm thấy yêu cầu TH-2026-00005 của Anh/Chị") {
		t.Errorf("another's request: %s", d.Said()[0].Text)
	}
	r := request.NewRequest(request.NewRequestInput{Code: "TH-2026-00005", Question: "Hỏi", Unit: "TH-YT"})
	r.Parts[0].Steps = append(r.Parts[0].Steps, request.Step{Officer: "officer-77", Action: request.ActAssign})
	w.Requests = []request.Request{r}
	d = Step(w, chat.Conversation{ID: "oa:1"}, hear.Event{ID: "1", At: w.Now, Kind: hear.KindText, Text: "TH-2026-00005"})
	if text := d.Said()[0].Text; !strings.Contains(text, "Sở Y tế") || strings.Contains(text, "officer-77") {
		t.Errorf("own request: %s", text)
	}
}
