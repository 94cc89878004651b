package statement

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

const goodFile = `---
code: PN-2026-0143    # given when absent
title: Tiến độ giải phóng mặt bằng đường ven biển
unit: TH-NNMT
spokesperson: Nguyễn Văn A
position: Giám đốc Sở Nông nghiệp và Môi trường
spokesperson_kind: C
authorisation:
  number: 12/UQ-UBND
  until: 2026-12-31
form: VAN_BAN
issued_at: 2026-11-20T09:00:00+07:00
audience: public
document_no: 123/TB-SNNMT
valid_until: 2026-12-31
topics: [đất đai, "giải: phóng"]
questions:
  - khi nào xong giải phóng mặt bằng?
---

Đoạn một.

| Xã | Hộ |
|---|---|
| A | 3 |
`

func knownUnits(code string) bool { return code == "TH-NNMT" }

func TestParseStatementReadsAGoodFile(t *testing.T) {
	s, problems := ParseStatement("a.md", []byte(goodFile), knownUnits)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if s.Title != "Tiến độ giải phóng mặt bằng đường ven biển" || s.Authorisation.Number != "12/UQ-UBND" {
		t.Errorf("got %+v", s)
	}
	if diff := cmp.Diff([]string{"đất đai", "giải: phóng"}, s.Topics); diff != "" {
		t.Error(diff)
	}
	if got := s.ValidUntil.Format("2006-01-02T15:04:05Z07:00"); got != "2026-12-31T23:59:59+07:00" {
		t.Errorf("a date ends with its day: got %s", got)
	}
	if !strings.HasPrefix(s.Body, "Đoạn một.") || !strings.HasSuffix(s.Body, "| A | 3 |") {
		t.Errorf("body %q", s.Body)
	}
}

func TestParseStatementAcceptsByteOrderMarkAndCRLF(t *testing.T) {
	want, _ := ParseStatement("a.md", []byte(goodFile), knownUnits)
	got, problems := ParseStatement("a.md", []byte("\ufeff"+strings.ReplaceAll(goodFile, "\n", "\r\n")), knownUnits)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if diff := cmp.Diff(want, got, equalTimes); diff != "" {
		t.Error(diff)
	}
}

func TestParseStatementNamesEveryProblem(t *testing.T) {
	for name, c := range map[string]struct {
		old, new string
		line     int
		want     string
	}{
		"unknown key":             {"audience: public", "audience: public\nauthor: X", 14, "Không có khóa “author”"},
		"missing key":             {"title: Tiến độ giải phóng mặt bằng đường ven biển\n", "", 1, "Thiếu khóa bắt buộc “title”"},
		"unknown unit":            {"TH-NNMT\nspoke", "TH-KHONG\nspoke", 4, "Không có đơn vị “TH-KHONG”"},
		"bad date":                {"2026-11-20T09:00:00+07:00", "20/11/2026", 12, "không phải thời điểm"},
		"bad form":                {"form: VAN_BAN", "form: EMAIL", 11, "một trong: HOP_BAO"},
		"bad audience":            {"audience: public", "audience: all", 13, "một trong: public"},
		"kind C without mandate":  {"authorisation:\n  number: 12/UQ-UBND\n  until: 2026-12-31\n", "", 7, "loại C cần “authorisation”"},
		"mandate expired":         {"  until: 2026-12-31", "  until: 2026-01-31", 8, "hết hạn trước ngày phát ngôn"},
		"duplicate key":           {"audience: public", "audience: public\naudience: press", 14, "“audience” đã có ở dòng 13"},
		"empty value":             {"document_no: 123/TB-SNNMT", "document_no:", 14, "đang trống"},
		"list wanted":             {"topics: [đất đai, \"giải: phóng\"]", "topics: đất đai", 16, "phải là danh sách"},
		"validity ends too early": {"valid_until: 2026-12-31", "valid_until: 2025-12-31", 15, "valid_until phải sau issued_at"},
		"bad link":                {"document_no: 123/TB-SNNMT", "source_url: javascript:alert(1)", 14, "source_url"},
		"bad code":                {"PN-2026-0143 ", "pn 1", 2, "Mã “pn 1"},
		"not YAML":                {"audience: public", "audience: [public", 14, "Không đọc được phần khai báo"},
	} {
		t.Run(name, func(t *testing.T) {
			data := strings.Replace(goodFile, c.old, c.new, 1)
			_, problems := ParseStatement("a.md", []byte(data), knownUnits)
			for _, p := range problems {
				if p.File == "a.md" && p.Line == c.line && strings.Contains(p.Text, c.want) {
					return
				}
			}
			t.Errorf("want line %d %q, got %v", c.line, c.want, problems)
		})
	}
}

func TestParseStatementRefusesWhatIsNoStatementFile(t *testing.T) {
	head, _, _ := strings.Cut(goodFile, "\nĐoạn một")
	for name, c := range map[string]struct{ data, want string }{
		"no front matter":   {"Xin chào", "Dòng đầu phải là “---”"},
		"never closed":      {"---\ntitle: A\n", "Thiếu dòng “---”"},
		"empty body":        {head, "đang trống"},
		"not UTF-8":         {"---\ntitle: \xff\n---\nA", "UTF-8"},
		"control character": {"---\ntitle: \x00\n---\nA", "UTF-8"},
		"huge":              {goodFile + strings.Repeat("a", MaxStatementFile), "lớn hơn"},
		"huge front matter": {"---\ntitle: " + strings.Repeat("a", maxFrontMatter) + "\n---\nA", "dài quá"},
	} {
		t.Run(name, func(t *testing.T) {
			_, problems := ParseStatement("a.md", []byte(c.data), knownUnits)
			if len(problems) == 0 || !strings.Contains(problems[0].Text, c.want) {
				t.Errorf("want %q, got %v", c.want, problems)
			}
		})
	}
}

func TestParseStatementListsSeveralProblemsAtOnce(t *testing.T) {
	_, problems := ParseStatement("a.md", []byte("---\nform: X\nunit: Y\nissued_at: Z\nwhat: W\n---\n"), knownUnits)
	if len(problems) < 8 {
		t.Errorf("got %d problems: %v", len(problems), problems)
	}
}

func TestFormatStatementRoundTrips(t *testing.T) {
	for file, data := range sampleData(t) {
		want, problems := ParseStatement(file, data, nil)
		if len(problems) > 0 {
			t.Error(problems)
			continue
		}
		got, problems := ParseStatement(file, FormatStatement(want), nil)
		if len(problems) > 0 {
			t.Error(problems)
		}
		if diff := cmp.Diff(want, got, equalTimes); diff != "" {
			t.Errorf("%s: %s", file, diff)
		}
	}
}

func sampleData(t *testing.T) map[string][]byte {
	t.Helper()
	files, err := fs.Glob(os.DirFS("../samples"), "*.md")
	if err != nil || len(files) == 0 {
		t.Fatalf("samples: %v, %v", files, err)
	}
	all := map[string][]byte{"good.md": []byte(goodFile)}
	for _, file := range files {
		if all[file], err = fs.ReadFile(os.DirFS("../samples"), file); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

func FuzzParseStatement(f *testing.F) {
	f.Add([]byte(goodFile))
	f.Add([]byte("---\ntopics: [a, b]\nauthorisation: {number: 1, until: 2}\n---\nx"))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, problems := ParseStatement("f.md", data, knownUnits)
		if len(problems) > 0 {
			return
		}
		again, problems := ParseStatement("f.md", FormatStatement(s), knownUnits)
		if len(problems) > 0 {
			t.Fatalf("formatted file has problems: %v\n%s", problems, FormatStatement(s))
		}
		if diff := cmp.Diff(s, again, equalTimes); diff != "" {
			t.Fatal(diff)
		}
	})
}

var equalTimes = cmp.Comparer(func(a, b time.Time) bool { return a.Equal(b) })
