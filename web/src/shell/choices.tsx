// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Check, Languages, Monitor, Moon, Sun } from 'lucide-react';
import { type Language, setLanguage, useLanguage } from '@/i18n/language';
import { useMessages } from '@/i18n/messages';
import { IconButton } from '@/ui/button';
import { Menu } from '@/ui/menu';
import { messages } from './messages';
import { type Theme, setTheme, themes, useTheme } from './theme';

const icons = { system: Monitor, light: Sun, dark: Moon } as const;

/// What languages call themselves.
export const ownNames: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

export function useThemeItems() {
  const t = useMessages(messages);
  const theme = useTheme();
  return themes.map((choice: Theme) => ({
    label: t(`theme.${choice}`),
    icon: icons[choice],
    checked: choice === theme,
    onSelect: () => setTheme(choice),
  }));
}

export function ThemeMenu() {
  const t = useMessages(messages);
  const Icon = icons[useTheme()];
  return (
    <Menu
      label={t('theme')}
      items={useThemeItems()}
      trigger={
        <IconButton label={t('theme')}>
          <Icon aria-hidden />
        </IconButton>
      }
    />
  );
}

/// `onChoose` also keeps the choice where the person's settings are, when somebody is signed in.
export function LanguageMenu({ onChoose }: { onChoose?: (language: Language) => void }) {
  const t = useMessages(messages);
  const language = useLanguage();
  const items = (['en', 'de'] as const).map((choice) => ({
    label: ownNames[choice],
    icon: choice === language ? Check : Languages,
    checked: choice === language,
    onSelect: () => {
      setLanguage(choice);
      onChoose?.(choice);
    },
  }));
  return (
    <Menu
      label={t('language')}
      items={items}
      trigger={
        <IconButton label={t('language')}>
          <Languages aria-hidden />
        </IconButton>
      }
    />
  );
}
