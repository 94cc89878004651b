package flow

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"phatngon/internal/desk/people"
	"phatngon/internal/desk/routing"
	"phatngon/internal/store"
	"phatngon/knowledge"
)

// FirstStatements fills an empty knowledge base from files; nil means that
// there are none. A broken file refuses the start with every problem listed.
func (f *Flow) FirstStatements(ctx context.Context, files fs.FS) error {
	if files == nil {
		return nil
	}
	there, _, err := f.Store.Statements(ctx, store.StatementFilter{Limit: 1})
	if err != nil {
		return fmt.Errorf("look for statements: %w", err)
	}
	if len(there) > 0 {
		return nil
	}
	statements, problems, err := f.ReadStatements(files)
	if err != nil {
		return fmt.Errorf("read statements: %w", err)
	}
	if len(problems) > 0 {
		return problemsError(problems)
	}
	_, err = f.Import(ctx, statements)
	return err
}

// problemsError lists every problem, a line each.
func problemsError(problems []knowledge.Problem) error {
	var b strings.Builder
	for _, p := range problems {
		b.WriteString("\n  " + p.String())
	}
	return fmt.Errorf("the statements have %d problems; nothing was loaded:%s", len(problems), b.String())
}

// FirstAdministrator makes an administrator when there is no officer yet. What
// was not configured is generated and printed once.
func (f *Flow) FirstAdministrator(ctx context.Context, email, password string, out io.Writer) error {
	officers, err := f.Store.Officers(ctx)
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
	if _, err := f.FirstOfficer(ctx, admin, password); err != nil {
		return fmt.Errorf("first administrator: %w", err)
	}
	if generated {
		fmt.Fprintf(out, "Quản trị viên đầu tiên: %s, mật khẩu: %s (chỉ in một lần; hãy đổi sau khi đăng nhập)\n", email, password)
	}
	return nil
}
