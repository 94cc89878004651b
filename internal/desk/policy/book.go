// Package policy is the data that decisions rest on: the calendar, the deadlines,
// the grounds on which information may be refused, the units and the names that
// lead to them. An administrator edits it; each edit is a version that holds from
// an instant on. Pure: no I/O; versions come from the caller.
package policy

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"phatngon/internal/desk/calendar"
)

// Kind is one of the tables.
type Kind string

// The tables there are; see the files under data, calendar/data and routing/data
// for their form.
const (
	KindHolidays Kind = "holidays" // holidays, weekly days off, office hours
	KindRules    Kind = "rules"    // deadlines, how they are counted, which starts a request's clock
	KindGrounds  Kind = "grounds"  // grounds for refusing
	KindUnits    Kind = "units"    // units with their aliases and topics
	KindPlaces   Kind = "places"   // former communes and the units they belong to now
	KindCases    Kind = "cases"    // false content: when officers are alerted, how long reports are kept
	KindKinds    Kind = "kinds"    // kinds of requests: whose, by which words recognised, which deadline
	KindPress    Kind = "press"    // reporters: how long they are verified, how long pictures of their cards are kept

	KindLines     Kind = "lines"     // what offices often write into an answer
	KindHandOvers Kind = "handovers" // talk with an officer: hours, terms, canned lines
	KindRetention Kind = "retention" // how long each class of data is kept
	KindRights    Kind = "rights"    // rights of those whose data is kept: deadlines, grounds for refusing
	KindReminders Kind = "reminders" // when officers are told of what waits for them
	KindSignIn    Kind = "signin"    // how officers come into the panel
	KindSentences Kind = "sentences" // sentences of the bot that an office words itself
	KindContact   Kind = "contact"   // whose the public pages are, and how to reach them
)

// Kinds lists every kind.
func Kinds() []Kind {
	return []Kind{KindHolidays, KindRules, KindGrounds, KindUnits, KindPlaces, KindCases, KindPress, KindKinds, KindHandOvers, KindLines, KindRetention, KindRights, KindReminders, KindSignIn, KindContact, KindSentences}
}

// Version is one edition of a table. Of two that hold from the same instant on the
// higher number is in force; one that holds from later on ends the earlier one.
type Version struct {
	Name   Kind
	Number int // 1, 2, … of its kind
	From   time.Time
	Author string // officer id; "" = shipped
	Data   []byte
}

// Book holds the versions of every table. Seed makes one; it is immutable: With makes
// another.
type Book struct {
	versions []Version
	sets     []dated // oldest first; the first holds from the beginning
}

type dated struct {
	from time.Time
	Set
}

// With is the book with one more version, all of which is checked: by itself and
// together with the others at every instant it is in force. The error is a
// *desk.InvalidError that names the entry.
func (b *Book) With(v Version) (*Book, error) {
	if !slices.Contains(Kinds(), v.Name) {
		return nil, invalid(v.Name, "", "Không có bảng dữ liệu tên %q.", v.Name)
	}
	if next := b.Next(v.Name); v.Number != next {
		return nil, invalid(v.Name, "number", "Bảng dữ liệu đã có bản %d. Vui lòng tải lại trang rồi sửa trên bản mới nhất.", next-1)
	}
	v.Data = slices.Clone(v.Data)
	return newBook(append(slices.Clone(b.versions), v))
}

// Next is the number of a kind's next version.
func (b *Book) Next(kind Kind) int { return len(b.Versions(kind)) + 1 }

// Versions are those of one kind, by number.
func (b *Book) Versions(kind Kind) []Version {
	var all []Version
	for _, v := range b.versions {
		if v.Name == kind {
			v.Data = slices.Clone(v.Data)
			all = append(all, v)
		}
	}
	return all
}

// At is the data in force at an instant.
func (b *Book) At(t time.Time) Set {
	i, found := slices.BinarySearchFunc(b.sets, t, func(d dated, t time.Time) int { return d.from.Compare(t) })
	if !found {
		i-- // the first set holds from the zero time on
	}
	return b.sets[max(i, 0)].Set
}

// For is the set that an open clock is recomputed under: the deadlines in force
// when it began (a new law leaves running terms alone), all else as of now.
func (b *Book) For(k calendar.Clock, now time.Time) Set {
	s, began := b.At(now), b.At(k.Start)
	s.rules = began.rules
	s.Numbers = maps.Clone(s.Numbers)
	s.Numbers[KindRules] = began.Numbers[KindRules]
	return s
}

func newBook(versions []Version) (*Book, error) {
	b := &Book{versions: versions}
	for _, from := range instants(versions) {
		var before Set
		if n := len(b.sets); n > 0 {
			before = b.sets[n-1].Set
		}
		s, err := newSet(inForce(versions, from), before)
		if err != nil {
			return nil, err
		}
		b.sets = append(b.sets, dated{from, s})
	}
	return b, nil
}

// instants are those at which another version comes into force.
func instants(versions []Version) []time.Time {
	var all []time.Time
	for _, v := range versions {
		all = append(all, v.From)
	}
	slices.SortFunc(all, time.Time.Compare)
	return slices.CompactFunc(all, time.Time.Equal)
}

// inForce is the version of each kind in force at an instant.
func inForce(versions []Version, t time.Time) map[Kind]Version {
	found := map[Kind]Version{}
	for _, v := range versions { // of a kind in the order of numbers
		current, some := found[v.Name]
		if !v.From.After(t) && (!some || !v.From.Before(current.From)) {
			found[v.Name] = v
		}
	}
	return found
}

// newSet reads what differs from the set before.
func newSet(now map[Kind]Version, before Set) (Set, error) {
	s := before
	s.Numbers = map[Kind]int{}
	changed := func(kind Kind) bool { return now[kind].Number != before.Numbers[kind] }
	for _, kind := range Kinds() {
		s.Numbers[kind] = now[kind].Number
		if !changed(kind) {
			continue
		}
		if err := s.read(kind, now[kind].Data); err != nil {
			return s, err
		}
	}
	var err error
	if changed(KindUnits) || changed(KindPlaces) {
		s.Units, err = parseUnits(now[KindUnits].Data, now[KindPlaces].Data)
	}
	return s, cmp.Or(err, s.checkKinds(), s.checkRights())
}

// read takes over the table of a kind. Units and places are read together, by newSet.
func (s *Set) read(kind Kind, data []byte) error {
	switch kind {
	case KindHolidays:
		return into(&s.Calendar, calendar.ParseCalendar, data)
	case KindRules:
		return into(&s.rules, parseRules, data)
	case KindGrounds:
		return into(&s.grounds, parseGrounds, data)
	case KindCases:
		return into(&s.cases, parseCases, data)
	case KindPress:
		return into(&s.press, parsePress, data)
	case KindKinds:
		return into(&s.kinds, parseKinds, data)
	case KindLines:
		return into(&s.lines, parseLines, data)
	case KindHandOvers:
		return into(&s.handOvers, parseHandOvers, data)
	case KindRetention:
		return into(&s.retention, parseRetention, data)
	case KindRights:
		return into(&s.rights, parseRights, data)
	case KindReminders:
		return into(&s.reminders, parseReminders, data)
	case KindSentences:
		return into(&s.sentences, ReadSentences, data)
	case KindSignIn:
		return into(&s.signIn, parseSignIn, data)
	case KindContact:
		return into(&s.contact, parseContact, data)
	}
	return nil
}

func into[T any](to *T, parse func([]byte) (T, error), data []byte) (err error) {
	*to, err = parse(data)
	return err
}
