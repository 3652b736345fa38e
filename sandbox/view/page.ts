/** The view's markup, which the script fills in. */
export const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sandbox</title>
<link rel="stylesheet" href="/view.css">
<script type="module" src="/view.js"></script>
</head>
<body>
<header>
<h1>Sandbox</h1>
<p>A FireHydrant to practise on. Nobody is woken. <span id="state" role="status">Connecting…</span></p>
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
