const firstCall = document.querySelector("[data-first-call]");
if (firstCall) waitForFirstCall(firstCall);

/** Asks every 2 seconds, for at most half an hour, and only while the page is visible. */
async function waitForFirstCall(link) {
  for (let left = 900; left > 0; left -= 1) {
    await new Promise((resolve) => setTimeout(resolve, 2000));
    if (document.hidden) continue;
    const answer = await fetch(`${link.href}/first-call`).catch(() => undefined);
    if (!answer?.ok || !(await answer.json()).used) continue;
    link.textContent = "Connected: a client uses this URL";
    link.className = "state good";
    return;
  }
}
