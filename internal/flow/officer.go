package flow

import (
	"context"
	"errors"
	"fmt"
	"net/mail"
	"strings"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
)

// passwordMin is the shortest password, in characters (NIST SP 800-63B-4: 15
// without a second factor is advised; offices choose, but not below this).
const passwordMin = 12

// CreateOfficer adds a person who works in the panel.
func (f *Flow) CreateOfficer(ctx context.Context, by people.Officer, o people.Officer, password string) (people.Officer, error) {
	if err := people.CanAdminister(by); err != nil {
		return o, err
	}
	return f.addOfficer(ctx, by.ID, o, password)
}

// FirstOfficer adds an officer at start, on nobody's behalf; one whose e-mail
// is there already is left as it is.
func (f *Flow) FirstOfficer(ctx context.Context, o people.Officer, password string) (created bool, err error) {
	if _, err := f.Store.OfficerByEmail(ctx, o.Email); !errors.Is(err, desk.ErrNotFound) {
		return false, err
	}
	_, err = f.addOfficer(ctx, "", o, password)
	return err == nil, err
}

func (f *Flow) addOfficer(ctx context.Context, by string, o people.Officer, password string) (people.Officer, error) {
	o.Email = strings.ToLower(strings.TrimSpace(o.Email))
	o.Name, o.Position = strings.TrimSpace(o.Name), strings.TrimSpace(o.Position)
	if err := f.checkOfficer(o, password); err != nil {
		return o, err
	}
	o.ID, o.Version, o.PasswordHash, o.CreatedAt = newID(), 0, HashPassword(password), f.Now()
	err := f.Store.InsertOfficer(ctx, &o)
	if errors.Is(err, desk.ErrConflict) {
		return o, &desk.InvalidError{Field: "email", Text: "Email này đã có tài khoản."}
	}
	if err != nil {
		return o, fmt.Errorf("add officer: %w", err)
	}
	return o, f.audit(ctx, by, "officer.create", o.ID, string(o.Role)+" "+o.Unit)
}

func (f *Flow) checkOfficer(o people.Officer, password string) error {
	if a, err := mail.ParseAddress(o.Email); err != nil || a.Address != o.Email {
		return &desk.InvalidError{Field: "email", Text: "Xin nhập email đúng dạng ten@donvi.vn."}
	}
	if o.Name == "" {
		return &desk.InvalidError{Field: "name", Text: "Xin nhập họ và tên."}
	}
	if o.Role != people.RoleAdmin && o.Role != people.RoleOperator && o.Role != people.RoleSpokesperson {
		return &desk.InvalidError{Field: "role", Text: "Xin chọn vai trò."}
	}
	if o.Role == people.RoleSpokesperson && o.Position == "" {
		return &desk.InvalidError{Field: "position", Text: "Người phát ngôn cần có chức vụ: chức vụ được ghi trong mọi câu trả lời."}
	}
	if !f.knownUnit(o.Unit) {
		return &desk.InvalidError{Field: "unit", Text: "Xin chọn đơn vị trong danh sách."}
	}
	return checkNewPassword(password)
}

func checkNewPassword(password string) error {
	if n := len([]rune(password)); n < passwordMin || n > 200 {
		return &desk.InvalidError{Field: "password", Text: "Mật khẩu cần từ 12 đến 200 ký tự."}
	}
	return nil
}

// SetOfficerDisabled closes or reopens an account; closing ends its sessions.
func (f *Flow) SetOfficerDisabled(ctx context.Context, by people.Officer, id string, disabled bool) error {
	if err := people.CanAdminister(by); err != nil {
		return err
	}
	if id == by.ID {
		return &desk.RuleError{Text: "Không thể tự khoá tài khoản của mình."}
	}
	o, err := f.Store.Officer(ctx, id)
	if err != nil {
		return fmt.Errorf("load officer: %w", err)
	}
	o.Disabled = disabled
	if err := f.Store.ReplaceOfficer(ctx, &o); err != nil {
		return fmt.Errorf("disable officer: %w", err)
	}
	if disabled {
		if err := f.Store.DeleteSessionsOf(ctx, id); err != nil {
			return fmt.Errorf("end sessions: %w", err)
		}
	}
	return f.audit(ctx, by.ID, "officer.disable", id, fmt.Sprint(disabled))
}

// ChangePassword sets the officer's own password and ends their sessions.
func (f *Flow) ChangePassword(ctx context.Context, by people.Officer, old, fresh string) error {
	o, err := f.Store.Officer(ctx, by.ID)
	if err != nil {
		return fmt.Errorf("load officer: %w", err)
	}
	if !checkPassword(o.PasswordHash, old) {
		return &desk.InvalidError{Field: "old", Text: "Mật khẩu hiện tại chưa đúng."}
	}
	if err := checkNewPassword(fresh); err != nil {
		return err
	}
	o.PasswordHash = HashPassword(fresh)
	if err := f.Store.ReplaceOfficer(ctx, &o); err != nil {
		return fmt.Errorf("change password: %w", err)
	}
	if err := f.Store.DeleteSessionsOf(ctx, o.ID); err != nil {
		return fmt.Errorf("end sessions: %w", err)
	}
	return f.audit(ctx, by.ID, "officer.password", o.ID, "")
}
