// @vitest-environment jsdom
// What is sent without a network, over a slow one, or with a login that is over.
import { cleanup, configure, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createStub, type Fault, type Stub } from "../dev/stub.mjs";
import { App } from "../src/app";
import { Failure } from "../src/failure";
import type { Host } from "../src/host";
import { testHost } from "./host";

configure({ asyncUtilTimeout: 10_000 }); // a busy machine is not a failure

const question = "Khi nào tỉnh phóng tàu vũ trụ?";
const another = "Bao giờ sửa xong cầu Đò Trạp?";

let stub: Stub;
let base: string;

beforeEach(async () => {
  stub = createStub();
  base = await stub.listen();
});
afterEach(async () => {
  cleanup();
  vi.restoreAllMocks();
  await stub.close();
});

function open(path: string, host: Host = testHost().host) {
  window.location.hash = path;
  return { host, ...render(<App host={host} apiURL={base} />) };
}

const type = async (id: string, value: string) =>
  fireEvent.change(await screen.findByTestId(id), { target: { value } });
const click = async (id: string) => fireEvent.click(await screen.findByTestId(id));
const filings = () => stub.state.calls.filter(({ method, path }) => method + path === "POST/requests");
const keys = () => filings().map(({ headers }) => headers["idempotency-key"]);
function online() {
  stub.state.jam = undefined;
  window.dispatchEvent(new Event("online"));
}
const state = () => screen.getByTestId("parcel").dataset["state"];

/** Writes and sends while whatever is sent goes wrong; it stands as waiting then. */
async function sends(text: string, jam: Fault) {
  await type("request-question", text);
  stub.state.jam = jam;
  await click("request-submit");
  await screen.findByTestId("parcel-promise");
}

async function loggedIn(path: string) {
  const opened = open("/requests");
  await screen.findAllByTestId("request-item");
  window.location.hash = path;
  return opened;
}

describe("what cannot be sent now", () => {
  test.each<[string, Fault, string]>([
    ["no network", "cut", "Đã lưu, sẽ gửi khi có mạng."],
    ["a server that is down", 503, "Đã lưu, sẽ gửi lại."],
    ["a server in trouble", 500, "Đã lưu, sẽ gửi lại."],
    ["too many taps", 429, "Đã lưu, sẽ gửi lại."],
  ])("%s: waits on the phone, also when the app is closed, and arrives once", async (_, fault, promise) => {
    const { host, unmount } = await loggedIn("/file");
    await sends(question, fault);
    expect(screen.getByTestId("parcel-promise").textContent).toBe(promise);
    unmount();
    stub.state.jam = undefined;
    open("/requests", host);
    await waitFor(() => expect(state()).toBe("sent"));
    expect(screen.getByTestId("parcel").textContent).toContain("TH-2026-00101");
    expect(stub.state.filed.size).toBe(1);
    expect(new Set(keys()).size).toBe(1);
    await click("parcel-seen");
    await waitFor(() => expect(screen.queryByTestId("outbox")).toBeNull());
    expect(host.storage.get("outbox")).toBeNull();
  });

  test("goes by itself, in order, once the network is back", async () => {
    await loggedIn("/file");
    await sends(question, "cut");
    await click("waiting-another");
    await sends(another, "cut");
    online();
    await waitFor(() => expect(stub.state.filed.size).toBe(2));
    const arrived = [...stub.state.filed.values()].map((one) => one["question"]);
    expect(arrived).toEqual([question, another]);
  });

  test("is taken back until it is sent: the form has it again, and it files once", async () => {
    await loggedIn("/file");
    await sends(question, "cut");
    await click("parcel-back");
    const field = (await screen.findByTestId("request-question")) as HTMLTextAreaElement;
    expect(field.value).toBe(question);
    expect(screen.queryByTestId("parcel")).toBeNull();
    online();
    await click("request-submit");
    await screen.findByTestId("request-code");
    expect(stub.state.filed.size).toBe(1);
    expect(new Set(keys()).size).toBe(1);
  });

  test("is not taken back over something else that is being written", async () => {
    const { host } = await loggedIn("/file");
    await sends(question, "cut");
    await click("waiting-another");
    await type("request-question", another);
    window.location.hash = "/requests";
    await click("parcel-back");
    expect(await screen.findByText(/đang viết dở một nội dung khác/)).toBeTruthy();
    expect(host.storage.get("draft")).toContain(another);
    expect(host.storage.get("outbox")).toContain(question);
  });

  test("a login that is over and not renewed is told, and a tap logs in and sends", async () => {
    const { host } = await loggedIn("/file");
    const { credential } = host;
    host.credential = vi.fn(() => Promise.reject(new Failure("login", "Chưa đăng nhập được.")));
    await sends(question, 401);
    expect(screen.getByTestId("parcel-promise").textContent).toBe("Đã lưu, chờ Anh/Chị đăng nhập.");
    host.credential = credential;
    stub.state.jam = undefined;
    expect((await screen.findByTestId("parcel-now")).textContent).toBe("Đăng nhập và gửi");
    await click("parcel-now");
    await waitFor(() => expect(state()).toBe("sent"));
    expect(stub.state.filed.size).toBe(1);
  });

  test("a login that was over meanwhile is renewed on the way", async () => {
    const { host } = await loggedIn("/file");
    await sends(question, "cut");
    stub.state.tokens.clear();
    online();
    await waitFor(() => expect(state()).toBe("sent"));
    expect(host.credential).toHaveBeenCalledTimes(2);
    expect(new Set(keys()).size).toBe(1);
  });

  test("what the server refuses for good shows its words, and the text goes back to the form", async () => {
    await loggedIn("/file");
    await sends("ơi", "cut");
    online();
    await waitFor(() => expect(state()).toBe("refused"));
    expect(screen.getByTestId("parcel").textContent).toContain("Xin viết câu hỏi từ 5 đến 4.000 ký tự.");
    await click("parcel-back");
    expect(((await screen.findByTestId("request-question")) as HTMLTextAreaElement).value).toBe("ơi");
  });

  test("home says that something waits", async () => {
    await loggedIn("/file");
    await sends(question, "cut");
    stub.state.down = true;
    window.location.hash = "/";
    expect((await screen.findByTestId("home-unsent")).textContent).toBe("1 nội dung trong mục Chờ gửi");
  });

  test("a phone that keeps nothing is promised nothing: the text stays in the form", async () => {
    const { host } = testHost();
    const nothing = { ...host.storage, get: () => null, set: () => undefined };
    open("/file", { ...host, storage: nothing });
    await type("request-question", question);
    stub.state.jam = "cut";
    await click("request-submit");
    expect((await screen.findByTestId("failure")).textContent).toContain("Không kết nối được");
    expect(((await screen.findByTestId("request-question")) as HTMLTextAreaElement).value).toBe(question);
  });
});

describe("a report without a network", () => {
  /** Writes a report and reads what is to be read before it is sent, with the network cut in between. */
  async function reviewed(text: string) {
    await loggedIn("/report");
    await type("report-text", text);
    await click("category-scam");
    stub.state.jam = "cut";
    await click("report-review");
    await screen.findByTestId("report-send");
  }

  test("is read once more with the advice that needs no server, and waits", async () => {
    await reviewed("Họ đăng Sở Y tế thu tiền tiêm");
    expect(screen.getByTestId("report-advice").textContent).toContain("113");
    expect(screen.getByTestId("report-known").textContent).toContain("chưa xem được");
    await click("report-send");
    await screen.findByTestId("parcel-promise");
    expect(stub.state.reported.size).toBe(0);
    online();
    await waitFor(() => expect(state()).toBe("sent"));
    expect(stub.state.reported.size).toBe(1);
  });

  test("an unnamed one keeps its receipt, the only way back, until it is seen", async () => {
    await reviewed("Họ đăng Sở Y tế thu tiền tiêm");
    await click("report-send-unnamed");
    await screen.findByTestId("parcel-promise");
    online();
    await waitFor(() => expect(state()).toBe("sent"));
    expect(screen.getByTestId("proof-copy")).toBeTruthy();
    expect(screen.getByTestId("parcel").textContent).not.toContain("Theo dõi");
  });
});

describe("a screen that fails", () => {
  test("by its own fault does not blame the network", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    stub.state.notices = [{ at: "", text: "Một loại chưa biết", fate: "unheard of" }];
    open("/notices");
    const words = (await screen.findByTestId("broken")).textContent ?? "";
    expect(words).toContain("không phải do mạng");
    expect(screen.queryByTestId("unfetched")).toBeNull();
    fireEvent.click(screen.getByText("Về trang chủ"));
    expect(await screen.findByTestId("home-report")).toBeTruthy();
  });
});
