// The society's picture, made small here so that a photo of several megabytes is never sent.

export const LOGO_SIDE = 256;
/** What the server takes of a picture, as text. */
const longestText = 200_000;

/** As data: text; a picture that stays too large is tried half as wide. */
export async function drawSmallLogo(canvas: HTMLCanvasElement, file: Blob): Promise<string> {
  const picture = await createImageBitmap(file);
  for (let side = LOGO_SIDE; side >= 64; side /= 2) {
    drawLogo(canvas, picture, side);
    const text = canvas.toDataURL('image/png');
    if (text.length <= longestText) return text;
  }
  throw new Error('The picture stays too large even when it is small.');
}

export function drawLogo(canvas: HTMLCanvasElement, picture: ImageBitmap, side: number): void {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
}
