// @vitest-environment jsdom
// Filing a request: files that go with it, and what is known before it goes.
import { cleanup, configure, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test } from "vitest";
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

function open(kept = new Map<string, string>()) {
  window.location.hash = "/file";
  const made = testHost();
  kept.forEach((text, name) => made.kept.set(name, text));
  return { kept: made.kept, ...render(<App host={made.host} apiURL={base} />) };
}

const click = async (id: string) => fireEvent.click(await screen.findByTestId(id));
const sent = (path: string) =>
  stub.state.calls.filter((call) => call.method === "POST" && call.path === path);
const write = async (text: string) =>
  fireEvent.change(await screen.findByTestId("request-question"), { target: { value: text } });
const choose = async (...files: File[]) =>
  fireEvent.change(await screen.findByTestId("request-choose"), { target: { files } });
const picture = (name: string) => new File(["image" + name], name, { type: "image/png" });
const paper = (name: string) => new File(["%PDF" + name], name, { type: "application/pdf" });
const arrived = (n: number) =>
  waitFor(() => expect(screen.getAllByTestId("request-picture")).toHaveLength(n));

test("five files go with a request and no sixth; one is taken away again", async () => {
  open();
  await write("Bao giờ sửa cầu Đò Trạp?");
  await choose(picture("1"), picture("2"), paper("3"), paper("4"), picture("5"), picture("6"));
  await arrived(5);
  expect(screen.queryByTestId("request-choose")).toBeNull();
  fireEvent.click(screen.getByLabelText("Bỏ tệp 3"));
  await arrived(4);
  await click("request-submit");
  await screen.findByTestId("request-code");
  const files = sent("/requests")[0]?.body["files"] as string[];
  expect(files).toHaveLength(4);
  expect(files.every((sum) => /^[0-9a-f]{64}$/.test(sum))).toBe(true);
  expect(sent("/requests/files")).toHaveLength(5);
});

test("files and words survive closing", async () => {
  const { kept, unmount } = open();
  await choose(paper("don.pdf"));
  await write("Bao giờ sửa cầu Đò Trạp?");
  await arrived(1);
  unmount();
  open(kept);
  await arrived(1);
  expect(screen.getByTestId("request-picture").textContent).toContain("don.pdf");
  expect((screen.getByTestId("request-question") as HTMLTextAreaElement).value).toContain("Đò Trạp");
});

test("what the server does not take says why, and holds the request up until it is taken away", async () => {
  open();
  await write("Bao giờ sửa cầu Đò Trạp?");
  await choose(new File(["MZ"], "virus.exe"));
  expect((await screen.findByTestId("picture-failure")).textContent).toContain("Chưa nhận tệp này");
  expect(screen.queryByTestId("picture-again")).toBeNull();
  expect(screen.getByTestId("request-submit").hasAttribute("disabled")).toBe(true);
  fireEvent.click(screen.getByLabelText("Bỏ tệp virus.exe"));
  await click("request-submit");
  await screen.findByTestId("request-code");
  expect(sent("/requests")[0]?.body["files"]).toBeUndefined();
});

test("a file that is too large is not even sent", async () => {
  open();
  const large = paper("lon.pdf");
  Object.defineProperty(large, "size", { value: (5 << 20) + 1 });
  await choose(large);
  expect((await screen.findByTestId("picture-failure")).textContent).toContain("lớn hơn 5 MB");
  expect(sent("/requests/files")).toHaveLength(0);
});

test("a file that the network stopped is sent again by hand", async () => {
  open();
  await screen.findByTestId("request-choose");
  stub.state.jam = "cut";
  await choose(picture("anh.png"));
  await screen.findByTestId("picture-failure");
  stub.state.jam = undefined;
  await click("picture-again");
  await arrived(1);
});

const alike = { unit_name: "Sở Xây dựng", topic: "Cầu Đò Trạp" };
const statement = { code: "MAU-2026-0001", title: "Sửa cầu Đò Trạp", url: "https://example.vn/s/1" };
const scheduled = { at: "2026-12-01T10:00:00+07:00", unit_name: "Sở Y tế" };

test("what is known is read before, and the same words go at the second tap", async () => {
  stub.state.guard = { statement, alike: null, scheduled };
  open();
  await write("Bao giờ sửa cầu Đò Trạp?");
  await click("request-submit");
  const guard = await screen.findByTestId("guard");
  expect(guard.textContent).toContain("Sửa cầu Đò Trạp");
  expect(screen.getByTestId("guard-scheduled").textContent).toMatch(/01\/12.*Sở Y tế/);
  expect(document.activeElement?.textContent).toBe("Trước khi gửi");
  expect(sent("/requests")).toHaveLength(0);
  expect(screen.getByTestId("request-submit").textContent).toContain("Vẫn gửi yêu cầu");
  await click("request-submit");
  await screen.findByTestId("request-code");
  expect(sent("/requests/guard")).toHaveLength(1);
  expect(sent("/requests")[0]?.body["follow"]).toBeUndefined();
});

test("who follows the request that asks the same says so, and reads what comes of it", async () => {
  stub.state.guard = { statement: null, alike, scheduled: null };
  open();
  await write("Bao giờ sửa cầu Đò Trạp?");
  await click("request-submit");
  expect((await screen.findByTestId("guard-alike")).textContent).toContain("Sở Xây dựng xử lý (Cầu Đò Trạp)");
  fireEvent.click(screen.getByTestId("guard-follow"));
  fireEvent.click(screen.getByTestId("guard-follow"));
  expect((await screen.findByTestId("request-followed")).textContent).toContain("nhận cùng lúc");
  expect(sent("/requests").map(({ body }) => body["follow"])).toEqual([true]);
});

test("other words are looked up anew", async () => {
  stub.state.guard = { statement: null, alike, scheduled: null };
  open();
  await write("Bao giờ sửa cầu Đò Trạp?");
  await click("request-submit");
  await screen.findByTestId("guard");
  await write("Bao giờ làm đường ven biển?");
  expect(screen.queryByTestId("guard")).toBeNull();
  stub.state.guard = { statement: null, alike: null, scheduled: null };
  await click("request-submit");
  await screen.findByTestId("request-code");
  expect(sent("/requests/guard")).toHaveLength(2);
});

test("what cannot be looked up stops nobody: the request waits on the phone", async () => {
  open();
  await write("Bao giờ sửa cầu Đò Trạp?");
  stub.state.jam = "cut";
  await click("request-submit");
  await screen.findByTestId("parcel");
  stub.state.jam = undefined;
  window.dispatchEvent(new Event("online"));
  await waitFor(() => expect(sent("/requests").length).toBeGreaterThan(0));
});
