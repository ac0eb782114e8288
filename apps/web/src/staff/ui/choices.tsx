import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useId, useSyncExternalStore } from 'react';
import { chooseLanguage } from '../../shared/messages/load-language.ts';
import { type Language, languageNames, languages } from '../../shared/messages/messages.ts';
import { useLanguage } from '../../shared/messages/use-text.ts';
import { currentTheme, onThemeChange, showTheme, type Theme } from '../../shared/theme.ts';
import { useWords } from '../words.ts';
import { type Density, showDensity, useDensity } from './density.ts';

interface Option<Value extends string> {
  value: Value;
  label: ReactNode;
}

interface SegmentsProps<Value extends string> {
  label: string;
  options: readonly Option<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  isLabelHidden?: boolean;
  isFull?: boolean;
}

/** A few choices side by side, one of them made. */
export function Segments<Value extends string>({
  label,
  options,
  value,
  onChange,
  isLabelHidden,
  isFull,
}: SegmentsProps<Value>) {
  const id = useId();
  return (
    <div className="segments">
      <span id={id} className={isLabelHidden === true ? 'visually-hidden' : 'segments-label'}>
        {label}
      </span>
      <SegmentedControl
        aria-labelledby={id}
        fullWidth={isFull === true}
        data={options.map((option) => ({ ...option }))}
        value={value}
        transitionDuration={0}
        onChange={(chosen) => {
          const option = options.find((one) => one.value === chosen);
          if (option !== undefined) onChange(option.value);
        }}
      />
    </div>
  );
}

/** Each language named in itself, so that nobody has to read another one to find their own. */
export function LanguageChoice({ onChosen }: { onChosen?: (language: Language) => void }) {
  const t = useWords();
  const shown = useLanguage();
  return (
    <Segments
      label={t('language.label')}
      options={languages.map((language) => ({ value: language, label: languageNames[language] }))}
      value={shown}
      onChange={(language) => void chooseLanguage(language).then(() => onChosen?.(language))}
    />
  );
}

const themes: readonly Theme[] = ['system', 'light', 'dark'];

export function ThemeChoice() {
  const t = useWords();
  const shown = useSyncExternalStore(onThemeChange, currentTheme);
  return (
    <Segments
      label={t('theme.label')}
      options={themes.map((theme) => ({ value: theme, label: t(`theme.${theme}`) }))}
      value={shown}
      onChange={showTheme}
    />
  );
}

const densities: readonly Density[] = ['comfortable', 'compact'];

export function DensitySwitch() {
  const t = useWords();
  const shown = useDensity();
  return (
    <Segments
      label={t('density.label')}
      options={densities.map((density) => ({ value: density, label: t(`density.${density}`) }))}
      value={shown}
      onChange={showDensity}
    />
  );
}
