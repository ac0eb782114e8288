// What the drawing thread is handed: texts in reading order, already in the reader's language. It decides nothing.

export interface LabelledText {
  readonly label: string;
  readonly text: string;
}

export interface LetterheadSheet {
  readonly name: string;
  /** The society's name in its other script, beneath. */
  readonly nameBeneath: string | null;
  readonly lines: readonly string[];
  /** PNG or JPEG. */
  readonly logo: Uint8Array | null;
}

interface SheetInfo {
  readonly language: 'en' | 'hi';
  /** The title of the file, and who made it. */
  readonly documentTitle: string;
  readonly author: string;
  readonly madeAt: number;
}

export interface ReceiptSheet extends SheetInfo {
  readonly paper: 'receipt';
  readonly size: 'a5' | '80mm';
  readonly letterhead: LetterheadSheet;
  readonly title: string;
  /** "DUPLICATE – print 2"; null on the first print. */
  readonly duplicateMark: string | null;
  /** "REVERSED by …"; null while the receipt stands. */
  readonly reversedMark: string | null;
  readonly number: LabelledText;
  readonly date: LabelledText;
  readonly person: LabelledText & { readonly detail: string };
  readonly headings: { readonly particulars: string; readonly amount: string };
  readonly rows: readonly { readonly label: string; readonly amount: string }[];
  readonly total: LabelledText;
  readonly words: { readonly label: string; readonly texts: readonly string[] };
  readonly payment: readonly LabelledText[];
  readonly signatures: readonly string[];
  readonly qr: string;
  readonly foot: string;
}

export interface StatementRow {
  readonly date: string;
  /** The same day in the society's other calendar. */
  readonly otherDate: string | null;
  readonly particulars: string;
  readonly voucher: string;
  readonly withdrawal: string;
  readonly deposit: string;
  readonly balance: string;
}

export interface StatementSheet extends SheetInfo {
  readonly paper: 'statement';
  readonly letterhead: LetterheadSheet;
  readonly title: string;
  readonly period: string;
  readonly facts: readonly LabelledText[];
  readonly headings: Omit<StatementRow, 'otherDate'>;
  readonly opening: { readonly label: string; readonly balance: string };
  readonly rows: readonly StatementRow[];
  readonly emptyText: string;
  readonly totals: { readonly label: string; readonly withdrawal: string; readonly deposit: string };
  readonly closing: { readonly label: string; readonly balance: string };
  readonly words: { readonly label: string; readonly texts: readonly string[] };
  readonly signatures: readonly string[];
  readonly foot: string;
  /** "Page {page} of {pages}" */
  readonly pageOfPages: string;
}

export interface CertificateSheet extends SheetInfo {
  readonly paper: 'certificate';
  readonly letterhead: LetterheadSheet;
  readonly title: string;
  readonly facts: readonly LabelledText[];
  /** The sentence of the certificate; what stands between asterisks is set heavier. */
  readonly sentence: string;
  readonly table: readonly LabelledText[];
  readonly words: readonly { readonly label: string; readonly texts: readonly string[] }[];
  readonly place: string;
  readonly seal: string;
  readonly signatures: readonly string[];
  readonly qr: string;
}

export type DocumentBlock =
  | { readonly kind: 'heading' | 'text'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly columns: readonly {
        readonly heading: string;
        /** Of the width of the page, beside the other columns. */
        readonly part: number;
        readonly isNumber?: boolean;
      }[];
      readonly rows: readonly (readonly string[])[];
      /** A line beneath each row, where rows are tall. */
      readonly isRuled?: boolean;
    };

/** Sentences and tables that run over as many pages as they need. */
export interface DocumentSheet extends SheetInfo {
  readonly paper: 'document';
  readonly letterhead: LetterheadSheet;
  readonly title: string;
  readonly facts: readonly LabelledText[];
  readonly blocks: readonly DocumentBlock[];
  readonly signatures: readonly string[];
  readonly foot: string;
  /** "Page {page} of {pages}" */
  readonly pageOfPages: string;
}

/** A letter to one person, A4 upright. */
export interface LetterSheet extends SheetInfo {
  readonly paper: 'letter';
  readonly letterhead: LetterheadSheet;
  readonly reference: LabelledText;
  readonly date: LabelledText;
  readonly addressee: readonly string[];
  readonly subject: string;
  readonly opening: readonly string[];
  readonly table: readonly LabelledText[];
  readonly total: LabelledText;
  readonly words: { readonly label: string; readonly texts: readonly string[] };
  readonly closing: readonly string[];
  readonly signature: string;
  readonly copies: string | null;
  readonly foot: string;
}

export type Sheet = ReceiptSheet | StatementSheet | CertificateSheet | DocumentSheet | LetterSheet;
