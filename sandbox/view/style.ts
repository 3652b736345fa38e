/** One column on a phone, three on a desktop; light or dark as the system is set. */
export const style = `
:root {
  color-scheme: light dark;
  --back: light-dark(#f7f8fa, #14171c);
  --card: light-dark(#ffffff, #1e232b);
  --text: light-dark(#1b2330, #e8ecf2);
  --soft: light-dark(#566073, #a3adbd);
  --line: light-dark(#e3e7ee, #333b47);
  --mark: light-dark(#0b57d0, #8ab4ff);
  --hot: light-dark(#b3261e, #ff8a80);
  --warm: light-dark(#8a5300, #f5b955);
  --good: light-dark(#1b6b38, #8fd3a4);
  --new: light-dark(#fff3c4, #4a4220);
  --chosen: light-dark(#eaf1fe, #25324a);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--text); font: 15px/1.45 system-ui, sans-serif; }
header { padding: 1rem 1rem 0; }
h1 { margin: 0; font-size: 1.3rem; }
h2 { margin: 0 0 .5rem; font-size: 1rem; overflow-wrap: anywhere; }
h2.next { margin-top: 1.5rem; }
h2 .soft { font-weight: 400; }
header p, .facts { margin: .2rem 0 0; color: var(--soft); }
.facts { margin: 0 0 .6rem; }
main { display: grid; gap: 1rem; padding: 1rem; }
section { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; min-width: 0; }
ul, ol { list-style: none; margin: 0; padding: 0; }
li { padding: .45rem .3rem; margin: 0 -.3rem; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
li:first-child { border-top: 0; }
button { all: unset; box-sizing: border-box; display: block; width: 100%; cursor: pointer; border-radius: .3rem; padding: .2rem .4rem; }
button:hover { background: var(--back); }
button:focus-visible { outline: 2px solid var(--mark); outline-offset: 2px; }
button[aria-current="true"] { background: var(--chosen); }
.under { display: block; margin-top: .1rem; }
.name { font-weight: 600; }
.open { color: var(--hot); font-weight: 600; }
.soft, time { color: var(--soft); font-size: .86rem; }
time { font-variant-numeric: tabular-nums; }
.head { display: flex; flex-wrap: wrap; gap: .1rem .5rem; align-items: baseline; }
.head time { margin-left: auto; }
.badge { border: 1px solid currentColor; border-radius: .3rem; padding: 0 .35rem; font-size: .8rem; font-weight: 600; }
.hot { color: var(--hot); }
.warm { color: var(--warm); }
.cool { color: var(--soft); }
.calls li { display: grid; grid-template-columns: 2.2rem 1fr auto; gap: .5rem; align-items: baseline; font-size: .9rem; }
.status { font-variant-numeric: tabular-nums; }
.new { animation: arrive 6s ease-out; }
@keyframes arrive { from { background: var(--new); } }
@media (prefers-reduced-motion: reduce) { .new { animation: none; background: var(--new); } }
.tools { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; margin-top: .6rem; }
.tools fieldset { display: flex; flex-wrap: wrap; gap: .2rem 1rem; border: 1px solid var(--line); border-radius: .4rem; margin: 0; padding: .1rem .7rem .4rem; }
.tools legend { color: var(--soft); font-size: .86rem; }
.tools label { display: inline-flex; gap: .4rem; align-items: center; min-height: 2rem; }
input[type="search"] { font: inherit; padding: .35rem .5rem; border: 1px solid var(--soft); border-radius: .3rem; background: var(--card); color: var(--text); min-width: 0; width: 14rem; }
.button { width: auto; border: 1px solid var(--soft); padding: .3rem .7rem; min-height: 1.5rem; background: var(--card); }
a { color: var(--mark); }
summary { cursor: pointer; overflow-wrap: anywhere; }
pre { margin: .3rem 0 0; padding: .4rem .5rem; background: var(--back); border-radius: .3rem; font-size: .8rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.head + .facts { margin-top: .5rem; }
.field { margin: .2rem 0 0 1rem; font-size: .9rem; }
del { color: var(--hot); }
ins { color: var(--good); text-decoration: none; }
.added { color: var(--good); }
.changed { color: var(--warm); }
.removed { color: var(--hot); }
[hidden] { display: none !important; }
#incidents { max-height: 40vh; overflow: auto; }
@media (min-width: 60rem) {
  #incidents { max-height: none; }
  main { grid-template: auto 1fr / 1fr 1.3fr 1.1fr; align-items: start; }
  main > :nth-child(-n + 2) { grid-row: span 2; }
}
@media (min-width: 90rem) {
  main { grid-template-columns: 1fr 1.3fr 1.1fr 1.1fr; }
  main > :nth-child(n) { grid-row: auto; }
}
`;
