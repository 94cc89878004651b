package store_test

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"slices"
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

// threeOpenings leaves the chains a (5 records), b (70) and c (3), in this order.
func threeOpenings(t *testing.T, p place, key []byte) {
	t.Helper()
	for _, opening := range []struct {
		name    string
		records int
	}{{"a", 5}, {"b", 70}, {"c", 3}} {
		s := p.open()
		s.SealAudit(key)
		appendAudit(t, s, opening.name, opening.records)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func at(records []desk.AuditRecord, id string) int {
	return slices.IndexFunc(records, func(r desk.AuditRecord) bool { return r.ID == id })
}

func without(prefix string, from int) func([]desk.AuditRecord) []desk.AuditRecord {
	return func(records []desk.AuditRecord) []desk.AuditRecord {
		return slices.DeleteFunc(records, func(r desk.AuditRecord) bool {
			return strings.HasPrefix(r.ID, prefix) && r.ID >= fmt.Sprintf("%s%02d", prefix, from)
		})
	}
}

var tamperings = map[string]struct {
	change func([]desk.AuditRecord) []desk.AuditRecord
	want   string
	sealed bool // found by the seal only
}{
	"a record edited": {want: "b10", change: func(l []desk.AuditRecord) []desk.AuditRecord {
		l[at(l, "b10")].Detail = "x"
		return l
	}},
	"a record removed": {want: "b11", change: func(l []desk.AuditRecord) []desk.AuditRecord {
		return slices.Delete(l, at(l, "b10"), at(l, "b10")+1)
	}},
	"a record inserted": {want: "b10", change: func(l []desk.AuditRecord) []desk.AuditRecord {
		i := at(l, "b10")
		forged := desk.Chain(l[i-1], desk.AuditRecord{ID: "forged", At: day, Action: "approve"})
		for j := i; l[j].ID[0] == 'b'; j++ {
			l[j].Seq++
		}
		return slices.Insert(l, i, forged)
	}},
	"records swapped": {want: "b11", change: func(l []desk.AuditRecord) []desk.AuditRecord {
		i := at(l, "b10")
		l[i].Seq, l[i+1].Seq = l[i+1].Seq, l[i].Seq
		return l
	}},
	"the end of a chain rewritten": {want: "a04", change: func(l []desk.AuditRecord) []desk.AuditRecord {
		i := at(l, "a04")
		l[i].Detail = "x"
		l[i] = desk.Chain(l[i-1], l[i])
		return l
	}},
	"a record moved to another chain": {want: "(c0", change: func(l []desk.AuditRecord) []desk.AuditRecord {
		l[at(l, "c01")].Chain, l[at(l, "c01")].Seq = l[at(l, "b69")].Chain, 71
		return l
	}},
	"the beginning of a chain removed": {want: "b01", change: func(l []desk.AuditRecord) []desk.AuditRecord {
		return slices.Delete(l, at(l, "b00"), at(l, "b00")+1)
	}},
	"other heads named":               {want: "b00", change: func(l []desk.AuditRecord) []desk.AuditRecord { l[at(l, "b00")].Heads = nil; return l }},
	"a chain that was not sealed":     {want: "b00", sealed: true, change: func(l []desk.AuditRecord) []desk.AuditRecord { l[at(l, "b00")].Sealed = false; return l }},
	"the end of an old chain cut off": {want: "ends with record 4; record 5 was there", change: without("a", 4)},
	"an old chain dropped":            {want: "ends with record 0; record 5 was there", change: without("a", 0)},
	"the end of the last chain cut":   {want: "ends with record 2; record 3 was there", change: without("c", 2), sealed: true},
	"the last chain dropped":          {want: "ends with record 0; record 3 was there", change: without("c", 0), sealed: true},
}

func TestEveryTamperingWithTheAuditIsFound(t *testing.T) {
	for engine, open := range places(t) {
		t.Run(engine, func(t *testing.T) {
			for _, key := range [][]byte{[]byte("key"), nil} {
				p := open(t)
				threeOpenings(t, p, key)
				var whole []desk.AuditRecord
				p.records(t, func(l []desk.AuditRecord) []desk.AuditRecord { whole = slices.Clone(l); return l })
				for name, tampering := range tamperings {
					if key == nil && tampering.sealed {
						continue
					}
					p.records(t, func([]desk.AuditRecord) []desk.AuditRecord { return tampering.change(slices.Clone(whole)) })
					found(t, p, key, name, tampering.want)
				}
				p.records(t, func([]desk.AuditRecord) []desk.AuditRecord { return whole })
				s := p.open()
				s.SealAudit(key)
				verifies(t, s, 78)
			}
		})
	}
}

// found verifies as a later program would.
func found(t *testing.T, p place, key []byte, name, want string) {
	t.Helper()
	s := p.open()
	s.SealAudit(key)
	if _, err := s.VerifyAudit(context.Background()); err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("%s (sealed: %t): got %v, want %q", name, key != nil, err, want)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestABrokenSealIsFoundAndNeverSignedAgain(t *testing.T) {
	key := []byte("key")
	withoutSeal := func(docs []bson.Raw) []bson.Raw { return nil }
	forge := func(seal func(whole string) string) func(docs []bson.Raw) []bson.Raw {
		return func(docs []bson.Raw) []bson.Raw {
			var setting store.Setting
			if err := bson.Unmarshal(docs[0], &setting); err != nil {
				t.Fatal(err)
			}
			raw, err := bson.Marshal(bson.D{{Key: "_id", Value: setting.ID}, {Key: "version", Value: setting.Version},
				{Key: "value", Value: []byte(seal(string(setting.Value)))}, {Key: "outstanding", Value: false}})
			if err != nil {
				t.Fatal(err)
			}
			return []bson.Raw{raw}
		}
	}
	for engine, open := range places(t) {
		for name, c := range map[string]struct {
			change func([]bson.Raw) []bson.Raw
			want   string
		}{
			"removed":   {withoutSeal, "are missing"},
			"shortened": {forge(func(s string) string { return s[:strings.Index(s, "[")] + "[" + s[strings.Index(s, "]"):] }), "were changed"},
			"unsigned":  {forge(func(string) string { return `{"heads":[]}` }), "were changed"},
			"not JSON":  {forge(func(string) string { return "?" }), "were changed"},
		} {
			t.Run(engine+"/"+name, func(t *testing.T) {
				p := open(t)
				threeOpenings(t, p, key)
				p.records(t, without("c", 2))
				p.rewrite("settings", c.change)
				found(t, p, key, "at once", c.want)
				s := p.open()
				s.SealAudit(key)
				appendAudit(t, s, "d", 70)
				if err := s.Close(); err != nil {
					t.Fatal(err)
				}
				found(t, p, key, "after another opening", c.want)
			})
		}
	}
}

func TestTheEndOfAChainIsSealedWhileItGrows(t *testing.T) {
	for engine, open := range places(t) {
		t.Run(engine, func(t *testing.T) {
			p := open(t)
			s := p.open()
			s.SealAudit([]byte("key"))
			appendAudit(t, s, "a", 70)
			verifies(t, s, 70)
			p.records(t, without("a", 60))
			if _, err := s.VerifyAudit(t.Context()); err == nil || !strings.Contains(err.Error(), "ends with record 60") {
				t.Errorf("got %v, want the cut found", err)
			}
		})
	}
}

func TestAKeyThatComesLaterSealsFromThenOn(t *testing.T) {
	for engine, open := range places(t) {
		t.Run(engine, func(t *testing.T) {
			p := open(t)
			threeOpenings(t, p, nil)
			s := p.open()
			s.SealAudit([]byte("key"))
			verifies(t, s, 78)
			appendAudit(t, s, "d", 2)
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			found(t, p, []byte("another"), "another key", "another key")
			p.records(t, without("d", 1))
			found(t, p, []byte("key"), "the end cut off", "ends with record 1; record 2 was there")
		})
	}
}
