// Counts down to the end of a wait.
for (const element of document.querySelectorAll("[data-countdown]")) {
  const until = Date.parse(element.dataset.countdown);
  const tick = () => {
    const seconds = Math.max(0, Math.round((until - Date.now()) / 1000));
    const words =
      seconds >= 60 ? `${Math.floor(seconds / 60)} min ${seconds % 60} s left` : `${seconds} s left`;
    element.textContent = seconds === 0 ? "no time left" : words;
  };
  tick();
  setInterval(tick, 1000);
}
