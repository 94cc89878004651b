package engine

import (
	"context"
	"slices"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo/options"
)

// Words asks for the documents of a collection that have all of All in its field Words,
// the highest id first; those below Below go on after it.
type Words struct {
	All   []string // at least one
	Below string   // "" = from the highest
	Limit int
}

// wordsIndex is the declared index of MongoDB by which words are found.
const wordsIndex = "words"

// mongoIndexes are the indexes as MongoDB has them: SQLite keeps words in a table instead.
func (c *Collection) mongoIndexes() []Index {
	if c.Words == "" {
		return c.Indexes
	}
	return append(slices.Clip(c.Indexes), Index{Name: wordsIndex, Fields: []string{c.Words}})
}

// Search reads along the words' index; that the first word leads is the caller's choice.
func (m *mongodb) Search(ctx context.Context, c *Collection, w Words) ([]bson.Raw, error) {
	filter := bson.D{{Key: c.Words, Value: bson.D{{Key: "$all", Value: w.All}}}}
	if w.Below != "" {
		filter = append(filter, bson.E{Key: "_id", Value: bson.D{{Key: "$lt", Value: w.Below}}})
	}
	cursor, err := m.db.Collection(c.Name).Find(ctx, filter,
		options.Find().SetSort(bson.D{{Key: "_id", Value: -1}}).SetLimit(int64(w.Limit)).SetHint(wordsIndex))
	if err != nil {
		return nil, err
	}
	docs := []bson.Raw{}
	err = cursor.All(ctx, &docs)
	return docs, err
}
