package engine

import (
	"context"
	"errors"
	"fmt"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"
	"go.mongodb.org/mongo-driver/v2/mongo/readpref"
	"go.mongodb.org/mongo-driver/v2/mongo/writeconcern"

	"phatngon/internal/desk"
)

// mongodb uses only what MongoDB, DocumentDB and FerretDB have alike: writes of
// single documents, unordered batches, and reads along an index.
type mongodb struct {
	client  *mongo.Client
	db      *mongo.Database
	inserts map[string]*batcher[*insertion] // by collection
}

// insertion is one caller's part of an InsertMany.
type insertion struct {
	docs  []bson.Raw
	taken []bool
}

// connectWithin bounds the search for a server, at start and after a lost
// connection; operateWithin an operation whose caller sets no limit, such as a
// commit that many wait for.
const (
	connectWithin = 10 * time.Second
	connectTries  = 5 // one second apart
	fillWithin    = time.Hour
	operateWithin = 30 * time.Second
)

// OpenMongo is a connection to a MongoDB (≥ 5).
func OpenMongo(uri, database string) (Engine, error) {
	o := options.Client().ApplyURI(uri).SetAppName("phatngon").
		SetServerSelectionTimeout(connectWithin).SetTimeout(operateWithin).
		SetReadPreference(readpref.Primary()) // what was just written is read
	if o.WriteConcern == nil { // what a 200 promises: on disk, on most members
		journal := true
		o.SetWriteConcern(&writeconcern.WriteConcern{W: "majority", Journal: &journal})
	}
	client, err := mongo.Connect(o)
	if err != nil {
		return nil, fmt.Errorf("connect to MongoDB: %w", err)
	}
	return &mongodb{client: client, db: client.Database(database), inserts: map[string]*batcher[*insertion]{}}, nil
}

func (m *mongodb) Insert(ctx context.Context, c *Collection, docs []bson.Raw) ([]bool, error) {
	in := &insertion{docs: docs, taken: make([]bool, len(docs))}
	if err := m.inserts[c.Name].do(ctx, in); err != nil {
		return nil, err
	}
	return in.taken, nil
}

// commit inserts a batch's documents, at most maxBatch at a time.
func (m *mongodb) commit(c *Collection, batch []task[*insertion]) {
	ctx := context.Background() // the batch is many callers'
	for len(batch) > 0 {
		var docs []bson.Raw
		n := 0
		for n < len(batch) && (n == 0 || len(docs)+len(batch[n].value.docs) <= MaxBatch) {
			docs = append(docs, batch[n].value.docs...)
			n++
		}
		taken, err := m.insertMany(ctx, c, docs)
		for _, t := range batch[:n] {
			if err == nil {
				taken = taken[copy(t.value.taken, taken):]
			}
			t.done <- err
		}
		batch = batch[n:]
	}
}

func (m *mongodb) insertMany(ctx context.Context, c *Collection, docs []bson.Raw) ([]bool, error) {
	taken := make([]bool, len(docs))
	_, err := m.db.Collection(c.Name).InsertMany(ctx, docs, options.InsertMany().SetOrdered(false))
	var bulk mongo.BulkWriteException
	if !errors.As(err, &bulk) || bulk.WriteConcernError != nil {
		return taken, err
	}
	for _, e := range bulk.WriteErrors {
		if !mongo.IsDuplicateKeyError(e) {
			return nil, err
		}
		taken[e.Index] = true
	}
	return taken, nil
}

func (m *mongodb) Get(ctx context.Context, c *Collection, id string) (bson.Raw, error) {
	raw, err := m.db.Collection(c.Name).FindOne(ctx, bson.D{{Key: "_id", Value: id}}).Raw()
	if errors.Is(err, mongo.ErrNoDocuments) {
		return nil, desk.ErrNotFound
	}
	return raw, err
}

func (m *mongodb) Replace(ctx context.Context, c *Collection, id string, version int64, doc bson.Raw) (bool, error) {
	filter := bson.D{{Key: "_id", Value: id}, {Key: "version", Value: version}}
	result, err := m.db.Collection(c.Name).ReplaceOne(ctx, filter, doc)
	var refused mongo.ServerError
	if mongo.IsDuplicateKeyError(err) || (errors.As(err, &refused) && m.keyTaken(ctx, c, id, doc)) {
		return false, desk.ErrConflict
	}
	return err == nil && result.MatchedCount > 0, err
}

// keyTaken reads back whether another document has a unique key of doc: not
// every server says so when it refuses a replace.
func (m *mongodb) keyTaken(ctx context.Context, c *Collection, id string, doc bson.Raw) bool {
	for _, x := range c.Indexes {
		if !x.Unique {
			continue
		}
		found, err := m.Find(ctx, c, Query{Index: x.Name, Equal: x.Values(doc), Limit: 1})
		if err == nil && len(found) > 0 && found[0].Lookup("_id").StringValue() != id {
			return true
		}
	}
	return false
}

func (m *mongodb) Remove(ctx context.Context, c *Collection, ids []string) error {
	_, err := m.db.Collection(c.Name).DeleteMany(ctx, bson.D{{Key: "_id", Value: bson.D{{Key: "$in", Value: ids}}}})
	return err
}

func (m *mongodb) Ping(ctx context.Context) error { return m.client.Ping(ctx, nil) }

func (m *mongodb) Name() string { return "mongodb" }

func (m *mongodb) Close() error {
	for _, b := range m.inserts {
		b.close()
	}
	ctx, cancel := context.WithTimeout(context.Background(), connectWithin)
	defer cancel()
	return m.client.Disconnect(ctx)
}
