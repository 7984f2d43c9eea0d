// Let the keyboard reach tables that scroll (WCAG 2.1.1). The theme wraps them after it has loaded.
const reach = () => {
  for (const element of document.querySelectorAll(".md-typeset__scrollwrap")) {
    element.tabIndex = 0;
  }
};
new MutationObserver(reach).observe(document.body, { childList: true, subtree: true });
reach();
