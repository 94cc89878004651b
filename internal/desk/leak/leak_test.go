package leak_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	gojpeg "image/jpeg"
	gopng "image/png"
	"io"
	"slices"
	"strings"
	"testing"

	"phatngon/internal/desk/leak"
)

const (
	types    = `<Types><Override PartName="/word/document.xml"/><Override PartName="/word/comments.xml"/></Types>`
	rootRels = `<Relationships><Relationship Id="rId1" Type="x/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="x/core" Target="docProps/core.xml"/></Relationships>`
	docRels  = `<Relationships><Relationship Id="rId1" Type="x/comments" Target="comments.xml"/><Relationship Id="rId2" Type="x/hyperlink" Target="mailto:a@b.vn" TargetMode="External"/></Relationships>`
)

// docx is a document with this body, and more parts.
func docx(body string, more map[string]string) []byte {
	parts := map[string]string{"[Content_Types].xml": types, "_rels/.rels": rootRels, "word/_rels/document.xml.rels": docRels,
		"word/document.xml": `<w:document xmlns:w="w" xmlns:r="r"><w:body>` + body + `</w:body></w:document>`}
	for name, text := range more {
		parts[name] = text
	}
	return zipped(parts)
}

func zipped(parts map[string]string) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	var names []string
	for name := range parts {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		w, _ := z.Create(name)
		_, _ = io.WriteString(w, parts[name])
	}
	_ = z.Close()
	return out.Bytes()
}

func xlsx(sheets, first, second, shared string) []byte {
	return zipped(map[string]string{
		"[Content_Types].xml": `<Types/>`, "xl/workbook.xml": `<workbook xmlns:r="r"><sheets>` + sheets + `</sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="worksheets/sheet2.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   `<worksheet><sheetData>` + first + `</sheetData></worksheet>`, "xl/worksheets/sheet2.xml": `<worksheet><sheetData>` + second + `</sheetData></worksheet>`,
		"xl/sharedStrings.xml": `<sst>` + shared + `</sst>`,
	})
}

// everything is all that a zipped file holds.
func everything(t *testing.T, data []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(r)
		out.WriteString(f.Name + "\n" + string(body) + "\n")
	}
	return out.String()
}

const run = `<w:p><w:r><w:t>Đường thông xe.</w:t></w:r></w:p>`

func TestWhatAFileTellsBesideItsWordsIsFoundWithItsPlaceAndGoneFromTheCopy(t *testing.T) {
	both := `<sheet name="Bảng" sheetId="1" r:id="rId1"/><sheet name="Nháp" sheetId="2" state="hidden" r:id="rId2"/>`
	shown := `<sheet name="Bảng" sheetId="1" r:id="rId1"/><sheet name="Hai" sheetId="2" r:id="rId2"/>`
	row := `<row r="1"><c r="A1" t="s"><v>0</v></c></row>`
	kept := `<si><t>Đường thông xe.</t></si>`
	for name, c := range map[string]struct {
		data  []byte
		kind  leak.Kind
		place string
		gone  []string
	}{
		"a deletion":           {docx(run+`<w:p><w:del w:author="A"><w:r><w:delText>bí mật</w:delText></w:r></w:del></w:p>`, nil), leak.Change, "word/document.xml", []string{"bí mật", "w:author"}},
		"what was moved away":  {docx(run+`<w:p><w:moveFrom w:author="A"><w:r><w:t>bí mật</w:t></w:r></w:moveFrom></w:p>`, nil), leak.Change, "word/document.xml", []string{"bí mật"}},
		"who put it in":        {docx(`<w:p><w:ins w:author="Bí Mật"><w:r><w:t>Đường thông xe.</w:t></w:r></w:ins></w:p>`, nil), leak.Change, "word/document.xml", []string{"Bí Mật"}},
		"hidden text":          {docx(run+`<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>bí mật</w:t></w:r></w:p>`, nil), leak.HiddenText, "word/document.xml", []string{"bí mật"}},
		"a comment":            {docx(run, map[string]string{"word/comments.xml": `<w:comments xmlns:w="w"><w:comment w:author="A">bí mật</w:comment></w:comments>`}), leak.Comment, "word/comments.xml", []string{"bí mật", "comments.xml"}},
		"who wrote it":         {docx(run, map[string]string{"docProps/core.xml": `<c><dc:creator xmlns:dc="dc">Bí Mật</dc:creator></c>`}), leak.Author, "core.xml", []string{"Bí Mật", "core.xml"}},
		"a program":            {docx(run, map[string]string{"word/vbaProject.bin": "bí mật"}), leak.Attached, "word/vbaProject.bin", []string{"bí mật"}},
		"a number in two runs": {docx(run+`<w:p><w:r><w:t>gọi 0987 </w:t></w:r><w:r><w:t>111 222 nhé</w:t></w:r></w:p>`, nil), leak.Personal, "word/document.xml, đoạn 2", []string{"0987", "111 222"}},
		"a link to a person":   {docx(run+`<w:p><w:hyperlink r:id="rId2"><w:r><w:t>viết thư</w:t></w:r></w:hyperlink></w:p>`, nil), leak.Personal, "word/document.xml", []string{"a@b.vn"}},
		"a hidden sheet":       {xlsx(both, row, `<row r="1"><c r="A1" t="s"><v>1</v></c></row>`, kept+`<si><t>bí mật</t></si>`), leak.HiddenSheet, "trang tính “Nháp”", []string{"bí mật", "Nháp", "sheet2.xml\n"}},
		"a hidden row":         {xlsx(shown, row+`<row r="2" hidden="1"><c r="A2" t="inlineStr"><is><t>bí mật</t></is></c></row>`, "", kept), leak.HiddenCells, "trang tính “Bảng”, hàng 2", []string{"bí mật"}},
		"a text nobody shows":  {xlsx(both, row, "", kept+`<si><t>bí mật</t></si>`), leak.HiddenSheet, "trang tính “Nháp”", []string{"bí mật"}},
		"an account in a cell": {xlsx(shown, row, `<row r="7"><c r="B7" t="inlineStr"><is><t>số tài khoản 19031234567890 Vietcombank</t></is></c></row>`, kept), leak.Personal, "trang tính “Hai”, ô B7", []string{"19031234567890"}},
		"a formula":            {xlsx(shown, row+`<row r="2"><c r="A2"><f>'D:\bi-mat'!A1</f><v>5</v></c></row>`, "", kept), leak.Formula, "trang tính “Bảng”", []string{"bi-mat"}},
	} {
		found, err := leak.Scan(c.data)
		if err != nil || !slices.ContainsFunc(found, func(f leak.Finding) bool { return f.Kind == c.kind && f.Place == c.place }) {
			t.Errorf("%s: no %s at %s among %v, %v", name, c.kind, c.place, found, err)
		}
		clean, _, err := leak.Clean(c.data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		text := everything(t, clean)
		for _, secret := range c.gone {
			if strings.Contains(text, secret) {
				t.Errorf("%s: the copy holds %q", name, secret)
			}
		}
		if !strings.Contains(text, "Đường thông xe.") {
			t.Errorf("%s: the copy lost the words", name)
		}
	}
}

func TestAFileWithNothingBesideItsWordsIsReportedCleanAndCopiedAsItReads(t *testing.T) {
	data := docx(run, map[string]string{"word/_rels/document.xml.rels": `<Relationships/>`, "_rels/.rels": `<Relationships><Relationship Id="rId1" Type="x/officeDocument" Target="word/document.xml"/></Relationships>`})
	if found, err := leak.Scan(data); err != nil || len(found) > 0 {
		t.Errorf("found %v, %v", found, err)
	}
}

func TestAPictureLosesPlaceAndCamera(t *testing.T) {
	m := image.NewGray(image.Rect(0, 0, 32, 32))
	var jpeg, png bytes.Buffer
	if err := errors.Join(gojpeg.Encode(&jpeg, m, nil), gopng.Encode(&png, m)); err != nil {
		t.Fatal(err)
	}
	gps := "\xff\xe1\x00\x22Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x88\x25\x00\x04\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00"
	placed := append(append(bytes.Clone(jpeg.Bytes()[:2]), gps...), jpeg.Bytes()[2:]...)
	text := "\x00\x00\x00\x04" + string(binary.BigEndian.AppendUint32([]byte("tEXtb\x00a!"), crc32.ChecksumIEEE([]byte("tEXtb\x00a!"))))
	noted := append(append(bytes.Clone(png.Bytes()[:33]), text...), png.Bytes()[33:]...)
	for name, c := range map[string]struct {
		data []byte
		kind leak.Kind
	}{"a JPEG with a place": {placed, leak.Place}, "a PNG with a note": {noted, leak.Author}} {
		found, err := leak.Scan(c.data)
		if err != nil || len(found) == 0 || found[0].Kind != c.kind {
			t.Errorf("%s: %v, %v; want %s", name, found, err, c.kind)
		}
		clean, kind, err := leak.Clean(c.data)
		if err != nil || kind != leak.Picture {
			t.Errorf("%s: no copy: %v", name, err)
		}
		if again, err := leak.Scan(clean); err != nil || len(again) > 0 {
			t.Errorf("%s: the copy tells %v, %v", name, again, err)
		}
	}
	if found, err := leak.Scan(jpeg.Bytes()); err != nil || len(found) > 0 {
		t.Errorf("a plain picture tells %v, %v", found, err)
	}
}

func TestWhatIsNotUnderstoodIsNeverCalledClean(t *testing.T) {
	if found, err := leak.Scan([]byte("%PDF-1.7\n/Author (A)")); err != nil || len(found) < 2 {
		t.Errorf("a PDF: %v, %v", found, err)
	}
	if _, _, err := leak.Clean([]byte("%PDF-1.7")); !errors.Is(err, leak.ErrNoCopy) {
		t.Errorf("a copy of a PDF: %v", err)
	}
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"a page":                {[]byte("<html>"), leak.ErrType},
		"another zip":           {zipped(map[string]string{"a.txt": "a"}), leak.ErrType},
		"half a document":       {docx(run, nil)[:300], leak.ErrDamaged},
		"XML that does not end": {docx(`<w:p>`, nil), leak.ErrDamaged},
		"a document type":       {docx(run, map[string]string{"word/footnotes.xml": `<!DOCTYPE a [<!ENTITY b "c">]><a/>`}), leak.ErrDamaged},
		"only hidden sheets":    {xlsx(`<sheet name="A" state="veryHidden" r:id="rId1"/>`, "", "", ""), leak.ErrNoCopy},
		"what would burst":      {docx(run, map[string]string{"word/footnotes.xml": strings.Repeat("a", 4<<20)}), leak.ErrDamaged},
	} {
		if _, err := leak.Scan(c.data); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}
