package access

import (
	"context"
	"errors"
	"fmt"
	"net/mail"
	"strings"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/flow/password"
	"phatngon/internal/store"
)

// passwordMin is the shortest password, in characters (NIST SP 800-63B-4: 15
// without a second factor is advised; offices choose, but not below this).
const passwordMin = 12

// CreateOfficer adds a person who works in the panel.
func (a *Access) CreateOfficer(ctx context.Context, by people.Officer, o people.Officer, password string) (people.Officer, error) {
	if err := people.CanAdminister(by); err != nil {
		return o, err
	}
	return a.addOfficer(ctx, by.ID, o, password)
}

// InviteOfficer adds one who will set their own password: until then nobody signs in.
func (a *Access) InviteOfficer(ctx context.Context, by people.Officer, o people.Officer) (people.Officer, error) {
	if err := people.CanAdminister(by); err != nil {
		return o, err
	}
	return a.insertOfficer(ctx, by.ID, o, "", "officer.invite")
}

// FirstOfficer adds an officer at start, on nobody's behalf; one whose e-mail
// is there already is left as it is.
func (a *Access) FirstOfficer(ctx context.Context, o people.Officer, password string) (created bool, err error) {
	if _, err := a.Store.OfficerByEmail(ctx, o.Email); !errors.Is(err, desk.ErrNotFound) {
		return false, err
	}
	_, err = a.addOfficer(ctx, "", o, password)
	return err == nil, err
}

func (a *Access) addOfficer(ctx context.Context, by string, o people.Officer, typed string) (people.Officer, error) {
	if err := checkNewPassword(typed); err != nil {
		if wrong := a.checkAccount(tidied(o)); wrong != nil {
			err = wrong // the form's first fields first
		}
		return o, err
	}
	return a.insertOfficer(ctx, by, o, password.Hash(typed), "officer.create")
}

func tidied(o people.Officer) people.Officer {
	o.Email = strings.ToLower(strings.TrimSpace(o.Email))
	o.Name, o.Position = strings.TrimSpace(o.Name), strings.TrimSpace(o.Position)
	return o
}

// insertOfficer stores a new account; without a hash nobody signs in to it yet.
func (a *Access) insertOfficer(ctx context.Context, by string, o people.Officer, hash, action string) (people.Officer, error) {
	o = tidied(o)
	if err := a.checkAccount(o); err != nil {
		return o, err
	}
	o.ID, o.Version, o.PasswordHash, o.CreatedAt = newID(), 0, hash, a.Now()
	err := a.Store.InsertOfficer(ctx, &o, line("officer:"+o.ID+"/1", o.CreatedAt, by, action, o.ID, string(o.Role)+" "+o.Unit))
	if errors.Is(err, desk.ErrConflict) {
		return o, &desk.InvalidError{Field: "email", Text: "Email này đã có tài khoản."}
	}
	if err != nil {
		return o, fmt.Errorf("add officer: %w", err)
	}
	a.Relay.Finish(ctx, store.Officers, o.ID)
	return o, nil
}

func (a *Access) checkAccount(o people.Officer) error {
	if parsed, err := mail.ParseAddress(o.Email); err != nil || parsed.Address != o.Email {
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
	if !a.knownUnit(o.Unit) {
		return &desk.InvalidError{Field: "unit", Text: "Xin chọn đơn vị trong danh sách."}
	}
	return nil
}

func checkNewPassword(password string) error {
	if n := len([]rune(password)); n < passwordMin || n > 200 {
		return &desk.InvalidError{Field: "password", Text: "Mật khẩu cần từ 12 đến 200 ký tự."}
	}
	return nil
}

// SetOfficerDisabled closes or reopens an account; closing ends its sessions.
func (a *Access) SetOfficerDisabled(ctx context.Context, by people.Officer, id string, disabled bool) error {
	if err := people.CanAdminister(by); err != nil {
		return err
	}
	if id == by.ID {
		return &desk.RuleError{Text: "Không thể tự khoá tài khoản của mình."}
	}
	o, err := a.Store.Officer(ctx, id)
	if err != nil {
		return fmt.Errorf("load officer: %w", err)
	}
	o.Disabled = disabled
	if err := a.changeOfficer(ctx, by, &o, "officer.disable", fmt.Sprint(disabled)); err != nil {
		return err
	}
	if disabled {
		if err := a.Store.DeleteSessionsOf(ctx, id); err != nil {
			return fmt.Errorf("end sessions: %w", err)
		}
	}
	return nil
}

// ChangePassword sets the officer's own password and ends their sessions.
func (a *Access) ChangePassword(ctx context.Context, by people.Officer, old, fresh string) error {
	o, err := a.Store.Officer(ctx, by.ID)
	if err != nil {
		return fmt.Errorf("load officer: %w", err)
	}
	if !password.Check(o.PasswordHash, old) {
		return &desk.InvalidError{Field: "old", Text: "Mật khẩu hiện tại chưa đúng."}
	}
	if err := checkNewPassword(fresh); err != nil {
		return err
	}
	o.PasswordHash = password.Hash(fresh)
	if err := a.changeOfficer(ctx, by, &o, "officer.password", ""); err != nil {
		return err
	}
	if err := a.Store.DeleteSessionsOf(ctx, o.ID); err != nil {
		return fmt.Errorf("end sessions: %w", err)
	}
	return nil
}

// SetPassword sets the password of an officer who showed a link, as they were read then, and
// ends their sessions.
func (a *Access) SetPassword(ctx context.Context, o *people.Officer, fresh string) error {
	if err := checkNewPassword(fresh); err != nil {
		return err
	}
	o.PasswordHash = password.Hash(fresh)
	if err := a.changeOfficer(ctx, *o, o, "officer.password_set", ""); err != nil {
		return err
	}
	if err := a.Store.DeleteSessionsOf(ctx, o.ID); err != nil {
		return fmt.Errorf("end sessions: %w", err)
	}
	return nil
}

// changeOfficer stores an account with its line in the audit chain.
func (a *Access) changeOfficer(ctx context.Context, by people.Officer, o *people.Officer, action, detail string) error {
	key := fmt.Sprintf("officer:%s/%d", o.ID, o.Version+1)
	if err := a.Store.ReplaceOfficer(ctx, o, line(key, a.Now(), by.ID, action, o.ID, detail)); err != nil {
		return fmt.Errorf("change officer: %w", err)
	}
	a.Relay.Finish(ctx, store.Officers, o.ID)
	return nil
}
