package store

import (
	"context"
	"encoding/base64"

	"go.mongodb.org/mongo-driver/v2/bson"

	"phatngon/internal/desk"
)

// Limits of one page: what a caller gets without asking, and at most.
const (
	defaultPage = 50
	maxPage     = 500
)

// page reads one page along q. after is the cursor that the page before gave,
// "" for the first page; next is "" after the last.
func (t *table[T]) page(ctx context.Context, e engine, q query, after string) (docs []T, next string, err error) {
	if q.after, err = parseCursor(after); err != nil {
		return nil, "", err
	}
	size := pageSize(q.limit)
	q.limit = size + 1
	if docs, err = t.find(ctx, e, q); err != nil || len(docs) <= size {
		return docs, "", err
	}
	docs = docs[:size]
	next, err = t.cursor(q, &docs[size-1])
	return docs, next, err
}

// each calls do with every document along q, in order, until it fails.
func (t *table[T]) each(ctx context.Context, e engine, q query, do func(T) error) error {
	q.limit = maxPage
	for after := ""; ; {
		docs, next, err := t.page(ctx, e, q, after)
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

// all collects every document along q; for collections that stay small.
func (t *table[T]) all(ctx context.Context, e engine, q query) ([]T, error) {
	var docs []T
	err := t.each(ctx, e, q, func(doc T) error { docs = append(docs, doc); return nil })
	return docs, err
}

func pageSize(limit int) int {
	if limit <= 0 {
		return defaultPage
	}
	return min(limit, maxPage)
}

func (t *table[T]) cursor(q query, last *T) (string, error) {
	raw, err := encode(last)
	if err != nil {
		return "", err
	}
	id, _ := t.key(last)
	order := t.index(q.index).order(len(q.equal))
	text, err := encode(position{Value: fieldValue(raw, order), ID: id})
	return base64.RawURLEncoding.EncodeToString(text), err
}

// parseCursor reads what cursor wrote; it may come back from a browser's
// address bar.
func parseCursor(text string) (*position, error) {
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
	value := fieldValue(raw, "v")
	if !ok || value == nil {
		return nil, invalid
	}
	return &position{Value: value, ID: id}, nil
}
