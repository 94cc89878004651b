package golden_test

import (
	"archive/zip"
	"bytes"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"phatngon/knowledge/golden"
	"phatngon/knowledge/statement"
)

func TestWhatIsWrittenIsReadAsItWas(t *testing.T) {
	issued := time.Date(2026, 11, 20, 0, 0, 0, 0, statement.Vietnam)
	want := golden.EverydaySet{
		Texts: []statement.Statement{{Code: "PN-1", Version: 1, Status: statement.StatusPublished, Audience: statement.AudiencePublic,
			Title: "Lịch <khám> & tiêm", Unit: "TH-YT", Body: "Ngày 5.\n\n| Xã | Ngày |\n|---|---|\n| A | 6 |", IssuedAt: issued, UpdatedAt: issued}},
		Answerable: []golden.EverydayQuestion{{ID: "1", Statement: "PN-1", Text: "khi nào \"khám\"", As: "citizen", Form: "plain", Expect: "Ngày 5."}},
		Near:       []golden.EverydayQuestion{{ID: "2", Near: "PN-1", Text: "kham o dau", Form: "nodiac", Why: "place"}},
	}
	var file bytes.Buffer
	if err := golden.WriteEveryday(&file, "panel", want); err != nil {
		t.Fatal(err)
	}
	dir, err := zip.NewReader(bytes.NewReader(file.Bytes()), int64(file.Len()))
	if err != nil {
		t.Fatal(err)
	}
	got, err := golden.ReadEveryday(dir)
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v, -written +read\n%s", err, diff)
	}
}
