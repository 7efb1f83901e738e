// The phone: shows one number's texts, sends what is typed. Text is only ever inserted as text.
"use strict";

const get = (id) => document.getElementById(id);
const owners = get("owners"), list = get("texts"), body = get("body"), send = get("send");
const texts = new Map(); // sid -> text, of every phone seen
let phones = [], line = "", chosen = "";

async function call(path, payload) {
  const options = payload && {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(payload),
  };
  const answer = await fetch(path, options);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.json();
}

const textsOf = (number) => `/sandbox/phones/${encodeURIComponent(number)}/texts`;

async function refresh() {
  ({ phones, lines: [line] } = await call("/sandbox/phones"));
  const wanted = chosen || localStorage.getItem("phone");
  chosen = (phones.find((phone) => phone.number === wanted) || phones[0]).number;
  const all = await Promise.all(phones.map((phone) => call(textsOf(phone.number))));
  for (const { texts: some } of all) for (const text of some) texts.set(text.sid, text);
  drawAll();
}

function drawAll() {
  get("line").textContent = readable(line);
  drawOwners();
  drawSuggestions();
  drawTexts();
}

function drawOwners() {
  owners.replaceChildren(...phones.map((phone) => {
    const button = element("button", { type: "button", title: readable(phone.number) });
    button.setAttribute("aria-pressed", String(phone.number === chosen));
    button.append(element("span", { className: "initial", textContent: phone.name[0] }), phone.name);
    if (phone.unread) button.append(element("span", { className: "news", title: "New message" }));
    button.addEventListener("click", () => choose(phone.number));
    return button;
  }));
}

function choose(number) {
  chosen = number;
  owner().unread = false;
  localStorage.setItem("phone", number);
  drawAll();
  body.focus();
}

const owner = () => phones.find((phone) => phone.number === chosen);

function drawSuggestions() {
  const { suggestions, opted_out: optedOut } = owner();
  get("opted-out").hidden = !optedOut;
  get("suggestions").replaceChildren(...(optedOut ? ["START"] : suggestions).map((text) => {
    const button = element("button", { type: "button", textContent: text });
    button.addEventListener("click", () => write(text));
    return button;
  }));
}

function drawTexts() {
  const mine = [...texts.values()]
    .filter((text) => text.phone === chosen)
    .sort((a, b) => a.at.localeCompare(b.at));
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
  const items = mine.flatMap((text, index) => drawn(text, mine[index - 1], mine[index + 1]));
  list.replaceChildren(...(items.length ? items : [get("empty").content.cloneNode(true)]));
  if (atEnd) list.scrollTop = list.scrollHeight;
}

function drawn(text, before, after) {
  const item = element("li", { className: "text", tabIndex: -1 });
  item.classList.toggle("mine", text.from_phone);
  item.classList.toggle("automatic", text.automatic);
  item.classList.toggle("last", !after || after.from_phone !== text.from_phone);
  item.classList.toggle("bad", Boolean(text.trouble || text.error_code));
  const bubble = element("p", { className: "bubble", textContent: text.body });
  bubble.append(...text.media.map((_url, place) => attachment(`/sandbox/texts/${text.sid}/media/${place}`)));
  item.append(bubble, meta(text));
  const pause = before ? new Date(text.at) - new Date(before.at) : Infinity;
  if (pause < 15 * 60 * 1000) return [item];
  return [element("li", { className: "when", textContent: moment(text.at) }), item];
}

// A picture is shown; anything else is a file to open.
function attachment(address) {
  const link = element("a", { className: "medium", href: address, target: "_blank", rel: "noopener" });
  const picture = element("img", { src: address, alt: "Picture" });
  picture.addEventListener("error", () => link.replaceChildren("Attachment"));
  picture.addEventListener("load", () => { if (list.lastElementChild.contains(link)) list.scrollTop = list.scrollHeight; });
  link.append(picture);
  return link;
}

function meta(text) {
  const parts = [statusOf(text)];
  if (text.segments > 1) parts.push(`${text.segments} segments`);
  const line = element("span", { className: "meta" });
  line.append(parts.join(" · "));
  if (!text.trouble && !text.error_code) line.append(marks(text.status));
  return line;
}

function statusOf(text) {
  if (text.trouble) return `Warmline did not take it: ${text.trouble}`;
  if (text.error_code) return `Not delivered (Twilio error ${text.error_code})`;
  if (text.automatic) return "Answered by Twilio itself";
  const words = { receiving: "Sending", received: "Delivered", queued: "Queued", accepted: "Queued" };
  return words[text.status] || text.status[0].toUpperCase() + text.status.slice(1);
}

function marks(status) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  const arrived = status === "delivered" || status === "received";
  const shapes = { sent: "M2 6.5l3 3 6-7" };
  path.setAttribute("d", arrived ? "M2 6.5l3 3 6-7M8.5 9l.5.5 6-7" : shapes[status] || "M6 1.5a4.5 4.5 0 1 0 .01 0M6 4v2.300l1.5 1");
  svg.setAttribute("viewBox", "0 0 17 12");
  svg.setAttribute("class", arrived ? "marks delivered" : "marks");
  svg.setAttribute("aria-hidden", "true");
  svg.append(path);
  return svg;
}

async function write(text) {
  if (!text.trim()) return;
  keep(await call(textsOf(chosen), { body: text }));
  list.scrollTop = list.scrollHeight;
}

function keep(text) {
  const known = texts.get(text.sid);
  if (known && known.updated_at > text.updated_at) return; // the feed was faster than the answer
  texts.set(text.sid, text);
  const phone = phones.find(({ number }) => number === text.phone);
  if (!phone) return;
  if (text.automatic && !known) refreshPhones();
  if (text.phone === chosen) return drawTexts();
  if (!text.from_phone && !known) {
    phone.unread = true;
    drawOwners();
  }
}

async function refreshPhones() {
  const fresh = (await call("/sandbox/phones")).phones;
  for (const phone of phones) Object.assign(phone, fresh.find(({ number }) => number === phone.number));
  drawSuggestions();
}

async function count() {
  const text = body.value;
  send.disabled = !text.trim();
  body.style.height = "auto";
  body.style.height = `${Math.min(body.scrollHeight, 104)}px`;
  if (!text) return void (get("count").textContent = "\u00a0");
  const { segments, encoding } = await call("/sandbox/segments", { body: text });
  if (text !== body.value) return;
  get("count").textContent = `${[...text].length} characters · ${segments} ${segments === 1 ? "segment" : "segments"} · ${encoding}`;
}

function submit(event) {
  event.preventDefault();
  const text = body.value;
  body.value = "";
  count();
  write(text).catch(() => {
    body.value = text;
    count();
  });
}

const element = (name, properties) => Object.assign(document.createElement(name), properties);
const readable = (number) => number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, "+1 $1 $2 $3");
const moment = (at) => new Date(at).toLocaleString([], { weekday: "short", hour: "2-digit", minute: "2-digit" });

function tick() {
  get("clock").textContent = new Date().toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });
}

get("composer").addEventListener("submit", submit);
body.addEventListener("input", count);
body.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) submit(event);
});
const feed = new EventSource("/sandbox/feed");
feed.addEventListener("open", refresh);
feed.addEventListener("message", (event) => keep(JSON.parse(event.data)));
setInterval(tick, 10000);
tick();
