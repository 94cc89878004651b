package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// row is all files of a kind.
type row struct {
	kind                                    string
	hard                                    bool
	files, exact, letters, refused, changed int
	silent                                  int
	wrong                                   [3]int // letters: ours, pdftotext, PDFium
}

type table struct {
	rows  []row
	notes []string // of files that are not read letter by letter
}

func (t *table) add(m measured) {
	r := t.row(m.file)
	r.files++
	r.letters += m.letters
	r.changed += words(m.changed)
	r.silent += words(m.silent)
	for who, n := range m.wrong {
		r.wrong[who] += n
	}
	switch {
	case m.refused != "":
		r.refused++
		t.notes = append(t.notes, m.path+": refused: "+m.refused)
	case m.wrong[0] == 0:
		r.exact++
	default:
		t.notes = append(t.notes, fmt.Sprintf("%s: changed %v, of which unsaid %v", m.path, m.changed, m.silent))
	}
}

func (t *table) row(f file) *row {
	for i := range t.rows {
		if r := &t.rows[i]; r.kind == f.kind && r.hard == f.hard {
			return r
		}
	}
	t.rows = append(t.rows, row{kind: f.kind, hard: f.hard})
	return &t.rows[len(t.rows)-1]
}

// total is the sum of the ordinary or of the hard kinds.
func (t *table) total(hard bool) row {
	sum := row{kind: "all", hard: hard}
	for _, r := range t.rows {
		if r.hard != hard {
			continue
		}
		sum.files, sum.exact, sum.letters, sum.refused = sum.files+r.files, sum.exact+r.exact, sum.letters+r.letters, sum.refused+r.refused
		sum.changed, sum.silent = sum.changed+r.changed, sum.silent+r.silent
		for who, n := range r.wrong {
			sum.wrong[who] += n
		}
	}
	return sum
}

func (t *table) print(w io.Writer) {
	for _, n := range t.notes {
		fmt.Fprintln(w, shortened(n))
	}
	for _, hard := range []bool{false, true} {
		fmt.Fprintf(w, "\n%s\n", map[bool]string{false: "Ordinary", true: "Hard"}[hard])
		out := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
		fmt.Fprintln(out, "kind\tfiles\texact\trefused\tours\tpdftotext\tPDFium\twords changed\tsilently\t")
		for _, r := range append(t.rows[:len(t.rows):len(t.rows)], t.total(hard)) {
			if r.hard == hard {
				r.print(out)
			}
		}
		_ = out.Flush()
	}
}

func (r row) print(w io.Writer) {
	fmt.Fprintf(w, "%s\t%d\t%d\t%d\t", r.kind, r.files, r.exact, r.refused)
	for who := range r.wrong {
		fmt.Fprintf(w, "%.2f %%\t", 100*r.share(who))
	}
	fmt.Fprintf(w, "%d\t%d\t\n", r.changed, r.silent)
}

func (r row) share(who int) float64 { return float64(r.wrong[who]) / float64(max(r.letters, 1)) }

// shortened is a note of a length that people read.
func shortened(text string) string {
	const most = 300
	if letters := []rune(text); len(letters) > most {
		return string(letters[:most]) + "…"
	}
	return text
}

// broken is which bounds a run did not keep.
func (t *table) broken() error {
	ordinary, hard := t.total(false), t.total(true)
	var what []string
	if n := ordinary.files + hard.files; n < fewest {
		what = append(what, fmt.Sprintf("%d files, want %d", n, fewest))
	}
	if share := ordinary.share(0); share > maxError {
		what = append(what, fmt.Sprintf("character error %.2f %% on ordinary files, want %.2f %%", 100*share, 100*maxError))
	}
	if ordinary.silent+hard.silent > maxSilent {
		what = append(what, fmt.Sprintf("%d words changed silently, want %d", ordinary.silent+hard.silent, maxSilent))
	}
	if what == nil {
		return nil
	}
	return fmt.Errorf("bounds broken: %s", strings.Join(what, "; "))
}
