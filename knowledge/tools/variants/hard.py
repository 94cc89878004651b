"""The variants that offices bring seldom, and that are hard to read."""
import pathlib, re, subprocess


def pdfium(file, target):
    import pypdfium2
    with pypdfium2.PdfDocument(file) as pdf:
        target.write_text("\n".join(p.get_textpage().get_text_range() for p in pdf), errors="replace")


def lzw(data):
    """LZW of PDF with a clear code before each table is full."""
    bits, width, table, last = [], 9, {bytes([i]): i for i in range(256)}, b""
    put = lambda code: bits.append(format(code, f"0{width}b"))
    put(256)
    following = 258
    for byte in data:
        longer = last + bytes([byte])
        if longer in table:
            last = longer
            continue
        put(table[last])
        table[longer], following = following, following + 1
        width = max(9, (following).bit_length())
        if following == 4094:
            put(256)
            table, following, width = {bytes([i]): i for i in range(256)}, 258, 9
        last = bytes([byte])
    put(table[last]) if last else None
    width = max(9, (following + 1).bit_length())
    put(257)
    text = "".join(bits)
    text += "0" * (-len(text) % 8)
    return int(text, 2).to_bytes(len(text) // 8, "big")


def rewritten(file, target, change):
    """Changes the contents of pages in qpdf's plain form and has it mend the table of objects."""
    plain = target.with_suffix(".qdf")
    subprocess.run(["qpdf", "--qdf", "--object-streams=disable", file, plain])
    data = plain.read_bytes()
    part = re.compile(rb"(%% Contents for page \d+\n(?:%%[^\n]*\n)*\d+ 0 obj\n)<<(.*?)>>\nstream\n(.*?)\nendstream", re.S)
    def edit(m):
        head, stream = change(m[3])
        return m[1] + b"<<" + head + b"/Length %d>>\nstream\n" % len(stream) + stream + b"\nendstream"
    plain.write_bytes(part.sub(edit, data))
    subprocess.run(["qpdf", "--stream-data=preserve", plain, target], capture_output=True)


def scanned(file, target, b):
    """A picture of the page above which its letters stand unseen, as OCR leaves them."""
    unseen, shown = target.with_suffix(".unseen.pdf"), target.with_suffix(".shown.pdf")
    rewritten(file, unseen, lambda s: (b"", re.sub(rb"\bBT\b", b"BT 3 Tr", s)))
    subprocess.run(["pdftoppm", "-r", "60", "-png", file, target.with_suffix("")])
    images = sorted(target.parent.glob(target.stem + "-*.png"))
    page = target.with_suffix(".html")
    page.write_text("<style>@page{size:A4;margin:0}body{margin:0}img{display:block;width:210mm;height:296.9mm}</style>" + "".join(f"<img src='{i.name}'>" for i in images))
    b.chromium(page, shown)
    subprocess.run(["qpdf", unseen, "--underlay", shown, "--", target], capture_output=True)


# Kinds of letters: how they are set, what is put into their text, and what of that a person sees.
KINDS = {
    "two columns": (".b{columns:2}", "", ""),
    "turned text": (".b{writing-mode:vertical-rl;height:200mm}", "", ""),
    "letter spacing": (".b{letter-spacing:1.2px}", "", ""),
    "drawn twice": (".b{text-shadow:.4px 0 black}", "", ""),
    "watermark": ("", "<div style='position:fixed;top:90mm;left:40mm;font-size:60pt;color:#ddd;transform:rotate(-45deg)'>DỰ THẢO</div>", ""),
    "raised figures": ("", "<p>Diện tích 2.500 m<sup>2</sup>, mật độ 10<sup>6</sup> con mỗi lít, CO<sub>2</sub> dưới mức cho phép.</p>", "Diện tích 2.500 m², mật độ 10⁶ con mỗi lít, CO₂ dưới mức cho phép."),
    "struck words": ("", "<p>Thời gian làm việc từ <s>8 giờ 00</s> 7 giờ 30 hằng ngày.</p>", "Thời gian làm việc từ 8 giờ 00 7 giờ 30 hằng ngày."),
    "white words": ("", "<p>Cơ sở <span style='color:white'>tuyệt đối không</span> được hoạt động trở lại.</p>", "Cơ sở được hoạt động trở lại."),
    "boxes": ("", "<div style='border:1px solid;width:60mm;float:right'>Đường dây nóng: 1900 0001</div><p>Người dân cần hỏi thêm thì gọi số ở khung bên.</p>", "Đường dây nóng: 1900 0001 Người dân cần hỏi thêm thì gọi số ở khung bên."),
}
# What only weasyprint sets.
PAGED = {
    "running heads": ("@page{@top-center{content:'Bản tin của Sở, quý IV';font-size:9pt}@bottom-center{content:'Trang ' counter(page) '/' counter(pages);font-size:9pt}}", "", ""),
    "footnotes": (".f{float:footnote;font-size:9pt}", "<p>Mức hỗ trợ là 500.000 đồng mỗi hộ<span class=f>Trừ hộ đã nhận hỗ trợ trong quý III.</span> và trả một lần.</p>", "Mức hỗ trợ là 500.000 đồng mỗi hộ¹ và trả một lần. 1. Trừ hộ đã nhận hỗ trợ trong quý III."),
}


def styled(out, letters, b, kinds, make):
    for kind, (style, inside, seen) in kinds.items():
        for n, letter in enumerate(letters):
            body, truth = b.elements(letter[1:])
            page = out / f"{kind.replace(' ', '-')}-{n}.html"
            page.write_text(b.page(letter[0].split("|"), body + inside, b.STYLES[0], style))
            try:
                make(page, page.with_suffix(".pdf"))
            except ImportError:
                pass  # said before, and that the file is not built is said after
            yield kind, page.with_suffix(".pdf"), truth + "\n" + seen


def fields(out, letters, b):
    for n, letter in enumerate(letters[:4]):
        body, truth = b.elements(letter[1:])
        page = out / f"fields-{n}.html"
        extra = "<p><input style='width:120mm' value='Điện thoại 1900 0000'></p>"
        page.write_text(b.page(letter[0].split("|"), body + extra, b.STYLES[0], "input{appearance:auto}"))
        try:
            b.weasy(page, page.with_suffix(".pdf"), pdf_forms=True)
        except ImportError:
            pass  # said before, and that the file is not built is said after
        yield "form fields", page.with_suffix(".pdf"), truth + "\nĐiện thoại 1900 0000"


def build(out, letters, base, b):
    made = [*styled(out, letters, b, KINDS, b.chromium), *styled(out, letters[1::2], b, PAGED, b.weasy), *fields(out, letters, b)]
    for file, truth in base:
        stem = f"{file.stem}-{file.parent.name}.pdf"
        for angle in (90, 180, 270):
            b.run("qpdf", f"--rotate=+{angle}", file, out / f"rotated{angle}-{stem}")
            made.append(("rotated", out / f"rotated{angle}-{stem}", truth))
        rewritten(file, out / f"lzw-{stem}", lambda s: (b"/Filter/LZWDecode", lzw(s)))
        scanned(file, out / f"ocr-{stem}", b)
        made += [("LZW", out / f"lzw-{stem}", truth), ("OCR layer", out / f"ocr-{stem}", truth)]
    return made
