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
	for _, shelf := range x.shelves {
		s.Passages += shelf.passages()
		s.Bytes += held(shelf.seq, shelf.segs, shelf.docSeg, shelf.size, shelf.wordOff, shelf.wordPost, shelf.pairOff, shelf.pairPost)
	}
	s.Bytes += x.speller.Bytes() + held(x.docCount) + 4*cap(x.rarities)
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
