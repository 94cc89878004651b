// Package eval measures how well questions of a labelled set are answered.
package eval

import (
	"fmt"
	"io"
	"strings"
	"time"

	"phatngon/knowledge/tools/figures"
)

// Evaluation is what Evaluate measured.
type Evaluation struct {
	K               int             `json:"k"`
	Texts           int             `json:"texts"`
	Passages        int             `json:"passages"` // of about a hundred syllables
	Build           float64         `json:"build_seconds"`
	Bytes           int             `json:"index_bytes"`
	BytesPerPassage int             `json:"bytes_per_passage"`
	Queries         []QueryReport   `json:"queries"`
	Unanswerable    []RefusalReport `json:"unanswerable,omitempty"`
}

// QueryReport is one file of questions. Shares are of all its questions.
type QueryReport struct {
	File        string        `json:"file"`
	Count       int           `json:"count"`
	Recall1     float64       `json:"recall_1"`
	Recall5     float64       `json:"recall_5"`
	Recall10    float64       `json:"recall_10"`
	MRR         float64       `json:"mrr"`
	NDCG        float64       `json:"ndcg"`
	P50         time.Duration `json:"p50_ns"`
	P99         time.Duration `json:"p99_ns"`
	Answered    float64       `json:"answered_right"` // sure enough to answer, and right
	Wrong       float64       `json:"answered_wrong"`
	Clarified   float64       `json:"clarified"` // the nearest shown, or asked back
	Reliability []Step        `json:"reliability"`
}

// Step is questions whose confidence lies in one tenth.
type Step struct {
	From  float64 `json:"from"`
	Count int     `json:"count"`
	Said  float64 `json:"said"`  // mean confidence
	Right float64 `json:"right"` // share whose first result was right
}

// RefusalReport is one file of questions that nothing answers. AUROC is the
// chance that an answerable question is judged likelier to have an answer
// than one of these: by the probability that any text answers
// (what decides whether to ask back or refuse), and that the first does (what
// decides whether to answer).
type RefusalReport struct {
	File         string   `json:"file"`
	Count        int      `json:"count"`
	AUROC        float64  `json:"auroc"`
	AUROCFirst   float64  `json:"auroc_first"`
	Refused      float64  `json:"refused"`        // share of these that nothing is quoted to
	AskedBack    float64  `json:"asked_back"`     // share shown the nearest or offered titles, among those
	AnswerRate   float64  `json:"answer_rate"`    // share of the answerable ones answered
	AnsweredAt90 float64  `json:"answered_at_90"` // share answered were 90 % of the answerable answered
	Best         Coverage `json:"best"`
	Reliability  []Step   `json:"reliability"` // of all answerable questions and these together
}

// Coverage is what a threshold of confidence gives over answerable and
// unanswerable questions together.
type Coverage struct {
	From  float64 `json:"from"`  // the threshold
	Right float64 `json:"right"` // share of the answerable ones answered rightly
	Wrong float64 `json:"wrong"` // share of all answers that are wrong
}

func writeReliability(b *strings.Builder, of string, steps []Step) {
	fmt.Fprintf(b, "\nreliability, %s:\n%8s %8s %8s\n", of, "said", "right", "count")
	for _, s := range steps {
		fmt.Fprintf(b, "%8.2f %8.2f %8d\n", s.Said, s.Right, s.Count)
	}
}

// WriteText writes r for people.
func (r Evaluation) WriteText(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%d texts, %d passages; built in %.2f s; %.1f MB, %d bytes per passage\n\n",
		r.Texts, r.Passages, r.Build, float64(r.Bytes)/1e6, r.BytesPerPassage)
	fmt.Fprintf(&b, "%-26s %6s %6s %6s %6s %6s %6s %8s %8s %6s %6s %6s\n", "questions", "count",
		"rec@1", "rec@5", "rec@10", fmt.Sprint("mrr@", r.K), fmt.Sprint("ndcg@", r.K), "p50", "p99", "right", "wrong", "ask")
	for _, q := range r.Queries {
		fmt.Fprintf(&b, "%-26s %6d %6.3f %6.3f %6.3f %6.3f %7.4f %8s %8s %6.3f %6.3f %6.3f\n", q.File, q.Count,
			q.Recall1, q.Recall5, q.Recall10, q.MRR, q.NDCG, q.P50.Round(time.Microsecond), q.P99.Round(time.Microsecond),
			q.Answered, q.Wrong, q.Clarified)
	}
	for _, u := range r.Unanswerable {
		fmt.Fprintf(&b, "\n%s: %d questions, %.1f %% refused (%.1f %% with titles offered), AUROC %.3f, of the first result alone %.3f\n",
			u.File, u.Count, 100*u.Refused, 100*u.AskedBack, u.AUROC, u.AUROCFirst)
		fmt.Fprintf(&b, "%.1f %% of the answerable ones answered; were it 90 %%, so would %.1f %% of these\n", 100*u.AnswerRate, 100*u.AnsweredAt90)
		fmt.Fprintf(&b, "at most 5 %% of answers wrong: from %.2f on, %.1f %% of the answerable ones answered rightly, %.1f %% of answers wrong\n",
			u.Best.From, 100*u.Best.Right, 100*u.Best.Wrong)
	}
	for _, q := range r.Queries {
		writeReliability(&b, q.File, q.Reliability)
	}
	for _, u := range r.Unanswerable {
		writeReliability(&b, "all answerable questions and "+u.File, u.Reliability)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// Figures are the shares of a report that are worth committing, for a set.
func (r Evaluation) Figures(set string) []figures.Figure {
	var all []figures.Figure
	for _, q := range r.Queries {
		all = append(all,
			figures.Figure{Set: set, Questions: q.File, Measure: fmt.Sprint("nDCG@", r.K), Count: q.Count, Share: q.NDCG},
			figures.Figure{Set: set, Questions: q.File, Measure: figures.AnsweredRightly, Count: q.Count, Share: q.Answered},
			figures.Figure{Set: set, Questions: q.File, Measure: figures.AnsweredWrongly, Count: q.Count, Share: q.Wrong})
	}
	for _, u := range r.Unanswerable {
		all = append(all,
			figures.Figure{Set: set, Questions: u.File, Measure: figures.AUROC, Count: u.Count, Share: u.AUROC},
			figures.Figure{Set: set, Questions: u.File, Measure: figures.RefusedOrAsked, Count: u.Count, Share: u.Refused})
	}
	return all
}
