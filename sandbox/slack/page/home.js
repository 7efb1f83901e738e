// The app's Home: what the app has published for this person.

import { blocks, restore, values } from "./blocks.js";
import { byId, make } from "./dom.js";

let shown = null;

export function showHome(view, context, acts) {
  const key = `${context.me} ${view?.id} ${view?.hash}`;
  if (shown === key) return;
  const home = byId("home");
  const typed = shown?.startsWith(`${context.me} ${view?.id}`) ? values(home) : {};
  shown = key;
  if (!view) {
    home.replaceChildren(make("p", { class: "nothing" }, "The app shows nothing here yet."));
    return;
  }
  const inside = { ...context, act: (item, block, given) => acts.press(view, item, block, given, values(home)) };
  home.replaceChildren(...blocks(view.blocks, inside));
  restore(home, typed);
}
