package words

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"phatngon/internal/desk/delivery"
)

// Characters of a question: how many go into a request (with its notes below 4,000), and
// above how many asking shorter is advised.
const (
	KeptQuestion = 3600
	KeptForm     = 300 // of a field beside it
	LongQuestion = 1000
)

// TooLong advises to ask shorter, "" for what is short; nothing of a long message is lost.
func TooLong(text string) string {
	switch n := utf8.RuneCountInString(text); {
	case n <= LongQuestion:
		return ""
	case n > KeptQuestion:
		return fmt.Sprintf(TextTooLong, Count(n))
	default:
		return fmt.Sprintf(TextLong, Count(n))
	}
}

// WhereAnswered says where the answer to a part is: in this chat only once Zalo took it.
// Of one without a delivery nothing is known but that the Mini App shows it.
func WhereAnswered(sent []delivery.Delivery, code string, part int) string {
	d, _ := delivery.Newest(sent, code, part)
	switch {
	case d.State.Reached():
		return TextSentAlready
	case d.State == delivery.Queued || d.State == delivery.Sending:
		return TextOnItsWay
	}
	return TextInAppOnly
}

// Notes are the notes that are not empty.
func Notes(all ...string) []string {
	return slices.DeleteFunc(all, func(n string) bool { return n == "" })
}

// When is text where it holds, else "".
func When(holds bool, text string) string {
	if holds {
		return text
	}
	return ""
}

// InFull is a message that only makes sense after others, with what it is about.
func InFull(before []string, text string) string {
	return fmt.Sprintf("%s (hỏi tiếp sau câu: \"%s\")", text, Echo(before[0], 300))
}
