package policy

import (
	"cmp"
	"slices"
	"strings"

	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/knowledge/lang"
)

// RequestKind is one kind of request: whose it is, which deadline it runs under, by which
// words it is recognised, and what the person is reminded to say.
type RequestKind struct {
	Code      string `json:"code"`
	Name      string `json:"name"`
	English   string `json:"english"`
	Law       Law    `json:"law"`  // press: a reporter's; access: anybody else's
	Rule      string `json:"rule"` // code of the deadline
	Certainty string `json:"certainty"`
	Default   bool   `json:"default"` // of its law: what has no word of another kind
	Words     string `json:"words"`   // phrases without diacritics, separated by |
	Asks      string `json:"asks"`
}

type kindTable []RequestKind

// parseKinds reads the kinds of requests (data/kinds.json).
func parseKinds(data []byte) (kindTable, error) {
	var f struct {
		Note  string    `json:"note"`
		Kinds kindTable `json:"kinds"`
	}
	if err := desk.Decode(string(KindKinds), data, &f); err != nil {
		return nil, err
	}
	defaults := map[Law]int{}
	for i, k := range f.Kinds {
		same := func(other RequestKind) bool { return other.Code == k.Code }
		switch {
		case k.Code == "" || k.Name == "" || k.Rule == "":
			return nil, invalid(KindKinds, k.Code, "Loại yêu cầu %q cần mã (code), tên (name) và mã thời hạn (rule).", k.Code)
		case slices.ContainsFunc(f.Kinds[:i], same):
			return nil, invalid(KindKinds, k.Code, "Mã loại yêu cầu %q có hai lần. Vui lòng đổi một mã.", k.Code)
		case k.Law != LawPress && k.Law != LawAccess:
			return nil, invalid(KindKinds, k.Code, "Loại yêu cầu %q: law phải là press (báo chí) hoặc access (công dân).", k.Code)
		case !certain(k.Certainty):
			return nil, invalid(KindKinds, k.Code, "Loại yêu cầu %q: mức chắc chắn (certainty) phải là C, L hoặc U.", k.Code)
		}
		if k.Default {
			defaults[k.Law]++
		}
	}
	if defaults[LawPress] != 1 || defaults[LawAccess] != 1 {
		return nil, invalid(KindKinds, "default", "Mỗi bên, press và access, phải có đúng một loại mặc định (default).")
	}
	return f.Kinds, nil
}

// checkKinds refuses a kind whose deadline is not in the table of deadlines.
func (s Set) checkKinds() error {
	for _, k := range s.kinds {
		if _, ok := s.Rule(k.Rule); !ok {
			return invalid(KindKinds, k.Code, "Loại yêu cầu %q dùng mã thời hạn %q không có trong bảng thời hạn.", k.Code, k.Rule)
		}
	}
	return nil
}

// RequestKinds are the kinds that a request of such a requester may be of.
func (s Set) RequestKinds(who people.RequesterKind) []RequestKind {
	return slices.DeleteFunc(slices.Clone(s.kinds), func(k RequestKind) bool { return k.Law != LawFor(who) })
}

// RequestKind is a kind that a request of such a requester may be of, by its code.
func (s Set) RequestKind(who people.RequesterKind, code string) (RequestKind, bool) {
	all := s.RequestKinds(who)
	i := slices.IndexFunc(all, func(k RequestKind) bool { return k.Code == code })
	if i < 0 {
		return RequestKind{}, false
	}
	return all[i], true
}

// Recognise is the kind of a request by who asks and what they say: the first that has one
// of its words in it, else the default.
func (s Set) Recognise(who people.RequesterKind, said string) RequestKind {
	plain := " " + strings.Join(lang.Keys(lang.Fold(said)), " ") + " "
	found := RequestKind{}
	for _, k := range s.RequestKinds(who) {
		if k.Default {
			found = k
		}
		for _, phrase := range strings.Split(k.Words, "|") {
			if phrase != "" && strings.Contains(plain, " "+phrase+" ") {
				return k
			}
		}
	}
	return found
}

// RuleOfKind is the deadline that a request of such a kind runs under; of one that is no
// kind, that of whoever asks. For the default kind the table of deadlines has the say.
func (s Set) RuleOfKind(who people.RequesterKind, code string) calendar.Rule {
	k, ok := s.RequestKind(who, code)
	r, known := s.Rule(k.Rule)
	if !ok || !known || k.Default {
		return s.RuleFor(who)
	}
	return r
}

// NameOfKind is the name of a kind, or its code when it is no more.
func (s Set) NameOfKind(who people.RequesterKind, code string) string {
	k, _ := s.RequestKind(who, code)
	return cmp.Or(k.Name, code)
}
