package importer

import ("testing";"os";"fmt";"phatngon/knowledge/importer/pdf")

func TestShow(t *testing.T) {
	name := os.Getenv("SHOW")
	if name == "" { return }
	data, _ := os.ReadFile(name)
	f, err := pdf.Read(data)
	fmt.Println(err)
	for i, p := range f.Pages {
		q := newPDFPage(p, i+1)
		for _, l := range q.lines {
			for _, s := range l.segments { fmt.Printf("[%.0f-%.0f] %q  ", s.left, s.right, s.text) }
			fmt.Printf(" y=%.1f size=%.1f\n", l.y, l.size)
		}
	}
	ds, err := Read("x.pdf", data, office)
	fmt.Println(err)
	for _, d := range ds {
		for _, f := range d.Found { fmt.Println(f) }
		fmt.Println(d.Statement.Body)
		for _, p := range d.Problems { fmt.Println("!", p.Field, p.Text) }
	}
}
