import { type ChangeEvent, useEffect, useId, useRef, useState } from 'react';
import { drawLogo, drawSmallLogo, LOGO_SIDE } from '../shared/pictures/small-logo.ts';
import { Button } from '../shared/ui/button.tsx';
import { FieldProblem } from '../shared/ui/field.tsx';
import { useSetupText } from './setup-text.ts';

interface LogoFieldProps {
  /** The picture as data: text, '' without one. */
  value: string;
  onChange: (value: string) => void;
  problem: string | undefined;
}

/** A picture from this machine, made small here so that a photo of several megabytes is never sent. */
export function LogoField({ value, onChange, problem }: LogoFieldProps) {
  const t = useSetupText();
  const id = useId();
  const chosen = useRef<HTMLInputElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isUnreadable, setUnreadable] = useState(false);

  useEffect(() => {
    if (canvas.current !== null && value !== '') void redraw(canvas.current, value);
  }, [value]);

  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (file === undefined || canvas.current === null) return;
    try {
      onChange(await drawSmallLogo(canvas.current, file));
      setUnreadable(false);
    } catch {
      setUnreadable(true);
    }
  };

  const shownProblem = isUnreadable ? t('society.logoUnreadable') : problem;
  const describedBy = `${id}-hint${shownProblem === undefined ? '' : ` ${id}-problem`}`;
  return (
    <div className="field">
      <div className="field-label">
        {t('society.logo')} <span className="field-optional">({t('field.optional')})</span>
      </div>
      <div id={`${id}-hint`} className="field-hint">
        {t('society.logoHint')}
      </div>
      <canvas
        ref={canvas}
        className="logo-picture"
        hidden={value === ''}
        role="img"
        aria-label={t('society.logo')}
        width={LOGO_SIDE}
        height={LOGO_SIDE}
      />
      {/* The browser's own button speaks the browser's language, not the reader's. */}
      <div className="row">
        <Button aria-describedby={describedBy} onClick={() => chosen.current?.click()}>
          {t('society.logoChoose')}
        </Button>
        {value !== '' && (
          <Button look="text" onClick={() => onChange('')}>
            {t('society.logoRemove')}
          </Button>
        )}
      </div>
      <input
        ref={chosen}
        type="file"
        className="visually-hidden"
        accept="image/png,image/jpeg"
        aria-label={t('society.logo')}
        tabIndex={-1}
        onChange={(event) => void choose(event)}
      />
      <FieldProblem id={`${id}-problem`} problem={shownProblem} />
    </div>
  );
}

/** A picture that was kept from before a reload. */
async function redraw(canvas: HTMLCanvasElement, value: string): Promise<void> {
  const base64 = value.slice(value.indexOf(',') + 1);
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  drawLogo(canvas, await createImageBitmap(new Blob([bytes])), LOGO_SIDE);
}
