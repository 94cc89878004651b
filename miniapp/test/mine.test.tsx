// @vitest-environment jsdom
import { cleanup, configure, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createStub, type Stub } from "../dev/stub.mjs";
import { App } from "../src/app";
import { testHost } from "./host";

configure({ asyncUtilTimeout: 10_000 }); // a busy machine is not a failure

let stub: Stub;
let base: string;

beforeEach(async () => {
  stub = createStub();
  base = await stub.listen();
});
afterEach(async () => {
  cleanup();
  await stub.close();
});

function open(path: string) {
  window.location.hash = path;
  const { host, kept } = testHost();
  return { kept, ...render(<App host={host} apiURL={base} />) };
}

const click = async (id: string) => fireEvent.click(await screen.findByTestId(id));
const steps = () => stub.state.calls.filter(({ path }) => path.endsWith("/steps"));

async function fileOne() {
  const view = open("/file");
  fireEvent.change(await screen.findByTestId("request-question"), {
    target: { value: "Bao giờ sửa cầu Đò Trạp?" },
  });
  await click("request-submit");
  const code = (await screen.findByTestId("request-code")).textContent ?? "";
  window.location.hash = "/requests/" + code;
  await screen.findByTestId("timeline");
  return view;
}

describe("a request of one's own", () => {
  test("is added to once, however often one taps, and the text is kept until it is sent", async () => {
    const { kept } = await fileOne();
    await click("step-add");
    fireEvent.change(await screen.findByTestId("step-text"), { target: { value: "Cầu ở xã Hoằng Hóa" } });
    expect([...kept.values()]).toContain("Cầu ở xã Hoằng Hóa");
    const send = screen.getByTestId("step-send");
    fireEvent.click(send);
    fireEvent.click(send);
    await waitFor(() => expect(screen.queryByTestId("step-send")).toBeNull());
    expect(steps()).toHaveLength(1);
    expect(steps()[0]?.body).toEqual({ action: "add", text: "Cầu ở xã Hoằng Hóa" });
    expect([...kept.values()]).not.toContain("Cầu ở xã Hoằng Hóa");
    await waitFor(() => expect(screen.getByTestId("timeline").textContent).toContain("Đã làm: add"));
  });

  test("what the network stops waits on the phone and is taken once, under its first key", async () => {
    await fileOne();
    await click("step-withdraw");
    stub.state.jam = "cut";
    await click("step-send");
    expect((await screen.findByTestId("parcel")).textContent).toContain("Rút yêu cầu");
    await waitFor(() => expect(screen.queryByTestId("step-send")).toBeNull());
    stub.state.jam = undefined;
    window.dispatchEvent(new Event("online"));
    await waitFor(() => expect(screen.getByTestId("parcel").dataset["state"]).toBe("sent"));
    expect(new Set(steps().map(({ headers }) => headers["idempotency-key"])).size).toBe(1);
  });

  test("has an address that follows it in any browser", async () => {
    const writeText = vi.fn<(text: string) => Promise<void>>(async () => undefined);
    Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText } });
    await fileOne();
    await click("follow-copy");
    await waitFor(() => expect(writeText.mock.calls[0]?.[0]).toMatch(/\/yc\/TH-2026-00101\?k=/));
  });

  test("stands on home while it is open", async () => {
    await fileOne();
    window.location.hash = "/";
    expect((await screen.findByTestId("home-mine")).textContent).toContain("Bao giờ sửa cầu Đò Trạp?");
  });
});

test("what stands above all else is the first on home", async () => {
  stub.state.crisis = true;
  open("/");
  const crisis = await screen.findByTestId("crisis");
  expect(crisis.textContent).toContain("Thông tin khẩn (dữ liệu mẫu)");
  expect(crisis.querySelector("a")?.getAttribute("href")).toContain("/s/MAU-2026-0001");
  expect(document.querySelector("main")?.firstElementChild).toBe(crisis);
});

test("an answer is rated once, with a tap", async () => {
  open("/requests/TH-2026-00007");
  const stars = await screen.findAllByTestId("rate-4");
  expect(stars).toHaveLength(1); // of what is answered and may still be rated
  fireEvent.click(stars[0] as HTMLElement);
  fireEvent.click(stars[0] as HTMLElement);
  await screen.findByText("Anh/Chị đã đánh giá trả lời này: 4/5.");
  expect(steps().map(({ body }) => body)).toEqual([{ action: "rate", part: 1, rating: 4 }]);
  expect(screen.queryByTestId("rate")).toBeNull();
});

test("home finds statements as one types; a tap opens one", async () => {
  open("/");
  fireEvent.change(screen.getByTestId("ask-input"), { target: { value: "tuyển sinh" } });
  fireEvent.click((await screen.findAllByTestId("match"))[0] as HTMLElement);
  await waitFor(() => expect(window.location.hash).toMatch(/^#\/s\/MAU-/));
});

test("what Zalo did not bring is marked among the notices", async () => {
  open("/notices");
  await screen.findAllByTestId("notice-item");
  expect(screen.getAllByTestId("notice-fate").map((tag) => tag.textContent)).toEqual([
    "Zalo chưa xác nhận đã chuyển",
    "Zalo đã nhận",
  ]);
});

test("erasing asks first, shows the proof, and takes drafts and session along", async () => {
  const { kept } = open("/settings");
  kept.set("step TH-2026-00101 add", "Cầu ở xã Hoằng Hóa");
  await click("erase");
  await click("erase-sure");
  expect((await screen.findByTestId("erased-proof")).textContent).toBe("erase:0123456789abcdef");
  expect([...kept.keys()]).toEqual([]);
});

test("what is kept is shown at once; a correction gets a code and a term, and its text is kept till then", async () => {
  const { kept } = open("/settings");
  await click("data-view");
  expect((await screen.findByTestId("data-kept")).textContent).toContain("TH-2026-00101");
  await click("data-correct");
  fireEvent.change(screen.getByTestId("correct-text"), { target: { value: "Tên tôi là Hòa." } });
  expect(kept.get("claim correct")).toBe("Tên tôi là Hòa.");
  await click("correct-send");
  await waitFor(() =>
    expect(screen.getAllByTestId("claim-item")[0]?.textContent).toContain("Hạn thực hiện: 07/12/2026"),
  );
  expect(kept.has("claim correct")).toBe(false);
});

test("the kind is chosen, and what the law asks goes with the question", async () => {
  open("/file");
  fireEvent.change(await screen.findByTestId("request-kind"), { target: { value: "tap-the" } });
  fireEvent.change(screen.getByTestId("request-question"), {
    target: { value: "Bao giờ công bố quy hoạch?" },
  });
  fireEvent.change(screen.getByTestId("request-residence"), { target: { value: "Xã Hoằng Phú" } });
  await click("request-submit");
  await waitFor(() => expect(screen.getByTestId("request-code").textContent).toMatch(/^TH-/));
});

test("consent is taken back by its own right", async () => {
  open("/settings");
  await click("unconsent");
  await click("erase-sure");
  expect((await screen.findByTestId("erased-proof")).textContent).toBe("erase:0123456789abcdef");
});

test("larger letters are kept for the next time", async () => {
  const { kept, unmount } = open("/settings");
  await click("size-largest");
  expect(document.documentElement.dataset["text"]).toBe("largest");
  unmount();
  document.documentElement.dataset["text"] = "";
  window.location.hash = "/";
  render(
    <App
      host={{
        ...testHost().host,
        storage: { get: (n) => kept.get(n) ?? null, set: () => {}, remove: () => {}, clear: () => {} },
      }}
      apiURL={base}
    />,
  );
  await waitFor(() => expect(document.documentElement.dataset["text"]).toBe("largest"));
});

test("a unit shows who speaks for it and where it speaks itself", async () => {
  open("/units");
  fireEvent.click((await screen.findAllByTestId("directory-unit"))[0] as HTMLElement);
  expect((await screen.findByTestId("unit-speaker")).textContent).toContain("Vũ Thị Ký");
  expect(screen.getByText("https://example.vn")).toBeTruthy();
});
