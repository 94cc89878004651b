package store_test

import (
	"strings"
	"testing"

	"go.mongodb.org/mongo-driver/v2/bson"

	"phatngon/internal/store"
)

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
