// SPDX-License-Identifier: GPL-3.0-or-later
import { CircleAlert } from 'lucide-react';

/// Why a whole form was refused.
export function FormNotice({ text }: { text: string | null }) {
  return (
    <div role="alert" className={text ? undefined : 'sr-only'}>
      {text && (
        <p className="flex items-start gap-2.5 rounded-md bg-bad-soft px-3.5 py-2.5 text-sm font-medium text-bad">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {text}
        </p>
      )}
    </div>
  );
}
