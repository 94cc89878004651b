// Package figures is shares that were measured, committed as a table of a page and compared
// with what is measured now.
package figures

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// A Figure is a share measured on one file or spelling of a set. Figures are
// committed as Markdown tables, so that a change for the worse is seen.
type Figure struct {
	Set, Questions string // whose, such as "golden", "noisy"
	Measure        string // such as "right first"
	Count          int    // how many questions
	Share          float64
}

func (f Figure) String() string { return f.Set + ", " + f.Questions + ": " + f.Measure }

// value is the share as it is written; a figure of no questions has none.
func (f Figure) value() string {
	if f.Count == 0 {
		return "–"
	}
	return strconv.FormatFloat(f.Share, 'f', 3, 64)
}

// about is what f is a figure of.
func (f Figure) about() Figure {
	return Figure{Set: f.Set, Questions: f.Questions, Measure: f.Measure}
}

// Noise is twice the standard error of a share of so many questions, and at
// least one question. For a mean of values between 0 and 1 it is the most it
// can be.
func (f Figure) Noise() float64 {
	n := float64(f.Count)
	return max(2*math.Sqrt(f.Share*(1-f.Share)/n), 1/n)
}

const (
	figuresEnd  = "<!-- /figures -->"
	figuresHead = "| set | questions | count |"
	measuresAt  = 3 // the first column that is a measure
)

func figuresBegin(table string) string { return "<!-- figures: " + table + " -->" }

// ReadFigures reads a table of a Markdown page: between its two comments a row
// for each set and kind of questions, a column for each measure; a cell is
// empty where nothing is measured. An error names the line.
func ReadFigures(page, table string) ([]Figure, error) {
	lines := strings.Split(page, "\n")
	from, to, err := figureLines(lines, table)
	if err != nil {
		return nil, err
	}
	var head []string
	var all []Figure
	for i := from; i < to; i++ {
		switch line := strings.TrimSpace(lines[i]); {
		case line == "", strings.HasPrefix(line, "|---"):
		case head == nil && !strings.HasPrefix(line, figuresHead):
			return nil, fmt.Errorf("line %d: want a head that begins %s", i+1, figuresHead)
		case head == nil:
			head = cells(line)
		default:
			row, err := readRow(head, cells(line))
			if err != nil {
				return nil, fmt.Errorf("line %d: %w", i+1, err)
			}
			all = append(all, row...)
		}
	}
	return all, onceEach(all)
}

// figureLines finds the lines between the comments of a table.
func figureLines(lines []string, table string) (from, to int, err error) {
	from = slices.Index(lines, figuresBegin(table)) + 1
	if from == 0 {
		return 0, 0, fmt.Errorf("no line %s", figuresBegin(table))
	}
	length := slices.Index(lines[from:], figuresEnd)
	if length < 0 {
		return 0, 0, fmt.Errorf("no line %s after %s", figuresEnd, figuresBegin(table))
	}
	return from, from + length, nil
}

func cells(line string) []string {
	all := strings.Split(strings.TrimSuffix(strings.TrimPrefix(line, "|"), "|"), "|")
	for i := range all {
		all[i] = strings.TrimSpace(all[i])
	}
	return all
}

func readRow(head, row []string) ([]Figure, error) {
	if len(row) != len(head) {
		return nil, fmt.Errorf("%d cells where the head has %d", len(row), len(head))
	}
	if row[0] == "" || row[1] == "" {
		return nil, errors.New("no set or no questions named")
	}
	count, err := strconv.Atoi(row[2])
	if err != nil || count < 1 {
		return nil, fmt.Errorf("count %q is no number of questions", row[2])
	}
	var all []Figure
	for i := measuresAt; i < len(row); i++ {
		if row[i] == "" {
			continue
		}
		share, err := strconv.ParseFloat(row[i], 64)
		if err != nil || !(share >= 0 && share <= 1) {
			return nil, fmt.Errorf("%s %q is no share between 0 and 1", head[i], row[i])
		}
		all = append(all, Figure{row[0], row[1], head[i], count, share})
	}
	return all, nil
}

func onceEach(all []Figure) error {
	seen := map[Figure]bool{}
	for _, f := range all {
		if seen[f.about()] {
			return fmt.Errorf("%s is there twice", f)
		}
		seen[f.about()] = true
	}
	return nil
}

// ReplaceFigures writes figures in place of those in a table of a Markdown
// page, in the order given.
func ReplaceFigures(page, table string, figures []Figure) (string, error) {
	lines := strings.Split(page, "\n")
	from, to, err := figureLines(lines, table)
	if err != nil {
		return "", err
	}
	return strings.Join(slices.Replace(lines, from, to, figureTable(figures)...), "\n"), nil
}

func figureTable(figures []Figure) []string {
	var measures []string
	rows := map[Figure]map[string]string{} // by set, questions and count
	var order []Figure
	for _, f := range figures {
		row := Figure{Set: f.Set, Questions: f.Questions, Count: f.Count}
		if rows[row] == nil {
			rows[row], order = map[string]string{}, append(order, row)
		}
		if !slices.Contains(measures, f.Measure) {
			measures = append(measures, f.Measure)
		}
		rows[row][f.Measure] = f.value()
	}
	lines := []string{figuresHead, strings.Repeat("|---", measuresAt+len(measures)) + "|"}
	for _, m := range measures {
		lines[0] += " " + m + " |"
	}
	for _, row := range order {
		line := fmt.Sprintf("| %s | %s | %d |", row.Set, row.Questions, row.Count)
		for _, m := range measures {
			line += " " + rows[row][m] + " |"
		}
		lines = append(lines, line)
	}
	return lines
}
