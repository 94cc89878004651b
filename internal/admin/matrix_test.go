package admin_test

import (
	"net/http"
	"testing"

	"phatngon/internal/admin/admintest"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/routing"
)

// actors are the columns of the matrix. What a scene makes belongs to TH-YT.
var actors = [...]struct {
	email string
	role  people.Role
	unit  string
}{
	{"canbo@th.vn", people.RoleOperator, "TH-YT"},
	{"phatngon@th.vn", people.RoleSpokesperson, "TH-YT"},
	{"noikhac@th.vn", people.RoleOperator, "TH-XD"},
	{"phatngonkhac@th.vn", people.RoleSpokesperson, "TH-XD"},
	{"dieuphoi@th.vn", people.RoleOperator, routing.ProvinceOffice},
	{"chanhvanphong@th.vn", people.RoleSpokesperson, routing.ProvinceOffice},
	{"quantri@th.vn", people.RoleAdmin, routing.ProvinceOffice},
}

// How a cell of the matrix ends.
const (
	enters  = 'o' // the page is shown, the step is taken
	refused = '-' // 403, and nothing has changed
	unseen  = '?' // 404: it is not told whether there is such a thing
)

// right is who may use a route, and on what. Who is in the order of actors:
//
//	operator, spokesperson of the unit · the same of another unit · operator, spokesperson of the coordinating office · administrator
//
// A route that acts on documents in several ways has a row for each; about names the way.
// Nobody who is not signed in uses any of them.
type right struct {
	route, who, about string
	on                scene
}

// open are the routes that need no session.
var open = []string{"GET /admin/login", "POST /admin/login", "GET /admin/login/code", "POST /admin/login/code",
	"GET /admin/login/oidc", "GET /admin/login/oidc/callback",
	"GET /admin/login/forgotten", "POST /admin/login/forgotten", "GET /admin/login/password", "POST /admin/login/password", "GET /admin/static/:name"}

var matrix = []right{
	// Requests.
	{"GET /admin/", "oo oo oo o", "", page},
	{"GET /admin/home", "oo oo oo o", "", page},
	{"GET /admin/live", "oo oo oo o", "of one's own unit", page.stream()},
	{"GET /admin/approvals", "oo oo oo o", "what oneself may sign", page},
	{"GET /admin/same", "oo oo oo o", "", page},
	{"POST /admin/same", "oo -- oo -", "join", twoAlike},
	{"POST /admin/bulk", "oo oo oo o", "each on its own, see TestWhatCannotBeChangedTogetherStaysAndIsNamed", received(form("do", "take", "pick", "TH-2026-1:1"))},
	{"POST /admin/bulk/undo", "oo oo oo o", "each on its own, by who did it", page.with(form("pick", "TH-2026-1:0"))},
	{"GET /admin/requests/:code", "oo -- oo o", "", received(nil)},
	{"GET /admin/requests/:code/*", "oo -- oo o", "", received(nil)},
	{"POST /admin/requests/:code/assign", "oo -- -- -", "", received(nil)},
	{"POST /admin/requests/:code/leave", "oo -- oo -", "", joined},
	{"POST /admin/requests/:code/transfer", "oo -- oo -", "", received(form("unit", "Sở Xây dựng", "reason", "Không thuộc lĩnh vực."))},
	{"POST /admin/requests/:code/draft", "oo -- -- -", "", received(form("text", "Lịch tiêm có từ thứ Tư."))},
	{"POST /admin/requests/:code/draft", "oo -- -- -", "refusal", received(form("text", "Không thuộc phạm vi.", "outcome", "refused", "ground", "BM"))},
	{"POST /admin/requests/:code/scratch", "oo -- -- -", "", received(form("text", "Đang soạn dở."))},
	{"POST /admin/requests/:code/scratch/drop", "o- -- -- -", "one's own", typing},
	{"POST /admin/requests/:code/remark", "oo -- oo -", "", received(form("remark", "Đã hỏi phòng y tế."))},
	{"POST /admin/requests/:code/clarify", "oo -- -- -", "", received(form("reason", "Anh/Chị hỏi trạm nào?"))},
	{"POST /admin/requests/:code/resume", "oo -- -- -", "", clarifying},
	{"POST /admin/requests/:code/extend", "-o -- -- -", "", extendable},
	{"POST /admin/requests/:code/return", "-o -- -- -", "", drafted(form("reason", "Sửa ngày."))},
	{"POST /admin/requests/:code/approve", "-o -- -- -", "", drafted(form("revision", "1", "confirm", "yes"))},
	{"POST /admin/requests/:code/kind", "oo -- -- -", "", received(form("kind", "bao-neu-15", "reason", "Báo nêu vụ việc."))},
	{"POST /admin/requests/:code/consult", "oo -- -- -", "", drafted(form("reason", "Bà Lê Thị C"))},
	{"POST /admin/requests/:code/hear", "oo -- -- -", "", consulted},
	{"POST /admin/requests/:code/split", "oo -- oo -", "", received(form("asks1", "Lịch tiêm?", "unit1", "Sở Y tế", "asks2", "Đường tới trạm?", "unit2", "Sở Xây dựng"))},
	{"POST /admin/requests/:code/publish", "oo -- -- -", "", approved},

	// Files of a draft.
	{"GET /admin/files", "oo -- oo o", "", received(nil).query("part=0")},
	{"GET /admin/files/:id", "oo ?? oo o", "", attached},
	{"GET /admin/files/:id", "oo ?? oo o", "sent by the person", sentAlong},
	{"POST /admin/files/add", "oo -- -- -", "", drafted(nil).file("lich.png", picture())},
	{"POST /admin/files/use", "oo -- -- -", "", undecided(form("as", "clean"))},
	{"POST /admin/files/remove", "oo -- -- -", "", undecided(nil)},

	// False content.
	{"GET /admin/cases", "oo oo oo o", "", page},
	{"POST /admin/alerts/seen", "-- -- oo o", "", surge},
	{"GET /admin/cases/:code", "oo -- oo o", "of the unit that verifies", verifying(nil)},
	{"GET /admin/cases/:code", "-- -- oo o", "not yet with a unit", reported(nil)},
	{"GET /admin/cases/:code/*", "oo -- oo o", "", verifying(nil)},
	{"GET /admin/cases/:code/pictures/:id", "oo -- oo o", "", evidence},
	{"POST /admin/cases/:code/pack", "oo -- oo -", "", verifying(form("to", "Công an tỉnh", "why", "Theo công văn 12."))},
	{"POST /admin/cases/:code/identify", "oo -- oo -", "", evidence},
	{"POST /admin/cases/:code/:action", "-- -- oo -", "classify", reported(form("severity", "1b", "access", "2c", "unit", "Sở Y tế", "ground", "field", "why", "Thuộc lĩnh vực của Sở."))},
	{"POST /admin/cases/:code/:action", "oo -- -- -", "draft", verifying(form("claim", "Vỡ đập", "outcome", "LA_TIN_GIA_SAI_SU_THAT", "text", "Đập an toàn."))},
	{"POST /admin/cases/:code/:action", "-o -- -- -", "conclude", concludable},

	// Statements.
	{"GET /admin/statements", "oo oo oo o", "", page},
	{"GET /admin/statements/new", "oo oo oo -", "", page},
	{"POST /admin/statements", "oo -- -- o", "a draft; the administrator brings what an office has said", page.with(statementForm())},
	{"POST /admin/statements/rehearse", "oo oo oo o", "stores nothing", page.with(statementForm())},
	{"POST /admin/statements/rehearse", "oo -- -- -", "of one in force", rehearsedOn},
	{"GET /admin/statements/import", "oo oo oo o", "", page},
	{"POST /admin/statements/import", "oo oo oo o", "read only; keeping it is the form of a new statement", page.with(form("item", "1")).file("a.md", statementFile())},
	{"GET /admin/statements/:code", "oo -- oo o", "draft", draftStatement(nil)},
	{"GET /admin/statements/:code", "oo oo oo o", "in force", inForce(nil)},
	{"GET /admin/statements/:code/*", "oo oo oo o", "", inForce(nil)},
	{"GET /admin/statements/:code/edit", "oo -- -- -", "", inForce(nil)},
	{"POST /admin/statements/:code/edit", "oo -- -- -", "", inForce(statementForm())},
	{"POST /admin/statements/:code/publish", "-o -- -- -", "", draftStatement(form("confirm", "yes"))},
	{"POST /admin/statements/:code/withdraw", "-o -- -- -", "", inForce(form("reason", "Có nhầm lẫn.", "confirm", "yes"))},
	{"POST /admin/statements/:code/hints", "oo -- -- -", "", inForce(form("hint", "Xe khám tới bản Ón ngày nào?", "tick", "0"))},
	{"POST /admin/statements/:code/askings/add", "oo -- -- -", "", asked},
	{"POST /admin/statements/:code/askings/hide", "oo -- -- -", "", asked},
	{"GET /admin/statements/:code/versions", "oo oo oo o", "in force", inForce(nil)},
	{"GET /admin/statements/:code/versions", "oo -- oo o", "draft", draftStatement(nil)},
	{"GET /admin/statements/:code/export", "oo oo oo o", "in force", inForce(nil)},
	{"GET /admin/statements/:code/export", "oo -- oo o", "draft", draftStatement(nil)},
	{"GET /admin/why", "oo oo oo o", "", page},
	{"GET /admin/gaps", "oo oo oo o", "of one's own unit", page},

	// Reporters.
	{"GET /admin/press", "-- -- oo -", "", page},
	{"GET /admin/press/questions", "-- -- oo -", "", page},
	{"GET /admin/press/:code", "-- -- oo -", "", registered(nil)},
	{"GET /admin/press/:code/pictures/:id", "-- -- oo -", "", registered(nil)},
	{"POST /admin/press/:code/:action", "-- -- oo -", "ask", registered(form("why", "Ảnh mờ."))},

	// Who waits for an officer.
	{"GET /admin/handovers", "oo oo oo o", "", page},
	{"GET /admin/handovers/talk", "oo -- oo o", "", waiting("")},
	{"POST /admin/handovers/take", "oo -- oo -", "", waiting("")},
	{"POST /admin/handovers/pass", "oo -- oo -", "", waiting("")},
	{"POST /admin/handovers/close", "oo -- oo -", "", waiting("")},
	{"POST /admin/handovers/say", "o- -- -- -", "only who talks", waiting("canbo@th.vn")},
	{"POST /admin/handovers/end", "o- -- -- -", "only who talks", waiting("canbo@th.vn")},
	{"POST /admin/handovers/give-back", "o- -- -- -", "only who talks", waiting("canbo@th.vn")},

	// Figures.
	{"GET /admin/statistics", "oo oo oo o", "of one's own unit", page},
	{"GET /admin/statistics/export.csv", "oo oo oo o", "of one's own unit", page},
	{"GET /admin/statistics/export.xlsx", "oo oo oo o", "of one's own unit", page},
	{"GET /admin/statistics/yearly", "-- -- oo o", "", page},
	{"GET /admin/statistics/yearly.xlsx", "-- -- oo o", "", page},
	{"POST /admin/statistics/refresh", "-- -- oo o", "", page},
	{"GET /admin/activities", "-- -- oo o", "", page},
	{"POST /admin/activities", "-- -- oo o", "", page.with(form("key", "k", "kind", "conference", "title", "Họp báo", "unit", "Sở Y tế", "start", "2026-11-20T09:00"))},
	{"POST /admin/activities/:id/finish", "-- -- oo o", "", activity(form("done", "2026-11-20T10:00", "proof", "Biên bản 1"))},
	{"POST /admin/activities/:id/strike", "-- -- oo o", "", activity(form("why", "Ghi nhầm."))},

	// Messages that did not arrive.
	{"GET /admin/failed", "oo oo oo o", "of one's own unit", page},
	{"POST /admin/failed/resend-delivery", "oo -- oo o", "", lost},
	{"POST /admin/failed/resend", "-- -- oo o", "", aside},
	{"POST /admin/failed/resend-all", "-- -- oo o", "", page.with(form("queue", "outbox"))},

	// What people want done with their data: the press desk and administrators.
	{"GET /admin/claims", "-- -- oo o", "", page},
	{"POST /admin/claims", "-- -- oo o", "what came on paper", page.with(form("right", "correct", "reference", "Đơn {n}", "text", "Sửa tên."))},
	{"GET /admin/claims/:id", "-- -- oo o", "", claim(nil)},
	{"POST /admin/claims/:id/:action", "-- -- oo o", "done", claim(form("what", "Đã sửa tên."))},

	// What people say of what was shown to them.
	{"GET /admin/verdicts", "oo oo oo o", "of one's own unit", page},
	{"POST /admin/verdicts/take", "oo -- oo o", "", judged(form("why", "amount"))},
	{"POST /admin/verdicts/throw", "oo -- oo o", "", judged(nil)},
	{"POST /admin/verdicts/export", "oo oo oo o", "of one's own unit", page},

	// Accounts and what the office is run by.
	{"POST /admin/logout", "oo oo oo o", "", page},
	{"GET /admin/account", "oo oo oo o", "one's own", page},
	{"POST /admin/account/password", "oo oo oo o", "one's own", page.with(form("old", admintest.Password, "password", admintest.Password, "again", admintest.Password))},
	{"POST /admin/account/away", "oo oo oo o", "one's own", page.with(form("until", ""))},
	{"POST /admin/account/zalo", "oo oo oo o", "one's own", page},
	{"POST /admin/account/zalo/end", "oo oo oo o", "one's own", page},
	{"POST /admin/account/sessions/end", "o? ?? ?? ?", "one's own", session},
	{"POST /admin/account/sessions/end-others", "oo oo oo o", "one's own", page},
	{"GET /admin/account/second", "oo oo oo o", "one's own", page},
	{"POST /admin/account/second/confirm", "o- -- -- -", "one's own, who has a secret that waits", proposed},
	{"POST /admin/account/second/recovery", "o- -- -- -", "one's own, whose second factor is on", enrolled},
	{"POST /admin/account/second/end", "o- -- -- -", "one's own", enrolled},
	{"POST /admin/account/second", "oo oo oo o", "one's own", page},
	{"POST /admin/officers/:id/second", "-- -- -- o", "", enrolledColleague},
	{"GET /admin/officers/:id", "-- -- -- o", "", colleague(nil)},
	{"POST /admin/officers/:id", "-- -- -- o", "", colleagueForm},
	{"POST /admin/officers/:id/password", "-- -- -- o", "", colleague(form("password", admintest.Password))},
	{"POST /admin/officers/:id/away", "-- -- -- o", "", colleague(form("until", ""))},
	{"POST /admin/officers/:id/password-link", "-- -- -- o", "", colleague(nil)},
	{"GET /admin/officers", "-- -- -- o", "", page},
	{"POST /admin/officers", "-- -- -- o", "", page.with(form("email", "moi{n}@th.vn", "name", "Người Mới", "unit", "Sở Y tế", "role", "officer", "password", admintest.Password))},
	{"POST /admin/officers/:id/disabled", "-- -- -- o", "", colleague(form("disabled", "true"))},
	{"GET /admin/officers/:id/mandate", "-- -- -- o", "the unit's head too, see TestTheHeadAuthorisesAColleagueWhoThenSignsAsThat", colleague(nil)},
	{"POST /admin/officers/:id/mandate", "-- -- -- o", "", colleague(form("kind", "B", "document", "12/QĐ"))},
	{"POST /admin/officers/:id/mandate/end", "-- -- -- o", "", mandated},
	{"GET /admin/help", "oo oo oo o", "", page},
	{"GET /admin/help/pictures/:name", "?? ?? ?? ?", "there is none of this name", func(*world) target {
		return target{params: map[string]string{"name": "khong-co"}, fingerprint: func() string { return "" }}
	}},
	{"GET /admin/policies", "-- -- -- o", "", page},
	{"POST /admin/policies", "-- -- -- o", "", page.with(form("name", "holidays", "from", "2030-01-01", "data", "{}"))},
	{"GET /admin/audit", "-- -- -- o", "", page},
	{"POST /admin/audit/check", "-- -- -- o", "", page},
	{"POST /admin/audit/export", "-- -- -- o", "", page},
	{"GET /admin/*", "?? ?? ?? ?", "", page.query("")},
}

func TestEveryRouteOfThePanelStandsInTheMatrix(t *testing.T) {
	rows, routes := map[string]bool{}, map[string]bool{}
	for _, r := range matrix {
		rows[r.route] = true
	}
	for _, route := range open {
		rows[route] = true
	}
	for _, route := range admintest.New(t, nil).App.GetRoutes(true) {
		if route.Method != http.MethodGet && route.Method != http.MethodPost {
			continue
		}
		name := route.Method + " " + route.Path
		routes[name] = true
		if !rows[name] {
			t.Errorf("nobody has said who may use %s. Add a line to matrix in internal/admin/matrix_test.go:\n\t{%q, \"oo -- oo o\", \"\", page},\nwith %c for who enters, %c for who is refused and %c for who is told that there is nothing, in the order of actors, and a scene that makes what the route acts on", name, name, enters, refused, unseen)
		}
	}
	for name := range rows {
		if !routes[name] {
			t.Errorf("the matrix has %s, which is no route any more: take its line out", name)
		}
	}
}
