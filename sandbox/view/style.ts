/** One column on a phone, three on a desk; light or dark as the system says. */
export const style = `
:root {
  color-scheme: light dark;
  --back: light-dark(#f7f8fa, #14171c);
  --card: light-dark(#ffffff, #1e232b);
  --text: light-dark(#1b2330, #e8ecf2);
  --soft: light-dark(#566073, #a3adbd);
  --line: light-dark(#d8dde6, #333b47);
  --mark: light-dark(#0b57d0, #8ab4ff);
  --hot: light-dark(#b3261e, #ff8a80);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--text); font: 15px/1.45 system-ui, sans-serif; }
header { padding: 1rem 1rem 0; }
h1 { margin: 0; font-size: 1.3rem; }
h2 { margin: 0 0 .5rem; font-size: 1rem; }
header p { margin: .2rem 0 0; color: var(--soft); }
main { display: grid; gap: 1rem; padding: 1rem; }
section { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; min-width: 0; }
ul, ol { list-style: none; margin: 0; padding: 0; }
li { padding: .45rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
li:first-child { border-top: 0; }
#pages { margin-bottom: 1.2rem; }
button { all: unset; display: block; width: 100%; cursor: pointer; border-radius: .3rem; }
button:focus-visible { outline: 2px solid var(--mark); outline-offset: 2px; }
button[aria-current="true"] .name { color: var(--mark); text-decoration: underline; }
.name { font-weight: 600; }
.open { color: var(--hot); font-weight: 600; }
.soft, time { color: var(--soft); font-size: .86rem; }
#incidents { max-height: 40vh; overflow: auto; }
@media (min-width: 60rem) {
  #incidents { max-height: none; }
  main { grid-template-columns: 1fr 1.3fr 1fr; align-items: start; }
  section { max-height: calc(100vh - 7rem); overflow: auto; }
}
`;
