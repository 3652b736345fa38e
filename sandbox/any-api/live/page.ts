/** The view's markup, which the script fills in. @param title of the API */
export function pageOf(title: string): string {
  const safe = title.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sandbox of ${safe}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/__view/view.css">
<script type="module" src="/__view/view.js"></script>
<script type="module" src="/__view/controls.js"></script>
</head>
<body data-base="/__view">
<header>
<h1>Sandbox of ${safe}</h1>
<p>Made from the contract. Nothing real happens here. <span id="state" role="status">Connecting…</span> <a id="gateway" hidden>Back to the gateway</a></p>
<div class="tools">
<label>Search <input id="search" type="search" autocomplete="off"></label>
<fieldset id="faults" hidden>
<legend>Faults</legend>
<label><input type="checkbox" data-chaos="latency" value="2000"> Slow: 2 s more</label>
<label><input type="checkbox" data-chaos="errors" value="0.3"> Errors: 30%</label>
<label><input type="checkbox" data-chaos="broken" value="0.3"> Broken answers: 30%</label>
<label><input type="checkbox" data-chaos="storm" value="20"> Rate limit: next 20 calls</label>
</fieldset>
<button id="reset" class="button">Reset all data</button>
<span id="said" class="soft" role="status"></span>
</div>
</header>
<main>
<section aria-labelledby="items-title">
<h2 id="items-title">Data <span id="count" class="soft"></span></h2>
<ol id="items"></ol>
</section>
<section aria-labelledby="changes-title">
<div class="head"><h2 id="changes-title">What the last agent changed</h2> <button id="mark" class="button">Start again from now</button></div>
<p id="since" class="facts">No call yet.</p>
<ol id="changes"></ol>
</section>
<section aria-labelledby="calls-title">
<h2 id="calls-title">Last calls</h2>
<ol id="calls" class="calls"></ol>
</section>
</main>
</body>
</html>
`;
}
