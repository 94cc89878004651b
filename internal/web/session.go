package web

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/internal/flow/access"
	"phatngon/internal/web/problem"
	"phatngon/internal/web/shape"
)

// loginForm is one of a Zalo user token, or in the demo a persona.
type loginForm struct {
	AccessToken string `json:"access_token" validate:"required_without=Persona,excluded_with=Persona,max=4000"`
	Persona     string `json:"persona" validate:"max=100"`
}

type sessionView struct {
	Token     string    `json:"token"`
	ExpiresAt time.Time `json:"expires_at"`
	User      userView  `json:"user"`
}

type userView struct {
	Name string               `json:"name"`
	Kind people.RequesterKind `json:"kind"`
}

// postSession opens a session; the Zalo token is verified with Zalo and not
// kept.
func (s *site) postSession(c *fiber.Ctx) error {
	in, err := shape.Read[loginForm](c.BodyRaw())
	if err != nil {
		return err
	}
	token, who, err := s.login(c, in)
	if err != nil {
		return err
	}
	c.Set(fiber.HeaderCacheControl, "no-store")
	return c.JSON(sessionView{Token: token, ExpiresAt: s.now().Add(access.AppSessionLife).In(calendar.Zone),
		User: userView{Name: displayName(who), Kind: who.KindAt(s.now())}})
}

func (s *site) login(c *fiber.Ctx, in loginForm) (string, people.Requester, error) {
	if in.Persona == "" {
		return s.Flow.Access.MiniAppLogin(c.UserContext(), in.AccessToken)
	}
	token, who, err := s.Flow.Access.DemoLogin(c.UserContext(), in.Persona)
	if errors.Is(err, desk.ErrNotFound) {
		err = problem.Fields{"persona": "Không có nhân vật này."}
	}
	if err == nil && who.DisplayName == "" {
		p, _ := s.Flow.Access.DemoPersona(in.Persona) // DemoLogin has found it
		who.DisplayName = p.Name
	}
	return token, who, err
}

func displayName(who people.Requester) string {
	switch {
	case who.DisplayName != "":
		return who.DisplayName
	case who.Kind == people.Citizen:
		return "Công dân"
	}
	return "Phóng viên"
}

const userKey = "user"

// user lets in only who has a valid session, and notes who it is.
func (s *site) user(c *fiber.Ctx) error {
	token, ok := strings.CutPrefix(c.Get(fiber.HeaderAuthorization), "Bearer ")
	if !ok {
		return problem.ErrSignedOut
	}
	who, err := s.Flow.Access.MiniAppUser(c.UserContext(), strings.TrimSpace(token))
	if errors.Is(err, desk.ErrForbidden) {
		return problem.ErrSignedOut
	}
	if err != nil {
		return err
	}
	c.Locals(userKey, who)
	c.Set(fiber.HeaderCacheControl, "no-store")
	return c.Next()
}

// isUser reports whether a token is a session; a database that does not answer is asked
// again when the body is there.
func (s *site) isUser(ctx context.Context, token string) bool {
	_, err := s.Flow.Access.MiniAppUser(ctx, token)
	return !errors.Is(err, desk.ErrForbidden)
}

// maybeUser lets everyone in; a session, when given, must be valid.
func (s *site) maybeUser(c *fiber.Ctx) error {
	if c.Get(fiber.HeaderAuthorization) == "" {
		return c.Next()
	}
	return s.user(c)
}

// requester is the person of the session, the zero value without one.
func requester(c *fiber.Ctx) people.Requester {
	who, _ := c.Locals(userKey).(people.Requester)
	return who
}
