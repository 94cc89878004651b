package command

import (
	"context"
	"flag"
	"fmt"
	"os"

	"phatngon/internal/flow"
	"phatngon/knowledge"
)

// Import reads statements and puts them into force, all or nothing per
// file; every problem is listed with file and line.
func Import(ctx context.Context, open Open, args []string, out Output) error {
	fs := flag.NewFlagSet("import", flag.ContinueOnError)
	dryRun := fs.Bool("dry-run", false, "check only")
	if err := parse(fs, args, out); err != nil {
		return err
	}
	if fs.NArg() == 0 {
		return ErrUsage
	}
	f, done, err := open(ctx)
	if err != nil {
		return err
	}
	defer done()
	good, bad := 0, 0
	for i, name := range fs.Args() {
		fmt.Fprintf(out.Stdout, "[%d/%d] %s\n", i+1, fs.NArg(), name)
		problems, err := importFile(ctx, f, name, *dryRun)
		if err != nil {
			return err
		}
		for _, p := range problems {
			fmt.Fprintln(out.Stdout, " ", p)
		}
		if len(problems) > 0 {
			bad++
			continue
		}
		good++
	}
	fmt.Fprintf(out.Stdout, "%d tệp hợp lệ, %d tệp có lỗi\n", good, bad)
	if bad > 0 {
		return fmt.Errorf("%d files have problems; nothing of them was imported", bad)
	}
	return nil
}

func importFile(ctx context.Context, f *flow.Flow, name string, dryRun bool) ([]knowledge.Problem, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return []knowledge.Problem{{File: name, Line: 1, Text: "Không đọc được tệp này."}}, nil
	}
	s, problems := f.ParseStatement(name, data)
	if len(problems) > 0 || dryRun {
		return problems, nil
	}
	added, err := f.Import(ctx, []knowledge.Statement{s})
	if err == nil && added == 0 {
		problems = []knowledge.Problem{{File: name, Line: 1, Text: "Mã " + s.Code + " đã có; không nhập lại."}}
	}
	return problems, err
}
