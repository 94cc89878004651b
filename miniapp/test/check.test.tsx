// @vitest-environment jsdom
import { cleanup, configure, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createStub, type Stub } from "../dev/stub.mjs";
import { App } from "../src/app";
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

const click = async (id: string) => fireEvent.click(await screen.findByTestId(id));
const type = async (id: string, value: string) =>
  fireEvent.change(await screen.findByTestId(id), { target: { value } });

async function checks(text: string) {
  render(<App host={testHost().host} apiURL={base} />);
  await click("home-check");
  await type("check-text", text);
  await click("check-send");
  return screen.findByTestId("check-outcome");
}

describe("is it true?", () => {
  test("what was changed is shown beside the official words, and can be reported as it was pasted", async () => {
    const pasted = "Phần còn lại được phép chậm";
    const found = await checks(pasted);
    expect(found.dataset["outcome"]).toBe("changed");
    expect(Array.from(found.querySelectorAll("mark"), (m) => m.textContent)).toEqual(["không", "(không có)"]);
    expect(screen.getByTestId("quote").textContent).not.toBe("");
    await click("check-report");
    expect(((await screen.findByTestId("report-text")) as HTMLTextAreaElement).value).toBe(pasted);
  });

  test("what is not found is not called false", async () => {
    const found = await checks("Từ mai mỗi hộ phải đóng một triệu đồng");
    expect(found.textContent).toContain("Chưa thấy không có nghĩa là");
    expect(found.textContent).not.toMatch(/TIN GIẢ|là tin giả/);
  });

  test("a failure says so and is tried again with the same words", async () => {
    render(<App host={testHost().host} apiURL={base} />);
    await click("home-check");
    await type("check-text", "Từ mai mỗi hộ phải đóng tiền");
    stub.state.down = true;
    await click("check-send");
    const again = await screen.findByRole("button", { name: "Thử lại" });
    stub.state.down = false;
    fireEvent.click(again);
    expect((await screen.findByTestId("check-outcome")).dataset["outcome"]).toBe("unseen");
  });
});
