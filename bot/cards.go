package bot

import (
	"fmt"
	"phatngon/internal/desk/calendar"
	"phatngon/knowledge"
	"strings"
	"time"
)

// maxQuoted bounds the quotations of one statement in one message, in bytes;
// beyond it the quotation is cut at the end of a sentence and says so.
const maxQuoted = 4200

func uncovered(a knowledge.Answer) string {
	if len(a.Uncovered) == 0 {
		return ""
	}
	return "\n\n" + fmt.Sprintf(textUncovered, echo(strings.Join(a.Uncovered, "; "), 200))
}

// AskText is an answer as plain text, as `phatngon ask` and a reporter's
// notebook need it: who, when, the words, the source.
func AskText(a knowledge.Answer) string {
	cards := cardsOf(a)
	if len(cards) == 0 {
		return textNothing
	}
	return strings.Join(cards, "\n\n") + uncovered(a)
}

// cardsOf writes one card for each statement, in the order of the quotes.
func cardsOf(a knowledge.Answer) []string {
	var cards []string
	for i := 0; i < len(a.Quotes); {
		j := i + 1
		for j < len(a.Quotes) && a.Quotes[j].Statement == a.Quotes[i].Statement {
			j++
		}
		cards = append(cards, cardOf(a.Quotes[i:j]))
		i = j
	}
	return cards
}

// cardOf writes the quotes of one statement: banner, attribution (Decree
// 244/2026, Art. 9: name, position, unit), the words, the source.
func cardOf(quotes []knowledge.Quote) string {
	q := quotes[0]
	banner, sample := "", ""
	if q.Historical {
		banner = fmt.Sprintf(textHistorical, q.Year)
	}
	if strings.HasPrefix(q.Statement, knowledge.SamplePrefix) {
		sample = textSample
	}
	words, cut := quoted(quotes)
	return lines(banner, fmt.Sprintf(textQuoteFrom, speaker(q), day(q.IssuedAt)), words, cut, fmt.Sprintf(textSource, link(q, "")), sample)
}

// quoted joins what is shown of the spans, each between the marks that only
// statements have, as far as they fit.
func quoted(quotes []knowledge.Quote) (words, cut string) {
	var b strings.Builder
	for i, q := range quotes {
		text := q.Text
		if room := maxQuoted - b.Len(); len(text) > room {
			text, cut = firstSentences(text, room, i == 0), textCut
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

func inQuotes(words string) string { return "“" + words + "”" }

// firstSentences cuts what is shown at the last end of a line or sentence
// within n bytes, or at a word when it must; what is left is still verbatim.
func firstSentences(text string, n int, must bool) string {
	head := cutBytes(text, max(n, 0))
	end := max(strings.LastIndexByte(head, '\n'), strings.LastIndex(head, ". ")+1, strings.LastIndex(head, "; ")+1)
	if end <= 0 && must {
		end = strings.LastIndexByte(head, ' ')
	}
	if end <= 0 && must {
		end = len(head)
	}
	return strings.TrimRight(head[:max(end, 0)], " \n")
}

// speaker names position, person and unit; the unit once when the position
// already names it ("Giám đốc Sở Y tế").
func speaker(q knowledge.Quote) string {
	who := strings.TrimSpace(q.Position + " " + q.Spokesperson)
	if q.Unit == "" || NamesUnit(q.Position, q.Unit) {
		return who
	}
	return who + ", " + q.Unit
}

// NamesUnit reports whether a position already names its unit: "Giám đốc Sở Y tế".
func NamesUnit(position, unit string) bool {
	return strings.Contains(plainWords(position), plainWords(unit))
}

func link(q knowledge.Quote, publicURL string) string {
	if q.URL != "" {
		return q.URL
	}
	return publicURL + "/s/" + q.Statement
}

// day writes a date as people here read it, in the office's time zone.
func day(at time.Time) string { return at.In(calendar.Zone).Format("02/01/2006") }
