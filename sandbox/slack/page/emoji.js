// Slack's short names for emoji. The few that carry meaning here are drawn, for machines without
// an emoji font.

import { make } from "./dom.js";

const CHARACTERS = {
  "+1": "👍", "-1": "👎", alarm_clock: "⏰", angry: "😠", arrow_right: "➡️", arrows_counterclockwise: "🔄",
  bell: "🔔", books: "📚", bulb: "💡", bust_in_silhouette: "👤", busts_in_silhouette: "👥", calendar: "📅",
  clipboard: "📋", coffee: "☕", credit_card: "💳", crown: "👑", disappointed: "😞", envelope: "✉️",
  exclamation: "❗", eyes: "👀", fire: "🔥", gem: "💎", globe_with_meridians: "🌐", heart: "❤️",
  heavy_check_mark: "✔️", hourglass: "⌛", inbox_tray: "📥",
  information_source: "ℹ️", iphone: "📱", key: "🔑",
  leftwards_arrow_with_hook: "↩️", link: "🔗", lock: "🔒", mag: "🔍", memo: "📝",
  moneybag: "💰", no_entry: "⛔", outbox_tray: "📤", package: "📦", pencil2: "✏️", point_right: "👉",
  pray: "🙏", question: "❓", raised_hand: "✋", rotating_light: "🚨",
  shopping_bags: "🛍️", slightly_smiling_face: "🙂", smile: "😄", sos: "🆘", sparkles: "✨",
  speech_balloon: "💬", star: "⭐", tada: "🎉", telephone_receiver: "📞", truck: "🚚", warning: "⚠️",
  wave: "👋", white_check_mark: "✅", x: "❌", zap: "⚡", zzz: "💤",
};

const dot = (look) => [["circle", { cx: 12, cy: 12, r: 8.6, class: look }]];
const DRAWN = {
  large_green_circle: dot("e-green"),
  large_yellow_circle: dot("e-yellow"),
  large_orange_circle: dot("e-orange"),
  large_blue_circle: dot("e-blue"),
  red_circle: dot("e-red"),
  white_circle: dot("e-grey"),
  robot_face: [["path", { d: "M12 2v4", class: "e-grey-line" }], ["rect", { x: 4, y: 6, width: 16, height: 14, rx: 4, class: "e-steel" }], ["circle", { cx: 9, cy: 12, r: 1.9, class: "e-white" }], ["circle", { cx: 15, cy: 12, r: 1.9, class: "e-white" }], ["path", { d: "M9 16.5h6", class: "e-white-line thin" }]],
  hourglass_flowing_sand: [["path", { d: "M6 2h12v4l-5 6 5 6v4H6v-4l5-6-5-6z", class: "e-orange" }]],
  white_check_mark: [["rect", { x: 2, y: 2, width: 20, height: 20, rx: 5, class: "e-green" }], ["path", { d: "M7 12.5l3.4 3.5L17.5 8.5", class: "e-white-line" }]],
  warning: [["path", { d: "M12 3l10 18H2z", class: "e-amber" }], ["path", { d: "M12 10v5.5M12 18v.4", class: "e-dark-line" }]],
  eyes: [["ellipse", { cx: 7.5, cy: 12, rx: 4.5, ry: 6.5, class: "e-eye" }], ["ellipse", { cx: 16.5, cy: 12, rx: 4.5, ry: 6.5, class: "e-eye" }], ["circle", { cx: 6.4, cy: 13, r: 2.2, class: "e-dark" }], ["circle", { cx: 15.4, cy: 13, r: 2.2, class: "e-dark" }]],
  "+1": [["path", { d: "M3 11h4v10H3zM8 11l4-8c2 0 3 1.4 2.6 3.4L14 9h5.2c1.4 0 2.2 1.2 1.8 2.5l-2.2 7.6c-.3 1.1-1.2 1.9-2.4 1.9H8z", class: "e-amber" }]],
  stopwatch: [["path", { d: "M9.5 2h5M12 2v3M18 6.5l1.5-1.5", class: "e-grey-line" }], ["circle", { cx: 12, cy: 14, r: 8, class: "e-steel" }], ["circle", { cx: 12, cy: 14, r: 5.6, class: "e-white" }], ["path", { d: "M12 10.5V14l2.4 1.8", class: "e-grey-line" }]],
  x: [["path", { d: "M5 5l14 14M19 5 5 19", class: "e-red-line" }]],
};

const AS_CHARACTER = {
  "🟠": "large_orange_circle", "🟢": "large_green_circle", "🟡": "large_yellow_circle", "🔵": "large_blue_circle",
  "🔴": "red_circle", "⚪": "white_circle", "🤖": "robot_face", "✅": "white_check_mark", "⚠️": "warning",
  "👀": "eyes", "👍": "+1", "❌": "x", "⏳": "hourglass_flowing_sand", "⏱️": "stopwatch",
};

export const CHARACTER = new RegExp(Object.keys(AS_CHARACTER).join("|"), "u");

// A character that we can draw; it stays in the text for whoever copies or searches it.
export function drawnCharacter(character) {
  return make("span", { class: "emoji" }, make("span", { class: "letter" }, character), drawing(AS_CHARACTER[character]));
}

export const QUICK = ["white_check_mark", "eyes", "+1"];

export function emoji(name) {
  const label = `:${name}:`;
  if (name in DRAWN) return make("span", { class: "emoji", role: "img", "aria-label": label, title: label }, drawing(name));
  if (name in CHARACTERS) return make("span", { class: "emoji", title: label }, CHARACTERS[name]);
  return document.createTextNode(label);
}

export const isKnown = (name) => name in CHARACTERS || name in DRAWN;

function drawing(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  for (const [tag, attributes] of DRAWN[name]) {
    const shape = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, value);
    svg.append(shape);
  }
  return svg;
}
