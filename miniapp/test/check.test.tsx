// @vitest-environment jsdom
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
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

const picture = (name: string, bytes = "image") => new File([bytes + name], name, { type: "image/png" });
const choose = async (file: File) =>
  fireEvent.change(await screen.findByTestId("check-choose"), { target: { files: [file] } });
const value = async (id: string) => ((await screen.findByTestId(id)) as HTMLTextAreaElement).value;
const sent = (path: string) =>
  stub.state.calls.filter((call) => call.method === "POST" && call.path === path);

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

  test("a picture is compared and nothing of it is kept; a conclusion stands before what was found of the words", async () => {
    render(<App host={testHost().host} apiURL={base} />);
    await click("home-check");
    expect((await screen.findByTestId("check-picture-note")).textContent).toContain("không giữ lại");
    expect(screen.getByTestId<HTMLButtonElement>("check-send").disabled).toBe(true);
    await choose(picture("concluded.png"));
    await type("check-text", "Từ mai mỗi hộ phải đóng một triệu đồng");
    await click("check-send");
    const outcomes = await screen.findAllByTestId("check-outcome");
    expect(outcomes.map(({ dataset }) => dataset["outcome"])).toEqual(["concluded", "unseen"]);
    expect(outcomes[0]?.textContent).toContain("Ảnh: Đã có kết luận");
    expect(sent("/pictures")).toHaveLength(0);
  });

  test("what was checked goes into the report, words and picture, with nothing typed again", async () => {
    render(<App host={testHost().host} apiURL={base} />);
    await click("home-check");
    const words = "Mỗi hộ phải nộp một triệu đồng. ".repeat(310).trim();
    await type("check-text", words);
    await choose(picture("a.png"));
    await click("check-send");
    await click("check-report");
    expect((await screen.findByTestId("report-picture")).textContent).toContain("a.png");
    expect(await value("report-text")).toBe(words);
    expect(stub.state.pictures.map((bytes) => new TextDecoder().decode(bytes))).toEqual(["imagea.png"]);
    fireEvent.click(within(await screen.findByTestId("category-health")).getByRole("radio"));
    await click("report-review");
    await click("report-send");
    await screen.findByTestId("report-code");
    expect(sent("/reports")[0]?.body).toMatchObject({ text: words, category: "health" });
    expect(sent("/reports")[0]?.body["pictures"]).toHaveLength(1);
  });

  test("a report that was begun before is not lost for it, nor the other way round", async () => {
    const { host } = testHost();
    const { unmount } = render(<App host={host} apiURL={base} />);
    await click("home-report");
    await type("report-text", "Bài đăng về vắc xin");
    unmount();
    window.location.hash = "/check";
    render(<App host={host} apiURL={base} />);
    await type("check-text", "https://www.facebook.com/groups/1/posts/2");
    await click("check-send");
    await click("check-report");
    expect(await value("report-link")).toBe("https://www.facebook.com/groups/1/posts/2");
    fireEvent.click(within(await screen.findByTestId("report-older")).getByRole("button"));
    expect(await value("report-text")).toBe("Bài đăng về vắc xin");
    expect((await screen.findByTestId("report-older")).textContent).toContain("facebook.com/groups");
    cleanup(); // the app is closed and opened again
    render(<App host={host} apiURL={base} />);
    expect(await value("report-text")).toBe("Bài đăng về vắc xin");
    expect((await screen.findByTestId("report-older")).textContent).toContain("facebook.com/groups");
  });

  test("what is no picture is said at once, and can be reported in words", async () => {
    render(<App host={testHost().host} apiURL={base} />);
    await click("home-check");
    await type("check-text", "Phần còn lại được phép chậm");
    await choose(picture("a.svg", "<svg/>"));
    await click("check-send");
    expect((await screen.findByTestId("check-outcome")).dataset["outcome"]).toBe("changed"); // the words all the same
    await waitFor(async () =>
      expect((await screen.findByTestId("check-picture-note")).textContent).toContain("không phải ảnh"),
    );
    fireEvent.click(screen.getByLabelText("Bỏ ảnh a.svg"));
    expect(screen.getByTestId("check-picture-note").textContent).toContain("không giữ lại");
    const large = picture("b.png");
    Object.defineProperty(large, "size", { value: 9 << 20 });
    await choose(large);
    expect((await screen.findByTestId("check-picture-note")).textContent).toContain("8 MB");
    expect(sent("/check/picture")).toHaveLength(1);
    expect(screen.getByTestId("check-report")).toBeTruthy();
  });

  test("who checked may wish to hear the conclusion", async () => {
    await checks("Từ mai mỗi hộ phải đóng một triệu đồng");
    await click("check-follow");
    expect((await screen.findByTestId("check-followed")).textContent).toBe("Đã ghi.");
    expect(sent("/check/follow")[0]?.body).toEqual({
      text: "Từ mai mỗi hộ phải đóng một triệu đồng",
      case: "",
    });
  });

  test("what was typed and found is still there on the way back", async () => {
    await checks("Phần còn lại được phép chậm");
    await click("check-report");
    await screen.findByTestId("report-text");
    window.history.back();
    expect(await value("check-text")).toBe("Phần còn lại được phép chậm");
    expect(screen.getByTestId("check-outcome").dataset["outcome"]).toBe("changed");
  });
});
