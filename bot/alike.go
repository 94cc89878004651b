package bot

import (
	"fmt"

	"phatngon/bot/hear"
	"phatngon/bot/talk"
	"phatngon/bot/words"
	"phatngon/internal/desk/chat"
	"phatngon/knowledge/answer"
)

// scheduled says that something on the matter will be published, and when; "" for nothing.
func (t *turn) scheduled() string {
	r, ok := talk.Scheduled(t.World.Base, answer.Question{Text: t.Conv.Pending.Question, Audience: t.Audience(), Now: t.World.Now})
	if !ok {
		return ""
	}
	return fmt.Sprintf(words.TextScheduled, words.Moment(r.At), t.UnitName(r.Unit))
}

// fileUnlessAlike files the question at hand; when somebody else's open request asks the
// same it first says so, and nothing of it but its unit and an officer's title.
func (t *turn) fileUnlessAlike() {
	p, like := t.Conv.Pending, t.World.Alike
	_, own := t.openRequest(p.Question)
	if own || like == nil || like.Question != p.Question || like.Unit != p.Unit {
		t.file(false)
		return
	}
	topic := ""
	if like.Topic != "" {
		topic = fmt.Sprintf(words.TextAlikeTopic, like.Topic)
	}
	t.Conv.Waiting = chat.WaitConfirm
	t.Say(fmt.Sprintf(t.in(words.TextAlike), t.UnitName(p.Unit), topic),
		choice{Title: t.in(words.TitleJoin), Verb: hear.DoJoin}, choice{Title: t.in(words.TitleFileOwn), Verb: hear.DoFileOwn}, choice{Title: t.in(words.TitleCancel), Verb: hear.DoCancel})
}
