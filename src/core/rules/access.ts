/** Who may do what: one table, act × role → how far. The compiler proves it complete; docs/generated/access.md prints it. */

export const ROLES = ['officer', 'reporter', 'leader', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/**
 * How far a right reaches: only the person's own organisation, that and everything below it, or oneself.
 * Absent: not at all.
 */
export const SCOPES = ['self', 'own', 'subtree'] as const;
export type Scope = (typeof SCOPES)[number];

const officer = { officer: 'subtree' } as const;
const everybody = { officer: 'self', reporter: 'self', leader: 'self', administrator: 'self' } as const;
const readers = { officer: 'subtree', reporter: 'own', leader: 'subtree', administrator: 'subtree' } as const;

export const ACCESS = {
  /** Movements, documents and organisations of one's own place, of those below and of the superiors above are read by everybody signed in. */
  read: readers,
  signOutEverywhere: everybody,
  uploadDocument: officer,
  saveReadingDraft: officer,
  cancelReading: officer,
  restartReading: officer,
  discardReading: officer,
  createMovementFromReading: officer,
  updateMovementFromReading: officer,
  createMovement: officer,
  editMovement: officer,
  setDocumentNumber: officer,
  archiveMovement: officer,
  restoreMovement: officer,
  addTarget: officer,
  reviseTarget: officer,
  removeTarget: officer,
  addTask: officer,
  reviseTask: officer,
  removeTask: officer,
  /** Those who do the work say how it stands. */
  setTaskState: { officer: 'subtree', reporter: 'own', leader: 'subtree' },
  respondToMovement: officer,
  withdrawResponse: officer,
  createOrganisation: { administrator: 'subtree' },
  createAccount: { administrator: 'subtree' },
} as const satisfies Record<string, Partial<Record<Role, Scope>>>;

export type ActName = keyof typeof ACCESS;

/** How far `role` may do `act`; null where it may not at all. */
export function scopeOf(act: ActName, role: Role): Scope | null {
  const rights: Partial<Record<Role, Scope>> = ACCESS[act];
  return rights[role] ?? null;
}
