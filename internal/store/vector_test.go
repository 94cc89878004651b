package store_test

import (
	"crypto/sha256"
	"math"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
	"phatngon/knowledge/answer"
)

func TestVectorsAreKeptByModelAndPassage(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		a, b, none := sha256.Sum256([]byte("a")), sha256.Sum256([]byte("b")), sha256.Sum256([]byte("none"))
		made := map[answer.Hash][]float32{a: {1, -0.5, math.SmallestNonzeroFloat32}, b: {math.MaxFloat32, 0, 3}}
		if err := s.AddVectors(t.Context(), "BAAI/bge-m3", made); err != nil {
			t.Fatal(err)
		}
		if err := s.AddVectors(t.Context(), "other", map[answer.Hash][]float32{a: {7}}); err != nil {
			t.Fatal(err)
		}
		got, err := s.Vectors(t.Context(), "BAAI/bge-m3", []answer.Hash{a, none, b})
		if diff := cmp.Diff(made, got); err != nil || diff != "" {
			t.Errorf("%v, -added +read\n%s", err, diff)
		}
		got, err = s.Vectors(t.Context(), "other", []answer.Hash{a, b})
		if diff := cmp.Diff(map[answer.Hash][]float32{a: {7}}, got); err != nil || diff != "" {
			t.Errorf("of another model: %v, -added +read\n%s", err, diff)
		}
	})
}

func TestAVectorIsKeptOnceHoweverManyAddIt(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		made := map[answer.Hash][]float32{}
		var all []answer.Hash
		for i := range 40 {
			all = append(all, sha256.Sum256([]byte(strconv.Itoa(i))))
			made[all[i]] = []float32{float32(i), 1}
		}
		race(4, func(int) {
			if err := s.AddVectors(t.Context(), "m", made); err != nil {
				t.Error(err)
			}
		})
		later := map[answer.Hash][]float32{all[0]: {9, 9}}
		if err := s.AddVectors(t.Context(), "m", later); err != nil {
			t.Fatal(err)
		}
		got, err := s.Vectors(t.Context(), "m", all)
		if diff := cmp.Diff(made, got); err != nil || diff != "" {
			t.Errorf("%v, -added first +read\n%s", err, diff)
		}
	})
}
