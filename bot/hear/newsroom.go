package hear

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// newsroom is what follows when a reporter says who they are.
var newsroom = regexp.MustCompile(`(?i)(?:phóng viên|phong vien|nhà báo|nha bao|(?:reporter|journalist|correspondent)\s+(?:of|for|from|with|at))\s+(?:của\s+|cua\s+|the\s+)?([^,.;:?!\n]+)`)

// longestNewsroom is more than any newsroom's name has, in bytes; what is longer says more.
const longestNewsroom = 120

// Newsroom is the newsroom that a reporter names when they say who they are; "" of none.
func Newsroom(text string) string {
	found := newsroom.FindStringSubmatch(text)
	if found == nil {
		return ""
	}
	name := strings.TrimSpace(found[1])
	first, _ := utf8.DecodeRuneInString(name)
	names := Hear(name).Has("bao|dai|tap chi|thong tan|truyen hinh|ttxvn|vtv|vov") || unicode.IsUpper(first)
	if !names || len(name) > longestNewsroom || utf8.RuneCountInString(name) < 2 {
		return ""
	}
	return name
}

// SpeaksEnglish reports words that only English has.
func SpeaksEnglish(h Heard) bool {
	return h.Has("i am|i m|register as|registration|accreditation|reporter|journalist|press card")
}

// Urgent reports that a reporter calls their question urgent.
func Urgent(text string) bool {
	return Hear(text).Has("cau hoi khan|hoi khan|hoi gap|can gap|rat gap|khan cap|cap thiet can tra loi|urgent|breaking news|asap")
}
