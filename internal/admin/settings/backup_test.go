package settings_test

import (
	"net/http"
	"os"
	"path/filepath"
	"testing"
	"time"

	"phatngon/internal/admin/admintest"
	"phatngon/internal/backup"
	"phatngon/internal/store/storetest"
)

func TestTheAuditPageSaysWhenTheLastBackupWasMade(t *testing.T) {
	o := admintest.New(t, nil)
	b, folder := o.SignedIn("quantri@th.vn"), o.Flow.Store.Folder()
	note := func(age time.Duration) {
		t.Helper()
		if err := backup.Note(folder, backup.State{At: time.Now().Add(-age), Size: 3 << 20, Name: "phatngon-2026-11-30-001500"}); err != nil {
			t.Fatal(err)
		}
	}
	const day = 24 * time.Hour
	b.Get("/admin/audit")
	b.Sees(http.StatusOK, "⚠ Chưa ghi nhận bản sao lưu nào</strong>.", "phatngon backup THƯ_MỤC")
	note(3 * day)
	b.Get("/admin/audit")
	b.Sees(http.StatusOK, "✓ Bản sao lưu gần nhất: ", "(3 ngày trước), phatngon-2026-11-30-001500, 3,0 MB; lệnh")
	b.SeesNot("⚠")
	note(8 * day)
	b.Get("/admin/audit")
	b.Sees(http.StatusOK, "⚠ Bản sao lưu gần nhất đã quá 7 ngày</strong>: ", "(8 ngày trước), phatngon-", "phatngon backup THƯ_MỤC")
	for _, broken := range []string{"{", "{}"} {
		if err := os.WriteFile(filepath.Join(folder, "backup.json"), []byte(broken), 0o600); err != nil {
			t.Fatal(err)
		}
		b.Get("/admin/audit")
		b.Sees(http.StatusOK, "⚠ Không đọc được ghi nhận", "phatngon backup THƯ_MỤC")
	}
	note(0)
	b.Get("/admin/audit")
	b.Sees(http.StatusOK, "(hôm nay)")
}

func TestBackupsOfAMongoDBAreItsOwn(t *testing.T) {
	o := admintest.NewOn(t, storetest.Mongo(t), nil)
	b := o.SignedIn("quantri@th.vn")
	b.Get("/admin/audit")
	b.Sees(http.StatusOK, "dùng công cụ của chính cơ sở dữ liệu MongoDB (mongodump)")
	b.SeesNot("⚠", "phatngon backup")
}
