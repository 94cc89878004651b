package cases

import "slices"

// The only words for what a case found; no surface has others.
const (
	signs     = "có dấu hiệu giả, sai sự thật"
	label     = "TIN GIẢ, TIN SAI SỰ THẬT" // the one label of the decree
	notFalse  = "không phải là tin giả, tin sai sự thật"
	noMeans   = "không có điều kiện xác thực"
	unlabeled = "đã gỡ nhãn “" + label + "”. Căn cứ: "
)

// PublicWords is what any surface may say of the content of a case (NĐ 328/2026, Art. 3,
// 8, 10): before a conclusion, and of false content until the competent unit has put the
// label on it, only that there are signs.
func PublicWords(c Case) string {
	k := c.Conclusion
	switch {
	case k == nil:
		return signs
	case k.Unlabelled != nil:
		return unlabeled + k.Unlabelled.Grounds
	case k.Outcome == NotFalse:
		return notFalse
	case k.Outcome == Unverifiable:
		return noMeans
	case c.labelled():
		return label
	}
	return signs
}

// WordsBefore is what was said of the content before its label was taken back.
func WordsBefore(c Case) string {
	k := *c.Conclusion
	k.Unlabelled = nil
	c.Conclusion = &k
	return PublicWords(c)
}

// PublicState is what any surface may say of where a case stands: for the public it is
// done once its conclusion can be read, whatever is asked of hosts after that. Of a
// duplicate it is what is said of the case it went into.
func PublicState(c Case) string {
	ended := slices.Contains([]State{Done, Unlabelled, Rejected, OtherBody}, c.State)
	if ended || Public(c) {
		return "Đã hoàn thành xử lý"
	}
	return "Đang xử lý"
}

// Public reports whether everybody can read what c found.
func Public(c Case) bool {
	return c.Conclusion != nil && !c.Conclusion.PublishedAt.IsZero() && c.Access != Closed
}
