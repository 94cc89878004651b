//go:build foreign

package picture_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"phatngon/internal/desk/same/picture"
)

// Pictures that nobody here took are read from FOREIGN_DIR by `make test-foreign`.
func foreignPictures(t *testing.T) map[string]picture.Picture {
	t.Helper()
	dir := os.Getenv("FOREIGN_DIR")
	paths, err := filepath.Glob(filepath.Join(dir, "pdq-images", "*-*.*g"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("FOREIGN_DIR has no pictures: %v", err)
	}
	all := map[string]picture.Picture{}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if all[filepath.Base(path)], err = picture.Read(data); err != nil {
			t.Errorf("%s: %v", path, err)
		}
	}
	return all
}

func TestForeignPictures(t *testing.T) {
	hashes := map[string]picture.Hash{}
	for name, p := range foreignPictures(t) {
		hashes[name] = p.Hash()
	}
	copies, joined, farthest, nearest := 0, 0, 0, 256
	for name, a := range hashes {
		for other, b := range hashes {
			verdict, d := picture.Judge(a, b), picture.Distance(a, b)
			isCopy := strings.HasPrefix(name, "mods-") && strings.HasPrefix(other, "mods-")
			switch {
			case name == other:
			case isCopy:
				copies, farthest = copies+1, max(farthest, d)
				joined += int(verdict / picture.Joined)
			default:
				nearest = min(nearest, d)
			}
			if name != other && isCopy != (verdict != picture.Apart) {
				t.Errorf("%s and %s: verdict %d, distance %d", name, other, verdict, d)
			}
		}
	}
	t.Logf("%d pictures: copies differ in at most %d signs, %d of %d are joined; others differ in at least %d", len(hashes), farthest, joined, copies, nearest)
}

// What was turned is apart from what it was, and near one of its turns.
func TestForeignTurnedPictures(t *testing.T) {
	hashes, turns := map[string]picture.Hash{}, map[string][]picture.Hash{}
	for name, p := range foreignPictures(t) {
		hashes[name] = p.Hash()
		if strings.HasPrefix(name, "dih-") || name == "mods-aaa-orig.jpg" {
			turns[name] = p.Turned()
		}
	}
	for name, turned := range turns {
		for other, hash := range hashes {
			nearest := 256
			for _, h := range turned {
				nearest = min(nearest, picture.Distance(h, hash))
			}
			if isTurned := turns[other] != nil || strings.HasPrefix(other, "mods-"); isTurned != (nearest <= picture.Suggest) {
				t.Errorf("%s and %s: the nearest turn differs in %d signs", name, other, nearest)
			}
			if turns[other] != nil {
				t.Logf("%s and %s: %d signs, the nearest turn %d", name, other, picture.Distance(turned[0], hash), nearest)
			}
		}
	}
}
