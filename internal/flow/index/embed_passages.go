package index

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"phatngon/internal/llm"
	"phatngon/knowledge/answer"
)

// Around the embedding of passages: one instance does it at a time, under a
// lease that it renews with each batch.
const (
	vectorLease   = "vectors"
	batchWithin   = time.Minute
	leaseFor      = 2 * batchWithin
	batchPause    = 200 * time.Millisecond
	showEvery     = 50              // batches after which search sees what there is
	passagesAgain = 5 * time.Minute // an embargo ends without a change of the knowledge
	firstBackoff  = 5 * time.Second
	mostBackoff   = 10 * time.Minute
)

// errElsewhere says that another instance is at it; the store will have its
// vectors.
var errElsewhere = errors.New("another instance embeds passages")

// KeepVectors gives every public passage its vector, whenever the knowledge
// changed, until ctx ends.
func (x *Index) KeepVectors(ctx context.Context) {
	for failures := 0; ctx.Err() == nil; {
		seen := x.revision.Load()
		err := x.EmbedPassages(ctx)
		if err != nil && ctx.Err() == nil && !errors.Is(err, errElsewhere) {
			x.Log.Warn("embed passages", "error", err)
		}
		if err == nil || rejected(err) {
			failures = 0
			x.awaitKnowledge(ctx, seen)
			continue
		}
		if failures++; errors.Is(err, errElsewhere) {
			failures = 1
		}
		_ = pause(ctx, x.Embeddings.backoff(failures))
	}
}

func (e *Embeddings) backoff(failures int) time.Duration {
	if e.Backoff != nil {
		return e.Backoff(failures)
	}
	return min(firstBackoff<<min(failures-1, 10), mostBackoff)
}

// awaitKnowledge waits until the knowledge is another than seen, or long enough
// to look again anyway.
func (x *Index) awaitKnowledge(ctx context.Context, seen int64) {
	for waited := time.Duration(0); waited < passagesAgain && x.revision.Load() == seen; waited += refreshEvery {
		if pause(ctx, refreshEvery) != nil {
			return
		}
	}
}

// EmbedPassages gives what is public now its vectors: those kept in the store
// and, of the others, those that the server makes. What there is when it fails
// is kept and used.
func (x *Index) EmbedPassages(ctx context.Context) (err error) {
	e := x.Embeddings
	e.filling.Lock()
	defer e.filling.Unlock()
	missing := e.drop(x.Base.PublicPassages(x.Now()))
	if len(missing) == 0 {
		return nil
	}
	defer x.showVectors()
	defer x.releaseVectors(ctx)
	for i, batch := range slices.Collect(slices.Chunk(missing, llm.Batch)) {
		if i%showEvery == showEvery-1 {
			x.showVectors()
		}
		failed := x.fill(ctx, batch)
		if failed != nil && !errors.Is(failed, errElsewhere) && !rejected(failed) {
			return failed
		}
		err = cmp.Or(err, failed)
	}
	return err
}

// drop forgets the vectors of what is not there any more and lists what has
// none.
func (e *Embeddings) drop(passages []answer.EmbeddedPassage) (missing []answer.EmbeddedPassage) {
	held := map[answer.Hash][]float32{}
	for _, p := range passages {
		if v, ok := e.held[p.Hash]; ok {
			held[p.Hash] = v
		} else {
			missing = append(missing, p)
		}
	}
	e.held = held
	return missing
}

func (x *Index) showVectors() {
	x.Base.SetVectors(x.Embeddings.size, maps.Clone(x.Embeddings.held))
}

func (x *Index) releaseVectors(ctx context.Context) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
	defer cancel()
	if err := x.Store.ReleaseLease(ctx, vectorLease, x.Store.Boot()); err != nil {
		x.Log.Warn("release lease", "lease", vectorLease, "error", err)
	}
}

// fill gets the vectors of one batch.
func (x *Index) fill(ctx context.Context, batch []answer.EmbeddedPassage) error {
	batch, err := x.readVectors(ctx, batch)
	if err != nil || len(batch) == 0 {
		return err
	}
	ours, err := x.Store.AcquireLease(ctx, vectorLease, x.Store.Boot(), leaseFor, x.Now())
	if err != nil {
		return fmt.Errorf("acquire lease %s: %w", vectorLease, err)
	}
	if !ours {
		return errElsewhere
	}
	batch, err = x.readVectors(ctx, batch) // what another made before the lease was ours
	if err != nil || len(batch) == 0 {
		return err
	}
	within, cancel := context.WithTimeout(ctx, batchWithin)
	defer cancel()
	if err := x.makeVectors(within, batch); err != nil {
		return err
	}
	return pause(ctx, cmp.Or(x.Embeddings.Pause, batchPause))
}

// readVectors takes what the store has and returns the rest.
func (x *Index) readVectors(ctx context.Context, batch []answer.EmbeddedPassage) ([]answer.EmbeddedPassage, error) {
	hashes := make([]answer.Hash, len(batch))
	for i, p := range batch {
		hashes[i] = p.Hash
	}
	kept, err := x.Store.Vectors(ctx, x.Embeddings.Client.EmbeddingModel(), hashes)
	if err != nil {
		return nil, fmt.Errorf("read vectors: %w", err)
	}
	x.Embeddings.hold(kept)
	return slices.DeleteFunc(slices.Clone(batch), func(p answer.EmbeddedPassage) bool { return kept[p.Hash] != nil }), nil
}

// makeVectors has the server make vectors and keeps them. Of a batch that the
// server will not take it finds those that it takes.
func (x *Index) makeVectors(ctx context.Context, batch []answer.EmbeddedPassage) error {
	e := x.Embeddings
	texts := make([]string, len(batch))
	for i, p := range batch {
		texts[i] = p.Text
	}
	vectors, err := e.Client.Embed(ctx, texts)
	if rejected(err) && len(batch) > 1 {
		half := len(batch) / 2
		return errors.Join(x.makeVectors(ctx, batch[:half]), x.makeVectors(ctx, batch[half:]))
	}
	if err != nil {
		return err
	}
	if got := len(vectors[0]); e.size != 0 && got != e.size {
		return fmt.Errorf("%w (%d, not %d)", errVectorSize, got, e.size)
	}
	made := map[answer.Hash][]float32{}
	for i, p := range batch {
		made[p.Hash] = vectors[i]
	}
	if err := x.Store.AddVectors(ctx, e.Client.EmbeddingModel(), made); err != nil {
		return fmt.Errorf("keep vectors: %w", err)
	}
	e.hold(made)
	return nil
}

func (e *Embeddings) hold(vectors map[answer.Hash][]float32) {
	for hash, v := range vectors {
		e.size = cmp.Or(e.size, len(v))
		e.held[hash] = v
	}
}

// rejected reports whether the server will never take these texts.
func rejected(err error) bool {
	var refused *llm.StatusError
	return errors.As(err, &refused) && refused.Rejected()
}

// pause lets d pass, unless ctx ends first.
func pause(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}
