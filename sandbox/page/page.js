// The tabs of a screen that cannot show everything, and how many desks stand beside each other.
// `#desk` in the address opens a pane, `?desks=2` a second desk.
"use strict";

const tabs = [...document.querySelectorAll("[role=tab]")];
const choices = [...document.querySelectorAll("[data-desks]")];
const paneOf = (tab) => document.getElementById(tab.getAttribute("aria-controls"));
const usable = () => tabs.filter((tab) => tab.offsetParent);

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
  const among = usable();
  const next = among[(among.indexOf(event.target) + by + among.length) % among.length];
  show(next);
  next.focus();
}

// A desk that was opened stays loaded: whoever works there keeps what they had open.
function seat(count) {
  document.body.dataset.seats = count;
  for (const one of choices) one.setAttribute("aria-pressed", String(one.dataset.desks === String(count)));
  for (const number of [2, 3]) {
    const pane = document.getElementById(`desk-${number}`);
    const frame = pane.querySelector("iframe");
    pane.hidden = number > count;
    document.getElementById(`tab-desk-${number}`).hidden = number > count;
    if (!pane.hidden && !frame.src) frame.src = frame.dataset.src;
  }
}

for (const tab of tabs) {
  tab.addEventListener("click", () => show(tab));
  tab.addEventListener("keydown", step);
}
for (const one of choices) one.addEventListener("click", () => seat(Number(one.dataset.desks)));
show(tabs.find((tab) => `#${paneOf(tab).id}` === location.hash) || tabs[0]);
seat(Math.min(3, Math.max(1, Number(new URLSearchParams(location.search).get("desks")) || 1)));
