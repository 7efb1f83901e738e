// The elements of Block Kit that hold a value.

import { make } from "./dom.js";
import { plain } from "./mrkdwn.js";

export function control(item, context, changed, id) {
  const build = CONTROLS[item.type] || (item.type.endsWith("_input") ? typed : null);
  if (!build) return make("span", { class: "unknown" }, `[${item.type}]`);
  const node = build(item, context, changed, id);
  node.dataset.input = item.action_id;
  node.dataset.kind = item.type;
  return node;
}

export function read(node) {
  if (node.dataset.kind === "checkboxes") return [...node.querySelectorAll("input:checked")].map((box) => box.value);
  if (node.dataset.kind === "radio_buttons") return node.querySelector("input:checked")?.value ?? "";
  if (node.multiple) return [...node.selectedOptions].map((option) => option.value);
  return node.value;
}

export function write(node, value) {
  const chosen = new Set([value].flat());
  if (node.matches(".choices")) for (const box of node.querySelectorAll("input")) box.checked = chosen.has(box.value);
  else if (node.multiple) for (const option of node.options) option.selected = chosen.has(option.value);
  else node.value = value;
}

function typed(item, _context, changed, id) {
  const tag = item.multiline ? "textarea" : "input";
  const kinds = { email_text_input: "email", number_input: "number", url_text_input: "url" };
  const node = make(tag, {
    id, class: "typed", rows: item.multiline ? 4 : null, type: item.multiline ? null : kinds[item.type] || "text",
    placeholder: item.placeholder?.text, maxlength: item.max_length || 3000, autocomplete: "off",
    onchange: (event) => changed(event.target.value),
  });
  node.value = item.initial_value || "";
  return node;
}

function select(item, _context, changed, id) {
  const several = item.type.startsWith("multi_");
  const first = new Set([item.initial_option, ...(item.initial_options || [])].filter(Boolean).map((option) => option.value));
  const groups = item.option_groups || [{ options: item.options }];
  const children = groups.map((group) => {
    const options = group.options.map((option) => make("option", { value: option.value, selected: first.has(option.value) }, option.text.text));
    return group.label ? [make("optgroup", { label: group.label.text }, ...options)] : options;
  });
  return menu(item, several, children.flat(), changed, id);
}

function people(item, context, changed, id) {
  const several = item.type.startsWith("multi_");
  const chosen = new Set([item.initial_user, item.initial_channel, item.initial_conversation, ...(item.initial_users || [])]);
  const rows = item.type.endsWith("users_select") ? context.names.people() : context.names.channels();
  const options = rows.map((row) => make("option", { value: row.id, selected: chosen.has(row.id) }, row.name));
  return menu(item, several, options, changed, id);
}

function menu(item, several, options, changed, id) {
  const hint = item.placeholder?.text || "Choose…";
  const blank = several ? null : make("option", { value: "" }, hint);
  const node = make("select", { id, class: "menu", multiple: several, "aria-label": id ? null : hint, "data-action": item.action_id, onchange: (event) => changed(read(event.target)) }, blank, ...options);
  if (!several && !options.some((option) => option.hasAttribute("selected") || option.querySelector?.("[selected]"))) node.value = "";
  return node;
}

function choices(item, _context, changed) {
  const kind = item.type === "checkboxes" ? "checkbox" : "radio";
  const first = new Set([item.initial_option, ...(item.initial_options || [])].filter(Boolean).map((option) => option.value));
  const node = make("div", { class: "choices", onchange: () => changed(read(node)) });
  for (const option of item.options) {
    const box = make("input", { type: kind, name: item.action_id, value: option.value, checked: first.has(option.value) });
    const about = option.description ? make("small", {}, ...plain(option.description.text)) : null;
    node.append(make("label", {}, box, make("span", {}, ...plain(option.text.text), about)));
  }
  return node;
}

function overflow(item, _context, changed) {
  const options = item.options.map((option) => make("option", { value: option.value }, option.text.text));
  const node = make("select", { class: "menu overflow", "aria-label": "More", "data-action": item.action_id, onchange: () => { changed(node.value); node.value = ""; } }, make("option", { value: "" }, "•••"), ...options);
  return node;
}

const date = (type) => (item, _context, changed, id) => {
  const node = make("input", { id, type, class: "typed", onchange: () => changed(node.value) });
  node.value = item.initial_date || item.initial_time || "";
  return node;
};

const CONTROLS = {
  static_select: select,
  multi_static_select: select,
  users_select: people,
  multi_users_select: people,
  channels_select: people,
  conversations_select: people,
  radio_buttons: choices,
  checkboxes: choices,
  overflow,
  datepicker: date("date"),
  timepicker: date("time"),
};
