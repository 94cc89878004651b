package pack

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// Result is what a file turned out to be. It is whole when there are no Problems, which
// are Vietnamese, each naming the file or record that it is about.
type Result struct {
	SHA256     string // of the file itself, to compare with the letter that came with it
	Facts      Facts
	Identities bool
	Files      int
	Captures   int
	Reports    int
	Records    int // of the audit chain about the case
	Gaps       int // between them, where the chain is not part of the pack
	Problems   []string
}

// Verify reads a pack of size bytes and says what it is and what is wrong with it. It
// takes no more memory than the bounds of this package, whatever the file says of itself.
// The error is only that of reading.
func Verify(r io.ReaderAt, size int64) (Result, error) {
	v := &verifier{have: map[string]found{}}
	if size > MostBytes {
		v.problem("Tệp lớn hơn %d MiB, không phải hồ sơ của phần mềm này.", MostBytes>>20)
		return v.Result, nil
	}
	whole := sha256.New()
	if _, err := io.Copy(whole, io.NewSectionReader(r, 0, size)); err != nil {
		return v.Result, fmt.Errorf("read the pack: %w", err)
	}
	v.SHA256 = hex.EncodeToString(whole.Sum(nil))
	entries, err := strict(r, size)
	if err != nil {
		v.problem("Tệp ZIP không còn nguyên dạng khi lập (%v).", err)
		if entries, err = lenient(r, size); err != nil {
			v.problem("Không đọc được tệp ZIP: %v.", err)
			return v.Result, nil
		}
	}
	return v.Result, v.check(entries)
}

type verifier struct {
	Result
	have map[string]found
}

// found is what a file in the ZIP holds; data only of those that are read whole.
type found struct {
	size int64
	sum  string
	data []byte
}

func (v *verifier) problem(format string, args ...any) {
	v.Problems = append(v.Problems, fmt.Sprintf(format, args...))
}

func (v *verifier) check(entries []entry) error {
	budget := int64(MostBytes)
	for _, e := range entries {
		f, err := read(e, budget)
		switch {
		case !ownName(e.name):
			v.problem("Tệp có tên không an toàn trong hồ sơ: %q.", e.name)
		case v.have[e.name].sum != "":
			v.problem("Tệp %s có hai lần.", e.name)
		case err != nil:
			v.problem("Tệp %s không đọc được: %v.", e.name, err)
			v.have[e.name] = found{sum: "?"}
		default:
			v.have[e.name] = f
		}
		budget -= f.size
	}
	var m manifest
	if !v.decode(manifestFile, &m) {
		return nil
	}
	if m.Format != Format {
		v.problem("manifest.json có dạng %q, phần mềm này đọc được %q.", m.Format, Format)
		return nil
	}
	v.Facts, v.Identities, v.Files = m.Facts, m.Identities, len(m.Files)
	v.compare(m)
	v.checkReports()
	v.checkAudit()
	return nil
}

// ownName reports whether a pack may hold a file of this name: none that leads elsewhere.
func ownName(name string) bool {
	known := []string{manifestFile, coverFile, reportsFile, timelineFile, auditFile, identitiesFile}
	rest, capture := strings.CutPrefix(name, captureFolder)
	plain := rest != "" && len(name) <= longestName && strings.Trim(rest, "0123456789abcdefghijklmnopqrstuvwxyz.") == "" && !strings.Contains(rest, "..")
	return slices.Contains(known, name) || capture && plain
}

// read reads a file, whose data is kept when it is one that is read whole.
func read(e entry, budget int64) (found, error) {
	r, err := e.open()
	if err != nil {
		return found{}, err
	}
	sum, limit := sha256.New(), budget
	var kept bytes.Buffer
	w := io.Writer(sum)
	if !strings.HasPrefix(e.name, captureFolder) {
		w, limit = io.MultiWriter(sum, &kept), min(budget, mostText)
	}
	n, err := io.Copy(w, io.LimitReader(r, limit+1))
	if err == nil && n > limit {
		err = errors.New("quá lớn")
	}
	return found{n, hex.EncodeToString(sum.Sum(nil)), kept.Bytes()}, err
}

// compare holds the files that are there to those that the manifest lists.
func (v *verifier) compare(m manifest) {
	listed := map[string]bool{manifestFile: true}
	for _, line := range m.Files {
		f, there := v.have[line.Path]
		switch {
		case listed[line.Path]:
			v.problem("manifest.json nêu tệp %q hai lần.", line.Path)
		case !there:
			v.problem("Thiếu tệp %q.", line.Path)
		case f.sum != "?" && (f.sum != line.SHA256 || f.size != line.Size):
			v.problem("Tệp %q đã bị sửa: SHA-256 là %s, khi lập là %s.", line.Path, f.sum, line.SHA256)
		}
		listed[line.Path] = true
	}
	for _, name := range slices.Sorted(maps.Keys(v.have)) {
		if !listed[name] {
			v.problem("Thừa tệp %q, không có trong manifest.json.", name)
		}
	}
	for _, name := range []string{coverFile, reportsFile, timelineFile, auditFile} {
		if !listed[name] {
			v.problem("manifest.json không nêu tệp %s.", name)
		}
	}
	if m.Identities != listed[identitiesFile] {
		v.problem("manifest.json không khớp về danh tính người báo tin.")
	}
}

// checkReports holds the captures that are there to those that the reports name.
func (v *verifier) checkReports() {
	var reports []Report
	if !v.decode(reportsFile, &reports) {
		return
	}
	v.Reports = len(reports)
	named := map[string]bool{}
	for _, r := range reports {
		for _, c := range r.Captures {
			if c.File == "" && c.SHA256 == "" {
				continue
			}
			f, there := v.have[c.File]
			if named[c.File] = true; !there || f.sum != c.SHA256 {
				v.problem("Ảnh %s của báo tin %s không khớp tệp %q.", c.ID, r.ID, c.File)
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(v.have)) {
		if strings.HasPrefix(name, captureFolder) {
			if v.Captures++; !named[name] {
				v.problem("Ảnh %q không thuộc báo tin nào.", name)
			}
		}
	}
}

// decode reads a JSON file; a problem is noted.
func (v *verifier) decode(name string, into any) bool {
	f, there := v.have[name]
	if !there {
		if name == manifestFile { // of the others compare tells
			v.problem("Thiếu tệp %q.", name)
		}
		return false
	}
	d := json.NewDecoder(bytes.NewReader(f.data))
	err := d.Decode(into)
	if err == nil && d.More() {
		err = errors.New("còn nội dung sau phần cuối")
	}
	if err != nil && f.sum != "?" {
		v.problem("Tệp %s không đọc được: %v.", name, err)
	}
	return err == nil
}
