package store_test

import (
	"database/sql"
	"path/filepath"
	"strings"
	"testing"

	"go.mongodb.org/mongo-driver/v2/bson"

	"phatngon/internal/desk"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
)

// place is a database that opens again and that somebody changes behind the store.
type place struct {
	open    func() *store.Store
	rewrite func(collection string, change func([]bson.Raw) []bson.Raw)
}

func places(t *testing.T) map[string]func(t *testing.T) place {
	return map[string]func(t *testing.T) place{
		"sqlite": func(t *testing.T) place {
			dir := t.TempDir()
			return place{
				open: func() *store.Store { return storetest.Embedded(t, dir) },
				rewrite: func(collection string, change func([]bson.Raw) []bson.Raw) {
					rewriteTable(t, filepath.Join(dir, "phatngon.db"), collection, change)
				},
			}
		},
		"mongodb": func(t *testing.T) place {
			d := storetest.NewDatabase(t)
			return place{
				open: func() *store.Store { return d.Open(t) },
				rewrite: func(collection string, change func([]bson.Raw) []bson.Raw) {
					c := d.Raw(t).Collection(collection)
					docs := change(inMongo(t, c))
					if _, err := c.DeleteMany(t.Context(), bson.D{}); err != nil {
						t.Fatal(err)
					}
					if _, err := c.InsertMany(t.Context(), docs); len(docs) > 0 && err != nil {
						t.Fatal(err)
					}
				},
			}
		},
	}
}

func rewriteTable(t *testing.T, file, table string, change func([]bson.Raw) []bson.Raw) {
	t.Helper()
	db, err := sql.Open("sqlite", file)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	columns := column[string](t, db, "SELECT name FROM pragma_table_info('"+table+"')")
	docs := change(column[bson.Raw](t, db, "SELECT doc FROM "+table+" ORDER BY _id"))
	if _, err := db.Exec("DELETE FROM " + table); err != nil {
		t.Fatal(err)
	}
	for _, doc := range docs {
		var values []any
		for _, name := range columns {
			values = append(values, columnValue(doc, name))
		}
		marks := strings.TrimSuffix(strings.Repeat("?, ", len(columns)), ", ")
		if _, err := db.Exec("INSERT INTO "+table+" VALUES ("+marks+")", values...); err != nil {
			t.Fatal(err)
		}
	}
}

func columnValue(doc bson.Raw, name string) any {
	switch v := doc.Lookup(name); {
	case name == "doc":
		return []byte(doc)
	case v.Type == bson.TypeString:
		return v.StringValue()
	case v.Type == bson.TypeDateTime:
		return v.Time().UnixMilli()
	case v.Type == bson.TypeBoolean:
		return v.Boolean()
	case v.Type == bson.TypeInt64:
		return v.Int64()
	}
	return 0 // no version
}

// records changes what a database has of the audit.
func (p place) records(t *testing.T, change func([]desk.AuditRecord) []desk.AuditRecord) {
	t.Helper()
	p.rewrite("audit", func(docs []bson.Raw) []bson.Raw {
		records := make([]desk.AuditRecord, len(docs))
		for i, doc := range docs {
			if err := bson.Unmarshal(doc, &records[i]); err != nil {
				t.Fatal(err)
			}
		}
		docs = nil
		for _, r := range change(records) {
			raw, err := bson.Marshal(r)
			if err != nil {
				t.Fatal(err)
			}
			docs = append(docs, raw)
		}
		return docs
	})
}
