/** What the site owner wrote on the script tag, read once. */

const WIDGET_PATH = "/chat/widget.js";
const HEX_COLOUR = /^#[0-9a-f]{6}$/i;

export function readConfig(script) {
  const given = script.dataset;
  return Object.freeze({
    chatUrl: given.server ? withoutSlash(given.server) + "/chat" : chatUrlFrom(script.src),
    locale: given.locale || navigator.language || "en",
    title: given.title || "",
    greeting: given.greeting || "",
    colour: HEX_COLOUR.test(given.color || "") ? given.color : "",
    theme: ["light", "dark"].includes(given.theme) ? given.theme : "auto",
    position: given.position === "left" ? "left" : "right",
    remembersInTabOnly: given.remember === "tab",
    customerId: given.customerId || "",
    identityProof: given.identityProof || "",
  });
}

/** The address of the chat's routes: only the widget's own file name is taken off. */
export function chatUrlFrom(source) {
  const address = source.replace(/[?#].*$/, "");
  if (!address.endsWith(WIDGET_PATH)) {
    throw new Error(`Warmline: give data-server, since ${address} does not end in ${WIDGET_PATH}`);
  }
  return address.slice(0, -"/widget.js".length);
}

function withoutSlash(address) {
  return address.replace(/\/+$/, "");
}
