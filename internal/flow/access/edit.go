package access

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/flow/password"
)

// EditOfficer changes what an account says of its officer: name, position, unit, role and
// e-mail. What they signed keeps the name and position of that moment. A changed role or unit
// counts from the next step on.
func (a *Access) EditOfficer(ctx context.Context, by people.Officer, next people.Officer) error {
	if err := people.CanAdminister(by); err != nil {
		return err
	}
	o, err := a.Store.Officer(ctx, next.ID)
	if err != nil {
		return fmt.Errorf("load officer: %w", err)
	}
	if o.Version != next.Version {
		return desk.ErrConflict
	}
	if o.ID == by.ID && next.Role != people.RoleAdmin {
		return &desk.InvalidError{Field: "role", Text: "Không thể tự bỏ quyền quản trị của mình. Vui lòng nhờ quản trị viên khác."}
	}
	before := o
	o.Email, o.Name, o.Position = strings.ToLower(strings.TrimSpace(next.Email)), strings.TrimSpace(next.Name), strings.TrimSpace(next.Position)
	o.Role, o.Unit = next.Role, next.Unit
	if err := a.checkAccount(o); err != nil {
		return err
	}
	err = a.changeOfficer(ctx, by, &o, "officer.edit", changed(before, o))
	if errors.Is(err, desk.ErrConflict) && o.Email != before.Email {
		if other, found := a.Store.OfficerByEmail(ctx, o.Email); found == nil && other.ID != o.ID {
			return &desk.InvalidError{Field: "email", Text: "Email này đã có tài khoản."}
		}
	}
	return err
}

// changed names what is different, without the values.
func changed(a, b people.Officer) string {
	var all []string
	for _, f := range []struct {
		name string
		same bool
	}{{"e-mail", a.Email == b.Email}, {"họ tên", a.Name == b.Name}, {"chức vụ", a.Position == b.Position}, {"vai trò", a.Role == b.Role}, {"đơn vị", a.Unit == b.Unit}} {
		if !f.same {
			all = append(all, f.name)
		}
	}
	return strings.Join(all, ", ")
}

// ResetPassword gives an officer who lost theirs a new one, which an administrator hands over,
// and ends their sessions.
func (a *Access) ResetPassword(ctx context.Context, by people.Officer, id, fresh string) error {
	if err := people.CanAdminister(by); err != nil {
		return err
	}
	if id == by.ID {
		return &desk.RuleError{Text: "Mật khẩu của mình đổi ở trang Tài khoản, với mật khẩu hiện tại."}
	}
	if err := checkNewPassword(fresh); err != nil {
		return err
	}
	o, err := a.Store.Officer(ctx, id)
	if err != nil {
		return fmt.Errorf("load officer: %w", err)
	}
	o.PasswordHash = password.Hash(fresh)
	if err := a.changeOfficer(ctx, by, &o, "officer.password_reset", ""); err != nil {
		return err
	}
	if err := a.Store.DeleteSessionsOf(ctx, id); err != nil {
		return fmt.Errorf("end sessions: %w", err)
	}
	return nil
}
