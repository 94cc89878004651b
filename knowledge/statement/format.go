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
	for _, f := range Fields {
		w.field(f, s)
	}
	w.buf.WriteString("---\n")
	w.buf.WriteString(s.Body)
	w.buf.WriteByte('\n')
	return w.buf.Bytes()
}

type frontMatter struct {
	buf    bytes.Buffer
	opened bool // the authorisation
}

func (w *frontMatter) field(f Field, s Statement) {
	key := f.Key
	if key == BodyKey {
		return
	}
	if name, ok := f.Mandate(); ok {
		if s.Authorisation == nil {
			return
		}
		if !w.opened {
			w.buf.WriteString(mandateKey + ":\n")
		}
		key, w.opened = "  "+name, true
	}
	w.text(key, f.Text(s))
	w.moment(key, f.Time(s))
	w.list(key, f.Values(s))
}

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
