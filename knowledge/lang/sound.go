package lang

import "strings"

// Chat writes some sounds its own way: "fòng" is "phòng", "nhìu" is "nhiều",
// "zô" is "vô". Each rule is how it is typed and how it is spelt.
var (
	firstSounds = [][2]string{
		{"f", "ph"}, {"w", "qu"}, {"wu", "qu"}, {"dz", "v"}, {"dz", "d"}, {"z", "v"}, {"z", "d"}, {"z", "gi"}, {"j", "gi"},
		{"j", "d"}, {"k", "c"}, {"c", "k"},
	}
	lastSounds = [][2]string{
		{"iu", "ieu"}, {"ui", "uoi"}, {"au", "ao"}, {"eo", "ao"}, {"ik", "ich"}, {"ek", "ech"}, {"k", "c"}, {"nk", "nh"},
		{"ag", "ang"}, {"og", "ong"}, {"ug", "ung"}, {"eg", "eng"}, {"ig", "ing"},
	}
)

// Sounds lists the spellings that sound like a key without diacritics as chat
// would spell it.
func Sounds(folded string) []string {
	var all []string
	for _, rule := range firstSounds {
		if rest, ok := strings.CutPrefix(folded, rule[0]); ok && rest != "" {
			all = append(all, rule[1]+rest)
		}
	}
	for _, rule := range lastSounds {
		if rest, ok := strings.CutSuffix(folded, rule[0]); ok && rest != "" {
			all = append(all, rest+rule[1])
		}
	}
	return all
}
