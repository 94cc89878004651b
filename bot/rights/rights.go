// Package rights is what the Official Account says of the data that is kept of a person, and
// how it takes what they want done with it: see, correct, delete, take the consent back. Pure.
package rights

import (
	"fmt"

	"phatngon/bot/hear"
	"phatngon/bot/step"
	"phatngon/bot/words"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/rights"
)

// Do is the switch from what a person chose to what follows.
func Do(t *step.Turn, v hear.Verb) {
	switch v {
	case hear.DoPrivacy:
		privacy(t)
	case hear.DoView:
		view(t)
	case hear.DoCorrect:
		t.Conv.Waiting = chat.WaitCorrect
		t.Say(words.TextCorrect, step.Choice{Title: words.TitlePrivacy, Verb: hear.DoPrivacy}, step.Choice{Title: words.TitleMenu, Verb: hear.DoMenu})
	case hear.DoErase:
		sure(t, words.TextEraseSure, words.TitleEraseYes, hear.DoReallyErase)
	case hear.DoUnconsent:
		sure(t, words.TextUnconsent, words.TitleUnconsentYes, hear.DoReallyUnconsent)
	case hear.DoReallyErase:
		erase(t, rights.Delete)
	case hear.DoReallyUnconsent:
		erase(t, rights.Withdraw)
	}
}

func privacy(t *step.Turn) {
	t.Say(words.Privacy(t.World.Rules, t.World.PublicURL+words.PrivacyPath),
		step.Choice{Title: words.TitleView, Verb: hear.DoView}, step.Choice{Title: words.TitleCorrect, Verb: hear.DoCorrect},
		step.Choice{Title: words.TitleUnconsent, Verb: hear.DoUnconsent}, step.Choice{Title: words.TitleErase, Verb: hear.DoErase},
		step.Choice{Title: words.TitleHuman, Verb: hear.DoHuman}, step.Choice{Title: words.TitleMenu, Verb: hear.DoMenu})
}

func sure(t *step.Turn, text, yes string, v hear.Verb) {
	t.Conv.Waiting = chat.WaitErase
	t.Say(text, step.Choice{Title: yes, Verb: v}, step.Choice{Title: words.TitleEraseNo, Verb: hear.DoKeep})
}

// erase forgets the conversation; the caller erases the rest. The proof is known before.
func erase(t *step.Turn, right string) {
	proof := rights.ErasureProof(t.Event.ID)
	t.Say(fmt.Sprintf(words.TextErased, proof, rights.ErasureURL(t.World.PublicURL, proof)))
	t.Follow(effect.Effect{Kind: effect.DoErase, Claim: &effect.Claim{Right: right}})
}

func view(t *step.Turn) { claim(t, effect.Claim{Right: rights.View}) }

// Correct takes what is to be corrected, in the person's words.
func Correct(t *step.Turn) {
	claim(t, effect.Claim{Right: rights.Correct, Text: words.CutRunes(t.HeardLine(), rights.MostText)})
}

// claim has it entered; what came of it is said by what does it.
func claim(t *step.Turn, c effect.Claim) {
	_, c.Buttons = t.List([]step.Choice{{Title: words.TitlePrivacy, Verb: hear.DoPrivacy}, {Title: words.TitleMenu, Verb: hear.DoMenu}})
	t.Follow(effect.Effect{Kind: effect.DoClaim, Claim: &c})
}

// ShowNamed tells where the person's own claim stands whose code stands in what they wrote;
// false when none does. Another's is not found: that it exists is not told either.
func ShowNamed(t *step.Turn) bool {
	id, ok := rights.FindCode(t.Heard.Raw)
	if !ok {
		return false
	}
	next := []step.Choice{{Title: words.TitlePrivacy, Verb: hear.DoPrivacy}, {Title: words.TitleMenu, Verb: hear.DoMenu}}
	c := t.World.Claim
	if c == nil || c.ID != id {
		t.Say(fmt.Sprintf(words.TextNotFound, id), next...)
		return true
	}
	t.Say(words.ClaimState(*c, t.World.Rules.Right(c.Right).Name, t.World.Rules.RightGrounds()), next...)
	return true
}
