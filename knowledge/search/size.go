package search

// Size is how much an index holds.
type Size struct {
	Docs     int
	Passages int // of about passageMean words, at least one a document
	Bytes    int // held in memory
}

// Size measures x. What maps cost is estimated.
func (x *Index) Size() Size {
	s := Size{Docs: x.Len()}
	w, m := x.words, x.model
	for _, shelf := range x.shelves {
		s.Passages += shelf.passages()
		s.Bytes += held(shelf.seq, shelf.segs, shelf.docSeg, shelf.size, shelf.wordOff, shelf.wordPost, shelf.pairOff, shelf.pairPost)
	}
	s.Bytes += held(m.slots, m.after, m.follow, w.count, w.docs, w.plain, w.variantOff, w.variants)
	s.Bytes += 4*(cap(w.rarity)+cap(m.single)) + 3*cap(w.form)
	const mapEntry = 48 // key header, value, share of the table
	for _, key := range w.keys {
		s.Bytes += len(key) + mapEntry
	}
	s.Bytes += len(w.plainIDs) * mapEntry
	return s
}

func (s *shelf) passages() int {
	n := 0
	for doc := range s.size {
		words := (s.segs[s.docSeg[doc+1]] &^ headFlag) - (s.segs[s.docSeg[doc]] &^ headFlag)
		n += max(1, int(words+passageMean-1)/passageMean)
	}
	return n
}

// held is the bytes that slices hold.
func held(slices ...[]uint32) int {
	n := 0
	for _, s := range slices {
		n += 4 * cap(s)
	}
	return n
}
