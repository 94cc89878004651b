// Quicker runs the go command on the stand-in with a FerretDB that narrows what it reads:
//
//	go run ./quicker build -o FILE .
//	go run ./quicker run .
//
// FerretDB 1.24.2 on SQLite decodes a whole collection for every read but one by _id alone,
// also for a replace over a version, so that what a test does for each of 500 people costs
// as much as all of them. It makes indexes in SQLite, and reads by none, not even by that of
// _id, which it names in two ways. What is added here (narrow.go.txt) asks SQLite for fewer
// documents by them; each is held to the filter as before. The changed copy of FerretDB is
// kept in the user's cache folder.
package main

import (
	"crypto/sha256"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

const module = "github.com/FerretDB/FerretDB"

//go:embed narrow.go.txt
var narrow string

// Where the condition of a query ends in FerretDB's collection.go, and how metadata.go names
// the id, which is not as FerretDB's own index of it does.
const (
	mark = "\tq += whereClause\n\tq += prepareOrderByClause(params.Sort)\n"
	id   = `"->'$._id'"`
	asID = `"->\"_id\""`
)

func main() {
	err := run(os.Args[1:])
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		os.Exit(exit.ExitCode())
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "quicker:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) == 0 {
		return errors.New("say what the go command shall do: build or run")
	}
	dir, err := changed()
	if err != nil {
		return fmt.Errorf("make a FerretDB that narrows: %w", err)
	}
	c := exec.Command("go", append([]string{args[0], "-modfile", filepath.Join(dir, "go.mod")}, args[1:]...)...)
	c.Stdin, c.Stdout, c.Stderr = os.Stdin, os.Stdout, os.Stderr
	return c.Run()
}

// changed is the folder of the changed FerretDB and of a go.mod of the stand-in that names
// it; made by whoever comes first.
func changed() (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	sums, err := os.ReadFile("go.sum")
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256([]byte(narrow + mark + asID + string(sums)))
	dir := filepath.Join(cache, fmt.Sprintf("phatngon-ferretdb-%x", sum[:8]))
	if _, err := os.Stat(dir); err == nil {
		return dir, nil
	}
	if err := os.MkdirAll(cache, 0o755); err != nil {
		return "", err
	}
	made, err := os.MkdirTemp(cache, "phatngon-ferretdb-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(made)
	if err := change(made, dir); err != nil {
		return "", err
	}
	if err := os.Rename(made, dir); err != nil {
		if _, there := os.Stat(dir); there != nil { // else another process was faster
			return "", err
		}
	}
	return dir, nil
}

// change copies FerretDB into made, which will be called dir.
func change(made, dir string) error {
	if err := exec.Command("go", "mod", "download", module).Run(); err != nil {
		return fmt.Errorf("download it: %w", err)
	}
	at, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", module).Output()
	if err != nil {
		return fmt.Errorf("find its source: %w", err)
	}
	if err := os.CopyFS(filepath.Join(made, "ferretdb"), os.DirFS(strings.TrimSpace(string(at)))); err != nil {
		return err
	}
	backend := filepath.Join(made, "ferretdb", "internal", "backends", "sqlite")
	if err := edit(filepath.Join(backend, "collection.go"), mark, "\twhereClause, args = narrow(params.Filter)\n"+mark); err != nil {
		return err
	}
	if err := edit(filepath.Join(backend, "metadata", "metadata.go"), id, asID); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(backend, "narrow.go"), []byte(narrow), 0o600); err != nil {
		return err
	}
	for _, name := range []string{"go.mod", "go.sum"} {
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(made, name), text, 0o600); err != nil {
			return err
		}
	}
	c := exec.Command("go", "mod", "edit", "-replace", module+"="+filepath.Join(dir, "ferretdb"), filepath.Join(made, "go.mod"))
	c.Stderr = os.Stderr
	return c.Run()
}

func edit(file, old, text string) error {
	source, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if strings.Count(string(source), old) != 1 {
		return fmt.Errorf("%s of this FerretDB is not as expected", filepath.Base(file))
	}
	return os.WriteFile(file, []byte(strings.Replace(string(source), old, text, 1)), 0o600)
}
