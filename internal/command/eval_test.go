package command

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// laws writes a labelled set in a folder of that name, and a page that commits
// an nDCG@10 for it, of so many questions that not all is noise.
func laws(t *testing.T, ndcg string) (dir, page string) {
	t.Helper()
	dir, page = filepath.Join(t.TempDir(), "laws"), filepath.Join(t.TempDir(), "quality.md")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	for file, text := range map[string]string{
		filepath.Join(dir, "corpus.jsonl"):       `{"id":"1","text":"Thuế sử dụng đất nộp tại xã."}` + "\n" + `{"id":"2","text":"Đăng ký khai sinh tại nơi cư trú."}`,
		filepath.Join(dir, "queries.jsonl"):      `{"id":"q1","text":"nộp thuế đất ở đâu"}`,
		filepath.Join(dir, "unanswerable.jsonl"): `{"id":"u1","text":"giá vàng thế giới"}`,
		filepath.Join(dir, "qrels.tsv"):          "q1\t3\t1\n", // nobody finds it: nDCG is 0
		page: "<!-- figures: labelled -->\n| set | questions | count | nDCG@10 |\n|---|---|---|---|\n" +
			"| laws | queries.jsonl | 99 | " + ndcg + " |\n| news | queries.jsonl | 9 | 0.900 |\n<!-- /figures -->\n",
	} {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir, page
}

func runEval(args ...string) (stdout string, err error) {
	var out, errs bytes.Buffer
	err = Eval(nil, args, Output{&out, &errs})
	return out.String(), err
}

func TestEvalSetsItsFiguresBesideTheCommittedOnes(t *testing.T) {
	dir, page := laws(t, "0.000")
	out, err := runEval("-against", page, dir)
	if err != nil || !strings.Contains(out, "laws, queries.jsonl: nDCG@10") || !strings.Contains(out, "laws, unanswerable.jsonl: AUROC") || strings.Contains(out, "news") {
		t.Errorf("%v\n%s", err, out)
	}
}

func TestEvalFailsWhereAFigureIsWorse(t *testing.T) {
	dir, page := laws(t, "1.000")
	if out, err := runEval("-against", page, dir); err == nil || !strings.Contains(err.Error(), "laws, queries.jsonl: nDCG@10") || !strings.Contains(out, "worse -1.000") {
		t.Errorf("%v\n%s", err, out)
	}
}

func TestEvalWritesItsFiguresAndKeepsThoseOfOtherSets(t *testing.T) {
	dir, page := laws(t, "0.500")
	if _, err := runEval("-against", page, "-update", dir); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(page)
	if text := string(data); err != nil || !strings.Contains(text, "| news | queries.jsonl | 9 | 0.900 |") || strings.Contains(text, "0.500") || !strings.Contains(text, "| laws | unanswerable.jsonl | 1 |") {
		t.Errorf("%v\n%s", err, text)
	}
	if _, err := runEval("-against", page, dir); err != nil {
		t.Errorf("what was just written is worse: %v", err)
	}
}

func TestEvalSaysWhichPageItCannotRead(t *testing.T) {
	dir, page := laws(t, "a lot")
	if _, err := runEval("-against", page, dir); err == nil || !strings.Contains(err.Error(), page+": line 4: nDCG@10") {
		t.Errorf("bad cell: %v", err)
	}
	if _, err := runEval("-against", filepath.Join(dir, "none.md"), dir); err == nil || !strings.Contains(err.Error(), "none.md") {
		t.Errorf("no page: %v", err)
	}
	if _, err := runEval("-update", dir); err != ErrUsage {
		t.Errorf("a page to update is not named: %v", err)
	}
}
