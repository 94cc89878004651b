package document

import (
	"bytes"
	"encoding/xml"
	"strconv"
	"strings"
)

// listLevel is how a level of a list is numbered (ECMA-376, Part 1, 17.9):
// text is like "Điều %1." or "%1.%2.".
type listLevel struct {
	format, text string
	start        int
}

// maxLevel is the deepest level of a list in Word.
const maxLevel = 8

// lists is the lists of a document and how far each has counted.
type lists struct {
	levels map[string][maxLevel + 1]listLevel // by w:numId
	counts map[string]*[maxLevel + 1]int
}

// mark is what stands before the next item: Word keeps it out of the text.
func (l *lists) mark(id, level string) string {
	at, _ := strconv.Atoi(level)
	at = min(max(at, 0), maxLevel)
	levels, ok := l.levels[id]
	if !ok || levels[at].format == "none" {
		return ""
	}
	if levels[at].format == "bullet" {
		return strings.Repeat("  ", at) + "- "
	}
	counts := l.counts[id]
	if counts == nil {
		counts = &[maxLevel + 1]int{}
		l.counts[id] = counts
	}
	if counts[at] == 0 {
		counts[at] = levels[at].start
	} else {
		counts[at]++
	}
	clear(counts[at+1:])
	text := levels[at].text
	for i := range at + 1 {
		n := max(counts[i], levels[i].start)
		text = strings.ReplaceAll(text, "%"+strconv.Itoa(i+1), numeral(levels[i].format, n))
	}
	if text == "" {
		return ""
	}
	return text + " "
}

// numeral writes n as Word does in a format; formats of other scripts come out
// in digits.
func numeral(format string, n int) string {
	switch format {
	case "lowerLetter":
		return letterCount(n)
	case "upperLetter":
		return strings.ToUpper(letterCount(n))
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperRoman":
		return roman(n)
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	}
	return strconv.Itoa(n)
}

// letterCount is a … z, aa … zz, as Word counts.
func letterCount(n int) string {
	if n < 1 {
		return ""
	}
	return strings.Repeat(string(rune('a'+(n-1)%26)), min((n-1)/26+1, 10))
}

func roman(n int) string {
	var b strings.Builder
	values := [...]int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}
	letters := [...]string{"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"}
	n = min(n, 3999)
	for i, value := range values {
		for ; n >= value; n -= value {
			b.WriteString(letters[i])
		}
	}
	return b.String()
}

// parseLists reads word/numbering.xml; a damaged part has the lists before the
// damage.
func parseLists(numbering []byte) *lists {
	out := &lists{levels: map[string][maxLevel + 1]listLevel{}, counts: map[string]*[maxLevel + 1]int{}}
	abstract := map[string][maxLevel + 1]listLevel{}
	var list, number string
	var current [maxLevel + 1]listLevel
	at := 0
	d := xml.NewDecoder(bytes.NewReader(numbering))
	for {
		token, err := d.RawToken()
		if err != nil {
			return out
		}
		if end, ok := token.(xml.EndElement); ok && end.Name.Local == "abstractNum" {
			abstract[list] = current
		}
		t, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		value := attribute(t, "val")
		switch t.Name.Local {
		case "abstractNum":
			list, current = attribute(t, "abstractNumId"), [maxLevel + 1]listLevel{}
		case "lvl":
			at, _ = strconv.Atoi(attribute(t, "ilvl"))
			at = min(max(at, 0), maxLevel)
			current[at] = listLevel{format: "decimal", start: 1}
		case "start":
			n, _ := strconv.Atoi(value)
			current[at].start = min(max(n, 0), 9999)
		case "numFmt":
			current[at].format = value
		case "lvlText":
			current[at].text = oneLine(value)
		case "num":
			number = attribute(t, "numId")
		case "abstractNumId":
			out.levels[number] = abstract[value]
		}
	}
}
