package statement

import (
	"bytes"
	"encoding/json"
	"strings"
	"time"
)

// FormatStatement writes s as ParseStatement reads it. What is not part of the
// file format (version, status, request) is left out.
func FormatStatement(s Statement) []byte {
	w := &frontMatter{}
	w.buf.WriteString("---\n")
	w.text("code", s.Code)
	w.text("title", s.Title)
	w.text("unit", s.Unit)
	w.text("spokesperson", s.Spokesperson)
	w.text("position", s.Position)
	w.text("spokesperson_kind", s.SpokespersonKind)
	if a := s.Authorisation; a != nil {
		w.buf.WriteString("authorisation:\n")
		w.text("  number", a.Number)
		w.moment("  until", &a.Until)
	}
	w.text("form", string(s.Form))
	w.moment("issued_at", &s.IssuedAt)
	w.text("audience", string(s.Audience))
	w.text("document_no", s.DocumentNo)
	w.text("source_url", s.SourceURL)
	w.moment("valid_from", s.ValidFrom)
	w.moment("valid_until", s.ValidUntil)
	w.moment("embargo_until", s.EmbargoUntil)
	w.list("supersedes", s.Supersedes)
	w.list("topics", s.Topics)
	w.list("places", s.Places)
	w.list("questions", s.Questions)
	w.buf.WriteString("---\n")
	w.buf.WriteString(s.Body)
	w.buf.WriteByte('\n')
	return w.buf.Bytes()
}

type frontMatter struct{ buf bytes.Buffer }

func (w *frontMatter) text(key, value string) {
	if value != "" {
		w.buf.WriteString(key + ": " + quoteValue(value) + "\n")
	}
}

func (w *frontMatter) moment(key string, t *time.Time) {
	if t != nil && !t.IsZero() {
		w.buf.WriteString(key + ": " + t.In(Vietnam).Format(time.RFC3339) + "\n")
	}
}

func (w *frontMatter) list(key string, values []string) {
	if len(values) == 0 {
		return
	}
	w.buf.WriteString(key + ":\n")
	for _, value := range values {
		w.buf.WriteString("  - " + quoteValue(value) + "\n")
	}
}

// quoteValue leaves plain words as they are and puts anything YAML might read
// otherwise into double quotes.
func quoteValue(value string) string {
	first := value[0] | 0x20
	if (first >= 'a' && first <= 'z' || value[0] >= 0x80) && len(value) > 5 && !strings.ContainsAny(value, ":#\"'\\[]{},&*!|>%@`\n\t") {
		return value
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if e.Encode(value) != nil {
		return `""` // a string always encodes
	}
	return strings.TrimSuffix(b.String(), "\n")
}
