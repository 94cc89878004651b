package golden

import (
	"fmt"
	"io/fs"
	"strings"
)

// Talk is one conversation: what a person writes, message by message.
type Talk struct {
	ID    string
	Turns []Turn
}

// Turn is one message and what its reply must hold: the fact Expect of Statement, or
// nothing that is asserted.
type Turn struct{ Text, Statement, Expect string }

// Answerable reports whether a statement answers the message.
func (t Turn) Answerable() bool { return t.Statement != "" }

// ReadTalks reads a file of golden/talk: "## id" begins a talk, lines with "> " are one
// message, "= CODE words" says which statement answers it in which words, "!" that none does.
func ReadTalks(dir fs.FS, file string) ([]Talk, error) {
	var all []Talk
	var text []string
	err := EachLine(dir, file, func(line string) error {
		mark, rest, _ := strings.Cut(line, " ")
		switch {
		case mark == "##":
			all = append(all, Talk{ID: rest})
		case mark == ">":
			text = append(text, rest)
		case (mark == "=" || mark == "!") && len(all) > 0 && len(text) > 0:
			code, expect, _ := strings.Cut(rest, " ")
			last := &all[len(all)-1]
			last.Turns = append(last.Turns, Turn{strings.Join(text, "\n"), code, expect})
			text = nil
		case mark != "#":
			return fmt.Errorf("not understood: %q", line)
		}
		return nil
	})
	return all, err
}
