package people

import (
	"errors"
	"net/http"

	"phatngon/internal/admin/door"
	"phatngon/internal/desk"
	"phatngon/internal/flow/access"
	"phatngon/internal/flow/second"
)

// codePage asks for the second factor of who proved who they are.
type codePage struct {
	door.Page
	Error, Next string
}

func (p *Pages) getLoginCode(v *door.Visit) error {
	if v.Officer.ID != "" {
		return v.Redirect("/admin/home", "")
	}
	if v.Ticket() == "" {
		return v.Redirect("/admin/login", "")
	}
	return v.Render(http.StatusOK, "login_code", codePage{Page: v.Page("Xác thực hai bước", ""), Next: localPath(v.Query("next"))})
}

func (p *Pages) postLoginCode(v *door.Visit) error {
	opened, err := p.Flow.Access.LoginCode(v.Ctx, v.Ticket(), v.Secret("code"), access.Attempt{Address: v.Address(), Device: v.Device(), Browser: v.Browser()})
	text := ""
	if rule := (*desk.RuleError)(nil); errors.As(err, &rule) {
		text = rule.Text
	} else if errors.Is(err, second.ErrCode) {
		text = second.ErrCode.Text
	} else if err != nil {
		return err
	}
	if text != "" {
		return v.Render(http.StatusUnprocessableEntity, "login_code", codePage{v.Page("Xác thực hai bước", ""), text, localPath(v.Text("next"))})
	}
	return p.comeIn(v, opened, localPath(v.Text("next")))
}
