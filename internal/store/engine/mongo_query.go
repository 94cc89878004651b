package engine

import (
	"context"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo/options"
)

func (m *mongodb) Find(ctx context.Context, c *Collection, q Query) ([]bson.Raw, error) {
	direction := 1
	if q.Desc {
		direction = -1
	}
	var order bson.D
	for _, field := range c.Index(q.Index).sort(len(q.Equal)) {
		order = append(order, bson.E{Key: field, Value: direction})
	}
	// A hint makes a query whose index is missing an error, not a scan.
	o := options.Find().SetSort(order).SetLimit(int64(q.Limit)).SetHint(q.Index)
	cursor, err := m.db.Collection(c.Name).Find(ctx, q.filter(c), o)
	if err != nil {
		return nil, err
	}
	docs := []bson.Raw{}
	err = cursor.All(ctx, &docs)
	return docs, err
}

// filter is q's condition. The bounds of the order field stand beside the
// condition of the cursor so that they limit what is read of the index.
func (q Query) filter(c *Collection) bson.D {
	x := c.Index(q.Index)
	order := x.Order(len(q.Equal))
	filter := equalTo(x, q.Equal)
	bounds := bson.D{}
	if q.From != nil {
		bounds = append(bounds, bson.E{Key: "$gte", Value: q.From})
	}
	if q.To != nil {
		bounds = append(bounds, bson.E{Key: "$lt", Value: q.To})
	}
	if q.After != nil {
		beyond, from := "$gt", "$gte"
		if q.Desc {
			beyond, from = "$lt", "$lte"
		}
		// A bound of its own: a range may have one of the same name, and a name stands once.
		filter = append(filter, bson.E{Key: "$and", Value: bson.A{bson.D{{Key: order, Value: bson.D{{Key: from, Value: q.After.Value}}}}}},
			bson.E{Key: "$or", Value: bson.A{
				bson.D{{Key: order, Value: bson.D{{Key: beyond, Value: q.After.Value}}}},
				bson.D{{Key: order, Value: q.After.Value}, {Key: "_id", Value: bson.D{{Key: beyond, Value: q.After.ID}}}},
			}})
	}
	if len(bounds) > 0 {
		filter = append(filter, bson.E{Key: order, Value: bounds})
	}
	return filter
}

func equalTo(x Index, values []any) bson.D {
	filter := bson.D{}
	for i, v := range values {
		filter = append(filter, bson.E{Key: x.Fields[i], Value: v})
	}
	return filter
}

func (m *mongodb) Count(ctx context.Context, c *Collection, g Grouping) (map[string]int, error) {
	match, group := g.match(c.Index(g.Index))
	cursor, err := m.db.Collection(c.Name).Aggregate(ctx, []bson.D{
		{{Key: "$match", Value: match}},
		{{Key: "$group", Value: bson.D{{Key: "_id", Value: group}, {Key: "n", Value: bson.D{{Key: "$sum", Value: 1}}}}}},
	}, options.Aggregate().SetHint(g.Index))
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
func (g Grouping) match(x Index) (match bson.D, group any) {
	match = equalTo(x, g.Equal)
	if len(g.Values) == 0 {
		return match, nil
	}
	field := x.Fields[len(g.Equal)]
	return append(match, bson.E{Key: field, Value: bson.D{{Key: "$in", Value: g.Values}}}), "$" + field
}
