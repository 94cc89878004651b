package routing

import "slices"

// trusted decides whether words that stand without "xã" or "phường" are meant
// as a place: many names are everyday words (Thắng Lợi, Đồng Lương), streets
// (Quang Trung) or other provinces (Quảng Ninh).
func trusted(p place, ws []word, i int) bool {
	if i > 0 && slices.Contains(notPlaces(), ws[i-1].fold) {
		return false
	}
	if slices.Contains(otherProvinces(), joinFold(p.words)) {
		return false
	}
	if p.district != "" || allCapital(ws[i:i+len(p.words)]) {
		return true
	}
	return i > 0 && slices.Contains(locatives(), ws[i-1].fold)
}

// notPlaces are words before a name that make it a street, a school, a person.
func notPlaces() []string {
	return []string{"duong", "pho", "truong", "lo", "ty", "tinh", "ong", "chua", "cong", "doi", "hang", "thpt", "thcs"}
}

func locatives() []string {
	return []string{"o", "tai", "khu", "vung", "quanh"}
}

// otherProvinces are names shared with another province, and the province
// itself, which is not one of its communes.
func otherProvinces() []string {
	return []string{"thanh hoa", "quang ninh", "quang binh", "dien bien", "ha giang", "vinh phuc", "vinh long"}
}

func joinFold(ws []word) string {
	s := ws[0].fold
	for _, w := range ws[1:] {
		s += " " + w.fold
	}
	return s
}
