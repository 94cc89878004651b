// Three people, one matter: a link and a photo in the chat, the same link in another form
// from the Mini App, the same photo in another size from the Mini App. They are one case;
// who came later hears so at once; what was received can be proven, and added to.
import assert from "node:assert/strict";
import { test } from "node:test";
import { at, chat, hears, miniApp, panel, photo, say, stage, visitor } from "./cast.mjs";
import { engine, picture } from "./server.mjs";

const LINK = "https://www.facebook.com/groups/123456/posts/987654321";
const SAME = "https://m.facebook.com/groups/123456/permalink/987654321/?mibextid=Nif5oz";
const RUMOUR = "nhóm này đăng tin sai sự thật là Sở Y tế thu 500 nghìn tiền tiêm vắc xin";

stage();

/** Sends what is written, named, and returns the code of its case. */
async function send(page) {
  await page.getByTestId("report-review").click();
  await page.getByTestId("report-send").waitFor();
  await page.getByTestId("report-send").click();
  return page.getByTestId("report-code").innerText();
}

const fits = (page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

test(`reports from chat and Mini App (${engine})`, { timeout: 240_000 }, async (t) => {
  const lan = await chat("lan");
  const hoa = await miniApp("hoa");
  const khach = await miniApp("khach");
  let code;

  await t.test("the first reports a link and a photo in the chat", async () => {
    await say(lan, `${RUMOUR} ${LINK}`);
    await hears(lan, "Nội dung thuộc lĩnh vực nào");
    await lan.locator("#image").setInputFiles(await photo(lan, 800));
    await hears(lan, "Nội dung thuộc lĩnh vực nào");
    await say(lan, "3");
    await hears(lan, "(1 ảnh)");
    await lan.getByTestId("msg-button").filter({ hasText: "Gửi, báo kết quả cho tôi" }).last().click();
    const receipt = await hears(lan, /TG-2026-\d{5}/, "Giấy xác nhận");
    code = (await receipt.innerText()).match(/TG-2026-\d{5}/)[0];
    await picture(lan, "50-chat-receipt");
  });

  await t.test("the second reports the same link in another form from the Mini App", async () => {
    await hoa.getByTestId("home-report").waitFor();
    await picture(hoa, "51-home");
    await hoa.getByTestId("home-report").click();
    await hoa.getByTestId("report-danger").waitFor();
    await picture(hoa, "52-form");
    await hoa.getByTestId("report-link").fill(SAME);
    await hoa.getByTestId("category-health").click();
    await hoa.getByText("Thêm chi tiết").click();
    await hoa.getByTestId("report-spread").fill("Nhóm hơn 2.000 người");
    await hoa.reload(); // nothing typed is lost
    assert.equal(await hoa.getByTestId("report-link").inputValue(), SAME);
    assert.equal(await hoa.getByTestId("report-spread").inputValue(), "Nhóm hơn 2.000 người");
    await hoa.getByTestId("category-health").scrollIntoViewIfNeeded();
    await picture(hoa, "53-categories");
    await hoa.getByTestId("report-review").click();
    assert.match(await hoa.getByTestId("report-known").innerText(), new RegExp(code), "a known matter is told before it is sent");
    await picture(hoa, "54-check");
    await hoa.getByTestId("report-send").click();
    assert.equal(await hoa.getByTestId("report-code").innerText(), code);
    assert.match(await hoa.getByTestId("report-receipt").innerText(), /đã có người báo/);
    await picture(hoa, "55-receipt");
  });

  await t.test("the third reports the same photo, smaller, from the Mini App", async () => {
    await khach.getByTestId("home-report").click();
    await khach.getByTestId("report-choose").setInputFiles([
      await photo(khach, 320),
      { name: "trang.svg", mimeType: "image/svg+xml", buffer: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>") },
    ]);
    await khach.getByTestId("report-picture").waitFor();
    assert.match(await khach.getByTestId("picture-failure").innerText(), /gửi ảnh chụp/);
    await khach.getByTestId("report-choose").scrollIntoViewIfNeeded();
    await picture(khach, "56-pictures");
    await khach.getByLabel("Bỏ ảnh trang.svg").click();
    await khach.getByTestId("category-health").click();
    assert.equal(await send(khach), code);
  });

  await t.test("its state, its history and what was received are there to read, and to add to", async () => {
    await khach.getByText("Theo dõi báo tin").click();
    assert.match(await khach.getByTestId("report-timeline").innerText(), /Đã tiếp nhận/);
    await khach.getByTestId("report-add").click();
    await khach.getByTestId("report-text").fill("Nhóm này đổi tên thành Tin Nóng 36.");
    await khach.getByTestId("more-submit").click();
    await khach.getByTestId("report-added").waitFor();
    await picture(khach, "57-own-report");
    await khach.getByLabel("Quay lại").click();
    await khach.goto(at("/miniapp/#/requests"));
    await khach.getByTestId("report-item").waitFor();
    await picture(khach, "58-list");
  });

  await t.test("the press desk sees one case with all of it", async () => {
    const desk = await panel("canbo@demo.vn");
    await desk.goto(at(`/admin/cases/${code}`));
    const reports = desk.getByTestId("report");
    assert.equal(await reports.count(), 4, "three reports and what was added to one");
    assert.equal(await desk.locator('[data-testid="report"] img').count(), 2, "the photo of the chat and that of the app");
    await desk.getByText("Nhóm hơn 2.000 người").waitFor();
    await picture(desk, "59-case");
    await desk.close();
  });

  await t.test("the proof opens by its address alone, and not without the key", async () => {
    const receipt = await hears(lan, "Giấy xác nhận");
    const proof = new URL((await receipt.innerText()).match(/http\S+\/bt\/\S+/)[0]);
    const page = await visitor();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(at(proof.pathname + proof.search));
    await page.getByText(code).waitFor();
    await page.getByText("SHA-256 của tệp").waitFor();
    await picture(page, "60-proof");
    assert.ok(await fits(page), "no sideways scrolling");
    assert.equal((await page.goto(at(proof.pathname))).status(), 404);
    await page.close();
  });

  await t.test("with letters twice as large everything fits, and the keyboard reaches it", async () => {
    await hoa.setViewportSize({ width: 195, height: 422 });
    for (const [path, name] of [["/", "61-large-home"], ["/report", "62-large-form"]]) {
      await hoa.goto(at("/miniapp/#" + path));
      await hoa.locator(path === "/" ? '[data-testid="home-report"]' : '[data-testid="report-review"]').waitFor();
      assert.ok(await fits(hoa), `${path} scrolls sideways`);
      await picture(hoa, name);
    }
    await hoa.getByTestId("report-choose").focus();
    await hoa.keyboard.press("Tab");
    await hoa.keyboard.press("Space");
    assert.ok(await hoa.getByTestId("category-policy").getByRole("radio").isChecked(), "a category is chosen by keyboard");
  });
});
