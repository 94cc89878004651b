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
func (i *importRun) document(ctx context.Context, name string, data []byte) (result, error) {
	drafts, err := importer.Read(name, data, i.options)
	var unreadable *importer.Unreadable
	if errors.As(err, &unreadable) {
		return refusal(name, unreadable.Text), nil
	}
	if err != nil {
		return result{}, err
	}
	if i.existing == nil {
		if i.existing, err = i.flow.Statements.All(ctx); err != nil {
			return result{}, err
		}
	}
	r := i.judge(name, drafts)
	if r.outcome > noted {
		return r, nil
	}
	return i.keep(ctx, r, drafts)
}

// judge shows the drafts of a file and says what is to become of it: a file is
// kept as a whole or not at all, so the worst of its drafts decides.
func (i *importRun) judge(name string, drafts []importer.Draft) result {
	r := result{file: name, statements: len(drafts)}
	seen := i.existing
	for _, d := range drafts {
		show(i.out.Stdout, d)
		o, problems := i.judgeDraft(d)
		if _, why, ok := importer.Duplicate(d.Statement, seen); ok {
			o = repeated
			problems = append([]statement.Problem{{File: name, Line: lineOf(d), Text: why + " Không nhập lại."}}, problems...)
		}
		r = r.as(max(r.outcome, o), problems...)
		seen = append(seen[:len(seen):len(seen)], d.Statement)
	}
	return r
}

// judgeDraft is what may become of one draft, and why it is not kept. With -yes
// what is missing or doubtful is only shown; a draft that belongs to no unit would
// be seen by nobody and is never kept.
func (i *importRun) judgeDraft(d importer.Draft) (o outcome, problems []statement.Problem) {
	s := d.Statement
	switch {
	case len(d.Problems) == 0:
		return kept, nil
	case i.yes && s.Title != "" && s.Body != "" && i.flow.Statements.KnownUnit(s.Unit):
		for _, p := range d.Problems {
			fmt.Fprintln(i.out.Stdout, "  cần xem lại:", p)
		}
		return noted, nil
	}
	for _, p := range d.Problems {
		problems = append(problems, p.Problem)
	}
	if len(statement.Lint(s, i.options.KnownUnit)) > 0 {
		return lacking, problems
	}
	return unsure, problems
}

// lineOf is where the last problem of a draft stands.
func lineOf(d importer.Draft) int {
	if n := len(d.Problems); n > 0 {
		return d.Problems[n-1].Line
	}
	return 1
}

func (i *importRun) keep(ctx context.Context, r result, drafts []importer.Draft) (result, error) {
	var statements []statement.Statement
	for _, d := range drafts {
		statements = append(statements, d.Statement)
	}
	if i.dryRun {
		fmt.Fprintf(i.out.Stdout, "  → chạy thử: sẽ lưu %d bản nháp\n", len(statements))
		i.existing = append(i.existing, statements...)
		return r, nil
	}
	codes, err := i.flow.Statements.ImportDrafts(ctx, statements)
	for n, code := range codes {
		fmt.Fprintf(i.out.Stdout, "  → đã lưu bản nháp %s; người phát ngôn công bố trong bàn làm việc\n", code)
		statements[n].Code = code
	}
	i.existing = append(i.existing, statements[:len(codes)]...)
	var invalid *desk.InvalidError
	if errors.As(err, &invalid) {
		return r.as(lacking, statement.Problem{File: r.file, Line: 1, Text: invalid.Text}), nil
	}
	return r, err
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
