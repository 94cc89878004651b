"""Builds variants of plain letters with the PDF tools at hand, and has pdftotext and PDFium read them.

Says which tools are missing. A line of index.tsv is: kind, hard or ordinary, file, truth.
"""
import collections, pathlib, shutil, subprocess, sys
import hard

out = pathlib.Path(sys.argv[1]).resolve()
here = pathlib.Path(__file__).parent
shutil.rmtree(out, ignore_errors=True)
out.mkdir(parents=True)
STYLES = [("Liberation Serif", 13, 20), ("Liberation Sans", 12, 15), ("DejaVu Serif", 11, 25)]
index = []


def run(*args):
    try:
        done = subprocess.run([str(a) for a in args], capture_output=True, timeout=180)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode in (0, 3)  # qpdf: 3 is a warning


def keep(kind, file, truth, difficult=False):
    if file.exists():
        index.append((kind, "hard" if difficult else "ordinary", file, truth))
    else:
        print(f"NOT BUILT: {kind}: {file.name}")


def elements(lines):
    """The body of a letter as HTML, and its true text."""
    body, truth, rows = [], [], []
    for line in lines:
        many = [f"Công trình số {n} phải có phương án ứng phó riêng, được phê duyệt trước ngày {n:02}/12/2026, và cử cán bộ trực 24/24 giờ khi có bão." for n in range(1, 25)]
        for text in many if line.startswith("@") else [line]:
            cells = text[1:].split(";")
            tag = {"+": "<tr><td>" + "<td>".join(cells), "*": f"<ul><li>{text[1:]}</ul>"}.get(text[0], f"<p>{text}</p>")
            if text[0] == "+":
                rows.append(tag)
            elif rows:
                body.append("<table class=t border=1 cellspacing=0>" + "".join(rows) + "</table>")
                rows = []
            if text[0] != "+":
                body.append(tag)
            truth.append(" ".join(cells) if text[0] == "+" else text.lstrip("*"))
    return "".join(body), "\n".join(truth)


def page(head, body, style, extra=""):
    unit, number, kind, title, position, name = head
    face, size, margin = style
    left = f"<b>{unit}</b><br>{number}" + (f"<br>{title}" if kind == "CÔNG VĂN" else "")
    heading = "" if kind == "CÔNG VĂN" else f"<p class=c><b>{kind}</b><br><b>{title}</b></p>"
    return f"""<html lang=vi><meta charset=utf-8><style>@page{{size:A4;margin:{margin}mm}}body{{font:{size}pt '{face}';line-height:1.4}}
.c,.h td{{text-align:center}}.h{{width:100%}}.b p{{text-align:justify;text-indent:10mm}}.t{{width:80%}}{extra}</style>
<table class=h><tr><td valign=top>{left}<td valign=top><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br><b>Độc lập - Tự do - Hạnh phúc</b><br><i>Thanh Hóa, ngày 20 tháng 11 năm 2026</i></table>
{heading}<div class=b>{body}</div><table class=h><tr><td valign=top style="text-align:left"><b>Nơi nhận:</b><br>- Như trên;<br>- Lưu: VT.<td><b>{position}</b><br><br><br><b>{name}</b></table></html>"""


def chromium(source, target):
    run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={target}", source)


def weasy(source, target, **options):
    import weasyprint
    weasyprint.HTML(filename=source).write_pdf(target, **options)


def office(sources, kind):
    """LibreOffice takes all sources of one run; HTML as a text document, by way of DOCX as an office has it."""
    folder = out / kind
    profile = f"-env:UserInstallation=file://{(out / 'profile').resolve()}"
    docx = [s if s.suffix == ".docx" else folder / (s.stem + ".docx") for s, _ in sources]
    run("soffice", profile, "--headless", "--infilter=HTML (StarWriter)", "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder, *[s for s, _ in sources])
    run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *docx)
    for (s, truth) in sources:
        keep(kind, folder / (s.stem + ".pdf"), truth)


def derived(base, tools):
    ways = [("ghostscript", [f"gs -q -dBATCH -dNOPAUSE -sDEVICE=pdfwrite -dPDFSETTINGS=/{s} -o OUT IN".split() for s in ("screen", "ebook", "prepress")] + ["gs -q -sDEVICE=pdfwrite -dCompatibilityLevel=1.4 -o OUT IN".split()]),
            ("qpdf", ["qpdf --object-streams=generate IN OUT".split(), "qpdf --linearize IN OUT".split(), ["qpdf", "--encrypt", "", "owner", "256", "--", "IN", "OUT"], "qpdf --qdf IN OUT".split()]),
            ("pdftocairo", ["pdftocairo -pdf IN OUT".split()]), ("mutool", ["mutool clean -gggz IN OUT".split(), "mutool clean -d IN OUT".split()])]
    for kind, commands in ways:
        for n, command in enumerate(commands if command_there(command_of(commands)) else []):
            for file, truth in base:
                target = out / f"{kind}-{n}-{file.stem}-{file.parent.name}.pdf"
                run(*[{"IN": file, "OUT": target}.get(a, a) for a in command])
                if letters(target) != letters(file):  # the letters are no longer in the file, whoever reads it
                    keep(f"{kind}, letters lost", target, truth, True)
                else:
                    keep(kind, target, truth)


def letters(file):
    """How often each letter is in a file, as pdftotext has them."""
    text = subprocess.run(["pdftotext", "-enc", "UTF-8", file, "-"], capture_output=True).stdout.decode(errors="replace")
    return collections.Counter("".join(text.split()))


def command_of(commands):
    return commands[0][0]


def command_there(command):
    return shutil.which(command) is not None


def main():
    letters = [block.split("\n") for block in (here / "letters.txt").read_text().strip().split("\n\n")]
    tools = [t for t in ("soffice", "chromium", "gs", "qpdf", "pdftocairo", "pdftotext", "mutool") if shutil.which(t)]
    for t in ("soffice", "chromium", "gs", "qpdf", "pdftocairo", "pdftotext", "mutool", "wkhtmltopdf"):
        if not shutil.which(t):
            print(f"MISSING: {t}: its variants are not built")
    sources = []
    for n, letter in enumerate(letters):
        body, truth = elements(letter[1:])
        for m, style in enumerate(STYLES):
            s = out / f"l{n}s{m}.html"
            s.write_text(page(letter[0].split("|"), body, style))
            sources.append((s, truth))
    for kind, make in (("chromium", chromium), ("weasyprint", weasy)):
        (out / kind).mkdir()
        for s, truth in sources:
            try:
                make(s, out / kind / (s.stem + ".pdf"))
            except ImportError:
                print("MISSING: weasyprint: its variants are not built")
                break
            keep(kind, out / kind / (s.stem + ".pdf"), truth)
    if "soffice" in tools:
        office(sources, "libreoffice")
    whole = [(f, t) for _, _, f, t in index if "s0" in f.name]
    derived(whole[::3], tools)
    for kind, file, truth in hard.build(out, letters, whole[::4], sys.modules[__name__]):
        keep(kind, file, truth, True)
    for n, (kind, how, file, truth) in enumerate(index):
        file.with_suffix(".truth").write_text(truth)
        run("pdftotext", "-enc", "UTF-8", file, file.with_suffix(".pdftotext"))
        hard.pdfium(file, file.with_suffix(".pdfium"))
    (out / "index.tsv").write_text("".join(f"{k}\t{h}\t{f.relative_to(out)}\n" for k, h, f, _ in index))


if __name__ == "__main__":
    main()
