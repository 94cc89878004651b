// Package report is what the Official Account says about reports of false content: the
// dialogue that takes one, its receipt, and what became of it. Before a competent unit has
// concluded, the only words are "có dấu hiệu giả, sai sự thật" (NĐ 328/2026, Art. 21).
// Pure.
package report

import (
	"fmt"
	"slices"
	"strings"

	"phatngon/bot/hear"
	"phatngon/bot/step"
	"phatngon/bot/words"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/effect"
)

var (
	cancel  = step.Choice{Title: words.TitleCancel, Verb: hear.DoCancel}
	more    = step.Choice{Title: words.TitleMore, Verb: hear.DoMore}
	named   = step.Choice{Title: titleSend, Verb: hear.DoSendReport}
	unnamed = step.Choice{Title: titleUnnamed, Verb: hear.DoSendUnnamed}
)

// Invite asks for what was seen.
func Invite() step.Said {
	return step.Said{Text: textHow, Choices: []step.Choice{cancel}, Waiting: chat.WaitReport}
}

// More asks for more about it.
func More() step.Said {
	return step.Said{Text: textMore, Choices: []step.Choice{cancel}, Waiting: chat.WaitReport}
}

// Add puts what came into a report: words below the words before, pictures beside them.
func Add(r *effect.Report, text string, pictures []string) {
	r.Text = words.CutRunes(words.Lines(r.Text, strings.TrimSpace(text)), words.KeptQuestion)
	for _, p := range pictures {
		if len(r.Pictures) < MostPictures && !slices.Contains(r.Pictures, p) {
			r.Pictures = append(r.Pictures, p)
		}
	}
}

// MostPictures is how many pictures a report has at most.
const MostPictures = 5

// Next asks what is still needed of a report, below lead: what it is about, then whether
// to send it. What protects the person comes first.
func Next(r effect.Report, lead string) step.Said {
	h := hear.Hear(r.Text)
	if r.To != "" {
		return step.Said{Text: words.Lines(Advice(h), lead, fmt.Sprintf(textReadyTo, r.To, what(r))), Choices: []step.Choice{{Title: titleSendTo, Verb: hear.DoSendReport}, more, cancel}, Waiting: chat.WaitConfirm}
	}
	if r.Category == "" {
		return step.Said{Text: words.Lines(Advice(h), lead, textTaken, textCategory), Choices: categories(h), Waiting: chat.WaitConfirm}
	}
	text := words.Lines(lead, fmt.Sprintf(textReady, summary(r)), missing(h, r), textHonest, textWho)
	if h.Has(hear.SignsOfFear) {
		return step.Said{Text: text, Choices: []step.Choice{unnamed, named, more, cancel}, Waiting: chat.WaitConfirm}
	}
	return step.Said{Text: text, Choices: []step.Choice{named, unnamed, more, cancel}, Waiting: chat.WaitConfirm}
}

// Advice is what must be done before any report: where life is in danger, or money was lost.
func Advice(h hear.Heard) string {
	danger := h.Has("bi thuong|mac ket|cap cuu|cuu voi|cuu nguoi|duoi nuoc|dang chay nha|dang ngap|nuoc dang len|lu dang ve|dang bi danh|nguy hiem tinh mang")
	lost := hear.Detect(h) == hear.WantVictim
	return words.Lines(words.When(danger, textDanger), words.When(lost, textVictim), words.When(h.Has(hear.SignsOfScam), textScam))
}

// categories are the portal's eight, first the one that the words hint at.
func categories(h hear.Heard) []step.Choice {
	all := cases.Categories()
	hint := cases.Category("")
	switch {
	case h.Has(hear.SignsOfScam):
		hint = "scam"
	case h.Has("vo dap|lu quet|bao so|dong dat|sat lo|dich benh|ngap lut|o dich"):
		hint = "disaster"
	}
	slices.SortStableFunc(all, func(a, b cases.CategoryText) int {
		switch {
		case a.Category == hint && b.Category != hint:
			return -1
		case b.Category == hint && a.Category != hint:
			return 1
		}
		return 0
	})
	var choices []step.Choice
	for _, c := range all {
		choices = append(choices, step.Choice{Title: c.Text, Verb: hear.DoCategory, Argument: string(c.Category)})
	}
	return append(choices, more, cancel)
}

// Category is the portal's name of what a report is about; "" when there is no such one.
func Category(code string) string {
	for _, c := range cases.Categories() {
		if string(c.Category) == code {
			return c.Text
		}
	}
	return ""
}

func summary(r effect.Report) string { return what(r) + " – " + Category(r.Category) }

func what(r effect.Report) string {
	text := words.Echo(r.Text, 300)
	if n := len(r.Pictures); n > 0 {
		text = strings.TrimSpace(fmt.Sprintf("%s (%d ảnh)", text, n))
	}
	return text
}

// Complete reports whether a report can be sent: it shows something, and says what it is
// about or which report it adds to.
func Complete(r effect.Report) bool {
	return (r.Text != "" || len(r.Pictures) > 0) && (Category(r.Category) != "" || r.To != "")
}

// AddChoice offers to add to a report of the person's own in a case, to the newest when code
// is "".
func AddChoice(code string) step.Choice {
	return step.Choice{Title: titleAdd, Verb: hear.DoAddReport, Argument: code}
}

// AddTo asks for what is to be added to a report.
func AddTo(code string) step.Said {
	return step.Said{Text: fmt.Sprintf(textAddTo, code), Choices: []step.Choice{cancel}, Waiting: chat.WaitReport}
}

// missing names what would help to verify it and was not given.
func missing(h hear.Heard, r effect.Report) string {
	switch {
	case h.Has("zalo") && h.Has("group|nhom|hoi"):
		return textZaloGroup
	case len(r.Pictures) == 0:
		return textEvidence
	}
	return ""
}

// Ask asks whether what was sent is to be reported, or to be asked about.
func Ask(lead string) step.Said {
	return step.Said{Text: words.Lines(lead, textAsk), Choices: []step.Choice{{Title: words.TitleReport, Verb: hear.DoReportIt}, {Title: words.TitleRequest, Verb: hear.DoUnit}, cancel}, Waiting: chat.WaitConfirm}
}

// Statement is the code of the statement that the conclusion of a case becomes.
func Statement(code string) string { return "KL-" + code }

// Line is a case in a list of what a person filed.
func Line(c cases.Case) string {
	return fmt.Sprintf("%s – báo tin – %s", c.Code, cases.PublicState(c))
}
