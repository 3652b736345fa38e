// The page works without this script; it adds copying, live filters and the live count of a server's tools.

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", () => copy(button));
}

async function copy(button) {
  const from = document.getElementById(button.dataset.copy);
  const label = button.querySelector("span");
  const said = label.textContent;
  try {
    await navigator.clipboard.writeText(from.value ?? from.textContent);
    label.textContent = "Copied";
  } catch {
    // Browsers copy only on https and on this machine; what is selected can be copied by hand.
    getSelection().selectAllChildren(from);
    from.select?.();
    label.textContent = "Press Ctrl+C";
  }
  document.getElementById("said").textContent = label.textContent;
  setTimeout(() => (label.textContent = said), 2000);
}
