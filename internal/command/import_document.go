package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"phatngon/internal/desk"
	"phatngon/knowledge/importer"
	"phatngon/knowledge/statement"
)

// document shows what a file gives and keeps it as drafts.
func (i *importRun) document(ctx context.Context, name string, data []byte) ([]statement.Problem, error) {
	drafts, err := importer.Read(name, data, i.options)
	var unreadable *importer.Unreadable
	if errors.As(err, &unreadable) {
		return []statement.Problem{{File: name, Line: 1, Text: unreadable.Text}}, nil
	}
	if err != nil {
		return nil, err
	}
	if i.existing == nil {
		if i.existing, err = i.flow.Statements.All(ctx); err != nil {
			return nil, err
		}
	}
	problems, statements := i.judge(name, drafts)
	if len(problems) > 0 {
		return problems, nil
	}
	return i.keep(ctx, name, statements)
}

// judge shows the drafts of a file and lists what keeps it from being
// imported. With -yes missing facts are only shown; a draft that belongs to no
// unit would be seen by nobody and is never kept.
func (i *importRun) judge(name string, drafts []importer.Draft) (problems []statement.Problem, statements []statement.Statement) {
	seen := i.existing
	for _, d := range drafts {
		show(i.out.Stdout, d)
		s := d.Statement
		line := 1
		for _, p := range d.Problems {
			if line = p.Line; i.yes && s.Title != "" && s.Body != "" && i.flow.Statements.KnownUnit(s.Unit) {
				fmt.Fprintln(i.out.Stdout, "  cần xem lại:", p)
				continue
			}
			problems = append(problems, p.Problem)
		}
		if _, why, ok := importer.Duplicate(s, seen); ok {
			problems = append(problems, statement.Problem{File: name, Line: line, Text: why + " Không nhập lại."})
		}
		seen, statements = append(seen[:len(seen):len(seen)], s), append(statements, s)
	}
	return problems, statements
}

func (i *importRun) keep(ctx context.Context, name string, statements []statement.Statement) ([]statement.Problem, error) {
	if i.dryRun {
		fmt.Fprintf(i.out.Stdout, "  → chạy thử: sẽ lưu %d bản nháp\n", len(statements))
		i.existing = append(i.existing, statements...)
		return nil, nil
	}
	codes, err := i.flow.Statements.ImportDrafts(ctx, statements)
	for n, code := range codes {
		fmt.Fprintf(i.out.Stdout, "  → đã lưu bản nháp %s; người phát ngôn công bố trong bàn làm việc\n", code)
		statements[n].Code = code
	}
	i.existing = append(i.existing, statements[:len(codes)]...)
	var invalid *desk.InvalidError
	if errors.As(err, &invalid) {
		return []statement.Problem{{File: name, Line: 1, Text: invalid.Text}}, nil
	}
	return nil, err
}

// show prints what was read and where it stood.
func show(w io.Writer, d importer.Draft) {
	for _, fact := range d.Found {
		fmt.Fprintf(w, "  %s: %s (%s)\n", importer.Label(fact.Field), fact.Value, fact.Where)
	}
	if n := len([]rune(d.Statement.Body)); n > 0 {
		fmt.Fprintf(w, "  Nội dung: %d ký tự, bắt đầu “%s”\n", n, opening(d.Statement.Body))
	}
}

// opening is the first words of a text, to recognise it by.
func opening(text string) string {
	letters := []rune(strings.Join(strings.Fields(text), " "))
	if len(letters) > 60 {
		return string(letters[:60]) + "…"
	}
	return string(letters)
}
