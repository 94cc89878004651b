package privacy

import "regexp"

var (
	address   = regexp.MustCompile(`([\p{L}\p{N}._%+\-]+)@([\p{L}\p{N}\-]+(?:\.[\p{L}\p{N}\-]+)+)`)
	hidden    = regexp.MustCompile(`(?i)[\p{L}\p{N}._%+\-]+ ?(?:@|\(at\)|\[at\]|\(a\)| a còng | a cong ) ?(?:gmail|yahoo|outlook|hotmail|icloud)(?: ?(?:\.|chấm|cham) ?(?:com|vn)){0,2}`)
	ofOffice  = regexp.MustCompile(`(?i)\.gov\.vn$|^(?:thanhhoa|chinhphu)\.vn$`)
	ofSchool  = regexp.MustCompile(`(?i)\.edu\.vn$`)
	ofNobody  = regexp.MustCompile(`(?i)^(?:info|contact|lienhe|vanthu|bientap|banbientap|toasoan|hotro|support|cskh|tuyendung|phaply|admin)\b`)
	plateSign = regexp.MustCompile(`(?i)(?:^|[^\p{L}\p{N}/.\-])(\d{2}[ \-]{0,2}([a-z])[a-z]?\d?[ \-.]{0,2}(?:\d{3}[. ]?\d{2}|\d{4}))(?:$|[^\p{L}\p{N}/%])`)
	plateYear = regexp.MustCompile(`(?:^|\D)(?:19|20)\d\d$`)
	vehicle   = holds(`xe|biển|biển số|bks|ô tô|oto|xe máy`)
	clean     = regexp.MustCompile(`^\d{2}\p{Lu}`)
)

func emails(t plain) []Finding {
	var found []Finding
	for _, m := range address.FindAllStringSubmatchIndex(t.text, -1) {
		name, domain := t.text[m[2]:m[3]], t.text[m[4]:m[5]]
		switch {
		case ofOffice.MatchString(domain) || ofNobody.MatchString(name):
		case ofSchool.MatchString(domain):
			found = append(found, Finding{Kind: Maybe, Start: m[0], End: m[1]})
		default:
			found = append(found, Finding{Kind: Email, Start: m[0], End: m[1]})
		}
	}
	for _, m := range hidden.FindAllStringIndex(t.text, -1) {
		found = append(found, Finding{Kind: Email, Start: m[0], End: m[1]})
	}
	return found
}

// plates finds number plates: with capitals by their form, else beside a word for a vehicle.
func plates(t plain) []Finding {
	var found []Finding
	for _, m := range (sign{plateSign}).all(t.text) {
		text := t.text[m[2]:m[3]]
		sure := clean.MatchString(text) && !plateYear.MatchString(text)
		if sure || vehicle.MatchString(t.before(m[2])) {
			found = append(found, Finding{Kind: Plate, Start: m[2], End: m[3]})
		}
	}
	return found
}
