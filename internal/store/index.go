package store

import (
	"fmt"
	"slices"
)

// collection is a named set of documents with its declared indexes.
type collection struct {
	name    string
	indexes []index
	retired []string // indexes that were declared once
	carries bool     // its documents carry effects
}

// carrier is a collection whose documents carry effects.
func carrier(name string, indexes []index) collection {
	return collection{name: name, carries: true, indexes: append(indexes, index{name: "outstanding", fields: []string{"outstanding"}})}
}

// index is an ordered list of fields; _id always follows as the last. The name
// of a unique one says what is wrong when its key is taken.
type index struct {
	name   string
	fields []string
	unique bool
}

// index finds a declared index; to read by another one is a mistake of the
// programmer.
func (c *collection) index(name string) index {
	x, ok := c.declared(name)
	if !ok {
		panic("store: " + c.name + " declares no index " + name)
	}
	return x
}

func (c *collection) declared(name string) (index, bool) {
	i := slices.IndexFunc(c.indexes, func(x index) bool { return x.name == name })
	if i < 0 {
		return index{}, false
	}
	return c.indexes[i], true
}

// order is the field that orders a query which binds the first bound fields: the
// last one, or _id when all are bound. An index cannot give any other order
// without sorting; to ask for one is a mistake of the programmer.
func (x index) order(bound int) string {
	switch bound {
	case len(x.fields):
		return "_id"
	case len(x.fields) - 1:
		return x.fields[bound]
	}
	panic(fmt.Sprintf("store: %d values for the index %s", bound, x.name))
}

// sort is the whole order of such a query: a unique key needs no _id to break
// ties.
func (x index) sort(bound int) []string {
	order := x.order(bound)
	if x.unique || order == "_id" {
		return []string{order}
	}
	return []string{order, "_id"}
}
