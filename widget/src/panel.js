/** The open chat: header, state line, messages, the way to a person, and where one writes. */

import { element, icon, setShown, setText } from "./dom.js";
import { Log } from "./log.js";
import { stateLine, speakerName } from "./stateline.js";

const LONGEST_MESSAGE = 4_000;
const WRITING = "writing";
const WHOLE_SCREEN = "(max-width: 480px)";

export class Panel {
  /** `tabKeep` holds what is written and not sent yet. */
  constructor({ chat, config, strings, tabKeep, onClose }) {
    Object.assign(this, { chat, strings, tabKeep, onClose });
    this.log = new Log({
      strings,
      config,
      onRetry: () => this.#retry(),
      onEdit: (id) => this.#takeBack(id),
    });
    this.state = element("p", { class: "state", role: "status" });
    this.typing = element("p", { class: "typing", role: "status", hidden: true });
    this.input = this.#makeInput();
    this.input.value = tabKeep.read(WRITING) ?? "";
    this.person = this.#makePersonButton();
    this.node = element(
      "section",
      {
        class: "panel",
        role: "dialog",
        "aria-labelledby": "title",
        tabindex: "-1",
        hidden: true,
        keydown: (event) => this.#pressedKey(event),
      },
      this.#makeHeader(config.title || strings.title),
      this.state,
      this.log.node,
      this.typing,
      this.#makeFoot(),
    );
  }

  get isOpen() {
    return !this.node.hidden;
  }

  open({ takesFocus }) {
    this.node.hidden = false;
    this.node.setAttribute("aria-modal", String(matchMedia(WHOLE_SCREEN).matches));
    this.#fitInput();
    this.render();
    this.log.scrollToEnd();
    if (takesFocus) this.#focusInput();
  }

  close() {
    this.node.hidden = true;
  }

  render() {
    if (!this.isOpen) return;
    const { text, look } = stateLine(this.chat, this.strings);
    setText(this.state, text);
    if (this.state.className !== `state ${look}`) this.state.className = `state ${look}`;
    this.person.classList.toggle("quiet", look === "waiting" || look === "with_agent");
    this.log.render(this.chat);
    this.#renderTyping();
  }

  #renderTyping() {
    const { typing, draft } = this.chat.presence;
    const name = speakerName({ role: typing }, this.chat, this.strings);
    setShown(this.typing, Boolean(typing) && !draft);
    setText(this.typing, typing ? this.strings.typing.replace("{name}", () => name) : "");
  }

  #makeHeader(title) {
    const label = { "aria-label": this.strings.close };
    const close = { class: "close on-accent", type: "button", ...label, click: this.onClose };
    return element(
      "header",
      { class: "header" },
      element("h2", { class: "title", id: "title" }, title),
      element("button", close, icon("close")),
    );
  }

  #makeInput() {
    return element("textarea", {
      class: "input",
      rows: "1",
      maxlength: String(LONGEST_MESSAGE),
      "aria-label": this.strings.inputLabel,
      placeholder: this.strings.placeholder,
      enterkeyhint: "send",
      dir: "auto",
      input: () => this.#wrote(),
      keydown: (event) => this.#pressedEnter(event),
    });
  }

  /** It works in every state: asking twice does no harm, not being able to ask does. */
  #makePersonButton() {
    return element(
      "button",
      { class: "person", type: "button", click: () => this.chat.askForPerson() },
      icon("person"),
      this.strings.talkToPerson,
    );
  }

  #makeFoot() {
    const send = element(
      "button",
      { class: "send on-accent", type: "submit", "aria-label": this.strings.send },
      icon("send"),
    );
    const submit = (event) => {
      event.preventDefault();
      this.#send();
    };
    const form = element("form", { class: "composer", submit }, this.input, send);
    return element("div", { class: "foot" }, this.person, form);
  }

  #send() {
    const text = this.input.value.trim();
    if (text) this.chat.write(text);
    this.#write("");
  }

  #write(text) {
    this.input.value = text;
    this.#wrote();
    this.input.focus();
  }

  #wrote() {
    this.tabKeep.write(WRITING, this.input.value);
    this.#fitInput();
    if (this.input.value) this.chat.tellTyping();
  }

  #retry() {
    this.chat.sender.retry();
    this.input.focus();
  }

  #takeBack(id) {
    const entry = this.chat.outbox.find(id);
    if (!entry) return;
    this.chat.outbox.remove(id);
    this.render();
    this.#write(entry.text);
  }

  #fitInput() {
    this.input.style.height = "auto";
    this.input.style.height = `${this.input.scrollHeight + 3}px`;
  }

  /** On a touch screen the keyboard would jump up and hide the talk: there the panel is enough. */
  #focusInput() {
    const target = matchMedia("(pointer: coarse)").matches ? this.node : this.input;
    target.focus();
  }

  /** Enter sends, unless it ends a word in an input method. */
  #pressedEnter(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#send();
  }

  #pressedKey(event) {
    if (event.key === "Escape") this.onClose();
    if (event.key === "Tab" && matchMedia(WHOLE_SCREEN).matches) this.#stayInside(event);
  }

  /** Over the whole screen there is nothing behind the panel to go to. */
  #stayInside(event) {
    const stops = [...this.node.querySelectorAll("button, textarea, [tabindex='0']")];
    const seen = stops.filter((stop) => stop.getClientRects().length > 0);
    const [first, last] = [seen[0], seen[seen.length - 1]];
    const leaving = event.shiftKey ? first : last;
    if (event.composedPath()[0] !== leaving) return;
    event.preventDefault();
    (event.shiftKey ? last : first).focus();
  }
}
