package help

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"phatngon/internal/admin/door"
	"phatngon/internal/edge/edgetest"
)

// maxPicture is what a picture may weigh: pages of help open on a phone too.
const maxPicture = 60 << 10

func TestEveryButtonThatHelpNamesStandsOnAPage(t *testing.T) {
	var panel strings.Builder
	for _, pattern := range []string{"../*/templates/*.html", "../*/*.go", "../../edge/*.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %v", pattern, err)
		}
		for _, file := range files {
			if strings.HasPrefix(file, "../help/") || strings.HasSuffix(file, "_test.go") {
				continue
			}
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			panel.Write(text)
		}
	}
	named := regexp.MustCompile(`“([^”]+)”`)
	for _, r := range roles {
		for _, s := range r.sections {
			for _, step := range s.Steps {
				for _, m := range named.FindAllStringSubmatch(step, -1) {
					if !strings.Contains(panel.String(), m[1]) {
						t.Errorf("%s, %s: no page has %q", r.name, s.Title, m[1])
					}
				}
			}
		}
	}
}

func TestPicturesAreSmallAndEachIsShownSomewhere(t *testing.T) {
	wanted := map[string]bool{}
	for _, r := range roles {
		for _, s := range r.sections {
			wanted[pictureFile(s.Picture)] = true
		}
	}
	err := fs.WalkDir(pictureFiles, "pictures", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == ".keep" {
			return err
		}
		info, err := d.Info()
		if err == nil && info.Size() > maxPicture {
			t.Errorf("%s has %d bytes", path, info.Size())
		}
		if !wanted[path] {
			t.Errorf("no help shows %s", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestEveryPageRendersHostileAndLongTextsAsText(t *testing.T) {
	one := section{edgetest.Hostile, edgetest.Hostile, []string{edgetest.Hostile, edgetest.Long}}
	edgetest.CheckPages(t, door.ParseTemplates(templateFiles), map[string][]any{"help": {
		helpPage{}, helpPage{Page: door.Page{Title: edgetest.Hostile}, Roles: []tab{{edgetest.Hostile, "/admin/help?role=a", true}}, Sections: []shown{{one, "/admin/help/pictures/a"}, {one, ""}}},
	}})
}
