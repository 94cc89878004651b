package store_test

import (
	"database/sql"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
)

// otherwise are indexes that exist by name, but not as the program declares them.
var otherwise = []struct {
	collection, name string
	unique           bool
	fields           []string
}{
	{"officers", "officer_email_taken", false, []string{"email"}},
	{"requests", "requester_created", false, []string{"created_at", "requester", "_id"}},
	{"statements", "issued", true, []string{"issued_at"}},
}

func TestAnIndexOfAnotherDefinitionIsBuiltAnewInAFolder(t *testing.T) {
	dir := t.TempDir()
	if err := storetest.Embedded(t, dir).Close(); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", filepath.Join(dir, "phatngon.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	declared := column[string](t, db, indexSQL)
	for _, x := range otherwise {
		unique := map[bool]string{true: "UNIQUE"}[x.unique]
		name := `"` + x.collection + "." + x.name + `"`
		text := `DROP INDEX ` + name + `; CREATE ` + unique + ` INDEX ` + name + ` ON ` + x.collection + ` ("` + strings.Join(x.fields, `", "`) + `")`
		if _, err := db.Exec(text); err != nil {
			t.Fatal(err)
		}
	}
	emailsAreUnique(t, storetest.Embedded(t, dir))
	if got := column[string](t, db, indexSQL); strings.Join(got, "\n") != strings.Join(declared, "\n") {
		t.Errorf("indexes\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(declared, "\n"))
	}
}

const indexSQL = "SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name"

func TestAnIndexOfAnotherDefinitionIsBuiltAnewInMongoDB(t *testing.T) {
	d := storetest.NewDatabase(t)
	raw := d.Raw(t)
	for _, x := range otherwise {
		makeIndex(t, raw, x.collection, x.name, x.unique, x.fields...)
	}
	emailsAreUnique(t, d.Open(t))
	for collection, want := range map[string]string{
		"officers":   `officer_email_taken unique email`,
		"requests":   `requester_created requester created_at _id`,
		"statements": `issued issued_at _id`,
	} {
		if got := indexes(t, raw, collection); !strings.Contains(got, want+"\n") {
			t.Errorf("%s has\n%swant %s", collection, got, want)
		}
	}
}

func emailsAreUnique(t *testing.T, s *store.Store) {
	t.Helper()
	first, second := people.Officer{ID: "o1", Email: "lan@thanhhoa.vn"}, people.Officer{ID: "o2", Email: "lan@thanhhoa.vn"}
	if err := s.InsertOfficer(t.Context(), &first); err != nil {
		t.Fatal(err)
	}
	if err := s.InsertOfficer(t.Context(), &second); !errors.Is(err, desk.ErrConflict) {
		t.Errorf("an address twice: %v, want ErrConflict", err)
	}
}

func makeIndex(t *testing.T, db *mongo.Database, collection, name string, unique bool, fields ...string) {
	t.Helper()
	var keys bson.D
	for _, field := range fields {
		keys = append(keys, bson.E{Key: field, Value: 1})
	}
	model := mongo.IndexModel{Keys: keys, Options: options.Index().SetName(name).SetUnique(unique)}
	if _, err := db.Collection(collection).Indexes().CreateOne(t.Context(), model); err != nil {
		t.Fatal(err)
	}
}

// indexes lists those of a collection, one a line.
func indexes(t *testing.T, db *mongo.Database, collection string) string {
	t.Helper()
	specs, err := db.Collection(collection).Indexes().ListSpecifications(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var list strings.Builder
	for _, x := range specs {
		list.WriteString(x.Name)
		if x.Unique != nil && *x.Unique {
			list.WriteString(" unique")
		}
		keys, err := x.KeysDocument.Elements()
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range keys {
			list.WriteString(" " + key.Key())
		}
		list.WriteString("\n")
	}
	return list.String()
}
