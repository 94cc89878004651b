package leak

import (
	"path"
	"strings"
)

// office is a file of an office: its clean copy, and what was found on the way there.
func office(data []byte) ([]byte, []Finding, error) {
	p, err := open(data)
	if err != nil {
		return nil, nil, err
	}
	t, err := p.kind()
	if err != nil {
		return nil, nil, err
	}
	p.common()
	if t == DOCX {
		err = p.document()
	} else {
		err = p.workbook()
	}
	if err != nil {
		return nil, nil, err
	}
	copied, err := p.zip()
	return copied, p.found, err
}

// common is what files of both kinds tell: who wrote them, with what inside.
func (p *parcel) common() {
	p.author()
	p.remove(func(name string) bool {
		low := strings.ToLower(name)
		switch {
		case strings.HasPrefix(low, "docprops/"), strings.HasPrefix(low, "customxml/"), strings.HasSuffix(low, "people.xml"), strings.Contains(low, "/persons/"), strings.Contains(low, "printersettings"):
			return true
		case strings.Contains(low, "/embeddings/"), strings.Contains(low, "vbaproject"), strings.Contains(low, "/activex/"), strings.Contains(low, "/externallinks/"), strings.Contains(low, "connections.xml"),
			strings.Contains(low, "/querytables/"), strings.Contains(low, "/pivotcache/"), strings.Contains(low, "/pivottables/"), strings.Contains(low, "/charts/"), strings.Contains(low, "/glossary/"), strings.Contains(low, "/diagrams/"):
			p.find(Attached, name, "dữ liệu khác nằm trong tệp")
			return true
		}
		return false
	})
	for _, name := range p.names {
		if low := strings.ToLower(name); strings.Contains(low, "/media/") {
			p.media(name)
		} else if !strings.HasSuffix(low, ".xml") && !strings.HasSuffix(low, ".rels") && !strings.HasSuffix(low, ".vml") {
			p.find(Attached, name, "tệp khác nằm trong tệp")
		}
	}
	p.remove(func(name string) bool {
		low := strings.ToLower(name)
		return !strings.HasSuffix(low, ".xml") && !strings.HasSuffix(low, ".rels") && !strings.Contains(low, "/media/")
	})
}

// media takes out of a picture what is not to be seen; one that is not understood goes.
func (p *parcel) media(name string) {
	data := p.parts[name]
	clean, ok := stripped(data)
	switch {
	case !ok:
		p.find(Unread, name, "ảnh thuộc loại không kiểm tra được")
		p.parts[name] = blank
	case len(clean) != len(data):
		for _, f := range ofPicture(data) {
			p.find(f.Kind, name, "%s", f.What)
		}
		p.parts[name] = clean
	}
}

// author finds who wrote the file.
func (p *parcel) author() {
	for _, name := range p.names {
		if !strings.HasPrefix(strings.ToLower(name), "docprops/") || !strings.HasSuffix(name, ".xml") {
			if strings.HasPrefix(strings.ToLower(name), "docprops/") {
				p.find(Author, name, "ảnh thu nhỏ")
			}
			continue
		}
		n, err := parse(p.parts[name])
		if err != nil {
			p.find(Author, name, "thuộc tính tệp")
			continue
		}
		n.each(func(k *node) {
			switch k.local() {
			case "creator", "lastModifiedBy", "Manager", "Company", "title", "subject", "description", "keywords", "category", "lpwstr":
				if titles := k.local() == "lpwstr" && !strings.HasSuffix(name, "custom.xml"); !titles && strings.TrimSpace(k.words()) != "" {
					p.find(Author, path.Base(name), "%s", properties[k.local()])
				}
			}
		})
	}
}

var properties = map[string]string{"creator": "người soạn", "lastModifiedBy": "người sửa cuối", "Manager": "người quản lý", "Company": "cơ quan", "lpwstr": "thuộc tính tệp",
	"title": "tiêu đề ẩn", "subject": "chủ đề ẩn", "description": "ghi chú ẩn", "keywords": "từ khóa ẩn", "category": "loại ẩn"}
