package policy

import (
	"slices"

	"phatngon/internal/desk"
)

// Ground is a reason the law accepts for not providing information. A draft
// policy is none, nor is "not our competence" for the press: that is transferred.
type Ground struct {
	Code      string `json:"code"`
	Text      string `json:"text"`
	Basis     string `json:"basis"`
	Certainty string `json:"certainty"` // C certain, L likely, U unverified
}

type groundTable map[Law][]Ground

// parseGrounds reads the grounds by law (data/grounds.json).
func parseGrounds(data []byte) (groundTable, error) {
	var f struct {
		Press  []Ground `json:"press"`
		Access []Ground `json:"access"`
	}
	if err := desk.Decode(string(KindGrounds), data, &f); err != nil {
		return nil, err
	}
	t := groundTable{LawPress: f.Press, LawAccess: f.Access}
	for law, grounds := range t {
		if err := checkGrounds(law, grounds); err != nil {
			return nil, err
		}
	}
	return t, nil
}

func checkGrounds(law Law, grounds []Ground) error {
	if len(grounds) == 0 {
		return invalid(KindGrounds, string(law), "Mục %q chưa có căn cứ từ chối nào. Vui lòng thêm ít nhất một căn cứ.", law)
	}
	for i, g := range grounds {
		same := func(other Ground) bool { return other.Code == g.Code }
		switch {
		case g.Code == "":
			return invalid(KindGrounds, string(law), "Căn cứ từ chối thứ %d của mục %q chưa có mã.", i+1, law)
		case slices.ContainsFunc(grounds[:i], same):
			return invalid(KindGrounds, g.Code, "Căn cứ từ chối %q có hai lần trong mục %q. Vui lòng đổi một mã.", g.Code, law)
		case g.Text == "" || g.Basis == "":
			return invalid(KindGrounds, g.Code, "Căn cứ từ chối %q cần nội dung (text) và căn cứ pháp lý (basis).", g.Code)
		case !certain(g.Certainty):
			return invalid(KindGrounds, g.Code, "Căn cứ từ chối %q: mức chắc chắn (certainty) phải là C, L hoặc U.", g.Code)
		}
	}
	return nil
}
