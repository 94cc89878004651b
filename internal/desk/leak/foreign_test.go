//go:build foreign

package leak_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"phatngon/internal/desk/leak"
)

// Files that nobody here made are read from FOREIGN_DIR by `make test-foreign`; their clean
// copies are written to LEAK_COPIES, where other tools look at them (docs/quality.md).
func TestForeignFilesAreReportedAndTheirCopiesHoldNothing(t *testing.T) {
	want := map[string]leak.Kind{
		"comments.docx": leak.Comment, "track_changes_deletion.docx": leak.Change, "track_changes_insertion.docx": leak.Change, "track_changes_move.docx": leak.Change,
		"45-gps_ifd.jpg": leak.Place, "DSCN0010.jpg": leak.Place, "DSCN0012.jpg": leak.Place, "DSCN0021.jpg": leak.Place,
		"comments_stress_test.xlsx": leak.Comment, "threaded_comments_none.xlsx": leak.Comment, "defined_names_simple.xlsx": leak.Names, "sheet_visibility.xlsx": leak.HiddenSheet, "sheet_visibility_strict.xlsx": leak.HiddenSheet,
	}
	paths, err := filepath.Glob(filepath.Join(os.Getenv("FOREIGN_DIR"), "leak-fixtures", "*", "*.*"))
	if err != nil || len(paths) != len(want) {
		t.Fatalf("%d files, %v; want %d", len(paths), err, len(want))
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(path)
		found, err := leak.Scan(data)
		var lines []string
		reported := false
		for _, f := range found {
			reported = reported || f.Kind == want[name] && f.Place != ""
			lines = append(lines, string(f.Kind)+" | "+f.Place+" | "+f.What)
		}
		if err != nil || !reported {
			t.Errorf("%s: no %s among %q, %v", name, want[name], lines, err)
		}
		t.Logf("%s\n  %s", name, strings.Join(lines, "\n  "))
		clean, kind, err := leak.Clean(data)
		if err != nil {
			again, _ := leak.Scan(clean)
			t.Errorf("%s: no copy: %v; left %v", name, err, again)
			continue
		}
		if kind == leak.XLSX {
			if book, err := excelize.OpenReader(bytes.NewReader(clean)); err != nil {
				t.Errorf("%s: the copy does not open: %v", name, err)
			} else if rows, err := book.GetRows(book.GetSheetName(0)); err != nil || len(book.GetSheetList()) == 0 {
				t.Errorf("%s: %d rows of %v, %v", name, len(rows), book.GetSheetList(), err)
			}
		}
		if to := os.Getenv("LEAK_COPIES"); to != "" {
			if kind == leak.Picture {
				name = strings.TrimSuffix(name, filepath.Ext(name)) + ".jpg"
			}
			if err := os.WriteFile(filepath.Join(to, name), clean, 0o600); err != nil {
				t.Error(err)
			}
		}
	}
}
