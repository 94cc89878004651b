package statement

import (
	"regexp"
	"strings"
)

// Flaw is one thing wrong with a statement's field.
type Flaw struct {
	Field string // the key as files write it, or "body"
	Text  string // Vietnamese, says what to do
}

// Lint holds a statement that was not read from a file to the rules of a file:
// it is written as one and parsed again. Required fields that are missing are
// named by their key.
func Lint(s Statement, knownUnit func(string) bool) []Flaw {
	data := FormatStatement(s)
	parsed, problems := ParseStatement(s.Code, data, knownUnit)
	lines := strings.Split(string(data), "\n")
	var flaws []Flaw
	for _, p := range problems {
		flaws = append(flaws, Flaw{Field: fieldOf(lines, p), Text: p.Text})
	}
	if len(flaws) == 0 && parsed.Body != s.Body {
		flaws = append(flaws, Flaw{Field: "body", Text: "Nội dung có ký tự không giữ được nguyên văn khi lưu; hãy dán lại dưới dạng văn bản thuần."})
	}
	return flaws
}

// quotedKey finds the key that a problem names: “title”.
var quotedKey = regexp.MustCompile(`“([a-z_]+)”`)

// fieldOf names the field a problem is about: by its line in the front matter,
// by the key it quotes, else the body.
func fieldOf(lines []string, p Problem) string {
	if p.Line > 1 && p.Line <= len(lines) && insideFront(lines, p.Line) {
		for i := p.Line - 1; i > 0; i-- { // a list's lines belong to the key above them
			if key, _, ok := strings.Cut(lines[i], ":"); ok && key != "" && key == strings.TrimSpace(key) {
				return key
			}
		}
	}
	if m := quotedKey.FindStringSubmatch(p.Text); m != nil {
		return m[1]
	}
	return "body"
}

func insideFront(lines []string, line int) bool {
	for i := 1; i < line; i++ {
		if lines[i] == "---" {
			return false
		}
	}
	return true
}
