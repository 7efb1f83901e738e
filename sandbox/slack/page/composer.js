// The box one types in: it grows, Enter sends, and "/" offers the app's commands.

import { byId, make } from "./dom.js";
import { COMMANDS } from "./words.js";

export function composer(form, send, share) {
  const picker = form.querySelector("input[type=file]");
  picker.addEventListener("change", async () => {
    const files = [...picker.files];
    picker.value = "";
    for (const file of files) await share(file);
  });
  const box = form.querySelector("textarea");
  const button = form.querySelector(".send");
  const offered = form.querySelector(".commands");
  const fit = () => {
    button.disabled = !box.value.trim();
    box.rows = Math.min(8, box.value.split("\n").length);
    if (offered) offer(offered, box, fit);
  };
  const submit = async () => {
    const words = box.value;
    if (!words.trim()) return;
    box.value = "";
    fit();
    if (!(await send(words)) && !box.value) box.value = words;
    fit();
  };
  box.addEventListener("input", fit);
  box.addEventListener("blur", () => setTimeout(() => offered && (offered.hidden = true), 150));
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && offered) offered.hidden = true;
    if (event.key === "Tab" && offered && !offered.hidden) {
      event.preventDefault();
      offered.firstElementChild.firstElementChild.click();
    }
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
}

function offer(list, box, fit) {
  const typed = box.value.toLowerCase();
  const fitting = typed.startsWith("/") ? COMMANDS.filter(([command]) => command.startsWith(typed) && command !== typed) : [];
  list.hidden = fitting.length === 0;
  list.replaceChildren(...fitting.map(([command, about]) => {
    const take = () => {
      box.value = command;
      fit();
      list.hidden = true;
      box.focus();
    };
    return make("li", { role: "option" }, make("button", { type: "button", onclick: take }, make("b", {}, command), make("span", {}, about)));
  }));
}

let timer = 0;

export function toast(words) {
  const node = byId("toast");
  node.textContent = words;
  node.hidden = false;
  clearTimeout(timer);
  timer = setTimeout(() => { node.hidden = true; }, 4500);
}
