// Block Kit as elements: https://docs.slack.dev/reference/block-kit

import { make } from "./dom.js";
import { emoji } from "./emoji.js";
import { date, link, markdown, mention, mrkdwn, plain } from "./mrkdwn.js";
import { control, read, write } from "./inputs.js";

// `context` has: names (people and channels), act(element, block, given), errors (of a modal)
export function blocks(list, context) {
  return list.map((block) => {
    const build = BUILDERS[block.type];
    const node = build ? build(block, context) : make("div", { class: "unknown" }, `[${block.type}]`);
    node.classList.add("block");
    node.dataset.block = block.block_id;
    return node;
  });
}

export function text(object, context) {
  if (!object) return [];
  return object.type === "mrkdwn" ? mrkdwn(object.text, context.names) : plain(object.text, object.emoji !== false);
}

// What every input in a message or a modal holds now: {block_id: {action_id: value}}
export function values(root) {
  const held = {};
  for (const node of root.querySelectorAll("[data-input]")) {
    const block = node.closest("[data-block]").dataset.block;
    held[block] = { ...held[block], [node.dataset.input]: read(node) };
  }
  return held;
}

// Puts back what `values` had read, where the same inputs are there again.
export function restore(root, held) {
  for (const node of root.querySelectorAll("[data-input]")) {
    const had = held[node.closest("[data-block]").dataset.block]?.[node.dataset.input];
    if (had !== undefined) write(node, had);
  }
}

function section(block, context) {
  const body = make("div", { class: "section-text" }, ...text(block.text, context));
  const fields = (block.fields || []).map((field) => make("div", { class: "field" }, ...text(field, context)));
  const node = make("div", { class: "section" }, make("div", { class: "section-body" }, block.text ? body : null, fields.length ? make("div", { class: "fields" }, ...fields) : null));
  if (block.accessory) node.append(element(block.accessory, block, context));
  return node;
}

function actions(block, context) {
  return make("div", { class: "actions" }, ...block.elements.map((item) => element(item, block, context)));
}

function element(item, block, context) {
  if (item.type === "button") return button(item, block, context);
  if (item.type === "image") return make("span", { class: "picture", title: item.alt_text }, item.alt_text);
  return control(item, context, (given) => context.act(item, block, given));
}

function button(item, block, context) {
  const look = item.style ? `button ${item.style}` : "button";
  const press = async (event) => {
    const node = event.currentTarget;
    if (node.classList.contains("busy")) return;
    node.classList.add("busy");
    await context.act(item, block, undefined);
    node.classList.remove("busy");
  };
  return make("button", { type: "button", class: look, "data-action": item.action_id, "aria-label": item.accessibility_label, onclick: press }, ...plain(item.text.text));
}

function contextBlock(block, context) {
  const parts = block.elements.map((item) => (item.type === "image" ? make("span", { class: "picture" }, item.alt_text) : make("span", {}, ...text(item, context))));
  return make("div", { class: "context" }, ...parts);
}

function input(block, context) {
  const item = block.element;
  const id = `input-${block.block_id}-${item.action_id}`;
  const label = make("label", { for: id }, ...plain(block.label.text), block.optional ? make("span", { class: "optional" }, " (optional)") : null);
  const changed = block.dispatch_action ? (given) => context.act(item, block, given) : () => {};
  const node = make("div", { class: "input" }, label, control(item, context, changed, id));
  const problem = (context.errors || {})[block.block_id];
  if (problem) node.append(make("p", { class: "problem", role: "alert" }, problem));
  else if (block.hint) node.append(make("p", { class: "hint" }, ...plain(block.hint.text)));
  return node;
}

function richText(block, context) {
  return make("div", { class: "rich" }, ...block.elements.map((part) => richPart(part, context)));
}

function richPart(part, context) {
  if (part.type === "rich_text_list") {
    const tag = part.style === "ordered" ? "ol" : "ul";
    return make(tag, {}, ...part.elements.map((row) => make("li", {}, ...leaves(row, context))));
  }
  const tags = { rich_text_quote: "blockquote", rich_text_preformatted: "pre" };
  return make(tags[part.type] || "div", {}, ...leaves(part, context));
}

function leaves(part, context) {
  return part.elements.map((leaf) => dressed(LEAVES[leaf.type] ? LEAVES[leaf.type](leaf, context) : document.createTextNode(""), leaf.style));
}

function dressed(node, style = {}) {
  const tags = { bold: "strong", italic: "em", strike: "s", code: "code" };
  return Object.entries(tags).reduce((inner, [name, tag]) => (style[name] ? make(tag, {}, inner) : inner), node);
}

const LEAVES = {
  text: (leaf) => make("span", {}, ...plain(leaf.text, false)),
  link: (leaf) => link(leaf.url, leaf.text),
  emoji: (leaf) => emoji(leaf.name),
  user: (leaf, context) => context.names.person(leaf.user_id),
  channel: (leaf, context) => mention(`#${context.names.channel(leaf.channel_id)}`),
  broadcast: (leaf) => mention(`@${leaf.range}`, true),
  usergroup: (leaf) => mention(`@${leaf.usergroup_id}`),
  date: (leaf) => document.createTextNode(date(`!date^${leaf.timestamp}^${leaf.format}`, leaf.fallback || "")),
};

const BUILDERS = {
  section,
  actions,
  input,
  context: contextBlock,
  rich_text: richText,
  header: (block) => make("h3", { class: "header" }, ...plain(block.text.text, block.text.emoji !== false)),
  divider: () => make("hr"),
  image: (block) => make("div", { class: "picture" }, block.alt_text),
  markdown: (block, context) => make("div", { class: "rich" }, ...markdown(block.text, context.names)),
};
