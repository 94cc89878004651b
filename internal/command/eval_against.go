package command

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"phatngon/knowledge/tools/eval"
	"phatngon/knowledge/tools/figures"
)

// labelledTable is the table with the figures of labelled sets.
const labelledTable = "labelled"

// committed is a page with figures, to be compared with or brought up to date.
type committed struct {
	file   string
	update bool
}

// take compares the report on the set in dir with its figures in the page, or
// writes it there. It fails when a figure is worse by more than its noise.
func (c committed) take(report eval.Evaluation, dir string, out Output) error {
	page, err := os.ReadFile(c.file)
	if err != nil {
		return err
	}
	all, err := figures.ReadFigures(string(page), labelledTable)
	if err != nil {
		return fmt.Errorf("%s: %w", c.file, err)
	}
	dir, err = filepath.Abs(dir)
	if err != nil {
		return err
	}
	set := filepath.Base(dir)
	if c.update {
		all = slices.DeleteFunc(all, func(f figures.Figure) bool { return f.Set == set })
		return c.write(string(page), append(all, report.Figures(set)...))
	}
	all = slices.DeleteFunc(all, func(f figures.Figure) bool { return f.Set != set })
	return compare(figures.Compare(all, report.Figures(set)), out)
}

func compare(all []figures.Comparison, out Output) error {
	fmt.Fprintln(out.Stdout)
	if err := figures.WriteComparisons(out.Stdout, all); err != nil {
		return err
	}
	var worse []error
	for _, c := range all {
		if c.Worse() {
			worse = append(worse, errors.New(c.Complaint()))
		}
	}
	return errors.Join(worse...)
}

func (c committed) write(page string, measured []figures.Figure) error {
	page, err := figures.ReplaceFigures(page, labelledTable, measured)
	if err != nil {
		return fmt.Errorf("%s: %w", c.file, err)
	}
	return os.WriteFile(c.file, []byte(page), 0o644)
}
