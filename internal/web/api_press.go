package web

import (
	"slices"
	"strings"

	"github.com/gofiber/fiber/v2"

	botpress "phatngon/bot/press"
	"phatngon/internal/desk/press"
	"phatngon/internal/desk/publication"
	flowpress "phatngon/internal/flow/press"
	"phatngon/internal/store"
	"phatngon/internal/web/doors"
	"phatngon/internal/web/problem"
	"phatngon/internal/web/shape"
	"phatngon/knowledge/statement"
)

// pressForm is what a reporter shows of themselves; pictures are uploads, by SHA-256.
type pressForm struct {
	Newsroom string   `json:"newsroom" validate:"required,max=240"`
	Kind     string   `json:"kind" validate:"required,max=40"`
	Pictures []string `json:"pictures" validate:"dive,len=64,hexadecimal"`
	Agreed   bool     `json:"agreed"`
}

// Trim takes the spaces off around the newsroom.
func (f *pressForm) Trim() { f.Newsroom = strings.TrimSpace(f.Newsroom) }

type followsForm struct {
	All    bool     `json:"all"`
	Units  []string `json:"units" validate:"max=30,dive,max=40"`
	Topics []string `json:"topics" validate:"max=30,dive,max=120"`
	Daily  bool     `json:"daily"` // in one message a day
}

type followsView struct {
	All       bool     `json:"all"`
	Units     []string `json:"units"`
	UnitNames []string `json:"unit_names"` // of units, in their order
	Topics    []string `json:"topics"`
	Daily     bool     `json:"daily"`
}

func (s *site) follows(f press.Follows) followsView {
	v := followsView{All: f.All, Units: listed(f.Units), UnitNames: []string{}, Topics: listed(f.Topics), Daily: f.Daily}
	for _, code := range f.Units {
		v.UnitNames = append(v.UnitNames, s.unitName(code))
	}
	return v
}

type pressView struct {
	ID             string          `json:"id"`
	State          press.State     `json:"state"`
	StateLabel     string          `json:"state_label"`
	Text           string          `json:"text"`
	Newsroom       string          `json:"newsroom"`
	Kind           string          `json:"kind"`
	Open           bool            `json:"open"`
	Verified       bool            `json:"verified"`
	Consent        string          `json:"consent"`
	ConsentEnglish string          `json:"consent_english"`
	MostPictures   int             `json:"most_pictures"`
	MostBytes      int             `json:"most_bytes"`
	Kinds          []pressKind     `json:"kinds"`
	Follows        followsView     `json:"follows"`
	Following      string          `json:"following"`
	News           []statementItem `json:"news"`
}

type pressKind struct {
	Code    string `json:"code"`
	Text    string `json:"text"`
	English string `json:"english"`
}

// getPress shows a person themselves as a reporter. Pictures are not among it.
func (s *site) getPress(c *fiber.Ctx) error { return s.sendPress(c, fiber.StatusOK) }

func (s *site) sendPress(c *fiber.Ctx, status int) error {
	r, err := s.Flow.Press.Latest(c.UserContext(), requester(c).ID)
	if err != nil {
		return err
	}
	v := s.pressStart()
	if r != nil {
		v.ID, v.State, v.StateLabel, v.Text = r.ID, r.State, r.State.Label(), botpress.State(*r)
		v.Newsroom, v.Kind, v.Open, v.Verified = r.Newsroom, r.Kind().Code, r.Open(), r.InForce(s.now())
	}
	if v.Verified {
		v.Follows = s.follows(r.Follows)
		v.Following = botpress.Following(r.Follows, s.unitName, r.Foreign)
		if v.News, err = s.pressNews(c, *r); err != nil {
			return err
		}
	}
	return c.Status(status).JSON(v)
}

// pressStart is what somebody who never registered sees.
func (s *site) pressStart() pressView {
	days := s.Flow.Rules.At(s.now()).Press().PictureDays
	v := pressView{Consent: botpress.Consent(days, false), ConsentEnglish: botpress.Consent(days, true), MostPictures: press.MostPictures, MostBytes: doors.UploadLimit,
		Kinds: []pressKind{}, News: []statementItem{}, Follows: s.follows(press.Follows{})}
	for _, k := range press.Kinds() {
		v.Kinds = append(v.Kinds, pressKind{k.Code, k.Text, k.English})
	}
	return v
}

// pressNewsFrom is how many of the newest statements are looked through.
const pressNewsFrom = 100

// pressNews are the newest statements among what a reporter follows.
func (s *site) pressNews(c *fiber.Ctx, r press.Registration) ([]statementItem, error) {
	items := []statementItem{}
	newest, _, err := s.list(c.UserContext(), store.StatementFilter{Limit: pressNewsFrom}, publication.AudienceOf(requester(c), s.now()))
	for _, st := range slices.DeleteFunc(newest, func(st statement.Statement) bool { return !r.Follows.Match(st) }) {
		items = append(items, s.item(st))
	}
	return items[:min(len(items), defaultLimit)], err
}

// postPress registers a reporter, or adds to their registration while it is not decided.
func (s *site) postPress(c *fiber.Ctx) error {
	in, err := shape.Read[pressForm](c.BodyRaw())
	if err != nil {
		return err
	}
	source, err := filingSource(c)
	if err != nil {
		return err
	}
	if !in.Agreed {
		return problem.Fields{"agreed": "Cần sự đồng ý của Anh/Chị mới nhận được ảnh để xác minh."}
	}
	filing := flowpress.Filing{Source: "press:" + source, Newsroom: in.Newsroom, Kind: in.Kind, At: s.now()}
	if _, err := s.Flow.Press.FromApp(c.UserContext(), requester(c), filing, in.Pictures); err != nil {
		return err
	}
	return s.sendPress(c, fiber.StatusCreated)
}

// postPressWithdraw takes the person's own registration back.
func (s *site) postPressWithdraw(c *fiber.Ctx) error {
	r, err := s.Flow.Press.Latest(c.UserContext(), requester(c).ID)
	if err == nil && r != nil {
		_, err = s.Flow.Press.Withdraw(c.UserContext(), requester(c), r.ID, s.now())
	}
	if err != nil {
		return err
	}
	return s.sendPress(c, fiber.StatusOK)
}

// postPressFollows notes of which new statements a verified reporter wants to hear.
func (s *site) postPressFollows(c *fiber.Ctx) error {
	in, err := shape.Read[followsForm](c.BodyRaw())
	if err != nil {
		return err
	}
	r, err := s.Flow.Press.Latest(c.UserContext(), requester(c).ID)
	if err != nil {
		return err
	}
	if r == nil {
		return problem.Fields{"all": "Chỉ phóng viên đã xác minh theo dõi được phát ngôn mới."}
	}
	f := press.Follows{All: in.All, Units: in.Units, Topics: in.Topics, Daily: in.Daily}
	if _, err := s.Flow.Press.Follow(c.UserContext(), requester(c), r.ID, f, "", s.now()); err != nil {
		return err
	}
	return s.sendPress(c, fiber.StatusOK)
}
