#!/bin/sh
# Looks at the clean copies that `go test -tags foreign ./internal/desk/leak` wrote to
# LEAK_COPIES with tools of others: unzip and grep for what must be gone, LibreOffice for
# whether they open. Not part of CI: run it by hand, the figures stand in docs/quality.md.
set -eu
dir=${LEAK_COPIES:?}
out=$(mktemp -d)
left=0
for f in "$dir"/*.docx "$dir"/*.xlsx; do
  parts=$(unzip -Z1 "$f" | grep -ciE 'comments|people|persons|docProps|customXml|vmlDrawing' || true)
  tags=$(unzip -p "$f" -x 'xl/styles.xml' | grep -coE '<w:(ins|del|moveFrom|moveTo|comment[A-Za-z]*)[ />]|w:author=|state="(hidden|veryHidden)"|<definedName|absPath| hidden="1"|<f>' || true)
  echo "$(basename "$f"): $parts parts, $tags marks left"
  left=$((left + parts + tags))
  case $f in *.xlsx) continue ;; esac # the test opens these with excelize: not every LibreOffice has Calc
  timeout 120 soffice --headless --convert-to pdf --outdir "$out" "$f" >/dev/null 2>&1 || true
  test -s "$out/$(basename "${f%.*}").pdf" || { echo "  does not open"; left=$((left + 1)); }
done
for f in "$dir"/*.jpg; do
  marks=$(head -c 65536 "$f" | grep -caE 'Exif|GPS|http://ns.adobe' || true)
  echo "$(basename "$f"): $marks marks left, $(python3 -c "from PIL import Image; import sys; i=Image.open(sys.argv[1]); i.load(); print(i.size, 'EXIF entries', len(i.getexif()))" "$f" 2>/dev/null || echo 'no PIL')"
  left=$((left + marks))
done
rm -rf "$out"
echo "left: $left"
test "$left" -eq 0
