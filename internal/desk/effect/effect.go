// Package effect names what must follow a change. An effect is written in the same
// write as the change that causes it, with the document that changes, and one relay
// (internal/flow/effects) finishes it, each exactly once: its key is made of its cause
// and revision, and everything it does is stored under that key. So no crash leaves a
// change without what follows it, and none does it twice.
package effect

import (
	"strings"
	"time"
)

// Kind names what is to be done.
type Kind string

// Every kind there is. Kinds lists them; the relay handles each, or its test fails.
const (
	DoAudit     Kind = "audit"      // enter a decision into the audit chain
	DoSay       Kind = "say"        // a message to the person, in answer to what they did
	DoFile      Kind = "file"       // file a request, then send its receipt
	DoHandOver  Kind = "hand_over"  // enter the person into the list of those who wait for an officer, then say so
	DoHear      Kind = "hear"       // what the person said reaches the officer they wait for or talk with
	DoTalk      Kind = "talk"       // the person hears of a step of their hand-over, or what the officer said
	DoErase     Kind = "erase"      // remove what is known of the person, behind the messages queued before
	DoTell      Kind = "tell"       // enter into the ledger who was told which version of which statement
	DoAsked     Kind = "asked"      // count a question under the statements that answered it
	DoMissed    Kind = "missed"     // keep that nothing answered a question, for the office to see what it has not spoken of
	DoTakeBack  Kind = "take_back"  // count it no more: the person meant something else
	DoVerdict   Kind = "verdict"    // keep whether what was shown is what the person asked
	DoAnswer    Kind = "answer"     // bring a signed decision on a part of a request to the requester
	DoAnnul     Kind = "annul"      // a signed decision was voided: what is not on its way yet is not sent
	DoReindex   Kind = "reindex"    // a statement changed: the index of every instance learns it
	DoSupersede Kind = "supersede"  // mark the statements that this one replaces
	DoNotify    Kind = "notify"     // whoever was told the older words of a statement hears of the change
	DoApply     Kind = "apply"      // new rules count from now on, for open clocks too
	DoReport    Kind = "report"     // take a report of false content, then send its receipt
	DoFollow    Kind = "follow"     // note that the person wants to hear what becomes of a matter, then say so
	DoJoin      Kind = "join"       // bring a report to its case
	DoFetch     Kind = "fetch"      // try again to fetch a picture that a person sent
	DoMove      Kind = "move"       // the other case of a merge, a split or their undoing
	DoAlias     Kind = "alias"      // what a short link leads to is known by, or no more
	DoAlert     Kind = "alert"      // officers see that many report or ask at once
	DoExpire    Kind = "expire"     // remove what was kept long enough
	DoInform    Kind = "inform"     // who reported a case hears what became of it
	DoConclude  Kind = "conclude"   // a conclusion becomes public, or its label is taken back
	DoJoined    Kind = "joined"     // requests that joined another are answered with it
	DoNews      Kind = "news"       // the person who asked hears of a step of their request
	DoMail      Kind = "mail"       // officers hear by e-mail of a step of a request
	DoRemind    Kind = "remind"     // send the letter of a reminder
	DoMention   Kind = "mention"    // officers whom a remark names hear of it
	DoShare     Kind = "share"      // the queues of units learn of their parts of a divided request
	DoOwnStep   Kind = "own_step"   // do what a person wants done with their own request, then say so
	DoFetchFile Kind = "fetch_file" // have what a person sent with their request, from Zalo
	DoPublished Kind = "published"  // a signed answer became a statement: note it at the request and in the ledger
	DoRegister  Kind = "register"   // take what a reporter shows of themselves, or wants done with it, then say so
	DoPress     Kind = "press"      // a registration changed: the person is known accordingly, then hears of it
	DoDiscard   Kind = "discard"    // remove the pictures of a registration
	DoAnnounce  Kind = "announce"   // a statement came into force: reporters who follow its topic or unit hear of it
	DoDigest    Kind = "digest"     // a reporter hears in one message of the new statements that were held
	DoClaim     Kind = "claim"      // enter what a person wants done with the data kept of them, then say so
	DoClaimNews Kind = "claim_news" // the person hears of a step of their claim
	DoLink      Kind = "link"       // link an officer's account to the person who sent its code, then say so
)

// Kinds lists every kind.
func Kinds() []Kind {
	return []Kind{
		DoAudit, DoSay, DoFile, DoHandOver, DoHear, DoTalk, DoErase, DoTell, DoAsked, DoMissed, DoTakeBack, DoVerdict, DoAnswer, DoAnnul,
		DoReindex, DoSupersede, DoNotify, DoPublished, DoApply,
		DoJoined, DoNews, DoFetchFile, DoOwnStep, DoShare, DoMail, DoRemind,
		DoReport, DoFollow, DoJoin, DoFetch, DoMove, DoAlias, DoAlert, DoExpire, DoInform, DoConclude,
		DoRegister, DoPress, DoDiscard, DoAnnounce, DoDigest,
		DoClaim, DoClaimNews, DoLink,
	}
}

// Effect is one thing to be done; the field of its kind holds what is needed.
type Effect struct {
	Key  string    `bson:"key"` // unique for ever: cause, revision, kind
	Kind Kind      `bson:"kind"`
	At   time.Time `bson:"at"` // of the cause; what the effect stores carries this time

	Audit     *AuditLine `bson:"audit,omitempty"`
	Message   *Message   `bson:"message,omitempty"`   // DoSay
	Filing    *Filing    `bson:"filing,omitempty"`    // DoFile
	HandOver  *HandOver  `bson:"hand_over,omitempty"` // DoHandOver
	Talk      *Talk      `bson:"talk,omitempty"`      // DoHear, DoTalk
	Told      []Told     `bson:"told,omitempty"`      // DoTell
	Asking    *Asking    `bson:"asking,omitempty"`    // DoAsked, DoMissed, DoTakeBack
	Verdict   *Verdict   `bson:"verdict,omitempty"`   // DoVerdict
	Answer    *Answer    `bson:"answer,omitempty"`    // DoAnswer, DoAnnul, DoPublished
	Statement *Statement `bson:"statement,omitempty"` // DoReindex, DoSupersede, DoNotify, DoAnnounce, DoPublished
	News      *News      `bson:"news,omitempty"`      // DoNews, DoShare, DoMail
	OwnStep   *OwnStep   `bson:"own_step,omitempty"`  // DoOwnStep
	SentFile  *SentFile  `bson:"sent_file,omitempty"` // DoFetchFile
	Report    *Report    `bson:"report,omitempty"`    // DoReport
	Wish      *Wish      `bson:"wish,omitempty"`      // DoFollow
	Alert     *Alert     `bson:"alert,omitempty"`     // DoAlert
	Press     *Press     `bson:"press,omitempty"`     // DoRegister, DoPress, DoDiscard, DoDigest
	Claim     *Claim     `bson:"claim,omitempty"`     // DoErase, DoClaim, DoClaimNews
	Link      *Link      `bson:"link,omitempty"`      // DoLink
	Case      *Case      `bson:"case,omitempty"`      // DoJoin, DoFetch, DoMove, DoAlias, DoExpire, DoInform, DoConclude
}

// Cause is the event that led to the effect of a conversation with this key.
func Cause(key string) string { return key[:max(0, strings.LastIndexByte(key, '/'))] }

// AuditLine is a decision for the audit chain; Officer is "" for the system.
type AuditLine struct {
	Officer string `bson:"officer,omitempty"`
	Action  string `bson:"action"`
	Subject string `bson:"subject"`
	Detail  string `bson:"detail,omitempty"`
}

// Message is one message, plain text. Buttons are also listed in the text as numbers, so that
// everything is reachable by typing: the platform does not say whether it shows buttons. For
// who chose last by a button they stand alone.
type Message struct {
	Text    string   `bson:"text"`
	Buttons []Button `bson:"buttons,omitempty"`
}

// Button sends Payload when tapped, or opens URL.
type Button struct {
	Title   string `bson:"title"`
	Payload string `bson:"payload,omitempty"`
	URL     string `bson:"url,omitempty"`
	Alone   bool   `bson:"alone,omitempty"` // not listed in the text
}

// Filing is a request to be filed. Question is what the person typed, Notes is what the
// program noted for the officer; they are never mixed.
type Filing struct {
	Question string   `bson:"question"`
	Notes    []string `bson:"notes,omitempty"`
	Unit     string   `bson:"unit"`
	Context  []Line   `bson:"context,omitempty"`
	Buttons  []Button `bson:"buttons,omitempty"` // below the receipt
	Kind     string   `bson:"kind,omitempty"`    // chosen by the person; "" is what their words say
	Form     *Form    `bson:"form,omitempty"`    // what the law asks of such a request, as far as they said it
	Files    []string `bson:"files,omitempty"`   // addresses at Zalo of what the person sent with it
	English  bool     `bson:"english,omitempty"` // it was put together in English
	Follow   bool     `bson:"follow,omitempty"`  // to be answered with the request of another who asks the same
}

// Form is what a request says beside its question. A commune answers who lives there and who is
// directly concerned (Luật 01/2026/QH16, Art. 10.2.e); what is another's needs their consent (Art.
// 16, 26.1). Urgent is a reporter's.
type Form struct {
	Residence string `bson:"residence,omitempty"`
	Concern   string `bson:"concern,omitempty"`
	Consent   string `bson:"consent,omitempty"` // the paper: whose, number, day
	Urgent    bool   `bson:"urgent,omitempty"`
}

// HandOver is a wish to talk to an officer, of Unit where one was meant.
type HandOver struct {
	Unit    string   `bson:"unit,omitempty"`
	Context []Line   `bson:"context,omitempty"`
	Buttons []Button `bson:"buttons,omitempty"` // below the words that confirm it
}

// Talk names a step of a hand-over: of the person, with what they said (DoHear), or one that
// they hear of (DoTalk). Quiet: the bot said nothing to it.
type Talk struct {
	HandOver string   `bson:"hand_over"`
	Action   string   `bson:"action"`
	Officer  string   `bson:"officer,omitempty"` // who talks, and for which unit
	Unit     string   `bson:"unit,omitempty"`
	Lines    []Line   `bson:"lines,omitempty"`
	Quiet    bool     `bson:"quiet,omitempty"`
	Grave    bool     `bson:"grave,omitempty"`   // the person denounces somebody: this channel is not for it
	Buttons  []Button `bson:"buttons,omitempty"` // below the words that confirm it
}

// Line is one line of a conversation kept as context.
type Line struct {
	At   time.Time `bson:"at" json:"at"`
	From string    `bson:"from" json:"from"` // "requester" or "bot"
	Text string    `bson:"text" json:"text"`
}

// Told is a version of a statement that a person was told.
type Told struct {
	Statement string `bson:"statement"`
	Version   int64  `bson:"version"`
}

// Asking is a person's question and the statements it was answered from. Picked: the
// person chose the statement by its title. Unit would be asked about what nothing answered.
type Asking struct {
	Question   string   `bson:"question"`
	Statements []string `bson:"statements"`
	Picked     bool     `bson:"picked,omitempty"`
	Unit       string   `bson:"unit,omitempty"`
}

// Verdict is what a person says of what was shown to their question. Before is what they had
// asked when the question only makes sense after that.
type Verdict struct {
	Question string  `bson:"question"`
	Before   string  `bson:"before,omitempty"`
	Outcome  string  `bson:"outcome"` // as what it was shown
	Shown    []Shown `bson:"shown"`
	Right    bool    `bson:"right"`
}

// Shown is a quote of a statement that was shown: Quote is the beginning of it, byte for byte.
type Shown struct {
	Statement string `bson:"statement"`
	Version   int64  `bson:"version"`
	Quote     string `bson:"quote"`
}

// Answer names a decision on a part of a request, at one revision.
type Answer struct {
	Request  string `bson:"request"`
	Part     int    `bson:"part"`
	Revision int    `bson:"revision"`        // of the approval; 0 for a refusal
	Whole    []int  `bson:"whole,omitempty"` // all parts at once: the revision of each, -1 for one withdrawn
}

// News names a step of a part of a request; Step counts from 1.
type News struct {
	Request string `bson:"request"`
	Part    int    `bson:"part"`
	Step    int    `bson:"step"`
}

// OwnStep is what a person wants done with their own request: an action of its life, and
// their words for it.
type OwnStep struct {
	Request string   `bson:"request"`
	Part    int      `bson:"part,omitempty"`
	Action  string   `bson:"action"`
	Text    string   `bson:"text,omitempty"`
	Rating  int      `bson:"rating,omitempty"`  // of 1 to 5
	Files   []string `bson:"files,omitempty"`   // addresses at Zalo of what they sent with it
	Uploads []string `bson:"uploads,omitempty"` // SHA-256 of what they uploaded for it in the Mini App
	Buttons []Button `bson:"buttons,omitempty"` // below the words that confirm it
}

// SentFile is a file of a request, by its id, and where Zalo has it, or which of the person's
// uploads it is.
type SentFile struct {
	Request string `bson:"request"`
	ID      string `bson:"id"`
	URL     string `bson:"url,omitempty"`
	Upload  string `bson:"upload,omitempty"` // SHA-256
}

// Statement names a statement as of one version.
type Statement struct {
	Code    string   `bson:"code"`
	Version int64    `bson:"version,omitempty"`
	Codes   []string `bson:"codes,omitempty"` // DoSupersede: what is replaced
}

// Report is false content that a person saw, in their own words; Pictures are addresses at
// Zalo. Consent: they want to be told the conclusion.
type Report struct {
	Text      string   `bson:"text,omitempty"`
	Pictures  []string `bson:"pictures,omitempty"`
	Category  string   `bson:"category"`
	Anonymous bool     `bson:"anonymous,omitempty"`
	Consent   bool     `bson:"consent,omitempty"`
	To        string   `bson:"to,omitempty"`      // code of the case of a report of the person's own that this adds to
	Buttons   []Button `bson:"buttons,omitempty"` // below the receipt
}

// Wish is to hear the conclusion on what a person asked about: the case, where it is known,
// else what is to be recognised when somebody reports it.
type Wish struct {
	Text    string   `bson:"text,omitempty"`
	Case    string   `bson:"case,omitempty"`
	Buttons []Button `bson:"buttons,omitempty"` // below the words that it is noted
}

// Alert says that so many reported a case, or asked what a statement answers, within so
// many minutes.
type Alert struct {
	Case      string `bson:"case,omitempty"`
	Statement string `bson:"statement,omitempty"`
	Unit      string `bson:"unit"`
	Count     int    `bson:"count"`
	Minutes   int    `bson:"minutes"`
}

// Press is what a reporter shows of themselves (pictures are addresses at Zalo) or wants done
// (DoRegister: Action is an action of the life of a registration), or names a registration
// and a step of it (DoPress, DoDiscard, DoDigest: with the statements that were held).
type Press struct {
	Action   string   `bson:"action,omitempty"`
	Newsroom string   `bson:"newsroom,omitempty"`
	Kind     string   `bson:"kind,omitempty"` // "" until it is chosen: see desk/press.Kinds
	Pictures []string `bson:"pictures,omitempty"`
	English  bool     `bson:"english,omitempty"` // what is said
	All      bool     `bson:"all,omitempty"`     // follow everything
	Units    []string `bson:"units,omitempty"`
	Topics   []string `bson:"topics,omitempty"`
	Buttons  []Button `bson:"buttons,omitempty"` // below the words that confirm it

	Registration string `bson:"registration,omitempty"`
	Step         int    `bson:"step,omitempty"`

	Statements []string `bson:"statements,omitempty"` // codes
}

// Case names a case with a report of it (DoJoin), a picture of that (DoFetch), the case
// that has reports from it (DoMove), the key of a link (DoAlias), or the step of its history
// that others are told (DoInform, DoConclude).
type Case struct {
	Code    string `bson:"code,omitempty"`
	Report  string `bson:"report,omitempty"`
	Picture string `bson:"picture,omitempty"`
	URL     string `bson:"url,omitempty"`
	Step    int    `bson:"step,omitempty"`
	Other   string `bson:"other,omitempty"`
	Link    string `bson:"link,omitempty"`
}

// Claim is what a person wants done with the data kept of them (DoClaim; of DoErase the right
// by which they want it), or names a claim and a step of it (DoClaimNews). Steps count from 1.
type Claim struct {
	Right   string   `bson:"right,omitempty"`
	Text    string   `bson:"text,omitempty"`
	Buttons []Button `bson:"buttons,omitempty"` // below the words that confirm it

	Claim string `bson:"claim,omitempty"`
	Step  int    `bson:"step,omitempty"`
}

// Link is the code by which an officer proves in the chat that an account is theirs. It works
// once, and for minutes.
type Link struct {
	Code string `bson:"code"`
}
