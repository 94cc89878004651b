package command

import (
	"context"
	"io"

	"phatngon/internal/backup"
	"phatngon/knowledge/tools/eval"
)

// Usage is what the program says of itself when it is asked wrongly.
const Usage = `phatngon: the official voice of a province on Zalo

  phatngon [serve]                                the server; a demo when nothing is configured
  phatngon ask [-json] [-as citizen|reporter] QUESTION
  phatngon import [-dry-run] [-yes] [-audience public|press] [-unit CODE] FILE|FOLDER|FEED.xml…
                                                  Markdown with front matter is published; DOCX, PDF, HTML, CSV,
                                                  XLSX, RSS and Atom become drafts, also with -yes (which keeps
                                                  incomplete ones): only a spokesperson publishes, in the panel
  phatngon eval [-json] [-k 10] [-against PAGE.md [-update]] DIR
                                                  search quality of a corpus with questions, beside (or written
                                                  into) the figures committed in a page
  phatngon eval -everyday [-json] DIR             what people get to a part of knowledge/golden/everyday;
                                                  with OPENAI_EMBEDDING_MODEL set, with that server's vectors
  phatngon audit verify                           checks the audit chain
  phatngon evidence verify FILE                   checks an evidence pack by itself, on any machine; exit 1 names what is wrong
  phatngon backup FOLDER                          a whole, checked copy of the embedded database in a new folder there, while the server runs
  phatngon officer reset-second EMAIL             turns the second factor of an account off, for who lost phone and recovery codes
  phatngon zalo token < FILE                      stores a new refresh token of the OA, when Zalo has revoked the one there is
  phatngon zalo-sim [-addr 127.0.0.1:9090] [-webhook URL]
`

// Doors open the store: to write, which needs it alone when it is embedded, and
// to read beside a running server. In is the standard input; Meaning makes vectors, and
// nothing where no server is configured; Source is what a backup is made of.
type Doors struct {
	Write, Read Open
	In          io.Reader
	Meaning     func() (*eval.Embedder, error)
	Source      func() (backup.Source, error)
}

// Run does the command that args begin with; ErrUsage when there is none such.
func Run(ctx context.Context, args []string, doors Doors, out Output) error {
	name, args := args[0], args[1:]
	switch name {
	case "ask":
		return Ask(ctx, doors.Read, args, out)
	case "import":
		return Import(ctx, doors.Write, args, out)
	case "eval":
		return Eval(doors.Meaning, args, out)
	case "audit":
		return Audit(ctx, doors.Read, args, out)
	case "evidence":
		return Evidence(args, out)
	case "backup":
		return Backup(ctx, doors.Source, args, out)
	case "officer":
		return Officer(ctx, doors.Write, args, out)
	case "zalo":
		return Zalo(ctx, doors.Write, doors.In, args, out)
	case "zalo-sim":
		return Simulate(ctx, args, out)
	}
	return ErrUsage
}
