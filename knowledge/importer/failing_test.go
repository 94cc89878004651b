package importer

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"phatngon/knowledge/importer/letter"
	"phatngon/knowledge/statement"
)

// kept is what must come of a file that an office brought: words of the text,
// and what is said beside it.
type kept struct {
	file    string
	refused string            // what the refusal says; then the rest is empty
	drafts  int               // 0 for one
	body    string            // the whole text, when it is short
	has     []string          // of the text, in this order
	hasNot  []string          // of the text
	said    []string          // beside it
	facts   map[string]string // by field
}

var (
	clinic = map[string]string{
		"unit": "TH-YT", "title": "Thông báo về việc tiêm chủng mở rộng tháng 11 năm 2026", "document_no": "321/TB-SYT",
		"issued_at": "12/11/2026 00:00", "spokesperson": "Lê Khánh Tường", "position": "Giám đốc",
	}
	clinicText  = "Từ ngày 15/11/2026, các trạm y tế tổ chức tiêm vắc xin sởi cho trẻ từ 9 tháng tuổi. Phụ huynh mang theo sổ tiêm chủng."
	waterFirst  = "Từ ngày 15/11/2026, nhà máy nước Hòa Phú cấp nước trở lại cho bảy xã, phường phía bắc."
	waterSecond = "Người dân xả bỏ nước trong đường ống 15 phút trước khi sử dụng."
	water       = waterFirst + "\n\n" + waterSecond
)

func with(facts map[string]string, changed ...string) map[string]string {
	out := map[string]string{}
	for field, value := range facts {
		out[field] = value
	}
	for i := 0; i < len(changed); i += 2 {
		out[changed[i]] = changed[i+1]
	}
	return out
}

func TestFilesThatOfficesBroughtKeepTheirWords(t *testing.T) {
	for _, want := range joinedKept(keptDOCX, keptHTML, keptFeeds, keptTables) {
		t.Run(want.file, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join("testdata", "failing", want.file))
			if err != nil {
				t.Fatal(err)
			}
			drafts, err := Read(want.file, data, office)
			want.check(t, drafts, err)
		})
	}
}

func joinedKept(lists ...[]kept) (out []kept) {
	for _, l := range lists {
		out = append(out, l...)
	}
	return out
}

func (k kept) check(t *testing.T, drafts []letter.Draft, err error) {
	t.Helper()
	if k.refused != "" {
		if err == nil || !strings.Contains(err.Error(), k.refused) {
			t.Fatalf("got %d drafts and %v, want a refusal with %q", len(drafts), err, k.refused)
		}
		return
	}
	if err != nil || len(drafts) != max(k.drafts, 1) {
		t.Fatalf("%d drafts, %v", len(drafts), err)
	}
	k.checkText(t, drafts[0].Statement.Body)
	for field, value := range k.facts {
		if got := factOf(drafts[0].Statement, field); got != value {
			t.Errorf("%s %q, want %q", field, got, value)
		}
	}
	var said strings.Builder
	for _, d := range drafts {
		for _, p := range d.Problems {
			fmt.Fprintln(&said, p.Text)
		}
	}
	for _, text := range k.said {
		if !strings.Contains(said.String(), text) {
			t.Errorf("%q is not said:\n%s", text, said.String())
		}
	}
}

func (k kept) checkText(t *testing.T, body string) {
	t.Helper()
	if k.body != "" && body != k.body {
		t.Errorf("text\n%s\nwant\n%s", body, k.body)
	}
	rest := body
	for _, text := range k.has {
		at := strings.Index(rest, text)
		if at < 0 {
			t.Fatalf("%q is not in the text, or not in its place:\n%s", text, body)
		}
		rest = rest[at+len(text):]
	}
	for _, text := range k.hasNot {
		if strings.Contains(body, text) {
			t.Errorf("%q is in the text:\n%s", text, body)
		}
	}
}

func factOf(s statement.Statement, field string) string {
	return map[string]string{
		"unit": s.Unit, "title": s.Title, "document_no": s.DocumentNo, "issued_at": s.IssuedAt.In(statement.Vietnam).Format("02/01/2006 15:04"),
		"spokesperson": s.Spokesperson, "position": s.Position, "source_url": s.SourceURL,
	}[field]
}

func TestEveryFileThatAnOfficeBroughtIsRead(t *testing.T) {
	read := map[string]bool{}
	for _, k := range joinedKept(keptDOCX, keptHTML, keptFeeds, keptTables) {
		read[k.file] = true
	}
	for _, f := range failingPDFs {
		read[f.file] = true
	}
	files, err := os.ReadDir(filepath.Join("testdata", "failing"))
	if err != nil || len(files) < 67 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, f := range files {
		if !read[f.Name()] {
			t.Errorf("%s stands in no table", f.Name())
		}
	}
}
