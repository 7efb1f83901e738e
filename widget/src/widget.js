/** The button on the page, the panel behind it, and what the page is told when it is closed. */

import { Chat } from "./chat.js";
import { accentProperties } from "./colours.js";
import { element, icon, setShown, setText } from "./dom.js";
import { Panel } from "./panel.js";
import { forgetOthers } from "./session.js";
import { speakerName } from "./stateline.js";
import { fill, stringsFor } from "./strings.js";
import { styleSheet } from "./styles.js";

const READ = "read";
const OPEN = "open";

export class Widget {
  #isRendering = false;

  /** `keep` outlives the tab unless the site wants otherwise; `tabKeep` never does. */
  constructor({ api, config, keep, tabKeep }) {
    Object.assign(this, { config, keep, tabKeep, strings: stringsFor(config.locale) });
    forgetOthers(config.customerId, [keep, tabKeep]);
    this.chat = new Chat({
      api,
      keep,
      config,
      isInView: () => this.panel.isOpen && document.visibilityState === "visible",
      onChange: () => this.#renderSoon(),
    });
    const { chat, strings } = this;
    this.panel = new Panel({ chat, config, strings, tabKeep, onClose: () => this.close() });
    this.badge = element("span", { class: "badge", "aria-hidden": "true", hidden: true });
    this.unread = element("span", { class: "unseen" });
    this.launcher = this.#makeLauncher();
    this.told = element("p", { class: "unseen", role: "status" });
    this.host = this.#makeHost();
  }

  /** Put it on the page; a customer who was here before is connected again at once. */
  show() {
    document.body.append(this.host);
    this.#watchThePage();
    if (this.tabKeep.read(OPEN)) this.#open({ takesFocus: false });
    else if (this.chat.session.exists) this.chat.start();
  }

  open() {
    this.#open({ takesFocus: true });
  }

  close() {
    if (!this.panel.isOpen) return;
    this.panel.close();
    this.launcher.hidden = false;
    this.launcher.setAttribute("aria-expanded", "false");
    this.launcher.focus();
    this.tabKeep.remove(OPEN);
  }

  #open({ takesFocus }) {
    this.tabKeep.write(OPEN, true);
    this.launcher.hidden = true;
    this.launcher.setAttribute("aria-expanded", "true");
    if (this.chat.isStarted && !this.chat.line.isLive) this.chat.catchUp.now();
    this.chat.start();
    this.panel.open({ takesFocus });
    this.#render();
  }

  /** Many changes in one moment are one rendering. */
  #renderSoon() {
    if (this.#isRendering) return;
    this.#isRendering = true;
    queueMicrotask(() => {
      this.#isRendering = false;
      this.#render();
    });
  }

  #render() {
    this.panel.render();
    if (this.panel.isOpen) this.#markRead();
    this.#renderUnread();
  }

  #markRead() {
    const { last } = this.chat.transcript;
    if (this.chat.isLoaded && last !== this.keep.read(READ)) this.keep.write(READ, last);
  }

  #renderUnread() {
    const read = this.keep.read(READ) ?? 0;
    const unread = this.panel.isOpen
      ? []
      : this.chat.transcript.messages.filter(
          ({ sequence, author }) => sequence > read && author.role !== "customer",
        );
    setShown(this.badge, unread.length > 0);
    setText(this.badge, String(unread.length));
    const count = unread.length;
    setText(this.unread, count ? `, ${fill(this.strings.unread, { count })}` : "");
    const newest = unread[count - 1];
    const name = newest && speakerName(newest.author, this.chat, this.strings);
    setText(this.told, newest ? fill(this.strings.newMessageFrom, { name }) : "");
  }

  #makeLauncher() {
    return element(
      "button",
      {
        class: "launcher",
        type: "button",
        "aria-haspopup": "dialog",
        "aria-expanded": "false",
        click: () => this.open(),
      },
      icon("chat"),
      element("span", {}, this.strings.launcher),
      this.badge,
      this.unread,
    );
  }

  #makeHost() {
    const { theme, position, colour } = this.config;
    const root = element(
      "div",
      {
        class: `root theme-${theme} position-${position}`,
        lang: this.strings.language,
        dir: this.strings.direction,
      },
      this.launcher,
      this.panel.node,
      this.told,
    );
    for (const [name, value] of Object.entries(colour ? accentProperties(colour) : {})) {
      root.style.setProperty(name, value);
    }
    const host = element("div", { "data-warmline": true });
    const shadow = host.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [styleSheet()];
    shadow.append(root);
    return host;
  }

  #watchThePage() {
    const woke = () => this.chat.wake();
    addEventListener("online", woke);
    addEventListener("offline", () => this.chat.lostNetwork());
    addEventListener("pagehide", () => this.chat.sleep());
    addEventListener("pageshow", ({ persisted }) => persisted && woke());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") woke();
    });
  }
}
