package table

import (
	"context"
	"slices"

	"go.mongodb.org/mongo-driver/v2/bson"

	"phatngon/internal/desk/effect"
	"phatngon/internal/store/engine"
)

// Carried is what the store keeps in a document of a carrying collection, beside
// the fields its type has.
type Carried struct {
	ID      string          `bson:"_id"`
	Version int64           `bson:"version"`
	Effects []effect.Effect `bson:"effects"`
}

// Settle takes effects from the document unless it changes meanwhile.
func Settle(ctx context.Context, e engine.Engine, c *engine.Collection, id string, keys []string) (swapped bool, err error) {
	doc, raw, err := Pending(ctx, e, c, id)
	if err != nil {
		return false, err
	}
	left := slices.DeleteFunc(slices.Clone(doc.Effects), func(f effect.Effect) bool { return slices.Contains(keys, f.Key) })
	if len(left) == len(doc.Effects) {
		return true, nil
	}
	if raw, err = withEffects(raw, left); err != nil {
		return false, err
	}
	return e.Replace(ctx, c, id, doc.Version, raw)
}

// Pending reads what a document carries, and the document.
func Pending(ctx context.Context, e engine.Engine, c *engine.Collection, id string) (Carried, bson.Raw, error) {
	raw, err := e.Get(ctx, c, id)
	if err != nil {
		return Carried{}, nil, err
	}
	doc, err := CarriedBy(raw)
	return doc, raw, err
}

// afterPending is what the document carries, then effects, each key once.
func (t *Table[T]) afterPending(ctx context.Context, e engine.Engine, id string, effects []effect.Effect) ([]effect.Effect, error) {
	if !t.Carries {
		return nil, nil
	}
	raw, err := e.Get(ctx, &t.Collection, id)
	if err != nil {
		return nil, err
	}
	doc, err := CarriedBy(raw)
	return append(doc.Effects, effects...), err
}

// withEffects is raw carrying effects, each key once, in place of what it carried.
func withEffects(raw bson.Raw, effects []effect.Effect) (bson.Raw, error) {
	once := []effect.Effect{} // an array also when there is none
	known := map[string]bool{}
	for _, f := range effects {
		if !known[f.Key] {
			known[f.Key] = true
			once = append(once, f)
		}
	}
	return engine.With(raw, bson.D{{Key: "effects", Value: once}, {Key: "outstanding", Value: len(once) > 0}})
}

// CarriedBy reads what raw carries.
func CarriedBy(raw bson.Raw) (Carried, error) {
	var doc Carried
	err := bson.Unmarshal(raw, &doc)
	return doc, err
}
