package zalotest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"unicode/utf16"
)

// fields of an event body, without app_id and timestamp.
type fields map[string]any

func party(id string) map[string]any { return map[string]any{"id": id} }

func (s *Server) fromUser(p *person, name string, message map[string]any) fields {
	return fields{"event_name": name, "sender": party(p.UserID), "recipient": party(s.o.OAID), "user_id_by_app": p.AppUserID, "message": message}
}

func (s *Server) fromOA(p *person, name string, message map[string]any) fields {
	return fields{"event_name": name, "sender": party(s.o.OAID), "recipient": party(p.UserID), "user_id_by_app": p.AppUserID, "message": message}
}

// emit signs an event and puts it on the persona's lane. m is the message whose
// fate it is, if any. The caller holds the lock.
func (s *Server) emit(p *person, m *Message, f fields) *delivery {
	if s.faults.OnlyHash && m != nil && !strings.HasPrefix(m.Text, "#") {
		m.State = Sent // as far as the persona can see
		s.touch(m)
		return nil
	}
	d := s.newDelivery(p, m, f)
	s.enqueue(d)
	return d
}

// newDelivery fixes the bytes that every attempt will send.
func (s *Server) newDelivery(p *person, m *Message, f fields) *delivery {
	s.stamp = max(s.stamp+1, s.o.Now().UnixMilli())
	f["app_id"] = s.o.AppID
	f["timestamp"] = strconv.FormatInt(s.stamp, 10)
	if s.faults.NumericTimestamp {
		f["timestamp"] = s.stamp
	}
	d := &delivery{person: p, message: m, body: encode(f, s.faults.OddJSON), stamp: strconv.FormatInt(s.stamp, 10)}
	if m != nil {
		m.body = d.body
	}
	return d
}

// encode writes the fields in random order, as Zalo's order varies; odd adds
// what is legal but rare: white space, \u escapes, escaped slashes.
func encode(f fields, odd bool) []byte {
	names := make([]string, 0, len(f))
	for name := range f {
		names = append(names, name)
	}
	rand.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	var b bytes.Buffer
	for i, name := range names {
		b.WriteString(map[bool]string{true: "{", false: ","}[i == 0])
		b.WriteString(strconv.Quote(name) + ":")
		var v bytes.Buffer
		enc := json.NewEncoder(&v)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(f[name]); err != nil {
			panic("zalotest: event: " + err.Error())
		}
		b.Write(bytes.TrimSpace(v.Bytes()))
	}
	b.WriteByte('}')
	if !odd {
		return b.Bytes()
	}
	var pretty bytes.Buffer
	if err := json.Indent(&pretty, b.Bytes(), "", "  "); err != nil {
		panic("zalotest: event: " + err.Error())
	}
	return escaped(pretty.String())
}

// escaped writes JSON in ASCII with "\/" for "/".
func escaped(text string) []byte {
	var b strings.Builder
	for _, r := range text {
		switch {
		case r == '/':
			b.WriteString(`\/`)
		case r < 0x80:
			b.WriteRune(r)
		default:
			for _, u := range utf16.Encode([]rune{r}) {
				fmt.Fprintf(&b, `\u%04x`, u)
			}
		}
	}
	return []byte(b.String())
}
