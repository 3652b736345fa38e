// On a phone the navigation is one line. The section that is open comes into view.
const open = document.querySelector(".side nav [aria-current]");
if (open)
  open.parentElement.scrollLeft = open.offsetLeft - (open.parentElement.clientWidth - open.offsetWidth) / 2;
