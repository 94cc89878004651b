package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"phatngon/knowledge/golden"
	"phatngon/knowledge/samples"
)

func madeUp(t *testing.T) golden.LabelledSet {
	t.Helper()
	set, err := synthetic(samples.Files(), 600)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func TestTheSameSamplesMakeTheSameCorpus(t *testing.T) {
	if diff := cmp.Diff(madeUp(t), madeUp(t)); diff != "" {
		t.Error(diff)
	}
}

func TestGrowingInStepsOrAtOnceIsTheSame(t *testing.T) {
	steps, once := newCorpus("", madeUp(t)), newCorpus("", madeUp(t))
	steps.grow(1000)
	steps.grow(1500)
	once.grow(1500)
	if diff := cmp.Diff(once.texts, steps.texts); diff != "" {
		t.Error(diff)
	}
	if once.passages < 1500 || once.passages > 1501 {
		t.Errorf("grown to %d passages, want 1500", once.passages)
	}
}

func TestEveryMadeUpQuestionIsAnsweredByOneText(t *testing.T) {
	c := newCorpus("", madeUp(t))
	if want := 3 * syntheticQuestions; len(c.questions) != want {
		t.Fatalf("%d questions, want %d", len(c.questions), want)
	}
	for _, q := range c.questions {
		if len(q.relevant) != 1 {
			t.Errorf("%q is answered by %d texts", q.text, len(q.relevant))
		}
	}
}

func TestSpellingsFollowOneAnother(t *testing.T) {
	c := newCorpus("", madeUp(t))
	if diff := cmp.Diff([]string{"queries.jsonl", "queries.nodiac.jsonl", "queries.noisy.jsonl"}, c.files); diff != "" {
		t.Fatal(diff)
	}
	for i := 0; i < len(c.questions); i += 3 {
		turn := c.questions[i : i+3]
		if turn[0].file != 0 || turn[1].file != 1 || turn[2].file != 2 {
			t.Fatalf("files %d, %d, %d side by side", turn[0].file, turn[1].file, turn[2].file)
		}
		if diff := cmp.Diff(turn[0].relevant, turn[2].relevant); diff != "" {
			t.Fatalf("%q and %q are different questions: %s", turn[0].text, turn[2].text, diff)
		}
		if strings.ContainsAny(turn[1].text, "àáạảãâăđêôơư") || turn[2].text == turn[0].text {
			t.Errorf("not respelt: %q, %q", turn[1].text, turn[2].text)
		}
	}
}

func TestDistractorsAreMadeOfTextsThatAnswerNothing(t *testing.T) {
	c := newCorpus("", golden.LabelledSet{
		Corpus: []golden.LabelledText{
			{ID: "answer", Text: "Câu này trả lời câu hỏi đó."},
			{ID: "other", Text: "Câu kia nói về chuyện khác. Thêm một câu nữa cho đủ dài."},
		},
		Queries:  map[string][]golden.LabelledText{"queries.jsonl": {{ID: "q", Text: "câu hỏi"}}},
		Relevant: map[string]map[string]bool{"q": {"answer": true}},
	})
	c.grow(20)
	if len(c.texts) < 12 {
		t.Fatalf("grown to %d texts", len(c.texts))
	}
	for _, text := range c.texts[2:] {
		if strings.Contains(text.Text, "trả lời") || !strings.Contains(text.Text, "câu") {
			t.Errorf("a distractor of an answer: %q", text.Text)
		}
	}
}

func TestSentencesLeaveOutTablesAndHeadings(t *testing.T) {
	got := sentences("# Tiêu đề của một phát ngôn dài\nCâu thứ nhất có đủ chữ. Câu thứ hai cũng có đủ chữ!\n\n" +
		"- Mục đầu của một danh sách dài\n| Cột một | Cột hai | Cột ba |\nNgắn quá.")
	want := []string{"Câu thứ nhất có đủ chữ.", "Câu thứ hai cũng có đủ chữ!", "Mục đầu của một danh sách dài"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
