// Slack's mrkdwn, Slack's escaping and (for markdown blocks) a little Markdown, as nodes.

import { make } from "./dom.js";
import { CHARACTER, drawnCharacter, emoji, isKnown } from "./emoji.js";

// A plain_text object's words; Slack turns :names: into emoji unless told not to.
export function plain(text, codes = true) {
  return inline(text, codes ? [EMOJI, DRAWN] : [DRAWN]);
}

export function mrkdwn(text, names) {
  return lines(text, (line) => inline(line, [control(names), CODE, BOLD, ITALIC, STRIKE, EMOJI, DRAWN], names));
}

export function markdown(text, names) {
  const rules = [CODE, MD_LINK, MD_BOLD, MD_ITALIC, MD_STRIKE, EMOJI, DRAWN];
  return lines(text, (line) => {
    const heading = /^#{1,6}\s+(.*)$/.exec(line);
    if (heading) return [make("strong", {}, ...inline(heading[1], rules, names))];
    return inline(line.replace(/^(\s*)[-*]\s+/, "$1• "), rules, names);
  });
}

export function unescaped(text) {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

export function mention(label, mine) {
  return make("span", { class: mine ? "mention mine" : "mention" }, label);
}

export function link(url, label) {
  if (!/^(https?:|mailto:)/i.test(url)) return document.createTextNode(label || url);
  return make("a", { href: url, target: "_blank", rel: "noopener noreferrer nofollow" }, label || url);
}

// Code fences and quotes take whole lines; all else is inline.
function lines(text, one) {
  const nodes = [];
  text.split("```").forEach((part, place) => {
    if (place % 2 === 1) nodes.push(make("pre", {}, unescaped(part.replace(/^\n|\n$/g, ""))));
    else nodes.push(...quotedLines(part, one));
  });
  return nodes;
}

function quotedLines(text, one) {
  const nodes = [];
  let quote = null;
  const rows = text.split("\n");
  rows.forEach((row, place) => {
    const quoted = /^(?:&gt;|>) ?/.exec(row);
    if (quoted) {
      quote = quote || nodes[nodes.push(make("blockquote")) - 1];
      if (quote.childNodes.length) quote.append(make("br"));
      quote.append(...one(row.slice(quoted[0].length)));
      return;
    }
    quote = null;
    nodes.push(...one(row));
    const next = rows[place + 1];
    if (next !== undefined && !/^(?:&gt;|>)/.test(next)) nodes.push(make("br"));
  });
  return nodes;
}

// A rule is a pattern and what its match becomes; the first match in the text wins.
function inline(text, rules, names) {
  const nodes = [];
  let rest = text;
  while (rest) {
    const found = first(rest, rules);
    if (!found) break;
    const [match, rule] = found;
    const lead = match[1] && rule.lead ? match[1] : "";
    nodes.push(...words(rest.slice(0, match.index) + lead, names));
    nodes.push(rule.node(match, (inner) => inline(inner, rules, names)));
    rest = rest.slice(match.index + match[0].length);
  }
  nodes.push(...words(rest, names));
  return nodes;
}

function first(text, rules) {
  let best = null;
  for (const rule of rules) {
    const match = rule.pattern.exec(text);
    if (match && (!best || match.index < best[0].index)) best = [match, rule];
  }
  return best;
}

// Without names the text is literal (plain_text): nothing was escaped.
function words(text, names) {
  return text ? [document.createTextNode(names ? unescaped(text) : text)] : [];
}

const styled = (tag, mark) => ({
  lead: true,
  pattern: new RegExp(`(^|[^\\w${mark}])${mark}([^\\s${mark}](?:[^${mark}\\n]*[^\\s${mark}])?)${mark}(?![\\w${mark}])`),
  node: (match, inner) => make(tag, {}, ...inner(match[2])),
});

const BOLD = styled("strong", "\\*");
const ITALIC = styled("em", "_");
const STRIKE = styled("s", "~");
const CODE = { pattern: /`([^`\n]+)`/, node: (match) => make("code", {}, unescaped(match[1])) };
const EMOJI = {
  pattern: new RegExp(":([a-z0-9_+-]+):"),
  node: (match) => (isKnown(match[1]) ? emoji(match[1]) : document.createTextNode(match[0])),
};
const DRAWN = { pattern: CHARACTER, node: (match) => drawnCharacter(match[0]) };
const MD_LINK = { pattern: /\[([^\]\n]+)\]\(([^)\s]+)\)/, node: (match) => link(match[2], match[1]) };
const MD_BOLD = { pattern: /\*\*([^*\n]+)\*\*/, node: (match, inner) => make("strong", {}, ...inner(match[1])) };
const MD_ITALIC = { pattern: /[*_]([^*_\n]+)[*_]/, node: (match, inner) => make("em", {}, ...inner(match[1])) };
const MD_STRIKE = { pattern: /~~([^~\n]+)~~/, node: (match, inner) => make("s", {}, ...inner(match[1])) };

// <@U..>, <#C..|name>, <!here>, <!date^..|fallback> and <https://..|label>
const control = (names) => ({
  pattern: /<([^<>\n]+)>/,
  node: (match) => {
    const [target, label] = cut(match[1], "|");
    if (target.startsWith("@")) return names.person(target.slice(1));
    if (target.startsWith("#")) return mention(`#${unescaped(label) || names.channel(target.slice(1))}`);
    if (target.startsWith("!date^")) return document.createTextNode(date(target, unescaped(label)));
    if (target.startsWith("!")) return mention(`@${target.slice(1).split("^")[0]}`, true);
    return link(unescaped(target), unescaped(label));
  },
});

export function date(target, fallback) {
  const [, seconds, format] = target.split("^");
  const at = new Date(Number(seconds) * 1000);
  if (!Number(seconds)) return fallback;
  const time = at.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  const whole = at.toLocaleDateString([], { month: "short", day: "numeric" });
  return (format || "").replace(/\{time(_secs)?\}/g, time).replace(/\{date[a-z_]*\}/g, whole).replace("{ago}", ago(at)) || fallback;
}

function ago(at) {
  const minutes = Math.round((Date.now() - at) / 60000);
  return minutes < 1 ? "just now" : minutes < 60 ? `${minutes} min ago` : `${Math.round(minutes / 60)} h ago`;
}

function cut(text, mark) {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
