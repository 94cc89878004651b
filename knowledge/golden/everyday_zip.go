package golden

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"time"

	"phatngon/knowledge/statement"
)

// WriteEveryday writes a ZIP whose files ReadEveryday reads once they are unpacked into a
// folder, beside those of others: name is theirs.
func WriteEveryday(w io.Writer, name string, s EverydaySet) error {
	files := zip.NewWriter(w)
	texts := make([]everydayText, len(s.Texts))
	for i, t := range s.Texts {
		texts[i] = everydayText{Code: t.Code, Title: t.Title, Unit: t.Unit, IssuedAt: t.IssuedAt.In(statement.Vietnam).Format(time.DateOnly), Text: t.Body}
	}
	for _, f := range []struct {
		name  string
		lines []byte
	}{
		{"texts-" + name + ".jsonl", lines(texts)}, {"questions-" + name + ".jsonl", lines(s.Answerable)}, {"near-" + name + ".jsonl", lines(s.Near)},
	} {
		out, err := files.Create(f.name)
		if err == nil {
			_, err = out.Write(f.lines)
		}
		if err != nil {
			return err
		}
	}
	return files.Close()
}

// lines are values as JSON, one a line.
func lines[T any](all []T) []byte {
	var out bytes.Buffer
	to := json.NewEncoder(&out)
	to.SetEscapeHTML(false)
	for _, one := range all {
		if err := to.Encode(one); err != nil {
			panic(err) // strings are always JSON
		}
	}
	return out.Bytes()
}
