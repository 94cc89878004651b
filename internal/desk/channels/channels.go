// Package channels is where the units of the province speak by themselves: their sites,
// accounts, telephones and mail. Whether an address is one of them is told by what it is,
// never by what it looks like. What is not in the list is not in the list; no more is said
// of it. Pure.
package channels

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"phatngon/internal/desk/routing"
	"phatngon/internal/desk/same/link"
)

// Channel is an official channel of a unit.
type Channel struct {
	routing.Channel
	Unit string // code
}

// Directory is the channels of all units. It is read-only and safe for concurrent use.
type Directory struct {
	all    []Channel
	byKey  map[string]int // of a link, a telephone or an address of mail
	byHost map[string]int // whose whole site it is
}

// Of is the directory of units. An entry that Check refuses is left out.
func Of(units []routing.Unit) *Directory {
	d := &Directory{byKey: map[string]int{}, byHost: map[string]int{}}
	for _, u := range units {
		for _, c := range u.Channels {
			if key, isHost, err := keyOf(c); err == nil {
				d.add(Channel{c, u.Code}, key, isHost)
			}
		}
	}
	return d
}

func (d *Directory) add(c Channel, key string, isHost bool) {
	by := d.byKey
	if isHost {
		by = d.byHost
	}
	if _, taken := by[key]; !taken {
		by[key] = len(d.all)
		d.all = append(d.all, c)
	}
}

// Check is what is wrong with the channels of units: a kind or an address that is none, or
// one channel given twice. The error names unit and entry, in Vietnamese.
func Check(units []routing.Unit) error {
	taken := map[string]string{}
	for _, u := range units {
		for _, c := range u.Channels {
			key, _, err := keyOf(c)
			if err != nil {
				return fmt.Errorf("%s (%s): %w", u.Name, u.Code, err)
			}
			if other, twice := taken[key]; twice {
				return fmt.Errorf("%s (%s): kênh %q đã có ở đơn vị %s", u.Name, u.Code, c.Address, other)
			}
			taken[key] = u.Code
		}
	}
	return nil
}

// The kinds that are no site: a telephone and mail.
const (
	phone = "phone"
	mail  = "email"
)

// kinds are those there are, with how people call them.
var kinds = map[string]string{"website": "Trang thông tin", "facebook": "Facebook", "zalo": "Zalo", "youtube": "YouTube", "tiktok": "TikTok",
	"x": "X", "instagram": "Instagram", "telegram": "Telegram", "threads": "Threads", phone: "Điện thoại", mail: "Thư điện tử"}

// Label is how people call a kind of channel.
func (c Channel) Label() string { return cmp.Or(c.Name, kinds[c.Kind]) }

var (
	mails  = regexp.MustCompile(`(?i)[a-z0-9][a-z0-9._%+-]{0,63}@(?:[a-z0-9-]{1,63}\.)+[a-z]{2,}`)
	phones = regexp.MustCompile(`(?:\+84|0|1[89]00)[\d. ()-]{2,16}\d`)
)

// keyOf is what a channel is known by, and whether that is a whole site.
func keyOf(c routing.Channel) (key string, isHost bool, err error) {
	switch {
	case kinds[c.Kind] == "":
		return "", false, fmt.Errorf("không có loại kênh %q", c.Kind)
	case c.Kind == phone:
		if key = phoneKey(c.Address); len(key) < 5 || len(key) > 12 {
			return "", false, fmt.Errorf("số điện thoại %q không đúng", c.Address)
		}
		return phone + ":" + key, false, nil
	case c.Kind == mail:
		if mails.FindString(c.Address) != c.Address || c.Address == "" {
			return "", false, fmt.Errorf("địa chỉ thư %q không đúng", c.Address)
		}
		return mail + ":" + strings.ToLower(c.Address), false, nil
	}
	l, ok := link.Parse(c.Address)
	site, rest, _ := strings.Cut(l.Text, ":")
	switch {
	case !ok || l.Opaque:
		return "", false, fmt.Errorf("đường dẫn %q không cho biết kênh nào", c.Address)
	case site == "web" && c.Kind == "website":
		host, path, _ := strings.Cut(rest, "/")
		return strings.TrimSuffix(host+"/"+path, "/"), path == "", nil
	case site != c.Kind:
		return "", false, fmt.Errorf("đường dẫn %q không phải của loại kênh %q", c.Address, c.Kind)
	}
	return l.Text, false, nil
}

// phoneKey are the digits of a telephone number in this country.
func phoneKey(s string) string {
	digits := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
	if rest, ok := strings.CutPrefix(digits, "84"); ok && strings.HasPrefix(strings.TrimSpace(s), "+") {
		return "0" + rest
	}
	return digits
}

// OfUnit lists the channels of a unit, in the order of the list.
func (d *Directory) OfUnit(code string) []Channel {
	var all []Channel
	for _, c := range d.all {
		if c.Unit == code {
			all = append(all, c)
		}
	}
	return all
}

// Address is a link, a telephone or an address of mail in what somebody wrote, and the
// channel that it is; nil when it is not in the list.
type Address struct {
	Text    string
	Channel *Channel
	Opaque  bool // nobody can say where it leads without opening it
	Post    bool // it may lead to one post of somebody who is not named in it
}

// Find finds the addresses in a text, and which of them are in the list.
func (d *Directory) Find(text string) []Address {
	var all []Address
	for _, l := range link.Find(text) {
		a := Address{Text: text[l.Start:l.End], Opaque: l.Opaque, Channel: d.at(l.Text)}
		a.Post = a.Channel == nil && !strings.HasPrefix(l.Text, "web:")
		all = append(all, a)
	}
	rest := link.Without(text)
	for _, m := range standing(mails, rest) {
		all = append(all, Address{Text: m, Channel: d.get(d.byKey, mail+":"+strings.ToLower(m))})
		rest = strings.ReplaceAll(rest, m, " ")
	}
	for _, p := range standing(phones, rest) {
		if key := phoneKey(p); len(key) >= 8 && len(key) <= 12 {
			all = append(all, Address{Text: strings.TrimSpace(p), Channel: d.get(d.byKey, phone+":"+key)})
		}
	}
	return all[:min(len(all), mostFound)]
}

// standing are the matches that are no piece of something longer: of another host, of an
// account number.
func standing(form *regexp.Regexp, text string) []string {
	var all []string
	for _, at := range form.FindAllStringIndex(text, mostFound) {
		before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text[:at[0]], "."))
		behind, size := utf8.DecodeRuneInString(text[at[1]:])
		next, _ := utf8.DecodeRuneInString(text[at[1]+size:])
		if !continues(before) && !continues(behind) && !(behind == '.' && continues(next)) {
			all = append(all, text[at[0]:at[1]])
		}
	}
	return all
}

func continues(r rune) bool {
	return unicode.IsLetter(r) && r != utf8.RuneError || unicode.IsDigit(r) || strings.ContainsRune("_-@%+", r)
}

// mostFound bounds how many addresses of one text are looked up.
const mostFound = 10

// at is the channel that the key of a link leads to: the account itself, a site or what
// stands below it.
func (d *Directory) at(key string) *Channel {
	if c := d.get(d.byKey, key); c != nil {
		return c
	}
	page, isSite := strings.CutPrefix(key, "web:")
	if !isSite {
		return nil
	}
	page, _, _ = strings.Cut(page, "?")
	for at := page; at != ""; at = at[:max(strings.LastIndexByte(at, '/'), 0)] {
		if c := d.get(d.byKey, at); c != nil {
			return c
		}
	}
	host, _, _ := strings.Cut(page, "/")
	for labels := host; labels != ""; _, labels, _ = strings.Cut(labels, ".") {
		if c := d.get(d.byHost, labels); c != nil {
			return c
		}
	}
	return nil
}

func (d *Directory) get(by map[string]int, key string) *Channel {
	i, ok := by[key]
	if !ok {
		return nil
	}
	return &d.all[i]
}
