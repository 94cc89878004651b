// Package demo is what runs when nothing is configured: a Zalo simulator in
// the same process, made-up people and officers. Nothing of it is served in
// production.
package demo

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"time"

	"phatngon/internal/desk/people"
	"phatngon/internal/desk/routing"
	"phatngon/internal/flow"
	"phatngon/internal/flow/access"
	"phatngon/internal/zalo"
	"phatngon/internal/zalo/webhook"
	"phatngon/internal/zalo/zalotest"
)

// Password of every demo account.
const Password = "phatngon-demo"

// Officers of the demo: two units with a drafter and a spokesperson each, and
// an administrator.
var officers = []people.Officer{
	{Email: "quantri@demo.vn", Name: "Phạm Thị Quản Trị", Position: "Quản trị viên", Role: people.RoleAdmin, Unit: routing.ProvinceOffice},
	{Email: "canbo@demo.vn", Name: "Lê Thị Soạn", Position: "Chuyên viên", Role: people.RoleOperator, Unit: routing.ProvinceOffice},
	{Email: "phatngon@demo.vn", Name: "Trần Văn Duyệt", Position: "Chánh Văn phòng UBND tỉnh", Role: people.RoleSpokesperson, Unit: routing.ProvinceOffice},
	{Email: "canbo.yte@demo.vn", Name: "Nguyễn Thị Thảo", Position: "Chuyên viên", Role: people.RoleOperator, Unit: "TH-YT"},
	{Email: "phatngon.yte@demo.vn", Name: "Hoàng Văn Ký", Position: "Giám đốc Sở Y tế", Role: people.RoleSpokesperson, Unit: "TH-YT"},
	{Email: "canbo.xaydung@demo.vn", Name: "Đỗ Văn Viết", Position: "Chuyên viên", Role: people.RoleOperator, Unit: "TH-XD"},
	{Email: "phatngon.xaydung@demo.vn", Name: "Vũ Thị Ký", Position: "Giám đốc Sở Xây dựng", Role: people.RoleSpokesperson, Unit: "TH-XD"},
}

// Accounts lists the demo's officers.
func Accounts() []people.Officer { return slices.Clone(officers) }

// Officers adds the demo accounts that are not there yet.
func Officers(ctx context.Context, f *flow.Flow) error {
	for _, o := range officers {
		if _, err := f.Access.FirstOfficer(ctx, o, Password); err != nil {
			return fmt.Errorf("demo account %s: %w", o.Email, err)
		}
	}
	return nil
}

// Announce says where people find what.
func Announce(w io.Writer, url string, isDemo bool) {
	if !isDemo {
		fmt.Fprintf(w, "\nPhát Ngôn đang chạy: %s/admin\n", url)
		return
	}
	fmt.Fprintf(w, `
Phát Ngôn đang chạy (bản dùng thử, dữ liệu mẫu).

  Trò chuyện với bot   %s/dev/zalo
  Bàn làm việc         %s/admin
  Mini App             %s/miniapp/

Tài khoản dùng thử (mật khẩu chung: %s)
`, url, url, url, Password)
	roles := map[people.Role]string{people.RoleAdmin: "quản trị", people.RoleOperator: "cán bộ", people.RoleSpokesperson: "người phát ngôn"}
	for _, o := range officers {
		fmt.Fprintf(w, "  %-26s %-16s %s\n", o.Email, roles[o.Role], o.Unit)
	}
	fmt.Fprintln(w, "\nDừng: Ctrl+C")
}

// KeyFile is where the demo's key lies, beside the database.
const KeyFile = "secrets.key"

// SecretsKey reads the demo's key from dir, or makes it at the first start.
func SecretsKey(dir string) ([]byte, error) {
	path := filepath.Join(dir, KeyFile)
	key, err := os.ReadFile(path)
	if err == nil && len(key) == 32 {
		return key, nil
	}
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("read secrets key: %w", err)
	}
	key = make([]byte, 32)
	_, _ = rand.Read(key) // never fails since Go 1.24
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("make data folder: %w", err)
	}
	if err := os.WriteFile(path, key, 0o600); err != nil {
		return nil, fmt.Errorf("write secrets key: %w", err)
	}
	return key, nil
}

// Simulator is a Zalo of one's own, in memory.
type Simulator struct {
	Config   zalo.Config
	Secrets  webhook.Secrets
	Token    zalo.Token // a pair to begin with
	ChatPage http.Handler
	Persona  func(id string) (access.Persona, bool)
	Photo    func(ctx context.Context, address string) ([]byte, error) // a picture that was sent in it
}

// newsroom of the demo's reporters, who count as verified.
const newsroom = "Báo Mẫu"

// Reporters enters the demo's reporters, so that press statements can be seen.
func Reporters(ctx context.Context, f *flow.Flow) error {
	for _, p := range zalotest.DefaultPersonas() {
		if p.Role != zalotest.Reporter {
			continue
		}
		if err := f.Access.KnowReporter(ctx, p.UserID, newsroom); err != nil {
			return fmt.Errorf("demo reporter %s: %w", p.ID, err)
		}
	}
	return nil
}

// StartSimulator runs a simulator in this process until ctx ends; it sends its
// events to webhook, and its empty chats offer the examples.
func StartSimulator(ctx context.Context, webhook string, examples []string, now func() time.Time) Simulator {
	sim := zalotest.New(zalotest.Options{Now: now, Webhook: webhook, Acquainted: true, Examples: examples})
	context.AfterFunc(ctx, sim.Close)
	return Simulator{
		Config: sim.Config(), Secrets: sim.Secrets(), Token: sim.Token(),
		ChatPage: sim.ChatPage(), Persona: personaOf(sim), Photo: sim.Photo,
	}
}

// personaOf names the simulator's people to the Mini App's demo login.
func personaOf(sim *zalotest.Server) func(string) (access.Persona, bool) {
	return func(id string) (access.Persona, bool) {
		p, ok := sim.Persona(id)
		return access.Persona{Name: p.Name, OAUserID: p.UserID, AppUserID: p.AppUserID}, ok
	}
}
