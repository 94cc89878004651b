//go:build meaning

package flow_test

import (
	"os"
	"testing"
	"time"

	"phatngon/internal/desk/people"
	"phatngon/internal/flow"
	"phatngon/internal/flow/index"
	"phatngon/internal/llm"
	"phatngon/knowledge/statement"
)

// Run by `make test-meaning`, with a real model of sentences.
func TestARealModelFindsWhatIsAskedInOtherWords(t *testing.T) {
	client := llm.New(llm.Config{
		BaseURL: os.Getenv("OPENAI_BASE_URL"), EmbeddingModel: os.Getenv("OPENAI_EMBEDDING_MODEL"),
		QuestionModel: os.Getenv("OPENAI_EMBEDDING_QUERY_MODEL"),
	})
	o := newOfficeWith(t, func(f *flow.Deps) {
		f.Embeddings = &index.Embeddings{Client: client, Budget: time.Minute, Pause: 1}
	}, fever(), bus())
	o.embed(t)
	for _, question := range []string{"người bị muỗi đốt phát bệnh có nhiều không", "nguoi bi muoi dot phat benh co nhieu khong"} {
		if hits := o.Index.Search(o.ctx, statement.AudiencePublic, question, "", 5); len(hits) == 0 || hits[0].Statement != fever().Code {
			t.Errorf("%q: found %v; want the fever first", question, hits)
		}
	}
	before := must(o.Inbound.Ask(o.ctx, people.Requester{Kind: people.Citizen}, twoWays))(t)
	if after := must(o.Inbound.Ask(o.ctx, people.Requester{Kind: people.Citizen}, twoWays))(t); after.Text != before.Text {
		t.Errorf("asked twice:\n%s\n%s", before.Text, after.Text)
	}
}
