/** The shop's own words about help open the chat. */
document.querySelectorAll("[data-opens-chat]").forEach((link) => {
  link.addEventListener("click", () => window.warmline?.open());
});
