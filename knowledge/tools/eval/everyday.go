package eval

import (
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"time"

	"phatngon/knowledge/answer"
	"phatngon/knowledge/golden"
	"phatngon/knowledge/statement"
)

// EverydayReport is what people get to questions in their own words; shares are of the
// questions named. See golden/everyday/README.md.
type EverydayReport struct {
	Answerable int `json:"answerable"`
	Near       int `json:"near"` // of a statement's matter, answered by none
	Off        int `json:"off"`  // of what no statement touches

	Shown       float64 `json:"shown"`        // answerable: the words that answer are quoted in the first reply
	Asserted    float64 `json:"asserted"`     // and said to answer
	AskedBack   float64 `json:"asked_back"`   // answerable: titles are offered
	Refused     float64 `json:"refused"`      // answerable: told that nothing was found
	WrongShare  float64 `json:"wrong_share"`  // of all asserted, near ones mixed in 2:1: what does not answer
	NearQuoted  float64 `json:"near_quoted"`  // near: something is quoted, asserted or not
	OffRefused  float64 `json:"off_refused"`  // off: nothing is quoted or offered
	OffAsserted float64 `json:"off_asserted"` // off: something is said to answer
	AUROC       float64 `json:"auroc"`        // confidence in the first, answerable against near
}

// An Embedder makes the vectors of passages and questions; see Base.SetVectors.
type Embedder struct {
	Passages func(texts []string) ([][]float32, error)
	Question func(text string) ([]float32, error)
}

// EverydayHelp is what the questions are answered with beside the words of the statements.
type EverydayHelp struct {
	Meaning *Embedder                          // vectors, where it is not nil
	Hints   func(statement.Statement) []string // that a unit ticked; nil: none
}

// EvaluateEveryday asks a part of golden/everyday of the given statements and its own. now
// is when the questions are asked.
func EvaluateEveryday(dir fs.FS, statements []statement.Statement, o answer.Options, now time.Time, help EverydayHelp) (EverydayReport, error) {
	set, err := golden.ReadEveryday(dir)
	if err != nil {
		return EverydayReport{}, err
	}
	e := everyday{base: answer.NewBase(o), now: now, meaning: help.Meaning}
	e.base.Replace(withHints(slices.Concat(statements, set.Texts), help.Hints))
	if err := e.embed(); err != nil {
		return EverydayReport{}, err
	}
	for _, q := range set.Answerable {
		e.answerable(q)
	}
	for _, q := range set.Near {
		e.near(q)
	}
	for _, q := range set.Off {
		e.off(q)
	}
	return e.report(), e.failed
}

func withHints(all []statement.Statement, hints func(statement.Statement) []string) []statement.Statement {
	if hints == nil {
		return all
	}
	for i := range all {
		all[i].Hints = hints(all[i])
	}
	return all
}

// embed gives the base the vectors of all its passages.
func (e *everyday) embed() error {
	if e.meaning == nil {
		return nil
	}
	passages := e.base.PublicPassages(e.now)
	texts := make([]string, len(passages))
	for i, p := range passages {
		texts[i] = p.Text
	}
	vectors, err := e.meaning.Passages(texts)
	if err != nil || len(vectors) == 0 {
		return err
	}
	byHash := map[answer.Hash][]float32{}
	for i, p := range passages {
		byHash[p.Hash] = vectors[i]
	}
	e.base.SetVectors(len(vectors[0]), byHash)
	return nil
}

// everyday counts; the report's counts are of questions until report divides them.
type everyday struct {
	base             *answer.Base
	now              time.Time
	meaning          *Embedder
	failed           error // to embed a question
	r                EverydayReport
	wrong, nearWrong int
	some, none       []float64 // confidences, answerable and near
}

func (e *everyday) ask(q golden.EverydayQuestion) answer.Answer {
	asked := answer.Question{Text: q.Text, Audience: statement.AudiencePublic, Now: e.now}
	if q.As == "reporter" {
		asked.Audience = statement.AudiencePress
	}
	if e.meaning != nil && e.failed == nil {
		asked.Vector, e.failed = e.meaning.Question(e.base.Spelt(q.Text))
	}
	return e.base.Ask(asked)
}

func (e *everyday) answerable(q golden.EverydayQuestion) {
	a := e.ask(q)
	right := slices.ContainsFunc(a.Quotes, func(quote answer.Quote) bool {
		return quote.Statement == q.Statement && strings.Contains(quote.Quote, q.Expect)
	})
	e.r.Answerable++
	e.some = append(e.some, a.Confidence)
	count(&e.r.Shown, right)
	count(&e.r.Asserted, right && a.Status.Asserts())
	count(&e.r.AskedBack, a.Status == answer.Clarify)
	count(&e.r.Refused, a.Status == answer.Refused)
	if a.Status.Asserts() && !right {
		e.wrong++
	}
}

func (e *everyday) near(q golden.EverydayQuestion) {
	a := e.ask(q)
	e.r.Near++
	e.none = append(e.none, a.Confidence)
	count(&e.r.NearQuoted, len(a.Quotes) > 0)
	if a.Status.Asserts() {
		e.nearWrong++
	}
}

func (e *everyday) off(q golden.EverydayQuestion) {
	a := e.ask(q)
	e.r.Off++
	count(&e.r.OffRefused, a.Status == answer.Refused)
	count(&e.r.OffAsserted, a.Status.Asserts())
}

func count(n *float64, yes bool) {
	if yes {
		*n++
	}
}

func (e *everyday) report() EverydayReport {
	r := e.r
	n, near, off := float64(r.Answerable), float64(max(r.Near, 1)), float64(max(r.Off, 1))
	wrong := float64(e.wrong) + float64(e.nearWrong)*n/(2*near)
	r.WrongShare = wrong / max(wrong+r.Asserted, 1)
	for _, share := range []*float64{&r.Shown, &r.Asserted, &r.AskedBack, &r.Refused} {
		*share /= max(n, 1)
	}
	r.NearQuoted /= near
	r.OffRefused /= off
	r.OffAsserted /= off
	r.AUROC = auroc(e.some, e.none)
	return r
}

// WriteText writes r for people.
func (r EverydayReport) WriteText(w io.Writer) error {
	_, err := fmt.Fprintf(w, `%d everyday questions: %.3f have the words that answer in the first reply, %.3f as an answer; %.3f asked back, %.3f told there is none
of what is asserted %.3f does not answer (near ones mixed in 2:1); something is quoted to %.3f of %d near ones; AUROC %.3f
%d of what no statement touches: %.3f refused, %.3f answered
`, r.Answerable, r.Shown, r.Asserted, r.AskedBack, r.Refused, r.WrongShare, r.NearQuoted, r.Near, r.AUROC, r.Off, r.OffRefused, r.OffAsserted)
	return err
}
