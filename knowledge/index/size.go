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
	for doc := range x.Len() {
		words := (x.segs[x.docSeg[doc+1]] &^ headFlag) - (x.segs[x.docSeg[doc]] &^ headFlag)
		s.Passages += max(1, int(words+passageMean-1)/passageMean)
	}
	for _, slice := range [][]uint32{
		x.seq, x.segs, x.docSeg, x.size, x.wordOff, x.wordPost, x.pairOff, x.pairPost, x.model.slots, x.model.after,
		x.model.follow, x.words.count, x.words.docs, x.words.plain, x.words.plainDocs, x.words.variantOff, x.words.variants,
	} {
		s.Bytes += 4 * cap(slice)
	}
	s.Bytes += 4 * (cap(x.norm) + cap(x.words.rarity))
	const mapEntry = 48 // key header, value, share of the table
	for _, key := range x.words.keys {
		s.Bytes += len(key) + mapEntry
	}
	s.Bytes += len(x.words.plainIDs) * mapEntry
	return s
}
