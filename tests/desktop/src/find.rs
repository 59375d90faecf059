//! Finding things the way a person does: by what they are called on the screen.

/// A script for `(kind, name, which)`: the first visible element, or the last when `which` says so, of a kind ("clickable" or "field") whose accessible name is
/// `name`, or null. The name of a field is its label's text, without the mark of required fields.
pub const BY_NAME: &str = r#"
const [kind, name, which] = arguments;
const kinds = {
  clickable: 'button, a, label, summary, [role=button], [role=tab], [role=menuitem], [role=menuitemradio], ' +
    '[role=option], [role=radio], [role=switch], [role=checkbox], [role=row], [role=treeitem]',
  field: 'input, textarea, select, [role=combobox], [role=spinbutton], [contenteditable=true], button[aria-haspopup]',
};
const plain = (text) => (text ?? '').replace(/\s+/g, ' ').replace(/\s*(\*|required)\s*$/, '').trim();
const names = (element) => [
  element.getAttribute('aria-label'),
  (element.getAttribute('aria-labelledby') ?? '').split(/\s+/)
    .map((id) => document.getElementById(id)?.textContent ?? '').join(' '),
  ...(element.getAttribute('aria-labelledby') ?? '').split(/\s+/)
    .map((id) => document.getElementById(id)?.textContent),
  ...Array.from(element.labels ?? [], (label) => label.textContent),
  kind === 'clickable' ? element.textContent : element.getAttribute('placeholder'),
].map(plain);
const visible = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('[aria-hidden=true], [inert]');
const found = Array.from(document.querySelectorAll(kinds[kind]))
  .filter((element) => visible(element) && names(element).includes(plain(name)));
return found.at(which === 'last' ? -1 : 0) ?? null;
"#;

/// A script: the text a person can read in the window.
pub const TEXT: &str = "return document.body ? document.body.innerText : ''";

/// An asynchronous script that answers when fonts are loaded, motion has ended and the page was drawn again.
pub const DRAWN: &str = r"
const done = arguments[arguments.length - 1];
const motions = document.getAnimations().filter((motion) => motion.effect?.getTiming().iterations !== Infinity);
Promise.allSettled([document.fonts.ready, ...motions.map((motion) => motion.finished)])
  .then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true))));
";

/// An asynchronous script for `(element)`: brings it into view and answers whether it can be clicked now, that is whether
/// it keeps its place while the page is drawn again and nothing lies over it. A click lands on a place, not on an
/// element: in a page that is still moving it lands on a neighbour.
pub const STILL: &str = r"
const [element, done] = arguments;
element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
const place = () => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [x, y, width, height];
};
const before = place();
requestAnimationFrame(() => requestAnimationFrame(() => {
  const [x, y, width, height] = place();
  const keepsItsPlace = [x, y, width, height].join() === before.join();
  const top = document.elementFromPoint(x + width / 2, y + height / 2);
  done(element.isConnected && keepsItsPlace && top !== null && (element.contains(top) || top.contains(element)));
}));
";
