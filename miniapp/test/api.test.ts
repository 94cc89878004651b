import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createStub, type Stub } from "../dev/stub.mjs";
import { createApi } from "../src/api";
import { Failure } from "../src/failure";
import { testHost } from "./host";

const limits = { timeout: 10_000, retries: 2, pause: 1 };
let stub: Stub;
let base: string;

beforeEach(async () => {
  stub = createStub();
  base = await stub.listen();
});
afterEach(() => stub.close());

const setUp = (changes = {}) => {
  const { host, kept } = testHost();
  return { api: createApi(base, host, { ...limits, ...changes }), host, kept };
};
const paths = () => stub.state.calls.map(({ method, path }) => `${method} ${path}`);

async function failureOf(call: Promise<unknown>): Promise<Failure> {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Failure);
  return error as Failure;
}

describe("lists", () => {
  test("an empty list the server sends as null is a list", async () => {
    stub.state.empty = true;
    const { api } = setUp();
    expect(await api.statements({ q: "sông" })).toEqual({ items: [], next: "" });
    expect(await api.requests()).toEqual([]);
  });

  test("pages follow one another without a gap", async () => {
    const { api } = setUp();
    const first = await api.statements({ limit: 20 });
    const second = await api.statements({ limit: 20, after: first.next });
    expect([first.items.length, second.items.length]).toEqual([20, 20]);
    expect(new Set([...first.items, ...second.items].map(({ code }) => code)).size).toBe(40);
  });

  test("an answer without quotes, notes or candidates has empty ones", async () => {
    const answer = await setUp().api.ask("Khi nào tỉnh phóng tàu vũ trụ?");
    expect(answer).toMatchObject({ status: "refused", quotes: [], notes: [], candidates: [], uncovered: [] });
  });
});

describe("trying again", () => {
  test("a GET is sent again while the server is down", async () => {
    stub.state.faults = [503, "cut"];
    expect((await setUp().api.units("sầm sơn")).map(({ code }) => code)).toEqual(["TH-16531"]);
  });

  test("a GET is given up after the last attempt", async () => {
    stub.state.down = true;
    const failure = await failureOf(setUp().api.units(""));
    expect(failure.status).toBe(503);
    expect(stub.state.calls).toHaveLength(3);
  });

  test("what the server refuses is not sent again", async () => {
    const failure = await failureOf(setUp().api.statement("KHONG-CO"));
    expect(failure.message).toBe("Không tìm thấy phát ngôn này.");
    expect(paths()).toEqual(["GET /statements/KHONG-CO", "POST /session", "GET /statements/KHONG-CO"]);
  });

  test("a statement for the press is found by who is known, also before any login", async () => {
    const { api } = setUp();
    expect((await api.statement("BAO-CHI")).code).toBe("BAO-CHI");
    await failureOf(api.statement("KHONG-CO"));
    expect(paths().filter((path) => path === "POST /session")).toHaveLength(1);
  });

  test("a statement that is not there stays not found when the login fails too", async () => {
    const { api, host } = setUp();
    host.credential = () => Promise.reject(new Failure("login", "Chưa đăng nhập được."));
    expect((await failureOf(api.statement("BAO-CHI"))).status).toBe(404);
  });

  test("a question is not asked twice by itself", async () => {
    const { api } = setUp();
    await api.sessions.token();
    stub.state.faults = [503];
    await failureOf(api.ask("Bao giờ xong đường ven biển?"));
    expect(paths().filter((path) => path === "POST /ask")).toHaveLength(1);
  });

  test("a filing whose answer got lost is sent again and files once", async () => {
    const { api } = setUp();
    await api.sessions.token();
    stub.state.faults = ["cut"];
    const filed = await api.file({ question: "Bao giờ xong đường ven biển?", unit: "TH-NNMT" }, "key-1");
    const again = await api.file({ question: "Bao giờ xong đường ven biển?", unit: "TH-NNMT" }, "key-1");
    expect(again.code).toBe(filed.code);
    expect(stub.state.filed.size).toBe(1);
  });

  test("a filing that timed out is sent again under its key and files once", async () => {
    const { api } = setUp({ timeout: 200 });
    await api.sessions.token();
    stub.state.faults = ["hang"];
    const filing = { question: "Bao giờ xong đường ven biển?", unit: "TH-NNMT" };
    expect((await failureOf(api.file(filing, "key-3"))).kind).toBe("timeout");
    await createApi(base, testHost().host, limits).file(filing, "key-3");
    expect(stub.state.filed.size).toBe(1);
  });
});

describe("failures in words", () => {
  test("a server that hangs is left after the limit", async () => {
    stub.state.faults = ["hang"];
    const failure = await failureOf(setUp({ timeout: 50 }).api.config());
    expect(failure.kind).toBe("timeout");
    expect(failure.message).toContain("thử lại");
  });

  test("no server at all is a matter of the network", async () => {
    const { api } = setUp();
    await stub.close();
    const failure = await failureOf(api.config());
    expect(failure.kind).toBe("offline");
    expect(failure.message).toContain("kiểm tra mạng");
  });

  test("a wrong field is named with what to do", async () => {
    const failure = await failureOf(setUp().api.file({ question: "ơi", unit: "TH-YT" }, "key-2"));
    expect(failure.status).toBe(422);
    expect(failure.fields).toEqual({ question: "Xin viết câu hỏi từ 5 đến 4.000 ký tự." });
  });

  test("a login page of a Wi-Fi network is no answer", async () => {
    stub.state.faults = ["page", "page", "page"];
    const failure = await failureOf(setUp().api.config());
    expect(failure.message).not.toContain("Wi-Fi");
    expect(failure.message).toContain("thử lại");
  });

  test("an error without a detail still says what to do", async () => {
    stub.state.faults = [429];
    expect((await failureOf(setUp().api.config())).message).toContain("chờ một phút");
  });
});

describe("giving up", () => {
  test("a call that is given up is not a failure to show, and not repeated", async () => {
    stub.state.delay = 5_000;
    const controller = new AbortController();
    const call = setUp().api.statements({ q: "đất" }, controller.signal);
    await expect.poll(() => stub.state.calls.length).toBe(1);
    controller.abort();
    await expect(call).rejects.toMatchObject({ name: "AbortError" });
    expect(stub.state.calls).toHaveLength(1);
  });
});

describe("the session", () => {
  test("reading needs none", async () => {
    const { api, host } = setUp();
    await api.statements({});
    expect(host.credential).not.toHaveBeenCalled();
  });

  test("two first calls share one login", async () => {
    const { api } = setUp();
    await Promise.all([api.requests(), api.ask("Lịch tiêm chủng?")]);
    expect(paths().filter((path) => path === "POST /session")).toHaveLength(1);
  });

  test("a session that the server has forgotten is renewed once, unseen", async () => {
    const { api } = setUp();
    await api.requests();
    stub.state.tokens.clear();
    const [a, b] = await Promise.all([api.requests(), api.requests()]);
    expect(a).toEqual(b);
    expect(paths().filter((path) => path === "POST /session")).toHaveLength(2);
  });

  test("a reader whose session is over still reads", async () => {
    const { api } = setUp();
    await api.requests();
    stub.state.faults = [401];
    expect((await api.statements({ limit: 5 })).items).toHaveLength(5);
  });

  test("a kept session is used after a restart, an expired one is not", async () => {
    const { api, host, kept } = setUp();
    await api.requests();
    await createApi(base, host, limits).requests();
    expect(paths().filter((path) => path === "POST /session")).toHaveLength(1);
    const session = JSON.parse(kept.get("session") ?? "{}") as Record<string, unknown>;
    kept.set("session", JSON.stringify({ ...session, expires_at: "2020-01-01T00:00:00Z" }));
    await createApi(base, host, limits).requests();
    expect(paths().filter((path) => path === "POST /session")).toHaveLength(2);
  });

  test("a refused login says the server's reason", async () => {
    const { host } = testHost({ credential: async () => ({ access_token: "bad" }) });
    const failure = await failureOf(createApi(base, host, limits).requests());
    expect(failure.message).toBe("Zalo không xác nhận tài khoản này.");
  });
});
