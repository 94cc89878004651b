package command

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"phatngon/knowledge/importer"
)

// filesOf is the files that the arguments name, a folder standing for all
// files below it that can be read, in order of their names. Hidden files and
// those that an editor or Office keeps beside an open one are passed over.
func filesOf(args []string) ([]string, error) {
	var files []string
	for _, arg := range args {
		info, err := os.Stat(arg)
		if err != nil || !info.IsDir() {
			files = append(files, arg) // a missing file is told with the others
			continue
		}
		err = filepath.WalkDir(arg, func(name string, d fs.DirEntry, err error) error {
			base := filepath.Base(name)
			switch {
			case err != nil:
				return err
			case name != arg && strings.HasPrefix(base, "."):
				if d.IsDir() {
					return fs.SkipDir
				}
			case d.Type().IsRegular() && !strings.HasPrefix(base, "~$") && readable(name):
				files = append(files, name)
			}
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("read folder %s: %w", arg, err)
		}
	}
	return files, nil
}

func readable(name string) bool {
	return slices.Contains(importer.Extensions(), strings.ToLower(filepath.Ext(name)))
}
