// The mutant: the browser host with one fault, that an act answers before its commit. The kill test must catch it, or it
// proves nothing.
import { Office } from '../../main/ground/office/office.ts';

const honest = Object.getOwnPropertyDescriptor(Office.prototype, 'change')?.value as Office['change'];

Office.prototype.change = function change(this: Office, title, act) {
  // better-sqlite3 turns a transaction inside an open one into a savepoint, so the honest code runs and only the commit is late.
  if (!this.db.inTransaction) {
    this.db.exec('BEGIN IMMEDIATE');
    setTimeout(() => this.db.exec('COMMIT'), 15);
  }
  return honest.call(this, title, act) as { result: ReturnType<typeof act>; changeSetId: number | null };
};

await import('../../main/browser.ts');
