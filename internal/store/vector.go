package store

import (
	"context"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"math"

	"phatngon/internal/desk"
	"phatngon/knowledge/answer"
)

// vector is what a model made of a passage. It never changes and holds none of
// the passage's words.
type vector struct {
	ID     string `bson:"_id"`    // model/hash
	Values []byte `bson:"values"` // float32, little-endian
}

func vectorID(model string, passage answer.Hash) string {
	return model + "/" + hex.EncodeToString(passage[:])
}

// Vectors returns those of the passages that model was asked for before.
func (s *Store) Vectors(ctx context.Context, model string, passages []answer.Hash) (map[answer.Hash][]float32, error) {
	found := map[answer.Hash][]float32{}
	for _, passage := range passages {
		v, err := vectors.Get(ctx, s.e, vectorID(model, passage))
		if errors.Is(err, desk.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		found[passage] = v.numbers()
	}
	return found, nil
}

// AddVectors keeps what model made of some passages; what is kept already stays
// as it was.
func (s *Store) AddVectors(ctx context.Context, model string, made map[answer.Hash][]float32) error {
	var docs []*vector
	for passage, values := range made {
		v := vector{ID: vectorID(model, passage)}
		for _, x := range values {
			v.Values = binary.LittleEndian.AppendUint32(v.Values, math.Float32bits(x))
		}
		docs = append(docs, &v)
	}
	_, err := vectors.InsertMany(ctx, s.e, docs)
	return err
}

func (v *vector) numbers() []float32 {
	numbers := make([]float32, len(v.Values)/4)
	for i := range numbers {
		numbers[i] = math.Float32frombits(binary.LittleEndian.Uint32(v.Values[4*i:]))
	}
	return numbers
}
