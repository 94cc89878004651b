package hear

import (
	"regexp"
	"slices"
	"strings"
)

// isURL reports a word that is an address.
func IsURL(s string) bool {
	s = strings.ToLower(s)
	for _, p := range []string{"http://", "https://", "www.", "fb.watch/", "vt.tiktok.com/", "vm.tiktok.com/", "youtu.be/", "zalo.me/"} {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// theirDeadline finds the time a reporter needs the answer by.
var TheirDeadline = regexp.MustCompile(`(?i)(?:deadline|dl|hạn (?:báo|chót|cuối|in|trả|nộp|gửi|của)|han bao|trước|truoc|hạn)[^.,;\n]{0,24}?\d{1,2} ?(?:h|giờ|g|gio|:)[^.,;\n]{0,16}`)

// HasURL reports an address in a text.
func HasURL(text string) bool { return slices.ContainsFunc(strings.Fields(text), IsURL) }

// OnlyWish reports a wish to report false content that does not say which: "báo tin giả".
func OnlyWish(h Heard) bool {
	return h.Count() <= 6 && h.Has("bao tin gia|bao tin sai|to giac tin gia|bao cao tin gia|muon bao tin") && !HasURL(h.Raw)
}
