package check

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"phatngon/bot/words"
	"phatngon/internal/desk/channels"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/markdown"
	"phatngon/knowledge/verify"
)

// Office is how a unit is written to, by its code.
type Office func(code string) string

// mostShown is how many changes are shown in a chat.
const mostShown = 5

// Text says what was found, with the official words last; of Concluded only the beginning,
// the conclusion is a card of its own.
func (f Finding) Text(office Office, publicURL string) string {
	return words.Lines(f.found(office, publicURL, f.changes()), f.card())
}

// longestWhole is how long a finding is at most, in characters, that is said in one message
// with the official words: what else goes with it still fits, and no message is cut within
// a quotation or apart from who said it.
const longestWhole = 1500

// Messages are Text as a chat has it: the official words are a message of their own where
// all together would be too long for one.
func (f Finding) Messages(office Office, publicURL string) []string {
	found, card := f.found(office, publicURL, f.changes()), f.card()
	if card == "" || utf8.RuneCountInString(found)+utf8.RuneCountInString(card) <= longestWhole {
		return []string{words.Lines(found, card)}
	}
	return []string{found, card}
}

// Lead is Text for a surface that shows the changes and the official words by itself.
func (f Finding) Lead(office Office, publicURL string) string { return f.found(office, publicURL, "") }

// found is what was found, without the official words.
func (f Finding) found(office Office, publicURL, changes string) string {
	fate := words.When(f.Held.Code != "", words.Fate(f.Held, f.Successor, publicURL))
	switch {
	case f.Outcome == Concluded:
		return textConcluded
	case f.Picture:
		return words.When(f.Case == nil, textNoPicture) + words.When(f.Case != nil, textLikePicture)
	case f.Mentioned:
		return words.Lines(fmt.Sprintf(textUnseenNumber, strings.ToUpper(f.Number)), words.When(f.Pasted.Cut, textCut), f.lead(office), fate)
	case f.Outcome == Unseen && f.Ground == ByChannel:
		return words.Lines(textUnseen, Channels(f.Addresses, office))
	case f.Outcome == Unseen && f.Ground != "":
		return words.Lines(textUnseen, words.When(f.Pasted.Cut, textCut), f.lead(office))
	case f.Outcome == Unseen && f.Number != "":
		return fmt.Sprintf(textUnseenNumber, strings.ToUpper(f.Number))
	case f.Outcome == Unseen:
		return words.Lines(textUnseen, words.When(f.Pasted.Cut, textCut))
	case f.Ground == ByChannel:
		return Channels(f.Addresses, office)
	}
	return words.Lines(f.lead(office), changes, f.limits(), fate)
}

// lead says which statement it is.
func (f Finding) lead(office Office) string {
	h := f.Held
	made := []any{h.Title, office(h.Unit), words.Day(h.IssuedAt)}
	switch {
	case f.Ground == ByLink:
		return fmt.Sprintf(textPage, made...)
	case f.Mentioned:
		return fmt.Sprintf(textMentioned, strings.ToUpper(f.Number))
	case f.Ground == ByNumber:
		return words.Lines(fmt.Sprintf(textNumber, append([]any{h.DocumentNo}, made...)...), words.When(f.More > 0, fmt.Sprintf(textSameNumber, f.More)))
	case len(f.Beside.Changes) == 0 && h.Fate != answer.InForce:
		return fmt.Sprintf(textOnce, append([]any{f.compared()}, made...)...)
	case len(f.Beside.Changes) == 0 && f.Outcome == Verbatim && !f.Part:
		return textVerbatim
	case len(f.Beside.Changes) == 0:
		return fmt.Sprintf(textWithin, f.compared())
	case h.Fate == answer.Withdrawn:
		return fmt.Sprintf(textNear, made...)
	case f.altered():
		return fmt.Sprintf(textChanged, len(f.Beside.Changes))
	}
	return fmt.Sprintf(textDiffers, len(f.Beside.Changes))
}

// compared names how much of what was sent was compared.
func (f Finding) compared() string {
	switch {
	case f.Pasted.Cut:
		return textBeginning
	case f.Linked:
		return textWords
	}
	return textAll
}

func (f Finding) limits() string {
	if f.Ground != ByText {
		return ""
	}
	return words.Lines(words.When(f.Beside.Unmarked, textUnmarked), words.When(f.Pasted.Cut, textCut), words.When(f.Linked, textLinked), words.When(f.Part, textPart))
}

// card is the official words; "" of a withdrawn statement.
func (f Finding) card() string {
	if f.Quote.Quote == "" {
		return ""
	}
	card := words.CardsOf(answer.Answer{Status: answer.Answered, Quotes: []answer.Quote{f.Quote}})[0]
	return words.Lines(words.When(f.Outcome == Changed, textOfficial), card)
}

// Change is one place where what was sent is not what was said: the official words and those
// that were sent, both with what stands around them.
type Change struct {
	Kind     verify.ChangeKind `json:"kind"`
	Label    string            `json:"label"`
	Official Piece             `json:"official"`
	Pasted   Piece             `json:"pasted"`
}

// Changes are the places where what was sent is not what was said; none where the official
// words may not be quoted any more.
func (f Finding) Changes() []Change {
	all := []Change{}
	if f.Outcome != Changed || f.Held.Fate == answer.Withdrawn {
		return all
	}
	for _, c := range f.Beside.Changes {
		all = append(all, Change{c.Kind, kinds[string(c.Kind)], Marked(f.Held.Body, c.Official, f.Beside.Official),
			Marked(f.Pasted.Text, c.Pasted, verify.Span{End: len(f.Pasted.Text)})})
	}
	return all
}

// Quotes are the official words of a finding.
func (f Finding) Quotes() []answer.Quote {
	if f.Quote.Quote != "" {
		return []answer.Quote{f.Quote}
	}
	return f.Conclusion.Quotes
}

// changes lists them for a chat, both marked.
func (f Finding) changes() string {
	var lines []string
	all := f.Changes()
	for i, c := range all[:min(len(all), mostShown)] {
		lines = append(lines, fmt.Sprintf(textChange, i+1, c.Label, inLine(c.Official), inLine(c.Pasted)))
	}
	if n := len(all) - mostShown; n > 0 {
		lines = append(lines, fmt.Sprintf(textMore, n))
	}
	return words.Lines(lines...)
}

// Piece is a stretch of a text around one place: what stands before it, there, and behind.
type Piece struct {
	Before string `json:"before"`
	Marked string `json:"marked"`
	Behind string `json:"behind"`
}

// How much of a text is shown around a change, and of it, in bytes.
const (
	aroundShown = 40
	markedShown = 200
)

// Marked is the piece of a text around a span, inside bounds, as it is shown.
func Marked(text string, at, bounds verify.Span) Piece {
	before, behind := text[bounds.Start:at.Start], text[at.End:bounds.End]
	if cut := len(before) - aroundShown; cut > 0 {
		before = before[cut:]
		before = "…" + before[strings.IndexByte(before, ' ')+1:]
	}
	if len(behind) > aroundShown {
		behind = behind[:aroundShown]
		behind = behind[:strings.LastIndexByte(behind, ' ')+1] + "…"
	}
	return Piece{shown(before), strings.TrimSpace(words.Clip(shown(text[at.Start:at.End]), markedShown)), shown(behind)}
}

const white = " \n\t\r\u00a0"

// shown is a piece of a body as it is shown, in one line and without the marks that only
// stand around what statements say.
func shown(s string) string {
	s = strings.ToValidUTF8(s, "")
	begins, ends := strings.TrimLeft(s, white) != s, strings.TrimRight(s, white) != s
	s = strings.Join(strings.Fields(markdown.Read(s).Text()), " ")
	s = words.When(begins, " ") + s + words.When(ends && s != "", " ")
	return strings.NewReplacer("“", "\"", "”", "\"", "【", "[", "】", "]").Replace(s)
}

func inLine(p Piece) string {
	if p.Marked == "" {
		return strings.TrimSpace(strings.TrimSpace(p.Before) + " 【" + textNothing + "】 " + strings.TrimSpace(p.Behind))
	}
	return strings.TrimSpace(p.Before + "【" + p.Marked + "】" + p.Behind)
}

// Channels says of each address whether it is in the list. What is not is not shown again:
// a message of ours leads nobody there.
func Channels(all []channels.Address, office Office) string {
	var lines []string
	opaque, post := false, false
	for i, a := range all {
		name := textThis
		if len(all) > 1 {
			name = fmt.Sprintf(textNth, i+1)
		}
		if c := a.Channel; c != nil {
			lines = append(lines, fmt.Sprintf(textListed, name, c.Label()+" ("+c.Address+")", office(c.Unit)))
			continue
		}
		lines = append(lines, fmt.Sprintf(textUnlisted, name))
		opaque, post = opaque || a.Opaque, post || a.Post && !a.Opaque
	}
	return words.Lines(append(lines, words.When(opaque, textOpaque), words.When(post, textPost))...)
}

// OfUnit lists the channels of a unit.
func OfUnit(d *channels.Directory, unit string, office Office) string {
	all := d.OfUnit(unit)
	if len(all) == 0 {
		return fmt.Sprintf(textNoneOf, office(unit))
	}
	lines := []string{fmt.Sprintf(textOfUnit, office(unit))}
	for _, c := range all {
		lines = append(lines, "• "+c.Label()+": "+c.Address)
	}
	return words.Lines(lines...)
}

// Ask asks for what is to be checked, AskChannel for an address; Unknown says that what came
// is in none of the lists, NoPicture that a picture is in no case, Unlooked that it could not
// be compared.
const (
	Ask        = textAsk
	Unknown    = textUnseen
	NoPicture  = textNoPicture
	Unlooked   = textUnlooked
	AskChannel = textNoAddress
)
