package feed

import (
	"bytes"
	"encoding/xml"
	"io"
	"regexp"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/unicode"

	"phatngon/knowledge/importer/paper"
	"phatngon/knowledge/importer/webpage"
)

var (
	feedItem   = regexp.MustCompile(`^<(?:item|entry)[\s>]`)
	reference  = regexp.MustCompile(`^&(?:#(?:x[0-9a-fA-F]{1,6}|[0-9]{1,7})|[A-Za-z][A-Za-z0-9]{0,31});`)
	controlRef = regexp.MustCompile(`^&#(?:[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F])|0*(?:[0-8]|1[124-9]|2[0-9]|3[01]));`)
	declared   = regexp.MustCompile(`^\s*<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']`)
)

// mender goes over a feed once and mends what would make a reader of XML turn
// all of it down: a stray "&" or "<", control characters, damaged bytes.
type mender struct {
	in, out  []byte
	item     int // being read, from 1
	entities bool
	wrapped  bool // within CDATA
	doubts   map[int]paper.Doubts
}

// mendFeed gives the feed and what was mended, by item.
func mendFeed(data []byte) ([]byte, map[int]paper.Doubts) {
	m := &mender{in: inUTF8(data), entities: bytes.Contains(data, []byte("<!ENTITY")), doubts: map[int]paper.Doubts{}}
	if !utf8.Valid(m.in) {
		return data, nil // its declaration says what it is
	}
	m.out = make([]byte, 0, len(m.in))
	for i := 0; i < len(m.in); {
		i += m.step(m.in[i:])
	}
	return m.out, m.doubts
}

// inUTF8 is a feed in UTF-8, if that is what it says it is in.
func inUTF8(data []byte) []byte {
	if bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff}) {
		if text, err := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(data); err == nil {
			return text
		}
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	label := declared.FindSubmatch(data)
	if label == nil || bytes.EqualFold(label[1], []byte("utf-8")) || webpage.MostlyUTF8(data) {
		return bytes.ToValidUTF8(data, []byte(string(utf8.RuneError)))
	}
	if in, err := charset.NewReaderLabel(string(label[1]), bytes.NewReader(data)); err == nil {
		if text, err := io.ReadAll(in); err == nil {
			return text
		}
	}
	return data
}

// step copies what stands next, and tells how much that was.
func (m *mender) step(rest []byte) int {
	switch c := rest[0]; {
	case c < ' ' && c != '\t' && c != '\n' && c != '\r':
		m.note(paper.Control, around(rest[1:]))
		return 1
	case m.wrapped:
		m.wrapped = !bytes.HasPrefix(rest, []byte("]]>"))
		m.out = append(m.out, c)
		return 1
	case c == '&':
		return m.reference(rest)
	case c == '<':
		return m.tag(rest)
	default:
		m.out = append(m.out, c)
		return 1
	}
}

func (m *mender) reference(rest []byte) int {
	if ref := controlRef.Find(rest); ref != nil {
		m.note(paper.Control, string(ref))
		return len(ref)
	}
	ref := reference.Find(rest)
	_, known := xml.HTMLEntity[string(bytes.Trim(ref, "&;"))]
	if ref == nil || ref[1] != '#' && !known && !m.entities && !standard[string(ref)] {
		m.note(paper.Ampersand, around(rest))
		m.out = append(m.out, "&amp;"...)
		return 1
	}
	m.out = append(m.out, ref...)
	return len(ref)
}

var standard = paper.SetOf("&amp; &lt; &gt; &quot; &apos;")

func (m *mender) tag(rest []byte) int {
	switch {
	case bytes.HasPrefix(rest, []byte("<![CDATA[")):
		m.wrapped = true
	case feedItem.Match(rest):
		m.item++
	case len(rest) > 1 && (rest[1] == ' ' || rest[1] == '=' || rest[1] >= '0' && rest[1] <= '9'):
		m.note(paper.Ampersand, around(rest))
		m.out = append(m.out, "&lt;"...)
		return 1
	}
	m.out = append(m.out, '<')
	return 1
}

func (m *mender) note(kind paper.DoubtKind, words string) {
	noted := m.doubts[m.item]
	noted.Note(kind, m.item, words)
	m.doubts[m.item] = noted
}

// around is the words that begin with what was mended.
func around(rest []byte) string {
	return string(bytes.ToValidUTF8(rest[:min(len(rest), 24)], nil))
}
