import { sampleSheet } from '../shared/palettes';

/**
 * The sheet of the overlay's shadow root. What is important here cannot be overruled by the page, not even by
 * a rule of its own that is important: inner trees win. Colours follow the ground that was measured where a
 * part stands (`.dark`), since pages have dark and light parts.
 */
export const STYLE = `
${sampleSheet()}
:host {
  all: initial !important; display: block !important; position: absolute !important; inset: 0 auto auto 0 !important;
  width: 0 !important; height: 0 !important; direction: ltr !important;
  visibility: var(--sayso-shown, hidden) !important;
}
.layer, .card, .notice, .live {
  --ink: #1d2126; --soft: #59636e; --paper: #ffffff; --line: #d5dae0; --hover: #eef1f4; --accent: #0b5cad;
  color-scheme: light; font: 13px/1.4 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
.dark { color-scheme: dark; --ink: #eef0f2; --soft: #aeb6c0; --paper: #22262b; --line: #444b53; --hover: #31363d; --accent: #8cc4ff; }
@media print { .layer, .card, .notice { display: none !important; } }

.live { position: absolute; left: 0; top: 0; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
button { font: inherit; color: inherit; cursor: pointer; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }

.layer, .slide, .band { position: absolute; left: 0; top: 0; pointer-events: none; }
.layer { overflow: clip; }
.label {
  position: absolute; box-sizing: border-box; margin: 0; padding: 0 5px; border: 0; border-radius: 3px;
  display: block; overflow: hidden; pointer-events: auto; white-space: nowrap; text-overflow: ellipsis;
  font-size: 11.5px; font-weight: 600; line-height: 17px; letter-spacing: .01em;
  background: transparent; color: var(--ink); opacity: .82; user-select: none; -webkit-user-select: none;
}
.label::before { content: attr(data-name); }
.label:hover, .label:focus-visible, .label.active { opacity: 1; background: var(--hover); }
.label.active { box-shadow: inset 0 -2px #e0a100; }
.label.unnamed { font-style: italic; font-weight: 500; }
.label.contested { color: #a3230f; }
.label.contested.dark { color: #ff9d8c; }
.label.faded { opacity: .28; }
.label.left { text-align: right; }
.label.tab { font-size: 10.5px; padding: 0 3px; margin-left: -3px; }

.card, .notice {
  box-sizing: border-box; margin: 0; padding: 0; inset: auto; border: 1px solid var(--line); border-radius: 8px;
  background: var(--paper); color: var(--ink); text-align: start; overflow: auto; overscroll-behavior: contain;
  box-shadow: 0 1px 2px rgb(0 0 0 / 12%), 0 8px 28px rgb(0 0 0 / 20%);
}
.card { position: absolute; width: min(384px, calc(100vw - 16px)); max-height: min(420px, calc(100vh - 16px)); }
.card.sheet { position: fixed; inset: auto 0 0 0; width: auto; max-width: none; border-radius: 12px 12px 0 0; max-height: 60vh; }
.card.sheet.top { inset: 0 0 auto 0; border-radius: 0 0 12px 12px; }
.card header { display: flex; align-items: start; gap: 8px; padding: 12px 8px 0 14px; }
.card header > div { flex: 1; min-width: 0; }
.card h2 { margin: 0; font-size: 15px; font-weight: 650; line-height: 1.3; overflow-wrap: anywhere; }
.card h2.unnamed { font-style: italic; font-weight: 550; }
.card p { margin: 0; }
.card .role, .card .what, .card .why { color: var(--soft); }
.card .what { display: flex; align-items: center; gap: 6px; padding: 8px 14px 0; font-size: 12px; }
.card .kind { text-decoration-skip-ink: none; padding: 0 3px; border-radius: 2px; color: var(--ink); line-height: 1.2; }
.card blockquote {
  margin: 8px 14px; padding: 0 0 0 10px; border-inline-start: 3px solid #e0a100; overflow-wrap: anywhere;
  font: 14.5px/1.5 Georgia, "Times New Roman", "Noto Serif", serif; max-height: 11em; overflow: auto;
}
.card .why, .card .parties { padding: 0 14px 6px; font-size: 12.5px; }
.card .why b, .card .parties b { color: var(--ink); font-weight: 600; }
.card dl { margin: 0; display: grid; grid-template-columns: auto 1fr; gap: 2px 10px; }
.card dt { color: var(--soft); } .card dd { margin: 0; }
.card .jump, .card .more button {
  display: block; width: 100%; border: 0; background: transparent; padding: 5px 14px; min-height: 26px; text-align: start;
  color: var(--accent); overflow: hidden; text-overflow: ellipsis; white-space: nowrap;
}
.card .jump:hover, .card .more button:hover { background: var(--hover); }
.card .more { border-top: 1px solid var(--line); padding: 6px 0 4px; }
.card .more summary { padding: 3px 14px; color: var(--soft); cursor: pointer; font-size: 12.5px; }
.card footer { display: flex; flex-wrap: wrap; align-items: center; gap: 2px; padding: 4px 6px; border-top: 1px solid var(--line); position: sticky; bottom: 0; background: var(--paper); }
.card footer .gap { flex: 1; }
.card footer .why { padding: 0 2px; font-variant-numeric: tabular-nums; }
.tool { border: 0; border-radius: 5px; background: transparent; padding: 4px 6px; min-height: 28px; min-width: 28px; font-size: 12.5px; }
.tool:hover { background: var(--hover); }
.tool[disabled] { color: var(--soft); opacity: .5; cursor: default; }
.tool.icon { font-size: 18px; line-height: 1; padding: 2px 6px 5px; }

.notice { position: fixed; inset: 12px 12px auto auto; width: min(330px, calc(100vw - 24px)); padding: 10px 6px 10px 14px; }
.notice:popover-open { display: flex; align-items: start; gap: 6px; }
.notice p { margin: 4px 0; flex: 1; }

@media (prefers-contrast: more) {
  .label { opacity: 1; background: var(--paper); }
  .card, .notice { --soft: var(--ink); --line: var(--ink); }
}
@media (forced-colors: active) {
  .label { opacity: 1; border: 1px solid; line-height: 15px; }
  .label.faded { color: GrayText; }
  .card, .notice { border-width: 2px; }
}
`;
