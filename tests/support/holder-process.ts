import { hold } from '../../db/holder.ts';

// A process of its own for the tests: `holder-process.ts DATABASE_URL NAME`. It says on standard output when it holds.
const [, , url = '', name = ''] = process.argv;
hold(url, name, {
  onAcquired: async () => console.log('acquired'),
  onLost: async () => console.log('lost'),
});
