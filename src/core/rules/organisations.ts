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
export const SUCCESSIONS = ['merge', 'split', 'rename'] as const;
export type Succession = (typeof SUCCESSIONS)[number];
