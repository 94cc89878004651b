package importer

import (
	"archive/zip"
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"phatngon/knowledge/importer/letter"
)

var update = flag.Bool("update", false, "write the golden files")

// office knows the units of the papers below.
var office = letter.Options{
	Unit: func(text string) (string, bool) {
		code, ok := map[string]string{
			"SỞ Y TẾ": "TH-YT", "SỞ XÂY DỰNG": "TH-XD", "ỦY BAN NHÂN DÂN XÃ TRUNG SƠN": "14875", "UBND TỈNH THANH HÓA": "TH-UBND",
			"ỦY BAN NHÂN DÂN TỈNH THANH HÓA": "TH-UBND", "VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH THANH HÓA": "TH-VPUB", "Sở Y tế": "TH-YT", "Công ty Điện lực Thanh Hóa": "TH-PC", "CÔNG TY ĐIỆN LỰC THANH HÓA": "TH-PC",
		}[text]
		return code, ok
	},
	KnownUnit: func(code string) bool { return strings.HasPrefix(code, "TH-") || code == "14875" },
}

// paperOf is a file of testdata/papers; a folder is a zipped document.
func paperOf(tb testing.TB, name string) []byte {
	tb.Helper()
	dir := filepath.Join("testdata", "papers", name)
	info, err := os.Stat(dir)
	if err != nil {
		tb.Fatal(err)
	}
	if !info.IsDir() {
		data, err := os.ReadFile(dir)
		if err != nil {
			tb.Fatal(err)
		}
		return data
	}
	parts := map[string][]byte{}
	err = fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		parts[name], err = os.ReadFile(filepath.Join(dir, name))
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return zipped(tb, parts)
}

func zipped(tb testing.TB, parts map[string][]byte) []byte {
	tb.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		data := parts[name]
		w, err := z.Create(name)
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := w.Write(data); err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

func TestPapersAreReadAsTheyStand(t *testing.T) {
	papers, err := os.ReadDir("testdata/papers")
	if err != nil {
		t.Fatal(err)
	}
	for _, paper := range papers {
		t.Run(paper.Name(), func(t *testing.T) {
			drafts, err := Read(paper.Name(), paperOf(t, paper.Name()), office)
			if err != nil {
				t.Fatal(err)
			}
			compareGolden(t, paper.Name(), written(drafts))
		})
	}
}

func compareGolden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", "golden", name+".txt")
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// written is drafts as a person reads them.
func written(drafts []letter.Draft) string {
	var b strings.Builder
	for i, d := range drafts {
		fmt.Fprintf(&b, "=== %d\n", i+1)
		for _, f := range d.Found {
			fmt.Fprintf(&b, "%s = %s (%s)\n", f.Field, f.Value, f.Where)
		}
		for _, p := range d.Problems {
			fmt.Fprintf(&b, "! %s: %s\n", p.Field, p)
		}
		fmt.Fprintf(&b, "issued %s\n---\n%s\n", d.Statement.IssuedAt.Format("2006-01-02T15:04:05-07:00"), d.Statement.Body)
	}
	return b.String()
}
