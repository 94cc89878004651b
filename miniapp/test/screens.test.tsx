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
  const view = render(<App host={host} apiURL={base} />);
  return { host, kept, ...view };
}

const type = (id: string, value: string) => fireEvent.change(screen.getByTestId(id), { target: { value } });
const click = async (id: string) => fireEvent.click(await screen.findByTestId(id));
const asked = () => stub.state.calls.filter(({ path }) => path === "/ask");

describe("asking", () => {
  test("tells when the chat is slow, and only then", async () => {
    stub.state.chatDelay = 150;
    const slow = open("/");
    expect((await screen.findByTestId("chat-delay")).textContent).toBe(
      "Trợ lý trên Zalo đang nhiều người hỏi; câu trả lời ở đó có thể chậm khoảng 3 phút. Ở đây trả lời ngay.",
    );
    slow.unmount();
    stub.state.chatDelay = 0;
    open("/");
    await screen.findAllByTestId("suggestion");
    expect(screen.queryByTestId("chat-delay")).toBeNull();
  });

  test("shows the words of the spokesperson, exactly, with who said them and when", async () => {
    open("/");
    type("ask-input", "  bao giờ   xong đường ven biển  ");
    await click("ask-submit");
    const quote = await screen.findByTestId("quote");
    expect(quote.textContent).toBe(
      "Đến ngày 15/11/2026, đã bàn giao 92,4 km trên tổng số 95,7 km mặt bằng, đạt 96,6% kế hoạch.",
    );
    expect(screen.getByTestId("speaker").textContent).toMatch(
      /Nguyễn Hoàng.*Phó Giám đốc.*Sở Nông.*20\/11\/2026/,
    );
    expect(screen.getByTestId("banner-sample")).toBeTruthy();
    expect(screen.getByTestId("note").textContent).toContain("đã được sắp xếp");
    expect(asked()[0]?.body).toEqual({ question: "bao giờ xong đường ven biển" });
  });

  test("an empty question cannot be asked", () => {
    open("/");
    type("ask-input", "   ");
    expect((screen.getByTestId("ask-submit") as HTMLButtonElement).disabled).toBe(true);
  });

  test("copies a citation that names its source", async () => {
    const writeText = vi.fn<(text: string) => Promise<void>>(async () => undefined);
    Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText } });
    open("/ask?q=ven+biển");
    fireEvent.click(await screen.findByText("Sao chép trích dẫn"));
    await screen.findByText("Đã sao chép trích dẫn kèm nguồn");
    expect(writeText.mock.calls[0]?.[0]).toContain("đã bàn giao 92,4 km trên");
    expect(writeText.mock.calls[0]?.[0]).toContain("Nguồn: https://phatngon.example.vn/s/MAU-2026-0001");
  });

  test("several meanings: the person picks one and gets its words", async () => {
    open("/ask?q=tuyển+sinh");
    await screen.findAllByTestId("candidate");
    expect(screen.queryByTestId("quote")).toBeNull();
    fireEvent.click(screen.getAllByTestId("candidate")[0] as HTMLElement);
    await screen.findByTestId("quote");
    expect(asked().at(-1)?.body).toEqual({ question: "tuyển sinh", statement: "MAU-2026-0002" });
  });

  test("words that deny what was heard are led as what is official, by neither yes nor no", async () => {
    open("/ask?q=nghe+nói+vỡ+đập");
    expect((await screen.findByTestId("lead")).textContent).toBe("Thông tin chính thức về việc này:");
    expect(screen.getByTestId("quote")).toBeTruthy();
  });

  test("the nearest text is shown as just that; the person says whether it answers", async () => {
    open("/ask?q=nghỉ+hè");
    expect((await screen.findByTestId("nearest")).textContent).toContain("có thể chưa trả lời đúng");
    expect(screen.getByTestId("quote")).toBeTruthy();
    expect(screen.getByTestId("suggest-file").textContent).toBe("Chưa đúng, chuyển tới đơn vị");
    fireEvent.click(screen.getByTestId("nearest-answers"));
    const picked = { question: "nghỉ hè", statement: "MAU-2026-0002" };
    await waitFor(() => expect(asked().at(-1)?.body).toEqual(picked));
    await waitFor(() => expect(screen.queryByTestId("nearest")).toBeNull());
  });

  test("an old text carries its warning", async () => {
    open("/ask?q=nước+sông+mã");
    expect((await screen.findByTestId("banner")).textContent).toContain("có thể đã thay đổi");
  });

  test("a half answer names what is missing and files a request about just that", async () => {
    open("/ask?q=lương+tối+thiểu");
    expect(await screen.findAllByTestId("quote")).toHaveLength(2);
    expect(screen.getAllByTestId("speaker")).toHaveLength(1); // one statement is one card
    expect(screen.getByTestId("uncovered").textContent).toBe("mức lương tối thiểu vùng năm 2027");
    expect(screen.getByText("Sở Y tế")).toBeTruthy();
    await click("suggest-file");
    expect(((await screen.findByTestId("request-question")) as HTMLTextAreaElement).value).toBe(
      'mức lương tối thiểu vùng năm 2027\nTrích từ câu hỏi: "lương tối thiểu"',
    );
    expect(screen.getByTestId("request-unit").textContent).toContain("Sở Y tế");
    await click("request-submit");
    await screen.findByTestId("request-code");
    expect(stub.state.calls.at(-1)?.body).toMatchObject({ unit: "TH-YT" });
  });

  test("a failure says so and is tried again on a tap", async () => {
    stub.state.faults = [500, 500, 500, 500, 500];
    open("/ask?q=ven+biển");
    await screen.findByTestId("failure");
    stub.state.faults = [];
    fireEvent.click(screen.getByText("Thử lại"));
    expect(await screen.findByTestId("quote")).toBeTruthy();
  });
});

test("a statement tells until when it holds and what it changed of the one before", async () => {
  open("/s/MAU-2026-0005");
  const changed = await screen.findByTestId("what-changed");
  expect(changed.querySelector("del")?.textContent).toBe("10/11/2026, ");
  expect(changed.querySelector("ins")?.textContent).toBe("15/11/2026, ");
  expect(within(changed).getByRole("link").getAttribute("href")).toContain("/s/MAU-2026-0002");
  expect(screen.getByText("Hết hiệu lực").nextSibling?.textContent).toBe("31/01/2027");
  expect(screen.getByTestId("quote-image")).toBeTruthy();
});

describe("filing a request", () => {
  const question = "Khi nào tỉnh phóng tàu vũ trụ?";

  test("a refused question is filed with the suggested unit in two taps", async () => {
    open("/ask?q=" + encodeURIComponent(question));
    await screen.findByTestId("suggest-file");
    await click("suggest-file");
    expect((screen.getByTestId("request-question") as HTMLTextAreaElement).value).toBe(question);
    expect(screen.getByTestId("request-unit").textContent).toContain("Khu kinh tế Nghi Sơn");
    await click("request-submit");
    expect((await screen.findByTestId("request-code")).textContent).toBe("TH-2026-00101");
    expect(stub.state.calls.at(-1)?.body).toEqual({ question, unit: "TH-KKT" });
    await click("request-another");
    expect(((await screen.findByTestId("request-question")) as HTMLTextAreaElement).value).toBe("");
    expect(screen.getByTestId("request-unit").textContent).toContain("Chưa rõ");
  });

  test("an unknown unit is left to the coordinating office", async () => {
    const { kept } = open("/file");
    type("request-question", question);
    expect(kept.get("draft")).toContain(question);
    await click("request-submit");
    await screen.findByTestId("request-code");
    expect(stub.state.calls.at(-1)?.body).toEqual({ question, unit: "TH-VPUB" });
    expect(kept.has("draft")).toBe(false);
  });

  test("a second tap files once", async () => {
    open("/file");
    type("request-question", question);
    const button = screen.getByTestId("request-submit");
    fireEvent.click(button);
    fireEvent.click(button);
    await screen.findByTestId("request-code");
    expect(stub.state.filed.size).toBe(1);
    expect(stub.state.calls.filter(({ method, path }) => method + path === "POST/requests")).toHaveLength(1);
  });

  test("says where the answer will be, and opens the chat that makes it come there", async () => {
    const { host } = open("/file?question=" + encodeURIComponent(question));
    const steps = (await screen.findByLabelText("Các bước tiếp theo")).textContent;
    expect(steps).toContain("Câu trả lời sẽ có trong “Yêu cầu của tôi”");
    expect(steps).toContain("nếu Anh/Chị đã nhắn tin cho tài khoản Zalo chính thức");
    fireEvent.click(await screen.findByTestId("open-chat"));
    expect(host.chat).toHaveBeenCalledWith("1");
    await click("request-submit");
    await screen.findByTestId("request-code");
    fireEvent.click(screen.getByTestId("open-chat"));
    expect(host.chat).toHaveBeenCalledTimes(2);
  });

  test("nothing is promised before it is sent", async () => {
    open("/ask?q=" + encodeURIComponent(question));
    await screen.findByTestId("suggest-file");
    expect(document.body.textContent).not.toMatch(/sẽ được gửi|qua Zalo/);
    expect(document.body.textContent).toContain("Anh/Chị gửi yêu cầu thì đơn vị trả lời");
  });

  test("the server's objection stands at its field", async () => {
    open("/file");
    type("request-question", "ơi");
    await click("request-submit");
    expect(await screen.findByText("Xin viết câu hỏi từ 5 đến 4.000 ký tự.")).toBeTruthy();
    expect((screen.getByTestId("request-question") as HTMLTextAreaElement).value).toBe("ơi");
  });

  test("a new question does not throw an unfinished one away", async () => {
    const { kept } = open("/search");
    kept.set("draft", JSON.stringify({ question: "Câu đang viết dở", unit: "", unitName: "", key: "k" }));
    window.location.hash = "/file?question=" + encodeURIComponent(question);
    expect(((await screen.findByTestId("request-question")) as HTMLTextAreaElement).value).toBe(question);
    fireEvent.click(screen.getByText("Mở lại"));
    expect((screen.getByTestId("request-question") as HTMLTextAreaElement).value).toBe("Câu đang viết dở");
  });

  test("the unit is picked from a list that typing narrows down", async () => {
    open("/file");
    await click("request-unit");
    await screen.findAllByTestId("unit-option");
    type("unit-search", "sầm sơn");
    await waitFor(() => expect(screen.getAllByTestId("unit-option")).toHaveLength(1));
    await click("unit-option");
    expect(screen.getByTestId("request-unit").textContent).toBe("UBND phường Sầm Sơn");
  });
});

describe("searching", () => {
  test("asks the server once for what was typed in a row, and says when nothing fits", async () => {
    open("/search");
    await screen.findAllByTestId("statement-item");
    for (const text of ["x", "xy", "xyz"]) type("search-input", text);
    await screen.findByText(/Không có phát ngôn nào khớp/);
    const queries = stub.state.calls.filter(({ path }) => path.startsWith("/statements?q="));
    expect(queries.map(({ path }) => path)).toEqual(["/statements?q=xyz&limit=20"]);
  });

  test("goes on with the next page and keeps the first", async () => {
    open("/search");
    await screen.findAllByTestId("statement-item");
    fireEvent.click(screen.getByText("Xem thêm"));
    await waitFor(() => expect(screen.getAllByTestId("statement-item")).toHaveLength(40));
  });

  test("a next page that failed leaves the list and is tried again", async () => {
    open("/search");
    await screen.findAllByTestId("statement-item");
    stub.state.faults = [500];
    fireEvent.click(screen.getByText("Xem thêm"));
    await screen.findByTestId("failure");
    expect(screen.getAllByTestId("statement-item")).toHaveLength(20);
    fireEvent.click(screen.getByText("Thử lại"));
    await waitFor(() => expect(screen.getAllByTestId("statement-item")).toHaveLength(40));
  });

  test("the way back finds the words and all pages as they were left", async () => {
    open("/");
    fireEvent.click(screen.getByText("Tìm kiếm"));
    await screen.findAllByTestId("statement-item");
    type("search-input", "sông Mã");
    await waitFor(() => expect(screen.getAllByTestId("statement-item")).toHaveLength(9));
    fireEvent.click(screen.getAllByTestId("statement-item")[3] as HTMLElement);
    await screen.findByText("Mã phát ngôn");
    fireEvent.click(screen.getByLabelText("Quay lại"));
    await waitFor(() => expect(screen.getAllByTestId("statement-item")).toHaveLength(9));
    expect((screen.getByTestId("search-input") as HTMLInputElement).value).toBe("sông Mã");
  });
});

describe("a statement", () => {
  test("withdrawn says so before all else and is not offered for quoting", async () => {
    open("/s/MAU-2026-0003");
    expect((await screen.findByTestId("banner")).textContent).toContain("thu hồi");
    expect(screen.queryByText("Sao chép")).toBeNull();
  });

  test("superseded names the newer one", async () => {
    open("/s/MAU-2026-0002");
    expect((await screen.findByTestId("banner")).textContent).toContain("MAU-2026-0005");
    expect(screen.getByText("Đọc phát ngôn mới").getAttribute("href")).toContain("/s/MAU-2026-0005");
  });

  test("a link in the text opens beside the app", async () => {
    const { host } = open("/s/MAU-2026-0001");
    fireEvent.click(await screen.findByText("Cổng thông tin điện tử"));
    expect(host.open).toHaveBeenCalledWith("https://thanhhoa.gov.vn/");
  });

  test("one that is not there leads home", async () => {
    open("/s/KHONG-CO");
    expect(await screen.findByText("Không tìm thấy phát ngôn này.")).toBeTruthy();
    expect(screen.getByText("Về trang chủ")).toBeTruthy();
  });
});

describe("my requests", () => {
  test("show state and deadline, and an overdue one as such", async () => {
    open("/requests");
    const items = await screen.findAllByTestId("request-item");
    expect(within(items[0] as HTMLElement).getByTestId("request-state").textContent).toBe("Đã phân công");
    expect(items[1]?.textContent).toMatch(/quá hạn \d+ ngày/);
    expect(items[2]?.textContent).not.toContain("Hạn xử lý");
  });

  test("none yet: what to do", async () => {
    stub.state.empty = true;
    open("/requests");
    expect(await screen.findByText("Anh/Chị chưa gửi yêu cầu nào.")).toBeTruthy();
  });

  test("an answered one shows the answer, its speaker and each day of the deadline", async () => {
    open("/requests/TH-2026-00003");
    const answer = await screen.findByTestId("request-answer");
    expect(answer.textContent).toContain("Tổng mức đầu tư dự án là 1.234 tỷ đồng.");
    expect(answer.textContent).not.toContain("**");
    expect(answer.textContent).toContain("Lê Văn Mẫu");
    expect(screen.getByTestId("delivery").textContent).toContain("đã tới máy của Anh/Chị");
    expect(screen.queryByTestId("open-chat")).toBeNull(); // nothing is owed there
    expect(screen.getByText("thứ Ba 24/11 – Ngày Văn hóa Việt Nam")).toBeTruthy();
    expect(screen.getByText(/thứ Hai 23\/11, thứ Tư 25\/11/)).toBeTruthy();
  });

  test("one that Zalo cannot bring yet leads to the chat", async () => {
    const chat = vi.fn<(account: string) => void>();
    open("/requests/TH-2026-00006", { chat });
    expect((await screen.findByTestId("delivery")).textContent).toContain("khi Anh/Chị nhắn tin");
    await click("open-chat");
    expect(chat).toHaveBeenCalledWith("1");
  });

  test("a withdrawn answer says so and shows no words", async () => {
    open("/requests/TH-2026-00005");
    const answer = await screen.findByTestId("request-answer");
    expect(answer.textContent).toContain("đã được thu hồi");
    expect(answer.querySelector("blockquote")).toBeNull();
  });

  test("a refused one names ground, reason and legal basis", async () => {
    open("/requests/TH-2026-00004");
    const refusal = await screen.findByTestId("request-refusal");
    expect(refusal.textContent).toMatch(
      /bí mật nhà nước.*Lý do:.*điều tra.*Điều 31 Luật Báo chí.*Có thể cung cấp: số vụ việc.*quyền khiếu nại, khởi kiện/,
    );
  });

  test("one of several parts shows each: answered but for what is masked, refused, waiting for the person", async () => {
    open("/requests/TH-2026-00007");
    const parts = await screen.findAllByTestId("request-part");
    const [answered, refused, asked] = parts as [HTMLElement, HTMLElement, HTMLElement];
    expect(parts.map((part) => within(part).getByTestId("request-state").textContent)).toEqual([
      "Đã trả lời",
      "Từ chối (có căn cứ)",
      "Chờ Anh/Chị làm rõ",
    ]);
    expect(within(answered).getByTestId("masked").textContent).toMatch(
      /tên các hộ được lấy mẫu.*Căn cứ:.*Điều 7/,
    );
    expect(within(refused).getByTestId("request-refusal").textContent).toContain("bí mật nhà nước");
    expect(within(asked).getByTestId("asked-back").textContent).toMatch(/thôn nào.*tạm dừng/);
    expect(asked.textContent).not.toContain("Hạn xử lý"); // its clock stands still
  });

  test("a withdrawn one waits for nothing", async () => {
    open("/requests/TH-2026-00008");
    expect((await screen.findByTestId("request-state")).textContent).toBe("Đã rút");
    expect(screen.queryByText(/Hạn xử lý:/)).toBeNull();
  });
});

describe("the first opening", () => {
  const personas = [
    { id: "hoa", label: "Bà Hoa" },
    { id: "lan", label: "Chị Lan" },
  ];

  test("says what the assistant is, once", async () => {
    const { kept, host, unmount } = open("/");
    kept.delete("notice-seen");
    unmount();
    const second = render(<App host={host} apiURL={base} />);
    expect((await screen.findByRole("dialog")).textContent).toContain("trợ lý ảo (AI)");
    await click("notice-accept");
    await waitFor(() => expect(screen.queryByTestId("notice-accept")).toBeNull());
    second.unmount();
    render(<App host={host} apiURL={base} />);
    await screen.findAllByTestId("suggestion");
    expect(screen.queryByTestId("notice-accept")).toBeNull();
  });

  test("of the demo asks who to be, and logs in as that persona", async () => {
    let chosen: string | null = null;
    const demo = { personas, chosen: () => chosen, choose: (id: string) => void (chosen = id) };
    const credential = async () => ({ persona: chosen ?? "" });
    open("/requests", { demo, credential });
    await click("persona-lan");
    await screen.findAllByTestId("request-item");
    expect(stub.state.calls.filter(({ path }) => path === "/session").at(-1)?.body).toEqual({
      persona: "lan",
    });
    expect(screen.queryByTestId("persona-lan")).toBeNull();
  });

  test("no account: the reason is shown, nothing is made up", async () => {
    const { Failure } = await import("../src/failure");
    const credential = async () => Promise.reject(new Failure("login", "Anh/Chị mở ứng dụng trong Zalo."));
    open("/requests", { credential });
    expect(await screen.findByText("Anh/Chị mở ứng dụng trong Zalo.")).toBeTruthy();
    expect(screen.queryByTestId("request-item")).toBeNull();
  });
});
