package privacy

import "regexp"

// What tells who a person is, widely: addresses, accounts, links to profiles, and
// every number long enough to be a phone, an identity card or a bank account, also
// when written in groups. Better a sum of money too many than one phone too few:
// search by words still reads all of it. Names are left to Identifies.
var (
	link   = regexp.MustCompile(`(?i)(?:https?://|www\.|\b(?:facebook|fb|tiktok|zalo|m|t)\.(?:com|me)/)\S+`)
	mail   = regexp.MustCompile(`[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}`)
	handle = regexp.MustCompile(`@[\p{L}\p{N}_.]+`)
	number = regexp.MustCompile(`[+(]{0,2}\p{Nd}(?:[\s\p{Z}\p{Cf}\p{Pd}._()·]{0,3}\p{Nd}){6,}`)
)

// Mask puts a word in brackets in place of all that. What is sent to a server or kept
// as a wording goes through it.
func Mask(text string) string {
	text = link.ReplaceAllString(text, "[liên kết]")
	text = mail.ReplaceAllString(text, "[thư điện tử]")
	text = handle.ReplaceAllString(text, "[tài khoản]")
	return number.ReplaceAllString(text, "[số]")
}

// masked is what Mask puts.
var masked = regexp.MustCompile(`\[(?:liên kết|thư điện tử|tài khoản|số)\]`)

// Unmasked is text without what Mask put into it, and whether there was any.
func Unmasked(text string) (rest string, found bool) {
	rest = masked.ReplaceAllString(text, " ")
	return rest, rest != text
}
