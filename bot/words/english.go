package words

import (
	"fmt"
	"strings"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/effect"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/statement"
)

// What is said around a question in English. These sentences are the office's own; what a
// statement says stays as it was said.
const (
	TextEnglish = "I am a virtual assistant (AI) of the Thanh Hoa Provincial People's Committee. Official statements are in Vietnamese; I quote them word for word and do not translate them. " +
		"Please ask in Vietnamese, or I can forward your question to the unit in charge; its answer is sent here in Vietnamese."
	TextEnglishUnit    = "Suggested unit: %s. To send your question there, tap the button or type its number."
	TextEnglishNearest = "This is a virtual assistant (AI). The nearest official statement to your question is below; it may not answer it. Official statements are in Vietnamese and are quoted word for word, not translated."
	TextEnglishMeant   = "Thank you. You can ask another question, in Vietnamese if possible."

	textEnglishFrom       = "Statement by %s, %s:"
	textEnglishSource     = "Source: %s"
	textEnglishHistorical = "From a document of %d; this may have changed."
	textEnglishSample     = "Sample data: not a real statement, do not quote."
	textEnglishCut        = "[Beginning only; the full text is at the link below]"

	TitleEnglishMeant   = "This is what I asked"
	TitleEnglishForward = "Not this: forward to the unit"
	TitleEnglishFull    = "Full statement (Vietnamese)"
)

// english are the sentences around a request that is put together, by the Vietnamese ones.
var english = map[string]string{
	TextTypeRequest:  "Please type your request: what you want to know, where, for what time. Type cancel to stop.",
	TextVague:        "I did not understand that. Please say a little more: what you want to know, where, for what time.",
	TextReady:        "Your request will be sent as: \"%s\"",
	TextRetype:       "Please type your request again. It now says: \"%s\"",
	TextTypeUnit:     "Choose a unit, or type the name of a department or commune in Vietnamese:",
	TextUnitNotFound: "I do not know this unit. Please type its Vietnamese name (for example: Sở Y tế, xã Cẩm Thạch) or choose:",
	TextAlike:        "%s is working on a request that asks the same%s. You can follow it and get the same answer, or still send your own.",
	TextTheirTime:    "The deadline you name (%s) goes to the unit in your own words.",
	TextAlreadyFiled: "You have sent this before and it is being worked on, so I did not send it again.",
	TextCancelled:    "Cancelled; nothing was sent.",
	TextForm: "A commune gives information that it made to who lives there, and to others where it directly concerns their rights and interests (Art. 10, Law on Access to Information 01/2026/QH16). " +
		"Where do you live, or how are you concerned? Please write one message; the unit that answers reads it. What is another person's or a company's needs their written consent: send a picture or file of it here.",
	TextFiles:     "Files that go with it: %d (at most %d). You are told of any that could not be kept.",
	TextFilesFull: "A request takes at most %d files; the last one was not added.",

	TitleSend:       "Send to %s",
	TitleSendNow:    "Send now",
	TitleForm:       "Say where I live",
	TitleDropFiles:  "Without the files",
	TitleChangeUnit: "Another unit",
	TitleEdit:       "Edit",
	TitleCancel:     "Cancel",
	TitleJoin:       "Follow that request",
	TitleFileOwn:    "Send my own",
}

// EnglishForm is what goes with a question beside its words.
func EnglishForm(f effect.Form) string {
	return Lines(When(f.Residence != "", "Where you live: "+f.Residence), When(f.Concern != "", "How it concerns you: "+f.Concern))
}

// InEnglish is a sentence of the product in English; every sentence that is looked up here
// has one, as a test holds.
func InEnglish(text string) string { return english[text] }

// EnglishCard is the card of one statement in an English frame.
func EnglishCard(quotes []answer.Quote) string {
	q := quotes[0]
	banner, sample := "", ""
	if q.Historical {
		banner = fmt.Sprintf(textEnglishHistorical, q.Year)
	}
	if strings.HasPrefix(q.Statement, statement.SamplePrefix) {
		sample = textEnglishSample
	}
	words, cut := Quoted(quotes)
	return Lines(banner, fmt.Sprintf(textEnglishFrom, Speaker(q), q.IssuedAt.In(calendar.Zone).Format("2 January 2006")), words, When(cut != "", textEnglishCut),
		fmt.Sprintf(textEnglishSource, Link(q, "")), sample)
}
