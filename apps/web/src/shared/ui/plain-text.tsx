import { Fragment } from 'react';

/** An address that begins like one and has nothing unusual in it; a sentence's own full stop is none of it. */
const ADDRESS = /(https?:\/\/[A-Za-z0-9.-]+(?:\/[A-Za-z0-9\-._~/?=&%+#]*[A-Za-z0-9/=])?)/;

/** What somebody typed, shown as it is, line by line; nothing in it is ever taken for code. Plain addresses can be followed. */
export function PlainText({ text, language }: { text: string; language?: string }) {
  return (
    <div className="plain-text" {...(language === undefined ? {} : { lang: language })}>
      {text.split(/\n{2,}/).map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text that is shown does not change its paragraphs.
        <p key={index}>
          <Line text={paragraph} />
        </p>
      ))}
    </div>
  );
}

function Line({ text }: { text: string }) {
  return text.split(ADDRESS).map((piece, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above.
      <a key={index} href={piece} target="_blank" rel="noopener noreferrer">
        {piece}
      </a>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above.
      <Fragment key={index}>{piece}</Fragment>
    ),
  );
}
