package words

import (
	"fmt"
	"strings"

	"phatngon/internal/desk/calendar"
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
	TitleEnglishSend    = "Send to %s"
	TitleEnglishUnit    = "Another unit"
	TitleEnglishEdit    = "Edit"
	TitleEnglishCancel  = "Cancel"
)

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
