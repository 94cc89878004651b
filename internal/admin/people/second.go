package people

import (
	"errors"
	"net/http"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
)

// secondPage is an officer's own second factor. What is shown once is not on it again.
type secondPage struct {
	door.Page
	On       bool
	Since    time.Time
	Left     int  // recovery codes
	Demanded bool // by the policy, of their role
	Fresh    bool // this session began without it: sign in again
	Mistake  string
	Asked    string // for what the wrong code was: "confirm", "renew", "end"

	QR       qrCode // of a secret that waits for its first code
	Secret   string
	Recovery []string // new ones
}

func (p *Pages) secondPageOf(v *door.Visit) (secondPage, error) {
	factor, err := p.Flow.Access.Second.Of(v.Ctx, v.Officer.ID)
	return secondPage{
		Page: v.Page("Xác thực hai bước", "account"), On: factor.On(), Since: factor.Since, Left: len(factor.Recovery),
		Demanded: p.Flow.Access.DemandsSecond(v.Officer.Role), Fresh: v.MustEnrol && factor.On(),
	}, err
}

// showSecond shows the page with what a step adds to it.
func (p *Pages) showSecond(v *door.Visit, status int, add func(*secondPage)) error {
	page, err := p.secondPageOf(v)
	if err != nil {
		return err
	}
	if add != nil {
		add(&page)
	}
	return v.Render(status, "second", page)
}

func (p *Pages) getSecond(v *door.Visit) error { return p.showSecond(v, http.StatusOK, nil) }

// postSecond makes a secret and shows it.
func (p *Pages) postSecond(v *door.Visit) error {
	secret, err := p.Flow.Access.Second.Propose(v.Ctx, v.Officer.ID)
	if err != nil {
		return err
	}
	return p.showSecret(v, http.StatusOK, secret, "")
}

func (p *Pages) showSecret(v *door.Visit, status int, secret []byte, mistake string) error {
	code, err := newQR(people.SecretURL(secret, v.Officer.Email))
	if err != nil {
		return err
	}
	return p.showSecond(v, status, func(page *secondPage) {
		page.QR, page.Secret, page.Mistake, page.Asked = code, people.SecretText(secret), mistake, "confirm"
	})
}

// postSecondConfirm turns it on with the first code, and shows the recovery codes this once.
func (p *Pages) postSecondConfirm(v *door.Visit) error {
	recovery, err := p.Flow.Access.ConfirmSecond(v.Ctx, v.Officer, v.Session(), v.Secret("code"))
	var invalid *desk.InvalidError
	if errors.As(err, &invalid) {
		secret, err := p.Flow.Access.Second.Proposed(v.Ctx, v.Officer.ID)
		if err != nil {
			return err
		}
		return p.showSecret(v, http.StatusUnprocessableEntity, secret, invalid.Text)
	}
	if err != nil && recovery == nil {
		return err
	}
	return p.showRecovery(v, recovery)
}

func (p *Pages) showRecovery(v *door.Visit, recovery []string) error {
	return p.showSecond(v, http.StatusOK, func(page *secondPage) { page.Recovery = recovery })
}

func (p *Pages) postSecondRecovery(v *door.Visit) error {
	recovery, err := p.Flow.Access.RenewRecovery(v.Ctx, v.Officer, v.Secret("code"))
	if err != nil {
		return p.secondRefused(v, err, "renew")
	}
	return p.showRecovery(v, recovery)
}

func (p *Pages) postSecondEnd(v *door.Visit) error {
	if err := p.Flow.Access.EndSecond(v.Ctx, v.Officer, v.Secret("code")); err != nil {
		return p.secondRefused(v, err, "end")
	}
	return v.Redirect(door.SecondFactorPath, "Đã tắt xác thực hai bước. Từ lần sau, đăng nhập chỉ cần mật khẩu.")
}

func (p *Pages) secondRefused(v *door.Visit, err error, asked string) error {
	var invalid *desk.InvalidError
	if !errors.As(err, &invalid) {
		return err
	}
	return p.showSecond(v, http.StatusUnprocessableEntity, func(page *secondPage) { page.Mistake, page.Asked = invalid.Text, asked })
}

// postSecondReset turns it off for a colleague who lost their phone.
func (p *Pages) postSecondReset(v *door.Visit) error {
	if err := p.Flow.Access.ResetSecond(v.Ctx, v.Officer, v.Param("id")); err != nil {
		return err
	}
	return v.Redirect("/admin/officers", "Đã đặt lại xác thực hai bước; mọi phiên đang mở của tài khoản đã kết thúc. Cán bộ đăng nhập bằng mật khẩu rồi bật trên điện thoại mới.")
}
