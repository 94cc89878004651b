// Package golden reads sets of questions and texts that are labelled by what answers what.
package golden

import (
	"bufio"
	"fmt"
	"io/fs"
	"strings"
)

// MaxLine is the longest line read, in bytes.
const MaxLine = 16 << 20

// EachLine calls take for each line that is not blank.
func EachLine(dir fs.FS, file string, take func(line string) error) error {
	f, err := dir.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, MaxLine)
	for number := 1; lines.Scan(); number++ {
		line := strings.TrimRight(lines.Text(), "\r")
		if strings.TrimSpace(line) == "" {
			continue
		}
		if err := take(line); err != nil {
			return fmt.Errorf("%s:%d: %w", file, number, err)
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return nil
}
