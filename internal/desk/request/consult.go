package request

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
)

// Opinion is what somebody who is quoted in a draft said of it.
type Opinion string

// Not of Agreed: they are not quoted any more, as an officer says who has looked.
const (
	Agreed    Opinion = "agreed"
	Changes   Opinion = "changes"
	NotQuoted Opinion = "not_quoted"
)

// Opinions are all there are.
func Opinions() []Opinion { return []Opinion{Agreed, Changes, NotQuoted} }

// Label is the opinion's Vietnamese name.
func (o Opinion) Label() string {
	switch o {
	case Agreed:
		return "Đồng ý với nguyên văn"
	case Changes:
		return "Đề nghị sửa"
	case NotQuoted:
		return "Bản thảo không còn trích lời người này"
	}
	return string(o)
}

// Consultation is that a draft which quotes somebody was shown to them before release (Luật
// Báo chí 126/2025/QH15, Art. 33), and what they said of that very revision.
type Consultation struct {
	Who      string    `bson:"who" json:"who"` // who is quoted, name and position
	Revision int       `bson:"revision" json:"revision"`
	By       string    `bson:"by" json:"-"`
	At       time.Time `bson:"at" json:"at"`

	Opinion Opinion   `bson:"opinion,omitempty" json:"opinion,omitempty"` // "" while it is waited for
	Note    string    `bson:"note,omitempty" json:"-"`                    // how and what they answered
	HeardBy string    `bson:"heard_by,omitempty" json:"-"`
	HeardAt time.Time `bson:"heard_at,omitempty" json:"-"`
}

// Awaits says whom a draft still waits for before it may be signed: each who was ever asked
// must have agreed to this revision, or not be quoted any more; "" for nobody.
func (p Part) Awaits() string {
	var who []string
	for _, c := range p.Consulted {
		settled := p.Draft == nil || c.Opinion == NotQuoted || c.Opinion == Agreed && c.Revision == p.Draft.Revision
		if !settled {
			who = append(who, c.Who)
		}
	}
	return strings.Join(who, "; ")
}

const maxWho, maxConsulted = 200, 10

// Consult records that the draft was shown to somebody whom it quotes. Shown again, of a
// later revision, it waits anew.
func Consult(r Request, part int, by people.Officer, who string, at time.Time) (Request, error) {
	if err := needText("who", who, maxWho, "Vui lòng ghi họ tên, chức vụ của người được trích lời."); err != nil {
		return Request{}, err
	}
	who = strings.Join(strings.Fields(who), " ")
	return step(r, part, ActConsult, by, at, who, func(p *Part) error {
		asked := Consultation{Who: who, Revision: p.Draft.Revision, By: by.ID, At: at}
		p.Consulted = slices.Clone(p.Consulted)
		if i := p.consulted(who); i >= 0 {
			p.Consulted[i] = asked
			return nil
		}
		if len(p.Consulted) >= maxConsulted {
			return &desk.RuleError{Text: "Bản thảo đã hỏi ý kiến nhiều người. Vui lòng ghi ý kiến của họ trước."}
		}
		p.Consulted = append(p.Consulted, asked)
		return nil
	})
}

// Hear records what somebody said of the draft that they were shown. Who agreed to an
// earlier revision has not agreed to this one.
func Hear(r Request, part int, by people.Officer, who string, o Opinion, note string, at time.Time) (Request, error) {
	if !slices.Contains(Opinions(), o) {
		return Request{}, &desk.InvalidError{Field: "opinion", Text: "Vui lòng chọn ý kiến của người được trích lời."}
	}
	if err := needText("note", note, maxReason, "Vui lòng ghi họ trả lời bằng cách nào (văn bản số, e-mail, điện thoại lúc …) và nội dung."); err != nil {
		return Request{}, err
	}
	return step(r, part, ActHear, by, at, who+": "+o.Label()+". "+clean(note), func(p *Part) error {
		i := p.consulted(who)
		if i < 0 {
			return &desk.InvalidError{Field: "who", Text: "Chưa ghi nhận đã gửi bản thảo cho người này."}
		}
		p.Consulted = slices.Clone(p.Consulted)
		c := &p.Consulted[i]
		c.Opinion, c.Note, c.HeardBy, c.HeardAt = o, clean(note), by.ID, at
		return nil
	})
}

func (p Part) consulted(who string) int {
	return slices.IndexFunc(p.Consulted, func(c Consultation) bool { return c.Who == who })
}

// spoken is a span between quotation marks that is long enough to be what somebody said.
var spoken = regexp.MustCompile(`[“"«][^”"»]{20,}[”"»]`)

// Quotes reports whether a draft looks as if it quoted somebody, so that who signs it is
// asked whether they have seen it. It is a hint, no rule: titles stand in such marks too.
func (d *Draft) Quotes() bool { return d != nil && spoken.MatchString(d.Text) }
