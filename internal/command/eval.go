package command

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"

	"phatngon/knowledge"
)

// Eval measures the search on a corpus with questions.
func Eval(args []string, out Output) error {
	fs := flag.NewFlagSet("eval", flag.ContinueOnError)
	asJSON := fs.Bool("json", false, "print one JSON object")
	k := fs.Int("k", 10, "how many results count")
	if err := parse(fs, args, out); err != nil {
		return err
	}
	if fs.NArg() != 1 || *k < 1 {
		return ErrUsage
	}
	report, err := knowledge.Evaluate(os.DirFS(fs.Arg(0)), *k, func(step string) { fmt.Fprintln(out.Stderr, step) })
	if err != nil {
		return err
	}
	if *asJSON {
		return json.NewEncoder(out.Stdout).Encode(report)
	}
	return report.WriteText(out.Stdout)
}
