package step

import (
	"phatngon/bot/hear"
	"phatngon/bot/words"
)

// Menu is what a person can do at any time.
func Menu() []Choice {
	return []Choice{
		{Title: words.TitleAsk, Verb: hear.DoAsk}, {Title: words.TitleRequest, Verb: hear.DoRequest},
		{Title: words.TitleReport, Verb: hear.DoReport}, {Title: words.TitleStatus, Verb: hear.DoStatus},
		{Title: words.TitleCheck, Verb: hear.DoCheck},
	}
}

// suggested is how many questions are offered to someone who does not know
// what to ask.
const suggested = 3

// Suggestions are questions that are known to be answerable.
func (t *Turn) Suggestions() []Choice {
	var found []Choice
	for _, q := range t.World.Base.Suggestions(t.Audience(), t.World.Now, suggested) {
		if len(q) <= words.MaxArgument {
			found = append(found, Choice{Title: q, Verb: hear.DoAsk, Argument: q})
		}
	}
	return found
}
