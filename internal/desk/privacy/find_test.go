package privacy_test

import (
	"bufio"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"phatngon/internal/desk/privacy"
)

// labelled is a case of testdata: a text and what is to be found in it.
type labelled struct {
	text string
	want []privacy.Finding
}

func cases(t *testing.T, file string) []labelled {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []labelled
	for s := bufio.NewScanner(f); s.Scan(); {
		if line := s.Text(); line != "" && !strings.HasPrefix(line, "#") {
			all = append(all, unmark(t, line))
		}
	}
	return all
}

// unmark takes {kind|text} out of a line.
func unmark(t *testing.T, line string) labelled {
	t.Helper()
	var c labelled
	var open []int
	for line != "" {
		switch i := strings.IndexAny(line, "{}"); {
		case i < 0:
			c.text, line = c.text+line, ""
		case line[i] == '{':
			kind, rest, ok := strings.Cut(line[i+1:], "|")
			if !ok {
				t.Fatalf("no | after { in %q", line)
			}
			c.text += line[:i]
			open = append(open, len(c.want))
			c.want = append(c.want, privacy.Finding{Kind: privacy.Kind(kind), Start: len(c.text)})
			line = rest
		default:
			c.text += line[:i]
			f := &c.want[open[len(open)-1]]
			f.End = len(c.text)
			f.Text, open, line = c.text[f.Start:f.End], open[:len(open)-1], line[i+1:]
		}
	}
	return c
}

// among reports whether all has f: of its kind, and most of either is in the other.
func among(f privacy.Finding, all []privacy.Finding) bool {
	for _, g := range all {
		both := min(f.End, g.End) - max(f.Start, g.Start)
		if g.Kind == f.Kind && both*2 > max(f.End-f.Start, g.End-g.Start) {
			return true
		}
	}
	return false
}

// figures counts what should be found and is, and what is found and should be.
func figures(t *testing.T, all []labelled) (recall, precision float64) {
	t.Helper()
	var wanted, met, found, right float64
	for _, c := range all {
		got := privacy.Find(c.text)
		for _, f := range c.want {
			if f.Kind == privacy.Maybe {
				continue
			}
			wanted++
			if among(f, got) {
				met++
			} else {
				t.Logf("missed %s %q in %q: %+v", f.Kind, f.Text, c.text, got)
			}
		}
		for _, f := range got {
			if f.Kind == privacy.Maybe {
				continue
			}
			found++
			if among(f, c.want) {
				right++
			} else {
				t.Logf("wrongly %s %q in %q", f.Kind, f.Text, c.text)
			}
		}
	}
	return met / wanted, right / found
}

func TestWhatIsPersonalIsFoundAndLittleElse(t *testing.T) {
	for file, most := range map[string]int{"testdata/labelled.txt": 180, "testdata/heldout.txt": 70} {
		t.Run(file, func(t *testing.T) {
			all := cases(t, file)
			recall, precision := figures(t, all)
			t.Logf("%d cases: recall %.3f, precision %.3f", len(all), recall, precision)
			if len(all) < most || recall < .95 || precision < .9 {
				t.Errorf("%d cases: recall %.3f, precision %.3f; want %d, .95, .9", len(all), recall, precision, most)
			}
		})
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"", "Tôi là Nguyễn Thị Hoa, 0912 345 678", "ba\u0300 Nguye\u0302\u0303n Thi\u0323 X", "0\u200b912345678", "\xff\xfe0912345678", "０９１２３４５６７８", "…tôi bị ung thư…"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, found := range privacy.Find(text) {
			if found.Start < last || found.End <= found.Start || found.End > len(text) || text[found.Start:found.End] != found.Text {
				t.Fatalf("%+v in %q", found, text)
			}
			if utf8.ValidString(text) && !utf8.ValidString(found.Text) {
				t.Fatalf("%+v cuts a letter of %q", found, text)
			}
			last = found.Start
		}
	})
}

// The time for ten times the text is ten times the time: compare the two.
func BenchmarkFind(b *testing.B) {
	unit := "Tôi là Nguyễn Thị Hoa, số nhà 12 đường Lê Lợi, sđt 0912 345 678, xe 36A-123.45, mẹ tôi bị ung thư. toi la le van an o thon 5 "
	for name, size := range map[string]int{"10KB": 10 << 10, "100KB": 100 << 10} {
		for kind, piece := range map[string]string{"personal": unit, "digits": "0", "capitals": "Ông ", "one word": "A", "spaced digits": "9 "} {
			text := strings.Repeat(piece, size/len(piece))
			b.Run(kind+"/"+name, func(b *testing.B) {
				for b.Loop() {
					privacy.Find(text)
				}
			})
		}
	}
}
