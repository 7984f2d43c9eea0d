// Let the keyboard reach tables that scroll (WCAG 2.1.1).
document.querySelectorAll(".md-typeset__scrollwrap").forEach((element) => {
  element.tabIndex = 0;
});
