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
// documents below it, in order of their names; passed are files in folders that
// are none. Hidden files and those that an editor or Office keeps beside an open
// one are left out of both.
func filesOf(args []string) (files, passed []string, err error) {
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
			case !d.Type().IsRegular() || strings.HasPrefix(base, "~$"):
			case isDocument(name):
				files = append(files, name)
			default:
				passed = append(passed, name)
			}
			return nil
		})
		if err != nil {
			return nil, nil, fmt.Errorf("read folder %s: %w", arg, err)
		}
	}
	return files, passed, nil
}

// oldDocuments are documents that are refused with what to do about them, and
// must not be passed over.
var oldDocuments = []string{".doc", ".xls", ".rtf", ".odt", ".ods", ".docm", ".xlsm"}

func isDocument(name string) bool {
	extension := strings.ToLower(filepath.Ext(name))
	return slices.Contains(importer.Extensions(), extension) || slices.Contains(oldDocuments, extension)
}
