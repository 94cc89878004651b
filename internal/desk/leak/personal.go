package leak

import (
	"encoding/xml"
	"slices"
	"strings"

	"phatngon/internal/desk/privacy"
)

// masked stands in place of a number or an address of a person.
const masked = "[đã che]"

// numbered are the kinds that tell who somebody is without any doubt.
var numbered = map[privacy.Kind]string{privacy.Phone: "số điện thoại", privacy.CitizenID: "số căn cước", privacy.Bank: "số tài khoản ngân hàng", privacy.Email: "thư điện tử"}

// mask finds what is personal in a text that stands in several nodes, and takes it out of
// them.
func (p *parcel) mask(place string, runs []*node) {
	var text strings.Builder
	var starts []int
	for _, r := range runs {
		starts = append(starts, text.Len())
		text.WriteString(r.words())
	}
	found := personal(text.String())
	for _, f := range found {
		p.find(Personal, place, "%s", numbered[f.Kind])
	}
	if len(found) == 0 {
		return
	}
	for i, r := range runs {
		s := r.words()
		r.kids = []*node{{text: without(s, starts[i], found)}}
	}
}

// personal are the findings that are masked, in order and apart from each other.
func personal(text string) []privacy.Finding {
	last := 0
	return slices.DeleteFunc(privacy.Find(text), func(f privacy.Finding) bool {
		if numbered[f.Kind] == "" || f.Start < last {
			return true
		}
		last = f.End
		return false
	})
}

// without is the piece of a text that starts at, without what was found; the mark stands
// where a finding begins.
func without(s string, at int, found []privacy.Finding) string {
	var out strings.Builder
	for i := 0; i < len(s); i++ {
		inside := false
		for _, f := range found {
			if at+i == f.Start {
				out.WriteString(masked)
			}
			inside = inside || at+i >= f.Start && at+i < f.End
		}
		if !inside {
			out.WriteByte(s[i])
		}
	}
	return out.String()
}

// anonymous takes away who edited what, and when.
func anonymous(n *node) {
	n.attrs = slices.DeleteFunc(n.attrs, func(a xml.Attr) bool {
		return strings.HasPrefix(a.Name.Local, "rsid")
	})
}

// pointsAt reports an attribute that names one of the relations.
func pointsAt(ids []string) func(xml.Attr) bool {
	return func(a xml.Attr) bool { return a.Name.Space == "r" && slices.Contains(ids, a.Value) }
}
