package people

import (
	"net/http"
	"time"

	"phatngon/internal/admin/door"
)

// zaloLink is how an officer's notices go to a Zalo account: linked or not, and the code of
// the moment, which is shown once.
type zaloLink struct {
	Linked bool
	Code   string
	Until  time.Time
	Hours  int // since the officer's last message, in which notices go there
}

func (p *Pages) zaloLinkOf(v *door.Visit) zaloLink {
	return zaloLink{Linked: v.Officer.Zalo != "", Hours: p.Flow.Rules.At(p.Flow.Now()).Reminders().ZaloHours}
}

// postZalo makes the code that links an account, and shows it this once.
func (p *Pages) postZalo(v *door.Visit) error {
	within := time.Duration(p.Flow.Rules.At(p.Flow.Now()).Reminders().CodeMinutes) * time.Minute
	code, until, err := p.Flow.Access.NewLinkCode(v.Ctx, v.Officer, within)
	if err != nil {
		return err
	}
	page, err := p.accountPage(v, nil)
	if err != nil {
		return err
	}
	page.Zalo.Code, page.Zalo.Until = code, until
	return v.Render(http.StatusOK, "account", page)
}

// postZaloEnd ends that notices go to a Zalo account.
func (p *Pages) postZaloEnd(v *door.Visit) error {
	if err := p.Flow.Access.Unlink(v.Ctx, v.Officer); err != nil {
		return err
	}
	return v.Redirect("/admin/account", "Đã bỏ nối: tin báo việc không gửi tới Zalo nữa; thư điện tử vẫn gửi như cũ.")
}
