// Package access is who may come in, and who they are: officers of the panel and their
// sessions, people of the chat and of the Mini App, and the Official Account's own token.
package access

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"io"
	"log/slog"
	"sync"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/routing"
	"phatngon/internal/flow/effects"
	"phatngon/internal/flow/second"
	"phatngon/internal/limits"
	"phatngon/internal/store"
	"phatngon/internal/zalo"
)

// Access lets in. Zalo, and what is done for a person who can be reached from now on, are
// set before use.
type Access struct {
	Store       *store.Store
	Relay       *effects.Relay
	Units       *routing.Registry
	Secrets     Secrets // signs Mini App sessions and device passes
	Second      *second.Factors
	Zalo        *zalo.Client
	DemoPersona func(id string) (Persona, bool) // nil outside the demo
	Now         func() time.Time
	Log         *slog.Logger

	Approach func(context.Context, people.Requester) error // there is a way to this person now
	Opened   func(context.Context, people.Requester) error // they use the Mini App
	Send     func(ctx context.Context, who people.Requester, cause string, messages ...effect.Message) error
	Asker    func(statement, requester string) string // a person's hash among the askings

	DemandsSecond func(people.Role) bool // the policy in force asks this role for a second factor

	makeLogins sync.Once
	limiter    *limits.Limiter
	failures   failures // of passwords
	wrongCodes failures
	refused    failures // accounts of the agency
}

// Persona is a made-up person of the demo.
type Persona struct {
	Name, OAUserID, AppUserID string
}

// newID returns 128 random bits in hex, for keys that must not be guessed.
func newID() string {
	var b [16]byte
	_, _ = rand.Read(b[:]) // never fails since Go 1.24
	return hex.EncodeToString(b[:])
}

// line is the effect that enters a change of access into the audit chain.
func line(cause string, at time.Time, officer, action, subject, detail string) effect.Effect {
	return effect.Effect{Key: cause + "/audit", Kind: effect.DoAudit, At: at,
		Audit: &effect.AuditLine{Officer: officer, Action: action, Subject: subject, Detail: detail}}
}

// audit enters what changes no document of its own.
func (a *Access) audit(ctx context.Context, officer, action, subject, detail string) error {
	return a.enter(ctx, desk.AuditRecord{ID: newID(), Officer: officer, Action: action, Subject: subject, Detail: detail})
}

func (a *Access) enter(ctx context.Context, r desk.AuditRecord) error {
	r.At = a.Now()
	if _, err := a.Store.AppendAudit(ctx, r); err != nil {
		return fmt.Errorf("audit %s: %w", r.Action, err)
	}
	return nil
}

// Note enters that something was done for an account.
func (a *Access) Note(ctx context.Context, by, action, officer string) error {
	return a.audit(ctx, by, action, officer, "")
}

// NoteOnce does so once for a cause, however often it is done.
func (a *Access) NoteOnce(ctx context.Context, cause, by, action, officer string) error {
	return a.enter(ctx, desk.AuditRecord{ID: cause + "/audit", Officer: by, Action: action, Subject: officer})
}

func (a *Access) knownUnit(code string) bool {
	_, ok := a.Units.Unit(code)
	return ok
}

// FirstAdministrator makes an administrator when there is no officer yet. What
// was not configured is generated and printed once.
func (a *Access) FirstAdministrator(ctx context.Context, email, password string, out io.Writer) error {
	officers, err := a.Store.Officers(ctx)
	if err != nil {
		return fmt.Errorf("look for officers: %w", err)
	}
	if len(officers) > 0 {
		return nil
	}
	generated := password == ""
	if generated {
		email, password = "admin@phatngon.local", newID()
	}
	admin := people.Officer{Email: email, Name: "Quản trị viên", Position: "Quản trị viên", Role: people.RoleAdmin, Unit: routing.ProvinceOffice}
	if _, err := a.FirstOfficer(ctx, admin, password); err != nil {
		return fmt.Errorf("first administrator: %w", err)
	}
	if generated {
		fmt.Fprintf(out, "Quản trị viên đầu tiên: %s, mật khẩu: %s (chỉ in một lần; hãy đổi sau khi đăng nhập)\n", email, password)
	}
	return nil
}
