package bot

import (
	"io/fs"
	"os"
	"strings"
	"testing"

	"phatngon/internal/desk/routing"
	"phatngon/knowledge"
)

func fixedFiles() fs.FS { return os.DirFS("testdata/knowledge") }

func fixedBase(t testing.TB) *knowledge.Base { return baseOf(t, fixedFiles()) }

func sampleBase(t testing.TB) *knowledge.Base { return baseOf(t, knowledge.SampleStatements()) }

func baseOf(t testing.TB, files fs.FS) *knowledge.Base {
	units := routing.DefaultRegistry()
	base := knowledge.NewBase(knowledge.Options{UnitName: units.Name, Places: units.PlacesNamed, PublicURL: "https://phatngon.example.vn"})
	base.Replace(statements(t, files))
	return base
}

func statements(t testing.TB, files fs.FS) []knowledge.Statement {
	units := routing.DefaultRegistry()
	known := func(code string) bool { _, ok := units.Unit(code); return ok }
	var all []knowledge.Statement
	err := fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".md") {
			return err
		}
		data, err := fs.ReadFile(files, path)
		if err != nil {
			return err
		}
		s, problems := knowledge.ParseStatement(path, data, known)
		for _, p := range problems {
			t.Errorf("%s", p)
		}
		if s.Status == "" {
			s.Status = knowledge.StatusPublished
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
