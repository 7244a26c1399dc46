/** What a walk along the chain found, as the table upkeep keeps it. */
export type AuditCheck = { rows: string; breaks: { seq: string; how: string }[] };
