package search

import (
	"testing"

	"phatngon/knowledge/search/spelling"
)

// added is an index of many documents that two lots of more were added to, and
// one of them all built at once.
func added(t *testing.T) (grown, built *Index) {
	t.Helper()
	many := manyDocs(spelling.BackgroundDocs + 200)
	grown = Build(many)
	for _, lot := range [][]Doc{texts[:1], texts[1:]} {
		more, ok := grown.Add(lot)
		if !ok {
			t.Fatal("there was no room for a few more documents")
		}
		grown = more
	}
	return grown, Build(append(many, texts...))
}

func TestAddedDocumentsAreFoundAsIfAllWereBuiltAtOnce(t *testing.T) {
	grown, built := added(t)
	for _, question := range []string{
		"khi nào sửa xong cầu Hàm Rồng", "cau ham rong bn tien", "215 ca mắc sot xuat huyet", "doi gplx o dau", "giai phong mat bang so 1111",
	} {
		want, got := built.Search(built.Read(question), nil), grown.Search(grown.Read(question), nil)
		if a, b := built.Read(question).Words(), grown.Read(question).Words(); a != b {
			t.Errorf("%q is read as %q, want %q", question, b, a)
		}
		if len(got.Matches) == 0 || got.Matches[0].Doc != want.Matches[0].Doc {
			t.Errorf("%q: %v, want %v", question, got.Matches, want.Matches[0])
		} else if far := got.Matches[0].Confidence - want.Matches[0].Confidence; far > 0.05 || far < -0.05 {
			t.Errorf("%q: as sure as %.3f, want %.3f", question, got.Matches[0].Confidence, want.Matches[0].Confidence)
		}
	}
	if a, b := grown.Size(), built.Size(); a.Docs != b.Docs || a.Passages != b.Passages {
		t.Errorf("%+v, want %+v", a, b)
	}
}

func TestAnIndexThatWasAddedToServesOnAsItWas(t *testing.T) {
	x := Build(manyDocs(spelling.BackgroundDocs))
	before := x.Search(x.Read("cau ham rong"), nil)
	if _, ok := x.Add(texts); !ok {
		t.Fatal("there was no room")
	}
	after := x.Search(x.Read("cau ham rong"), nil)
	if len(after.Matches) != len(before.Matches) || x.Len() != spelling.BackgroundDocs {
		t.Errorf("%d results of %d documents, before %d", len(after.Matches), x.Len(), len(before.Matches))
	}
}

func TestAddRefusesWhatIsBetterBuiltAnew(t *testing.T) {
	if _, ok := Build(texts).Add(texts); ok {
		t.Error("a few documents were added to a few")
	}
	if _, ok := Build(manyDocs(spelling.BackgroundDocs)).Add(manyDocs(spelling.BackgroundDocs)); ok {
		t.Error("as many were added as there were")
	}
}

func BenchmarkAddTo100000(b *testing.B) {
	x := Build(manyDocs(100000))
	for b.Loop() {
		if _, ok := x.Add(texts); !ok {
			b.Fatal("there was no room")
		}
	}
}
