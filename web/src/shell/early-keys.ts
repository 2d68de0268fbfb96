// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl-K or ⌘-K pressed before the page's scripts are there, and what was typed after it: heard by an inline script in the
// head, and given to the palette when there is one.
interface Keys {
  open: boolean;
  text: string;
  hear: (event: KeyboardEvent) => void;
}

declare global {
  interface Window {
    headwayKeys?: Keys;
  }
}

/// The script for the head; it does something on these addresses.
export function earlyKeys(pages: readonly string[]): string {
  return `(function(p){if(p.indexOf(location.pathname)<0)return;
var k=window.headwayKeys={open:false,text:'',hear:function(e){
var mod=e.ctrlKey||e.metaKey;
if(mod&&!e.altKey&&!e.shiftKey&&e.key.toLowerCase()==='k'){k.open=!k.open;k.text='';}
else if(!k.open||mod||e.altKey)return;
else if(e.key==='Escape')k.open=false;
else if(e.key==='Backspace')k.text=k.text.slice(0,-1);
else if(e.key.length===1)k.text+=e.key;
else return;
e.preventDefault();
}};addEventListener('keydown',k.hear);})(${JSON.stringify(pages)});`;
}

/// What was typed for the palette so far, null when it was not asked for. From now on others listen.
export function takeKeys(): string | null {
  const keys = window.headwayKeys;
  if (!keys) return null;
  window.removeEventListener('keydown', keys.hear);
  delete window.headwayKeys;
  return keys.open ? keys.text : null;
}
