package command

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"phatngon/internal/flow"
	"phatngon/knowledge/importer"
	"phatngon/knowledge/statement"
)

// Import reads statements from files, folders and feeds. Markdown with front
// matter was signed off and is put into force; what any other file gives is
// shown and kept as drafts, because nothing may be said that no spokesperson
// published in the panel. Every problem is listed with file and line, row or
// page; of a file with problems nothing is kept. -yes keeps drafts that lack
// facts or hold what could not be read for certain as well, for the spokesperson
// to fill in and compare; -dry-run keeps nothing. A summary comes last.
func Import(ctx context.Context, open Open, args []string, out Output) error {
	fs := flag.NewFlagSet("import", flag.ContinueOnError)
	dryRun := fs.Bool("dry-run", false, "check only")
	yes := fs.Bool("yes", false, "keep drafts that lack facts or are to be compared as well")
	audience := fs.String("audience", "", "public or press, for files that do not say")
	unit := fs.String("unit", "", "code of the unit of files that name none")
	if err := parse(fs, args, out); err != nil {
		return err
	}
	if fs.NArg() == 0 || !validAudience(*audience) {
		return ErrUsage
	}
	files, passed, err := filesOf(fs.Args())
	if err != nil {
		return err
	}
	f, done, err := open(ctx)
	if err != nil {
		return err
	}
	defer done()
	if *unit != "" && !f.Statements.KnownUnit(*unit) {
		return fmt.Errorf("import: no unit %q in the register", *unit)
	}
	i := &importRun{flow: f, out: out, dryRun: *dryRun, yes: *yes, options: importer.Options{
		Unit: f.Units.UnitNamed, KnownUnit: f.Statements.KnownUnit,
		Audience: statement.Audience(*audience), Publisher: *unit,
	}}
	return i.all(ctx, files, passed)
}

func validAudience(a string) bool {
	return a == "" || a == string(statement.AudiencePublic) || a == string(statement.AudiencePress)
}

// importRun carries one run over all files.
type importRun struct {
	flow        *flow.Flow
	out         Output
	dryRun, yes bool
	options     importer.Options
	existing    []statement.Statement // and what this run adds; nil until a document needs it
}

// all imports the files, each shown before it is read, and sums up; passed are
// the files of folders that nothing is read of.
func (i *importRun) all(ctx context.Context, files, passed []string) error {
	sum := summary{dryRun: i.dryRun, files: len(files), passed: passed}
	for n, name := range files {
		fmt.Fprintf(i.out.Stdout, "[%d/%d] %s\n", n+1, len(files), name)
		r, err := i.file(ctx, name)
		if err != nil {
			return fmt.Errorf("import %s: %w", name, err)
		}
		for _, p := range r.problems {
			fmt.Fprintln(i.out.Stdout, " ", p)
		}
		sum.results = append(sum.results, r)
	}
	sum.print(i.out.Stdout)
	if bad := sum.notKept(); bad > 0 {
		return fmt.Errorf("%d/%d tệp chưa nhập, xem tổng kết ở trên", bad, len(files))
	}
	return nil
}

// file imports one file, or says why nothing of it was imported.
func (i *importRun) file(ctx context.Context, name string) (result, error) {
	data, problem := readFile(name)
	switch {
	case problem != "":
		return refusal(name, problem), nil
	case strings.EqualFold(filepath.Ext(name), ".md"):
		return i.markdown(ctx, name, data)
	}
	return i.document(ctx, name, data)
}

// readFile reads a file that is not too large to be a document.
func readFile(name string) (data []byte, problem string) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, "Không đọc được tệp này."
	case info.Size() > importer.MaxFile:
		return nil, fmt.Sprintf("Tệp lớn hơn %d MB; hãy tách thành nhiều tệp hoặc bỏ bớt ảnh.", importer.MaxFile>>20)
	}
	if data, err = os.ReadFile(name); err != nil {
		return nil, "Không đọc được tệp này."
	}
	return data, ""
}

// markdown puts a signed-off statement into force.
func (i *importRun) markdown(ctx context.Context, name string, data []byte) (result, error) {
	r := result{file: name, statements: 1}
	s, problems := i.flow.Statements.Parse(name, data)
	if len(problems) > 0 {
		return r.as(lacking, problems...), nil
	}
	if i.dryRun {
		return r, nil
	}
	added, err := i.flow.Statements.Import(ctx, []statement.Statement{s})
	if err == nil && added == 0 {
		r = r.as(repeated, statement.Problem{File: name, Line: 1, Text: "Mã " + s.Code + " đã có; không nhập lại."})
	}
	return r, err
}
