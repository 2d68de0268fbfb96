// SPDX-License-Identifier: GPL-3.0-or-later
// Sending a form with files and its progress, which fetch does not tell.
import { refusal } from './error';

export interface Sending<T> {
  done: Promise<T>;
  stop: () => void;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/// Sends a form; `onShare` hears which share of it has left, from 0 to 1. `T` is what the contract says is answered.
export function sendForm<T>(path: string, form: FormData, onShare: (share: number) => void): Sending<T> {
  const request = new XMLHttpRequest();
  const done = new Promise<T>((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const body = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(body as T);
      else void refusal(request.status, body).then(reject);
    };
    request.onerror = () => void refusal(0, null).then(reject);
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'));
  });
  request.open('POST', path);
  request.setRequestHeader('X-Headway-Request', '1');
  request.send(form);
  return { done, stop: () => request.abort() };
}
