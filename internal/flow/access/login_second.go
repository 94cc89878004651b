package access

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/flow/second"
)

// TicketLife is how long after the first step the code may come.
const TicketLife = 10 * time.Minute

// errTicket is the answer to a code that no first step of the last minutes stands behind.
var errTicket = &desk.RuleError{Text: "Đã quá 10 phút từ bước đăng nhập đầu, hoặc mật khẩu vừa đổi. Xin đăng nhập lại từ đầu."}

// LoginCode opens the session that a ticket of Login waits for. Codes are counted as
// passwords are: a known browser has its own attempts.
func (a *Access) LoginCode(ctx context.Context, ticket, code string, try Attempt) (Opened, error) {
	o, err := a.PassHolder(ctx, forCode, ticket, errTicket)
	if err != nil {
		return Opened{}, err
	}
	key, allowed := a.mayTryAs(a.Now(), o.ID, "code:"+o.ID, try)
	if !allowed {
		return Opened{}, errors.Join(errTries, a.noteCodeFailure(ctx, o.ID))
	}
	if err := a.Second.Check(ctx, o.ID, code); err != nil {
		if errors.Is(err, second.ErrCode) {
			err = errors.Join(err, a.noteCodeFailure(ctx, o.ID))
		}
		return Opened{}, err
	}
	a.logins().Undo(key)
	return a.open(ctx, o, try, true)
}

// MustEnrol reports whether an officer's role is to have a second factor, and none was shown
// when this session began: until then they may do nothing else.
func (a *Access) MustEnrol(o people.Officer, s people.Session) bool {
	return !s.Second && a.DemandsSecond != nil && a.DemandsSecond(o.Role)
}

// ConfirmSecond turns an officer's second factor on. Sessions that began without it end, but
// for the one that it was turned on in, which is one with it from now on.
func (a *Access) ConfirmSecond(ctx context.Context, by people.Officer, token, code string) (recovery []string, err error) {
	key := "confirm:" + by.ID
	if !a.logins().Allow(a.Now(), key, loginTries) {
		return nil, errTries
	}
	if recovery, err = a.Second.Confirm(ctx, by.ID, code); err != nil {
		return nil, err
	}
	a.logins().Undo(key)
	s, err := a.Store.Session(ctx, Hash(token))
	if err == nil {
		s.Second = true
		err = a.Store.ReplaceSession(ctx, &s)
	}
	if err != nil {
		return recovery, fmt.Errorf("mark a session: %w", err)
	}
	return recovery, a.EndOtherSessions(ctx, by, token)
}

// RenewRecovery gives an officer new recovery codes, for a code.
func (a *Access) RenewRecovery(ctx context.Context, by people.Officer, code string) (recovery []string, err error) {
	err = a.withCode(ctx, by, func() error {
		recovery, err = a.Second.Renew(ctx, by.ID, code)
		return err
	})
	return recovery, err
}

// EndSecond turns an officer's own second factor off, for a code, where their role may do
// without.
func (a *Access) EndSecond(ctx context.Context, by people.Officer, code string) error {
	if a.DemandsSecond != nil && a.DemandsSecond(by.Role) {
		return &desk.RuleError{Text: "Vai trò của Anh/Chị bắt buộc xác thực hai bước. Muốn đổi điện thoại: nhờ quản trị viên đặt lại, rồi bật trên máy mới."}
	}
	return a.withCode(ctx, by, func() error { return a.Second.End(ctx, by.ID, code) })
}

// withCode does what a code allows: wrong ones count as at sign-in.
func (a *Access) withCode(ctx context.Context, by people.Officer, do func() error) error {
	key := "step:" + by.ID
	if !a.logins().Allow(a.Now(), key, loginTries) {
		return errors.Join(errTries, a.noteCodeFailure(ctx, by.ID))
	}
	err := do()
	if errors.Is(err, second.ErrCode) {
		return errors.Join(err, a.noteCodeFailure(ctx, by.ID))
	}
	if err == nil {
		a.logins().Undo(key)
	}
	return err
}

// ResetSecond turns the second factor of somebody who lost their phone off, and ends their
// sessions.
func (a *Access) ResetSecond(ctx context.Context, by people.Officer, id string) error {
	if err := people.CanAdminister(by); err != nil {
		return err
	}
	if id == by.ID {
		return &desk.RuleError{Text: "Xác thực hai bước của mình tắt ở trang Tài khoản, bằng một mã hoặc mã dự phòng."}
	}
	if _, err := a.Store.Officer(ctx, id); err != nil {
		return fmt.Errorf("load officer: %w", err)
	}
	return a.resetSecond(ctx, by.ID, id)
}

// ResetSecondByHost does the same for whoever runs the program on its machine: the way back
// for an only administrator who lost phone and recovery codes.
func (a *Access) ResetSecondByHost(ctx context.Context, email string) error {
	o, err := a.Store.OfficerByEmail(ctx, strings.ToLower(strings.TrimSpace(email)))
	if err != nil {
		return fmt.Errorf("load officer: %w", err)
	}
	return a.resetSecond(ctx, "", o.ID)
}

func (a *Access) resetSecond(ctx context.Context, by, id string) error {
	if err := a.Second.Reset(ctx, by, id); err != nil {
		return err
	}
	if err := a.Store.DeleteSessionsOf(ctx, id); err != nil {
		return fmt.Errorf("end sessions: %w", err)
	}
	return nil
}
