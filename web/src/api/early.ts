// SPDX-License-Identifier: GPL-3.0-or-later
// What a page behind the sign-in asks for first is asked for while its scripts are still on their way: an inline script
// in the head opens the stream of changes and, when that is open, sends the questions. So answers are there when React
// is, and none has to be read again because of what changed before the stream began.
const patience = 1000; // ms that questions wait for the stream

export interface Early {
  source: EventSource;
  /// Whether the stream was open before the first question was sent; null while none was.
  ahead: boolean | null;
  /// Types of the changes that the stream has told of so far.
  heard: string[];
  /// By address; each is given away once.
  answers: Partial<Record<string, Promise<Response>>>;
  /// When the stream is open, or takes too long.
  opened: Promise<void>;
  /// Whether somebody listens to the stream.
  taken?: boolean;
}

declare global {
  interface Window {
    headwayEarly?: Early;
  }
}

interface Given {
  /// Their addresses.
  pages: readonly string[];
  /// Of changes.
  types: readonly string[];
  /// What every page asks.
  all: readonly string[];
  /// What one asks beside that. "{id}" is that of the address, "{week}" the day in six days.
  questions: Readonly<Record<string, readonly string[]>>;
}

/// The script for the head.
export function earlyScript(given: Given): string {
  return `(function(g){try{
if(g.pages.indexOf(location.pathname)<0||!window.EventSource)return;
var s=new EventSource('/api/events'),e=window.headwayEarly={source:s,ahead:null,heard:[],answers:{}};
g.types.forEach(function(t){s.addEventListener(t,function(){e.heard.push(t);e.answers={};});});
var id=new URLSearchParams(location.search).get('id'),d=new Date();d.setDate(d.getDate()+6);
var two=function(n){return (n<10?'0':'')+n;},week=d.getFullYear()+'-'+two(d.getMonth()+1)+'-'+two(d.getDate());
var opened=e.opened=new Promise(function(go){
var start=function(ahead){if(e.ahead===null){e.ahead=ahead;go();}};
s.addEventListener('open',function(){start(true);});
s.addEventListener('error',function(){start(false);});setTimeout(start,${patience},false);
});
g.all.concat(g.questions[location.pathname]||[]).forEach(function(q){
if(q.indexOf('{id}')>=0&&!id)return;
q=q.replace('{id}',encodeURIComponent(id)).replace('{week}',week);
e.answers[q]=opened.then(function(){return fetch(q);});e.answers[q].catch(function(){});
});
setTimeout(function(){e.answers={};},30000);
}catch(x){}})(${JSON.stringify(given)});`;
}

/// The answer to a question that was sent already, if it was; other questions wait for the stream too.
export function takeEarly(request: Request): Promise<Response> | undefined {
  const early = typeof window === 'undefined' ? undefined : window.headwayEarly;
  if (!early || request.method !== 'GET') return undefined;
  const { pathname, search } = new URL(request.url);
  const address = pathname + search;
  const answer = early.answers[address];
  Reflect.deleteProperty(early.answers, address);
  if (answer || early.ahead !== null) return answer;
  return early.opened.then(() => fetch(request));
}

/// The stream that was opened already, if it was; whoever takes it listens to it from now on.
export function takeStream(): Early | undefined {
  const early = window.headwayEarly;
  if (!early || early.taken) return undefined;
  early.taken = true;
  return early;
}
