import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createCanvas, loadImage } from '@napi-rs/canvas';

const run = promisify(execFile);
const DOTS_PER_INCH = 150;

/** A quarter of a degree askew and slightly grey, as paper comes out of an office machine. */
async function weather(png: Uint8Array): Promise<{ jpeg: Buffer; width: number; height: number }> {
  const image = await loadImage(Buffer.from(png));
  const canvas = createCanvas(image.width, image.height);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#f4f3ef';
  pen.fillRect(0, 0, image.width, image.height);
  pen.translate(image.width / 2, image.height / 2);
  pen.rotate(0.0045);
  pen.globalAlpha = 0.93;
  pen.drawImage(image, -image.width / 2, -image.height / 2);
  pen.resetTransform();
  pen.globalAlpha = 0.35;
  pen.fillStyle = '#777777';
  for (let i = 0; i < 260; i++) pen.fillRect((i * 7919) % image.width, (i * 104_729) % image.height, 1.5, 1.5);
  return { jpeg: canvas.toBuffer('image/jpeg', 52), width: image.width, height: image.height };
}

/** A PDF whose pages are nothing but pictures. */
function pictureBook(pictures: { jpeg: Buffer; width: number; height: number }[]): Buffer {
  const chunks: Buffer[] = [];
  const offsets: number[] = [];
  let length = 0;
  const put = (data: string | Buffer) => {
    const buffer = typeof data === 'string' ? Buffer.from(data, 'latin1') : data;
    chunks.push(buffer);
    length += buffer.length;
  };
  const object = (id: number, body: () => void) => {
    offsets[id] = length;
    put(`${id} 0 obj\n`);
    body();
    put('\nendobj\n');
  };
  put('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n');
  const kids = pictures.map((_, at) => `${3 + at * 3} 0 R`).join(' ');
  object(1, () => put('<< /Type /Catalog /Pages 2 0 R >>'));
  object(2, () => put(`<< /Type /Pages /Kids [${kids}] /Count ${pictures.length} >>`));
  pictures.forEach(({ jpeg, width, height }, at) => {
    const id = 3 + at * 3;
    object(id, () =>
      put(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /P ${id + 1} 0 R >> >> /Contents ${id + 2} 0 R >>`,
      ),
    );
    object(id + 1, () => {
      put(
        `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`,
      );
      put(jpeg);
      put('\nendstream');
    });
    const draw = 'q 595 0 0 842 0 0 cm /P Do Q';
    object(id + 2, () => put(`<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`));
  });
  const start = length;
  const rows = offsets.slice(1).map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  put(`xref\n0 ${offsets.length}\n0000000000 65535 f \n${rows.join('')}`);
  put(`trailer\n<< /Size ${offsets.length} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.concat(chunks);
}

/** Prints a PDF and scans it again. */
export async function scan(pdf: Uint8Array): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'gold-scan-'));
  try {
    await writeFile(join(folder, 'in.pdf'), pdf);
    await run('pdftoppm', ['-r', String(DOTS_PER_INCH), '-gray', '-png', join(folder, 'in.pdf'), join(folder, 'page')]);
    const { readdir } = await import('node:fs/promises');
    const names = (await readdir(folder)).filter((name) => name.endsWith('.png')).sort();
    const pictures = [];
    for (const name of names) pictures.push(await weather(await readFile(join(folder, name))));
    return pictureBook(pictures);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
