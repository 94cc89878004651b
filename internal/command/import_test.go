package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"phatngon/internal/desk/routing"
	"phatngon/internal/flow"
	"phatngon/internal/store"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/statement"
)

// desktop is an office's store and a folder of its files.
type desktop struct {
	*testing.T
	flow   *flow.Flow
	folder string
	out    bytes.Buffer
}

func newDesktop(t *testing.T) *desktop {
	t.Helper()
	s, err := store.OpenEmbedded(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	units := routing.DefaultRegistry()
	f := flow.New(flow.Deps{
		Store: s, Units: units, Now: time.Now, Log: slog.New(slog.DiscardHandler),
		Base: answer.NewBase(answer.Options{UnitName: units.Name}),
	})
	return &desktop{T: t, flow: f, folder: t.TempDir()}
}

func (d *desktop) put(name, content string) string {
	d.Helper()
	path := filepath.Join(d.folder, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		d.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		d.Fatal(err)
	}
	return path
}

func (d *desktop) runs(args ...string) error {
	d.out.Reset()
	open := func(context.Context) (*flow.Flow, func(), error) { return d.flow, func() {}, nil }
	return Import(d.Context(), open, args, Output{Stdout: &d.out, Stderr: &d.out})
}

func (d *desktop) says(texts ...string) {
	d.Helper()
	for _, text := range texts {
		if !strings.Contains(d.out.String(), text) {
			d.Errorf("output lacks %q:\n%s", text, d.out.String())
		}
	}
}

// stored counts the statements by status.
func (d *desktop) stored() map[statement.Status]int {
	d.Helper()
	all, err := d.flow.Statements.All(d.Context())
	if err != nil {
		d.Fatal(err)
	}
	out := map[statement.Status]int{}
	for _, s := range all {
		out[s.Status]++
	}
	return out
}

const table = "title,unit,spokesperson,position,spokesperson_kind,form,issued_at,audience,document_no,body\n"
const row = "Giá nước,TH-XD,Lê Văn Cầu,Giám đốc Sở Xây dựng,A,VAN_BAN,20/11/2026,public,12/TB-SXD,Giá nước giữ nguyên.\n"

func TestMarkdownIsPublishedAndDocumentsBecomeDrafts(t *testing.T) {
	d := newDesktop(t)
	sample, err := os.ReadFile("../../knowledge/samples/mau-2026-0001.md")
	if err != nil {
		t.Fatal(err)
	}
	d.put("a/mau.md", string(sample))
	d.put("b/bang.csv", table+row)
	d.put("b/ghi-chu.txt", "không phải phát ngôn")
	if err := d.runs(d.folder); err != nil {
		t.Fatalf("%v\n%s", err, d.out.String())
	}
	d.says("[1/2]", "[2/2]", "Tiêu đề: Giá nước", "đã lưu bản nháp PN-", "Tổng kết: 2 tệp, đã lưu 2 phát ngôn", "    2  đã lưu, không có chỗ nào", "    1  tệp khác trong thư mục không phải loại nhập được, bỏ qua: ghi-chu.txt")
	if got := d.stored(); got[statement.StatusPublished] != 1 || got[statement.StatusDraft] != 1 {
		t.Errorf("stored %v, want one published and one draft", got)
	}
}

func TestFileWithAProblemIsNotImportedAtAll(t *testing.T) {
	d := newDesktop(t)
	file := d.put("bang.csv", table+row+"Thiếu,TH-XD,,,A,VAN_BAN,20/11/2026,public,,Không có người ký.\n")
	if err := d.runs(file); err == nil {
		t.Error("a file with problems is no success")
	}
	d.says("bang.csv:3: Hàng 3: Không tìm thấy họ tên", "đã lưu 0 phát ngôn", "    1  chưa lưu vì thiếu hoặc sai thông tin", "chạy lại với -yes")
	if got := d.stored(); len(got) != 0 {
		t.Errorf("stored %v of a file with problems", got)
	}
	if err := d.runs("-yes", file); err != nil {
		t.Errorf("-yes keeps drafts that lack facts: %v\n%s", err, d.out.String())
	}
	d.says("cần xem lại: ")
	if got := d.stored(); got[statement.StatusDraft] != 2 {
		t.Errorf("stored %v, want two drafts", got)
	}
}

func TestDraftWithoutAUnitIsNeverKept(t *testing.T) {
	d := newDesktop(t)
	file := d.put("bang.csv", "title,body,unit\nCó chữ,Nội dung,Sở Không Có\n")
	if err := d.runs("-yes", file); err == nil || len(d.stored()) > 0 {
		t.Errorf("kept a draft that no unit sees:\n%s", d.out.String())
	}
}

func TestWhoImportsMaySayWhoseFeedItIs(t *testing.T) {
	d := newDesktop(t)
	feed := d.put("tin.xml", "<rss><channel><item><title>Mưa lũ</title><description>Học sinh nghỉ học.</description></item></channel></rss>")
	if err := d.runs("-yes", "-unit", "TH-GDDT", "-audience", "public", feed); err != nil {
		t.Fatalf("%v\n%s", err, d.out.String())
	}
	d.says("Đơn vị: TH-GDDT (do người nhập chọn)", "Ai được xem: public (do người nhập chọn)", "chỉ có đoạn tóm tắt")
	if err := d.runs("-unit", "TH-KHONG", feed); err == nil {
		t.Error("a unit that nobody knows was taken")
	}
}

func TestRepeatedStatementsAreNotImportedAgain(t *testing.T) {
	d := newDesktop(t)
	first := d.put("1.csv", table+row)
	second := d.put("2.csv", table+row)
	if err := d.runs(first, second); err == nil {
		t.Error("a repeated statement is a problem")
	}
	d.says("Văn bản số 12/TB-SXD của đơn vị này đã có")
	if err := d.runs(first); err == nil {
		t.Error("a second run imports nothing")
	}
	if got := d.stored(); got[statement.StatusDraft] != 1 {
		t.Errorf("stored %v, want one draft", got)
	}
}

func TestDryRunStoresNothing(t *testing.T) {
	d := newDesktop(t)
	if err := d.runs("-dry-run", d.put("1.csv", table+row)); err != nil {
		t.Fatal(err)
	}
	d.says("sẽ lưu 1 bản nháp")
	if got := d.stored(); len(got) != 0 {
		t.Errorf("a dry run stored %v", got)
	}
}

func TestUnreadableFilesAreToldWithTheOthers(t *testing.T) {
	d := newDesktop(t)
	if err := d.runs(filepath.Join(d.folder, "khong-co.pdf"), d.put("hong.docx", "PK"), d.put("tot.csv", table+row)); err == nil {
		t.Error("want an error")
	}
	d.says("khong-co.pdf:1: Không đọc được tệp này.", "hong.docx:1: Tệp hỏng", "Tổng kết: 3 tệp, đã lưu 1 phát ngôn", "    2  không đọc được")
}

func TestImportWithoutFilesOrWithAnUnknownAudienceShowsTheUsage(t *testing.T) {
	d := newDesktop(t)
	for _, args := range [][]string{{}, {"-audience", "all", "a.md"}, {"-unknown"}} {
		if err := d.runs(args...); !errors.Is(err, ErrUsage) {
			t.Errorf("import %v: %v, want the usage", args, err)
		}
	}
}

func TestAFolderGivesOneSummary(t *testing.T) {
	d := newDesktop(t)
	for n := range 25 {
		d.put(fmt.Sprintf("%02d-tot.csv", n), table+strings.NewReplacer("12/TB", fmt.Sprintf("%d/TB", 100+n), "giữ nguyên", fmt.Sprintf("là %d đồng từ quý %d", 7000+n, n)).Replace(row))
	}
	for n := range 23 {
		d.put(fmt.Sprintf("%02d-cu.doc", n), "\xd0\xcf")
	}
	d.put("lap.csv", table+strings.Replace(row, "12/TB", "100/TB", 1))
	d.put("thieu.csv", table+"Thiếu,TH-XD,,,A,VAN_BAN,20/11/2026,public,,Không có người ký.\n")
	d.put("chua-chac.csv", table+strings.NewReplacer("12/TB", "999/TB", "Giá nước giữ", "Gi\ufffd điện giữ").Replace(row))
	err := d.runs(d.folder)
	if err == nil || err.Error() != "26/51 tệp chưa nhập, xem tổng kết ở trên" {
		t.Errorf("the command ends with %v", err)
	}
	d.says("Tổng kết: 51 tệp, đã lưu 25 phát ngôn\n   25  đã lưu, không có chỗ nào phải xem lại\n    1  chưa lưu vì có chỗ đọc chưa chắc, dù đủ thông tin",
		"       - chua-chac.csv: Hàng 2: có ký tự hỏng", "\n    1  chưa lưu vì thiếu", "       - thieu.csv: Hàng 2: Không tìm thấy họ tên người ký; hãy nhập họ tên người phát ngôn. (và 1 chỗ khác)",
		"\n    1  không nhập lại vì đã có\n       - lap.csv: ", "\n   23  không đọc được\n       - 00-cu.doc: Tệp .doc là định dạng cũ; hãy mở bằng Word", "       và 3 tệp khác, xem ở trên")
	if err := d.runs("-yes", filepath.Join(d.folder, "chua-chac.csv")); err != nil {
		t.Errorf("-yes: %v", err)
	}
	d.says("đã lưu 1 phát ngôn", "    1  đã lưu bản nháp, có chỗ cần xem lại")
}

func TestAFolderOf200FilesGivesOneReadableSummary(t *testing.T) {
	d := newDesktop(t)
	for n := range 40 {
		d.put(fmt.Sprintf("bang/%03d.csv", n), table+strings.NewReplacer("12/TB", fmt.Sprintf("%d/TB", 100+n), "giữ nguyên", fmt.Sprintf("là %d đồng từ quý %d", 7000+n, n)).Replace(row))
		d.put(fmt.Sprintf("lap/%03d.csv", n), table+strings.NewReplacer("12/TB", fmt.Sprintf("%d/TB", 100+n), "giữ nguyên", fmt.Sprintf("là %d đồng, đã sửa, từ quý %d", 7000+n, n)).Replace(row))
		d.put(fmt.Sprintf("cu/%03d.doc", n), "\xd0\xcf")
		d.put(fmt.Sprintf("trang/%03d.html", n), fmt.Sprintf("<title>Lịch cấp nước</title><p>Tổ dân phố %d có nước lúc %d giờ %d phút.</p>", n, n%24, n))
		d.put(fmt.Sprintf("anh/%03d.jpg", n), "x")
	}
	if err := d.runs(d.folder); err == nil || err.Error() != "120/160 tệp chưa nhập, xem tổng kết ở trên" {
		t.Errorf("the command ends with %v", err)
	}
	_, sum, _ := strings.Cut(d.out.String(), "\nTổng kết: ")
	d.says("[160/160] ", "Tổng kết: 160 tệp, đã lưu 40 phát ngôn", "   40  không nhập lại vì đã có\n       - 000.csv: Văn bản số 100/TB-SXD của đơn vị này đã có",
		"   40  chưa lưu vì thiếu", "       40 tệp: Không tìm thấy đơn vị ban hành; hãy chọn đơn vị.\n", "       40 tệp: Tệp .doc là định dạng cũ", "   40  tệp khác trong thư mục không phải loại nhập được, bỏ qua: 000.jpg")
	if n := strings.Count(sum, "\n"); n > 90 {
		t.Errorf("the summary has %d lines", n)
	}
}
