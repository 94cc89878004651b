package text

// Span is the bytes [Start, End) of a text.
type Span struct{ Start, End int }

// Shared says which words of a and b stand in both, in pairs: what to mark when
// somebody looks at both. Spans ascend and do not touch.
func Shared(a, b string) (inA, inB []Span) {
	inTextA, inTextB := pairs(a), pairs(b)
	return marked(inTextA, inTextB), marked(inTextB, inTextA)
}

func marked(all, others []pair) []Span {
	known := map[string]bool{}
	for _, p := range others {
		known[p.folded] = true
	}
	var spans []Span
	for _, p := range all {
		last := len(spans) - 1
		switch {
		case !known[p.folded]:
		case last >= 0 && spans[last].End > p.start:
			spans[last].End = p.end
		default:
			spans = append(spans, Span{p.start, p.end})
		}
	}
	return spans
}
