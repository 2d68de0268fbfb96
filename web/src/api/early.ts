// SPDX-License-Identifier: GPL-3.0-or-later
// What a page behind the sign-in asks for first is asked for while its scripts are still on their way: an inline script
// in the head opens the stream of changes and, when that is open, sends the questions. So answers are there when React
// is, and none has to be read again because of what changed before the stream began.
import type { QueryClient } from '@tanstack/react-query';

const patience = 1000; // ms that questions wait for the stream

interface Told {
  status: number;
  type: string;
  text: string;
  /// When it was there, in ms since 1970.
  at: number;
}

export interface Early {
  source: EventSource;
  /// Whether the stream was open before the first question was sent; null while none was.
  ahead: boolean | null;
  /// Types of the changes that the stream has told of so far.
  heard: string[];
  /// By address; each is given away once.
  answers: Partial<Record<string, Promise<Told>>>;
  /// Those of them that are there.
  here: Partial<Record<string, Told>>;
  /// What stood for "{id}" and "{week}".
  given: { id: string; week: string };
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

/// A query of a page: its path and parameters. "{id}" is that of the address, "{week}" the day in six days.
export type Question = readonly [path: string, params: Params | null];
interface Params {
  path?: Readonly<Record<string, unknown>> | undefined;
  query?: Readonly<Record<string, unknown>> | undefined;
}

/// The address of a question, letter by letter as the client asks for it; `encode` writes the values into it.
export function addressOf([path, params]: Question, encode: (value: string) => string = String): string {
  const query = Object.entries(params?.query ?? {}).flatMap(([name, value]) =>
    [value].flat().flatMap((one) => (one === undefined || one === null ? [] : [`${name}=${encode(String(one))}`])),
  );
  const filled = path.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params?.path?.[name];
    return value === undefined ? whole : encode(String(value));
  });
  return query.length > 0 ? `${filled}?${query.join('&')}` : filled;
}

interface Given {
  /// Their addresses.
  pages: readonly string[];
  /// Of changes.
  types: readonly string[];
  /// What every page asks.
  all: readonly Question[];
  /// What one asks beside that.
  questions: Readonly<Record<string, readonly Question[]>>;
}

/// The script for the head.
export function earlyScript({ pages, types, all, questions }: Given): string {
  const given = {
    pages,
    types,
    all: all.map((one) => addressOf(one)),
    questions: Object.fromEntries(Object.entries(questions).map(([page, asked]) => [page, asked.map((one) => addressOf(one))])),
  };
  return `(function(g){try{
if(g.pages.indexOf(location.pathname)<0||!window.EventSource)return;
var d=new Date();d.setDate(d.getDate()+6);
var two=function(n){return (n<10?'0':'')+n;},week=d.getFullYear()+'-'+two(d.getMonth()+1)+'-'+two(d.getDate());
var id=new URLSearchParams(location.search).get('id')||'';
var s=new EventSource('/api/events'),e=window.headwayEarly={source:s,ahead:null,heard:[],answers:{},here:{},given:{id:id,week:week}};
g.types.forEach(function(t){s.addEventListener(t,function(){e.heard.push(t);e.answers={};e.here={};});});
var opened=e.opened=new Promise(function(go){
var start=function(ahead){if(e.ahead===null){e.ahead=ahead;go();}};
s.addEventListener('open',function(){start(true);});
s.addEventListener('error',function(){start(false);});setTimeout(start,${patience},false);
});
g.all.concat(g.questions[location.pathname]||[]).forEach(function(q){
if(q.indexOf('{id}')>=0&&!id)return;
q=q.replace('{id}',encodeURIComponent(id)).replace('{week}',week);
var a=e.answers[q]=opened.then(function(){return fetch(q);}).then(function(r){return r.text().then(function(x){
var told={status:r.status,type:r.headers.get('Content-Type')||'',text:x,at:Date.now()};
if(e.answers[q]===a)e.here[q]=told;
return told;});});
a.catch(function(){});
});
setTimeout(function(){e.answers={};e.here={};},30000);
}catch(x){}})(${JSON.stringify(given)});`;
}

const early = () => (typeof window === 'undefined' ? undefined : window.headwayEarly);

function asResponse({ status, type, text }: Told): Response {
  return new Response(text === '' ? null : text, { status, headers: { 'Content-Type': type } });
}

/// The answer to a question that was sent already, if it was; others, which `ask` sends, wait for the stream too.
export function takeEarly(address: string, ask: () => Promise<Response>): Promise<Response> | undefined {
  const asked = early();
  if (!asked) return undefined;
  const answer = asked.answers[address];
  Reflect.deleteProperty(asked.answers, address);
  if (answer) return answer.then(asResponse);
  return asked.ahead === null ? asked.opened.then(ask) : undefined;
}

/// Gives the client what is there already, so that what is drawn first has it. What went wrong is left for whoever asks.
export function seedEarly(client: QueryClient, questions: readonly Question[]): void {
  const asked = early();
  if (!asked) return;
  const { id, week } = asked.given;
  for (const question of questions) {
    const filled = JSON.parse(JSON.stringify(question).replace('"{id}"', JSON.stringify(id)).replace('"{week}"', JSON.stringify(week))) as Question;
    const address = addressOf([filled[0], filled[1]]);
    const told = asked.here[address];
    if (told?.status !== 200 || !asked.answers[address]) continue;
    Reflect.deleteProperty(asked.answers, address);
    Reflect.deleteProperty(asked.here, address);
    client.setQueryData(filled, JSON.parse(told.text), { updatedAt: told.at });
  }
}

/// The stream that was opened already, if it was; whoever takes it listens to it from now on.
export function takeStream(): Early | undefined {
  const asked = early();
  if (!asked || asked.taken) return undefined;
  asked.taken = true;
  return asked;
}
