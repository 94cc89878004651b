package table

import (
	"context"
	"encoding/base64"
	"fmt"

	"go.mongodb.org/mongo-driver/v2/bson"

	"phatngon/internal/desk"
	"phatngon/internal/store/engine"
)

// Limits of one page: what a caller gets without asking, and at most.
const (
	defaultPage = 50
	maxPage     = 500
)

// Page reads one page along q. after is the cursor that the page before gave,
// "" for the first page; next is "" after the last.
func (t *Table[T]) Page(ctx context.Context, e engine.Engine, q engine.Query, after string) (docs []T, next string, err error) {
	if q.After, err = parseCursor(after); err != nil {
		return nil, "", err
	}
	size := PageSize(q.Limit)
	q.Limit = size + 1
	if docs, err = t.Find(ctx, e, q); err != nil || len(docs) <= size {
		return docs, "", err
	}
	docs = docs[:size]
	next, err = t.cursor(q, &docs[size-1])
	return docs, next, err
}

// Each calls do with every document along q, in order, until it fails.
func (t *Table[T]) Each(ctx context.Context, e engine.Engine, q engine.Query, do func(T) error) error {
	q.Limit = maxPage
	for after := ""; ; {
		docs, next, err := t.Page(ctx, e, q, after)
		if err != nil {
			return err
		}
		for _, doc := range docs {
			if err := do(doc); err != nil {
				return err
			}
		}
		if next == "" {
			return nil
		}
		after = next
	}
}

// All collects every document along q; for collections that stay small.
func (t *Table[T]) All(ctx context.Context, e engine.Engine, q engine.Query) ([]T, error) {
	var docs []T
	err := t.Each(ctx, e, q, func(doc T) error { docs = append(docs, doc); return nil })
	return docs, err
}

// Search reads one page of the documents that have all of the words, the highest id
// first. below is the id after which the page before ended.
func (t *Table[T]) Search(ctx context.Context, e engine.Engine, words []string, below string, limit int) (docs []T, next string, err error) {
	size := PageSize(limit)
	raws, err := e.Search(ctx, &t.Collection, engine.Words{All: words, Below: below, Limit: size + 1})
	if err != nil {
		return nil, "", fmt.Errorf("search %s: %w", t.Name, err)
	}
	for _, raw := range raws[:min(size, len(raws))] {
		doc, err := t.decode(raw)
		if err != nil {
			return nil, "", err
		}
		docs = append(docs, doc)
	}
	if len(raws) > size {
		next, _ = t.Key(&docs[size-1])
	}
	return docs, next, nil
}

// Tally says how many documents q finds, counting up to most.
func (t *Table[T]) Tally(ctx context.Context, e engine.Engine, q engine.Query, most int) (int, error) {
	q.Limit = most
	n, err := e.Tally(ctx, &t.Collection, q)
	if err != nil {
		return 0, fmt.Errorf("count %s by %s: %w", t.Name, q.Index, err)
	}
	return n, nil
}

// PageSize is how many a caller gets who asks for limit.
func PageSize(limit int) int {
	if limit <= 0 {
		return defaultPage
	}
	return min(limit, maxPage)
}

func (t *Table[T]) cursor(q engine.Query, last *T) (string, error) {
	raw, err := engine.Encode(last)
	if err != nil {
		return "", err
	}
	id, _ := t.Key(last)
	order := t.Index(q.Index).Order(len(q.Equal))
	text, err := engine.Encode(engine.Position{Value: engine.FieldValue(raw, order), ID: id})
	return base64.RawURLEncoding.EncodeToString(text), err
}

// parseCursor reads what cursor wrote; it may come back from a browser's
// address bar.
func parseCursor(text string) (*engine.Position, error) {
	if text == "" {
		return nil, nil
	}
	invalid := &desk.InvalidError{Field: "after", Text: "Liên kết sang trang không còn dùng được. Mời Anh/Chị mở lại danh sách từ đầu."}
	data, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil {
		return nil, invalid
	}
	raw := bson.Raw(data)
	if raw.Validate() != nil {
		return nil, invalid
	}
	id, ok := raw.Lookup("id").StringValueOK()
	value := engine.FieldValue(raw, "v")
	if !ok || value == nil {
		return nil, invalid
	}
	return &engine.Position{Value: value, ID: id}, nil
}
