package leak

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"time"
)

// Limits of a zipped file of an office.
const (
	mostParts    = 2000
	mostUnzipped = 48 << 20
	mostRatio    = 200
	ratioFrom    = 1 << 20 // small parts may be as even as they like
)

// parcel is a zipped file of an office: its parts, and what was found in them.
type parcel struct {
	names []string
	parts map[string][]byte
	found []Finding
}

func open(data []byte) (*parcel, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil || len(z.File) > mostParts {
		return nil, ErrDamaged
	}
	p := &parcel{parts: map[string][]byte{}}
	total := uint64(0)
	for _, f := range z.File {
		size, packed := f.UncompressedSize64, max(f.CompressedSize64, 1)
		if total += size; f.Flags&1 != 0 || total > mostUnzipped || size > ratioFrom && size/packed > mostRatio {
			return nil, ErrDamaged
		}
		if strings.HasSuffix(f.Name, "/") {
			continue
		}
		name := strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/")
		if _, twice := p.parts[name]; twice {
			return nil, ErrDamaged
		}
		r, err := f.Open()
		if err != nil {
			return nil, ErrDamaged
		}
		body, err := io.ReadAll(io.LimitReader(r, mostUnzipped))
		_ = r.Close()
		if err != nil {
			return nil, ErrDamaged
		}
		p.names, p.parts[name] = append(p.names, name), body
	}
	return p, nil
}

func (p *parcel) kind() (Type, error) {
	switch {
	case p.parts["word/document.xml"] != nil:
		return DOCX, nil
	case p.parts["xl/workbook.xml"] != nil:
		return XLSX, nil
	}
	return "", ErrType
}

func (p *parcel) find(k Kind, place, what string, args ...any) {
	f := Finding{k, place, fmt.Sprintf(what, args...)}
	if !slices.Contains(p.found, f) {
		p.found = append(p.found, f)
	}
}

// change reads a part, lets do change it, and keeps what came of it.
func (p *parcel) change(name string, do func(*node)) error {
	data := p.parts[name]
	if data == nil {
		return nil
	}
	n, err := parse(data)
	if err != nil {
		return err
	}
	do(n)
	p.parts[name] = n.bytes()
	return nil
}

// remove takes parts away; what pointed at them is taken away by settle.
func (p *parcel) remove(away func(name string) bool) {
	p.names = slices.DeleteFunc(p.names, func(name string) bool {
		if !away(name) {
			return false
		}
		delete(p.parts, name)
		return true
	})
}

// settle takes away what points at parts that are gone, or outside, until all is as it is
// said to be. dropped are the ids that no relation has any more, by the part they are of.
func (p *parcel) settle() (dropped map[string][]string, err error) {
	dropped = map[string][]string{}
	for _, name := range p.names {
		if !strings.HasSuffix(name, ".rels") {
			continue
		}
		of := source(name)
		if err := p.change(name, func(n *node) {
			n.drop(func(k *node) bool {
				if k.local() != "Relationship" || p.leads(of, k) {
					return false
				}
				dropped[of] = append(dropped[of], k.get("Id"))
				return true
			})
		}); err != nil {
			return nil, err
		}
	}
	return dropped, p.change("[Content_Types].xml", func(n *node) {
		n.drop(func(k *node) bool {
			return k.local() == "Override" && p.parts[strings.TrimPrefix(k.get("PartName"), "/")] == nil
		})
	})
}

// leads reports whether a relation leads to a part that is there, or is a link to read.
func (p *parcel) leads(of string, rel *node) bool {
	if strings.EqualFold(rel.get("TargetMode"), "External") {
		return strings.HasSuffix(rel.get("Type"), "/hyperlink") && !p.tells(of, rel.get("Target"))
	}
	target := rel.get("Target")
	if !strings.HasPrefix(target, "/") {
		target = path.Join(path.Dir(of), target)
	}
	return p.parts[strings.TrimPrefix(target, "/")] != nil
}

// tells reports a link that names a person or a disk; it is found.
func (p *parcel) tells(of, target string) bool {
	low := strings.ToLower(target)
	switch {
	case strings.HasPrefix(low, "mailto:"), strings.HasPrefix(low, "tel:"), len(personal(target)) > 0:
		p.find(Personal, of, "liên kết tới thư điện tử hoặc số điện thoại")
	case !strings.HasPrefix(low, "http://") && !strings.HasPrefix(low, "https://"):
		p.find(Author, of, "liên kết tới nơi trong máy hoặc mạng nội bộ")
	default:
		return false
	}
	return true
}

// source is the part whose relations a part holds.
func source(rels string) string {
	dir, file := path.Split(rels)
	return path.Join(strings.TrimSuffix(dir, "_rels/"), strings.TrimSuffix(file, ".rels"))
}

// zip is the parcel as a file again, without anybody's time.
func (p *parcel) zip() ([]byte, error) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range p.names {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(p.parts[name]); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
