package statements

import (
	"errors"
	"net/http"
	"strconv"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk/people"
	"phatngon/internal/edge"
	"phatngon/knowledge/importer"
	"phatngon/knowledge/statement"
)

// maxUpload is the largest file that a form may bring, in bytes; the server
// lets that one form be larger than any other.
const maxUpload = 5 << 20

type statementImportPage struct {
	door.Page
	Item   string
	Error  string
	Looked *lookedAt
}

// imported is where a form that waits for confirmation comes from.
type imported struct {
	File         string
	Number, Of   int // which statement of the file this is, from 1
	Found        []foundFact
	Duplicate    string // why it seems to be there already; "" when it does not
	DuplicateURL string
}

type foundFact struct{ Label, Value, Where string }

func (p *Pages) getStatementImport(v *door.Visit) error {
	if err := people.MayImport(v.Officer, v.Officer.Unit); err != nil {
		return err
	}
	return p.showImport(v, http.StatusOK, statementImportPage{})
}

func (p *Pages) showImport(v *door.Visit, status int, page statementImportPage) error {
	page.Page = v.Page("Nhập phát ngôn từ tệp", "statements")
	return v.Render(status, "statement_import", page)
}

// postStatementImport shows what a file says in the form of a new statement, for the
// officer to confirm; with "look", or where the file holds several and none was named,
// it lists what there is. Nothing is stored until that form is saved.
func (p *Pages) postStatementImport(v *door.Visit) error {
	if err := people.MayImport(v.Officer, v.Officer.Unit); err != nil {
		return err
	}
	item, looks := v.Text("item"), v.Text("look") != ""
	name, drafts, err := p.readUpload(v)
	var unreadable *importer.Unreadable
	switch {
	case errors.As(err, &unreadable) && looks:
		return p.showImport(v, http.StatusOK, statementImportPage{Looked: &lookedAt{File: name, Refused: unreadable.Text}})
	case errors.As(err, &unreadable):
		return p.showImport(v, http.StatusUnprocessableEntity, statementImportPage{Item: item, Error: unreadable.Text})
	case err != nil:
		return err
	case looks || item == "" && len(drafts) > 1:
		looked, err := p.look(v, name, drafts)
		if err != nil {
			return err
		}
		return p.showImport(v, http.StatusOK, statementImportPage{Looked: looked})
	}
	number := 1
	if item != "" {
		number, err = strconv.Atoi(item)
	}
	if err != nil || number < 1 || number > len(drafts) {
		text := "Tệp có " + strconv.Itoa(len(drafts)) + " phát ngôn; vui lòng nhập số thứ tự từ 1 đến " + strconv.Itoa(len(drafts)) + " và chọn lại tệp."
		return p.showImport(v, http.StatusUnprocessableEntity, statementImportPage{Item: item, Error: text})
	}
	return p.confirmImport(v, drafts[number-1], &imported{File: name, Number: number, Of: len(drafts)})
}

// readUpload reads the form's file.
func (p *Pages) readUpload(v *door.Visit) (name string, drafts []importer.Draft, err error) {
	name, data, err := upload(v)
	if err != nil {
		return name, nil, err
	}
	drafts, err = importer.Read(name, data, importer.Options{Unit: p.Units.Registry.UnitNamed, KnownUnit: p.Flow.Statements.KnownUnit})
	return name, drafts, err
}

func (p *Pages) confirmImport(v *door.Visit, d importer.Draft, from *imported) error {
	for _, f := range d.Found {
		from.Found = append(from.Found, foundFact{importer.Label(f.Field), p.sayFact(f), f.Where})
	}
	if err := p.markDuplicate(v, d.Statement, from); err != nil {
		return err
	}
	wrong := mistakes{}
	for _, problem := range d.Problems {
		field := problem.Field
		if field == "authorisation" {
			field = "authorisation_number"
		}
		wrong.add(field, problem.Text)
	}
	return p.showStatementForm(v, http.StatusOK, statementEditPage{Form: p.formOf(d.Statement), Mistakes: wrong, Imported: from})
}

// sayFact is a fact with the meaning of its code.
func (p *Pages) sayFact(f importer.Fact) string {
	switch f.Field {
	case "unit":
		if option := p.Units.Option(f.Value); option != "" {
			return option
		}
	case "form":
		return labels.Of(statement.Form(f.Value))
	case "audience":
		return labels.Of(statement.Audience(f.Value))
	}
	return f.Value
}

// markDuplicate notes the statement that this one repeats, among those that
// the officer may see.
func (p *Pages) markDuplicate(v *door.Visit, s statement.Statement, from *imported) error {
	all, err := p.Flow.Statements.All(v.Ctx)
	if err != nil {
		return err
	}
	var visible []statement.Statement
	for _, other := range all {
		if inside(v.Officer, other) || !unreleased(other, p.Now()) {
			visible = append(visible, other)
		}
	}
	if code, why, ok := importer.Duplicate(s, visible); ok {
		from.Duplicate, from.DuplicateURL = why, door.StatementURL(code)
	}
	return nil
}

// upload is the file of the form, or in words why there is none.
func upload(v *door.Visit) (name string, data []byte, err error) {
	name, data, err = v.File("file", maxUpload)
	switch {
	case errors.Is(err, edge.ErrNoFile):
		err = &importer.Unreadable{Text: "Vui lòng chọn một tệp."}
	case errors.Is(err, edge.ErrLargeFile):
		err = &importer.Unreadable{Text: "Tệp lớn hơn " + strconv.Itoa(maxUpload>>20) + " MB. Vui lòng bỏ bớt ảnh hoặc tách tệp."}
	}
	return name, data, err
}
