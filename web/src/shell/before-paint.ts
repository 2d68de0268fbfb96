// SPDX-License-Identifier: GPL-3.0-or-later

/// Runs in the head, before anything is painted: the theme that was chosen, and the language (the page, built in
/// English, stays hidden until it is shown in another one). A content security policy by hashes allows it.
export const beforePaint = `(function(){var d=document.documentElement;try{
var t=localStorage.getItem('headway.theme');if(t==='light'||t==='dark')d.dataset.theme=t;
}catch(e){}try{
var l=(localStorage.getItem('headway.language')||navigator.language||'en').slice(0,2).toLowerCase();
if(l==='de'){d.lang='de';d.dataset.pending='';}
}catch(e){}})();`;
