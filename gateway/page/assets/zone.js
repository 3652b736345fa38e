// Gives the server this browser's time zone, so that the next page shows local times.
const brand = document.querySelector(".framed .brand");
if (brand) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  document.cookie = `standpipe_zone=${encodeURIComponent(zone)}; path=${brand.pathname}; max-age=31536000; samesite=strict`;
}
