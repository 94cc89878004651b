// One contract: internal/web/openapi.json. src/wire.ts is made of it, and what the app
// takes for granted in src/types.ts must follow from it.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { wire } from "../dev/wire.mjs";
import type * as press from "../src/press";
import type * as app from "../src/types";
import type * as server from "../src/wire";

test("src/wire.ts is what the contract says: npm run wire", async () => {
  expect(await readFile(join(import.meta.dirname, "../src/wire.ts"), "utf8")).toBe(await wire());
});

// Checked by tsc: what the server sends is what the app reads, and the other way round.
const reads: {
  config: (sent: server.Config) => app.Config;
  session: (sent: server.Session) => app.Session;
  statements: (sent: server.StatementPage) => app.Page<app.StatementItem>;
  statement: (sent: server.Statement) => app.Statement;
  answer: (sent: server.Answer) => app.Answer;
  units: (sent: server.Units) => { items: app.Unit[] };
  unit: (sent: server.UnitCard) => app.UnitCard;
  requests: (sent: server.RequestList) => { items: app.RequestItem[] };
  request: (sent: server.Request) => app.RequestDetail;
  notices: (sent: server.NoticeList) => { items: app.Told[] };
  settings: (sent: server.Settings) => app.Settings;
  press: (sent: server.Press) => press.Press;
  room: (sent: server.PressRoom) => press.PressRoom;
  erasure: (sent: server.Erasure) => app.Erasure;
  guard: (sent: server.Guard) => app.Guard;
  requestFile: (sent: server.RequestFile) => app.RequestFile;
  requestForm: (sent: server.RequestForm) => app.RequestForm;
  claims: (sent: server.ClaimList) => { items: app.Claim[] };
  form: (sent: server.ReportForm) => app.ReportForm;
  check: (sent: server.ReportCheck) => app.ReportCheck;
  reports: (sent: server.ReportList) => { items: app.ReportItem[] };
  receipt: (sent: server.ReportReceipt) => app.ReportReceipt;
  report: (sent: server.OwnReport) => app.OwnReport;
  picture: (sent: server.Picture) => app.Picture;
  writes: (told: app.OwnStep) => server.OwnStep;
  files: (told: app.Filing) => server.Filing;
  follows: (told: press.PressFollows) => server.PressFollows;
} = {
  config: (sent) => sent,
  session: (sent) => sent,
  statements: (sent) => sent,
  statement: (sent) => sent,
  answer: (sent) => sent,
  units: (sent) => sent,
  unit: (sent) => sent,
  requests: (sent) => sent,
  request: (sent) => sent,
  notices: (sent) => sent,
  settings: (sent) => sent,
  press: (sent) => sent,
  room: (sent) => sent,
  erasure: (sent) => sent,
  guard: (sent) => sent,
  requestFile: (sent) => sent,
  requestForm: (sent) => sent,
  claims: (sent) => sent,
  form: (sent) => sent,
  check: (sent) => sent,
  reports: (sent) => sent,
  receipt: (sent) => sent,
  report: (sent) => sent,
  picture: (sent) => sent,
  writes: (told) => told,
  files: (told) => told,
  follows: (told) => told,
};

test("every shape is compared", () => expect(Object.keys(reads).length).toBeGreaterThan(15));
