#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Renders the sample résumés from sources/ into this folder. The results are committed; run this
# only after a source was changed. Needs Debian packages: chromium libreoffice-writer-nogui
# texlive-latex-recommended lmodern poppler-utils imagemagick img2pdf qpdf perl zip unzip
# fonts-lato fonts-open-sans fonts-ebgaramond fonts-liberation
set -eu
here=$(cd "$(dirname "$0")" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
export SOURCE_DATE_EPOCH=1735689600

# Drops who, when and with what (and the random id) from a PDF, keeps its title, and packs it.
clean_pdf() { # in out
  qpdf --qdf --object-streams=disable "$1" "$tmp/qdf.pdf"
  LC_ALL=C perl -0pe 's{^  /(?:Creator|Producer|Author|CreationDate|ModDate|PTEX\.Fullbanner) \((?:[^()\\]|\\.|\([^()]*\))*\)\n}{}mg; s{/ID \[<[^>]*><[^>]*>\]}{}' "$tmp/qdf.pdf" |
    fix-qdf > "$tmp/fixed.pdf"
  qpdf --object-streams=generate --recompress-flate --compression-level=9 --deterministic-id "$tmp/fixed.pdf" "$2"
}

html_to_pdf() { # in out
  chromium --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --no-pdf-header-footer --user-data-dir="$tmp/browser" \
    --print-to-pdf="$tmp/print.pdf" "file://$1" 2>/dev/null
  clean_pdf "$tmp/print.pdf" "$2"
}

fodt_to_docx() { # in name
  soffice -env:UserInstallation="file://$tmp/office" --headless --convert-to docx --outdir "$tmp" "$1" >/dev/null 2>&1
  rm -rf "$tmp/docx"; mkdir "$tmp/docx"
  (cd "$tmp/docx" && unzip -q "../$2.docx" &&
    perl -pi -e 's{<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>}{}g; s{<(dc:creator|cp:lastModifiedBy)>[^<]*</\1>}{}g' docProps/core.xml &&
    perl -pi -e 's{<Application>[^<]*</Application>}{}g; s{<TotalTime>[^<]*</TotalTime>}{}g' docProps/app.xml &&
    find . -type f -exec touch -d @$SOURCE_DATE_EPOCH {} + &&
    rm -f "$here/$2.docx" && zip -q -9 -X -D -r "$here/$2.docx" '[Content_Types].xml' _rels docProps word)
}

for name in resume-backend resume-nurse resume-data resume-paralegal; do
  html_to_pdf "$here/sources/$name.html" "$here/$name.pdf"
done

(cd "$tmp" && pdflatex -interaction=nonstopmode "$here/sources/resume-accountant.tex" >/dev/null)
clean_pdf "$tmp/resume-accountant.pdf" "$here/resume-accountant.pdf"

for name in resume-welder resume-teacher; do
  fodt_to_docx "$here/sources/$name.fodt" "$name"
done

# The scan: a printed page laid on the glass a little askew, on slightly grey paper. No text inside.
html_to_pdf "$here/sources/resume-chef.html" "$tmp/chef.pdf"
pdftoppm -r 200 -gray -png "$tmp/chef.pdf" "$tmp/chef"
convert "$tmp"/chef-*1.png -background white -rotate 0.7 -gravity center -extent 1654x2339 \
  -blur 0x0.6 +level 14%,96% -strip -sampling-factor 1x1 -quality 32 "$tmp/chef.jpg"
img2pdf --imgsize 200dpix200dpi --nodate "$tmp/chef.jpg" -o "$tmp/chef-scan.pdf"
clean_pdf "$tmp/chef-scan.pdf" "$here/resume-chef.pdf"

ls -l "$here"/resume-*
