package eval

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"
	"testing/fstest"

	"phatngon/knowledge/golden"
)

func labelledFiles(change map[string]string) fstest.MapFS {
	files := map[string]string{
		"corpus.jsonl": `{"id":"a","title":"Cầu Hàm Rồng","text":"Cầu Hàm Rồng sửa xong cuối năm."}
{"id":"b","title":"","text":"Sốt xuất huyết đã giảm trong tháng này."}

{"id":"c","title":"","text":"Kỳ thi tuyển sinh lớp 10 diễn ra vào tháng 6."}`,
		"queries.jsonl":        `{"id":"1","text":"cầu Hàm Rồng"}` + "\n" + `{"id":"2","text":"sốt xuất huyết"}`,
		"queries.nodiac.jsonl": `{"id":"1","text":"cau ham rong"}` + "\n" + `{"id":"2","text":"ky thi lop 10"}`,
		"qrels.tsv":            "1\ta\t1\n2\tb\t1\n",
		"unanswerable.jsonl":   `{"id":"9","text":"giá vàng thế giới"}`,
	}
	dir := fstest.MapFS{}
	for name, data := range files {
		dir[name] = &fstest.MapFile{Data: []byte(data)}
	}
	for name, data := range change {
		if dir[name] = (&fstest.MapFile{Data: []byte(data)}); data == "" {
			delete(dir, name)
		}
	}
	return dir
}

func TestEvaluateMeasuresEveryFileOfQuestions(t *testing.T) {
	var said []string
	r, err := Evaluate(labelledFiles(nil), 0, func(s string) { said = append(said, s) })
	if err != nil {
		t.Fatal(err)
	}
	if r.K != 10 || r.Texts != 3 || r.Passages != 3 || r.Bytes == 0 || len(said) != 4 {
		t.Errorf("got %+v after %q", r, said)
	}
	clean, plain := r.Queries[0], r.Queries[1]
	if clean.File != "queries.jsonl" || clean.Count != 2 || clean.Recall1 != 1 || clean.NDCG != 1 || clean.MRR != 1 {
		t.Errorf("clean: got %+v", clean)
	}
	if plain.Recall1 != 0.5 || plain.NDCG >= 1 {
		t.Errorf("one of two is not found without diacritics: got %+v", plain)
	}
	if u := r.Unanswerable[0]; u.Count != 1 || u.Refused != 1 || u.AUROC < 0.7 {
		t.Errorf("unanswerable: got %+v", u)
	}
	together := 0
	for _, step := range r.Unanswerable[0].Reliability {
		together += step.Count
	}
	if together != 2+2+1 {
		t.Errorf("the reliability is of %d questions, want all of both kinds", together)
	}
	var b bytes.Buffer
	if err := r.WriteText(&b); err != nil || !strings.Contains(b.String(), "queries.nodiac.jsonl") || !strings.Contains(b.String(), "answerable questions and unanswerable.jsonl") {
		t.Errorf("%v: %s", err, b.String())
	}
}

func TestEvaluateNamesTheFileAndLineThatIsWrong(t *testing.T) {
	for name, c := range map[string]struct{ file, data, want string }{
		"not JSON":              {"corpus.jsonl", "{\"id\":\"a\",\"text\":\"x\"}\n\nnonsense", "corpus.jsonl:3"},
		"id twice":              {"queries.jsonl", "{\"id\":\"1\"}\n{\"id\":\"1\"}", "queries.jsonl:2"},
		"no id":                 {"unanswerable.jsonl", "{\"text\":\"x\"}", "unanswerable.jsonl:1"},
		"spaces for tabs":       {"qrels.tsv", "1\ta\t1\n2 b 1", "qrels.tsv:2"},
		"no corpus":             {"corpus.jsonl", "", "corpus.jsonl"},
		"empty corpus":          {"corpus.jsonl", "\n", "corpus.jsonl: no lines"},
		"no file of questions":  {"qrels.tsv", "", "qrels.tsv"},
		"a line too long to be": {"corpus.jsonl", fmt.Sprintf(`{"id":"a","text":%q}`, strings.Repeat("a", golden.MaxLine)), "corpus.jsonl"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Evaluate(labelledFiles(map[string]string{c.file: c.data}), 10, nil)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}

func TestMeasures(t *testing.T) {
	var r QueryReport
	r.add([]string{"x", "a", "b"}, map[string]bool{"a": true, "b": true}, 10)
	r.average()
	ideal := 1 + 1/math.Log2(3)
	if want := (1/math.Log2(3) + 0.5) / ideal; math.Abs(r.NDCG-want) > 1e-9 || r.MRR != 0.5 || r.Recall1 != 0 || r.Recall5 != 1 {
		t.Errorf("got %+v, want nDCG %v", r, want)
	}
	if got := AUROC([]float64{0.9, 0.5}, []float64{0.5, 0.1}); got != 0.875 {
		t.Errorf("AUROC = %v, want 0.875", got)
	}
	if got := quantile([]int{3, 1, 2}, 0.5); got != 2 {
		t.Errorf("median = %v, want 2", got)
	}
}
