package slots

// works are what is built and kept up side by side.
var works = phrases("kè|đê|cầu|đường tránh|đường gom|cống|đập|chợ|bệnh viện|nhà máy|khu tái định cư|bến xe|trạm bơm|trạm y tế|kênh|hầm|" +
	"nút giao|công viên|nghĩa trang|chung cư|vỉa hè|nhà văn hóa|bãi xe|nhà ga|khu công nghiệp|cụm công nghiệp")

// workRule disagrees with a quote that tells what is asked of another work,
// where the body speaks of this one elsewhere.
func workRule(j *judge) Verdict {
	words := j.asking()
	at, n := find(words, works)
	w := j.wanted()
	if at < 0 || w == nil || words[at].bare {
		return Verdict{}
	}
	asked := []phrase{phrase(words[at : at+n])}
	if !has(j.all, asked) || has(textWords(j.Title), asked) {
		return Verdict{}
	}
	other, before := false, ""
	for _, unit := range j.units {
		if w.told.MatchString(unit) {
			if has(textWords(before+unit), asked) {
				return Verdict{}
			}
			other = other || has(textWords(unit), works)
		}
		before = unit
	}
	if !other {
		return Verdict{}
	}
	return j.disagree(OtherNoun, at, n)
}
