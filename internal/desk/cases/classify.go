package cases

import (
	"slices"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/routing"
)

// Class is how grave content is and who may see it (NĐ 328/2026, Art. 4); Readers are the
// officers named for Closed content.
type Class struct {
	Severity Severity
	Access   Access
	Readers  []string
}

// Classify says how grave the content is, who may see it, and which unit is competent.
func Classify(c Case, class Class, competence Competence, by people.Officer, at time.Time) (Case, error) {
	d := deed{ActClassify, by, at, competence.Why, string(class.Severity) + " " + string(class.Access) + " " + competence.Unit}
	return c.step(d, func(c *Case) error {
		if err := c.entrust(competence); err != nil {
			return err
		}
		return c.classify(class)
	})
}

// Reclassify changes the class of what is being verified, where verifying showed that it
// is another.
func Reclassify(c Case, class Class, why string, by people.Officer, at time.Time) (Case, error) {
	d := deed{ActReclassify, by, at, why, string(class.Severity) + " " + string(class.Access)}
	return c.step(d, func(c *Case) error {
		if err := need("why", why, "Vui lòng ghi lý do phân loại lại."); err != nil {
			return err
		}
		return c.classify(class)
	})
}

func (c *Case) classify(class Class) error {
	switch {
	case class.Severity != Grave && class.Severity != Harmful:
		return invalid("severity", "Vui lòng chọn mức 1a (đặc biệt nghiêm trọng) hoặc 1b (nguy hại).")
	case class.Access != Closed && class.Access != Conditional && class.Access != Open:
		return invalid("access", "Vui lòng chọn mức 2a (không được tiếp cận), 2b (tiếp cận có điều kiện) hoặc 2c (được tiếp cận).")
	}
	c.Severity, c.Access, c.Readers = class.Severity, class.Access, nil
	if class.Access == Closed {
		return c.admit(class.Readers)
	}
	return nil
}

// admit names who may see Closed content: somebody must be able to handle it.
func (c *Case) admit(readers []string) error {
	if c.Readers = distinct(readers); len(c.Readers) == 0 {
		return invalid("readers", "Nội dung mức 2a cần danh sách cán bộ được xem. Vui lòng chỉ định ít nhất một người.")
	}
	return nil
}

// Admit changes who may see Closed content.
func Admit(c Case, readers []string, why string, by people.Officer, at time.Time) (Case, error) {
	return c.step(deed{action: ActAdmit, by: by, at: at, note: why}, func(c *Case) error {
		if err := need("why", why, "Vui lòng ghi lý do đổi danh sách người được xem."); err != nil {
			return err
		}
		return c.admit(readers)
	})
}

// Look says whether by may see the content of a case. Every look at Closed content is
// entered into the audit chain before it is shown (Logged); the case stays as it is, so
// that looking at it voids nobody's form.
func Look(c Case, by people.Officer) error {
	_, err := next(c, ActLook, by)
	return err
}

// Logged reports whether each look at the content of c is entered into the audit chain.
func Logged(c Case) bool { return c.Access == Closed }

// Transfer gives the case to another competent unit (NĐ 328/2026, Art. 21). Its clock runs
// on, a draft goes along.
func Transfer(c Case, competence Competence, by people.Officer, at time.Time) (Case, error) {
	return c.step(deed{ActTransfer, by, at, competence.Why, competence.Unit}, func(c *Case) error {
		if competence.Unit == c.Unit {
			return invalid("unit", "Vui lòng chọn một đơn vị khác để chuyển đến.")
		}
		return c.entrust(competence)
	})
}

// entrust makes a unit the one that concludes. The coordinating office is none: it speaks
// for the People's Committee, which is.
func (c *Case) entrust(competence Competence) error {
	switch {
	case competence.Unit == "":
		return invalid("unit", "Vui lòng chọn đơn vị có thẩm quyền.")
	case competence.Unit == routing.ProvinceOffice:
		return &desk.RuleError{Text: "Văn phòng UBND tỉnh điều phối, không kết luận. Vui lòng chọn UBND tỉnh, sở hoặc UBND xã, phường có thẩm quyền."}
	case competence.Ground != OfField && competence.Ground != OfArea:
		return invalid("ground", "Vui lòng chọn căn cứ thẩm quyền: theo lĩnh vực hoặc theo địa bàn.")
	}
	c.Competence, c.Unit = competence, competence.Unit
	c.Competence.Why = clean(competence.Why)
	return need("why", competence.Why, "Vui lòng ghi vì sao đơn vị này có thẩm quyền.")
}

// distinct is ids in ascending order, each once, none empty.
func distinct(ids []string) []string {
	all := slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return id == "" })
	slices.Sort(all)
	return slices.Compact(all)
}
