package llm

import (
	"context"
	"fmt"
	"math"
	"slices"

	openai "github.com/sashabaranov/go-openai"
)

// Limits of Embed: texts in one call, which the strictest servers allow; calls
// for the same texts; numbers of a vector.
const (
	Batch    = 32
	attempts = 3
	maxSize  = 16384
)

// Embed returns the vector of each passage, all of one size. What identifies a
// person by number or address is masked before a text leaves.
func (c *Client) Embed(ctx context.Context, texts []string) ([][]float32, error) {
	return c.embed(ctx, c.passage, texts)
}

// EmbedQuestion is Embed for one question.
func (c *Client) EmbedQuestion(ctx context.Context, text string) ([]float32, error) {
	vectors, err := c.embed(ctx, c.question, []string{text})
	if err != nil {
		return nil, err
	}
	return vectors[0], nil
}

func (c *Client) embed(ctx context.Context, as role, texts []string) ([][]float32, error) {
	var vectors [][]float32
	for batch := range slices.Chunk(texts, Batch) {
		part, err := c.insist(ctx, as, batch)
		if err != nil {
			return nil, fmt.Errorf("embed: %w", err)
		}
		vectors = append(vectors, part...)
	}
	for _, v := range vectors {
		if len(v) != len(vectors[0]) {
			return nil, fmt.Errorf("embed: %w: vectors of %d and of %d numbers", ErrAnswer, len(vectors[0]), len(v))
		}
	}
	return vectors, nil
}

// insist asks again while the server is busy or away.
func (c *Client) insist(ctx context.Context, as role, batch []string) ([][]float32, error) {
	for attempt := 1; ; attempt++ {
		vectors, later, err := c.ask(ctx, as, batch)
		if err == nil || !later || attempt == attempts {
			return vectors, err
		}
		if err := wait(ctx, c.backoff(attempt+1)); err != nil {
			return nil, err
		}
	}
}

func (c *Client) ask(ctx context.Context, as role, batch []string) (vectors [][]float32, later bool, err error) {
	masked := make([]string, len(batch))
	for i, text := range batch {
		masked[i] = as.prefix + Mask(text)
	}
	answer, err := c.api.CreateEmbeddings(ctx, openai.EmbeddingRequestStrings{
		Input: masked, Model: openai.EmbeddingModel(as.model),
	})
	if err != nil {
		err, later = plain(ctx, err)
		return nil, later, err
	}
	vectors, err = inOrder(answer.Data, len(batch))
	return vectors, false, err
}

// inOrder are n vectors in the order of their texts.
func inOrder(data []openai.Embedding, n int) ([][]float32, error) {
	if len(data) != n {
		return nil, fmt.Errorf("%w: %d vectors for %d texts", ErrAnswer, len(data), n)
	}
	vectors := make([][]float32, n)
	for _, e := range data {
		if e.Index < 0 || e.Index >= n || vectors[e.Index] != nil {
			return nil, fmt.Errorf("%w: two vectors for one text", ErrAnswer)
		}
		if err := check(e.Embedding); err != nil {
			return nil, err
		}
		vectors[e.Index] = e.Embedding
	}
	return vectors, nil
}

// check refuses what no cosine can be taken of.
func check(v []float32) error {
	if len(v) == 0 || len(v) > maxSize {
		return fmt.Errorf("%w: a vector of %d numbers", ErrAnswer, len(v))
	}
	sum := 0.0
	for _, x := range v {
		sum += float64(x) * float64(x)
	}
	if math.IsNaN(sum) || math.IsInf(sum, 0) || sum == 0 {
		return fmt.Errorf("%w: a vector without direction", ErrAnswer)
	}
	return nil
}
