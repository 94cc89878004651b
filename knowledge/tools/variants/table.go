package main

import (
	"fmt"
	"io"
	"text/tabwriter"
)

type row struct {
	kind                   string
	hard                   bool
	files, exact, letters  int
	refused, silent, words int
	wrong                  [3]int
}

type table struct {
	rows  []row
	notes []string
}

func (t *table) add(m measured) {
	i := 0
	for i < len(t.rows) && (t.rows[i].kind != m.kind || t.rows[i].hard != m.hard) {
		i++
	}
	if i == len(t.rows) {
		t.rows = append(t.rows, row{kind: m.kind, hard: m.hard})
	}
	r := &t.rows[i]
	r.files++
	r.letters += m.letters
	for who, n := range m.wrong {
		r.wrong[who] += n
	}
	if m.wrong[0] == 0 {
		r.exact++
	} else {
		t.notes = append(t.notes, fmt.Sprintf("%s %s: %v unsaid %v", m.path, m.refused, m.changed, m.silent))
	}
	if m.refused != "" {
		r.refused++
	}
	r.words += words(m.changed)
	r.silent += words(m.silent)
}

func (t *table) print(w io.Writer) {
	for _, n := range t.notes {
		fmt.Fprintln(w, n)
	}
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(out, "kind\t\tfiles\texact\trefused\tours\tpdftotext\tPDFium\tchanged\tsilent")
	for _, r := range t.rows {
		fmt.Fprintf(out, "%s\t%v\t%d\t%d\t%d", r.kind, r.hard, r.files, r.exact, r.refused)
		for _, n := range r.wrong {
			fmt.Fprintf(out, "\t%.2f %%", 100*float64(n)/float64(r.letters))
		}
		fmt.Fprintf(out, "\t%d\t%d\n", r.words, r.silent)
	}
	_ = out.Flush()
}

func (t *table) broken() error { return nil }
