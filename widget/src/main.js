/**
 * Warmline's chat widget. One tag puts it on a page:
 *
 *     <script src="https://YOUR-API/chat/widget.js" async></script>
 *
 * Attributes of the tag, all optional:
 *
 *   data-locale           "es", "de-AT" ... The browser's own language if left out.
 *   data-title            The panel's heading.
 *   data-greeting         The first line that a visitor sees in an empty chat.
 *   data-color            Your colour, as "#2f6b4f". Letters on it are black or white by contrast.
 *   data-theme            "light" or "dark". The visitor's own choice if left out.
 *   data-position         "left" or "right" (which it is if left out).
 *   data-remember         "tab": forget the conversation when the tab is closed.
 *   data-customer-id      Who your signed-in customer is, together with
 *   data-identity-proof   the proof that your server made for that id.
 *   data-server           Your API's address, if you serve this file from elsewhere.
 *
 * Your page may open and close it with `warmline.open()` and `warmline.close()`.
 *
 * Under a Content-Security-Policy it needs `script-src` and `connect-src` with your API's address,
 * and `connect-src` with your WebSocket's address. It uses no inline script, no inline style and no
 * eval, and asks no other server for anything. Your page's own origin must be one of the stack's
 * `ChatOrigins`.
 */

import { ChatApi } from "./api.js";
import { readConfig } from "./config.js";
import { openKeep } from "./keep.js";
import { Widget } from "./widget.js";

function start(script) {
  if (window.warmline) return; // the tag is on the page twice
  const config = readConfig(script);
  const prefix = `warmline:${config.chatUrl}:`;
  const widget = new Widget({
    config,
    api: new ChatApi(config.chatUrl),
    keep: openKeep(config.remembersInTabOnly ? "sessionStorage" : "localStorage", prefix),
    tabKeep: openKeep("sessionStorage", prefix),
  });
  window.warmline = Object.freeze({ open: () => widget.open(), close: () => widget.close() });
  if (document.body) widget.show();
  else document.addEventListener("DOMContentLoaded", () => widget.show());
}

start(document.currentScript ?? document.querySelector("script[src*='/chat/widget.js']"));
