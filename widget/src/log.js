/** The list of messages. Rows are kept by key, so that a live region reads each one once. */

import { element, icon, setShown, setText } from "./dom.js";
import { fileLink } from "./files.js";
import { timelineRows } from "./timeline.js";

const NEAR_THE_END = 80;
const READ_AFTER = 300;

export class Log {
  #rows = new Map();
  #keptEnd = true;
  #isReading = false;

  /** `onRetry()` sends failed messages again; `onEdit(id)` takes a refused one back. */
  constructor({ strings, config, onRetry, onEdit }) {
    Object.assign(this, { strings, onRetry, onEdit });
    this.time = new Intl.DateTimeFormat(config.locale, { timeStyle: "short" });
    this.day = new Intl.DateTimeFormat(config.locale, { dateStyle: "full" });
    this.greeting = element(
      "div",
      { class: "greeting" },
      element("p", { class: "hello", dir: "auto" }, config.greeting || strings.greeting),
      element("p", { class: "promise" }, strings.promise),
    );
    this.draft = this.#row("draft", { role: "bot", name: "", key: "draft" });
    this.draft.node.setAttribute("aria-hidden", "true");
    this.list = element("div", {
      class: "log",
      role: "log",
      "aria-live": "off",
      "aria-relevant": "additions",
      "aria-label": strings.messages,
      tabindex: "0",
      scroll: () => this.#scrolled(),
    });
    this.list.append(this.greeting, this.draft.node);
    this.toEnd = element(
      "button",
      { class: "to-end", type: "button", hidden: true, click: () => this.scrollToEnd() },
      icon("down"),
      strings.newMessages,
    );
    this.node = element("div", { class: "middle" }, this.list, this.toEnd);
  }

  render(chat) {
    const rows = timelineRows(chat.transcript, chat.outbox);
    const grew = this.#place(rows);
    setShown(this.greeting, rows.length === 0);
    setShown(this.draft.node, chat.presence.draft !== null);
    setText(this.draft.bubble, chat.presence.draft?.text ?? "");
    if (grew && rows[rows.length - 1].role === "customer") this.#keptEnd = true;
    if (this.#keptEnd) this.scrollToEnd();
    else if (grew) setShown(this.toEnd, true);
    if (chat.isLoaded) this.#startReading();
  }

  /** What was said before is not read out again; what comes from now on is. */
  #startReading() {
    if (this.#isReading) return;
    this.#isReading = true;
    setTimeout(() => this.list.setAttribute("aria-live", "polite"), READ_AFTER);
  }

  scrollToEnd() {
    this.#keptEnd = true;
    this.list.scrollTop = this.list.scrollHeight;
    setShown(this.toEnd, false);
  }

  #scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.list;
    this.#keptEnd = scrollHeight - scrollTop - clientHeight < NEAR_THE_END;
    if (this.#keptEnd) setShown(this.toEnd, false);
  }

  /** Make the list's rows these rows, touching only what differs; says whether it grew. */
  #place(rows) {
    const keys = new Set(rows.map((row) => row.key));
    for (const [key, { node }] of this.#rows) {
      if (keys.has(key)) continue;
      node.remove();
      this.#rows.delete(key);
    }
    let grew = false;
    let before = this.greeting;
    for (const row of rows) {
      grew ||= !this.#rows.has(row.key);
      const shown = this.#rows.get(row.key) ?? this.#row(row.kind, row);
      this.#rows.set(row.key, shown);
      this.#fill(shown, row);
      if (before.nextSibling !== shown.node) before.after(shown.node);
      before = shown.node;
    }
    return grew;
  }

  #row(kind, { role, name, key }) {
    const day = element("p", { class: "day" });
    const who = element("p", { class: "who" });
    if (kind !== "notice") who.append(...this.#speaker(role, name));
    const bubble = element("p", { class: "bubble", dir: "auto" });
    const time = element("time");
    const state = element("span", { class: "delivery" });
    const again = element("button", { class: "again", type: "button", hidden: true });
    again.addEventListener("click", () => this.#pressedAgain(key));
    const meta = element("p", { class: "meta" }, time, state, again);
    const node = element("div", { class: "row" }, day, who, bubble, meta);
    setShown(day, false);
    setShown(meta, kind !== "draft");
    node.className = `row ${kind} ${role}`;
    return { node, day, who, bubble, time, state, again, meta };
  }

  #speaker(role, name) {
    const { you, ai, person } = this.strings;
    if (role === "customer") return [`${you}:`];
    if (role === "bot") {
      const mark = element("span", { class: "mark" }, ai);
      return name && ![ai, "AI"].includes(name) ? [mark, name] : [mark];
    }
    const shown = name || person;
    const initial = element("span", { class: "mark", "aria-hidden": "true" }, [...shown][0]);
    return [initial, shown];
  }

  #fill(shown, row) {
    const print = JSON.stringify(row);
    if (shown.print === print) return;
    shown.print = print;
    const kind = row.kind === "notice" ? "notice" : `message ${row.role} ${row.state}`;
    const className = `row ${kind}${row.continues ? " continues" : ""}`;
    if (shown.node.className !== className) shown.node.className = className;
    shown.row = row;
    setShown(shown.day, row.startsDay);
    setText(shown.day, this.day.format(row.at));
    const whoClass = row.continues || row.role === "customer" ? "who unseen" : "who";
    if (shown.who.className !== whoClass) shown.who.className = whoClass;
    if (row.files.length > 0) shown.bubble.replaceChildren(...row.files.map(fileLink));
    else setText(shown.bubble, row.text);
    setShown(shown.meta, row.kind === "message" && (row.endsGroup || row.showsState));
    shown.time.dateTime = row.at.toISOString();
    setText(shown.time, this.time.format(row.at));
    setText(shown.state, this.#stateText(row));
    setShown(shown.again, row.state === "failed" || row.state === "refused");
    setText(shown.again, row.state === "refused" ? this.strings.edit : this.strings.retry);
  }

  #stateText({ role, state, showsState, isTooLong, isEdited }) {
    if (role !== "customer") return isEdited ? this.strings.edited : "";
    if (!showsState) return "";
    if (state === "refused") return isTooLong ? this.strings.tooLong : this.strings.refused;
    return this.strings[state];
  }

  #pressedAgain(key) {
    if (this.#rows.get(key).row.state === "refused") this.onEdit(key);
    else this.onRetry();
  }
}
