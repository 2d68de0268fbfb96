// SPDX-License-Identifier: GPL-3.0-or-later
import { readdirSync } from 'node:fs';
import a11y from 'eslint-plugin-jsx-a11y';
import hooks from 'eslint-plugin-react-hooks';
import typescript from 'typescript-eslint';

const features = readdirSync(new URL('./src/features/', import.meta.url));

// Who may import whom: app → features → shell, document → api, i18n, ui. A feature knows no other feature.
const never = (patterns, message) => ({ 'no-restricted-imports': ['error', { patterns: [{ group: patterns, message }] }] });
const deep = ['**/../features/*', '**/../../**'];
const layers = [
  ...features.map((own) => ({
    files: [`src/features/${own}/**`],
    rules: never(
      [...features.filter((other) => other !== own).map((other) => `@/features/${other}/**`), '../*', '@/features', '**/app/**'],
      'A feature imports nothing of another. What two need goes to src/ui, src/api or src/i18n.',
    ),
  })),
  { files: ['src/document/**', 'src/model/**', 'src/proposals/**'], rules: never(['@/features/**', '@/shell/**', ...deep], 'What features share knows none of them.') },
  { files: ['src/shell/**'], rules: never(['@/features/**', ...deep], 'The shell knows no feature.') },
  { files: ['src/ui/**'], rules: never(['@/features/**', '@/shell/**', ...deep], 'src/ui uses api errors and i18n only.') },
  { files: ['src/api/**', 'src/i18n/**'], rules: never(['@/features/**', '@/shell/**', '@/ui/**', ...deep], 'The lowest layer.') },
];

export default typescript.config(
  { ignores: ['.next/', 'out/', 'next-env.d.ts', 'src/api/generated/'] },
  ...typescript.configs.strict,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: {
      ...hooks.configs.recommended.rules,
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'No barrel files: import from where it is.' },
        { selector: 'ExportNamedDeclaration[source]', message: 'No barrel files: import from where it is.' },
      ],
      'no-console': 'error',
    },
  },
  { files: ['**/*.tsx'], ...a11y.flatConfigs.strict },
  {
    files: ['**/*.tsx'],
    rules: {
      'max-lines': ['error', { max: 150, skipBlankLines: true, skipComments: true }],
      // A list without bullets is no list for Safari unless it says so; a dialog of the browser takes a click beside it.
      'jsx-a11y/no-redundant-roles': ['error', { ul: ['listbox', 'list'] }],
      'jsx-a11y/label-has-associated-control': ['error', { assert: 'either', depth: 3, controlComponents: ['Input'] }],
      'jsx-a11y/no-noninteractive-element-to-interactive-role': ['error', { ul: ['listbox'], li: ['option'] }],
    },
  },
  ...layers,
);
