// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import timeLeft from "../../internal/edge/testdata/time_left.json";
import { cardOf, citation } from "../src/citation";
import { cleanHTML } from "../src/clean-html";
import { day, moment, remaining, skipped, weekday } from "../src/dates";
import { wrap } from "../src/quote-image";
import { startPath } from "../src/start-link";

const quote = {
  statement: "PN-2026-0143",
  version: 1,
  quote: "Đã bàn giao **92,4 km** mặt bằng.",
  quote_text: "Đã bàn giao 92,4 km mặt bằng.",
  quote_html: "<p>Đã bàn giao <strong>92,4 km</strong> mặt bằng.</p>",
  unit: "Sở Nông nghiệp và Môi trường",
  spokesperson: "Nguyễn Văn A",
  position: "Giám đốc",
  issued_at: "2026-11-19T18:30:00Z",
  url: "https://phatngon.example.vn/s/PN-2026-0143",
  title: "Tiến độ",
  banner: "",
  sample: false,
};

describe("a citation", () => {
  test("has the words unchanged, who, where, when in Vietnam, and the source", () => {
    expect(citation(quote)).toBe(
      "“Đã bàn giao 92,4 km mặt bằng.”\n" +
        "— Giám đốc Nguyễn Văn A, Sở Nông nghiệp và Môi trường, ngày 20/11/2026.\n" +
        "Nguồn: https://phatngon.example.vn/s/PN-2026-0143",
    );
  });

  test("says first that a sample is one, and keeps the warning of an old text", () => {
    const text = citation({
      ...quote,
      sample: true,
      banner: "Thông tin theo văn bản năm 2021; có thể đã thay đổi.",
    });
    expect(text).toMatch(/^\[DỮ LIỆU MẪU/);
    expect(text).toContain("có thể đã thay đổi");
  });

  test("does not name the unit twice", () => {
    const text = citation({ ...quote, position: "Giám đốc Sở Nông nghiệp và Môi trường" });
    expect(text.match(/Sở Nông nghiệp/g)).toHaveLength(1);
    const commune = citation({ ...quote, position: "Chủ tịch UBND xã Hoằng Hóa", unit: "Xã Hoằng Hóa" });
    expect(commune.match(/Hoằng Hóa/g)).toHaveLength(1);
  });
});

describe("a quote as a picture", () => {
  test("has the code, the address of the check and its warnings", () => {
    const card = cardOf({ ...quote, sample: true, banner: "Thông tin theo văn bản năm 2021." });
    expect(card).toMatchObject({ code: "PN-2026-0143", check: "https://phatngon.example.vn/v/PN-2026-0143" });
    expect(card?.warning).toContain("DỮ LIỆU MẪU");
    expect(card?.warning).toContain("năm 2021");
  });

  test("is not made of words that would have to be cut", () => {
    expect(cardOf({ ...quote, quote_text: "a".repeat(701) })).toBeNull();
  });

  test("loses no letter in its lines", () => {
    const text = "Đến ngày 15/11/2026 đã bàn giao\nhttps://phatngon.example.vn/v/PN-2026-0143";
    const lines = wrap(text, (some) => some.length, 12);
    expect(Math.max(...lines.map((some) => some.length))).toBeLessThanOrEqual(12);
    expect(lines.join("").replaceAll(" ", "")).toBe(text.replace(/[ \n]/g, ""));
  });
});

describe("times", () => {
  test("are Vietnam's, whatever the phone's zone", () => {
    expect(day("2026-11-19T18:30:00Z")).toBe("20/11/2026");
    expect(moment("2026-11-27T16:30:00+07:00")).toBe("16:30, thứ Sáu 27/11/2026");
    expect(weekday("2026-11-22")).toBe("Chủ nhật 22/11");
  });

  test("what is no time is nothing", () => {
    expect([day(""), moment("x"), remaining("", 0)]).toEqual(["", "", ""]);
  });

  test.each([
    ["2026-11-27T00:00:00Z", "còn 4 ngày"],
    ["2026-11-23T05:00:00Z", "còn 5 giờ"],
    ["2026-11-22T20:00:00Z", "quá hạn 4 giờ"],
    ["2026-11-20T00:00:00Z", "quá hạn 3 ngày"],
  ])("a deadline of %s is %s", (due, words) => {
    expect(remaining(due, Date.parse("2026-11-23T00:00:00Z"))).toBe(words);
  });

  // The same file holds the panel to these words (internal/edge).
  test.each(timeLeft)("$seconds seconds left are $words, as in the panel", ({ seconds, words }) => {
    const now = Date.parse("2026-11-23T00:00:00Z");
    expect(remaining(new Date(now + seconds * 1000).toISOString(), now)).toBe(words);
  });

  test("a skipped day names its reason once", () => {
    expect(skipped("2026-11-21", "Thứ Bảy")).toBe("thứ Bảy 21/11");
    expect(skipped("2026-11-24", "Ngày Văn hóa Việt Nam")).toBe("thứ Ba 24/11 – Ngày Văn hóa Việt Nam");
  });
});

describe("the text of a statement", () => {
  test.each([
    ["structure stays", "<p>Đạt <strong>96%</strong></p>", "<p>Đạt <strong>96%</strong></p>"],
    ["a script goes", "<p>a</p><script>alert(1)</script>", "<p>a</p>"],
    ["a handler goes", '<p onclick="alert(1)">a</p>', "<p>a</p>"],
    ["an image goes", '<img src="x" onerror="alert(1)">a', "a"],
    ["a script in a link goes", '<a href="javascript:alert(1)">a</a>', "<a>a</a>"],
    ["a link stays", '<a href="https://x.vn/" style="x">a</a>', '<a href="https://x.vn/">a</a>'],
    ["styles go", "<style>p{}</style><p style='color:red'>a</p>", "<p>a</p>"],
    ["a form goes", '<form action="/x"><input name="a"></form>a', "a"],
    ["a frame goes", '<iframe srcdoc="<script>alert(1)</script>"></iframe>a', "a"],
    [
      "a script hidden in mathematics goes",
      "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
      "",
    ],
    ["a template's content goes", "<template><img src=x onerror=alert(1)></template>a", "a"],
    ["a link of another kind goes", '<a href="data:text/html,<script>1</script>">a</a>', "<a>a</a>"],
    ["a link dressed with control signs goes", '<a href="java&#10;script:alert(1)">a</a>', "<a>a</a>"],
    [
      "names that shadow the page's go",
      '<a id="location" name="body" href="https://x.vn/">a</a>',
      '<a href="https://x.vn/">a</a>',
    ],
    ["a comment goes", "<p>a<!--<img src=x onerror=alert(1)>--></p>", "<p>a</p>"],
    ["a drawing with a script goes", "<svg><script>alert(1)</script></svg>a", "a"],
  ])("%s", (_, html, clean) => {
    expect(cleanHTML(html)).toBe(clean);
  });
});

describe("a link into the app", () => {
  test.each([
    ["", null],
    ["?env=TESTING&version=3", null],
    ["?statement=PN-2026-0143", "/s/PN-2026-0143"],
    ["?request=TH-2026-00001&env=TESTING", "/requests/TH-2026-00001"],
    ["?q=Bao%20gi%E1%BB%9D%3F", "/ask?q=Bao%20gi%E1%BB%9D%3F"],
    ["?file=h%E1%BB%8Fi", "/file?question=h%E1%BB%8Fi"],
    ["?statement=../../x", "/s/..%2F..%2Fx"],
  ])("%s leads to %s", (search, path) => {
    expect(startPath(search)).toBe(path);
  });
});
