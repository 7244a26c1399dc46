import type { MovementId } from '../../contract/ids.ts';

/** Where what a file holds would be entered. */
export type ImportPlace = { movementId: MovementId; from: string; until: string };
/** A file as it was when it was chosen: saved again meanwhile, it would not be what was shown. */
export type Chosen = { name: string; bytes: Blob };
