package admin

import "github.com/gofiber/fiber/v2"

// routes is every page and form of the panel: method, path, who may, handler.
// get and post add the protection; see door.
func (p *panel) routes(r fiber.Router) {
	r.Get("/static/:name", getStatic)

	p.get(r, "/login", anyone, p.getLogin)
	p.post(r, "/login", anyone, p.postLogin)
	p.post(r, "/logout", officers, p.postLogout)

	p.get(r, "/", officers, p.getQueue)
	p.get(r, "/requests/:code", officers, p.getRequest)
	p.post(r, "/requests/:code/assign", officers, p.postAssign)
	p.post(r, "/requests/:code/transfer", officers, p.postTransfer)
	p.post(r, "/requests/:code/draft", officers, p.postDraft)
	p.post(r, "/requests/:code/return", officers, p.postReturn)
	p.post(r, "/requests/:code/approve", officers, p.postApprove)
	p.post(r, "/requests/:code/refuse", officers, p.postRefuse)
	p.post(r, "/requests/:code/publish", officers, p.postPublish)

	p.get(r, "/requests/:code/*", officers, p.getRequestAgain)

	p.get(r, "/statements", officers, p.getStatements)
	p.post(r, "/statements", officers, p.postStatement)
	p.get(r, "/statements/new", officers, p.getNewStatement)
	p.get(r, "/statements/import", officers, p.getStatementImport)
	p.post(r, "/statements/import", officers, p.postStatementImport)
	p.get(r, "/statements/:code", officers, p.getStatement)
	p.get(r, "/statements/:code/edit", officers, p.getStatementEdit)
	p.post(r, "/statements/:code/edit", officers, p.postStatementEdit)
	p.post(r, "/statements/:code/publish", officers, p.postStatementPublish)
	p.post(r, "/statements/:code/withdraw", officers, p.postWithdraw)
	p.post(r, "/statements/:code/askings/add", officers, p.postAskingAdd)
	p.post(r, "/statements/:code/askings/hide", officers, p.postAskingHide)
	p.get(r, "/statements/:code/export", officers, p.getStatementExport)

	p.get(r, "/statements/:code/*", officers, p.getStatementAgain)

	p.get(r, "/failed", coordinators, p.getFailed)
	p.post(r, "/failed/resend", coordinators, p.postResend)
	p.post(r, "/failed/resend-all", coordinators, p.postResendAll)

	p.get(r, "/officers", administrators, p.getOfficers)
	p.post(r, "/officers", administrators, p.postOfficer)
	p.post(r, "/officers/:id/disabled", administrators, p.postOfficerDisabled)
	p.get(r, "/account", officers, p.getAccount)
	p.post(r, "/account/password", officers, p.postPassword)
	p.get(r, "/audit", administrators, p.getAudit)

	p.get(r, "/*", officers, p.getNothing)
}
