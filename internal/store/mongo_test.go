package store_test

import (
	"testing"

	"phatngon/internal/store/storetest"
	"phatngon/knowledge/statement"
)

func TestADatabaseOpensAgainWithWhatItHolds(t *testing.T) {
	database := storetest.NewDatabase(t)
	if err := database.Open(t).InsertStatement(t.Context(), &statement.Statement{Code: "PN-1", Title: "một"}); err != nil {
		t.Fatal(err)
	}
	if s, err := database.Open(t).Statement(t.Context(), "PN-1"); err != nil || s.Title != "một" {
		t.Errorf("read %q, %v; want what was written before", s.Title, err)
	}
}
