// SPDX-License-Identifier: GPL-3.0-or-later
// Where the focus goes when the row that has it is taken out of its list: to the row that is now in its place, else to the
// heading above. Browsers would leave it nowhere, so that who uses a keyboard or a screen reader begins the page anew.

interface Place {
  row: Element;
  list: Element;
  /// Which of the rows it is.
  at: number;
  /// What the list stands in.
  around: readonly Element[];
  address: string;
}

const rows = 'li, tr';
const takesFocus = ':is(a[href], button, input, select, textarea, [tabindex="0"]):not(:disabled)';
let last: readonly Place[] = [];

/// The rows that an element is in, the innermost first.
function placesOf(element: Element): Place[] {
  const row = element.closest(rows);
  const list = row?.parentElement;
  if (!row || !list) return [];
  const around: Element[] = [];
  for (let outer: Element | null = list.parentElement; outer; outer = outer.parentElement) around.push(outer);
  const place = { row, list, at: [...list.children].indexOf(row), around, address: location.pathname };
  return [place, ...placesOf(list)];
}

/// Takes a row for the one with the focus: what deletes it stands elsewhere.
export function standsFor(row: Element | null | undefined): void {
  if (row) last = placesOf(row);
}

function focusHeading({ around }: Place): void {
  for (const outer of around) {
    const heading = outer.isConnected && outer.querySelector<HTMLElement>('h1, h2, h3');
    if (!heading) continue;
    heading.tabIndex = -1;
    heading.focus();
    return;
  }
}

/// Gives the focus on when nothing has it and the row that had it is gone.
function giveOn(): void {
  const place = last.findLast(({ row }) => !row.isConnected);
  if (!place || (document.activeElement ?? document.body) !== document.body) return;
  last = [];
  if (place.address !== location.pathname) return;
  const next = place.list.isConnected ? (place.list.children[place.at] ?? [...place.list.children].at(-1)) : undefined;
  const target = next?.querySelector<HTMLElement>(takesFocus);
  if (target) target.focus();
  else focusHeading(place);
}

/// Begins to look after it; answers with what ends that.
export function keepFocus(): () => void {
  let waiting = 0;
  const follow = ({ target }: FocusEvent) => {
    if (!(target instanceof Element)) return;
    const places = placesOf(target);
    // A dialog was opened by what had the focus before; it is about that row.
    if (places.length > 0 || !target.closest('dialog')) last = places;
  };
  // Who moves a row gives the focus to it by itself, and right away.
  const look = () => {
    if (last.every(({ row }) => row.isConnected)) return;
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(giveOn);
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true, subtree: true });
  document.addEventListener('focusin', follow);
  return () => {
    cancelAnimationFrame(waiting);
    observer.disconnect();
    document.removeEventListener('focusin', follow);
  };
}
