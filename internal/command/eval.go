package command

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"time"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/routing"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/propose"
	"phatngon/knowledge/samples"
	"phatngon/knowledge/statement"
	"phatngon/knowledge/tools/eval"
)

// Eval measures the search on a corpus with questions and, when asked, compares
// with the figures committed in a Markdown page.
func Eval(meaning func() (*eval.Embedder, error), args []string, out Output) error {
	fs := flag.NewFlagSet("eval", flag.ContinueOnError)
	asJSON := fs.Bool("json", false, "print one JSON object")
	k := fs.Int("k", eval.DefaultK, "how many results count")
	var page committed
	fs.StringVar(&page.file, "against", "", "compare with the figures in this page")
	everyday := fs.Bool("everyday", false, "the folder is a part of golden/everyday, asked of the samples and its own texts")
	hints := fs.Bool("hints", false, "with -everyday: all proposed hints are ticked")
	fs.BoolVar(&page.update, "update", false, "write the figures into the page instead")
	if err := parse(fs, args, out); err != nil {
		return err
	}
	if fs.NArg() != 1 || *k < 1 || page.update && page.file == "" {
		return ErrUsage
	}
	if *everyday {
		return evalEveryday(meaning, fs.Arg(0), *hints, *asJSON, out)
	}
	report, err := eval.Evaluate(os.DirFS(fs.Arg(0)), *k, func(step string) { fmt.Fprintln(out.Stderr, step) })
	if err != nil {
		return err
	}
	if *asJSON {
		err = json.NewEncoder(out.Stdout).Encode(report)
		out.Stdout = out.Stderr // for what follows the object
	} else {
		err = report.WriteText(out.Stdout)
	}
	if err != nil || page.file == "" {
		return err
	}
	return page.take(report, fs.Arg(0), out)
}

// evalEveryday asks questions in everyday words, on the day the golden ones are asked.
func evalEveryday(meaning func() (*eval.Embedder, error), dir string, hints, asJSON bool, out Output) error {
	embedder, err := meaning()
	if err != nil {
		return err
	}
	samples, err := samples.Statements()
	if err != nil {
		return err
	}
	help := eval.EverydayHelp{Meaning: embedder}
	if hints {
		help.Hints = func(s statement.Statement) []string { return propose.Questions(s, propose.Most) }
	}
	units := routing.DefaultRegistry()
	now := time.Date(2026, 11, 23, 9, 0, 0, 0, calendar.Zone)
	report, err := eval.EvaluateEveryday(os.DirFS(dir), samples, answer.Options{UnitName: units.Name, Places: units.PlacesNamed, PlacesToday: units.PlacesToday}, now, help)
	if err != nil {
		return err
	}
	if asJSON {
		return json.NewEncoder(out.Stdout).Encode(report)
	}
	return report.WriteText(out.Stdout)
}
