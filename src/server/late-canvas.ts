/** A drawing surface for pdf.js that is only loaded once a page has to be pictured: most files never need it. */

import { createIsomorphicCanvasFactory } from 'unpdf';
import { optionalPackage } from './optional-package.ts';

type CanvasImport = NonNullable<Parameters<typeof createIsomorphicCanvasFactory>[0]>;
type Factory = InstanceType<Awaited<ReturnType<typeof createIsomorphicCanvasFactory>>>;

let loaded: Factory | null = null;

function factory(): Factory {
  if (!loaded) throw new Error('no canvas yet');
  return loaded;
}

/** Loads the drawing library. Throws ReadFailure `no-ocr` when it is not installed. */
export async function drawWith(): Promise<CanvasImport> {
  optionalPackage('@napi-rs/canvas');
  // The same library, seen through the CommonJS and the ES face of its types.
  const canvasImport = (() => import('@napi-rs/canvas')) as unknown as CanvasImport;
  const Factory = await createIsomorphicCanvasFactory(canvasImport);
  loaded ??= new Factory();
  return canvasImport;
}

/** What pdf.js asks for canvases; its interface is a class. */
export class LateCanvas {
  create(width: number, height: number): ReturnType<Factory['create']> {
    return factory().create(width, height);
  }

  reset(context: Parameters<Factory['reset']>[0], width: number, height: number): void {
    factory().reset(context, width, height);
  }

  destroy(context: Parameters<Factory['destroy']>[0]): void {
    factory().destroy(context);
  }
}
