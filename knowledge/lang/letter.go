package lang

import "golang.org/x/text/unicode/norm"

// A letter is one rune taken apart: "ậ" is the letter "â" with tone 5.
type letter struct {
	plain  byte // ASCII without diacritics, 0 when there is none
	marked rune // with circumflex, breve, horn or stroke, without tone
	tone   byte // 0 none, 1 huyền, 2 sắc, 3 hỏi, 4 ngã, 5 nặng
}

// letters holds every rune of Vietnamese, both cases; lastLetter bounds it.
var letters = takeApart()

const lastLetter = 0x1ef9

func takeApart() (table [lastLetter + 1]letter) {
	for r := rune('a'); r <= lastLetter; r++ {
		d := []rune(norm.NFD.String(string(r)))
		l := letter{marked: r}
		switch {
		case r == 'đ':
			l.plain = 'd'
		case d[0] >= 'a' && d[0] <= 'z':
			l.plain, l.marked = byte(d[0]), d[0]
			for _, mark := range d[1:] {
				l.add(mark)
			}
		}
		table[r] = l
	}
	return table
}

// add puts a combining mark on l; marks Vietnamese does not have are dropped.
func (l *letter) add(mark rune) {
	if tone := toneOf(mark); tone > 0 {
		l.tone = tone
		return
	}
	switch mark {
	case 0x302, 0x306, 0x31b: // circumflex, breve, horn
		if c := []rune(norm.NFC.String(string([]rune{rune(l.plain), mark}))); len(c) == 1 {
			l.marked = c[0]
		}
	}
}

func toneOf(mark rune) byte {
	switch mark {
	case 0x300:
		return 1
	case 0x301:
		return 2
	case 0x309:
		return 3
	case 0x303:
		return 4
	case 0x323:
		return 5
	}
	return 0
}

func isMark(r rune) bool { return r >= 0x300 && r <= 0x36f }
