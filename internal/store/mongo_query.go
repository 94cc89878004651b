package store

import (
	"context"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo/options"
)

func (m *mongodb) find(ctx context.Context, c *collection, q query) ([]bson.Raw, error) {
	direction := 1
	if q.desc {
		direction = -1
	}
	var order bson.D
	for _, field := range c.index(q.index).sort(len(q.equal)) {
		order = append(order, bson.E{Key: field, Value: direction})
	}
	// A hint makes a query whose index is missing an error, not a scan.
	o := options.Find().SetSort(order).SetLimit(int64(q.limit)).SetHint(q.index)
	cursor, err := m.db.Collection(c.name).Find(ctx, q.filter(c), o)
	if err != nil {
		return nil, err
	}
	docs := []bson.Raw{}
	err = cursor.All(ctx, &docs)
	return docs, err
}

// filter is q's condition. The bounds of the order field stand beside the
// condition of the cursor so that they limit what is read of the index.
func (q query) filter(c *collection) bson.D {
	x := c.index(q.index)
	order := x.order(len(q.equal))
	filter := equalTo(x, q.equal)
	bounds := bson.D{}
	if q.from != nil {
		bounds = append(bounds, bson.E{Key: "$gte", Value: q.from})
	}
	if q.to != nil {
		bounds = append(bounds, bson.E{Key: "$lt", Value: q.to})
	}
	if q.after != nil {
		beyond, from := "$gt", "$gte"
		if q.desc {
			beyond, from = "$lt", "$lte"
		}
		bounds = append(bounds, bson.E{Key: from, Value: q.after.Value})
		filter = append(filter, bson.E{Key: "$or", Value: bson.A{
			bson.D{{Key: order, Value: bson.D{{Key: beyond, Value: q.after.Value}}}},
			bson.D{{Key: order, Value: q.after.Value}, {Key: "_id", Value: bson.D{{Key: beyond, Value: q.after.ID}}}},
		}})
	}
	if len(bounds) > 0 {
		filter = append(filter, bson.E{Key: order, Value: bounds})
	}
	return filter
}

func equalTo(x index, values []any) bson.D {
	filter := bson.D{}
	for i, v := range values {
		filter = append(filter, bson.E{Key: x.fields[i], Value: v})
	}
	return filter
}

func (m *mongodb) count(ctx context.Context, c *collection, g grouping) (map[string]int, error) {
	match, group := g.match(c.index(g.index))
	cursor, err := m.db.Collection(c.name).Aggregate(ctx, []bson.D{
		{{Key: "$match", Value: match}},
		{{Key: "$group", Value: bson.D{{Key: "_id", Value: group}, {Key: "n", Value: bson.D{{Key: "$sum", Value: 1}}}}}},
	}, options.Aggregate().SetHint(g.index))
	if err != nil {
		return nil, err
	}
	var found []struct {
		Value string `bson:"_id"`
		N     int    `bson:"n"`
	}
	if err := cursor.All(ctx, &found); err != nil {
		return nil, err
	}
	counts := map[string]int{}
	for _, f := range found {
		counts[f.Value] = f.N
	}
	return counts, nil
}

// match is what is counted, and by what.
func (g grouping) match(x index) (match bson.D, group any) {
	match = equalTo(x, g.equal)
	if len(g.values) == 0 {
		return match, nil
	}
	field := x.fields[len(g.equal)]
	return append(match, bson.E{Key: field, Value: bson.D{{Key: "$in", Value: g.values}}}), "$" + field
}
