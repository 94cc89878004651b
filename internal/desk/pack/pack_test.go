package pack

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
)

const code = "TG-2026-00001"

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, calendar.Zone)

var (
	jpeg  = []byte("\xff\xd8\xff\xe0 một tấm ảnh")
	other = []byte("\x89PNG một tấm khác")
)

func sumOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

func opened(sum string) ([]byte, error) {
	for _, data := range [][]byte{jpeg, other} {
		if sumOf(data) == sum {
			return data, nil
		}
	}
	return nil, errors.New("no such picture")
}

// chain is an audit chain: two records of the case around one of something else.
func chain() []AuditLine {
	var lines []AuditLine
	var last desk.AuditRecord
	for i, r := range []desk.AuditRecord{
		{ID: "case:" + code + "/1/audit", Chain: "boot", At: noon, Action: "case.file", Subject: code},
		{ID: "x", At: noon, Action: "officer.login", Subject: "o1"},
		{ID: "case:" + code + "/2/audit", At: noon, Officer: "o1", Action: "case.classify", Subject: code, Detail: "1b 2c"},
	} {
		last = desk.Chain(last, r)
		line := AuditLine{Chain: last.Chain, Seq: last.Seq, Hash: last.Hash}
		if i != 1 {
			record := last
			line.Record = &record
		}
		lines = append(lines, line)
	}
	return lines
}

func sample() Pack {
	capture := func(id string, data []byte) Capture {
		return Capture{ID: id, SHA256: sumOf(data), Size: len(data), ReceivedAt: noon}
	}
	return Pack{
		Facts: Facts{Case: code, AsOf: noon, State: "Đã phân loại", Unit: "Sở Y tế", Found: "có dấu hiệu giả, sai sự thật", For: "Công an tỉnh", Why: "Có dấu hiệu tội phạm."},
		Reports: []Report{
			{ID: "BT-1", ReceivedAt: noon, Text: `<script>alert("x")</script> vỡ đập`, Links: []Link{{Given: "https://a.vn/x?a=1&b=2", Key: "web:a.vn/x"}}, Captures: []Capture{capture("BT-1-1", jpeg), capture("BT-1-2", other)}},
			{ID: "BT-2", ReceivedAt: noon, Anonymous: true, Captures: []Capture{capture("BT-2-1", jpeg), {ID: "BT-2-2", ReceivedAt: noon, Problem: "Zalo không còn giữ ảnh này."}}},
		},
		Timeline: []Step{{At: noon, By: "Hệ thống", Action: "receive", Text: "Tiếp nhận", Audit: "case:" + code + "/1/audit"}, {At: noon, By: "Lê Văn", Action: "classify", Text: "Phân loại", Audit: "case:" + code + "/2/audit"}},
		Audit:    chain(),
	}
}

func written(t testing.TB, p Pack) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, p, opened); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func verified(t testing.TB, data []byte) Result {
	t.Helper()
	r, err := Verify(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestAPackIsWholeAndTheSameEachTime(t *testing.T) {
	data := written(t, sample())
	r := verified(t, data)
	if len(r.Problems) > 0 || r.Facts.Case != code || r.Reports != 2 || r.Captures != 2 || r.Records != 2 || r.Files != 6 || r.SHA256 != sumOf(data) || r.Identities {
		t.Errorf("%+v", r)
	}
	if !bytes.Equal(data, written(t, sample())) {
		t.Error("the same case gave other bytes")
	}
	named := sample()
	named.Identities = []Identity{{Report: "BT-1", Name: "Lê Thị Hoa"}}
	if r := verified(t, written(t, named)); len(r.Problems) > 0 || !r.Identities {
		t.Errorf("with identities: %+v", r)
	}
	if strings.Contains(string(data), "Lê Thị Hoa") || strings.Contains(string(data), "identities.json\"") {
		t.Error("who reported is in a pack without identities")
	}
}

func TestOtherProgramsReadAPackAndItsCoverShowsNothingAsCode(t *testing.T) {
	data := written(t, sample())
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(in)
		if err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
		if f.Name == coverFile && (strings.Contains(string(body), "<script") || !strings.Contains(string(body), sumOf(jpeg)) || !strings.Contains(string(body), "Công an tỉnh")) {
			t.Errorf("the cover:\n%s", body)
		}
	}
}

func TestAPictureOfOtherBytesIsNotPacked(t *testing.T) {
	for name, open := range map[string]func(string) ([]byte, error){
		"altered": func(string) ([]byte, error) { return []byte("x"), nil },
		"gone":    func(string) ([]byte, error) { return nil, errors.New("gone") },
	} {
		if err := Write(io.Discard, sample(), open); err == nil || !strings.Contains(err.Error(), "BT-1-1") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestEveryChangedByteIsFound(t *testing.T) {
	data := written(t, sample())
	for at := 0; at < len(data); at += 97 {
		changed := bytes.Clone(data)
		changed[at] ^= 1
		if r := verified(t, changed); len(r.Problems) == 0 {
			t.Fatalf("byte %d of %d was changed unseen", at, len(data))
		}
	}
	for name, changed := range map[string][]byte{"cut": data[:len(data)-1], "longer": append(bytes.Clone(data), 0), "before": append([]byte("MZ"), data...), "empty": nil} {
		if r := verified(t, changed); len(r.Problems) == 0 {
			t.Errorf("%s: unseen", name)
		}
	}
}

// rezipped is a pack as another program writes it, after change.
func rezipped(t *testing.T, data []byte, change func(files map[string]string)) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	files, order := map[string]string{}, []string{}
	for _, f := range z.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		files[f.Name], order = string(body), append(order, f.Name)
	}
	change(files)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for name := range files {
		if !strings.Contains(strings.Join(order, " "), name) {
			order = append(order, name)
		}
	}
	for _, name := range order {
		if body, there := files[name]; there {
			in, err := w.Create(name)
			if err != nil {
				t.Fatal(err)
			}
			_, _ = io.WriteString(in, body)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestWhatIsMissingAddedOrChangedIsNamed(t *testing.T) {
	data, picture := written(t, sample()), captureFolder+sumOf(jpeg)+".jpg"
	for name, c := range map[string]struct {
		change func(map[string]string)
		want   []string
	}{
		"a picture is missing": {func(f map[string]string) { delete(f, picture) }, []string{"Thiếu tệp", picture}},
		"a file is added":      {func(f map[string]string) { f["captures/aa.jpg"] = "x" }, []string{"Thừa tệp", "captures/aa.jpg", "không thuộc báo tin nào"}},
		"a picture is changed": {func(f map[string]string) { f[picture] = "x" }, []string{"đã bị sửa", picture}},
		"the cover is changed": {func(f map[string]string) { f[coverFile] += " " }, []string{"đã bị sửa", coverFile}},
		"no manifest":          {func(f map[string]string) { delete(f, manifestFile) }, []string{"Thiếu tệp", manifestFile}},
		"a broken manifest":    {func(f map[string]string) { f[manifestFile] = "{" }, []string{manifestFile, "không đọc được"}},
		"a later form":         {func(f map[string]string) { f[manifestFile] = `{"format":"phatngon-evidence/2"}` }, []string{"phatngon-evidence/2"}},
		"it leads elsewhere":   {func(f map[string]string) { f["../../etc/passwd"] = "x" }, []string{"không an toàn", "etc/passwd"}},
		"it leads to a root":   {func(f map[string]string) { f["/captures/a.jpg"] = "x" }, []string{"không an toàn"}},
		"through a back slash": {func(f map[string]string) { f[`captures\..\a.jpg`] = "x" }, []string{"không an toàn"}},
		"out of a folder":      {func(f map[string]string) { f["captures/..jpg"] = "x" }, []string{"không an toàn"}},
		"only repacked":        {func(map[string]string) {}, []string{"không còn nguyên dạng"}},
	} {
		r := verified(t, rezipped(t, data, c.change))
		for _, want := range c.want {
			if !strings.Contains(strings.Join(r.Problems, "\n"), want) {
				t.Errorf("%s: no %q in %q", name, want, r.Problems)
			}
		}
	}
}

func TestAnExtractOfTheAuditChainIsHeldToItself(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Pack)
		want   string
	}{
		"a record is changed":         {func(p *Pack) { p.Audit[2].Record.Detail = "1a 2a" }, "đã bị sửa hoặc không nối"},
		"what stood between is":       {func(p *Pack) { p.Audit[1].Hash = strings.Repeat("0", 64) }, "đã bị sửa hoặc không nối"},
		"a record is taken out":       {func(p *Pack) { p.Audit = p.Audit[:2] }, "thiếu bản ghi"},
		"a step is taken out":         {func(p *Pack) { p.Timeline = p.Timeline[:1] }, "thiếu bước"},
		"it is of another case":       {func(p *Pack) { p.Case = "TG-2026-00002" }, "không phải của vụ việc"},
		"out of order":                {func(p *Pack) { p.Audit[0], p.Audit[2] = p.Audit[2], p.Audit[0] }, "sai thứ tự"},
		"a line is of another number": {func(p *Pack) { p.Audit[2].Seq = 9 }, "không phải của bản ghi"},
	} {
		p := sample()
		c.change(&p)
		if r := verified(t, written(t, p)); !strings.Contains(strings.Join(r.Problems, "\n"), c.want) {
			t.Errorf("%s: %q", name, r.Problems)
		}
	}
	p := sample()
	p.Audit = []AuditLine{p.Audit[0], p.Audit[2]}
	if r := verified(t, written(t, p)); len(r.Problems) > 0 || r.Gaps != 1 {
		t.Errorf("a chain that is not part of the pack: %+v", r)
	}
}

// A ZIP that grows without end when it is read is given up at the bound.
func TestABombIsNotUnpacked(t *testing.T) {
	bomb := rezipped(t, written(t, sample()), func(f map[string]string) { f[reportsFile] = strings.Repeat("0", mostText+2) })
	if len(bomb) > 1<<20 {
		t.Fatalf("the bomb has %d bytes", len(bomb))
	}
	if r := verified(t, bomb); !strings.Contains(strings.Join(r.Problems, "\n"), "quá lớn") {
		t.Errorf("%q", r.Problems)
	}
}

func FuzzVerify(f *testing.F) {
	data := written(f, sample())
	f.Add(data)
	f.Add(data[:len(data)/2])
	f.Add([]byte("PK\x05\x06\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, changed []byte) {
		r, err := Verify(bytes.NewReader(changed), int64(len(changed)))
		if err != nil {
			t.Fatal(err)
		}
		entries, errForm := strict(bytes.NewReader(changed), int64(len(changed)))
		if len(r.Problems) == 0 && (errForm != nil || len(entries) != r.Files+1) {
			t.Errorf("what Write never gives was found whole: %v, %d files, %+v", errForm, len(entries), r)
		}
	})
}

func TestATooLargePackIsNotWritten(t *testing.T) {
	for name, b := range map[string]*builder{"bytes": {size: MostBytes, zip: zipWriter{w: io.Discard}}, "files": {lines: make([]fileLine, MostFiles), zip: zipWriter{w: io.Discard}}} {
		if b.add("x", nil); !errors.Is(b.err, ErrLarge) {
			t.Errorf("too many %s: %v", name, b.err)
		}
	}
}
