// The live count of a server's tools, and the list to pick them from.

const form = document.querySelector("form[data-picker]");
if (form) startPicker(form);

function startPicker(form) {
  const rows = [...form.querySelectorAll(".picker li")].map((row) => ({
    row,
    box: row.querySelector("input"),
    access: row.dataset.access,
    executor: row.dataset.executor,
    tags: row.dataset.tags.split(" "),
    tokens: Number(row.dataset.tokens),
    curated: row.dataset.curated === "yes",
    text: row.textContent.toLowerCase(),
  }));
  const finders = JSON.parse(form.dataset.finders);
  const searches = JSON.parse(form.dataset.searches);
  const workflows = JSON.parse(form.dataset.workflows);
  const surfaces = JSON.parse(form.dataset.surfaces);
  const filter = form.querySelector("#tool-filter");
  const output = form.querySelector("output");
  const values = (name) => [...form.querySelectorAll(`[name="${name}"]:checked`)].map(({ value }) => value);

  function matching() {
    const methods = values("methods");
    const tags = values("tags");
    return rows.filter((one) => {
      return (
        methods.includes(one.access) && (tags.length === 0 || one.tags.some((tag) => tags.includes(tag)))
      );
    });
  }

  function update() {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    const matched = new Set(matching());
    for (const one of rows)
      one.row.hidden = !matched.has(one) || !words.every((word) => one.text.includes(word));
    setTabStop(shown()[0]?.box);
    const held = [...matched].filter(({ box }) => box.checked);
    output.textContent = summary(held, values("surface")[0]);
  }

  function summary(held, surface) {
    if (held.length === 0) return "No tools: choose at least one";
    const executors = new Set(held.map(({ executor }) => executor));
    const rule = surfaces[surface];
    const writes = executors.has("execute_write") || executors.has("execute_delete");
    const found = rule.own.filter(
      (name) => (!name.startsWith("execute_") || executors.has(name)) && (name !== "run_write" || writes),
    );
    const shown = held.filter(({ curated }) => rule.api === "all" || (rule.api === "curated" && curated));
    const costs = [
      ...(rule.knowledge && searchable(held) ? searches.costs : []),
      ...shown.map(({ tokens }) => tokens),
      ...(rule.api === "all" ? workflowsOf(held).map(({ tokens }) => tokens) : []),
      ...found.map((name) => finders[name]),
    ];
    const tokens = costs.reduce((sum, cost) => sum + cost, 0);
    const number = (count) => count.toLocaleString("en");
    return `${number(held.length)} tools, ${number(costs.length)} listed (${number(tokens)} tokens)`;
  }

  /** A workflow exists if the filter has it and every tool that it calls. A list of allowed tools has no workflow. */
  function workflowsOf(held) {
    const names = new Set(held.map(({ box }) => box.value));
    const [methods, tags] = [values("methods"), values("tags")];
    return workflows.filter(
      (one) =>
        values("later")[0] === "include" &&
        methods.includes(one.access) &&
        (tags.length === 0 || one.tags.some((tag) => tags.includes(tag))) &&
        one.calls.every((name) => names.has(name)),
    );
  }

  /** A kind of record can be searched where both of its tools are held. */
  function searchable(held) {
    const names = new Set(held.map(({ box }) => box.value));
    return searches.kinds.some((tools) => tools.every((name) => names.has(name)));
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
    update();
  }

  form.addEventListener("input", ({ target }) => {
    update();
    if (target.name === "tool") setTabStop(target);
  });
  form.querySelector(".picker").addEventListener("keydown", step);
  filter.addEventListener("keydown", (event) => {
    // Enter in the filter must not send the form.
    if (event.key === "Enter") event.preventDefault();
  });
  form.querySelector("#pick-all").addEventListener("click", () => setShown(true));
  form.querySelector("#pick-none").addEventListener("click", () => setShown(false));
  for (const hidden of form.querySelectorAll("[data-script]")) hidden.hidden = false;
  update();
}
