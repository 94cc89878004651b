package cases

import (
	"fmt"
	"time"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/routing"
)

var (
	noon  = time.Date(2026, 11, 25, 12, 0, 0, 0, calendar.Zone)
	rules = policy.Seed().At(noon)
	open  = Class{Severity: Harmful, Access: Open}
	yt    = Competence{Unit: "TH-YT", Ground: OfField, Why: "Tin về dịch bệnh."}
)

func officer(id string, role people.Role, unit string) people.Officer {
	return people.Officer{ID: id, Name: "Người " + id, Position: "Chức vụ", Role: role, Unit: unit}
}

var (
	pressDesk  = officer("desk", people.RoleOperator, routing.ProvinceOffice)
	deskSigner = officer("desk-signer", people.RoleSpokesperson, routing.ProvinceOffice)
	staff      = officer("officer", people.RoleOperator, "TH-YT")
	author     = officer("author", people.RoleSpokesperson, "TH-YT")
	signer     = officer("signer", people.RoleSpokesperson, "TH-YT")
	asked      = officer("asked", people.RoleOperator, "TH-XD")
	stranger   = officer("stranger", people.RoleSpokesperson, "TH-GDDT")
	admin      = officer("admin", people.RoleAdmin, routing.ProvinceOffice)
	unitAdmin  = officer("unit-admin", people.RoleAdmin, "TH-YT")
)

func roles() []people.Officer {
	disabled := officer("disabled", people.RoleSpokesperson, "TH-YT")
	disabled.Disabled = true
	return []people.Officer{pressDesk, deskSigner, staff, author, signer, asked, stranger, admin, unitAdmin, disabled, {}}
}

// ok is what a step that must succeed leads to.
func ok(c Case, err error) Case {
	if err != nil {
		panic(fmt.Sprint("a step of the way: ", err))
	}
	return c
}

func two(a, b Case, err error) (Case, Case) { return ok(a, err), ok(b, err) }

// to is a case brought to a state, with this class and outcome.
func to(c Case, state State, class Class, outcome Outcome) Case {
	verifying := func() Case {
		c = ok(Verify(ok(Classify(c, class, yt, pressDesk, noon)), pressDesk, noon))
		return ok(Ask(c, "TH-XD", "Có sập cầu không?", staff, noon))
	}
	switch state {
	case Classified:
		return ok(Classify(c, class, yt, pressDesk, noon))
	case Verifying:
		return verifying()
	case Drafted:
		return ok(SaveDraft(verifying(), Finding{outcome, "Sập cầu", "Không có dịch.", nil}, author, noon))
	case Concluded:
		return ok(Conclude(to(c, Drafted, class, outcome), 1, rules, signer, noon))
	case Labelled:
		return ok(Label(to(c, Concluded, class, outcome), rules, signer, noon))
	case Published:
		return ok(Publish(to(c, Labelled, class, outcome), signer, noon))
	case Forwarded:
		return ok(SendOn(to(c, Published, class, outcome), "Công an tỉnh", "Xử lý.", staff, noon))
	case Done:
		return ok(Finish(to(c, Published, class, outcome), "Đã gỡ.", staff, noon))
	case Unlabelled:
		return ok(Unlabel(to(c, Published, class, outcome), "Bản án số 1.", signer, noon))
	case Rejected:
		return ok(Reject(to(c, Classified, class, outcome), Grounds()[0].Ground, "Công an đang điều tra.", pressDesk, noon))
	case OtherBody:
		return ok(Refer(to(c, Classified, class, outcome), "UBND tỉnh Nghệ An", "Xảy ra ở Nghệ An.", pressDesk, noon))
	}
	return c
}

func received(n int64, report string) Case { return New(FormatCode(2026, n), report, rules, noon) }

// at is a case in a state, with the cases it has to do with.
type at struct{ c, split, merged, other Case }

func in(state State) at {
	var w at
	w.c = ok(Join(received(1, "r1"), "r2", "Cùng liên kết.", people.Officer{}, noon))
	w.c = ok(Join(w.c, "r3", "Cùng ảnh.", pressDesk, noon))
	w.c, w.split = two(Split(w.c, FormatCode(2026, 9), []string{"r3"}, "Ảnh khác.", pressDesk, noon))
	w.split = to(w.split, Classified, open, IsFalse)
	w.merged, w.c = two(Merge(to(received(8, "r8"), Verifying, open, IsFalse), w.c, "Cùng tin.", pressDesk, noon))
	w.c = ok(LeadTo(w.c, Alias{Link: "facebook:share:p", Given: "https://youtu.be/x", Key: "youtube:x"}, "Đã mở xem.", pressDesk, noon))
	w.c = ok(Packed(w.c, Packing{SHA256: "a", For: "Công an tỉnh", Why: "Xác minh."}, pressDesk, noon))
	w.other = to(received(7, "r7"), Verifying, open, IsFalse)
	if state == Duplicate {
		w.c, w.other = two(Merge(to(w.c, Verifying, open, IsFalse), w.other, "Cùng tin.", pressDesk, noon))
		return w
	}
	w.c = to(w.c, state, open, IsFalse)
	return w
}

func first(a, _ Case, err error) (Case, error)  { return a, err }
func second(_, b Case, err error) (Case, error) { return b, err }
