// The one door to the server: every endpoint, typed. Go sends null for an empty
// list; here a list is always a list.
import { Failure } from "./failure";
import type { Host } from "./host";
import { createSessions, withSession, type Sessions } from "./session";
import { createSend, usual, type Call, type Limits, type Send } from "./transport";
import type {
  Answer,
  Check,
  Followed,
  Claim,
  Config,
  Erasure,
  Filing,
  Guard,
  Kept,
  OwnReport,
  OwnStep,
  Page,
  Picture,
  Report,
  ReportCheck,
  ReportForm,
  ReportItem,
  ReportReceipt,
  RequestDetail,
  RequestFile,
  RequestForm,
  RequestItem,
  Settings,
  Statement,
  StatementItem,
  Told,
  Unit,
  UnitCard,
} from "./types";
import { pressCalls } from "./press";
import { createUpload, type Upload } from "./upload";

export interface StatementQuery {
  q?: string;
  unit?: string;
  after?: string;
  limit?: number;
}

export type Api = ReturnType<typeof createApi>;

/** base is the server's address, "" for the page's own origin. */
export function createApi(base: string, host: Host, limits?: Limits) {
  const send = createSend(base, limits);
  const sessions = createSessions(send, host);
  return {
    sessions,
    ...publicCalls(send, sessions),
    ...personalCalls(send, sessions, createUpload(base, limits ?? usual)),
    ...pressCalls((call) => withSession(sessions, (token) => send({ ...call, token }))),
    ...reportCalls(send, sessions, base, limits ?? usual),
  };
}

function publicCalls(send: Send, sessions: Sessions) {
  // A person who is logged in sees more (a verified reporter: press
  // statements); nobody has to log in to read.
  const read = <T>(path: string, signal?: AbortSignal): Promise<T> => {
    const call: Call = { method: "GET", path, signal };
    if (!sessions.current()) return send<T>(call);
    return withSession(sessions, (token) => send<T>({ ...call, token }));
  };
  // What is not found may be for the press: asked once more as whoever this is.
  const again = async <T>(path: string, error: unknown, signal?: AbortSignal): Promise<T> => {
    if (!(error instanceof Failure) || error.status !== 404 || sessions.current()) throw error;
    const token = await sessions.token().catch(() => {
      throw error;
    });
    return send<T>({ method: "GET", path, signal, token });
  };
  return {
    async config(signal?: AbortSignal): Promise<Config> {
      const config = await send<Config>({ method: "GET", path: "/config", signal });
      return { ...config, suggestions: config.suggestions ?? [] };
    },
    async statements(query: StatementQuery, signal?: AbortSignal): Promise<Page<StatementItem>> {
      const page = await read<Page<StatementItem>>("/statements" + search({ ...query }), signal);
      return { items: page.items ?? [], next: page.next ?? "" };
    },
    async statement(code: string, signal?: AbortSignal): Promise<Statement> {
      const path = "/statements/" + encodeURIComponent(code);
      const statement = await read<Statement>(path, signal).catch((error: unknown) =>
        again<Statement>(path, error, signal),
      );
      return { ...statement, topics: statement.topics ?? [], places: statement.places ?? [] };
    },
    async units(q: string, signal?: AbortSignal): Promise<Unit[]> {
      return (await read<{ items: Unit[] }>("/units" + search({ q }), signal)).items ?? [];
    },
    unit(code: string, signal?: AbortSignal): Promise<UnitCard> {
      return send({ method: "GET", path: "/units/" + encodeURIComponent(code), signal });
    },
  };
}

function personalCalls(send: Send, sessions: Sessions, upload: Upload) {
  const call = <T>(request: Call) => withSession(sessions, (token) => send<T>({ ...request, token }));
  return {
    /** An answer; with statement, the answer from the one the person picked. */
    async ask(question: string, statement?: string, signal?: AbortSignal): Promise<Answer> {
      const body = statement ? { question, statement } : { question };
      return wholeAnswer(await call<Answer>({ method: "POST", path: "/ask", body, signal }));
    },
    /** Files a request. The same key files once, however often it is sent. */
    file(filing: Filing, key: string): Promise<RequestItem> {
      return call({ method: "POST", path: "/requests", body: filing, key });
    },
    /** Sends a file for a request to name; progress is told from 0 to 1. */
    uploadFile(file: Blob, progress: (part: number) => void, signal?: AbortSignal): Promise<RequestFile> {
      const sent = { path: "/requests/files", picture: file, progress, signal };
      return withSession(sessions, (token) => upload<RequestFile>(sent, token));
    },
    /** What is known before a request is filed. */
    guard(question: string, unit: string, signal?: AbortSignal): Promise<Guard> {
      return call({ method: "POST", path: "/requests/guard", body: { question, unit }, signal });
    },
    requestForm(signal?: AbortSignal): Promise<RequestForm> {
      return call({ method: "GET", path: "/requests/form", signal });
    },
    async requests(signal?: AbortSignal): Promise<RequestItem[]> {
      return (await call<{ items: RequestItem[] }>({ method: "GET", path: "/requests", signal })).items ?? [];
    },
    async request(code: string, signal?: AbortSignal): Promise<RequestDetail> {
      const path = "/requests/" + encodeURIComponent(code);
      return wholeRequest(await call<RequestDetail>({ method: "GET", path, signal }));
    },
    /** Takes a step in one's own request; the same key takes it once. */
    async step(code: string, step: OwnStep, key: string): Promise<RequestDetail> {
      const path = "/requests/" + encodeURIComponent(code) + "/steps";
      return wholeRequest(await call<RequestDetail>({ method: "POST", path, body: step, key }));
    },
    async notices(signal?: AbortSignal): Promise<Told[]> {
      return (await call<{ items: Told[] }>({ method: "GET", path: "/notices", signal })).items ?? [];
    },
    settings(signal?: AbortSignal): Promise<Settings> {
      return call({ method: "GET", path: "/settings", signal });
    },
    hearConclusions(conclusions: boolean): Promise<Settings> {
      return call({ method: "POST", path: "/settings", body: { conclusions } });
    },
    async claims(signal?: AbortSignal): Promise<Claim[]> {
      return (await call<{ items: Claim[] }>({ method: "GET", path: "/claims", signal })).items ?? [];
    },
    /** Sees what is kept, at once, or asks for a correction; the same key asks once. */
    async claim(
      right: "view" | "correct",
      text: string,
      key: string,
    ): Promise<{ claim: Claim; kept: Kept[] }> {
      const body = { right, text };
      const { claim, kept } = await call<{ claim: Claim; kept?: Kept[] }>({
        method: "POST",
        path: "/claims",
        body,
        key,
      });
      return { claim, kept: kept ?? [] };
    },
    /** Removes all that is known of the person; the session ends with it. */
    async erase(right: "delete" | "withdraw", key: string): Promise<Erasure> {
      const proof = await call<Erasure>({ method: "POST", path: "/erasure", body: { right }, key });
      sessions.end();
      return proof;
    },
  };
}

function reportCalls(send: Send, sessions: Sessions, base: string, limits: Limits) {
  const call = <T>(request: Call) => withSession(sessions, (token) => send<T>({ ...request, token }));
  const upload = createUpload(base, limits);
  const own = (id: string) => "/reports/" + encodeURIComponent(id);
  return {
    reportForm(signal?: AbortSignal): Promise<ReportForm> {
      return send({ method: "GET", path: "/reports/form", signal });
    },
    checkReport(report: Report, signal?: AbortSignal): Promise<ReportCheck> {
      return call({ method: "POST", path: "/reports/check", body: report, signal });
    },
    /** Is it true? */
    check(text: string): Promise<Check> {
      return call({ method: "POST", path: "/check", body: { text } });
    },
    /** Is a picture known? It is compared and not kept; progress is told from 0 to 1. */
    checkPicture(picture: Blob, progress: (part: number) => void): Promise<Check> {
      return withSession(sessions, (token) =>
        upload<Check>({ path: "/check/picture", picture, progress }, token),
      );
    },
    /** Notes that the person wants to hear what becomes of what they checked; twice is once. */
    wish(about: { text: string; case: string }): Promise<Followed> {
      return call({ method: "POST", path: "/check/follow", body: about });
    },
    /** Files a report. The same key files once, however often it is sent. */
    report(report: Report, key: string): Promise<ReportReceipt> {
      return call({ method: "POST", path: "/reports", body: report, key });
    },
    /** Adds to a report of one's own. */
    more(id: string, report: Report, key: string): Promise<ReportReceipt> {
      return call({ method: "POST", path: own(id) + "/more", body: report, key });
    },
    async reports(signal?: AbortSignal): Promise<ReportItem[]> {
      return (await call<{ items: ReportItem[] }>({ method: "GET", path: "/reports", signal })).items ?? [];
    },
    ownReport(id: string, signal?: AbortSignal): Promise<OwnReport> {
      return call({ method: "GET", path: own(id), signal });
    },
    /** Sends a picture for a report to name; progress is told from 0 to 1. */
    upload(picture: Blob, progress: (part: number) => void, signal?: AbortSignal): Promise<Picture> {
      const sent = { path: "/pictures", picture, progress, signal };
      return withSession(sessions, (token) => upload<Picture>(sent, token));
    },
  };
}

function wholeAnswer(answer: Answer): Answer {
  return {
    ...answer,
    lead: answer.lead ?? "",
    quotes: answer.quotes ?? [],
    candidates: answer.candidates ?? [],
    notes: answer.notes ?? [],
    uncovered: answer.uncovered ?? [],
    suggested_unit: answer.suggested_unit ?? null,
  };
}

function wholeRequest(request: RequestDetail): RequestDetail {
  const { clock } = request;
  return {
    ...request,
    clock: clock && { ...clock, counted: clock.counted ?? [], skipped: clock.skipped ?? [] },
    answer: request.answer ?? null,
    refusal: request.refusal ?? null,
    files: request.files ?? [],
    may: request.may ?? [],
    timeline: request.timeline ?? [],
  };
}

function search(values: Record<string, string | number | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== "") query.set(name, String(value));
  }
  const text = query.toString();
  return text ? "?" + text : "";
}
