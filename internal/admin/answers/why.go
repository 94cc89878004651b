// Package answers is the panel's page that explains to officers why the assistant answers a
// question as it does, and the one of what people say of it. The first promises to say
// nothing that the assistant did not weigh, keeps nothing of what is typed, and counts no
// asking; on the second nothing becomes a label that no officer has looked at. A third shows what
// people asked and nothing answered, without saying who asked.
package answers

import (
	"embed"
	"net/http"
	"strings"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/flow"
	"phatngon/internal/store"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/answer/slots"
	"phatngon/knowledge/statement"
)

//go:embed templates/*.html
var templateFiles embed.FS

// Pages is the group's handlers and what they work with.
type Pages struct {
	Flow  *flow.Flow
	Store *store.Store
	Base  *answer.Base
	Units labels.Units
	Now   func() time.Time
}

// Mount opens the group's pages and forms.
func (p *Pages) Mount(d *door.Door) {
	d.AddPages(templateFiles)
	d.Get("/why", door.Officers, p.getWhy)
	d.Get("/gaps", door.Officers, p.getGaps)
	d.Get("/verdicts", door.Officers, p.getVerdicts)
	d.Post("/verdicts/take", door.Officers, p.postTake)
	d.Post("/verdicts/throw", door.Officers, p.postThrow)
	d.Post("/verdicts/export", door.Officers, p.postExport)
}

const (
	weighed = 5   // statements that are listed
	longest = 300 // characters of a question
)

type whyPage struct {
	door.Page
	Question, Before  string
	Press             bool
	Asked             bool // there is a question
	Read              string
	Carried           bool  // it was answered as asked of what was asked before
	Topic             cited // the statement that was spoken of
	Outcome, Text     string
	Sure              float64
	AnswerAt, ShownAt float64
	Uncovered         []string
	Rows              []whyRow
	Cites             []cited
	Said              []answer.Quote // as they are shown
}

// whyRow is a statement that was weighed.
type whyRow struct {
	answer.Weighed
	UnitName, Verdict string
	Answers           bool // it is sure enough
	Asked             []askedSlot
}

// askedSlot is one thing that the question asks about.
type askedSlot struct {
	Name, Words string
	Agrees      bool
}

// cited is a statement that the answer quotes, in the version that it was quoted in.
type cited struct {
	Statement string
	Version   int64
}

// getWhy asks the typed question as anyone would and shows what was weighed.
func (p *Pages) getWhy(v *door.Visit) error {
	page := whyPage{
		Page: v.Page("Vì sao trả lời như vậy", "statements"), Question: clip(v.Query("q")), Before: clip(v.Query("before")), Press: v.Query("as") == "press",
		AnswerAt: answer.AnswerAt, ShownAt: answer.RelatedAt,
	}
	if page.Asked = strings.TrimSpace(page.Question) != ""; page.Asked {
		p.weigh(&page)
	}
	return v.Render(http.StatusOK, "why", page)
}

func clip(text string) string {
	if runes := []rune(text); len(runes) > longest {
		return string(runes[:longest])
	}
	return text
}

func (p *Pages) weigh(page *whyPage) {
	q := answer.Question{Text: page.Question, Audience: statement.AudiencePublic, Now: p.Now()}
	if page.Press {
		q.Audience = statement.AudiencePress
	}
	a := p.Base.Ask(q)
	if strings.TrimSpace(page.Before) != "" {
		on, version := p.topic(q, page.Before)
		page.Topic = cited{on.Statement, version}
		if follow, ok := p.Base.Follow(q, on); ok {
			a, page.Carried = follow, true
		}
	}
	page.Read, page.Outcome, page.Text, page.Sure, page.Uncovered = p.Base.Spelt(q.Text), outcomes[a.Status], a.Text, a.Confidence, a.Uncovered
	if page.Said = a.Quotes; len(a.Quotes) > 0 {
		page.Text = a.Lead()
	}
	for _, quote := range a.Quotes {
		if one := (cited{quote.Statement, quote.Version}); len(page.Cites) == 0 || page.Cites[len(page.Cites)-1] != one {
			page.Cites = append(page.Cites, one)
		}
	}
	for _, w := range p.Base.Weigh(q, weighed) {
		page.Rows = append(page.Rows, whyRow{w, p.Units.Name(w.Unit), agreement(w.Verdict, len(w.Quotes)), w.Confidence >= answer.AnswerAt, askedSlots(w.Slots)})
	}
}

// topic is what the conversation is about once before was asked, and the version of the
// statement that was quoted to it.
func (p *Pages) topic(q answer.Question, before string) (on answer.Topic, version int64) {
	q.Text = before
	on = answer.Topic{Asked: []string{before}}
	if quotes := p.Base.Ask(q).Quotes; len(quotes) > 0 {
		on.Statement, version = quotes[0].Statement, quotes[0].Version
	}
	return on, version
}

var outcomes = map[answer.Outcome]string{
	answer.Answered: "Trả lời ngay", answer.Partial: "Trả lời một phần", answer.Related: "Đưa phát ngôn gần nhất, nói rõ có thể chưa đúng",
	answer.Clarify: "Hỏi lại bằng tiêu đề", answer.Refused: "Báo chưa có phát ngôn",
}

// reasons say what a quote lacks.
var reasons = map[slots.Reason]string{
	slots.OtherPlace: "nói về nơi khác", slots.OtherTime: "nói về thời gian khác", slots.OtherNumber: "nói về số thứ tự khác",
	slots.OtherNoun: "con số thuộc về điều khác", slots.NoName: "không nêu tên được hỏi", slots.NoValue: "không có con số hoặc ngày được hỏi",
}

// slotNames say what a question asks about.
var slotNames = map[string]string{"place": "Nơi", "time": "Thời gian", "number": "Số thứ tự", "name": "Tên", "value": "Con số, ngày giờ", "premise": "Điều nghe nói"}

func askedSlots(all []slots.Slot) []askedSlot {
	var asked []askedSlot
	for _, s := range all {
		words := s.Words
		if words == "" {
			words = s.Verdict.Words
		}
		asked = append(asked, askedSlot{slotNames[s.Name], words, s.Ruling != slots.Disagrees})
	}
	return asked
}

func agreement(v slots.Verdict, quotes int) string {
	switch {
	case quotes == 0:
		return "Không có câu nào chung chữ với câu hỏi"
	case v.Ruling == slots.Disagrees:
		text := "Không khớp"
		if reason := reasons[v.Reason]; reason != "" {
			text += ": " + reason
		}
		if v.Words != "" {
			text += " (“" + v.Words + "”)"
		}
		return text
	case v.Ruling == slots.Corrects:
		return "Khớp; phát ngôn phủ nhận điều câu hỏi nghe nói"
	}
	return "Không thấy điểm nào không khớp"
}
