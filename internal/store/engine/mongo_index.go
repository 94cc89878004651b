package engine

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"
)

// Make makes the indexes; a connection that breaks meanwhile (a server that is
// starting, or electing) is tried again.
func (m *mongodb) Make(ctx context.Context, all ...*Collection) error {
	for _, c := range all {
		if m.inserts[c.Name] == nil {
			m.inserts[c.Name] = newBatcher(MaxBatch, func(batch []task[*insertion]) { m.commit(c, batch) })
		}
	}
	for tries := 1; ; tries++ {
		err := m.makeAll(ctx, all)
		if err == nil || tries == connectTries || !mongo.IsNetworkError(err) {
			return err
		}
		select {
		case <-ctx.Done():
			return err
		case <-time.After(time.Second):
		}
	}
}

func (m *mongodb) makeAll(ctx context.Context, all []*Collection) error {
	for _, c := range all {
		if err := m.makeIndexes(ctx, c); err != nil {
			return fmt.Errorf("indexes of %s: %w", c.Name, err)
		}
	}
	return nil
}

// makeIndexes makes the indexes that are not there as declared; stand-ins of
// MongoDB fail when asked for one again.
func (m *mongodb) makeIndexes(ctx context.Context, c *Collection) error {
	indexes := m.db.Collection(c.Name).Indexes()
	there, err := indexes.ListSpecifications(ctx)
	if err != nil {
		return err
	}
	stale, missing := c.compare(there)
	for _, name := range stale {
		var e mongo.ServerError
		if err := indexes.DropOne(ctx, name); err != nil && !(errors.As(err, &e) && e.HasErrorCode(indexNotFound)) {
			return err
		}
	}
	if len(missing) == 0 {
		return nil
	}
	_, err = indexes.CreateMany(ctx, missing)
	return err
}

// indexNotFound is the server's answer when another instance was faster.
const indexNotFound = 27

// compare says by name which of the indexes that are there must go, for they are
// retired or not as declared, and which are missing without them.
func (c *Collection) compare(there []mongo.IndexSpecification) (stale []string, missing []mongo.IndexModel) {
	kept := map[string]bool{}
	for _, s := range there {
		x, declared := named(c.mongoIndexes(), s.Name)
		kept[s.Name] = declared && x.isAs(s)
		if slices.Contains(c.Retired, s.Name) || declared && !kept[s.Name] {
			stale = append(stale, s.Name)
		}
	}
	for _, x := range c.mongoIndexes() {
		if !kept[x.Name] {
			missing = append(missing, mongo.IndexModel{Keys: x.keys(), Options: options.Index().SetName(x.Name).SetUnique(x.Unique)})
		}
	}
	return stale, missing
}

// isAs compares the keys and uniqueness of an index with what is declared.
func (x Index) isAs(s mongo.IndexSpecification) bool {
	elements, err := s.KeysDocument.Elements()
	unique := s.Unique != nil && *s.Unique
	return err == nil && unique == x.Unique && slices.EqualFunc(elements, x.keys(), func(e bson.RawElement, key bson.E) bool {
		direction, ok := e.Value().AsInt64OK()
		return ok && direction == 1 && e.Key() == key.Key
	})
}

func (x Index) keys() bson.D {
	var keys bson.D
	for _, field := range x.Fields {
		keys = append(keys, bson.E{Key: field, Value: 1})
	}
	if !x.Unique {
		keys = append(keys, bson.E{Key: "_id", Value: 1})
	}
	return keys
}

func (m *mongodb) Fill(ctx context.Context, c *Collection, field string, value any) error {
	ctx, cancel := context.WithTimeout(ctx, fillWithin)
	defer cancel()
	lacking := bson.D{{Key: field, Value: bson.D{{Key: "$exists", Value: false}}}}
	_, err := m.db.Collection(c.Name).UpdateMany(ctx, lacking, bson.D{{Key: "$set", Value: bson.D{{Key: field, Value: value}}}})
	return err
}
