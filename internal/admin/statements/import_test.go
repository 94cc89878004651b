package statements_test

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/url"
	"os"
	"strings"
	"testing"

	"phatngon/internal/admin/admintest"
	"phatngon/internal/store"
	"phatngon/knowledge/statement"
)

// notice is a letter of the health department, as another package reads it.
func notice(t *testing.T) []byte {
	t.Helper()
	data, err := os.ReadFile("../../../knowledge/importer/testdata/papers/thong-bao.html")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// uploads sends the import form with a file.
func uploads(b *admintest.Browser, name string, data []byte, typed map[string]string) {
	b.Helper()
	const action = "/admin/statements/import"
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	fields := b.Hidden(action)
	fields.Set("item", "1")
	for key, value := range typed {
		fields.Set(key, value)
	}
	for key := range fields {
		if err := form.WriteField(key, fields.Get(key)); err != nil {
			b.Fatal(err)
		}
	}
	w, err := form.CreateFormFile("file", name)
	if err != nil {
		b.Fatal(err)
	}
	if _, err := w.Write(data); err != nil {
		b.Fatal(err)
	}
	if err := form.Close(); err != nil {
		b.Fatal(err)
	}
	request, err := http.NewRequest(http.MethodPost, b.URL+action, &body)
	if err != nil {
		b.Fatal(err)
	}
	request.Header.Set("Content-Type", form.FormDataContentType())
	request.Header.Set("Origin", b.URL)
	b.Send(request)
}

func stored(o *admintest.Office) []statement.Statement {
	o.Helper()
	all, _, err := o.Flow.Store.Statements(o.Context(), store.StatementFilter{Limit: 100})
	if err != nil {
		o.Fatal(err)
	}
	return all
}

func TestUploadedFileFillsTheFormAndStoresNothing(t *testing.T) {
	o := admintest.New(t, nil)
	b := o.SignedIn("canbo@th.vn")
	b.Get("/admin/statements")
	b.Sees(200, "Nhập từ tệp")
	b.Get("/admin/statements/import")
	uploads(b, "thong-bao.html", notice(t), nil)
	b.Sees(200, "Đọc từ tệp thong-bao.html", `value="123/TB-SYT"`, `value="Nguyễn Văn Bình"`, `value="2026-11-20T00:00"`,
		"TH-YT – Sở Y tế", "215.400 liều", "Người ký (đoạn 8) không phải người đứng đầu", "hãy chọn công khai hoặc chỉ báo chí")
	if strings.Count(b.Body, `<option value="">Vui lòng chọn</option>`) != 2 {
		t.Error("what the file does not say must be chosen, not preset")
	}
	if n := len(stored(o)); n > 0 {
		t.Errorf("the upload stored %d statements", n)
	}
}

func TestConfirmedImportIsADraftOfItsOfficer(t *testing.T) {
	o := admintest.New(t, nil)
	b := o.SignedIn("canbo@th.vn")
	b.Get("/admin/statements/import")
	uploads(b, "thong-bao.html", notice(t), nil)
	b.Submit("/admin/statements", url.Values{
		"title": {"Tiêm vắc xin sởi"}, "body": {"Việc tiêm là miễn phí."}, "unit": {"TH-YT"}, "spokesperson": {"Nguyễn Văn Bình"},
		"position": {"Phó Giám đốc"}, "spokesperson_kind": {"B"}, "form": {"VAN_BAN"}, "issued_at": {"2026-11-20T00:00"},
		"audience": {"public"}, "document_no": {"123/TB-SYT"},
	})
	b.Sees(200, "Đã lưu")
	all := stored(o)
	if len(all) != 1 || all[0].Status != statement.StatusDraft || all[0].Author == "" {
		t.Fatalf("stored %+v, want one draft with its author", all)
	}
	b.Get("/admin/statements/import")
	uploads(b, "thong-bao.html", notice(t), nil)
	b.Sees(200, "Văn bản số 123/TB-SYT của đơn vị này đã có", "/admin/statements/"+all[0].Code)
}

func TestImportFormSaysWhatIsWrongWithAFile(t *testing.T) {
	o := admintest.New(t, nil)
	b := o.SignedIn("canbo@th.vn")
	for _, test := range []struct {
		name, file string
		data       []byte
		item, want string
	}{
		{"not a document", "a.exe", []byte("MZ"), "1", "Chưa đọc được loại tệp"},
		{"a damaged one", "a.docx", []byte("PK"), "1", "Tệp hỏng"},
		{"an empty one", "a.pdf", nil, "1", "Tệp rỗng"},
		{"the third of one statement", "a.html", notice(t), "3", "Tệp có 1 phát ngôn"},
		{"a name that is markup", `<b>.html`, []byte("<script>"), "1", "Trang không có phần chữ nào"},
	} {
		t.Run(test.name, func(t *testing.T) {
			b.Get("/admin/statements/import")
			uploads(b, test.file, test.data, map[string]string{"item": test.item})
			b.Sees(422, test.want)
		})
	}
}

func TestAFileIsLookedAtBeforeItIsConfirmed(t *testing.T) {
	feed := "title,body,unit\nLịch tiêm,Tiêm thứ hai.,Sở Y tế\nLịch khám,Khám thứ ba.,Sở Y tế\n"
	for _, test := range []struct {
		name, file string
		data       []byte
		typed      map[string]string
		want       []string
	}{
		{"one statement", "a.html", notice(t), map[string]string{"look": "1"}, []string{"123/TB-SYT", `data-item="1"`, "2 chỗ"}},
		{"what cannot be read", "a.docx", []byte("PK"), map[string]string{"look": "1"}, []string{"data-refused", "Tệp hỏng"}},
		{"several, none named", "a.csv", []byte(feed), map[string]string{"item": ""}, []string{"Lịch tiêm", "Lịch khám", `data-item="2"`, "chọn lại tệp và nhập số thứ tự"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			o := admintest.New(t, nil)
			b := o.SignedIn("canbo@th.vn")
			b.Get("/admin/statements/import")
			uploads(b, test.file, test.data, test.typed)
			b.Sees(200, append(test.want, "Chưa lưu gì")...)
			if n := len(stored(o)); n > 0 {
				t.Errorf("looking stored %d statements", n)
			}
		})
	}
}

func TestEveryDoubtOfAFieldIsShown(t *testing.T) {
	data, err := os.ReadFile("../../../knowledge/importer/testdata/failing/p16-no-tounicode.pdf")
	if err != nil {
		t.Fatal(err)
	}
	o := admintest.New(t, nil)
	b := o.SignedIn("canbo@th.vn")
	b.Get("/admin/statements/import")
	uploads(b, "bang.pdf", data, nil)
	b.Sees(200, "76 chữ không đọc được", "có bảng", "Vui lòng xem lại 11 chỗ sau")
	if n := strings.Count(b.Body, `<li><a href="#body">`); n != 4 {
		t.Errorf("%d lines are of the text, want 4", n)
	}
}

func TestImportFormIsGuardedLikeAnyOther(t *testing.T) {
	o := admintest.New(t, nil)
	b := o.SignedIn("canbo@th.vn")
	b.Get("/admin/statements/import")
	uploads(b, "a.html", notice(t), map[string]string{"csrf": "forged"})
	b.Sees(403, "Biểu mẫu đã hết hạn")
	if strings.Contains(b.Body, "123/TB-SYT") {
		t.Error("the file was read for a forged form")
	}
}

func TestAnAdministratorImportsForAUnitWhoseSpokespersonPublishes(t *testing.T) {
	o := admintest.New(t, nil)
	b := o.SignedIn("quantri@th.vn")
	b.Get("/admin/statements")
	b.Sees(200, "Nhập từ tệp")
	b.SeesNot("/admin/statements/new")
	b.Get("/admin/statements/import")
	uploads(b, "thong-bao.html", notice(t), nil)
	b.Sees(200, "Đọc từ tệp thong-bao.html")
	b.Submit("/admin/statements", url.Values{
		"title": {"Tiêm vắc xin sởi"}, "body": {"Việc tiêm là miễn phí."}, "unit": {"TH-YT"}, "spokesperson": {"Nguyễn Văn Bình"},
		"position": {"Phó Giám đốc"}, "spokesperson_kind": {"B"}, "form": {"VAN_BAN"}, "issued_at": {"2026-11-20T00:00"}, "audience": {"public"},
	})
	b.Sees(200, "Đã lưu. Người phát ngôn mở trang này để công bố.")
	all := stored(o)
	if len(all) != 1 || all[0].Status != statement.StatusDraft || all[0].Unit != "TH-YT" {
		t.Fatalf("stored %+v, want one draft of the unit", all)
	}
	b.Get("/admin/statements/" + all[0].Code + "/edit")
	b.Sees(403)
}
