// @vitest-environment jsdom
// Which messages come: what is switched is what the server says it heeds.
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

function open(path: string) {
  window.location.hash = path;
  return render(<App host={testHost().host} apiURL={base} />);
}

const sent = (path: string) =>
  stub.state.calls.filter((call) => call.method === "POST" && call.path === path).map(({ body }) => body);
const click = async (id: string) => fireEvent.click(await screen.findByTestId(id));
const box = (id: string) => screen.getByTestId<HTMLInputElement>(id);

test("conclusions are switched off from a moment on, and the screen says from when", async () => {
  open("/settings");
  await click("messages-conclusions");
  expect((await screen.findByTestId("messages-quiet")).textContent).toMatch(/trước .*27\/11/);
  expect(box("messages-conclusions").checked).toBe(false);
  await click("messages-conclusions");
  await waitFor(() => expect(screen.queryByTestId("messages-quiet")).toBeNull());
  expect(sent("/settings")).toEqual([{ conclusions: false }, { conclusions: true }]);
});

test("what could not be saved stays as it was, and that is said", async () => {
  open("/settings");
  await screen.findByTestId("messages-conclusions");
  stub.state.jam = 503;
  await click("messages-conclusions");
  expect((await screen.findByTestId("messages-failure")).textContent).toContain("Lựa chọn vẫn như trước");
  expect(box("messages-conclusions").checked).toBe(true);
});

test("who never wrote to the account is told that no message can come", async () => {
  stub.state.settings.chat = false;
  open("/settings");
  expect((await screen.findByTestId("messages-none")).textContent).toContain("Yêu cầu của tôi");
});

test("one of what a reporter follows is left, and the rest stays", async () => {
  open("/press");
  const topic = (await screen.findAllByTestId("press-followed")).find((one) =>
    one.textContent?.includes("đất đai"),
  );
  fireEvent.click(topic?.querySelector("button") as HTMLButtonElement);
  await waitFor(() => expect(screen.getAllByTestId("press-followed")).toHaveLength(2));
  await click("press-daily");
  await waitFor(() => expect(box("press-daily").checked).toBe(true));
  const rest = { all: false, units: ["TH-YT"], topics: ["giao thông"] };
  expect(sent("/press/follows")).toEqual([
    { ...rest, daily: false },
    { ...rest, daily: true },
  ]);
});

test("the press room shows what is for the press alone, and of an embargo only when and whose", async () => {
  open("/press");
  const room = await screen.findByTestId("press-room");
  await screen.findByTestId("press-scheduled");
  expect(room.textContent).toContain("Chỉ dành cho báo chí (mẫu)");
  expect(screen.getByTestId("press-scheduled").textContent).toMatch(/01\/12.*Sở Y tế.*kể cả tiêu đề/);
});

test("who is no verified reporter has no press room, and it is not asked for", async () => {
  Object.assign(stub.state.card, { id: "", state: "", verified: false, text: "" });
  open("/press");
  await screen.findByTestId("press-newsroom");
  expect(screen.queryByTestId("press-room")).toBeNull();
  expect(stub.state.calls.some(({ path }) => path.startsWith("/press/room"))).toBe(false);
});

test("the page about it names the office, how to reach it and who is responsible", async () => {
  open("/about");
  const contact = await screen.findByTestId("contact");
  expect(contact.textContent).toContain("Chịu trách nhiệm nội dung: Trần Văn Mẫu, Chánh Văn phòng");
  expect(contact.querySelector("a")?.getAttribute("href")).toBe("tel:02370000000");
});
