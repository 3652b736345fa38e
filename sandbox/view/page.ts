/** The view's markup, which the script fills in. */
export const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sandbox</title>
<link rel="stylesheet" href="/view.css">
<script type="module" src="/view.js"></script>
<script type="module" src="/controls.js"></script>
</head>
<body>
<header>
<h1>Sandbox</h1>
<p>A FireHydrant to practise on. Nobody is woken. <span id="state" role="status">Connecting…</span> <a id="gateway" hidden>Back to the gateway</a></p>
<div class="tools">
<label>Search <input id="search" type="search" autocomplete="off"></label>
<fieldset id="faults" hidden>
<legend>Faults</legend>
<label><input type="checkbox" data-chaos="latency" value="2000"> Slow: 2 s more</label>
<label><input type="checkbox" data-chaos="errors" value="0.3"> Errors: 30%</label>
<label><input type="checkbox" data-chaos="broken" value="0.3"> Broken answers: 30%</label>
<label><input type="checkbox" data-chaos="storm" value="20"> Rate limit: next 20 calls</label>
<label><input type="checkbox" data-chaos="injection" value="true"> Hostile text in incidents</label>
</fieldset>
<button id="reset" class="button">Reset all data</button>
<span id="said" class="soft" role="status"></span>
</div>
</header>
<main>
<section aria-labelledby="incidents-title">
<h2 id="incidents-title">Incidents <span id="open" class="soft"></span></h2>
<ul id="incidents"></ul>
</section>
<section aria-labelledby="chosen-title">
<h2 id="chosen-title">Timeline</h2>
<p id="facts" class="facts"></p>
<ol id="timeline"></ol>
</section>
<section aria-labelledby="changes-title">
<div class="head"><h2 id="changes-title">What the last agent changed</h2> <button id="mark" class="button">Start again from now</button></div>
<p id="since" class="facts">No call yet.</p>
<ol id="changes"></ol>
</section>
<section aria-labelledby="pages-title">
<h2 id="pages-title">Pages sent</h2>
<ol id="pages"></ol>
<h2 class="next">Last calls</h2>
<ol id="calls" class="calls"></ol>
</section>
</main>
</body>
</html>
`;
