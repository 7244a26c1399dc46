import { EVIDENCE_LIMITS } from '../core/rules/evidence.ts';

const QUALITY = 0.85;
/** A phone's picture is larger; this one is small enough to go as it is, once what it tells of its place is gone. */
const PICTURE = /^image\/(?:jpeg|png|webp|heic|heif|bmp|gif)$/;

/**
 * A picture drawn anew, its longer side at most 1,600 pixels, as JPEG: pixels alone are left of it, upright, without
 * where and with what it was taken. Anything else, and what the browser cannot draw, comes back as it is.
 */
export async function shrinkPicture(file: File): Promise<{ name: string; bytes: Blob }> {
  if (!PICTURE.test(file.type)) return { name: file.name, bytes: file };
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (!picture) return { name: file.name, bytes: file };
  const scale = Math.min(1, EVIDENCE_LIMITS.shrunkSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const paper = canvas.getContext('2d');
  if (!paper) return { name: file.name, bytes: file };
  // What was see-through in a PNG becomes white, not black.
  paper.fillStyle = '#fff';
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
  if (!drawn) return { name: file.name, bytes: file };
  return { name: `${file.name.replace(/\.[^.]{1,5}$/, '')}.jpg`, bytes: drawn };
}
