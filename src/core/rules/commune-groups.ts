/** Places of one kind are compared with each other: wards are towns, an xã is mostly fields, a đặc khu an island. */

export const COMMUNE_GROUPS = ['ward', 'rural', 'special'] as const;
export type CommuneGroup = (typeof COMMUNE_GROUPS)[number];

/** How the name of a place of each group begins, as Luật Tổ chức chính quyền địa phương names the three. */
export const GROUP_NAMES: Record<CommuneGroup, string> = { ward: 'Phường ', rural: 'Xã ', special: 'Đặc khu ' };

/** The group a place belongs to by its name; null for what is none of the three. */
export const communeGroup = (name: string): CommuneGroup | null =>
  COMMUNE_GROUPS.find((group) => name.normalize('NFC').startsWith(GROUP_NAMES[group])) ?? null;
