package docx

import (
	"archive/zip"
	"encoding/xml"
	"path"
	"strings"

	"phatngon/knowledge/importer/ooxml"
	"phatngon/knowledge/importer/paper"
)

// wordFile is an opened DOCX: its parts are found by their relationships
// (ECMA-376, Part 2, 9.3), whatever they are called.
type wordFile struct {
	zip       *zip.Reader
	main      string
	relations []relation // of the main part
	within    bool       // it stands in another document
}

type relation struct{ id, kind, target string }

func openWord(z *zip.Reader) (*wordFile, []byte, error) {
	root, err := relationsOf(z, "")
	if err != nil {
		return nil, nil, err
	}
	f := &wordFile{zip: z, main: "word/document.xml"}
	for _, r := range root {
		if r.kind == "officeDocument" {
			f.main = r.target
		}
	}
	body, err := ooxml.Part(z, f.main)
	if body == nil && err == nil {
		return nil, nil, paper.Damaged()
	}
	if err != nil {
		return nil, nil, err
	}
	f.relations, err = relationsOf(z, f.main)
	return f, body, err
}

// relationsOf reads the relationships of a part; "" is the package.
func relationsOf(z *zip.Reader, name string) ([]relation, error) {
	dir, base := path.Split(name)
	data, err := ooxml.Part(z, path.Join(dir, "_rels", base+".rels"))
	if err != nil {
		return nil, err
	}
	var out []relation
	_ = ooxml.Walk(data, func(token xml.Token) error { // what comes before a damage is used
		t, ok := token.(xml.StartElement)
		if !ok || t.Name.Local != "Relationship" || attribute(t, "TargetMode") == "External" {
			return nil
		}
		target := attribute(t, "Target")
		if !strings.HasPrefix(target, "/") {
			target = path.Join(dir, target)
		}
		out = append(out, relation{attribute(t, "Id"), path.Base(attribute(t, "Type")), strings.TrimPrefix(target, "/")})
		return nil
	})
	return out, nil
}

// kind is the first part of a kind, such as "styles"; without a relationship
// it is looked for under its usual name.
func (f *wordFile) kind(kind string) ([]byte, error) {
	for _, r := range f.relations {
		if r.kind == kind {
			return ooxml.Part(f.zip, r.target)
		}
	}
	return ooxml.Part(f.zip, path.Join(path.Dir(f.main), kind+".xml"))
}

// once is the part of a relationship, and its name. A part that was read
// already has nothing more: a hostile file may name one many thousand times.
func (f *wordFile) once(id string) (name string, data []byte, err error) {
	for i, r := range f.relations {
		if r.id == id {
			f.relations[i].id = ""
			data, err = ooxml.Entry(f.zip, r.target)
			return path.Base(r.target), data, err
		}
	}
	return "", nil, nil
}
