package backup_test

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"phatngon/internal/backup"
	"phatngon/internal/desk"
	"phatngon/internal/desk/request"
	"phatngon/internal/store"
)

var seal = []byte("0123456789abcdef0123456789abcdef")

// served is a database that a server has open, with a request and a file of it.
func served(t *testing.T) (*store.Store, backup.Source, []byte) {
	t.Helper()
	dir := t.TempDir()
	s, err := store.OpenEmbedded(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	s.SealAudit(seal)
	files := make([]byte, 3<<19)
	_, _ = rand.Read(files)
	a := store.Attachment{File: request.File{ID: "tep"}, Request: "TH-2026-00001"}
	if err := errors.Join(ask(t.Context(), s, 1), s.KeepAttachment(t.Context(), &a, files)); err != nil {
		t.Fatal(err)
	}
	return s, backup.Source{Folder: dir, Seal: seal, Now: time.Now}, files
}

func codeOf(n int) string { return fmt.Sprintf("TH-2026-%05d", n) }

// ask files the n-th request, and then enters it in the audit.
func ask(ctx context.Context, s *store.Store, n int) error {
	r := request.Request{Code: codeOf(n), Source: codeOf(n), Question: "Câu hỏi?", CreatedAt: time.Now()}
	if err := s.InsertRequest(ctx, &r); err != nil {
		return err
	}
	_, err := s.AppendAudit(ctx, desk.AuditRecord{ID: codeOf(n), Action: "request.file", Subject: codeOf(n)})
	return err
}

func TestABackupMadeWhileTheServerWritesIsWholeAndCanBeServed(t *testing.T) {
	s, source, files := served(t)
	made, begun, during := writtenDuring(t, s, source)
	if made.Documents == 0 || made.Size == 0 || during <= begun {
		t.Fatalf("made %+v; %d requests before, %d after", made, begun, during)
	}
	holds(t, made.Path, "phatngon.db")
	r, err := store.OpenEmbedded(made.Path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	r.SealAudit(seal)
	n, err := r.VerifyAudit(t.Context())
	if err != nil || n != made.AuditRecords || n < begun || n > during {
		t.Fatalf("the chain of the copy has %d records, %v; %+v", n, err, made)
	}
	for i := 1; i <= n; i++ { // a request stands before its record
		if _, err := r.Request(t.Context(), codeOf(i)); err != nil {
			t.Fatalf("request %d of %d: %v", i, n, err)
		}
	}
	a, err := r.Attachment(t.Context(), "tep")
	if err != nil {
		t.Fatal(err)
	}
	if data, err := r.AttachmentBytes(t.Context(), a); err != nil || string(data) != string(files) {
		t.Errorf("the file of a request: %d bytes, %v", len(data), err)
	}
	if err := ask(t.Context(), r, 1<<16); err != nil {
		t.Errorf("the restored database goes on: %v", err)
	}
}

// writtenDuring makes a backup while requests are filed, from before its beginning until
// after its end. begun and ended are how many there were then.
func writtenDuring(t *testing.T, s *store.Store, source backup.Source) (made backup.Made, begun, ended int) {
	t.Helper()
	stop, wrote, failed := make(chan struct{}), make(chan int), make(chan error, 1)
	go func() {
		defer close(wrote)
		for n := 2; ; n++ {
			if err := ask(context.Background(), s, n); err != nil {
				failed <- err
				return
			}
			select {
			case wrote <- n: // somebody waits for it
			case <-stop:
				failed <- nil
				return
			default:
			}
		}
	}()
	source.Now = func() time.Time {
		begun = <-wrote // the copying comes next
		return time.Now()
	}
	made, err := backup.Make(t.Context(), source, t.TempDir())
	ended = <-wrote
	close(stop)
	if err = errors.Join(err, <-failed); err != nil {
		t.Fatal(err)
	}
	return made, begun, ended
}

// holds fails unless the folder and the files in it are this user's only, and are these.
func holds(t *testing.T, folder string, names ...string) {
	t.Helper()
	var all []string
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err == nil && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s has mode %v", path, info.Mode())
		}
		if !d.IsDir() {
			all = append(all, d.Name())
		}
		return err
	})
	if err != nil || strings.Join(all, " ") != strings.Join(names, " ") {
		t.Errorf("%s holds %v, %v; want %v", folder, all, err, names)
	}
}

func TestWhatTheDatabaseNeedsBesideItGoesWithIt(t *testing.T) {
	_, source, _ := served(t)
	if err := os.WriteFile(filepath.Join(source.Folder, "secrets.key"), []byte("key"), 0o600); err != nil {
		t.Fatal(err)
	}
	source.Beside = []string{"secrets.key", "not-there"}
	made, err := backup.Make(t.Context(), source, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	holds(t, made.Path, "phatngon.db", "secrets.key")
}

func TestABackupIsNamedByTheTimeInVietnamAndNeverOverwritten(t *testing.T) {
	_, source, _ := served(t)
	source.Now = func() time.Time { return time.Date(2026, 11, 29, 17, 30, 5, 0, time.UTC) }
	into := t.TempDir()
	made, err := backup.Make(t.Context(), source, into)
	if err != nil || made.Name != "phatngon-2026-11-30-003005" || filepath.Base(made.Path) != made.Name {
		t.Fatalf("%+v, %v", made, err)
	}
	if _, err := backup.Make(t.Context(), source, into); err == nil || !strings.Contains(err.Error(), "there already") {
		t.Errorf("a second one in the same second: %v", err)
	}
	onlyNamed(t, into, made.Name)
}

func onlyNamed(t *testing.T, folder string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	if err != nil || strings.Join(all, " ") != strings.Join(names, " ") {
		t.Errorf("left %v, %v; want %v", all, err, names)
	}
}

func TestAFolderThatWouldGoWithTheDatabaseIsRefused(t *testing.T) {
	_, source, _ := served(t)
	inside, link := filepath.Join(source.Folder, "a", "b"), filepath.Join(t.TempDir(), "link")
	if err := errors.Join(os.MkdirAll(inside, 0o700), os.Symlink(inside, link)); err != nil {
		t.Fatal(err)
	}
	for _, into := range []string{source.Folder, inside, link} {
		if _, err := backup.Make(t.Context(), source, into); err == nil || !strings.Contains(err.Error(), "inside DATA_DIR") {
			t.Errorf("%s: %v", into, err)
		}
	}
	if _, err := backup.Make(t.Context(), source, filepath.Join(link, "none")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a folder that is not there: %v", err)
	}
	onlyNamed(t, inside)
}

func TestNothingIsLeftOfABackupThatCannotBeMade(t *testing.T) {
	_, source, _ := served(t)
	other, gone := source, source
	other.Seal = []byte("another key of thirty-two bytes..")
	gone.Folder = t.TempDir()
	stopped, stop := context.WithCancel(t.Context())
	stop()
	for name, c := range map[string]struct {
		ctx    context.Context
		source backup.Source
		says   string
	}{
		"the seal is another key's": {t.Context(), other, "audit chain of the copy"},
		"there is no database":      {t.Context(), gone, "no such file"},
		"stopped meanwhile":         {stopped, source, context.Canceled.Error()},
	} {
		into := t.TempDir()
		if _, err := backup.Make(c.ctx, c.source, into); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
		onlyNamed(t, into)
	}
}

func TestADamagedDatabaseGivesNoBackup(t *testing.T) {
	s, source, _ := served(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(source.Folder, "phatngon.db")
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for i := 4096; i < 40*4096; i++ { // the first page still says that it is a database
		data[i] = 0xff
	}
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	into := t.TempDir()
	if _, err := backup.Make(t.Context(), source, into); !errors.Is(err, store.ErrDamaged) {
		t.Errorf("got %v, want ErrDamaged", err)
	}
	onlyNamed(t, into)
}

func TestWhatWasNotedLastIsRead(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := backup.Last(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("nothing noted: %v", err)
	}
	for _, name := range []string{"một", "hai"} {
		want := backup.State{At: time.Now().UTC().Round(0), Size: 1, Name: name}
		if err := backup.Note(dir, want); err != nil {
			t.Fatal(err)
		}
		if got, err := backup.Last(dir); err != nil || got != want {
			t.Errorf("read %+v, %v; want %+v", got, err, want)
		}
	}
	holds(t, dir, "backup.json")
}
