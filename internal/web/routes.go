package web

import (
	"time"

	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/adaptor"
	"github.com/gofiber/fiber/v2/middleware/recover"

	"phatngon/internal/desk/rights"
	"phatngon/internal/flow/attachments"
	"phatngon/internal/flow/cases"
	"phatngon/internal/flow/requests"
)

// routes is everything the program answers to, but the panel's own pages. The
// handlers of /api/v1 are described in openapi.json.
func (s *site) routes(app *fiber.App) {
	app.Use(s.observe, recover.New(recover.Config{EnableStackTrace: true, StackTraceHandler: s.logPanic}), s.harden)
	app.Use(compressed())
	app.Use("/api/v1", s.cors) // before the doors: the app must be able to read what they refuse
	app.Use(s.doors.ReceiveBody)

	app.Get("/healthz", s.getHealth)
	app.Get("/readyz", within(5*time.Second), s.getReady)
	app.Get("/metrics", s.watcher, within(5*time.Second), s.metrics.Get)

	app.Post("/webhook/zalo", within(zaloPatience), s.postZalo)
	app.Get("/webhook/miniapp", s.getMiniAppWebhook)
	app.Post("/webhook/miniapp", within(zaloPatience), s.postMiniApp)

	api := app.Group("/api/v1", within(20*time.Second))
	api.Get("/openapi.json", s.getOpenAPI)
	api.Get("/config", s.getConfig)
	api.Post("/session", s.perAddress(60), s.postSession)
	api.Get("/units", s.getUnits)
	api.Get("/units/:code", s.perAddress(240), s.getUnit)
	api.Get("/statements", s.maybeUser, s.searching(), s.getStatements)
	api.Get("/statements/:code", s.maybeUser, s.getStatement)
	api.Post("/ask", s.user, s.perUser(30), s.postAsk)
	pictures := s.perUser(20) // to keep and to check together
	api.Post("/check", s.user, s.perUser(30), s.postCheck)
	api.Post("/check/picture", s.user, pictures, s.postCheckPicture)
	api.Post("/check/follow", s.user, s.perUser(20), s.postFollow)
	api.Post("/requests/guard", s.user, s.perUser(30), s.postGuard)
	api.Get("/requests/form", s.user, s.getRequestForm)
	api.Post("/requests", s.user, s.perUser(20), s.postRequest)
	api.Post("/requests/files", s.user, pictures, s.filesADay(40), s.postRequestFile)
	api.Get("/requests", s.user, s.getRequests)
	api.Get("/requests/:code", s.user, s.getRequest)
	api.Post("/requests/:code/steps", s.user, s.perUser(20), s.postStep)
	api.Get("/notices", s.user, s.getNotices)
	api.Get("/settings", s.user, s.getSettings)
	api.Post("/settings", s.user, s.perUser(30), s.postSettings)
	api.Get("/claims", s.user, s.getClaims)
	api.Post("/claims", s.user, s.perUser(10), s.postClaim)
	api.Post("/erasure", s.user, s.perUser(5), s.postErasure)
	api.Get("/reports/form", s.getReportForm)
	api.Post("/reports/check", s.user, s.perUser(60), s.postReportCheck)
	api.Post("/pictures", s.user, pictures, s.filesADay(40), s.postPicture)
	reporting := s.perUser(10) // both ways of it together
	api.Post("/reports", s.user, reporting, s.postReport)
	api.Get("/reports", s.user, s.getReports)
	api.Get("/reports/:code", s.user, s.getReport)
	api.Post("/reports/:code/more", s.user, reporting, s.postMore)

	api.Get("/press", s.user, s.getPress)
	api.Get("/press/room", s.user, s.getPressRoom)
	api.Post("/press", s.user, s.perUser(10), s.postPress)
	api.Post("/press/withdraw", s.user, s.perUser(10), s.postPressWithdraw)
	api.Post("/press/follows", s.user, s.perUser(20), s.postPressFollows)

	app.Get("/api/public/v1/statements", within(10*time.Second), s.getPublicStatements)
	app.Get("/feed.atom", within(10*time.Second), s.getFeed)

	app.Get("/", within(10*time.Second), s.searching(), s.getHome)
	app.Get("/han", within(10*time.Second), s.perAddress(120), s.getDeadlinePage)
	app.Get("/rieng-tu", within(10*time.Second), s.getPrivacyPage)
	app.Get(rights.ErasurePath, within(10*time.Second), s.perAddress(120), s.getErasurePage)
	app.Get("/s/:code", within(10*time.Second), s.getStatementPage)
	app.Get("/k/:code", within(10*time.Second), s.getConclusionPage)
	app.Get(cases.ProofPath+":code", within(10*time.Second), s.perAddress(120), s.getProofPage)
	app.Get(requests.FollowPath+":code", within(10*time.Second), s.perAddress(120), s.getFollowPage)
	app.Get(attachments.Path+":id", within(30*time.Second), s.perAddress(120), s.getAnswerFile)
	app.Get("/v/:code", within(10*time.Second), s.perAddress(120), s.getVerifyPage)
	app.Post("/v/:code", within(10*time.Second), s.perAddress(120), s.postVerifyPage)
	app.Get("/robots.txt", s.getRobots)
	app.Get("/static/:name", assets.Serve)

	app.Get("/miniapp", s.getMiniAppRoot)
	app.Get("/miniapp/*", s.getMiniAppFile)
	if s.DevZalo != nil {
		app.All("/dev/zalo", adaptor.HTTPHandler(s.DevZalo))
		app.All("/dev/zalo/*", adaptor.HTTPHandler(s.DevZalo))
	}
	if s.MountAdmin != nil {
		s.MountAdmin(app.Group("", within(30*time.Second)))
	}
}
