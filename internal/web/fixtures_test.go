package web

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"phatngon/internal/desk/calendar"
	"phatngon/knowledge/statement"
)

// said is a statement in force; change adapts it.
func said(code string, change func(*statement.Statement)) statement.Statement {
	s := statement.Statement{Code: code, Status: statement.StatusPublished, Title: "Tiến độ giải phóng mặt bằng đường ven biển",
		Unit: "TH-NNMT", Spokesperson: "Nguyễn Văn A", Position: "Giám đốc Sở Nông nghiệp và Môi trường", SpokespersonKind: "A",
		Form: statement.FormDocument, IssuedAt: time.Date(2026, 11, 20, 9, 0, 0, 0, calendar.Zone), Audience: statement.AudiencePublic,
		DocumentNo: "123/TB-SNNMT", SourceURL: "https://thanhhoa.gov.vn/1", Topics: []string{"đất đai"},
		Questions: []string{"Khi nào xong giải phóng mặt bằng đường ven biển?"},
		Body:      "Đến ngày 15/11/2026, tuyến đường ven biển đã bàn giao **29,1 km** mặt bằng trên tổng số 30,2 km.\n\nPhần còn lại không được phép chậm quá ngày 31/12/2026.",
		UpdatedAt: today}
	if change != nil {
		change(&s)
	}
	return s
}

// golden compares JSON with testdata/name.json, indented.
func golden(t *testing.T, name, body string) {
	t.Helper()
	var out bytes.Buffer
	if err := json.Indent(&out, []byte(body), "", "  "); err != nil {
		t.Fatalf("%v in %s", err, body)
	}
	out.WriteByte('\n')
	file := filepath.Join("testdata", name+".json")
	if *update {
		if err := os.WriteFile(file, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), out.String()); diff != "" {
		t.Errorf("%s (-want +got)\n%s", file, diff)
	}
}

func ptr[T any](v T) *T { return &v }
