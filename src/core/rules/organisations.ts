/** Levels of government and what stands below them; 'district' exists only before 1 July 2025. */
export const ORGANISATION_LEVELS = ['central', 'province', 'district', 'commune', 'unit'] as const;
export type OrganisationLevel = (typeof ORGANISATION_LEVELS)[number];

export const ORGANISATION_KINDS = [
  'people-committee',
  'department',
  'party-body',
  'front-and-unions',
  'association',
  'village',
  'school',
  'health-station',
  'public-service-unit',
  'armed-force',
  'enterprise',
  'cooperative',
  'cluster',
  'council',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** How an organisation came out of another. */
export const SUCCESSIONS = ['merge', 'split', 'rename', 'dissolve'] as const;
export type Succession = (typeof SUCCESSIONS)[number];

/** What is done to the tree of organisations; each holds from a day on. */
export const ORGANISATION_CHANGES = ['found', 'rename', 'move', 'merge', 'split', 'dissolve'] as const;
export type OrganisationChange = (typeof ORGANISATION_CHANGES)[number];

/** How a change touches an organisation; 'gained' is one that was there before and took over from another. */
export const CHANGE_PARTS = ['begun', 'ended', 'renamed', 'moved', 'gained'] as const;
export type ChangePart = (typeof CHANGE_PARTS)[number];

/** Local government has two levels since this day (Luật Tổ chức chính quyền địa phương 2025); districts ended. */
export const TWO_LEVELS_SINCE = '2025-07-01';

/** What a code may be made of; the database holds the same form. */
export const ORGANISATION_CODE = /^[A-Za-z0-9.-]{1,30}$/;
