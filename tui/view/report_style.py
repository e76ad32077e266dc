"""The style sheet of the HTML report: paper and screen, light and dark, narrow and wide. No address in it, so nothing is fetched."""

from __future__ import annotations

STYLE = """
:root {
  --paper: #fcfbf8; --raised: #ffffff; --ink: #1c1b19; --soft: #5b5750; --line: #d9d4ca; --hair: #ebe7df;
  --link: #0b4f8a; --focus: #0b4f8a;
  --conflict: #a63a00; --conflict-wash: #fdf1e8; --strained: #7a5600; --strained-wash: #fbf5e1;
  --finding: #6b2f8a; --finding-wash: #f7f0fa; --worded: #4d5358; --agree: #0b4f8a; --settled: #2b5d5a; --settled-wash: #edf5f4;
  --a0: #fbe3d2; --a1: #f6ecdf; --a2: #eceff2; --a3: #d9e6f2; --a4: #bfd7ed;
  --serif: Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, "Noto Serif", "DejaVu Serif", serif;
  --sans: system-ui, -apple-system, "Segoe UI", "Noto Sans", "Liberation Sans", "DejaVu Sans", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15171a; --raised: #1c1f23; --ink: #e9e6df; --soft: #aaa59b; --line: #3b3f45; --hair: #2a2e33;
    --link: #8fc1f0; --focus: #8fc1f0;
    --conflict: #ffa66b; --conflict-wash: #2c211a; --strained: #e6c35c; --strained-wash: #29251a;
    --finding: #d3a6ec; --finding-wash: #261f2b; --worded: #b6bcc3; --agree: #8fc1f0; --settled: #8fcdc7; --settled-wash: #1a2726;
    --a0: #57311a; --a1: #3d3128; --a2: #2c3036; --a3: #23384c; --a4: #1f4a72;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { color-scheme: light dark; scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; overflow-wrap: break-word; background: var(--paper); color: var(--ink); font: 1rem/1.55 var(--sans); }
main, .masthead, .colophon { max-width: 66rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 2.5rem); }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: .06em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: 1rem; top: -5rem; z-index: 1; padding: .6rem 1rem; background: var(--raised);
  border: 2px solid var(--focus); }
.skip:focus { top: 1rem; }
h1, h2, h3, h4 { font-family: var(--serif); line-height: 1.2; text-wrap: balance; margin: 0; }
h1 { font-size: clamp(1.9rem, 1.3rem + 2.6vw, 3rem); letter-spacing: -.012em; }
h2 { font-size: 1.65rem; margin: 3.5rem 0 1rem; padding-top: .7rem; border-top: 3px solid var(--ink); }
h3 { font-size: 1.3rem; }
table + h3, section > h3 { margin-top: 1.8rem; }
h4 { font-size: 1rem; font-family: var(--sans); }
p { margin: .5rem 0; max-width: 46rem; }
.masthead { padding-top: clamp(1.5rem, 5vw, 3.5rem); }
.kicker { font-size: .8rem; letter-spacing: .09em; text-transform: uppercase; color: var(--soft); margin: 0 0 .6rem; }
.totals { font-size: 1.05rem; color: var(--soft); margin-top: .8rem; max-width: none; }
.contents ul { list-style: none; display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; margin: 1.3rem 0 0; padding: .7rem 0;
  border-block: 1px solid var(--line); }
.soft, .note { color: var(--soft); }
.note { font-size: .9rem; }
.meaning { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: .4rem 2.2rem;
  margin: 1.6rem 0 0; }
.meaning dt { font-weight: 650; margin-top: .6rem; }
.meaning dd { margin: .15rem 0 0; font-size: .95rem; }

table { border-collapse: collapse; width: 100%; font-size: .92rem; line-height: 1.45; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--soft); font-size: .9rem; padding: 0 0 .5rem; }
th, td { text-align: left; vertical-align: top; padding: .45rem .9rem .45rem 0; border-bottom: 1px solid var(--hair); }
thead th { font-size: .8rem; font-weight: 600; color: var(--soft); border-bottom: 1px solid var(--line); white-space: nowrap; }
tbody th { font-weight: 600; }
tbody th, tbody td, bdi { overflow-wrap: anywhere; }
tr > :last-child { padding-right: 0; }
.number { text-align: right; white-space: nowrap; }
.scroll { overflow-x: auto; position: relative; }
ul.plain { list-style: none; margin: 0; padding: 0; }

.mark { font-weight: 650; }
.mark .glyph { display: inline-block; min-width: 1.1em; text-align: center; }
.conflict .mark, .mark.conflict { color: var(--conflict); }
.strained .mark, .mark.strained { color: var(--strained); }
.finding .mark, .mark.finding { color: var(--finding); }
.settled .mark, .mark.settled { color: var(--settled); }
.mark.worded, .mark.unlike, .mark.unread, .mark.note, .mark.faint { color: var(--worded); font-weight: 500; }
.mark.same, .mark.precision, .mark.compatible, .mark.naming { color: var(--agree); font-weight: 500; }
.siglum { font-weight: 600; font-size: .88em; letter-spacing: .02em; text-decoration: none; white-space: nowrap; }
.siglum:hover, .siglum:focus-visible { text-decoration: underline; }
.value { font-weight: 650; }
.value::before, .value::after { content: none; }

.contested thead th:nth-child(2) { width: 34%; }
.contested td li { margin: 0 0 .25rem; }
.contested .title { font-family: var(--serif); font-size: 1.05rem; font-weight: 650; }
.contested .issue { display: block; }
.contested .entry { font-size: .9rem; color: var(--soft); }

.matrix { width: auto; font-size: .82rem; }
.matrix th, .matrix td { border: 1px solid var(--paper); padding: .3rem .2rem; text-align: center; vertical-align: middle;
  white-space: nowrap; }
.matrix tbody th { position: sticky; left: 0; background: var(--paper); text-align: left; white-space: nowrap;
  padding-right: .7rem; font-weight: 500; }
.matrix tbody th b { display: inline-block; min-width: 3.6em; }
.matrix thead th { border-bottom: 1px solid var(--line); font-weight: 650; color: var(--ink); }
.matrix .n { display: block; font-size: .88em; color: var(--soft); line-height: 1.2; }
.matrix .self, .matrix .none { color: var(--soft); }
.a0 { background: var(--a0); } .a1 { background: var(--a1); } .a2 { background: var(--a2); } .a3 { background: var(--a3); }
.a4 { background: var(--a4); }
.matrix .few { background: none; }
.a0 .n, .a1 .n, .a2 .n, .a3 .n, .a4 .n { color: inherit; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 1.5rem 3rem;
  align-items: start; }

.index ol { columns: 24rem auto; column-gap: 2.5rem; list-style: none; padding: 0; margin: .6rem 0; font-size: .92rem; }
.index li { break-inside: avoid; padding: .12rem 0 .12rem 2.4rem; text-indent: -2.4rem; }
.index .ordinal { display: inline-block; width: 2rem; text-align: right; text-indent: 0; margin-right: .4rem; color: var(--soft); }
summary { cursor: pointer; padding: .3rem 0; }

.event { margin: 2.6rem 0 0; padding-top: 1.1rem; border-top: 1px solid var(--line); }
.event > header { margin-bottom: .7rem; }
.event .ordinal { color: var(--soft); font-weight: 400; font-variant-numeric: tabular-nums; }
.event h3 a { color: inherit; text-decoration: none; }
.event h3 a:hover { text-decoration: underline; }
.dateline { color: var(--soft); font-size: .92rem; margin: .25rem 0 0; max-width: none; }
.dateline .mark { font-size: .95em; }
.flag { margin: .9rem 0; padding: .7rem 1rem .75rem; border-left: 4px solid var(--line); background: var(--raised); }
.flag.conflict { border-color: var(--conflict); background: var(--conflict-wash); }
.flag.strained { border-color: var(--strained); background: var(--strained-wash); border-left-style: double; border-left-width: 6px; }
.flag.finding { border-color: var(--finding); background: var(--finding-wash); border-left-style: dashed; }
.flag.settled { border-color: var(--settled); background: var(--settled-wash); }
.flag table { margin: .45rem 0 .3rem; }
.flag th, .flag td { border-color: var(--line); }
.flag thead th { padding-block: .15rem; }
.flag h4 .label { font-weight: 700; }
.flag p { margin: .3rem 0 0; }
.readings th:first-child { width: 24%; }
.readings .origins { width: 17rem; }
.witness { display: block; }
.lost .value { text-decoration: line-through; text-decoration-thickness: .07em; }
.status, .camp { font-size: .82rem; color: var(--soft); font-weight: 500; display: block; }
.accounts { margin: .5rem 0 .9rem; padding: 0; list-style: none; max-width: 52rem; }
.accounts li { display: grid; grid-template-columns: 4.2rem minmax(0, 1fr); align-items: baseline; margin: .3rem 0; }
.accounts .says, q, .quote { font-family: var(--serif); font-size: 1.04em; }
q { quotes: "\\201C" "\\201D" "\\2018" "\\2019"; font-style: italic; }
.accounts .where, .accounts .remark { color: var(--soft); font-size: .88rem; }
.accounts .remark { display: block; }
.fields { margin: .3rem 0 0; font-size: .92rem; line-height: 1.5; }
.fields > div { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: 0 1rem; padding: .22rem 0;
  border-bottom: 1px solid var(--hair); }
.fields dt { font-weight: 600; }
.fields dd { margin: 0; }
.fields .reading { margin-right: .6em; }
.fields .reading + .reading, .fields .told { display: block; }
.fields .standing { font-size: .94em; }
.apparatus { margin: 1rem 0 0; padding: .55rem 0 0; border-top: 1px solid var(--line); font: .88rem/1.6 var(--serif); max-width: none; }
.apparatus .entry { margin-right: .9em; }
.apparatus .lemma { font-style: italic; }
.apparatus .siglum { font-family: var(--sans); font-size: .8em; font-weight: 500; color: inherit; }
.bracket { font-weight: 700; padding-inline: .1em; }

.citations { padding: 0; list-style: none; font-size: .94rem; }
.citations li { margin: 0; padding: .45rem 0 .45rem 5rem; border-bottom: 1px solid var(--hair); break-inside: avoid; }
.citations .siglum { display: inline-block; min-width: 4.5rem; margin-left: -5rem; margin-right: .5rem; }
.citations .headline { font-family: var(--serif); font-size: 1.04em; }
.citations .back { color: var(--soft); font-size: .88em; }
.citations li:target, .event:target > header { background: var(--strained-wash); box-shadow: 0 0 0 .4rem var(--strained-wash); }
code, .hash { font: .86em ui-monospace, "Liberation Mono", "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
.colophon { margin-top: 4rem; padding-block: 1.2rem 3rem; color: var(--soft); font-size: .88rem; }
.colophon > * { border-top: 1px solid var(--line); padding-top: .8rem; max-width: none; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

@media (max-width: 40rem) {
  body { font-size: .97rem; }
  h2 { font-size: 1.4rem; margin-top: 2.6rem; }
  .matrix .name { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .matrix tbody th b { min-width: 0; }
  .stack caption { display: block; }
  .stack, .stack tbody, .stack tr, .stack td, .stack tbody th { display: block; width: auto; }
  .stack thead { display: block; position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .stack tr { padding: .5rem 0; border-bottom: 1px solid var(--line); }
  .stack tr:last-child { border-bottom: 0; }
  .stack td, .stack tbody th { border: 0; padding: .08rem 0; }
  .stack td.ordinal { display: none; }
  .stack .origins { color: var(--soft); font-size: .85rem; }
  .flag { padding-inline: .8rem; }
  .accounts li { grid-template-columns: 3.9rem minmax(0, 1fr); }
  .fields > div { grid-template-columns: minmax(0, 1fr); padding: .4rem 0; }
  .readings .origins, .readings th:first-child { width: auto; }
  .citations li { padding-left: 0; }
  .citations .siglum { margin-left: 0; min-width: 0; }
}
@media (forced-colors: active) { .flag { border: 1px solid; border-left-width: 4px; } }
@media print {
  @page { margin: 18mm 15mm 18mm; }
  :root {
    --paper: #ffffff; --raised: #ffffff; --ink: #000000; --soft: #444444; --line: #999999; --hair: #cccccc; --link: #000000;
    --conflict: #7a2b00; --conflict-wash: #ffffff; --strained: #5c4100; --strained-wash: #ffffff; --finding: #4f2266;
    --finding-wash: #ffffff; --worded: #333333; --agree: #0b3a66; --settled: #1f4442; --settled-wash: #ffffff;
    --a0: #fbe3d2; --a1: #f6ecdf; --a2: #f0f0f0; --a3: #e1eaf2; --a4: #cfe0ef;
  }
  html { color-scheme: light; font-size: 8.8pt; }
  body { font-size: 1rem; line-height: 1.4; }
  main, .masthead, .colophon { max-width: none; padding: 0; }
  .skip, .contents, .index, .citations .back { display: none; }
  h1 { font-size: 24pt; }
  h2 { font-size: 16pt; margin-top: 1.6rem; }
  .new-page { break-before: page; margin-top: 0; }
  h2, h3, h4, caption, thead, .event > header { break-after: avoid; }
  tr, .flag p, .accounts li, .fields > div, .meaning > div, .apparatus { break-inside: avoid; }
  .flag { break-inside: avoid-page; border-block: .4pt solid var(--line); border-right: .4pt solid var(--line); }
  .scroll { overflow: visible; }
  .matrix { font-size: 7pt; width: 100%; break-inside: avoid; }
  .matrix th, .matrix td { padding: 1.5pt; }
  .matrix tbody th { position: static; }
  .event { margin-top: 1.4rem; padding-top: .7rem; }
  .accounts, .flag, .fields { margin-block: .4rem; }
  .matrix td { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  a { color: inherit; text-decoration: none; }
  p { orphans: 3; widows: 3; }
}
"""
"""Plain CSS. It holds no `<`, so nothing in it can end the element it stands in."""
