package bot

import (
	"io/fs"
	"os"
	"strings"
	"testing"

	"phatngon/internal/desk/routing"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/samples"
	"phatngon/knowledge/statement"
)

func fixedFiles() fs.FS { return os.DirFS("testdata/knowledge") }

func fixedBase(t testing.TB) *answer.Base { return baseOf(t, fixedFiles()) }

func sampleBase(t testing.TB) *answer.Base { return baseOf(t, samples.Files()) }

func baseOf(t testing.TB, files fs.FS) *answer.Base {
	units := routing.DefaultRegistry()
	base := answer.NewBase(answer.Options{UnitName: units.Name, Places: units.PlacesNamed, PlacesToday: units.PlacesToday, PublicURL: "https://phatngon.example.vn"})
	base.Replace(statements(t, files))
	return base
}

func statements(t testing.TB, files fs.FS) []statement.Statement {
	units := routing.DefaultRegistry()
	known := func(code string) bool { _, ok := units.Unit(code); return ok }
	var all []statement.Statement
	err := fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".md") {
			return err
		}
		data, err := fs.ReadFile(files, path)
		if err != nil {
			return err
		}
		s, problems := statement.ParseStatement(path, data, known)
		for _, p := range problems {
			t.Errorf("%s", p)
		}
		if s.Status == "" {
			s.Status = statement.StatusPublished
		}
		if s.Version == 0 {
			s.Version = 1
		}
		all = append(all, s)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
