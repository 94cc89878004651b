package casefile

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"phatngon/internal/desk"
	"phatngon/internal/desk/cases"
	"phatngon/internal/store/engine"
	"phatngon/internal/store/table"
)

// chunkSize is how many bytes of a picture stand in one document.
const chunkSize = 1 << 20

// KeepEvidence keeps a picture as it was received, its bytes first: no evidence ever names
// bytes that are not there. The same id again is kept once.
func (s *Files) KeepEvidence(ctx context.Context, e *cases.Evidence, data []byte) error {
	if len(data) > 0 {
		e.SHA256, e.Size = sum(data), len(data)
	}
	if err := s.keepBytes(ctx, e.SHA256, data); err != nil {
		return err
	}
	err := evidenceTable.Save(ctx, s.e, e)
	if errors.Is(err, desk.ErrConflict) {
		return nil
	}
	if err != nil {
		return err
	}
	return s.keepBytes(ctx, e.SHA256, data) // where the same bytes were removed meanwhile
}

func (s *Files) keepBytes(ctx context.Context, sum string, data []byte) error {
	n := 0
	for part := range slices.Chunk(data, chunkSize) {
		if _, err := chunks.InsertMany(ctx, s.e, []*chunk{{ID: chunkID(sum, n), Data: part}}); err != nil {
			return err
		}
		n++
	}
	return nil
}

// Evidence returns what is known of a picture.
func (s *Files) Evidence(ctx context.Context, id string) (cases.Evidence, error) {
	return evidenceTable.Get(ctx, s.e, id)
}

// ErrAltered says that bytes are not those that were received.
var ErrAltered = errors.New("store: the evidence was altered")

// EvidenceBytes returns a picture as it was received, or ErrAltered.
func (s *Files) EvidenceBytes(ctx context.Context, e cases.Evidence) ([]byte, error) {
	data := make([]byte, 0, e.Size)
	for n := 0; len(data) < e.Size; n++ {
		part, err := chunks.Get(ctx, s.e, chunkID(e.SHA256, n))
		if err != nil {
			return nil, fmt.Errorf("read evidence: %w", err)
		}
		data = append(data, part.Data...)
	}
	if sum(data) != e.SHA256 {
		return nil, ErrAltered
	}
	return data, nil
}

// ClaimTrace has a trace lead to its case, and returns the case that it leads to: another,
// when a report with the same trace came before.
func (s *Files) ClaimTrace(ctx context.Context, t cases.Trace) (string, error) {
	taken, err := traces.InsertMany(ctx, s.e, []*cases.Trace{&t})
	if err != nil || !taken[0] {
		return t.Case, err
	}
	there, err := traces.Get(ctx, s.e, t.ID)
	return there.Case, err
}

// Trace returns the trace with this id.
func (s *Files) Trace(ctx context.Context, id string) (cases.Trace, error) {
	return traces.Get(ctx, s.e, id)
}

// Traces lists the newest traces of a kind.
func (s *Files) Traces(ctx context.Context, kind cases.TraceKind, limit int) ([]cases.Trace, error) {
	return traces.Find(ctx, s.e, engine.Query{Index: "kind_at", Equal: []any{string(kind)}, Desc: true, Limit: limit})
}

func chunkID(sum string, n int) string { return sum + "/" + strconv.Itoa(n) }

func sum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// chunk is a piece of a picture; the same picture twice is kept once.
type chunk struct {
	ID   string `bson:"_id"`
	Data []byte `bson:"data"`
}

var chunks = table.Table[chunk]{
	Collection: engine.Collection{Name: "chunks"},
	Key:        func(c *chunk) (string, *int64) { return c.ID, nil },
}

var evidenceTable = table.Table[cases.Evidence]{
	Collection: engine.Collection{Name: "evidence", Indexes: []engine.Index{{Name: "sha256_received", Fields: []string{"sha256", "received_at"}}}},
	Key:        func(e *cases.Evidence) (string, *int64) { return e.ID, &e.Version },
}

var traces = table.Table[cases.Trace]{
	Collection: engine.Collection{Name: "traces", Indexes: []engine.Index{{Name: "kind_at", Fields: []string{"kind", "at"}}}},
	Key:        func(t *cases.Trace) (string, *int64) { return t.ID, &t.Version },
}
