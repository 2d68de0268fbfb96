// SPDX-License-Identifier: GPL-3.0-or-later
// Material of invented people that several journeys begin with, through the API. Each step is over when it has an effect:
// on a slow machine the server answers before it has read a file or made a report.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { until } from './until.mjs';

const folder = fileURLToPath(new URL('../../samples/', import.meta.url));

export const sampleFile = (name) => folder + name;
export const sampleText = (name) => readFile(sampleFile(name), 'utf8');

/// Waits for the end of a run; fails when it did not end well.
export async function ended(api, id) {
  const run = await until(() => api('GET', `/api/runs/${id}`), ({ state }) => !['queued', 'running'].includes(state), `run ${id}`);
  assert.equal(run.state, 'ready', run.reason);
}

/// Uploads a résumé of samples/ and waits until it has been read.
export async function uploadResume({ context, api }, name) {
  const reply = await context.request.post('/api/backend/resume/upload', {
    headers: { 'X-Headway-Request': '1' },
    multipart: { resume_file: { name, mimeType: 'application/octet-stream', buffer: await readFile(sampleFile(name)) } },
  });
  assert.ok(reply.ok(), `uploading ${name}: ${reply.status()} ${await reply.text()}`);
  const { id, run_id: run } = await reply.json();
  if (run) await ended(api, run);
  return api('GET', `/api/resumes/${id}`);
}

/// Adds a job of samples/ and saves it; `save: false` leaves that out.
export async function addJob({ api }, name, { save = true, ...more } = {}) {
  const job = await api('POST', '/api/jobs', { description: await sampleText(name), ...more });
  if (save) await api('POST', `/api/job-collections/${job.id}`);
  return job;
}

/// A report of the default résumé on that job, when it can be read.
export async function makeReport({ api }, job) {
  const made = await api('POST', '/api/gap/run', { job_id: job.id });
  await ended(api, made.run_id);
  return api('GET', `/api/gap/${made.gap_report_id}`);
}

/// A person with a résumé, a saved job and a report on both: { job, report }.
export async function withReport(t, kind = 'nurse') {
  await t.register();
  await uploadResume(t, `resume-${kind}.pdf`);
  const job = await addJob(t, `job-${kind}.txt`, {
    nurse: { title: 'Registered Nurse, Intensive Care', company: 'Cedar Ridge Hospital' },
    backend: { company: 'Tidewater Systems' },
  }[kind]);
  return { job, report: await makeReport(t, job) };
}
