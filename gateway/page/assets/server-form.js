// The form of a server URL: the line that says what it holds, and the list of single tools.

const form = document.querySelector("[data-server-form]");
if (form) startServerForm(form);

function startServerForm(form) {
  for (const hidden of form.querySelectorAll("[data-script]")) hidden.hidden = false;
  let asked = 0;
  let later;

  /** Asks the gateway, soon after the last change. An answer that is no longer the newest is ignored. */
  function preview() {
    clearTimeout(later);
    later = setTimeout(async () => {
      const mine = (asked += 1);
      const body = new URLSearchParams(new FormData(form));
      const answer = await fetch(form.dataset.serverForm, { method: "POST", body }).catch(() => undefined);
      if (answer?.ok && !answer.redirected && mine === asked) replaceParts(form, await answer.text());
    }, 200);
  }

  form.addEventListener("input", ({ target }) => {
    if (target.id !== "tool-filter") preview();
  });
  if (form.querySelector("#tool-filter")) startPicker(form, preview);
}

/** Puts each part of an answer in the place of the same part of the form. */
function replaceParts(form, text) {
  const answer = new DOMParser().parseFromString(text, "text/html");
  for (const part of answer.querySelectorAll("[data-part]"))
    form.querySelector(`[data-part="${part.dataset.part}"]`)?.replaceChildren(...part.childNodes);
}

function startPicker(form, preview) {
  const rows = [...form.querySelectorAll("#tool-picker li")].map((row) => ({
    row,
    box: row.querySelector("input"),
    access: row.dataset.access,
    group: row.dataset.group,
    tags: row.dataset.tags.split(" "),
    text: row.textContent.toLowerCase(),
  }));
  const filter = form.querySelector("#tool-filter");
  const values = (name) => [...form.querySelectorAll(`[name="${name}"]:checked`)].map(({ value }) => value);
  const levels = {
    none: () => false,
    read: (access) => access === "list" || access === "get",
    write: (access) => access !== "delete",
    all: () => true,
  };

  /** Shows the tools that match the other choices of the form, and the words in the filter. */
  function update() {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    const [methods, tags] = [values("methods"), values("tags")];
    const levelOf = Object.fromEntries(
      [...new Set(rows.map(({ group }) => group))].map((group) => [group, values(`level.${group}`)[0]]),
    );
    for (const one of rows)
      one.row.hidden = !(
        levels[levelOf[one.group]](one.access) &&
        methods.includes(one.access) &&
        (tags.length === 0 || one.tags.some((tag) => tags.includes(tag))) &&
        words.every((word) => one.text.includes(word))
      );
    setTabStop(shown()[0]?.box);
  }

  const shown = () => rows.filter(({ row }) => !row.hidden);

  /** The list is one stop of the Tab key; arrows move within it. */
  function setTabStop(box) {
    for (const one of rows) one.box.tabIndex = one.box === box ? 0 : -1;
  }

  function step(event) {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const boxes = shown().map(({ box }) => box);
    const at = boxes.indexOf(document.activeElement) + by;
    const next = boxes[Math.min(boxes.length - 1, Math.max(0, at))];
    setTabStop(next);
    next?.focus();
  }

  function setShown(checked) {
    for (const { row, box } of rows) if (!row.hidden) box.checked = checked;
    preview();
  }

  form.addEventListener("input", ({ target }) => {
    if (target.name === "tool") setTabStop(target);
    else update();
  });
  form.querySelector("#tool-picker").addEventListener("keydown", step);
  filter.addEventListener("keydown", (event) => {
    // Enter in the filter must not send the form.
    if (event.key === "Enter") event.preventDefault();
  });
  form.querySelector("#pick-all").addEventListener("click", () => setShown(true));
  form.querySelector("#pick-none").addEventListener("click", () => setShown(false));
  update();
}
