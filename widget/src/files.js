/** Files that an agent sent along: a link that opens beside the page, and never in its place. */

import { element } from "./dom.js";

const SIZES = ["B", "KB", "MB"];

/** The name is what an agent called it, so it goes in as text; anything but http leads nowhere. */
export function fileLink({ name, url, size }) {
  const label = `${name}${size > 0 ? ` (${sizeText(size)})` : ""}`;
  if (!isWebAddress(url)) return element("span", { class: "file" }, label);
  return element(
    "a",
    { class: "file", href: url, target: "_blank", rel: "noopener noreferrer" },
    label,
  );
}

function isWebAddress(url) {
  try {
    return ["https:", "http:"].includes(new URL(url).protocol);
  } catch {
    return false;
  }
}

function sizeText(size) {
  const step = Math.min(SIZES.length - 1, Math.floor(Math.log2(size) / 10));
  const shown = size / 1024 ** step;
  return `${shown < 10 && step > 0 ? shown.toFixed(1) : Math.round(shown)} ${SIZES[step]}`;
}
