// SPDX-License-Identifier: GPL-3.0-or-later
interface Page<Item> {
  items: Item[];
  next_cursor: string | null;
}

/// All items of a list, page after page: for what is shown as a whole. `read` gets '' first.
export async function everyPage<Item>(read: (cursor: string) => Promise<Page<Item>>): Promise<{ items: Item[] }> {
  const items: Item[] = [];
  for (let cursor = ''; ; ) {
    const page = await read(cursor);
    items.push(...page.items);
    if (page.next_cursor === null) return { items };
    cursor = page.next_cursor;
  }
}
