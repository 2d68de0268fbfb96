// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace headway::report {

/// The whole style of the HTML report. Text and background keep a contrast of at least 4.5 : 1 in both
/// schemes, lines and marks of the charts 3 : 1 (WCAG 2.2 AA).
inline constexpr std::string_view html_style = R"css(
:root{color-scheme:light dark;--page:#f5f6f4;--card:#fff;--ink:#1b2420;--soft:#55615b;--rule:#d9deda;
--accent:#0b5f56;--missing:#b3261e;--weak:#855300;--matched:#1a6b3c;--mark:#ffe9a3;--mark-ink:#1b2420;
--band:#eef1ee;--dim:#8b9690;--head:#123a35;--head-ink:#f2f7f5;--head-soft:#b9d2cc}
@media (prefers-color-scheme:dark){:root{--page:#121614;--card:#1b211e;--ink:#e6ebe8;--soft:#a6b2ac;
--rule:#343d38;--accent:#7fd1c3;--missing:#ff9b91;--weak:#efbe62;--matched:#77d49b;--mark:#5a4700;
--mark-ink:#fff4cf;--band:#242c28;--dim:#78847e;--head:#0d2b27;--head-ink:#eaf4f1;--head-soft:#a7c6bf}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,
"Noto Sans","Liberation Sans",sans-serif;overflow-wrap:break-word}
a{color:var(--accent);text-underline-offset:.15em}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid var(--accent);outline-offset:2px;
border-radius:3px}
h1,h2,h3,h4,p,ul,dl,dd,figure,blockquote{margin:0;padding:0}
h1,h2,h3,th,.best,.text{overflow-wrap:anywhere}
h2{font-size:1.35rem;line-height:1.25;margin:0 0 .35rem}
.wrap{max-width:66rem;margin:0 auto;padding:0 1.25rem}
.skip{position:absolute;left:-99rem;top:.5rem;background:var(--card);color:var(--ink);padding:.5rem 1rem;
border-radius:6px;z-index:1}
.skip:focus{left:.5rem}
.masthead{background:var(--head);color:var(--head-ink);padding:2rem 0 6.5rem}
.masthead a{color:var(--head-ink)}
.masthead a:focus-visible{outline-color:var(--head-ink)}
.brand{font-size:.85rem;font-weight:600;letter-spacing:.04em;color:var(--head-soft)}
h1{font-size:clamp(1.6rem,4.5vw,2.4rem);line-height:1.15;margin:.35rem 0 .5rem;text-wrap:balance}
.occupation{color:var(--head-soft)}
main>section,main>aside{margin:0 0 2.75rem}.lead{color:var(--soft);max-width:46rem}
.card{background:var(--card);border:1px solid var(--rule);border-radius:12px;padding:1.25rem 1.4rem;
margin:1rem 0 0}
.score{margin-top:-4.5rem!important;background:var(--card);border:1px solid var(--rule);border-radius:14px;
padding:1.6rem 1.75rem;display:grid;grid-template-columns:auto minmax(0,1fr);gap:.5rem 2.25rem;align-items:center}
.score h2{grid-column:1/-1;font-size:1rem;color:var(--soft);font-weight:600;margin:0}
.figure{line-height:1}
.figure strong{font-size:4.75rem;font-weight:700;letter-spacing:-.03em;font-variant-numeric:tabular-nums}
.figure span{color:var(--soft);margin-left:.35rem;white-space:nowrap}
.scorebar{display:block;width:100%;height:24px}
.scorebar .track{fill:var(--band)}.scorebar .fill{fill:var(--accent)}
.scorebar .interval{fill:var(--ink);opacity:.16}
.scorebar .bracket{stroke:var(--ink);stroke-width:2;vector-effect:non-scaling-stroke}
.ends{display:flex;justify-content:space-between;color:var(--soft);font-size:.85rem}
.best{grid-column:1/-1;font-size:1.15rem;line-height:1.45;max-width:48rem;margin-top:.5rem;text-wrap:pretty}
.tally{grid-column:1/-1;list-style:none;display:flex;flex-wrap:wrap;gap:.4rem 1.5rem}
.tally a{color:inherit;text-decoration-color:var(--dim)}
.tally b{font-variant-numeric:tabular-nums}
.tally .missing b,.card.missing .status{color:var(--missing)}
.tally .weak b,.card.weak .status{color:var(--weak)}
.tally .matched b,.card.matched .status{color:var(--matched)}
.notes{border-left:4px solid var(--weak);background:var(--card);padding:.75rem 1.1rem;border-radius:0 8px 8px 0}
.notes p+p{margin-top:.4rem}.notes h2{font-size:1rem}
.chart{display:block;width:100%;height:auto;margin-top:.75rem}
.chart-narrow{display:none}
.chart text{fill:var(--ink);font-size:13px}
.chart .axis{fill:var(--soft);font-size:12px}
.chart .gain{font-weight:600;font-variant-numeric:tabular-nums}
.band0{fill:var(--band)}.band1{fill:transparent}.grid{stroke:var(--rule);stroke-width:1}
.row{color:var(--missing)}.row.weak{color:var(--weak)}.row.matched{color:var(--matched)}
.row .range{stroke:currentColor;stroke-width:2;opacity:.35}
.row .range.wanted{stroke:var(--ink);opacity:.55;stroke-width:1.5}
.row .gap{stroke:currentColor;stroke-width:5}
.row .gap.open{stroke-width:2;stroke-dasharray:3 4}
.row .held{fill:currentColor;stroke:var(--card);stroke-width:1.5}
.row .held.near{fill:var(--card);stroke:currentColor;stroke-width:2.5}.row .needed{fill:var(--ink)}
.row .nothing{stroke:currentColor;stroke-width:2}
.key{display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;list-style:none;color:var(--soft);font-size:.9rem;
margin-top:.6rem}
.key svg{width:26px;height:18px;vertical-align:-4px;margin-right:.35rem}
.card header{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:.25rem 1.25rem;align-items:start}
h3{font-size:1.15rem;line-height:1.3;scroll-margin-top:1rem}
.number{display:inline-block;min-width:1.7em;padding:0 .35em;margin-right:.25em;border-radius:6px;text-align:center;
font-size:.85em;background:var(--band);color:var(--soft);font-variant-numeric:tabular-nums}
.worth{grid-column:2;grid-row:1/3;text-align:right;white-space:nowrap;line-height:1.3}
.worth strong{font-size:1.25rem;font-variant-numeric:tabular-nums}
.worth span{display:block;color:var(--soft);font-size:.85rem}
.chips{grid-column:1;list-style:none;display:flex;flex-wrap:wrap;gap:.15rem .9rem;font-size:.9rem;
color:var(--soft)}
.chips .status{font-weight:700}
.levels{display:grid;grid-template-columns:minmax(0,22rem) minmax(0,1fr);gap:.25rem 1.5rem;align-items:center;
margin:.75rem 0 .9rem}
.strip{display:block;width:100%;height:auto;border-radius:4px}
.levels dl{display:flex;flex-wrap:wrap;gap:.1rem 1.5rem;font-size:.95rem}
.levels dt,.levels dd{display:inline}
.levels dt{color:var(--soft)}.levels dt::after{content:" "}.levels dd{font-weight:600}
.levels dd span,td span{font-weight:400;white-space:nowrap;color:var(--soft);font-size:.9em}
.proof{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:.75rem 2rem;border-top:1px solid var(--rule);
padding-top:.9rem}
h4{font-size:.9rem;color:var(--soft);font-weight:600;margin-bottom:.3rem}
.quote{margin-bottom:.7rem}
.proof details{margin:0 0 .7rem}.proof details .quote{margin-top:.7rem}
.quote blockquote{border-left:3px solid var(--rule);padding-left:.8rem}
.quote figcaption{font-size:.85rem;color:var(--soft);padding-left:calc(.8rem + 3px)}.none{color:var(--soft)}
mark{background:var(--mark);color:var(--mark-ink);border-radius:3px;padding:.05em .1em;
-webkit-box-decoration-break:clone;box-decoration-break:clone}
details{margin-top:.4rem}
summary{cursor:pointer;color:var(--accent);width:fit-content;font-size:.92rem}
.why{display:grid;grid-template-columns:auto minmax(0,1fr);gap:.25rem 1rem;font-size:.92rem;margin-top:.5rem}
.why dt{color:var(--soft)}
code{font:.88em ui-monospace,"SFMono-Regular",Consolas,"Liberation Mono",monospace;overflow-wrap:anywhere}
.scroll{overflow-x:auto;margin-top:.75rem}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums;font-size:.94rem}
caption{text-align:left;color:var(--soft);padding-bottom:.4rem}
th,td{text-align:right;padding:.42rem .7rem;border-bottom:1px solid var(--rule);vertical-align:top}
th:nth-child(2),.plain td,.plain th{text-align:left}
td:first-child,th:first-child{padding-left:0}
th{font-weight:600}tbody th{font-weight:400}
thead th{color:var(--soft);border-bottom:2px solid var(--rule);vertical-align:bottom}
tfoot td,tfoot th{font-weight:700;border-bottom:0}
.equation{font-size:1.1rem;margin:.4rem 0 .2rem;font-variant-numeric:tabular-nums}
.skills{list-style:none;columns:16rem;column-gap:2rem;margin-top:.75rem}
.skills li{overflow-wrap:anywhere;display:flex;justify-content:space-between;gap:1rem;padding:.2rem 0;border-bottom:1px solid var(--rule);
break-inside:avoid}
.skills span{white-space:nowrap;color:var(--soft);font-variant-numeric:tabular-nums}
.texts{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:1.25rem;margin-top:1rem}
.texts .card{margin:0;min-width:0}
.texts h3{margin-bottom:.6rem}
.text{white-space:pre-wrap;tab-size:4;font-size:.95rem}
.text mark:target{outline:3px solid var(--accent);outline-offset:1px}
.text .uncounted,.uncounted mark{background:transparent;color:inherit;border-radius:0;
border-bottom:2px dashed var(--weak)}
.text sup{font-size:.72em;line-height:1;margin:0 .15em;white-space:nowrap}
.card:target{outline:3px solid var(--accent)}
.site{border-top:1px solid var(--rule);padding:1.5rem 0 3rem;color:var(--soft);font-size:.88rem}
.site p+p{margin-top:.5rem}
@media (max-width:46rem){.texts,.proof,.levels{grid-template-columns:minmax(0,1fr)}
.score{grid-template-columns:minmax(0,1fr);padding:1.25rem}.figure strong{font-size:4rem}
.chart-wide{display:none}.chart-narrow{display:block}.wrap{padding:0 1rem}.card{padding:1rem}}
@media (max-width:30rem){.card header{grid-template-columns:minmax(0,1fr)}.worth{text-align:left;grid-column:1;grid-row:auto;order:3}
.worth span{display:inline;margin-left:.6rem}}
@media print{:root{color-scheme:light;--page:#fff;--card:#fff;--ink:#000;--soft:#444;--rule:#bbb;--accent:#0b5f56;
--missing:#b3261e;--weak:#855300;--matched:#1a6b3c;--mark:#ffe9a3;--mark-ink:#000;--band:#f0f0f0;--dim:#777;
--head:#fff;--head-ink:#000;--head-soft:#444}
body{font-size:10.5pt}.skip{display:none}.masthead{padding:0 0 1rem}.score{margin-top:0!important}
.wrap{max-width:none;padding:0}.card{padding:.7rem .9rem;margin-top:.6rem}main>section{margin-bottom:1.2rem}
.card header,.quote,.chart,.levels,.score,tr{break-inside:avoid}.texts{display:block}.texts .card{margin-bottom:1rem}
.chart{max-height:22cm}mark,.band0,svg *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
details{display:none}.proof details{display:block}.proof summary{display:none}
.proof details::details-content{content-visibility:visible;display:block}
h2,h3,h4,.lead,.card header,.levels{break-after:avoid}.scroll{overflow:visible}}
)css";

}  // namespace headway::report
