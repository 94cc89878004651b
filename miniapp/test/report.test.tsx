// @vitest-environment jsdom
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createStub, type Stub } from "../dev/stub.mjs";
import { App } from "../src/app";
import type { Host } from "../src/host";
import { testHost } from "./host";

configure({ asyncUtilTimeout: 10_000 }); // a busy machine is not a failure

let stub: Stub;
let base: string;

beforeEach(async () => {
  stub = createStub();
  base = await stub.listen();
  window.location.hash = "";
});
afterEach(async () => {
  cleanup();
  await stub.close();
});

function open(path: string, changes: Partial<Host> = {}) {
  window.location.hash = path;
  const { host, kept } = testHost(changes);
  return { host, kept, ...render(<App host={host} apiURL={base} />) };
}

const field = async (id: string) => (await screen.findByTestId(id)) as HTMLInputElement;
const type = async (id: string, value: string) => fireEvent.change(await field(id), { target: { value } });
const click = async (id: string) => fireEvent.click(await screen.findByTestId(id));
const pick = async (code: string) =>
  fireEvent.click(within(await field("category-" + code)).getByRole("radio"));
const choose = async (...files: File[]) =>
  fireEvent.change(await field("report-choose"), { target: { files } });
const picture = (name: string, bytes = "image") => new File([bytes + name], name, { type: "image/png" });
const sent = (path: string) =>
  stub.state.calls.filter((call) => call.method === "POST" && call.path === path);

const LINK = "https://www.facebook.com/groups/1/posts/2";

async function written() {
  await type("report-link", LINK);
  await type("report-text", "Họ đăng Sở Y tế thu tiền tiêm");
  await pick("health");
}

describe("reporting false content", () => {
  test("from the first page: written, read once more, sent, and the code is there to copy", async () => {
    const writeText = vi.fn<(text: string) => Promise<void>>(async () => undefined);
    Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText } });
    const { kept, host } = open("/");
    await click("home-report");
    expect((await screen.findByTestId("report-danger")).textContent).toContain("113");
    await written();
    expect(kept.get("report draft")).toContain(LINK);
    await click("report-review");
    const preview = await screen.findByTestId("report-preview");
    expect(preview.textContent).toContain(LINK);
    expect(preview.textContent).toContain("Y tế và sản phẩm y tế");
    expect(screen.getByTestId("report-who").textContent).toContain(
      "phải nêu lý do, và mỗi lần xem hay đưa vào hồ sơ chuyển cơ quan có thẩm quyền đều được ghi lại",
    );
    expect(sent("/reports")).toHaveLength(0);
    await click("report-send");
    expect((await screen.findByTestId("report-code")).textContent).toBe("TG-2026-00001");
    expect(sent("/reports")[0]?.body).toMatchObject({ link: LINK, category: "health", anonymous: false });
    expect(kept.has("report draft")).toBe(false);
    await click("report-copy");
    await waitFor(() => expect(writeText).toHaveBeenCalledWith("TG-2026-00001"));
    await click("report-proof");
    expect(host.open).toHaveBeenCalledWith("https://phatngon.example.vn/bt/BT-00001?k=1");
    await click("report-another");
    expect((await field("report-link")).value).toBe("");
  });

  test("an anonymous one is nowhere to be followed", async () => {
    open("/report");
    await written();
    await click("report-review");
    await click("report-send-unnamed");
    await screen.findByTestId("report-code");
    expect(screen.queryByText("Theo dõi báo tin")).toBeNull();
    expect(screen.getByTestId("proof-copy")).toBeTruthy(); // the only way back
    expect(sent("/reports")[0]?.body).toMatchObject({ anonymous: true });
  });

  test("nothing to see, no category: what is missing is said, nothing is sent", async () => {
    open("/report");
    await click("report-review");
    const missing = (await screen.findByTestId("report-missing")).textContent;
    expect(missing).toContain("một trong ba");
    expect(missing).toContain("chọn một lĩnh vực");
    expect(sent("/reports/check")).toHaveLength(0);
  });

  test("who was swindled is told what to do before they write on, and before they send", async () => {
    open("/report");
    await type("report-text", "Tôi bị mất tiền qua đường dẫn này");
    await pick("scam");
    expect((await screen.findByTestId("report-scam")).textContent).toContain("ngân hàng");
    await click("report-review");
    const panel = await screen.findByTestId("report-check");
    expect(panel.firstElementChild?.textContent).toContain("ngân hàng");
  });

  test("who is afraid is offered to stay unnamed first; a known matter says where it stands", async () => {
    open("/report");
    await type("report-link", "https://known.example/1");
    await type("report-text", "Tôi sợ bị trả thù");
    await pick("other");
    await click("report-review");
    expect((await screen.findByTestId("report-known")).textContent).toContain("Đang xử lý");
    const ways = screen.getAllByTestId(/^report-send/).map(({ dataset }) => dataset["testid"]);
    expect(ways).toEqual(["report-send-unnamed", "report-send"]);
  });

  test("the server's objection stands at its field, and the way back loses nothing", async () => {
    open("/report");
    await written();
    await type("report-link", "không phải");
    await click("report-review");
    expect((await screen.findAllByText(/Chưa đọc được đường dẫn này/)).length).toBeGreaterThan(0);
    await type("report-link", LINK);
    await click("report-review");
    await click("report-edit");
    expect((await field("report-text")).value).toBe("Họ đăng Sở Y tế thu tiền tiêm");
  });
});

describe("the pictures of a report", () => {
  test("are sent as they are, named by what arrived, and can be left out again", async () => {
    open("/report");
    await choose(picture("a.png"), picture("b.png"));
    await waitFor(() => expect(screen.getAllByTestId("report-picture")).toHaveLength(2));
    expect(stub.state.pictures.map((bytes) => new TextDecoder().decode(bytes)).sort()).toEqual([
      "imagea.png",
      "imageb.png",
    ]);
    fireEvent.click(screen.getByLabelText("Bỏ ảnh a.png"));
    await pick("other");
    await click("report-review");
    await click("report-send");
    await screen.findByTestId("report-code");
    expect((sent("/reports")[0]?.body["pictures"] as string[]).length).toBe(1);
  });

  test("one that broke off is tried again by a tap; a report waits for it", async () => {
    open("/report");
    await type("report-text", "Ảnh giả mạo");
    await pick("other");
    stub.state.jam = 500;
    await choose(picture("a.png"));
    await screen.findByTestId("picture-failure");
    stub.state.jam = undefined;
    expect((await field("report-review")).disabled).toBe(true);
    await click("picture-again");
    await screen.findByTestId("report-picture");
    expect((await field("report-review")).disabled).toBe(false);
  });

  test("one that is no picture says what to send instead, and is not tried again", async () => {
    open("/report");
    await choose(picture("a.svg", "<svg/>"));
    expect((await screen.findByTestId("picture-failure")).textContent).toContain("không phải ảnh");
    expect(screen.queryByTestId("picture-again")).toBeNull();
    fireEvent.click(screen.getByLabelText("Bỏ ảnh a.svg"));
    await waitFor(() => expect(screen.queryByTestId("report-sending")).toBeNull());
  });

  test("one that is too large is not even sent", async () => {
    open("/report");
    const large = picture("a.png");
    Object.defineProperty(large, "size", { value: 9 << 20 });
    await choose(large);
    expect((await screen.findByTestId("picture-failure")).textContent).toContain("8 MB");
    expect(sent("/pictures")).toHaveLength(0);
  });

  test("are five at most", async () => {
    open("/report");
    await choose(...["a", "b", "c", "d", "e", "f"].map((name) => picture(name)));
    await waitFor(() => expect(screen.getAllByTestId("report-picture")).toHaveLength(5));
    expect(screen.queryByTestId("report-choose")).toBeNull();
  });
});

describe("a report of one's own", () => {
  test("stands among the requests, tells what happened, and takes more", async () => {
    open("/report");
    await written();
    await click("report-review");
    await click("report-send");
    await screen.findByTestId("report-code");
    window.location.hash = "/requests";
    const item = await screen.findByTestId("report-item");
    expect(item.textContent).toContain("TG-2026-00001");
    expect(within(item).getByTestId("report-found").textContent).toBe("có dấu hiệu giả, sai sự thật");
    expect((await screen.findAllByTestId("request-item")).length).toBeGreaterThan(0);
    fireEvent.click(item);
    expect((await screen.findByTestId("report-timeline")).textContent).toContain("Đã tiếp nhận báo tin.");
    await click("report-add");
    await type("report-text", "Họ đăng lại ở nhóm khác");
    await click("more-submit");
    expect((await screen.findByTestId("report-added")).textContent).toContain("Họ đăng lại ở nhóm khác");
    expect(screen.getByTestId("report-timeline").textContent).toContain("Anh/Chị gửi thêm nội dung.");
  });

  test("one of somebody else is not there", async () => {
    open("/reports/BT-9");
    expect((await screen.findByTestId("failure")).textContent).toContain("Không tìm thấy");
  });
});
