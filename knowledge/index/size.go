package index

// Size is how much an index holds.
type Size struct {
	Docs     int
	Passages int // of about passageMean words, at least one a document
	Bytes    int // held in memory
}

// Size measures x. What maps cost is estimated.
func (x *Index) Size() Size {
	s := Size{Docs: x.Len()}
	shelf, w, m := x.shelf, x.words, x.model
	for doc := range x.Len() {
		words := (shelf.segs[shelf.docSeg[doc+1]] &^ headFlag) - (shelf.segs[shelf.docSeg[doc]] &^ headFlag)
		s.Passages += max(1, int(words+passageMean-1)/passageMean)
	}
	for _, slice := range [][]uint32{
		shelf.seq, shelf.segs, shelf.docSeg, shelf.size, shelf.wordOff, shelf.wordPost, shelf.pairOff, shelf.pairPost,
		m.slots, m.after, m.follow, w.count, w.docs, w.plain, w.plainDocs, w.variantOff, w.variants,
	} {
		s.Bytes += 4 * cap(slice)
	}
	s.Bytes += 4*(cap(w.rarity)+cap(m.single)) + 3*cap(w.form)
	const mapEntry = 48 // key header, value, share of the table
	for _, key := range w.keys {
		s.Bytes += len(key) + mapEntry
	}
	s.Bytes += len(w.plainIDs) * mapEntry
	return s
}
