/** The browser's own memory, under one prefix, with a plain map where it is refused. */

export class Keep {
  #area;
  #prefix;
  #fallback = new Map();

  constructor(area, prefix) {
    this.#area = area;
    this.#prefix = prefix;
  }

  read(name) {
    const text = this.#try(() => this.#area.getItem(this.#prefix + name));
    if (text === undefined || text === null) return this.#fallback.get(name) ?? null;
    return this.#try(() => JSON.parse(text)) ?? null;
  }

  write(name, value) {
    this.#fallback.set(name, value);
    this.#try(() => this.#area.setItem(this.#prefix + name, JSON.stringify(value)));
  }

  remove(name) {
    this.#fallback.delete(name);
    this.#try(() => this.#area.removeItem(this.#prefix + name));
  }

  clear() {
    for (const name of this.names("")) this.remove(name);
  }

  names(start) {
    const stored = this.#try(() => Object.keys(this.#area)) ?? [];
    const ours = stored
      .filter((key) => key.startsWith(this.#prefix + start))
      .map((key) => key.slice(this.#prefix.length));
    const held = [...this.#fallback.keys()].filter((name) => name.startsWith(start));
    return [...new Set([...ours, ...held])];
  }

  #try(use) {
    try {
      return use();
    } catch {
      return undefined; // storage is full or forbidden: the map above still serves this page
    }
  }
}

/** Chosen by name, because merely naming a forbidden storage throws. */
export function openKeep(kind, prefix) {
  try {
    return new Keep(window[kind], prefix);
  } catch {
    return new Keep(null, prefix);
  }
}
