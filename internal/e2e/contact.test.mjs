// Whose the public pages are: an administrator enters the office, how it is reached and who is
// responsible; every page and the app say so, on a phone and a desk, light and dark.
import assert from "node:assert/strict";
import { test } from "node:test";
import { barriers } from "./axe.mjs";
import { at, flash, miniApp, panel, stage, visitor } from "./cast.mjs";
import { engine, picture } from "./server.mjs";

stage();

test(`whose the pages are (${engine})`, { timeout: 120_000 }, async (t) => {
  const facts = { note: "", office: "Văn phòng Ủy ban nhân dân tỉnh (mẫu)", address: "Số 1 đường Mẫu, phường Hạc Thành, tỉnh Thanh Hóa", phone: "0237 000 0000", email: "vanphong@example.vn", responsible: "Trần Văn Mẫu", position: "Chánh Văn phòng" };

  await t.test("a wrong fact is refused with what to do, the right ones are kept", async () => {
    const admin = await panel("quantri@demo.vn");
    await admin.goto(at("/admin/policies?name=contact"));
    await admin.getByTestId("policy-data").fill(JSON.stringify({ ...facts, email: "văn phòng" }));
    await admin.getByTestId("policy-from").fill("2026-11-01");
    await admin.getByTestId("policy-save").click();
    await admin.getByText("ghi dạng ten@coquan.vn").waitFor();
    await admin.getByTestId("policy-data").fill(JSON.stringify(facts));
    await admin.getByTestId("policy-save").click();
    await flash(admin, "Đã lưu");
    await admin.close();
  });

  await t.test("each public page has them at its foot", async () => {
    const page = await visitor();
    await page.goto(at("/"));
    const code = (await page.locator('main a[href^="/s/"]').first().getAttribute("href")).slice(3);
    for (const path of ["/", "/s/" + code, "/v/" + code])
      for (const [width, colorScheme] of [[390, "light"], [320, "dark"], [1440, "dark"]]) {
        await page.setViewportSize({ width, height: 844 });
        await page.emulateMedia({ colorScheme });
        await page.goto(at(path));
        const foot = page.locator("footer address");
        assert.match(await foot.innerText(), /Chịu trách nhiệm nội dung: Trần Văn Mẫu, Chánh Văn phòng/);
        assert.equal(await foot.getByRole("link", { name: facts.phone }).getAttribute("href"), "tel:02370000000");
        assert.deepEqual(await barriers(page), [], path);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, path);
        await foot.scrollIntoViewIfNeeded();
        if (path === "/") await picture(page, `78-contact-${width}-${colorScheme}`);
      }
    await page.close();
  });

  await t.test("and so has the app", async () => {
    const app = await miniApp("nam");
    await app.goto(at("/miniapp/#/about"));
    await app.getByTestId("contact").getByText("Trần Văn Mẫu, Chánh Văn phòng").waitFor();
    assert.deepEqual(await barriers(app), []);
    await app.getByTestId("contact").scrollIntoViewIfNeeded();
    await picture(app, "79-contact-app");
    await app.close();
  });
});
