import { useSyncExternalStore } from 'react';
import { chooseLanguage } from '../messages/load-language.ts';
import { type Language, languageNames } from '../messages/messages.ts';
import { useLanguage, useSharedText } from '../messages/use-text.ts';
import { currentTheme, onThemeChange, showTheme, type Theme } from '../theme.ts';

/** Each language named in itself, so that nobody has to read another one to find their own. */
export function LanguageSwitch({
  offered,
  onChosen,
}: {
  offered: readonly Language[];
  onChosen?: (language: Language) => void;
}) {
  const t = useSharedText();
  const shown = useLanguage();
  if (offered.length < 2) return null;
  return (
    <fieldset className="switch">
      <legend className="visually-hidden">{t('language.label')}</legend>
      {offered.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          className="switch-choice"
          aria-pressed={language === shown}
          onClick={() => void chooseLanguage(language).then(() => onChosen?.(language))}
        >
          {languageNames[language]}
        </button>
      ))}
    </fieldset>
  );
}

const themes: readonly Theme[] = ['system', 'light', 'dark'];

export function ThemeSwitch() {
  const t = useSharedText();
  const shown = useSyncExternalStore(onThemeChange, currentTheme);
  return (
    <fieldset className="switch">
      <legend className="switch-legend">{t('theme.label')}</legend>
      {themes.map((theme) => (
        <button
          key={theme}
          type="button"
          className="switch-choice"
          aria-pressed={theme === shown}
          onClick={() => showTheme(theme)}
        >
          {t(`theme.${theme}`)}
        </button>
      ))}
    </fieldset>
  );
}
