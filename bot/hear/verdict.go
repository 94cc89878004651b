package hear

import "strings"

// Verdicts in words, as a whole message: plain ones are heard at any time after something was
// shown, loose ones only in answer to it.
const (
	plainlyRight = "|dung dieu toi hoi|dung cai toi hoi|dung y toi|"
	plainlyWrong = "|khong dung y toi|chua dung y toi|khong dung dieu toi hoi|chua dung dieu toi hoi|khong phai dieu toi hoi|khong dung cai toi hoi|"
	looselyRight = "|dung|dung roi|dung the|dung vay|chinh xac|chinh no|"
	looselyWrong = "|sai|sai roi|khong dung|chua dung|khong phai|khong phai cai nay|"
)

// particles end a sentence politely and say nothing.
var particles = strings.NewReplacer(" a ", " ", " nhe ", " ", " nha ", " ", " day ", " ", " ban ", " ", " vang ", " ", " da ", " ", " ko ", " khong ", " k ", " khong ")

// Verdict is what a message says of what was shown: DoMeant, DoNotMeant, or "" where it says
// something else. sure: it can mean nothing else.
func Verdict(h Heard) (v Verb, sure bool) {
	said := "|" + strings.TrimSpace(particles.Replace(h.Words)) + "|"
	switch {
	case strings.Contains(plainlyRight, said):
		return DoMeant, true
	case strings.Contains(plainlyWrong, said):
		return DoNotMeant, true
	case strings.Contains(looselyRight, said):
		return DoMeant, false
	case strings.Contains(looselyWrong, said):
		return DoNotMeant, false
	}
	return "", false
}
