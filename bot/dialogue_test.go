package bot

import (
	goCmp "cmp"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"phatngon/bot/hear"
	"phatngon/bot/report"
	"phatngon/bot/words"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/channels"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/delivery"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/handover"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/rights"
	"phatngon/internal/desk/routing"
	flowcases "phatngon/internal/flow/cases"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/statement"
)

var update = flag.Bool("update", false, "write what the bot says now into the dialogues")

// TestDialogues plays the dialogues of testdata/dialogues against the small
// knowledge base beside them.
func TestDialogues(t *testing.T) {
	playAll(t, "testdata/dialogues", stage{world: worldOf(fixedBase(t))})
}

// TestQuestions plays the questions people of the province would ask against
// the sample statements that the program ships with. Which statement is quoted
// is held, not its words: samples may be edited.
func TestQuestions(t *testing.T) {
	playAll(t, "testdata/questions", stage{world: worldOf(sampleBase(t)), brief: true})
}

func playAll(t *testing.T, folder string, empty stage) {
	files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no dialogues in %s: %v", folder, err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			s := empty
			s.t, s.conv = t, chat.Conversation{ID: "oa:1"}
			got := s.play(string(want))
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("the dialogue has changed (-file +bot); if that is right, run with -update\n%s", diff)
			}
		})
	}
}

// stage plays one person's chat as the flow would: it keeps the conversation,
// files requests and gives them codes.
//
// A dialogue is a text file. Lines a person writes: "> text" is sent,
// "[tap 2]" taps the second button of the last message that had buttons,
// "[tap old 1]" one of the message before, "[send image]" sends what is not
// text, "[again]" repeats the last event as a retry does, "[long 1200] word "
// sends the word until the message has that many characters,
// "[clarify question: CODE CODE]" asks what several statements may answer,
// "[nearest question: CODE]" what one comes nearest to.
// "@ kind:", "@ time:", "@ state:", "@ delivery:", "@ published:", "@ known:", "@ concluded:", "@ withdrawn:", "@ superseded:", "@ channel:", "@ compared:", "@ asked:", "@ split:", "@ answer:", "@ muted:", "@ talking:", "@ vietnamese:" set the scene; "#" is a comment.
// Everything else ("<", "(buttons", "!") is what the bot did.
type stage struct {
	t       *testing.T
	brief   bool // show a card as the code of its statement
	world   World
	conv    chat.Conversation
	last    hear.Event
	n       int
	buttons [][]effect.Button
	out     strings.Builder

	restated []statement.Statement
}

// worldOf is the province on the morning before the holiday of 24/11/2026, and
// a citizen who asks.
func worldOf(base *answer.Base) World {
	return World{
		Base: base, Units: routing.DefaultRegistry(), Rules: policy.Seed().At(time.Date(2026, 11, 23, 9, 0, 0, 0, calendar.Zone)),
		Requester: people.Requester{ID: "oa:1", Kind: people.Citizen}, PublicURL: "https://phatngon.example.vn", Channels: channels.Of(routing.DefaultRegistry().Units()),
		Now: time.Date(2026, 11, 23, 9, 0, 0, 0, calendar.Zone),
	}
}

func (s *stage) play(script string) string {
	for line := range strings.Lines(script) {
		line = strings.TrimRight(line, "\n")
		switch {
		case strings.HasPrefix(line, "<"), strings.HasPrefix(line, "(buttons"), strings.HasPrefix(line, "!"):
			continue
		}
		fmt.Fprintln(&s.out, line)
		if rest, ok := strings.CutPrefix(line, "[clarify "); ok {
			s.clarify(strings.TrimSuffix(rest, "]"))
		} else if rest, ok := strings.CutPrefix(line, "[nearest "); ok {
			s.nearest(strings.TrimSuffix(rest, "]"))
		} else if e, ok := s.event(line); ok {
			s.step(e)
		} else if key, value, ok := strings.Cut(strings.TrimPrefix(line, "@ "), ": "); ok && strings.HasPrefix(line, "@ ") {
			s.set(key, value)
		}
	}
	return s.out.String()
}

// event reads a line as something the person did.
func (s *stage) event(line string) (hear.Event, bool) {
	e := hear.Event{Kind: hear.KindText}
	word, rest, _ := strings.Cut(strings.TrimSuffix(line, "]"), " ")
	switch {
	case strings.HasPrefix(line, "> "):
		e.Text = strings.ReplaceAll(line[2:], `\n`, "\n")
	case line == ">":
	case line == "[again]":
		return s.last, true
	case word == "[tap":
		e.Text = s.button(rest)
	case word == "[send":
		kind, words, _ := strings.Cut(rest, " ")
		e.Kind, e.Text = hear.Kind(kind), words
		switch e.Kind {
		case hear.KindImage:
			e.URLs = []string{fmt.Sprintf("http://f6.photo.talk.zdn.vn/%d.jpg", s.n)}
		case hear.KindFile:
			e.URLs = []string{fmt.Sprintf("http://f6.file.talk.zdn.vn/%d.pdf", s.n)}
		}
	case word == "[link":
		e.Kind, e.URLs, e.Text = hear.KindLink, []string{rest}, rest
	case word == "[long":
		length, unit, _ := strings.Cut(line[len("[long "):], "] ")
		n, _ := strconv.Atoi(length)
		e.Text = string([]rune(strings.Repeat(unit, n))[:n])
	default:
		return hear.Event{}, false
	}
	s.n++
	e.ID, e.At = fmt.Sprintf("e%d", s.n), s.world.Now
	return e, true
}

func (s *stage) button(which string) string {
	list := s.buttons[len(s.buttons)-1]
	if old, ok := strings.CutPrefix(which, "old "); ok {
		list, which = s.buttons[len(s.buttons)-2], old
	}
	n, _ := strconv.Atoi(which)
	if n < 1 || n > len(list) || list[n-1].Payload == "" {
		s.t.Fatalf("[tap %s]: no such button in %v", which, list)
	}
	return list[n-1].Payload
}

func (s *stage) set(key, value string) {
	switch key {
	case "kind":
		s.world.Requester.Kind = people.RequesterKind(value)
	case "time":
		at, err := time.ParseInLocation("02/01/2006 15:04", value, calendar.Zone)
		if err != nil {
			s.t.Fatal(err)
		}
		s.world.Now = at
	case "vietnamese": // what a model makes of an English question that is asked next
		s.world.Vietnamese = value
	case "known": // a case that what is said next is known from
		c := cases.New(value, "BT-1", s.world.Rules, s.world.Now)
		s.world.Known = &c
	case "concluded": // a case with its published conclusion; what is said next is known from it
		c := concluded(value, s.world)
		s.world.Known = &c
		s.restate(flowcases.StatementOf(c, 1))
	case "compared": // the pictures that are sent are compared with those of cases
		s.world.Looked = value == "yes"
	case "withdrawn":
		st, _ := s.world.Base.Statement(value, statement.AudiencePress, s.world.Now)
		st.Status, st.WithdrawalReason, st.Version = statement.StatusWithdrawn, "Số liệu chưa chính xác.", st.Version+1
		s.restate(st)
	case "superseded": // OLD by NEW
		code, by, _ := strings.Cut(value, " by ")
		st, _ := s.world.Base.Statement(by, statement.AudiencePress, s.world.Now)
		st.Supersedes, st.Version = []string{code}, st.Version+1
		s.restate(st)
	case "channel": // UNIT kind address
		f := strings.Fields(value)
		s.world.Channels = channels.Of(append(s.world.Units.Units(), routing.Unit{Code: f[0], Channels: []routing.Channel{{Kind: f[1], Address: f[2]}}}))
	case "asked": // the unit asks the person back about the newest request
		r, err := request.Clarify(s.world.Requests[0], 0, people.Officer{ID: "o", Role: people.RoleOperator, Unit: s.world.Requests[0].Unit}, s.world.Rules, value, s.world.Now)
		if err != nil {
			s.t.Fatal(err)
		}
		s.world.Requests[0] = r
		s.say(words.RequestNews(r, 0, len(r.Parts[0].Steps)-1, s.world.Units.Office))
	case "split": // the unit divides the newest request: "unit: asks; unit: asks"
		var pieces []request.Piece
		for piece := range strings.SplitSeq(value, "; ") {
			unit, asks, _ := strings.Cut(piece, ": ")
			pieces = append(pieces, request.Piece{Unit: unit, Asks: asks})
		}
		r, err := request.Split(s.world.Requests[0], 0, people.Officer{ID: "o", Role: people.RoleOperator, Unit: s.world.Requests[0].Unit}, pieces, s.world.Now)
		if err != nil {
			s.t.Fatal(err)
		}
		s.world.Requests[0] = r
		s.say(words.RequestNews(r, 0, len(r.Parts[0].Steps)-1, s.world.Units.Office))
	case "answer": // the newest request is answered with these words
		p := &s.world.Requests[0].Parts[0]
		p.Approval = &request.Approval{Text: value, Revision: 1, Officer: "s", Spokesperson: "Vũ Văn Ký", Position: "Giám đốc", At: s.world.Now, Outcome: request.Fully}
		s.setState(request.Sent)
		s.say(words.RequestAnswered(s.world.Requests[0], 0, s.world.Rules, s.world.Units.Office(p.Unit), s.world.PublicURL))
	case "talking": // an officer takes the talk, or ends it
		s.talk(value == "true")
	case "muted":
		s.world.Requester.MutedUntil = s.world.Now.Add(time.Hour)
	case "miniapp":
		s.world.MiniApp = value
	case "delivery": // of the newest request's answer
		s.world.Sent = []delivery.Delivery{{Request: s.world.Requests[0].Code, State: delivery.State(value)}}
	case "published": // the statement made of the newest request's answer
		s.world.Requests[0].Parts[0].Statement = value
	case "state": // of the newest request
		s.setState(request.State(value))
	default:
		s.t.Fatalf("unknown setting %q", key)
	}
}

// restate changes what is known, for this dialogue alone.
func (s *stage) restate(st statement.Statement) {
	if st.Status == "" {
		st.Status = statement.StatusPublished
	}
	base := baseOf(s.t, fixedFiles())
	s.restated = append(s.restated, st)
	base.Apply(s.restated...)
	s.world.Base = base
}

// concluded is a case whose conclusion is published.
func concluded(code string, w World) cases.Case {
	c := cases.New(code, "BT-1", w.Rules, w.Now)
	c.State = cases.Published
	c.Conclusion = &cases.Conclusion{Outcome: cases.IsFalse, Claim: "Đập Cửa Đạt bị vỡ", Text: "Hồ Cửa Đạt vận hành an toàn. Không có sự cố đập.",
		Unit: "TH-PCTT", Spokesperson: "Lê Đức Giang", Position: "Phó Trưởng ban Thường trực Ban Chỉ huy Phòng thủ dân sự tỉnh", At: w.Now, LabelledAt: w.Now, PublishedAt: w.Now}
	return c
}

func (s *stage) setState(state request.State) {
	r := &s.world.Requests[0]
	r.State, r.Parts[0].State = state, state
	if state == request.Refused {
		r.Parts[0].Refusal = &request.Refusal{Ground: policy.Grounds(r.RequesterKind)[0].Code, Reason: "Tài liệu nội bộ.", Officer: "officer-77"}
	}
}

// clarify lets the bot ask back among given statements: which questions the
// search finds ambiguous is not for these dialogues to hold.
func (s *stage) clarify(line string) {
	question, codes, _ := strings.Cut(line, ": ")
	a := answer.Answer{Status: answer.Clarify}
	for code := range strings.FieldsSeq(codes) {
		st, _ := s.world.Base.Statement(code, statement.AudiencePublic, s.world.Now)
		a.Candidates = append(a.Candidates, answer.Candidate{Statement: code, Title: st.Title})
	}
	s.turn(question, func(t *turn) { t.which(a) })
}

// nearest lets the bot show a given statement as the nearest.
func (s *stage) nearest(line string) {
	question, code, _ := strings.Cut(line, ": ")
	a := s.world.Base.AskAbout(code, answer.Question{Text: question, Audience: statement.AudiencePublic, Now: s.world.Now})
	a.Status = answer.Related
	s.turn(question, func(t *turn) { t.nearest(a, "") })
}

// turn lets the bot do as it would after a search of its own.
func (s *stage) turn(question string, do func(*turn)) {
	s.n++
	e := hear.Event{ID: fmt.Sprintf("e%d", s.n), At: s.world.Now, Kind: hear.KindText, Text: question}
	t := begin(s.world, s.conv, e)
	t.Conv.Pending = &chat.Pending{Question: question}
	do(t)
	s.carryOut(e, t.end())
}

func (s *stage) step(e hear.Event) { s.carryOut(e, Step(s.world, s.conv, e)) }

// carryOut writes a decision down and carries it out.
func (s *stage) carryOut(e hear.Event, d Decision) {
	if e.ID == s.conv.LastEvent {
		fmt.Fprintln(&s.out, "! silent") // its effects are finished, none is done twice
		return
	}
	s.last, s.conv = e, d.Conversation
	for _, e := range d.Effects() {
		s.do(e)
	}
	if len(d.Effects()) == 0 {
		fmt.Fprintln(&s.out, "! silent")
	}
}

// do finishes one effect as flow would.
func (s *stage) do(e effect.Effect) {
	switch e.Kind {
	case effect.DoSay:
		s.say(*e.Message)
	case effect.DoTell:
		fmt.Fprintln(&s.out, "! told", strings.Join(codesOf(e.Told), " "))
	case effect.DoVerdict:
		fmt.Fprintf(&s.out, "! verdict right=%t of %s, %s: %s\n", e.Verdict.Right, e.Verdict.Shown[0].Statement, e.Verdict.Outcome, words.Lines(e.Verdict.Before, e.Verdict.Question))
	case effect.DoFile:
		s.file(e)
	case effect.DoHandOver:
		fmt.Fprintln(&s.out, "! handover lines="+strconv.Itoa(len(e.HandOver.Context)))
		unit := goCmp.Or(e.HandOver.Unit, routing.ProvinceOffice)
		h := handover.New(e.Key, s.world.Requester, *e.HandOver, unit, e.At)
		s.world.HandOver = &h
		s.say(words.HandedOver(s.duty(unit), e.At, s.world.Units.Office(unit), e.HandOver.Buttons))
	case effect.DoHear:
		s.hear(e)
	case effect.DoReport:
		s.report(e)
	case effect.DoFollow:
		fmt.Fprintf(&s.out, "! follow case=%q text=%q\n", e.Wish.Case, e.Wish.Text)
		s.say(report.Followed(true, s.world.Rules.KeptFor(policy.KeptWishes), e.Wish.Buttons))
	case effect.DoOwnStep:
		s.ownStep(e)
	case effect.DoErase:
		fmt.Fprintln(&s.out, "! erase by", e.Claim.Right)
	case effect.DoLink:
		fmt.Fprintln(&s.out, "! link", e.Link.Code)
	case effect.DoClaim:
		s.claim(e)
	}
}

// claim enters what the person wants done with their data, as flow would.
func (s *stage) claim(e effect.Effect) {
	fmt.Fprintf(&s.out, "! claim %s %q\n", e.Claim.Right, e.Claim.Text)
	c, err := rights.New("DL-2026-00001", s.world.Requester, rights.Filing{Source: e.Key, Right: e.Claim.Right, Channel: rights.FromChat, Text: e.Claim.Text, At: e.At}, s.world.Rules)
	if err != nil {
		s.t.Fatal(err)
	}
	s.world.Claim = &c
	if c.Right == rights.View {
		s.say(words.KeptOf(c, []words.Kept{{Name: "Yêu cầu", Text: "TH-2026-00001"}}, s.world.PublicURL+words.PrivacyPath, e.Claim.Buttons))
		return
	}
	s.say(words.Claimed(c, s.world.Rules.Right(c.Right).Name, e.Claim.Buttons))
}

func (s *stage) say(m effect.Message) {
	s.write("<", s.shorten(m.Text))
	s.show(m.Buttons)
}

// card is a card of one statement in what the bot says.
var card = regexp.MustCompile(`(?s)(Thông tin theo văn bản năm[^\n]*\n)?Theo phát ngôn của [^\n]*\n“.*?\nNguồn: [^\n]*(\nDữ liệu mẫu[^\n]*)?`)

// shorten shows the cards of an answer by number, when the stage is brief.
func (s *stage) shorten(text string) string {
	if !s.brief {
		return text
	}
	return card.ReplaceAllStringFunc(text, func(found string) string {
		if strings.HasPrefix(found, "Thông tin theo") {
			return "[thẻ: trích nguyên văn, bản cũ]"
		}
		return "[thẻ: trích nguyên văn]"
	})
}

// report takes a report as flow would, into a case of its own.
func (s *stage) report(e effect.Effect) {
	in := e.Report
	if in.To != "" {
		s.addsTo(e)
		return
	}
	c := cases.New(cases.FormatCode(2026, int64(len(s.world.Reported)+1)), "BT-1", s.world.Rules, e.At)
	fmt.Fprintf(&s.out, "! report %s category=%s anonymous=%t consent=%t pictures=%d\n", c.Code, in.Category, in.Anonymous, in.Consent, len(in.Pictures))
	s.write("!  ", in.Text)
	if s.world.Named = nil; in.Anonymous {
		s.world.Named = &c
	} else {
		s.world.Reported = append([]cases.Case{c}, s.world.Reported...)
	}
	s.say(report.Receipt(c, cases.Report{Anonymous: in.Anonymous, Consent: in.Consent, CreatedAt: e.At}, "", s.world.PublicURL, "", in.Buttons))
}

// addsTo takes what is added to a report as flow would.
func (s *stage) addsTo(e effect.Effect) {
	in := e.Report
	i := slices.IndexFunc(s.world.Reported, func(c cases.Case) bool { return c.Code == in.To })
	fmt.Fprintf(&s.out, "! add to %s pictures=%d\n", in.To, len(in.Pictures))
	s.write("!  ", in.Text)
	s.say(report.Receipt(s.world.Reported[i], cases.Report{Adds: "BT-1", Consent: in.Consent, CreatedAt: e.At}, "", s.world.PublicURL, "", in.Buttons))
}

// ownStep does what a person wants done with their own request, as flow would.
func (s *stage) ownStep(e effect.Effect) {
	w := *e.OwnStep
	i := slices.IndexFunc(s.world.Requests, func(r request.Request) bool { return r.Code == w.Request })
	r, err := s.world.Requests[i], error(nil)
	switch w.Action {
	case request.ActAdd:
		r, err = request.AddFiles(r, s.world.Requester, func(request.Part) policy.Set { return s.world.Rules }, w.Text, filesOf(w.Files), e.At)
	case request.ActDispute:
		r, err = request.Dispute(r, w.Part, s.world.Requester, s.world.Rules, w.Text, e.At)
	case request.ActTogether, request.ActApart:
		r, err = request.Choose(r, s.world.Requester, w.Action == request.ActTogether, e.At)
	case request.ActWithdraw:
		r, err = request.Withdraw(r, s.world.Requester, e.At)
	}
	fmt.Fprintf(&s.out, "! own_step %s %s %s\n", w.Action, w.Request, w.Text)
	if err != nil {
		s.say(words.Numbered(err.Error(), w.Buttons))
		return
	}
	s.world.Requests[i] = r
	s.say(words.OwnStepDone(r, w, s.world.Units.Office))
}

func (s *stage) file(e effect.Effect) {
	f := e.Filing
	rule, _ := policy.FindRule(policy.ClockFor(s.world.Requester.Kind))
	r := request.NewRequest(request.NewRequestInput{Code: request.FormatCode(2026, int64(len(s.world.Requests)+1)), Source: e.Key,
		Requester: s.world.Requester, Question: f.Question, Notes: f.Notes, Unit: f.Unit, Clock: s.world.Rules.Calendar.Start(rule, e.At), At: e.At, Files: filesOf(f.Files), English: f.English})
	fmt.Fprintf(&s.out, "! filing %s unit=%s rule=%s due=%s lines=%d\n", r.Code, f.Unit, rule.Code, r.Due.Format("02/01/2006"), len(f.Context))
	s.write("!  ", f.Question)
	for _, note := range f.Notes {
		s.write("!  +", note)
	}
	for _, address := range f.Files {
		s.write("!  file", address)
	}
	s.world.Requests = append([]request.Request{r}, s.world.Requests...)
	s.say(words.Receipt(r, rule, s.world.Units.Office(f.Unit), s.world.Rules.Sentences().Receipt, *f))
}

// filesOf are files that have come from where they were.
func filesOf(addresses []string) (all []request.File) {
	for _, address := range addresses {
		all = append(all, request.File{ID: address, Name: address})
	}
	return all
}

func (s *stage) write(mark, text string) {
	for line := range strings.SplitSeq(text, "\n") {
		fmt.Fprintln(&s.out, strings.TrimRight(mark+" "+line, " "))
	}
}

func (s *stage) show(buttons []effect.Button) {
	if len(buttons) == 0 {
		return
	}
	s.buttons = append(s.buttons, buttons)
	var titles []string
	for _, b := range buttons {
		if b.URL != "" {
			b.Title += " → " + b.URL
		}
		titles = append(titles, b.Title)
	}
	fmt.Fprintf(&s.out, "(buttons: %s)\n", strings.Join(titles, " | "))
}

func codesOf(told []effect.Told) []string {
	var codes []string
	for _, t := range told {
		if !slices.Contains(codes, t.Statement) {
			codes = append(codes, t.Statement)
		}
	}
	return codes
}

func (s *stage) duty(unit string) words.Duty {
	return words.Duty{Calendar: s.world.Rules.DutyOf(unit), Terms: s.world.Rules.HandOvers()}
}

// hear brings what was said to the officer, as flow would.
func (s *stage) hear(e effect.Effect) {
	h, who := s.world.HandOver, s.world.Requester
	if e.Talk.Action == handover.ActLeave {
		if _, err := handover.Leave(*h, who, e.Key, e.At); err != nil {
			s.t.Fatal(err)
		}
		s.world.HandOver = nil
		s.say(words.Talked(handover.ActLeave, "", words.Duty{}, e.At))
		return
	}
	next, err := handover.Hear(*h, who, e.Talk.Lines, e.Talk.Grave, e.Key, e.At)
	if err != nil {
		s.t.Fatal(err)
	}
	s.world.HandOver = &next
	for _, l := range e.Talk.Lines {
		fmt.Fprintf(&s.out, "! officer reads %s: %s\n", l.From, words.Clip(strings.ReplaceAll(l.Text, "\n", " "), 60))
	}
}

// talk has an officer take the talk, or end it.
func (s *stage) talk(begins bool) {
	officer := people.Officer{ID: "o", Role: people.RoleOperator, Unit: s.world.HandOver.Unit}
	h, err := handover.End(*s.world.HandOver, officer, s.world.Now)
	action := handover.ActEnd
	if begins {
		h, err = handover.Take(*s.world.HandOver, officer, s.world.Now)
		action = handover.ActTake
	}
	if err != nil {
		s.t.Fatal(err)
	}
	s.world.HandOver = &h
	s.say(words.Talked(action, s.world.Units.Office(h.Unit), s.duty(h.Unit), s.world.Now))
	if !h.Open {
		s.world.HandOver = nil
	}
}
