/** The style sheet of the page: serif for the words of the edition, light and dark, from a telephone to a wide screen. */
export const styles = `:root {
  color-scheme: light dark;
  --paper: #fdfcf9; --ink: #22201c; --faint: #645f56; --line: #ddd7ca; --link: #1d4f7c;
  --old: #9b1c1c; --old-ground: #fbe6e3; --now: #17602f; --now-ground: #e0f2e3;
  --first-ground: #fff4d6; --first-line: #b98900;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #181715; --ink: #e9e5dc; --faint: #a8a193; --line: #3a3732; --link: #8fbfe8;
    --old: #ff9d93; --old-ground: #43201d; --now: #8bdc9f; --now-ground: #17361f;
    --first-ground: #332a10; --first-line: #d6a72a;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 2rem clamp(1rem, 4vw, 3rem) 4rem; max-width: 54rem;
  background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.55 "EB Garamond", Georgia, "Times New Roman", serif;
  overflow-wrap: anywhere;
}
h1, h2, h3, .kicker, .place, .markup, .remark, .summary, .files {
  font-family: "Source Sans 3", system-ui, -apple-system, "Segoe UI", sans-serif;
}
h1 { margin: 0 0 .4rem; font-size: 1.75rem; line-height: 1.2; }
h2 {
  margin: 0 0 .6rem; padding-bottom: .3rem; border-bottom: 1px solid var(--line);
  font-size: 1.25rem; line-height: 1.3;
}
h2 code, nav code { font-size: .95em; }
h3 { margin: 1.4rem 0 .3rem; font-size: 1rem; }
p { margin: 0; }
section { margin-top: 2.5rem; }
.kicker { margin-bottom: .3rem; color: var(--faint); font-size: .8125rem; letter-spacing: .04em; }
.summary { font-size: 1.0625rem; }
nav { margin-top: 1rem; font-size: .9375rem; }
ul { margin: 0; padding: 0; list-style: none; }
.files li { padding: .15rem 0; }
.changes > li { padding: .5rem 0 .5rem .9rem; border-left: 3px solid var(--line); margin: .5rem 0; }
.details { margin: .2rem 0 0 1rem; }
.details li { padding: .1rem 0; }
.place { color: var(--faint); font-size: .875rem; }
.quiet { color: var(--faint); }
.markup { margin-top: 1rem; color: var(--faint); font-size: .875rem; }
.remark { color: var(--faint); }
code { font: .9em/1.4 ui-monospace, "SF Mono", Consolas, "Liberation Mono", monospace; }
a { color: var(--link); }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
del, ins { padding: .05em .2em; border-radius: 3px; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
del { color: var(--old); background: var(--old-ground); text-decoration: line-through; text-decoration-thickness: 1px; }
ins { color: var(--now); background: var(--now-ground); text-decoration: none; font-weight: 600; }
.first { padding: 1rem 1.2rem; background: var(--first-ground); border-left: 4px solid var(--first-line); border-radius: 4px; }
.first .changes > li { border-color: var(--first-line); }
.first h2 { border: 0; }
.first .place, .first .quiet { color: inherit; opacity: .85; }
.heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media print { body { max-width: none; padding: 0; } .changes > li { break-inside: avoid; } }
`;
