/** The view's markup; the script fills it. */
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
<p>A FireHydrant to practise on. Nobody is paged. <span id="state" role="status">Connecting…</span></p>
</header>
<main>
<section aria-labelledby="incidents-title">
<h2 id="incidents-title">Incidents</h2>
<ul id="incidents" class="cards"></ul>
</section>
<section aria-labelledby="timeline-title">
<h2 id="timeline-title">Timeline</h2>
<p id="chosen"></p>
<ol id="timeline"></ol>
</section>
<section aria-labelledby="pages-title">
<h2 id="pages-title">Pages sent</h2>
<ol id="pages"></ol>
<h2>Last calls</h2>
<ol id="calls"></ol>
</section>
</main>
</body>
</html>
`;
