// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Braces, Download, FileSpreadsheet, FileText, Printer } from 'lucide-react';
import { useMessages } from '@/i18n/messages';
import { useCommand } from '@/shell/commands';
import { Button } from '@/ui/button';
import { Menu } from '@/ui/menu';
import { messages } from './messages';

/// The report as a file, or on paper.
export function ExportMenu({ id }: { id: string }) {
  const t = useMessages(messages);
  // The answer is an attachment: the browser keeps it and stays on the page.
  const fetchAs = (format: 'html' | 'md' | 'json' | 'csv') => location.assign(`/api/export?type=gap_report&format=${format}&gap_report_id=${id}`);
  useCommand(t('print'), () => window.print());
  return (
    <Menu
      label={t('export')}
      trigger={
        <Button look="secondary">
          <Download aria-hidden />
          {t('export')}
        </Button>
      }
      items={[
        { label: t('exportHtml'), icon: FileText, onSelect: () => fetchAs('html') },
        { label: t('exportMd'), icon: FileText, onSelect: () => fetchAs('md') },
        { label: t('exportCsv'), icon: FileSpreadsheet, onSelect: () => fetchAs('csv') },
        { label: t('exportJson'), icon: Braces, onSelect: () => fetchAs('json') },
        { label: t('print'), icon: Printer, onSelect: () => window.print(), apart: true },
      ]}
    />
  );
}
