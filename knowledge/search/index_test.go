package search

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var texts = []Doc{
	{Heads: []string{"Tiến độ sửa chữa cầu Hàm Rồng", "Khi nào sửa xong cầu Hàm Rồng?"}, Body: "Cầu Hàm Rồng hoàn thành trước ngày 31/12/2026. Kinh phí là 12,5 tỷ đồng."},
	{Heads: []string{"Phòng, chống dịch sốt xuất huyết"}, Body: "Toàn tỉnh ghi nhận 215 ca mắc. Ủy ban nhân dân các xã tổ chức diệt lăng quăng."},
	{Heads: []string{"Giấy phép lái xe"}, Body: "Việc đổi giấy phép lái xe do Công an tỉnh tiếp nhận. Đường Đông Tiến cấm xe tải."},
}

func TestReadRestoresWhatWasMeant(t *testing.T) {
	x := Build(texts)
	for typed, want := range map[string]string{
		"cau ham rong":             "câu1 ham1 rông1",
		"sot xuat huyet":           "sôt2 xuât2 huyêt2",
		"Hàm Rồng":                 "ham1 rông1",
		"gplx":                     "giây2 phep2 lai2 xe",
		"ubnd xa":                  "uy3 ban nhân dân xa4",
		"kinh pih":                 "kinh phi2",
		"cầu hàm rông":             "câu1 ham1 rông1",
		"bn ca mac":                "bao nhiêu ca măc2",
		"răng rứa":                 "sao thê2",
		"Blockchain 2027":          "blockchain 2027",
		"qd 12":                    "quyêt2 đinh5 12",
		strings.Repeat("cau ", 99): strings.TrimSpace(strings.Repeat("câu1 ", 99)),
		"":                         "",
		"thoong baos":              "thông bao2",
		"lichj cawts ddieenj":      "lich5 căt2 điên5",
		"quý III":                  "quy2 3",
	} {
		if got := x.Read(typed).Words(); got != want {
			t.Errorf("%q is read as %q, want %q", typed, got, want)
		}
	}
}

func TestSearchFindsInEverySpelling(t *testing.T) {
	x := Build(texts)
	for question, want := range map[string]int{
		"khi nào sửa xong cầu Hàm Rồng": 0, "cau ham rong bn tien": 0, "215 ca mắc": 1, "ubnd xã diệt lăng quăng": 1,
		"doi gplx o dau": 2,
	} {
		got := x.Search(x.Read(question), nil).Matches
		if len(got) == 0 || got[0].Doc != want {
			t.Errorf("%q: got %v, want document %d", question, got, want)
		}
	}
}

func TestWhatCitizensSayFindsWhatOfficesWrite(t *testing.T) {
	x := Build(append(texts, Doc{Heads: []string{"Cấp giấy chứng nhận"}, Body: "Hồ sơ cấp giấy chứng nhận quyền sử dụng đất nộp tại xã."}))
	for _, question := range []string{"làm bìa đỏ ở đâu", "lam bia do o dau"} {
		if got := x.Search(x.Read(question), nil).Matches; len(got) == 0 || got[0].Doc != 3 {
			t.Errorf("%q: got %v", question, got)
		}
	}
}

func TestMoreListsWhatWasNotLookedAt(t *testing.T) {
	x := Build(manyDocs(300))
	q := x.Read("tien do du an")
	allow := func(doc int) bool { return doc != 7 }
	found := x.Search(q, allow).Matches
	more := x.More(q, found, 50, allow)
	seen := map[int]bool{7: true}
	for _, m := range found {
		seen[m.Doc] = true
	}
	for _, doc := range more {
		if seen[doc] {
			t.Errorf("document %d is listed twice, or not allowed", doc)
		}
		seen[doc] = true
	}
	if len(more) != 50 || len(found) != candidates {
		t.Errorf("%d found and %d more", len(found), len(more))
	}
}

func TestSearchLeavesOutWhatIsNotAllowed(t *testing.T) {
	x := Build(texts)
	for _, m := range x.Search(x.Read("cầu Hàm Rồng"), func(doc int) bool { return doc != 0 }).Matches {
		if m.Doc == 0 {
			t.Error("document 0 was not allowed")
		}
	}
}

func TestSearchOfNothing(t *testing.T) {
	empty := Build(nil)
	for _, question := range []string{"", "?", "cầu"} {
		if got := empty.Search(empty.Read(question), nil).Matches; len(got) != 0 {
			t.Errorf("%q in an empty index: %v", question, got)
		}
	}
	if got := Build([]Doc{{}}).Size(); got.Docs != 1 || got.Passages != 1 {
		t.Errorf("a document without a word: %+v", got)
	}
}

func TestConfidenceFallsWhenWordsAreMissing(t *testing.T) {
	x := Build(texts)
	full := x.Search(x.Read("Khi nào sửa xong cầu Hàm Rồng?"), nil).Matches[0].Confidence
	half := x.Search(x.Read("Khi nào thu phí xe khách qua cầu Cẩm Thủy?"), nil).Matches[0].Confidence
	if full < 0.5 || half > full/2 {
		t.Errorf("answerable %.2f, not answerable %.2f", full, half)
	}
}

func TestTheSameTextsGiveTheSameIndex(t *testing.T) {
	one, other := Build(texts), Build(texts)
	for _, question := range []string{"cau ham rong", "dich", "xe"} {
		a, b := one.Search(one.Read(question), nil), other.Search(other.Read(question), nil)
		if diff := cmp.Diff(a, b, cmp.AllowUnexported(Match{}, evidence{})); diff != "" {
			t.Errorf("%s: %s", question, diff)
		}
	}
}

func TestWeightsRoundTrip(t *testing.T) {
	again, err := ParseWeights(shipped().Format())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(shipped(), again, cmp.AllowUnexported(WordLayer{})); diff != "" {
		t.Error(diff)
	}
}

func TestWeightsThatDoNotFitAreRefused(t *testing.T) {
	good := string(shipped().Format())
	for name, change := range map[string][2]string{
		"not JSON":                {"{", "x"},
		"a part without its name": {`"known":`, `"unknown":`},
		"an unknown feature":      {`"doc_words"`, `"magic"`},
		"a lopsided tree":         {`"above":[`, `"above":[1,`},
		"an unknown trait":        {`"rarity"`, `"magic"`},
		"an unknown find":         {`"in_lead"`, `"magic"`},
		"a trait too many":        {`"traits":{`, `"traits":{"more":1,`},
		"a word unit too many":    {`"words": [`, `"words": [{},`},
		"no word units":           {`"words": [`, `"words": [],"were": [`},
		"a net too narrow":        {`"direct": [`, `"direct": [],"was": [`},
		"a unit too wide":         {`"in":[`, `"in":[1,`},
	} {
		bad := strings.Replace(good, change[0], change[1], 1)
		if bad == good {
			t.Errorf("%s: %s is not in the file", name, change[0])
		}
		if _, err := ParseWeights([]byte(bad)); err == nil {
			t.Errorf("%s was accepted", name)
		}
	}
}

func FuzzSearch(f *testing.F) {
	x := Build(texts)
	f.Add("cau ham rong bn tien?")
	f.Add("đươ\u0323c 1.000.000,5 \xff qđ 12/2026")
	f.Fuzz(func(t *testing.T, question string) {
		q := x.Read(question)
		for _, m := range x.Search(q, nil).Matches {
			if m.Doc < 0 || m.Doc >= len(texts) || m.Confidence < 0 || m.Confidence > 1 {
				t.Fatalf("%q: %+v", question, m)
			}
		}
	})
}

func manyDocs(n int) []Doc {
	words := strings.Fields("tỉnh xã phường đường cầu trường học bệnh viện đất đai quy hoạch kinh phí tiến độ dự án nông thôn mới hồ sơ thủ tục cấp phép người dân doanh nghiệp hỗ trợ tái định cư giải phóng mặt bằng")
	docs := make([]Doc, n)
	state := uint32(1)
	for i := range docs {
		var b strings.Builder
		for range 100 {
			state = state*1664525 + 1013904223
			b.WriteString(words[int(state>>16)%len(words)] + " ")
		}
		fmt.Fprintf(&b, "số %d.", i)
		docs[i].Body = b.String()
	}
	return docs
}

func BenchmarkBuild7000(b *testing.B) {
	docs := manyDocs(7000)
	for b.Loop() {
		Build(docs)
	}
}

func BenchmarkSearch7000(b *testing.B) {
	x := Build(manyDocs(7000))
	for b.Loop() {
		x.Search(x.Read("tien do giai phong mat bang du an 4711"), nil)
	}
}

func BenchmarkSearch100000(b *testing.B) {
	x := Build(manyDocs(100000))
	for b.Loop() {
		x.Search(x.Read("tien do giai phong mat bang du an 4711"), nil)
	}
}
