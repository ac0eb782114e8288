import { useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Society } from '../answers.ts';
import type { Format } from '../format.ts';
import { phoneText } from '../format.ts';
import { type SharedKey, type Text, useLanguage, useSharedText } from '../messages/use-text.ts';

// On paper only: whose paper it is above the title, as on receipts and statements, and who printed it and when below
// everything.

export function Letterhead({ society }: { society: Society }) {
  const t = useSharedText();
  const language = useLanguage();
  const { name, nameLocal, logo, address, registrationNumber, support } = society;
  const names = language === 'en' ? [name, nameLocal] : [nameLocal ?? name, name];
  const [first, beneath] = [...new Set(names)];
  const registration = registrationNumber === null ? null : t('print.registration', { number: registrationNumber });
  return (
    <div className="letterhead">
      {logo !== null && <img src={logo} alt="" className="letterhead-logo" />}
      <div>
        <p className="letterhead-name">{first}</p>
        {typeof beneath === 'string' && <p>{beneath}</p>}
        <p>{inOneLine(registration, address)}</p>
        <p>{inOneLine(support.phone === null ? null : phoneText(support.phone), support.email)}</p>
      </div>
    </div>
  );
}

const inOneLine = (...parts: readonly (string | null)[]) => parts.filter((part) => part !== null).join(' · ');

interface PrintedByProps {
  /** Of whoever is logged in; unknown before that. */
  reader: string | undefined;
  societyName: string;
  /** Of the page. */
  title: string;
  format: Format;
}

export function PrintedBy({ reader, societyName, title, format }: PrintedByProps) {
  const t = useSharedText();
  const [at, setAt] = useState(() => new Date());
  const hour = format.instant(at.toISOString());
  useLayoutEffect(() => {
    // The browser draws the paper right after this event, so the hour must stand there before it ends.
    const mark = () => flushSync(() => setAt(new Date()));
    addEventListener('beforeprint', mark);
    return () => removeEventListener('beforeprint', mark);
  }, []);
  useLayoutEffect(() => {
    // The foot of every sheet is drawn by the style sheet, which reads its words here.
    const foot = [societyName, title, hour].filter((part) => part !== '').join(' · ');
    document.documentElement.style.setProperty('--print-foot', JSON.stringify(foot));
  }, [societyName, title, hour]);
  return reader === undefined ? null : <p className="printed-by">{t('print.by', { name: reader, at: hour })}</p>;
}

/** Under a list: whether the paper holds all of it. */
export function PaperEnd({ t, count, goesOn }: { t: Text<SharedKey>; count: number; goesOn: boolean }) {
  return <p className="paper-end">{t(goesOn ? 'print.part' : 'print.whole', { count })}</p>;
}
