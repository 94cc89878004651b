package admin

import (
	"errors"
	"io"
	"strconv"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/desk/people"
	"phatngon/knowledge"
	"phatngon/knowledge/document"
)

// maxUpload is the largest file that a form may bring, in bytes; the server
// lets that one form be larger than any other.
const maxUpload = 5 << 20

type statementImportPage struct {
	page
	Item  string
	Error string
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

func (p *panel) getStatementImport(v *visit) error {
	if err := people.MayDraft(v.officer, v.officer.Unit); err != nil {
		return err
	}
	return p.showImport(v, fiber.StatusOK, statementImportPage{Item: "1"})
}

func (p *panel) showImport(v *visit, status int, page statementImportPage) error {
	page.page = v.page("Nhập phát ngôn từ tệp", "statements")
	return v.render(status, "statement_import", page)
}

// postStatementImport shows what a file says in the form of a new statement,
// for the officer to confirm. Nothing is stored until that form is saved.
func (p *panel) postStatementImport(v *visit) error {
	if err := people.MayDraft(v.officer, v.officer.Unit); err != nil {
		return err
	}
	item := v.text("item")
	name, data, err := v.upload("file", maxUpload)
	var drafts []document.Draft
	if err == nil {
		drafts, err = document.Read(name, data, document.Options{Unit: p.Units.UnitNamed, KnownUnit: p.Flow.KnownUnit})
	}
	number, numberErr := strconv.Atoi(item)
	var unreadable *document.Unreadable
	switch {
	case errors.As(err, &unreadable):
		return p.showImport(v, fiber.StatusUnprocessableEntity, statementImportPage{Item: item, Error: unreadable.Text})
	case err != nil:
		return err
	case numberErr != nil || number < 1 || number > len(drafts):
		text := "Tệp có " + strconv.Itoa(len(drafts)) + " phát ngôn; vui lòng nhập số thứ tự từ 1 đến " + strconv.Itoa(len(drafts)) + " và chọn lại tệp."
		return p.showImport(v, fiber.StatusUnprocessableEntity, statementImportPage{Item: item, Error: text})
	}
	from := &imported{File: name, Number: number, Of: len(drafts)}
	return p.confirmImport(v, drafts[number-1], from)
}

func (p *panel) confirmImport(v *visit, d document.Draft, from *imported) error {
	for _, f := range d.Found {
		from.Found = append(from.Found, foundFact{document.Label(f.Field), p.sayFact(f), f.Where})
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
		wrong[field] = problem.Text
	}
	return p.showStatementForm(v, fiber.StatusOK, statementEditPage{Form: p.formOf(d.Statement), Mistakes: wrong, Imported: from})
}

// sayFact is a fact with the meaning of its code.
func (p *panel) sayFact(f document.Fact) string {
	switch f.Field {
	case "unit":
		if option := p.unitOption(f.Value); option != "" {
			return option
		}
	case "form":
		return label(knowledge.Form(f.Value))
	case "audience":
		return label(knowledge.Audience(f.Value))
	}
	return f.Value
}

// markDuplicate notes the statement that this one repeats, among those that
// the officer may see.
func (p *panel) markDuplicate(v *visit, s knowledge.Statement, from *imported) error {
	all, err := p.Flow.AllStatements(v.ctx)
	if err != nil {
		return err
	}
	var visible []knowledge.Statement
	for _, other := range all {
		if inside(v.officer, other) || !unreleased(other, p.now()) {
			visible = append(visible, other)
		}
	}
	if code, why, ok := document.Duplicate(s, visible); ok {
		from.Duplicate, from.DuplicateURL = why, statementURL(code)
	}
	return nil
}

// upload is the file of a form, with its name.
func (v *visit) upload(field string, limit int64) (name string, data []byte, err error) {
	header, err := v.c.FormFile(field)
	if err != nil || header.Filename == "" {
		return "", nil, &document.Unreadable{Text: "Vui lòng chọn một tệp."}
	}
	if header.Size > limit {
		return "", nil, &document.Unreadable{Text: "Tệp lớn hơn " + strconv.FormatInt(limit>>20, 10) + " MB. Vui lòng bỏ bớt ảnh hoặc tách tệp."}
	}
	file, err := header.Open()
	if err != nil {
		return "", nil, err
	}
	defer file.Close()
	data, err = io.ReadAll(io.LimitReader(file, limit))
	return clean(header.Filename), data, err
}
