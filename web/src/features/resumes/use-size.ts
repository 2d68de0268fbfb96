// SPDX-License-Identifier: GPL-3.0-or-later
import { useLanguage } from '@/i18n/language';

/// 48117 → "48 kB", as the language writes it.
export function useSize(): (bytes: number) => string {
  const language = useLanguage();
  return (bytes) => {
    const [value, unit, digits] = bytes < 1e6 ? [bytes / 1e3, 'kilobyte', 0] : [bytes / 1e6, 'megabyte', 1];
    const least = bytes > 0 && bytes < 1000 ? 1 : value;
    return new Intl.NumberFormat(language, { style: 'unit', unit: unit as string, maximumFractionDigits: digits as number }).format(least as number);
  };
}
