package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"
	"time"

	"phatngon/internal/backup"
	"phatngon/internal/command"
	"phatngon/internal/demo"
	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/flow/access"
	"phatngon/internal/store"
)

// call runs the program with an environment and returns what it printed.
func call(t *testing.T, env map[string]string, args ...string) (string, error) {
	t.Helper()
	var out, errs bytes.Buffer
	err := run(t.Context(), args, func(n string) string { return env[n] }, command.Output{Stdout: &out, Stderr: &errs})
	return out.String(), err
}

func TestAskPrintsOneObjectTheSameEachTime(t *testing.T) {
	env := map[string]string{"DATA_DIR": t.TempDir()}
	question := "Toàn tỉnh có bao nhiêu ca sốt xuất huyết?"
	first, err := call(t, env, "ask", "-json", question)
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := call(t, env, "ask", "-json", question); again != first {
		t.Errorf("the same question gave other bytes:\n%s\n%s", first, again)
	}
	var got map[string]any
	if err := json.Unmarshal([]byte(first), &got); err != nil {
		t.Fatalf("not one JSON object: %v\n%s", err, first)
	}
	want := []string{"confidence", "id", "quotes", "status", "suggested_unit", "suggested_units", "text", "uncovered"}
	if keys := keysOf(got); !slices.Equal(keys, want) {
		t.Errorf("keys %v; want %v", keys, want)
	}
	quotes, _ := got["quotes"].([]any)
	if got["status"] != "answered" || len(quotes) == 0 {
		t.Fatalf("status %v with %d quotes; want an answer", got["status"], len(quotes))
	}
	quote, _ := quotes[0].(map[string]any)
	want = []string{"issued_at", "position", "quote", "spokesperson", "statement", "unit", "url", "version"}
	if keys := keysOf(quote); !slices.Equal(keys, want) {
		t.Errorf("keys of a quote %v; want %v", keys, want)
	}
	if entries, err := os.ReadDir(env["DATA_DIR"]); err != nil || len(entries) != 0 {
		t.Errorf("asking wrote %v into the data folder", entries)
	}
}

func keysOf(m map[string]any) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

func TestAskAnswersBesideARunningServer(t *testing.T) {
	env := map[string]string{"DATA_DIR": t.TempDir()}
	server, err := store.OpenEmbedded(env["DATA_DIR"])
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	out, err := call(t, env, "ask", "Sau sắp xếp, tỉnh có bao nhiêu xã và phường?")
	if err != nil || !strings.Contains(out, "Hiện chưa có phát ngôn chính thức") {
		t.Errorf("answer %q, %v; want a refusal from the server's empty knowledge", out, err)
	}
}

func TestAuditVerifyNamesTheBrokenRecord(t *testing.T) {
	env := map[string]string{"DATA_DIR": t.TempDir()}
	s, err := store.OpenEmbedded(env["DATA_DIR"])
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"a", "b", "c"} {
		if _, err := s.AppendAudit(t.Context(), desk.AuditRecord{ID: id, Action: "test"}); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if out, err := call(t, env, "audit", "verify"); err != nil || !strings.Contains(out, "3 records") {
		t.Fatalf("whole chain: %q, %v", out, err)
	}
	file := filepath.Join(env["DATA_DIR"], "phatngon.db")
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	spoilt := bytes.ReplaceAll(data, []byte("\x02action\x00\x05\x00\x00\x00test"), []byte("\x02action\x00\x05\x00\x00\x00tesT"))
	if bytes.Equal(spoilt, data) {
		t.Fatal("the record was not found in the file")
	}
	if err := os.WriteFile(file, spoilt, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := call(t, env, "audit", "verify"); err == nil || !strings.Contains(err.Error(), "record 1") {
		t.Errorf("changed chain: %v; want the first broken record named", err)
	}
}

func TestEvalPrintsFiguresForEachFileOfQuestions(t *testing.T) {
	dir := t.TempDir()
	files := map[string]string{
		"corpus.jsonl":         `{"id":"1","title":"Thuế đất","text":"Thuế sử dụng đất nộp tại xã."}` + "\n" + `{"id":"2","title":"Khai sinh","text":"Đăng ký khai sinh tại nơi cư trú."}` + "\n",
		"queries.jsonl":        `{"id":"q1","text":"nộp thuế đất ở đâu"}` + "\n",
		"queries.nodiac.jsonl": `{"id":"q1","text":"nop thue dat o dau"}` + "\n",
		"qrels.tsv":            "q1\t1\t1\n",
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	out, err := call(t, nil, "eval", "-json", dir)
	if err != nil {
		t.Fatal(err)
	}
	if !json.Valid([]byte(out)) || !strings.Contains(out, "queries.nodiac") || !strings.Contains(out, "ndcg") {
		t.Errorf("report: %s", out)
	}
	if err := os.WriteFile(filepath.Join(dir, "queries.jsonl"), []byte("{\"id\":\"q1\",\"text\":\"x\"}\nnot json\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := call(t, nil, "eval", dir); err == nil || !strings.Contains(err.Error(), "queries.jsonl:2") {
		t.Errorf("broken file: %v; want its file and line", err)
	}
}

func TestUsageIsAskedForByWrongArguments(t *testing.T) {
	for _, args := range [][]string{{"fly"}, {"ask"}, {"ask", "-as", "king", "q"}, {"import"}, {"eval"}, {"audit"}, {"serve", "now"}, {"eval", "-k", "0", "."}, {"backup"}, {"backup", "a", "b"}, {"backup", "-x"}} {
		if _, err := call(t, map[string]string{"DATA_DIR": t.TempDir()}, args...); !errors.Is(err, command.ErrUsage) {
			t.Errorf("%v: %v; want the usage", args, err)
		}
	}
}

func TestABackupIsMadeBesideARunningServer(t *testing.T) {
	env, into := map[string]string{"DATA_DIR": t.TempDir()}, t.TempDir()
	server, err := store.OpenEmbedded(env["DATA_DIR"])
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	key, err := demo.SecretsKey(env["DATA_DIR"])
	if err != nil {
		t.Fatal(err)
	}
	server.SealAudit(key)
	if _, err := server.AppendAudit(t.Context(), desk.AuditRecord{ID: "a", Action: "test"}); err != nil {
		t.Fatal(err)
	}
	out, err := call(t, env, "backup", into)
	last, errLast := backup.Last(env["DATA_DIR"])
	if err != nil || errLast != nil {
		t.Fatal(out, err, errLast)
	}
	path := filepath.Join(into, last.Name)
	for _, says := range []string{"backup: " + path + "\n", fmt.Sprintf("size: %d bytes\n", last.Size), "audit chain holds: 1\n"} {
		if !strings.Contains(out, says) {
			t.Errorf("printed %q, want %q in it", out, says)
		}
	}
	if kept, err := demo.SecretsKey(path); err != nil || !bytes.Equal(kept, key) {
		t.Errorf("the key of the demo did not go with it, %v", err)
	}
	if out, err := call(t, map[string]string{"DATA_DIR": path}, "audit", "verify"); err != nil || !strings.Contains(out, "1 records") {
		t.Errorf("the copy as DATA_DIR: %q, %v", out, err)
	}
}

func TestABackupOfAMongoDBIsLeftToItsOwnTools(t *testing.T) {
	env := map[string]string{"DATA_DIR": t.TempDir(), "MONGODB_URI": "mongodb://127.0.0.1:1"}
	if out, err := call(t, env, "backup", t.TempDir()); !errors.Is(err, command.ErrMongoDump) || !strings.Contains(err.Error(), "mongodump") || out != "" {
		t.Errorf("%q, %v", out, err)
	}
}

func TestANewRefreshTokenIsStoredFromTheStandardInput(t *testing.T) {
	env := map[string]string{
		"DATA_DIR": t.TempDir(), "ZALO_APP_ID": "1", "ZALO_APP_SECRET": "s", "ZALO_OA_ID": "2", "ZALO_OA_SECRET_KEY": "k",
		"SECRETS_KEY": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
	}
	replace := func(in string, args ...string) (string, error) {
		pipe, sent, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		defer func(was *os.File) { os.Stdin = was }(os.Stdin)
		os.Stdin = pipe
		if _, err := sent.WriteString(in); err != nil {
			t.Fatal(err)
		}
		_ = sent.Close()
		return call(t, env, args...)
	}
	said, err := replace("ma-moi\n", "zalo", "token")
	if err != nil || strings.Contains(said, "ma-moi") {
		t.Fatalf("said %q, %v; want it stored and not shown", said, err)
	}
	if _, err := replace("\n", "zalo", "token"); err == nil {
		t.Error("an empty token was stored")
	}
	if _, err := replace("ma-moi", "zalo", "token", "ma-moi"); !errors.Is(err, command.ErrUsage) {
		t.Errorf("a token as argument: %v, want the usage", err)
	}
	s, err := store.OpenEmbedded(env["DATA_DIR"])
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	secrets, err := access.NewSecrets(make([]byte, 32))
	if err != nil {
		t.Fatal(err)
	}
	if token, err := access.NewTokenStore(s, secrets, time.Now).Load(t.Context()); err != nil || token.RefreshToken != "ma-moi" {
		t.Errorf("stored %q, %v", token.RefreshToken, err)
	}
	if _, err := replace("ma-khac", "zalo", "token"); err == nil || !strings.Contains(err.Error(), "stop the server") {
		t.Errorf("beside a running server: %v; want what to do", err)
	}
}

func TestAnAdministratorWhoLostTheirPhoneComesBackByTheHost(t *testing.T) {
	env := map[string]string{"DATA_DIR": t.TempDir()}
	keep := func(do func(s *store.Store) error) {
		t.Helper()
		s, err := store.OpenEmbedded(env["DATA_DIR"])
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		if err := do(s); err != nil {
			t.Fatal(err)
		}
	}
	o := people.Officer{ID: "o1", Email: "quan@th.vn", Role: people.RoleAdmin}
	keep(func(s *store.Store) error {
		return errors.Join(s.InsertOfficer(t.Context(), &o), s.SaveSecondFactor(t.Context(), &people.SecondFactor{ID: o.ID, Secret: []byte("x"), Since: time.Now()}))
	})
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"reset-second"}, command.ErrUsage.Error()},
		{[]string{"reset-second", "la@th.vn"}, "no account"},
		{[]string{"reset-second", " Quan@th.vn"}, ""},
		{[]string{"reset-second", "quan@th.vn"}, "not on"},
	} {
		_, err := call(t, env, append([]string{"officer"}, c.args...)...)
		if c.says == "" && err != nil || c.says != "" && (err == nil || !strings.Contains(err.Error(), c.says)) {
			t.Errorf("%v: %v, want %q", c.args, err, c.says)
		}
	}
	keep(func(s *store.Store) error {
		factor, err := s.SecondFactor(t.Context(), o.ID)
		if factor.On() || len(factor.Secret) > 0 {
			t.Errorf("it is still on: %+v", factor)
		}
		records, err2 := s.AuditOf(t.Context(), o.ID, 5)
		if len(records) != 1 || records[0].Action != "officer.second_reset" || records[0].Officer != "" {
			t.Errorf("audit: %+v", records)
		}
		return errors.Join(err, err2)
	})
}
