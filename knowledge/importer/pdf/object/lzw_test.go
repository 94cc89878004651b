package object

import (
	"bytes"
	"compress/lzw"
	"fmt"
	"testing"
)

func TestLongLZWIsUndone(t *testing.T) {
	var long, packed bytes.Buffer
	for i := range 20000 {
		fmt.Fprintf(&long, "%d ", i*i)
	}
	w := lzw.NewWriter(&packed, lzw.MSB, 8)
	if _, err := w.Write(long.Bytes()); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	got, ok := unlzw(packed.Bytes(), 0, 1<<20)
	if !ok || !bytes.Equal(got, long.Bytes()) {
		t.Errorf("%d bytes of %d, %v", len(got), long.Len(), ok)
	}
	if _, ok := unlzw(packed.Bytes()[:packed.Len()/2], 0, 1<<20); ok {
		t.Error("a stream that breaks off is whole")
	}
}
