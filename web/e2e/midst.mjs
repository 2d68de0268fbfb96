// SPDX-License-Identifier: GPL-3.0-or-later
// A person in the midst of it: résumés, jobs at several stages, a report, a plan on the calendar, one task done.
import { addJob, ended, uploadResume, withReport } from './material.mjs';
import { until } from './until.mjs';

/// The day so many days away.
export const day = (away) => new Date(Date.now() + away * 86_400_000).toISOString().slice(0, 10);

const ads = [
  ['Community Nurse', 'Lanternfield Home Care', 'Harrowby', ['Wound care', 'Patient assessment', 'Electronic health records', 'Driving licence'], 'applied'],
  ['Charge Nurse, Emergency', 'Saltmarsh General Hospital', 'Porthaven', ['Triage', 'ACLS certification', 'Team leadership', 'Epic'], 'interview'],
  ['Infection Prevention Nurse', 'Cedar Ridge Hospital', 'Harrowby', ['Infection control', 'Statistics', 'Microsoft Excel', 'Staff training'], 'saved'],
  ['Care Coordinator', 'Heliotrope Health', 'Remote', ['Family communication', 'Case management', 'Electronic health records'], null],
  ['Clinical Educator', 'Tidewater College', 'Millbrook', ['Teaching', 'Critical care nursing', 'Curriculum development', 'BLS certification'], null],
];

/// → { job, report }, the report as it is after the task that is done. `t` is what a journey gets.
export async function inTheMidst(t) {
  const { api } = t;
  const { job, report } = await withReport(t);
  await uploadResume(t, 'resume-teacher.docx');
  for (const [title, company, location, skills, stage] of ads) {
    const description = `${title}\n\nRequirements\n${skills.map((skill) => `• ${skill}`).join('\n')}\n\nNice to have\n• Spanish\n`;
    const made = await api('POST', '/api/jobs', {
      title,
      company,
      location: location === 'Remote' ? '' : location,
      remote: location === 'Remote',
      job_type: 'full_time',
      salary: { min: 52_000, max: 61_000, currency: 'EUR', period: 'year' },
      posted_on: day(-6),
      description,
    });
    if (stage) await api('POST', `/api/job-collections/${made.id}`);
    if (stage && stage !== 'saved') await api('POST', `/api/job-collections/${made.id}/stages`, { stage });
  }
  await addJob(t, 'job-chef.txt', { save: false, company: 'Saltmarsh Inn' });
  await withPlan(t, job, report);
  return { job, report: await newer(api, report) };
}

/// A task that is done has the report made again.
function newer(api, report) {
  const latest = async () => (await api('GET', '/api/gap-reports?latest=true&limit=100')).items.find(({ job_id: on }) => on === report.job_id);
  return until(latest, ({ id, state }) => id !== report.id && state === 'ready', 'the newest report');
}

async function withPlan({ api }, job, report) {
  const sought = await api('POST', '/api/learn/generate', { gap_report_id: report.id, limit: 20 });
  await ended(api, sought.run_id);
  const { items } = await api('GET', `/api/learning-items?gap_report_id=${report.id}&limit=100`);
  const goal = await api('POST', '/api/goals', { title: job.title, description: '', job_id: job.id, due_on: day(90) });
  const best = [...items].sort((a, b) => b.gain_per_hour - a.gain_per_hour).slice(0, 5);
  await api('POST', '/api/tasks/add', { learning_item_ids: best.map(({ id }) => id), weekly_hours: 6, goal_id: goal.id });
  for (const [title, away, priority] of [
    ['Call the charge nurse at Saltmarsh', 1, 'high'],
    ['Renew the ACLS card', 3, 'medium'],
    ['Ask two colleagues for references', -4, 'low'],
  ]) {
    await api('POST', '/api/tasks', { title, start_on: day(away), end_on: day(away), priority, goal_id: goal.id });
  }
  const { items: tasks } = await api('GET', '/api/tasks?learning=true');
  const [first] = tasks;
  await api('PATCH', `/api/tasks/${first.id}`, { done: true }, { 'If-Match': `"${first.version}"` });
}
