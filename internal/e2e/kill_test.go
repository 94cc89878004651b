// Package e2e holds the product to its promises from outside: as a process that
// is killed, and in a real browser (the .mjs files, see run.sh).
package e2e

import (
	"bufio"
	"context"
	"encoding/base64"
	"flag"
	"fmt"
	"net"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"phatngon/internal/store/storetest"
	"phatngon/internal/zalo/zalotest"
)

const feverStatement = `---
code: PN-2026-0001
title: Tình hình sốt xuất huyết trên địa bàn tỉnh
unit: TH-YT
spokesperson: Hoàng Văn Ký
position: Giám đốc Sở Y tế
spokesperson_kind: A
form: VAN_BAN
issued_at: 2026-11-20T09:00:00+07:00
audience: public
questions: ["toàn tỉnh có bao nhiêu ca sốt xuất huyết?"]
---
Từ ngày 01/10/2026 đến ngày 15/11/2026, toàn tỉnh ghi nhận 312 ca mắc sốt xuất huyết, không có ca tử vong.
`

// program is the server as a process in production mode, with a simulated Zalo
// that outlives it.
type program struct {
	t    *testing.T
	bin  string
	env  []string
	addr string
	cmd  *exec.Cmd
}

func newProgram(t *testing.T, zaloURL string, sim *zalotest.Server, engine []string) *program {
	t.Helper()
	dir := t.TempDir()
	bin := filepath.Join(dir, "phatngon")
	if out, err := exec.Command("go", "build", "-o", bin, "phatngon").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	knowledge := filepath.Join(dir, "knowledge")
	if err := os.Mkdir(knowledge, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(knowledge, "fever.md"), []byte(feverStatement), 0o644); err != nil {
		t.Fatal(err)
	}
	c, addr := sim.ConfigAt(zaloURL), freeAddr(t)
	env := append([]string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + dir,
		"HTTP_ADDR=" + addr, "DATA_DIR=" + filepath.Join(dir, "data"), "KNOWLEDGE_DIR=" + knowledge,
		"ZALO_APP_ID=" + c.AppID, "ZALO_APP_SECRET=" + c.AppSecret, "ZALO_OA_ID=" + c.OAID,
		"ZALO_OA_SECRET_KEY=" + sim.Secrets().OAKeys[0], "ZALO_OA_REFRESH_TOKEN=" + sim.Token().RefreshToken,
		"ZALO_OPENAPI_URL=" + zaloURL, "ZALO_OAUTH_URL=" + zaloURL, "ZALO_GRAPH_URL=" + zaloURL,
		"SECRETS_KEY=" + base64.StdEncoding.EncodeToString(make([]byte, 32)), "LOG_LEVEL=error",
		fmt.Sprint("ZALO_CALLS_PER_MINUTE=", *pace),
	}, engine...)
	p := &program{t: t, bin: bin, env: env, addr: addr}
	t.Cleanup(p.kill)
	return p
}

// start runs the program until it says that it listens.
func (p *program) start() {
	p.t.Helper()
	p.cmd = exec.Command(p.bin)
	p.cmd.Env, p.cmd.Stderr = p.env, os.Stderr
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		p.t.Fatal(err)
	}
	if err := p.cmd.Start(); err != nil {
		p.t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if strings.Contains(lines.Text(), "đang chạy") {
			go func() {
				for lines.Scan() { // keep the pipe empty
				}
			}()
			return
		}
	}
	p.t.Fatalf("the program ended before it listened: %v", p.cmd.Wait())
}

// kill ends the program as a power cut would.
func (p *program) kill() {
	if p.cmd == nil || p.cmd.ProcessState != nil {
		return
	}
	_ = p.cmd.Process.Kill()
	_ = p.cmd.Wait()
}

func freeAddr(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// As operations see it: go test ./internal/e2e -run Killed -pace 100 -people 600 -outage 4m
var (
	pace   = flag.Int("pace", 100_000, "calls to Zalo a minute")
	people = flag.Int("people", 500, "how many people talk at once")
	outage = flag.Duration("outage", 0, "how long Zalo is away; 0: until some calls have failed")
)

func TestKilledInTheMiddleOf500ConversationsEveryoneIsAnsweredOnce(t *testing.T) {
	killedInTheMiddle(t, *people, nil)
}

// The throwaway server of the MongoDB engine takes milliseconds for each read,
// so fewer people talk to it.
func TestKilledInTheMiddleOverMongoDBEveryoneIsAnsweredOnce(t *testing.T) {
	killedInTheMiddle(t, 30, []string{"MONGODB_URI=" + storetest.Server(t), fmt.Sprintf("MONGODB_DATABASE=kill_%d", os.Getpid())})
}

// zaloAndProgram are a simulated Zalo, patient in small, and the program, which runs.
func zaloAndProgram(t *testing.T, engine []string) (*zalotest.Server, *program) {
	t.Helper()
	again := make([]time.Duration, 2000)
	for i := range again {
		again[i] = 500 * time.Millisecond
	}
	sim := zalotest.New(zalotest.Options{Retries: again, RequestsPerMinute: 1_000_000})
	t.Cleanup(sim.Close)
	host := httptest.NewServer(sim)
	t.Cleanup(host.Close)
	p := newProgram(t, host.URL, sim, engine)
	sim.SetWebhook("http://" + p.addr + "/webhook/zalo")
	p.start()
	return sim, p
}

func killedInTheMiddle(t *testing.T, people int, engine []string) {
	ctx, cancel := context.WithTimeout(t.Context(), 15*time.Minute)
	defer cancel()
	sim, p := zaloAndProgram(t, engine)

	for i := range people {
		asks(sim, i)
	}
	for _, answered := range []int{people / 25, people / 3} { // two power cuts
		waitAnswered(ctx, t, sim, answered)
		p.kill()
		p.start()
	}
	for i := range people {
		waitAnswered(ctx, t, sim, i)
	}
	if err := sim.Settle(ctx); err != nil {
		t.Fatal(err)
	}
	for i := range people {
		if n := answers(sim, i); n != 1 {
			t.Errorf("%s was answered %d times", who(i), n)
		}
	}
}

func who(i int) string { return fmt.Sprintf("nguoi-%03d", i) }

// asks has a new person ask for the figure.
func asks(sim *zalotest.Server, i int) {
	sim.AddPersona(zalotest.Persona{ID: who(i), Name: who(i)})
	sim.Say(who(i), "toan tinh co bao nhieu ca sot xuat huyet?")
}

// answers counts how often a person was told the figure.
func answers(sim *zalotest.Server, i int) int {
	n := 0
	for _, m := range sim.Messages(who(i)) {
		if m.From == zalotest.FromBot && strings.Contains(m.Text, "312 ca") {
			n++
		}
	}
	return n
}

// waitAnswered waits until that person has an answer.
func waitAnswered(ctx context.Context, t *testing.T, sim *zalotest.Server, i int) {
	t.Helper()
	if _, err := sim.WaitMessage(ctx, who(i), zalotest.BotSays("312 ca", 0)); err != nil {
		t.Fatalf("%s was never answered: %v", who(i), err)
	}
}
