/** The server's rows as a phone's storage has them, packed or not. */
const { packAt } = await import('../../pwa/src/data/packs.js');

/** What lies in packs. @returns {Promise<{space: string, id: string, kind: string, row: object}[]>} */
export async function packedIn(db) {
  const found = [];
  for (const { pack, space } of await db.packed.toArray()) {
    for (const row of await packAt(db, pack)) found.push({ space, id: row.id, kind: row.kind, row });
  }
  return found;
}

/** Every row. */
export async function rowsIn(db) {
  return [...await db.rec.toArray(), ...await packedIn(db)];
}

/** Every row that comes is packed where it can be. */
export const PACK_ALL = { least: 1, before: () => '\uffff' };
