package command

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"strings"

	"phatngon/internal/desk/people"
	"phatngon/internal/desk/routing"
	"phatngon/knowledge/answer"
)

// Ask answers one question from the knowledge base, without network.
func Ask(ctx context.Context, open Open, args []string, out Output) error {
	fs := flag.NewFlagSet("ask", flag.ContinueOnError)
	asJSON := fs.Bool("json", false, "print one JSON object")
	as := fs.String("as", "citizen", "citizen or reporter")
	if err := parse(fs, args, out); err != nil {
		return err
	}
	question := strings.TrimSpace(strings.Join(fs.Args(), " "))
	if question == "" || *as != "citizen" && *as != "reporter" {
		return ErrUsage
	}
	f, done, err := open(ctx)
	if err != nil {
		return err
	}
	defer done()
	who := people.Requester{Kind: people.Citizen}
	if *as == "reporter" {
		who.Kind = people.ReporterVerified
	}
	a, err := f.Inbound.Ask(ctx, who, question)
	if err != nil {
		return err
	}
	if *asJSON {
		return json.NewEncoder(out.Stdout).Encode(asked{a, f.Inbound.SuggestUnits(who, question, a)})
	}
	printAnswer(out.Stdout, a, f.Units)
	return nil
}

// asked is an answer and the units that may know more, best first.
type asked struct {
	answer.Answer
	SuggestedUnits []routing.Suggestion `json:"suggested_units"`
}

func printAnswer(w io.Writer, a answer.Answer, units *routing.Registry) {
	if a.Text != "" {
		fmt.Fprintln(w, a.Text)
	}
	for _, c := range a.Candidates {
		fmt.Fprintf(w, "  - %s (%s)\n", c.Title, c.Statement)
	}
	if a.SuggestedUnit != "" {
		fmt.Fprintln(w, "Đơn vị phụ trách:", units.Name(a.SuggestedUnit))
	}
	fmt.Fprintf(w, "[%s, độ tin cậy %.2f]\n", a.Status, a.Confidence)
}
