package people

import (
	"net/http"
	"net/url"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/edge"
	"phatngon/internal/flow/invitations"
)

// linkPage hands a link over, this once, where no mail server is configured.
type linkPage struct {
	door.Page
	Name, Email, Link string
	Until             time.Time
}

// invited tells how the link goes to an officer.
func (p *Pages) invited(v *door.Visit, name, email string, way invitations.Way) error {
	if way.Mailed {
		return v.Redirect("/admin/officers", "Thư có liên kết đặt mật khẩu đang được gửi tới "+email+"; liên kết dùng được đến "+edge.DateTime(way.Until)+". Thư không gửi được sẽ hiện ở mục Tin chưa tới.")
	}
	return v.Render(http.StatusOK, "link", linkPage{v.Page("Liên kết đặt mật khẩu", "officers"), name, email, way.Link, way.Until})
}

// postPasswordLink sends an officer a link by which they set their password anew.
func (p *Pages) postPasswordLink(v *door.Visit) error {
	way, err := p.Flow.Invitations.Renew(v.Ctx, v.Officer, v.Param("id"))
	if err != nil {
		return err
	}
	o, err := p.Store.Officer(v.Ctx, v.Param("id"))
	if err != nil {
		return err
	}
	return p.invited(v, o.Name, o.Email, way)
}

func escaped(s string) string { return url.QueryEscape(s) }
