// SPDX-License-Identifier: GPL-3.0-or-later
// Every page behind the sign-in: one entry here puts it into the navigation and the command palette. Order is
// order of sight; the first page is where one lands after signing in.
import { Bot, Briefcase, CalendarCheck2, ChartNoAxesGantt, FileText, Goal, GraduationCap, Grid3x3, LayoutDashboard, type LucideIcon, MessageCircle, NotebookPen, Route, Settings, ShieldCheck } from 'lucide-react';
import type { ShellMessage } from './messages';

export interface Page {
  path: string;
  /// Addresses that belong to it and have no entry of their own.
  within?: readonly string[];
  name: ShellMessage & `page.${string}`;
  group: ShellMessage & `group.${string}`;
  icon: LucideIcon;
  /// One of the four that stand in the bar at the bottom of a phone.
  inBar?: boolean;
  adminOnly?: boolean;
  /// What can be started from anywhere: the page opens with it.
  actions?: readonly { name: ShellMessage & `action.${string}`; address: string }[];
}

export const pages: readonly [Page, ...Page[]] = [
  { path: '/dashboard', name: 'page.dashboard', group: 'group.now', icon: LayoutDashboard, inBar: true },
  {
    path: '/resumes',
    within: ['/resume'],
    name: 'page.resumes',
    group: 'group.material',
    icon: FileText,
    actions: [{ name: 'action.pasteResume', address: '/resumes?paste' }],
  },
  {
    path: '/jobs',
    within: ['/job', '/fetch'],
    name: 'page.jobs',
    group: 'group.material',
    icon: Briefcase,
    inBar: true,
    actions: [
      { name: 'action.addJob', address: '/jobs?new' },
      { name: 'action.fetchJobs', address: '/fetch' },
    ],
  },
  {
    path: '/reports',
    within: ['/report'],
    name: 'page.reports',
    group: 'group.insight',
    icon: ChartNoAxesGantt,
    inBar: true,
    actions: [{ name: 'action.newReport', address: '/reports?new' }],
  },
  { path: '/matrix', name: 'page.matrix', group: 'group.insight', icon: Grid3x3 },
  { path: '/pathways', within: ['/pathway'], name: 'page.pathways', group: 'group.insight', icon: Route },
  {
    path: '/goals',
    name: 'page.goals',
    group: 'group.work',
    icon: Goal,
    actions: [{ name: 'action.newGoal', address: '/goals?new' }],
  },
  {
    path: '/work',
    name: 'page.work',
    group: 'group.work',
    icon: CalendarCheck2,
    inBar: true,
    actions: [{ name: 'action.newTask', address: '/work?new' }],
  },
  { path: '/plan', name: 'page.plan', group: 'group.work', icon: GraduationCap },
  {
    path: '/notes',
    name: 'page.notes',
    group: 'group.work',
    icon: NotebookPen,
    actions: [{ name: 'action.newNote', address: '/notes?new' }],
  },
  {
    path: '/chat',
    name: 'page.chat',
    group: 'group.work',
    icon: MessageCircle,
    actions: [{ name: 'action.newChat', address: '/chat?new' }],
  },
  { path: '/proposals', name: 'page.proposals', group: 'group.work', icon: Bot },
  { path: '/settings', name: 'page.settings', group: 'group.account', icon: Settings },
  { path: '/admin', name: 'page.admin', group: 'group.account', icon: ShieldCheck, adminOnly: true },
];

/// Where one lands after signing in.
export const home: string = pages[0].path;

/// Whether an address belongs to a page.
export function isPage(page: Page, address: string): boolean {
  return address === page.path || page.within?.includes(address) === true;
}
