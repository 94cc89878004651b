// Command variants measures how well PDFs of one text made with many tools are
// read: by knowledge/importer, pdftotext and PDFium in one run. build.py makes
// the files; README.md says what is counted.
package main

import (
	"fmt"
	"io"
	"os"
)

// The bounds that a run must keep.
const (
	maxError  = 0.003 // of ordinary files: letters that are wrong, of all
	maxSilent = 0     // words that are lost, altered or added and nothing beside the draft says so
	fewest    = 100   // files
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: variants DIR, which build.py made")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "variants:", err)
		os.Exit(1)
	}
}

func run(dir string, w io.Writer) error {
	files, err := listed(dir)
	if err != nil {
		return err
	}
	t := table{}
	for _, f := range files {
		m, err := f.measure()
		if err != nil {
			return err
		}
		t.add(m)
	}
	t.print(w)
	return t.broken()
}
