/** Name of the migrated and seeded database that the tests' databases are copies of. */
export const template = 'spotter_template';

/** The address of another database in the same cluster. */
export function databaseAddress(clusterUrl: string, name: string): string {
  return new URL(`/${name}`, clusterUrl).href;
}
