// Lists that renew themselves every 3 seconds, while the page is visible and nobody has the focus or an open row in them.
for (const list of document.querySelectorAll("[data-live]")) renew(list);

async function renew(list) {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 3000));
    if (document.hidden || list.contains(document.activeElement) || list.querySelector("[open]")) continue;
    const answer = await fetch(list.dataset.live).catch(() => undefined);
    // Signed out, or the gateway is gone: the page stays as it is.
    if (answer?.redirected) return;
    if (!answer?.ok) continue;
    const rows = await answer.text();
    if (rows !== list.innerHTML) list.innerHTML = rows;
  }
}
