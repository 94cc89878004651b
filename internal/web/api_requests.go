package web

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"

	"phatngon/bot/words"
	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/publication"
	"phatngon/internal/desk/request"
	"phatngon/internal/flow/requests"
	"phatngon/internal/web/problem"
	"phatngon/internal/web/shape"
	"phatngon/knowledge/statement"
)

type requestForm struct {
	Question string `json:"question" validate:"required,min=5,max=4000"`
	Unit     string `json:"unit" validate:"required,max=40"`
	Wanted   string `json:"wanted" validate:"max=40"` // the newsroom's own deadline, RFC 3339; of a reporter
	Kind     string `json:"kind" validate:"max=40"`   // a code of getRequestForm; "" is what the words say

	Residence string `json:"residence" validate:"max=300"`
	Concern   string `json:"concern" validate:"max=300"`
	Consent   string `json:"consent" validate:"max=300"`
	Urgent    bool   `json:"urgent"`

	Files []string `json:"files" validate:"max=5,dive,len=64,hexadecimal"` // SHA-256 of uploads

	Follow bool `json:"follow"` // to be answered with the request of somebody else who asks the same
}

// guardForm is what is to be filed, before it is.
type guardForm struct {
	Question string `json:"question" validate:"required,min=5,max=4000"`
	Unit     string `json:"unit" validate:"required,max=40"`
}

// Trim takes the spaces off around the question.
func (f *guardForm) Trim() { f.Question = strings.TrimSpace(f.Question) }

// Trim takes the spaces off around the question.
func (f *requestForm) Trim() { f.Question = strings.TrimSpace(f.Question) }

type requestItem struct {
	Code       string        `json:"code"`
	State      request.State `json:"state"`
	StateLabel string        `json:"state_label"`
	UnitName   string        `json:"unit_name"`
	Due        time.Time     `json:"due"`
	Question   string        `json:"question"`
	Kind       string        `json:"kind"`   // of what kind it is, in words
	Wanted     string        `json:"wanted"` // the newsroom's own deadline; "" for none
	CreatedAt  time.Time     `json:"created_at"`
	FollowURL  string        `json:"follow_url"` // opens in any browser, to whoever has it

	Files    []sentFileView `json:"files"`    // what the person sent with it
	Followed bool           `json:"followed"` // it gets the answer to another's request that asks the same
}

type requestView struct {
	requestItem
	Clock        calendar.Clock  `json:"clock"`
	Explanation  []calendar.Line `json:"explanation"` // of the clock, day by day
	Answer       *signedView     `json:"answer"`
	Refusal      *refusalView    `json:"refusal"`
	StatementURL string          `json:"statement_url"`
	Delivery     *deliveryView   `json:"delivery,omitempty"`
	Parts        []partView      `json:"parts"`
	Together     bool            `json:"together"` // all parts are answered at once
	May          []string        `json:"may"`      // what the person may do now
	Timeline     []event         `json:"timeline"`
}

type signedView struct {
	Banner       string    `json:"banner"` // what became of it since
	Text         string    `json:"text"`   // "" once withdrawn
	TextHTML     string    `json:"text_html"`
	Spokesperson string    `json:"spokesperson"`
	Position     string    `json:"position"`
	Unit         string    `json:"unit"`
	At           time.Time `json:"at"`
	Masked       string    `json:"masked"` // what is left out, "" for nothing
	MaskedFor    string    `json:"masked_for"`
}

type refusalView struct {
	Ground string `json:"ground"`
	Basis  string `json:"basis"`
	Reason string `json:"reason"`

	Instead   string `json:"instead"`   // what can be given instead
	Complaint string `json:"complaint"` // the right to complain and to sue
}

// postRequest files a request; the same Idempotency-Key of the same person
// files once, and may not be used for something else.
func (s *site) postRequest(c *fiber.Ctx) error {
	in, err := shape.Read[requestForm](c.BodyRaw())
	if err != nil {
		return err
	}
	source, err := filingSource(c)
	if err != nil {
		return err
	}
	wanted, err := s.wanted(in.Wanted)
	if err != nil {
		return err
	}
	r, err := s.Flow.Requests.File(c.UserContext(), requester(c), requests.Filing{
		Filing: effect.Filing{Question: in.Question, Unit: in.Unit, Follow: in.Follow, Kind: in.Kind,
			Form: &effect.Form{Residence: in.Residence, Concern: in.Concern, Consent: in.Consent, Urgent: in.Urgent}}, Source: source, Channel: requests.ChannelMiniApp, At: s.now(), Wanted: wanted, Uploads: in.Files,
	})
	if err != nil {
		return err
	}
	if r.Question != in.Question {
		return problem.Fields{"question": "Khóa chống gửi trùng đã dùng cho yêu cầu " + r.Code + ". Anh/Chị vui lòng gửi lại từ biểu mẫu mới."}
	}
	return c.Status(fiber.StatusCreated).JSON(s.request(r))
}

// kindView is a kind of request that the person may choose, and what it asks for.
type kindView struct {
	Code    string `json:"code"`
	Name    string `json:"name"`
	Asks    string `json:"asks"`
	Default bool   `json:"default"`
}

// getRequestForm says of which kinds the person's request may be, and what else it may say:
// press is a reporter's form.
func (s *site) getRequestForm(c *fiber.Ctx) error {
	now := s.now()
	kind := requester(c).KindAt(now)
	items := []kindView{}
	for _, k := range s.Flow.Rules.At(now).RequestKinds(kind) {
		items = append(items, kindView{k.Code, k.Name, k.Asks, k.Default})
	}
	return c.JSON(fiber.Map{"press": policy.LawFor(kind) == policy.LawPress, "kinds": items, "most_files": request.MaxFiles, "most_bytes": request.MaxFile})
}

// wanted is the newsroom's own deadline as it was typed; the zero time for none.
func (s *site) wanted(typed string) (time.Time, error) {
	if typed == "" {
		return time.Time{}, nil
	}
	at, err := time.Parse(time.RFC3339, typed)
	if err != nil || !at.After(s.now()) || at.After(s.now().AddDate(1, 0, 0)) {
		return at, problem.Fields{"wanted": "Thời hạn của tòa soạn phải sau bây giờ, trong vòng một năm."}
	}
	return at, nil
}

// wantedIn is a newsroom's own deadline as the app reads it.
func wantedIn(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.In(calendar.Zone).Format(time.RFC3339)
}

// filingSource makes the key of one person's filing; hashed, since the client
// chooses its text.
func filingSource(c *fiber.Ctx) (string, error) {
	key := c.Get("Idempotency-Key")
	if len(key) < 8 || len(key) > 200 {
		return "", problem.Fields{"Idempotency-Key": "Thiếu khóa chống gửi trùng (8 đến 200 ký tự)."}
	}
	sum := sha256.Sum256([]byte(requester(c).ID + "\x00" + key))
	return "miniapp:" + hex.EncodeToString(sum[:]), nil
}

const requestsShown = 50

func (s *site) getRequests(c *fiber.Ctx) error {
	found, err := s.Store.RequestsOf(c.UserContext(), requester(c).ID, requestsShown)
	if err != nil {
		return err
	}
	items := make([]requestItem, 0, len(found))
	for _, r := range found {
		items = append(items, s.request(r))
	}
	return c.JSON(fiber.Map{"items": items})
}

// getRequest shows a person's own request.
func (s *site) getRequest(c *fiber.Ctx) error {
	r, err := s.ownRequest(c)
	if err != nil {
		return err
	}
	return s.sendRequest(c, r)
}

// ownRequest is the person's own request; another's is not found.
func (s *site) ownRequest(c *fiber.Ctx) (request.Request, error) {
	r, err := s.Store.Request(c.UserContext(), strings.ToUpper(c.Params("code")))
	if err != nil {
		return r, err
	}
	if r.Requester != requester(c).ID || len(r.Parts) == 0 {
		return r, desk.ErrNotFound
	}
	return r, nil
}

func (s *site) sendRequest(c *fiber.Ctx, r request.Request) (err error) {
	v := s.requestDetail(r)
	if v.Delivery, err = s.deliveryOf(c.UserContext(), r); err != nil {
		return err
	}
	if err := s.markFates(c.UserContext(), publication.AudienceOf(requester(c), s.now()), &v, r); err != nil {
		return err
	}
	return c.JSON(v)
}

func (s *site) request(r request.Request) requestItem {
	return requestItem{Code: r.Code, State: r.State, StateLabel: r.State.Label(), UnitName: s.unitName(r.Unit),
		Due: r.Due.In(calendar.Zone), Question: r.Question, Kind: r.KindName, Wanted: wantedIn(r.Wanted), CreatedAt: r.CreatedAt.In(calendar.Zone), FollowURL: s.Flow.Requests.FollowURL(r), Files: sentFilesOf(r), Followed: r.Joined != ""}
}

// requestDetail tells the outcome only once it was sent: a draft or a signed
// text that is still on its way is the office's.
func (s *site) requestDetail(r request.Request) requestView {
	p := r.Parts[0]
	v := requestView{requestItem: s.request(r), Clock: localClock(p.Clock), Explanation: p.Clock.Explain(), Together: r.Together,
		May: mayDo(r), Timeline: s.timeline(r), Answer: s.signed(r, p), Refusal: s.refusalOf(r, p)}
	for i := range r.Parts {
		v.Parts = append(v.Parts, s.part(r, i))
	}
	if p.Statement != "" {
		v.StatementURL = s.statementURL(p.Statement)
	}
	return v
}

// markFates says of each part what became of its answer.
func (s *site) markFates(ctx context.Context, who statement.Audience, v *requestView, r request.Request) error {
	for i, p := range r.Parts {
		if err := s.markFate(ctx, who, v.Parts[i].Answer, p.Statement); err != nil {
			return err
		}
	}
	v.Answer = v.Parts[0].Answer
	return nil
}

// markFate says what became of an answer that was published since: a withdrawn
// one is no longer shown to anyone.
func (s *site) markFate(ctx context.Context, who statement.Audience, v *signedView, published string) error {
	if v == nil || published == "" {
		return nil
	}
	st, err := s.Store.Statement(ctx, published)
	if errors.Is(err, desk.ErrNotFound) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("load the published answer: %w", err)
	}
	by, _ := s.Flow.Base.Successor(st.Code, who, s.now())
	v.Banner = banner(st, by, s.now())
	if st.Status == statement.StatusWithdrawn {
		v.Text, v.TextHTML = "", ""
	}
	return nil
}

func localClock(k calendar.Clock) calendar.Clock {
	k.Start, k.Due, k.Counted = k.Start.In(calendar.Zone), k.Due.In(calendar.Zone), listed(k.Counted)
	if k.Skipped == nil {
		k.Skipped = []calendar.Skip{}
	}
	return k
}

// refusalOf is a refusal that was said; nil of one that waits for the other parts.
func (s *site) refusalOf(r request.Request, p request.Part) *refusalView {
	f := p.Refusal
	if f == nil || p.State != request.Refused || p.Held {
		return nil
	}
	text, basis := words.Ground(s.Flow.Rules.At(s.now()), r.RequesterKind, f.Ground)
	return &refusalView{Ground: text, Basis: basis, Reason: f.Reason, Instead: f.Instead, Complaint: words.Complaint(r)}
}
