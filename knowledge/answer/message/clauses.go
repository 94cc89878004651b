package message

import (
	"slices"
	"strconv"
	"strings"
)

// A joint is how a clause is joined to the one before it, the looser the
// higher.
type joint int

const (
	joined joint = iota // not at all
	listed              // by a comma, "và" or "còn": it may be the next noun of a list
	turned              // by ", còn": it turns to something else
	apart               // by the end of a sentence or a line
	item                // by the next number of a list
)

// A clause is words [first, last) of an utterance, without what joins it to
// the clause before.
type clause struct {
	first, last int
	joint       joint
}

// clauses cuts u wherever one part may end and the next begin.
func (u *Utterance) clauses() []clause {
	items := u.items()
	var all []clause
	now := clause{joint: apart}
	for i := range u.Words {
		j, joins := u.jointBefore(i, items)
		if j == joined {
			continue
		}
		if i > now.first {
			now.last = i
			all = append(all, now)
			now.joint = joined
		}
		now.joint, now.first = max(now.joint, j), max(now.first, i+joins)
	}
	if now.last = len(u.Words); now.first < now.last {
		all = append(all, now)
	}
	return all
}

var (
	conjunction = NewWordSet("và")
	contrast    = NewWordSet("còn")
	connectives = []string{"voi lai", "dong thoi", "ngoai ra", "voi ca"} // without diacritics
)

// jointBefore is how word i goes on from the one before, and how many words
// from it on do nothing but join.
func (u *Utterance) jointBefore(i int, items []int) (j joint, joins int) {
	w := u.Words[i]
	switch j = u.marked(i); {
	case slices.Contains(items, i):
		return item, 1
	case i == 0:
		return joined, 0
	case conjunction.Has(w) && !u.inName(i):
		return max(j, listed), 1
	case w.Plain == "con" && j != joined:
		return max(j, turned), 1
	case w.Plain == "con" && u.turns(i):
		return listed, 1
	case i+1 < len(u.Words) && slices.Contains(connectives, w.Plain+" "+u.Words[i+1].Plain):
		return max(j, listed), 2
	}
	return j, 0
}

// names hold an "và" that joins no parts, as they are typed without diacritics.
var names = strings.Split("giao duc dao tao|the thao du lich|nong nghiep moi truong|khoa hoc cong nghe|thong tin truyen thong|"+
	"dan toc ton giao|thuong binh xa hoi|tai nguyen moi truong|ke hoach dau tu|nghien cuu phat trien", "|")

// inName reports whether the "và" at word i stands in the name of an office.
func (u *Utterance) inName(i int) bool {
	if i < 2 || i+2 >= len(u.Words) {
		return false
	}
	w := u.Words
	return slices.Contains(names, strings.Join([]string{w[i-2].Plain, w[i-1].Plain, w[i+1].Plain, w[i+2].Plain}, " "))
}

// turns reports whether "còn" at word i, without a mark before it, turns to
// something else: that is asked for after it. Without diacritics it may be the
// word that counts animals, unless it ends in "… thì sao".
func (u *Utterance) turns(i int) bool {
	for k := i + 1; k < len(u.Words) && u.marked(k) < apart; k++ {
		if u.asksAt(k) && (contrast.Has(u.Words[i]) || u.Words[k].Plain == "sao") {
			return true
		}
	}
	return false
}

// marked is how the marks before word i join it.
func (u *Utterance) marked(i int) joint {
	gap := u.gap(i)
	switch {
	case i == 0 || gap == " " || u.inAddress(i):
		return joined
	case strings.ContainsAny(gap, "?!;\n…"), u.endsSentence(i):
		return apart
	case strings.ContainsAny(gap, ",&"):
		return listed
	}
	return joined
}

// inAddress reports whether word i goes on with the address of a page.
func (u *Utterance) inAddress(i int) bool {
	gap := u.gap(i)
	if strings.ContainsAny(gap, " \n") {
		return false
	}
	before := u.text[:u.Words[i].start]
	return strings.Contains(before[strings.LastIndexAny(before, " \n")+1:], "://")
}

// titles are written with a point that ends no sentence.
var titles = strings.Fields("p q h x tp tx tt ts ths bs gs pgs ks kp")

// endsSentence reports whether a point before word i ends a sentence.
func (u *Utterance) endsSentence(i int) bool {
	_, after, point := strings.Cut(u.gap(i), ".")
	return point && after != "" && !slices.Contains(titles, u.Words[i-1].Plain)
}

// items are the words that do nothing but number the items of a list: "1) … 2) …".
func (u *Utterance) items() []int {
	var items []int
	for i, w := range u.Words {
		if w.Plain == strconv.Itoa(len(items)+1) && u.numbers(i) {
			items = append(items, i)
		}
	}
	if len(items) < 2 {
		return nil
	}
	return items
}

// numbers reports whether the number at word i may be that of an item.
func (u *Utterance) numbers(i int) bool {
	after, before := u.after(i+1), u.gap(i)
	switch {
	case i+1 == len(u.Words):
		return false
	case strings.HasPrefix(after, ")"):
		return i == 0 || before != ""
	}
	return strings.HasPrefix(after, ". ") && (i == 0 || strings.ContainsAny(before, "\n:;.?!,"))
}
