// The desk: who you are, which channel you look at, and what you do there. `?as=` says who;
// `?pane=` gives a second desk on the same page a memory of its own.

import { composer, toast } from "./composer.js";
import { showHome } from "./home.js";
import { byId, make } from "./dom.js";
import { avatar, paint, show } from "./messages.js";
import { confirmed, showModal } from "./modal.js";
import { mention } from "./mrkdwn.js";
import { REPLY, REPLY_TO_CUSTOMER, SAID, about, emptyWords } from "./words.js";

const query = new URLSearchParams(location.search);
const here = {
  me: recall(myKey()) || query.get("as") || "",
  room: query.get("channel") || "",
  tab: "messages",
  thread: null,
  state: null,
};

function myKey() { return `me ${query.get("pane") || ""}${query.get("as") || ""}`; }

// What was read, per person and place; kept for this tab only.
function recall(key) {
  try { return sessionStorage.getItem(`desk ${key}`); } catch { return null; }
}
function remember(key, value) {
  try { sessionStorage.setItem(`desk ${key}`, value); } catch { /* private mode: forget */ }
}
const isUnread = (place, ts) => Number(ts) > Number(recall(`${here.me} ${place}`) || 0);
const markRead = (place, ts) => remember(`${here.me} ${place}`, ts);

const app = () => here.state.app;
const room = () => here.state.channels.find((channel) => channel.id === here.room);
const isDesk = (channel) => channel.id === here.state.channels[0].id;
const me = () => here.state.people.find((person) => person.id === here.me);

const names = {
  name(id) {
    if (id === app().user) return app().name;
    return here.state.people.find((person) => person.id === id)?.full_name || id;
  },
  person: (id) => mention(`@${id === app().user ? app().name : names.name(id).split(" ")[0]}`, id === here.me),
  channel: (id) => here.state.channels.find((channel) => channel.id === id)?.name || id,
  people: () => here.state.people.map((person) => ({ id: person.id, name: person.full_name })),
  channels: () => here.state.channels.filter((channel) => channel.kind !== "im").map(({ id, name }) => ({ id, name: `#${name}` })),
};

async function call(name, body) {
  try {
    const options = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ as: here.me, ...body }) };
    const answer = await (await fetch(`/control/${name}`, options)).json();
    if (!answer.ok && !answer.errors) toast(answer.shown || SAID[answer.error] || `Slack says: ${answer.error}`);
    return answer;
  } catch {
    toast(SAID.no_sandbox);
    return { ok: false };
  }
}

// ---- the picture

async function refresh() {
  const asked = here.me;
  const state = await (await fetch(`/control/state?as=${encodeURIComponent(asked)}`)).json();
  if (asked !== here.me) return;
  here.state = state;
  paint(state.people);
  if (!me()) {
    become(state.people[0].id);
    return;
  }
  if (!room() || !room().is_member) here.room = firstRoom();
  draw();
}

function firstRoom() {
  const rooms = here.state.channels.filter((channel) => channel.is_member);
  const direct = rooms.find((channel) => channel.kind === "im");
  return (me().part === "customer" ? direct : rooms[0] || direct).id;
}

function draw() {
  drawPeople();
  drawChannels();
  drawRoom();
  drawPins();
  drawThread();
  showModal(here.state.view, { names, me: here.me }, modalActs);
}

function drawPeople() {
  byId("people").replaceChildren(...here.state.people.map((person) => {
    const chosen = person.id === here.me;
    if (chosen) remember(`newest ${person.id}`, person.newest);
    const unread = !chosen && Number(person.newest) > Number(recall(`newest ${person.id}`) || 0);
    return make("button", { type: "button", role: "radio", "aria-checked": String(chosen), "data-user": person.id, class: unread ? "unread" : "", onclick: () => become(person.id) },
      avatar(person.id, person.full_name, false), make("span", {}, person.name, make("small", {}, person.is_guest ? "guest" : person.part)));
  }));
}

function drawChannels() {
  const [rooms, direct] = [here.state.channels.filter((one) => one.kind !== "im"), here.state.channels.filter((one) => one.kind === "im")];
  byId("channels").replaceChildren(...rooms.map((one) => entry(one, make("span", { class: "hash" }, "#"), one.name)));
  byId("apps").replaceChildren(...(me().is_guest ? [] : direct).map((one) => entry(one, avatar("", app().name, true), app().name)));
}

function entry(channel, sign, name) {
  const open = channel.id === here.room;
  const news = channel.messages.filter((row) => row.user !== here.me && row.is_in_channel && isUnread(channel.id, row.ts)).length;
  const threads = channel.messages.some((row) => row.thread_ts && row.user !== here.me && isUnread(`${channel.id} ${row.thread_ts}`, row.ts));
  const classes = [open && "open", (news || threads) && !open && "unread", !channel.is_member && "outside"].filter(Boolean).join(" ");
  const act = () => (channel.is_member ? enter(channel.id) : join(channel));
  const more = channel.is_member ? (news && !open ? make("b", { class: "count" }, String(news)) : null) : make("span", { class: "join" }, "Join");
  return make("li", {}, make("button", { type: "button", class: classes, "data-channel": channel.id, "aria-current": open ? "page" : null, onclick: act }, sign, make("span", { class: "name" }, name), more));
}

function drawRoom() {
  const channel = room();
  byId("room-name").replaceChildren(channel.kind === "im" ? app().name : `# ${channel.name}`);
  byId("room-about").textContent = about(channel, isDesk(channel), app().name);
  const box = byId("words");
  box.placeholder = channel.kind === "im" ? `Message ${app().name}` : `Message #${channel.name}`;
  box.setAttribute("aria-label", box.placeholder);
  drawTabs(channel);
  const rows = channel.messages.filter((row) => row.is_in_channel);
  if (rows.length) show(byId("messages"), rows, contextFor(channel, channel.id, openThread));
  else showEmpty(byId("messages"), channel);
  if (rows.length) markRead(channel.id, rows.at(-1).ts);
}

// The app's own place has two tabs; what the first shows is the app's to publish.
function drawTabs(channel) {
  const isApp = channel.kind === "im";
  const atHome = isApp && here.tab === "home";
  byId("app-tabs").hidden = !isApp;
  for (const tab of byId("app-tabs").children) tab.setAttribute("aria-selected", String(tab.dataset.tab === here.tab));
  for (const [id, hidden] of [["home", !atHome], ["messages", atHome], ["composer", atHome]]) byId(id).hidden = hidden;
  const acts = { press: (view, item, block, given, held) => press({ view_id: view.id }, item, block, given, held) };
  if (atHome) showHome(here.state.home, { names, me: here.me }, acts);
}

function drawPins() {
  const channel = room();
  const rows = channel.messages.filter((row) => row.is_pinned);
  byId("pins").hidden = !rows.length;
  byId("pins-count").textContent = `${rows.length} pinned`;
  show(byId("pinned"), rows, contextFor(channel, `${channel.id} pins`, null));
}

function showEmpty(list, channel) {
  const [title, words] = emptyWords(channel, { isDesk: isDesk(channel), app: app().name, part: me().part });
  list.rows = undefined;
  list.replaceChildren(make("li", { class: "empty" }, make("h2", {}, title), make("p", {}, words)));
}

function contextFor(channel, place, opener) {
  return {
    names, me: here.me, place: `${here.me} ${place}`, open: here.thread, openThread: opener,
    people: here.state.people.length,
    mayDelete: me().part === "lead",
    replies: (row) => (opener ? repliesTo(channel, row) : null),
    react: (row, name) => call("react", { channel: channel.id, ts: row.ts, name }),
    edit: (row, words) => call("edit", { channel: channel.id, ts: row.ts, text: words }),
    remove: (row) => call("delete", { channel: channel.id, ts: row.ts }),
    press: (row, item, block, given, held) => press({ channel: channel.id, ts: row.ts }, item, block, given, held),
  };
}

function repliesTo(channel, root) {
  const rows = channel.messages.filter((row) => row.thread_ts === root.ts);
  if (!rows.length) return { count: 0 };
  const authors = new Map(rows.map((row) => [row.user, [row.user, row.author, row.by_app]]));
  const isNew = here.thread !== root.ts && rows.some((row) => row.user !== here.me && isUnread(`${channel.id} ${root.ts}`, row.ts));
  return { count: rows.length, last: rows.at(-1).ts, authors: [...authors.values()].slice(0, 4), isNew };
}

function drawThread() {
  const channel = room();
  const root = here.thread && channel.messages.find((row) => row.ts === here.thread);
  byId("thread").hidden = !root;
  byId("desk").classList.toggle("with-thread", Boolean(root));
  if (!root) return;
  byId("both").hidden = channel.kind === "im";
  byId("both-room").textContent = `# ${channel.name}`;
  byId("thread-about").textContent = channel.kind === "im" ? app().name : `# ${channel.name}`;
  const box = byId("reply-words");
  box.placeholder = root.by_app && isDesk(channel) ? REPLY_TO_CUSTOMER : REPLY;
  box.setAttribute("aria-label", "Reply in the thread");
  const rows = channel.messages.filter((row) => row.ts === root.ts || row.thread_ts === root.ts);
  show(byId("replies"), rows, contextFor(channel, `${channel.id} ${root.ts}`, null));
  markRead(`${channel.id} ${root.ts}`, rows.at(-1).ts);
}

// ---- what one does

function become(user) {
  here.me = user;
  here.thread = null;
  here.room = "";
  remember(myKey(), user);
  soon();
}

function enter(channel) {
  here.room = channel;
  here.thread = null;
  byId("pins").open = false;
  if (room().kind === "im" && me().part !== "customer") return openTab("home");
  here.tab = "messages";
  draw();
  byId("words").focus();
}

function openTab(tab) {
  here.tab = tab;
  draw();
  call("home", { tab });
}

// A link to a message of this workspace leads to it, as it does in Slack.
function follow(event) {
  const link = event.target.closest("a[href]");
  const [, channel, digits] = /\/archives\/(\w+)\/p(\d{16})/.exec(link?.href || "") || [];
  const place = here.state?.channels.find((one) => one.id === channel && one.is_member);
  if (!place) return;
  event.preventDefault();
  const root = new URL(link.href).searchParams.get("thread_ts") || `${digits.slice(0, 10)}.${digits.slice(10)}`;
  here.tab = "messages";
  here.room = channel;
  openThread(root);
}

async function join(channel) {
  await call("join", { channel: channel.id });
  here.room = channel.id;
  soon();
}

function openThread(ts) {
  here.thread = ts;
  draw();
  byId("reply-words").focus();
}

function closeThread() {
  here.thread = null;
  draw();
}

async function press(where, item, block, given, held) {
  if (item.confirm && !(await confirmed(item.confirm, { names }))) return;
  if (/^https?:/.test(item.url || "")) window.open(item.url, "_blank", "noopener");
  await call("press", { ...where, action_id: item.action_id, block_id: block.block_id, given, values: held });
}

const modalActs = {
  submit: (view, values) => call("submit", { view_id: view.id, values }),
  close: (view) => call("close", { view_id: view.id }),
  press: (view, item, block, given, held) => press({ view_id: view.id }, item, block, given, held),
};

async function share(file, thread) {
  const place = new URLSearchParams({ as: here.me, channel: here.room, name: file.name, ...(thread && { thread_ts: thread }) });
  try {
    const options = { method: "POST", headers: { "Content-Type": file.type || "application/octet-stream" }, body: file };
    const answer = await fetch(`/control/share?${place}`, options);
    if (answer.status === 413) toast(SAID.too_large);
    else if (!answer.ok) toast(SAID.no_sandbox);
  } catch {
    toast(SAID.no_sandbox);
  }
}

async function post(words, thread, both) {
  const answer = await call("post", { channel: here.room, text: words, thread_ts: thread, to_channel: both });
  return answer.ok || words.startsWith("/");
}

// ---- live

// One look at a time; news during a look leads to one more.
let looking = false;
let again = false;
async function soon() {
  again = true;
  if (looking) return;
  looking = true;
  while (again) {
    again = false;
    await refresh().catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  looking = false;
}

const both = byId("both").querySelector("input");
composer(byId("composer"), (words) => post(words), (file) => share(file));
composer(byId("reply-composer"), (words) => {
  const everywhere = both.checked;
  both.checked = false;
  return post(words, here.thread, everywhere);
}, (file) => share(file, here.thread));
for (const tab of byId("app-tabs").children) tab.addEventListener("click", () => openTab(tab.dataset.tab));
document.addEventListener("click", follow);
byId("close-thread").addEventListener("click", closeThread);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && here.thread && !document.querySelector("dialog[open]") && !event.target.classList.contains("edit")) closeThread();
});
const live = new EventSource("/control/stream");
live.onmessage = soon;
live.onopen = soon;
