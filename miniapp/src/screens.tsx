// Every screen by its address. Home comes with the app; the code of the others is
// fetched when it is first needed, and all of it once the app is idle.
import { lazyScreen, type LazyScreen } from "./ui/lazy-screen";

export const screens: Readonly<Record<string, LazyScreen>> = {
  "/search": lazyScreen(async () => (await import("./pages/search")).SearchPage),
  "/ask": lazyScreen(async () => (await import("./pages/answer")).AnswerPage),
  "/s/:code": lazyScreen(async () => (await import("./pages/statement")).StatementPage),
  "/file": lazyScreen(async () => (await import("./pages/file")).FilePage),
  "/check": lazyScreen(async () => (await import("./pages/check")).CheckPage),
  "/report": lazyScreen(async () => (await import("./pages/report")).ReportPage),
  "/press": lazyScreen(async () => (await import("./pages/press-card")).PressCardPage),
  "/reports/:id": lazyScreen(async () => (await import("./pages/own-report")).OwnReportPage),
  "/requests": lazyScreen(async () => (await import("./pages/requests")).RequestsPage),
  "/more": lazyScreen(async () => (await import("./pages/more")).MorePage),
  "/notices": lazyScreen(async () => (await import("./pages/notices")).NoticesPage),
  "/units": lazyScreen(async () => (await import("./pages/units")).UnitsPage),
  "/units/:code": lazyScreen(async () => (await import("./pages/unit")).UnitPage),
  "/settings": lazyScreen(async () => (await import("./pages/settings")).SettingsPage),
  "/about": lazyScreen(async () => (await import("./pages/about")).AboutPage),
  "/requests/:code": lazyScreen(async () => (await import("./pages/request")).RequestPage),
};

/** Screens that begin anew with each visit: what was typed is a draft, not the screen's. */
export const anew = new Set(["/file", "/report"]);

export const fetchAll = () => Object.values(screens).forEach((screen) => screen.fetch());
