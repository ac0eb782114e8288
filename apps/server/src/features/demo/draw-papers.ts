// Pictures for the demo, drawn and not taken of anybody: a face of two shapes, a stroke of ink, a card that says it is a sample.

import sharp from 'sharp';

const SKIN = ['#8d5b3f', '#a8744f', '#c08a62', '#6f452f'] as const;
const CLOTH = ['#2f5d62', '#7a3b3b', '#3f4f7a', '#5c6b2f'] as const;
const GROUND = ['#dfe7ec', '#ece5db', '#e3ecdf', '#e8e0ea'] as const;

const of = <Value>(values: readonly [Value, ...Value[]], turn: number): Value =>
  values[turn % values.length] ?? values[0];

export function drawFace(turn: number): Promise<Uint8Array<ArrayBuffer>> {
  return drawn(`<svg xmlns="http://www.w3.org/2000/svg" width="480" height="600">
    <rect width="480" height="600" fill="${of(GROUND, turn)}"/>
    <path d="M60 600 Q70 430 240 420 Q410 430 420 600 Z" fill="${of(CLOTH, turn)}"/>
    <rect x="205" y="340" width="70" height="110" fill="${of(SKIN, turn)}"/>
    <ellipse cx="240" cy="250" rx="105" ry="130" fill="${of(SKIN, turn)}"/>
    <path d="M135 235 Q140 110 240 108 Q340 110 345 235 Q310 165 240 165 Q170 165 135 235 Z" fill="#241a16"/>
    <circle cx="200" cy="250" r="9" fill="#241a16"/><circle cx="280" cy="250" r="9" fill="#241a16"/>
    <path d="M205 315 Q240 ${335 + (turn % 3) * 5} 275 315" stroke="#5a2f24" stroke-width="6" fill="none"/>
  </svg>`);
}

export function drawSignature(turn: number): Promise<Uint8Array<ArrayBuffer>> {
  const bend = 20 + (turn % 5) * 12;
  return drawn(`<svg xmlns="http://www.w3.org/2000/svg" width="600" height="220">
    <rect width="600" height="220" fill="#ffffff"/>
    <path d="M60 150 C90 ${bend} 120 ${bend} 120 150 S170 190 190 110 S240 60 250 140 S300 190 330 ${100 + bend / 2}
      S390 ${bend} 410 130 S470 160 540 90" stroke="#1b2a6b" stroke-width="7" fill="none" stroke-linecap="round"/>
    <path d="M90 185 L500 170" stroke="#1b2a6b" stroke-width="4"/>
  </svg>`);
}

/** The lines of a card are bars, but for what it is and that it is none. */
export function drawPaper(kind: string, turn: number): Promise<Uint8Array<ArrayBuffer>> {
  return drawn(`<svg xmlns="http://www.w3.org/2000/svg" width="860" height="540">
    <rect width="860" height="540" rx="24" fill="${of(GROUND, turn)}"/>
    <rect width="860" height="96" fill="${of(CLOTH, turn)}"/>
    <text x="40" y="62" font-family="sans-serif" font-size="38" fill="#ffffff">SAMPLE ${kind.replace('_', ' ').toUpperCase()}</text>
    <rect x="40" y="140" width="170" height="210" fill="#ffffff"/>
    <circle cx="125" cy="215" r="48" fill="${of(SKIN, turn)}"/>
    <path d="M55 350 Q60 280 125 276 Q190 280 195 350 Z" fill="${of(CLOTH, turn)}"/>
    <g fill="#5d6672"><rect x="250" y="160" width="420" height="22"/><rect x="250" y="210" width="300" height="22"/>
    <rect x="250" y="260" width="360" height="22"/></g>
    <text x="150" y="420" font-family="monospace" font-size="54" fill="#1d2430">0000 0000 4321</text>
    <text x="430" y="500" font-family="sans-serif" font-size="24" fill="#5d6672">drawn for a demonstration</text>
  </svg>`);
}

async function drawn(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await sharp(Buffer.from(svg)).jpeg({ quality: 82 }).toBuffer());
}
