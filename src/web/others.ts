/** All but one's own: a reminder goes to others, never to whoever writes it. */
export const othersOf = <Place extends { id: string }>(places: readonly Place[], ownId: string): Place[] =>
  places.filter(({ id }) => id !== ownId);
