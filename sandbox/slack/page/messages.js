// A list of messages: avatars, threads, reactions, what one may do with each.

import { blocks, values } from "./blocks.js";
import { clock, day, icon, make, size } from "./dom.js";
import { QUICK, emoji } from "./emoji.js";
import { mrkdwn, plain } from "./mrkdwn.js";

const GROUP_SECONDS = 300;
const NEAR_THE_END = 80;

// Shows the rows in the list; a node is kept while its row says the same, so that menus and
// half-typed edits survive. Returns nothing; the list stays at its end if it was there.
export function show(list, rows, context) {
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_THE_END;
  const kept = list.rows || new Map();
  const next = new Map();
  const nodes = [];
  let before = null;
  for (const row of rows) {
    if (!before || day(before.ts) !== day(row.ts)) nodes.push(divider(day(row.ts), kept, next));
    const grouped = belongsTo(before, row);
    const says = JSON.stringify([row, grouped, context.me, context.replies(row), context.open === row.ts, context.people]);
    const had = kept.get(row.ts);
    const stays = had && (had.says === says || had.node.querySelector(".edit"));
    const node = stays ? had.node : message(row, grouped, context);
    next.set(row.ts, { says: stays ? had.says : says, node });
    nodes.push(node);
    before = row;
  }
  list.rows = next;
  place(list, nodes);
  if (atEnd || list.owner !== context.place) list.scrollTop = list.scrollHeight;
  list.owner = context.place;
}

// Moves only what is out of place, so that a box one types in keeps its focus.
function place(list, nodes) {
  const wanted = new Set(nodes);
  for (const node of [...list.children]) if (!wanted.has(node)) node.remove();
  nodes.forEach((node, at) => {
    if (list.children[at] !== node) list.insertBefore(node, list.children[at] || null);
  });
}

function divider(label, kept, next) {
  const key = `day ${label}`;
  const node = kept.get(key)?.node || make("li", { class: "day" }, make("span", {}, label));
  next.set(key, { node });
  return node;
}

function belongsTo(before, row) {
  if (!before || before.user !== row.user || before.author !== row.author) return false;
  if (row.is_tombstone || before.is_tombstone || row.is_pinned || before.is_pinned) return false;
  const isCard = !row.thread_ts && row.blocks.some((block) => block.type !== "rich_text");
  if (isCard || row.is_ephemeral || before.is_ephemeral) return false;
  return Number(row.ts) - Number(before.ts) < GROUP_SECONDS && before.thread_ts === row.thread_ts;
}

function message(row, grouped, context) {
  if (row.is_tombstone) return tombstone(row, context);
  const classes = ["message", grouped && "grouped", row.is_ephemeral && "ephemeral", row.is_pinned && "pinned", row.is_about_oneself && "of-oneself", context.open === row.ts && "open"];
  const node = make("li", { class: classes.filter(Boolean).join(" "), "data-ts": row.ts });
  const body = make("div", { class: "body" });
  if (row.is_ephemeral) body.append(make("p", { class: "only-you" }, icon("eye"), "Only visible to you"));
  else if (row.is_pinned && context.openThread) body.append(make("p", { class: "only-you" }, "Pinned"));
  if (row.thread_ts && context.openThread && !row.is_ephemeral) body.append(make("button", { type: "button", class: "from-thread", onclick: () => context.openThread(row.thread_ts) }, "replied to a thread"));
  if (!grouped) body.append(byline(row));
  const content = make("div", { class: "content" }, ...contentOf(row, context, () => values(node)));
  if (row.files.length) content.append(make("div", { class: "files" }, ...row.files.map(file)));
  if (row.is_edited) content.append(make("span", { class: "edited" }, "(edited)"));
  body.append(...[content, reactions(row, context), threadLink(row, context)].filter(Boolean));
  node.append(grouped ? make("time", { class: "gutter" }, clock(row.ts)) : avatar(row.user, row.author, row.by_app), body);
  if (!row.is_ephemeral) node.append(tools(row, context, content));
  return node;
}

// What is left of a deleted message whose thread goes on.
function tombstone(row, context) {
  const body = make("div", { class: "body" }, make("p", { class: "gone" }, row.text));
  const link = threadLink(row, context);
  if (link) body.append(link);
  return make("li", { class: "message tombstone", "data-ts": row.ts }, make("span", { class: "avatar slackbot", "aria-hidden": "true" }, icon("bin")), body);
}

function file(row) {
  const address = `/control/file/${encodeURIComponent(row.id)}`;
  const look = row.mimetype.startsWith("image/") ? make("img", { src: address, alt: "" }) : icon("file");
  return make("a", { class: "file", href: address, download: row.name }, look, make("span", {}, make("b", {}, row.name), make("small", {}, size(row.size))));
}

export function avatar(user, name, isApp) {
  if (user === "USLACKBOT") return make("span", { class: "avatar slackbot", "aria-hidden": "true" }, "♥");
  if (isApp) return make("span", { class: "avatar app", "aria-hidden": "true" });
  const initials = name.split(" ").map((part) => part[0]).join("").slice(0, 2);
  return make("span", { class: `avatar tint-${tints.get(user) ?? 5}`, "aria-hidden": "true" }, initials);
}

// Each person has a colour of their own, by their place in the workspace.
const tints = new Map();
export function paint(people) {
  people.forEach((person, place) => tints.set(person.id, place % 6));
}

function byline(row) {
  const badge = row.by_app || row.user === "USLACKBOT" ? make("span", { class: "badge" }, "APP") : null;
  return make("p", { class: "byline" }, make("strong", {}, row.author), badge, make("time", {}, clock(row.ts)));
}

function contentOf(row, context, held) {
  const inside = { ...context, act: (item, block, given) => context.press(row, item, block, given, held()) };
  if (row.blocks.length) return blocks(row.blocks, inside);
  if (!row.text && row.files.length) return [];
  return [make("div", { class: "rich" }, ...(row.mrkdwn ? mrkdwn(row.text, context.names) : plain(row.text)))];
}

function reactions(row, context) {
  const pills = row.reactions.map((reaction) => {
    const mine = reaction.users.includes(context.me);
    const who = reaction.users.map((user) => context.names.name(user)).join(", ");
    return make("button", { type: "button", class: mine ? "pill mine" : "pill", title: `${who} reacted with :${reaction.name}:`, onclick: () => context.react(row, reaction.name) }, emoji(reaction.name), String(reaction.users.length));
  });
  return pills.length ? make("div", { class: "pills" }, ...pills) : null;
}

function threadLink(row, context) {
  const replies = context.replies(row);
  if (!replies || !replies.count) return null;
  const label = replies.count === 1 ? "1 reply" : `${replies.count} replies`;
  const faces = replies.authors.map(([user, name, isApp]) => avatar(user, name, isApp));
  return make("button", { type: "button", class: replies.isNew ? "thread-link new" : "thread-link", onclick: () => context.openThread(row.ts) }, make("span", { class: "faces" }, ...faces), make("b", {}, label), make("span", {}, `last at ${clock(replies.last)}`));
}

function tools(row, context, content) {
  const bar = make("div", { class: "tools", role: "toolbar", "aria-label": "Message actions" });
  const add = (label, look, act) => bar.append(make("button", { type: "button", title: label, "aria-label": label, onclick: act }, look));
  for (const name of QUICK) add(`React with :${name}:`, emoji(name), () => context.react(row, name));
  if (!row.thread_ts && context.openThread) add("Reply in thread", icon("reply"), () => context.openThread(row.ts));
  if (row.user === context.me) {
    add("Edit", icon("pencil"), () => edit(row, context, content));
  }
  if (row.user === context.me || context.mayDelete) add("Delete", icon("bin"), () => context.remove(row));
  return bar;
}

// Turns the message into a box to type in; Enter saves, Escape leaves it as it was.
function edit(row, context, content) {
  const before = [...content.childNodes];
  const box = make("textarea", { class: "edit", rows: 2, "aria-label": "Edit the message" });
  box.value = content.querySelector(".block")?.innerText.trim() || content.innerText;
  const leave = () => content.replaceChildren(...before);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") leave();
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    leave();
    context.edit(row, box.value);
  });
  content.replaceChildren(box, make("small", {}, "Enter saves, Escape cancels"));
  box.focus();
}
