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
#incidents { max-height: 40vh; overflow: auto; }
@media (min-width: 60rem) {
  #incidents { max-height: none; }
  main { grid-template-columns: 1fr 1.3fr 1.1fr; align-items: start; }
  section { max-height: calc(100vh - 6.5rem); overflow: auto; }
}
`;
