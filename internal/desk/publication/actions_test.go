package publication_test

import (
	"strings"
	"testing"

	"phatngon/internal/desk/people"
	"phatngon/internal/desk/publication"
	"phatngon/knowledge/statement"
)

func TestAPageOffersWhatCanBeDone(t *testing.T) {
	drafter := people.Officer{ID: "an", Role: people.RoleOperator, Unit: "TH-YT"}
	signer := people.Officer{ID: "binh", Role: people.RoleSpokesperson, Unit: "TH-YT", Name: "Bình", Position: "Giám đốc"}
	other := people.Officer{ID: "chi", Role: people.RoleSpokesperson, Unit: "TH-XD", Name: "Chi", Position: "Giám đốc"}
	draft := func(by string) statement.Statement {
		return statement.Statement{Code: "PN-1", Unit: "TH-YT", Status: statement.StatusDraft, Author: by}
	}
	published, changed, own := draft("an"), draft("an"), draft("an")
	published.Status, changed.Status, own.Status = statement.StatusPublished, statement.StatusPublished, statement.StatusPublished
	changed.Proposal, own.Proposal = &statement.Statement{Unit: "TH-YT", Author: "an"}, &statement.Statement{Unit: "TH-YT", Author: "binh"}
	withdrawn, superseded := published, published
	withdrawn.Status, superseded.Status = statement.StatusWithdrawn, statement.StatusSuperseded
	for name, c := range map[string]struct {
		o    people.Officer
		s    statement.Statement
		want string
	}{
		"the drafter of a draft":                        {drafter, draft("an"), "save hint"},
		"the spokesperson, another's draft":             {signer, draft("an"), "save hint publish"},
		"the spokesperson, an own draft":                {signer, draft("binh"), "save hint"},
		"the spokesperson of another unit":              {other, draft("an"), ""},
		"the spokesperson, in force":                    {signer, published, "save hint withdraw"},
		"the drafter, in force":                         {drafter, published, "save hint"},
		"the spokesperson, in force with a change":      {signer, changed, "save hint publish withdraw"},
		"the spokesperson, in force with an own change": {signer, own, "save hint withdraw"},
		"withdrawn is the end":                          {signer, withdrawn, ""},
		"superseded too":                                {signer, superseded, ""},
	} {
		t.Run(name, func(t *testing.T) {
			if got := strings.Join(publication.Actions(c.o, c.s), " "); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestOnlyTheSystemSupersedes(t *testing.T) {
	for who, o := range map[string]people.Officer{
		"a spokesperson":   {ID: "binh", Role: people.RoleSpokesperson, Unit: "TH-YT", Name: "Bình", Position: "Giám đốc"},
		"an administrator": {ID: "chi", Role: people.RoleAdmin, Unit: "TH-YT"},
	} {
		if err := publication.May(o, "TH-YT")(publication.System); err == nil {
			t.Errorf("%s takes the system's step", who)
		}
	}
	if err := publication.May(people.Officer{}, "TH-YT")(publication.System); err != nil {
		t.Errorf("the system is refused: %v", err)
	}
}
