package index

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"phatngon/internal/llm"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/statement"
)

// Embeddings is an embeddings server and how it is used. It may be away at any
// time: search then goes on by words alone.
type Embeddings struct {
	Client  *llm.Client
	Budget  time.Duration                    // how long a question waits for its vector; 0 = 700 ms
	Pause   time.Duration                    // between two batches of passages; 0 = 200 ms
	Backoff func(failures int) time.Duration // before passages are tried again; nil = 5 s, doubling to 10 min

	resting atomic.Int64 // Unix nanoseconds before which no question is embedded
	asking  atomic.Int64 // questions being embedded

	filling sync.Mutex // one EmbedPassages at a time; guards what follows
	held    map[answer.Hash][]float32
	size    int // of the vectors held
}

// Limits of embedding questions. After a failure the next ones do without for a
// while, so that a server that is away costs one budget and not one a question.
const (
	questionBudget = 700 * time.Millisecond
	questionRest   = 30 * time.Second
	questionRunes  = 1000
	questionWords  = 2  // fewer are a number, a button or a yes
	maxAsking      = 16 // at once
)

// errVectorSize says that the server now has another model than the one the
// passages were embedded with.
var errVectorSize = errors.New("the embeddings server's vectors have another size than those kept for this model's name; a changed model needs another OPENAI_EMBEDDING_MODEL")

type withoutVector struct{}

// WithoutVector lets a search go by words alone: it costs nothing.
func WithoutVector(ctx context.Context) context.Context {
	return context.WithValue(ctx, withoutVector{}, true)
}

// QuestionVector is the vector of what a person asks, nil when it is not to be
// had within the budget.
func (x *Index) QuestionVector(ctx context.Context, question string) []float32 {
	e, size := x.Embeddings, x.Base.VectorSize()
	if e == nil || size == 0 || ctx.Value(withoutVector{}) != nil || len(strings.Fields(question)) < questionWords || x.Now().UnixNano() < e.resting.Load() {
		return nil
	}
	defer e.asking.Add(-1)
	if e.asking.Add(1) > maxAsking {
		return nil
	}
	vector, err := e.question(ctx, x.Base.Spelt(question), size)
	if err != nil && ctx.Err() == nil {
		e.resting.Store(x.Now().Add(questionRest).UnixNano())
		x.Log.Warn("embed a question", "error", err, "resting", questionRest)
	}
	return vector
}

func (e *Embeddings) question(ctx context.Context, text string, size int) ([]float32, error) {
	ctx, cancel := context.WithTimeout(ctx, cmp.Or(e.Budget, questionBudget))
	defer cancel()
	text = strings.ToValidUTF8(text, "")
	if runes := []rune(text); len(runes) > questionRunes {
		text = string(runes[:questionRunes])
	}
	vector, err := e.Client.EmbedQuestion(ctx, text)
	if err != nil {
		return nil, err
	}
	if got := len(vector); got != size {
		return nil, fmt.Errorf("%w (%d, not %d)", errVectorSize, got, size)
	}
	return vector, nil
}

// Search returns the k best statements for text that a may see, best first;
// those of one unit, if one is named.
func (x *Index) Search(ctx context.Context, a statement.Audience, text, unit string, k int) []answer.Hit {
	return x.Base.Find(answer.Question{Text: text, Audience: a, Now: x.Now(), Unit: unit, Vector: x.QuestionVector(ctx, text)}, k)
}
