package engine

import (
	"fmt"
	"slices"
)

// Collection is a named set of documents with its declared indexes.
type Collection struct {
	Name    string
	Indexes []Index
	Retired []string // indexes that were declared once
	Carries bool     // its documents carry effects
	Words   string   // the field of a document's words, by which Search finds it; "" = none
}

// Carrier is a collection whose documents carry effects.
func Carrier(name string, indexes []Index) Collection {
	return Collection{Name: name, Carries: true, Indexes: CarrierIndexes(indexes)}
}

// CarrierIndexes are indexes and the one by which a carrier's effects are found.
func CarrierIndexes(indexes []Index) []Index {
	return append(indexes, Index{Name: "outstanding", Fields: []string{"outstanding"}})
}

// Index is an ordered list of fields; _id always follows as the last. The name
// of a unique one says what is wrong when its key is taken.
type Index struct {
	Name   string
	Fields []string
	Unique bool
}

// Index finds a declared index; to read by another one is a mistake of the
// programmer.
func (c *Collection) Index(name string) Index {
	x, ok := c.declared(name)
	if !ok {
		panic("engine: " + c.Name + " declares no index " + name)
	}
	return x
}

func (c *Collection) declared(name string) (Index, bool) { return named(c.Indexes, name) }

func named(indexes []Index, name string) (Index, bool) {
	i := slices.IndexFunc(indexes, func(x Index) bool { return x.Name == name })
	if i < 0 {
		return Index{}, false
	}
	return indexes[i], true
}

// Order is the field that orders a query which binds the first bound fields: the
// last one, or _id when all are bound. An index cannot give any other order
// without sorting; to ask for one is a mistake of the programmer.
func (x Index) Order(bound int) string {
	switch bound {
	case len(x.Fields):
		return "_id"
	case len(x.Fields) - 1:
		return x.Fields[bound]
	}
	panic(fmt.Sprintf("engine: %d values for the index %s", bound, x.Name))
}

// sort is the whole order of such a query: a unique key needs no _id to break
// ties.
func (x Index) sort(bound int) []string {
	order := x.Order(bound)
	if x.Unique || order == "_id" {
		return []string{order}
	}
	return []string{order, "_id"}
}
