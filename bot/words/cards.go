package words

import (
	"fmt"
	"strings"
	"time"

	"phatngon/bot/hear"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/effect"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/statement"
)

// MaxQuoted bounds the quotations of one statement in one message, in bytes;
// beyond it the quotation is cut at the end of a sentence and says so.
const MaxQuoted = 4200

func Uncovered(a answer.Answer) string {
	if len(a.Uncovered) == 0 {
		return ""
	}
	return "\n\n" + fmt.Sprintf(textUncovered, Echo(strings.Join(a.Uncovered, "; "), 200))
}

// AskText is an answer as plain text, as `phatngon ask` and a reporter's
// notebook need it: who, when, the words, the source.
func AskText(a answer.Answer) string {
	cards := CardsOf(a)
	if len(cards) == 0 {
		return TextNothing
	}
	return strings.Join(cards, "\n\n") + Uncovered(a)
}

// CardsOf writes one card for each statement, in the order of the quotes; the first
// begins with what leads the answer.
func CardsOf(a answer.Answer) []string {
	var cards []string
	for i := 0; i < len(a.Quotes); {
		j := i + 1
		for j < len(a.Quotes) && a.Quotes[j].Statement == a.Quotes[i].Statement {
			j++
		}
		cards = append(cards, cardOf(a.Quotes[i:j]))
		i = j
	}
	if codes := a.Statements(); len(cards) > 1 {
		for i := range cards {
			cards[i] = Lines(askedOf(a, codes[i]), cards[i])
		}
	}
	if len(cards) > 0 {
		cards[0] = Lines(a.Lead(), cards[0])
	}
	return cards
}

// askedOf says which of several things asked a statement answers.
func askedOf(a answer.Answer, statement string) string {
	var asked []string
	for _, c := range a.Covered {
		if c.Statement == statement {
			asked = append(asked, strings.TrimRight(c.Text, " ?.!"))
		}
	}
	if len(asked) == 0 {
		return ""
	}
	return fmt.Sprintf(textAsked, Echo(strings.Join(asked, "; "), 160))
}

// cardOf writes the quotes of one statement: banner, attribution (Decree
// 244/2026, Art. 9: name, position, unit), the words, the source.
func cardOf(quotes []answer.Quote) string {
	q := quotes[0]
	banner, sample := "", ""
	if q.Historical {
		banner = fmt.Sprintf(textHistorical, q.Year)
	}
	if strings.HasPrefix(q.Statement, statement.SamplePrefix) {
		sample = textSample
	}
	words, cut := Quoted(quotes)
	return Lines(banner, fmt.Sprintf(textQuoteFrom, Speaker(q), Day(q.IssuedAt)), words, cut, fmt.Sprintf(textSource, Link(q, "")), sample)
}

// Quoted joins what is shown of the spans, each between the marks that only
// statements have, as far as they fit.
func Quoted(quotes []answer.Quote) (words, cut string) {
	var b strings.Builder
	for i, q := range quotes {
		text := q.Text
		if room := MaxQuoted - b.Len(); len(text) > room {
			text, cut = firstSentences(text, room, i == 0), TextCut
		}
		if text != "" {
			b.WriteString("\n" + inQuotes(text))
		}
		if cut != "" {
			break
		}
	}
	return strings.TrimPrefix(b.String(), "\n"), cut
}

// Bounds of what is kept of what was shown, to judge it by.
const (
	mostShown  = 6   // quotes
	shownBytes = 600 // of each
)

// Shown is what an answer quotes, in its order: the beginning of each quote, byte for byte.
func Shown(a answer.Answer) []effect.Shown {
	var all []effect.Shown
	for _, q := range a.Quotes[:min(len(a.Quotes), mostShown)] {
		all = append(all, effect.Shown{Statement: q.Statement, Version: q.Version, Quote: opening(q.Quote)})
	}
	return all
}

// opening is a text, or as many whole sentences of it as are kept.
func opening(text string) string {
	if len(text) <= shownBytes {
		return text
	}
	return firstSentences(text, shownBytes, true)
}

func inQuotes(words string) string { return "“" + words + "”" }

// firstSentences cuts what is shown at the last end of a line or sentence
// within n bytes, or at a word when it must; what is left is still verbatim.
func firstSentences(text string, n int, must bool) string {
	head := CutBytes(text, max(n, 0))
	end := max(strings.LastIndexByte(head, '\n'), strings.LastIndex(head, ". ")+1, strings.LastIndex(head, "; ")+1)
	if end <= 0 && must {
		end = strings.LastIndexByte(head, ' ')
	}
	if end <= 0 && must {
		end = len(head)
	}
	return strings.TrimRight(head[:max(end, 0)], " \n")
}

// Speaker names position, person and unit; the unit once when the position
// already names it ("Giám đốc Sở Y tế").
func Speaker(q answer.Quote) string {
	who := strings.TrimSpace(q.Position + " " + q.Spokesperson)
	if q.Unit == "" || NamesUnit(q.Position, q.Unit) {
		return who
	}
	return who + ", " + q.Unit
}

// NamesUnit reports whether a position already names its unit: "Giám đốc Sở Y tế".
func NamesUnit(position, unit string) bool {
	return strings.Contains(hear.PlainWords(position), hear.PlainWords(unit))
}

func Link(q answer.Quote, publicURL string) string {
	if q.URL != "" {
		return q.URL
	}
	return publicURL + "/s/" + q.Statement
}

// Day writes a date as people here read it, in the office's time zone.
func Day(at time.Time) string { return at.In(calendar.Zone).Format("02/01/2006") }

// Moment writes a time of a day as people here read it.
func Moment(at time.Time) string { return at.In(calendar.Zone).Format("15:04, 02/01/2006") }
