package engine

import (
	"bytes"
	"reflect"
	"slices"

	"go.mongodb.org/mongo-driver/v2/bson"
)

// Values are the index's fields as raw has them.
func (x Index) Values(raw bson.Raw) []any {
	values := make([]any, len(x.Fields))
	for i, field := range x.Fields {
		values[i] = FieldValue(raw, field)
	}
	return values
}

// FieldValue is an indexed field as a query takes it; nil when raw lacks it.
func FieldValue(raw bson.Raw, field string) any {
	v := raw.Lookup(field)
	switch v.Type {
	case bson.TypeString:
		return v.StringValue()
	case bson.TypeInt64:
		return v.Int64()
	case bson.TypeBoolean:
		return v.Boolean()
	case bson.TypeDateTime:
		return v.Time()
	}
	return nil
}

// registry writes every Go int as an int64, so that a field has one type.
var registry = func() *bson.Registry {
	r := bson.NewRegistry()
	r.RegisterKindEncoder(reflect.Int, bson.ValueEncoderFunc(
		func(_ bson.EncodeContext, w bson.ValueWriter, v reflect.Value) error { return w.WriteInt64(v.Int()) }))
	return r
}()

// Encode is doc as it is stored.
func Encode(doc any) (bson.Raw, error) {
	var b bytes.Buffer
	e := bson.NewEncoder(bson.NewDocumentWriter(&b))
	e.SetRegistry(registry)
	err := e.Encode(doc)
	return b.Bytes(), err
}

// With is raw with these fields in place of those of the same name.
func With(raw bson.Raw, fields bson.D) (bson.Raw, error) {
	elements, err := raw.Elements()
	if err != nil {
		return nil, err
	}
	var doc bson.D
	for _, e := range elements {
		same := func(f bson.E) bool { return f.Key == e.Key() }
		if !slices.ContainsFunc(fields, same) {
			doc = append(doc, bson.E{Key: e.Key(), Value: e.Value()})
		}
	}
	return Encode(append(doc, fields...))
}
