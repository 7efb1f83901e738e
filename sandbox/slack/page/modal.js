// Modals, and the question before a dangerous button.

import { blocks, restore, text, values } from "./blocks.js";
import { byId, make } from "./dom.js";
import { plain } from "./mrkdwn.js";

let shown = null;
let shownId = null;

// Shows the modal that is open for this person, or none. `acts` has submit, close and press.
export function showModal(view, context, acts) {
  const dialog = byId("modal");
  if (!view) {
    shown = shownId = null;
    if (dialog.open) dialog.close();
    return;
  }
  if (shown === `${view.id} ${view.hash}`) return showProblems(view.errors);
  shown = `${view.id} ${view.hash}`;
  const body = byId("modal-body");
  // As in Slack, what was typed stays where an update has the same block and action again.
  const typed = shownId === view.id ? values(body) : {};
  shownId = view.id;
  const inside = { ...context, errors: view.errors, act: (item, block, given) => acts.press(view, item, block, given, values(body)) };
  byId("modal-title").replaceChildren(...plain(view.title.text));
  body.replaceChildren(...blocks(view.blocks, inside));
  restore(body, typed);
  byId("modal-close").replaceChildren(...plain(view.close?.text || "Cancel"));
  byId("modal-submit").replaceChildren(...plain(view.submit?.text || "Submit"));
  byId("modal-submit").hidden = !view.submit;
  wire(dialog, body, view, acts);
  if (!dialog.open) dialog.showModal();
  body.querySelector("input, textarea, select")?.focus();
}

function wire(dialog, body, view, acts) {
  const close = (event) => {
    event.preventDefault();
    acts.close(view);
  };
  dialog.oncancel = close;
  byId("modal-x").onclick = close;
  byId("modal-close").onclick = close;
  byId("modal-form").onsubmit = async (event) => {
    event.preventDefault();
    const button = byId("modal-submit");
    if (button.classList.contains("busy")) return;
    button.classList.add("busy");
    await acts.submit(view, values(body));
    button.classList.remove("busy");
  };
}

function showProblems(errors) {
  for (const node of byId("modal-body").querySelectorAll(".block.input")) {
    node.querySelector(".problem")?.remove();
    const problem = errors[node.dataset.block];
    if (problem) node.append(make("p", { class: "problem", role: "alert" }, problem));
  }
}

export function confirmed(question, context) {
  const dialog = byId("confirm");
  byId("confirm-title").replaceChildren(...plain(question.title.text));
  byId("confirm-text").replaceChildren(...text(question.text, context));
  byId("confirm-yes").replaceChildren(...plain(question.confirm.text));
  byId("confirm-yes").className = question.style === "danger" ? "button danger solid" : "button primary";
  byId("confirm-no").replaceChildren(...plain(question.deny.text));
  dialog.returnValue = "no";
  dialog.showModal();
  return new Promise((resolve) => dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true }));
}
