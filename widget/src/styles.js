/** How it looks. One constructed sheet: a page's `style-src` has no say in it. */

const LIGHT = `
  --surface: #ffffff; --raised: #f5f2ee; --ink: #221f1c; --soft: #655f59; --line: #8d867f;
  --hair: #e4ded7; --theirs: #f1ece6; --human: #e3eefb; --human-ink: #14395f; --alarm: #a3220f;
  --shadow: 0 12px 40px rgb(40 30 20 / 22%), 0 2px 8px rgb(40 30 20 / 12%);
  color-scheme: light;
`;

const DARK = `
  --surface: #1d1b19; --raised: #262320; --ink: #f4f0eb; --soft: #b9b1a8; --line: #8b837b;
  --hair: #3a3632; --theirs: #2f2b28; --human: #1f3550; --human-ink: #d3e5fa; --alarm: #ff9b8a;
  --shadow: 0 12px 40px rgb(0 0 0 / 60%), 0 0 0 1px #3a3632;
  color-scheme: dark;
`;

const FRAME = `
:host { all: initial; }
.root { ${LIGHT} --accent: #a63c1f; --on-accent: #ffffff;
  font: 15px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  color: var(--ink); }
@media (prefers-color-scheme: dark) { .root:not(.theme-light) { ${DARK} } }
.root.theme-dark { ${DARK} }
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
button, textarea { font: inherit; color: inherit; }
button { cursor: pointer; }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
.on-accent:focus-visible { outline-color: var(--on-accent); outline-offset: -5px; }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap; border: 0; }
.icon { width: 20px; height: 20px; flex: none; fill: none; stroke: currentColor; stroke-width: 2;
  stroke-linecap: round; stroke-linejoin: round; }
.icon-person, .icon-chat { fill: currentColor; stroke: none; }

.launcher { position: fixed; inset-block-end: 20px; inset-inline-end: 20px; z-index: 2147483000;
  display: flex; align-items: center; gap: 10px; min-height: 52px; padding: 0 20px; border: 0;
  border-radius: 26px; background: var(--accent); color: var(--on-accent); font-weight: 600;
  box-shadow: var(--shadow); max-width: calc(100vw - 32px); }
.launcher:hover { filter: brightness(1.07); }
.launcher:focus-visible { outline-color: var(--ink); outline-offset: 3px;
  box-shadow: 0 0 0 3px var(--surface), var(--shadow); }
.badge { min-width: 24px; padding: 1px 7px; border-radius: 12px; background: var(--on-accent);
  color: var(--accent); font-size: 13px; text-align: center; }

.panel { position: fixed; inset-block-end: 20px; inset-inline-end: 20px; z-index: 2147483000;
  display: flex; flex-direction: column; width: 384px; height: min(640px, calc(100dvh - 40px));
  background: var(--surface); border-radius: 18px; overflow: hidden; box-shadow: var(--shadow); }
.position-left .launcher, .position-left .panel { inset-inline: 20px auto; }
.header { display: flex; align-items: center; gap: 12px; padding: 8px 10px 8px 18px;
  background: var(--accent); color: var(--on-accent); }
.title { flex: 1; margin: 0; font-size: 17px; font-weight: 650; overflow-wrap: anywhere; }
.close { display: grid; place-items: center; width: 44px; height: 44px; border: 0;
  border-radius: 12px; background: transparent; color: inherit; }
.close:hover { background: rgb(127 127 127 / 30%); }
.state { display: flex; align-items: center; gap: 10px; min-height: 40px; margin: 0;
  padding: 8px 18px;
  background: var(--raised); border-block-end: 1px solid var(--hair); font-size: 13.5px;
  color: var(--ink); }
.state::before { content: ""; flex: none; width: 9px; height: 9px; border-radius: 50%;
  background: var(--soft); }
.state.waiting::before { background: #c97a00; }
.state.with_agent::before { background: #1f8a4c; }
.state.trouble { color: var(--alarm); }
.state.trouble::before { background: var(--alarm); }
@media (prefers-reduced-motion: no-preference) {
  .state.waiting::before { animation: pulse 1.6s ease-in-out infinite; }
  .panel { animation: rise 0.16s ease-out; }
}
@keyframes pulse { 50% { opacity: 0.3; } }
@keyframes rise { from { opacity: 0; transform: translateY(10px); } }
@media (max-width: 480px) {
  .panel, .position-left .panel { inset: 0; width: 100%; height: 100dvh; border-radius: 0; }
  .launcher { inset-block-end: 14px; inset-inline-end: 14px; }
}
`;

const TALK = `
.middle { position: relative; flex: 1; min-height: 0; display: flex; }
.log { flex: 1; overflow-y: auto; overscroll-behavior: contain; padding: 14px 16px 10px;
  display: flex; flex-direction: column; }
.log:focus-visible, .log-scroll:focus-visible { outline-offset: -4px; }
.greeting { margin: auto 6px; padding: 20px 10px; text-align: center; }
.greeting p { margin: 0 0 6px; }
.greeting .hello { font-size: 19px; font-weight: 650; overflow-wrap: anywhere; }
.greeting .promise { color: var(--soft); }
.row { display: flex; flex-direction: column; align-items: flex-start; margin-block-start: 12px;
  max-width: 100%; }
.row.continues { margin-block-start: 3px; }
.day { align-self: center; margin: 0; padding: 4px 0 10px; font-size: 12px; color: var(--soft); }
.who { display: flex; align-items: center; gap: 7px; margin: 0 0 4px; font-size: 13px;
  font-weight: 600; color: var(--soft); overflow-wrap: anywhere; }
.mark { display: grid; place-items: center; min-width: 26px; height: 22px; padding: 0 6px;
  border-radius: 7px; background: var(--soft); color: var(--surface); font-size: 12px;
  font-weight: 700; }
.agent .mark { min-width: 24px; height: 24px; padding: 0; border-radius: 50%;
  background: var(--human-ink); color: var(--human); }
.bubble { margin: 0; padding: 9px 13px; max-width: 86%; border-radius: 16px;
  border: 1px solid transparent; border-start-start-radius: 5px; background: var(--theirs);
  white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext; text-align: start; }
.agent .bubble { background: var(--human); }
.customer { align-items: flex-end; }
.customer .bubble { background: var(--accent); color: var(--on-accent); border-radius: 16px;
  border-end-end-radius: 5px; }
.file { color: inherit; overflow-wrap: anywhere; }
.customer.sending .bubble { opacity: 0.75; }
.customer.failed .bubble, .customer.refused .bubble { background: var(--surface);
  color: var(--ink); border: 1px dashed var(--alarm); }
.notice { align-items: center; }
.notice .bubble { max-width: 94%; padding: 2px 8px; background: none; text-align: center;
  font-size: 13px; color: var(--soft); }
.draft .bubble { border: 1px dashed var(--line); }
.meta { display: flex; flex-wrap: wrap; align-items: center; justify-content: flex-end;
  gap: 4px 8px; margin: 3px 4px 0; font-size: 12px; color: var(--soft); }
.failed .meta, .refused .meta { color: var(--alarm); font-weight: 600; }
.again { min-height: 32px; padding: 2px 12px; border: 1px solid var(--alarm); border-radius: 9px;
  background: var(--surface); color: var(--alarm); font-weight: 600; }
.typing { margin: 0; padding: 0 18px 8px; font-size: 13px;
  color: var(--soft); }
.to-end { position: absolute; inset-block-end: 10px; inset-inline: 0; margin: 0 auto;
  width: fit-content; display: flex; align-items: center; gap: 6px; min-height: 36px;
  padding: 0 14px; border: 1px solid var(--line); border-radius: 18px; background: var(--surface);
  font-size: 13px; font-weight: 600; box-shadow: var(--shadow); }
.to-end .icon { width: 16px; height: 16px; }

.foot { border-block-start: 1px solid var(--hair); padding: 10px 12px 12px; }
.person { display: flex; align-items: center; justify-content: center; gap: 8px; width: 100%;
  min-height: 44px; padding: 4px 10px; border: 1.5px solid var(--line); border-radius: 12px;
  background: var(--surface); font-size: 14.5px; font-weight: 600; }
.person.quiet { min-height: 32px; border-color: transparent; color: var(--soft); font-size: 13px; }
.person.quiet .icon { width: 16px; height: 16px; }
.person:hover { background: var(--raised); border-color: var(--ink); }
.composer { display: flex; align-items: flex-end; gap: 8px; margin-block-start: 8px; }
.input { flex: 1; min-width: 0; min-height: 44px; max-height: 132px; padding: 10px 13px;
  border: 1.5px solid var(--line); border-radius: 12px; background: var(--surface); resize: none;
  font-size: 16px; line-height: 1.35; }
.input::placeholder { color: var(--soft); opacity: 1; }
.input:focus-visible { outline: 2px solid var(--ink); outline-offset: 0; }
.send { display: grid; place-items: center; width: 46px; height: 44px; border: 0;
  border-radius: 12px; background: var(--accent); color: var(--on-accent); }
.send:hover { filter: brightness(1.07); }
[dir="rtl"] .icon-send { transform: scaleX(-1); }
@media (forced-colors: active) {
  .bubble, .panel, .launcher, .send, .mark { border: 1px solid CanvasText; }
}
`;

export function styleSheet() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(FRAME + TALK);
  return sheet;
}
