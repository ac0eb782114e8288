interface Shrinking {
  /** Pixels of the longer side, at most. */
  longestSide: number;
  /** Of the JPEG, between 0 and 1. */
  quality: number;
}

/**
 * A picture as small as it is needed, upright, and drawn anew, so that nothing which a camera writes into a file (where
 * it was taken, when, by which phone) leaves the device. Rejects what the browser cannot read as a picture.
 */
export async function shrinkPicture(picture: Blob, { longestSide, quality }: Shrinking): Promise<File> {
  const drawn = await createImageBitmap(picture, { imageOrientation: 'from-image' });
  try {
    const scale = Math.min(1, longestSide / Math.max(drawn.width, drawn.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(drawn.width * scale));
    canvas.height = Math.max(1, Math.round(drawn.height * scale));
    const ink = canvas.getContext('2d');
    if (ink === null) throw new Error('This browser cannot draw.');
    // A picture with holes in it would otherwise turn black where there is nothing.
    ink.fillStyle = '#ffffff';
    ink.fillRect(0, 0, canvas.width, canvas.height);
    ink.drawImage(drawn, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
    if (blob === null) throw new Error('No picture came of it.');
    return new File([blob], 'picture.jpg', { type: 'image/jpeg' });
  } finally {
    drawn.close();
  }
}
