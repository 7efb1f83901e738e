// The tabs of a narrow screen. `#desk` in the address opens a pane.
"use strict";

const tabs = [...document.querySelectorAll("[role=tab]")];
const paneOf = (tab) => document.getElementById(tab.getAttribute("aria-controls"));

function show(chosen) {
  for (const tab of tabs) {
    const isChosen = tab === chosen;
    tab.setAttribute("aria-selected", String(isChosen));
    tab.tabIndex = isChosen ? 0 : -1;
    paneOf(tab).classList.toggle("shown", isChosen);
  }
}

function step(event) {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!by) return;
  const next = tabs[(tabs.indexOf(event.target) + by + tabs.length) % tabs.length];
  show(next);
  next.focus();
}

for (const tab of tabs) {
  tab.addEventListener("click", () => show(tab));
  tab.addEventListener("keydown", step);
}
show(tabs.find((tab) => `#${paneOf(tab).id}` === location.hash) || tabs[0]);
