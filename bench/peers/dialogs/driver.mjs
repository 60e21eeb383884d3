// The declaration that DialogBench holds, in botbuilder-dialogs: the same eleven turns, a waterfall of prompts with validators. No wire is spoken.
// With its own memory storage nothing is durable, so this is the framework at its best. With a file, what a turn leaves is on the disk before the
// turn is over, by a storage of the framework's own contract: an eTag for each item, and the latest writer loses who read something older.
//
//   node driver.mjs [people] [declarations each] [threads] [file]
//
// Prints one line of JSON: {"turns":…,"seconds":…,"processor":…}, the last in seconds of all cores together.

import { once } from 'node:events';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import core from 'botbuilder-core';
import dialogs from 'botbuilder-dialogs';

const { ActivityTypes, BotAdapter, ConversationState, MemoryStorage, TurnContext } = core;
const { ChoicePrompt, ConfirmPrompt, DialogSet, DialogTurnStatus, TextPrompt, WaterfallDialog } = dialogs;

const people = Number(process.argv[2] ?? 256);
const declarationsEach = Number(process.argv[3] ?? 5);
const threads = Number(process.argv[4] ?? 2);
const file = process.argv[5];

const script = [
  'nos VM de fr1 sont injoignables depuis 10 minutes, toute la prod', 'les commandes sont arrêtées', 'tous', 'non', 'P1', 'plus rien ne tourne',
  '6a9f0b52-1c2d-4e3f-8a4b-5c6d7e8f9a0b', 'redémarrage par l’API, sans effet', '+33639980201', 'oui', 'déclarer',
];

/** Takes each reply as a door would, and sends it nowhere. */
class Adapter extends BotAdapter {
  async sendActivities(context, activities) {
    return activities.map(() => ({ id: '1' }));
  }
}

function facts(text) {
  return {
    title: text,
    service: /\bVM\b/i.test(text) ? 'compute' : undefined,
    region: /\bfr[12]\b/.exec(text)?.[0],
    startedAt: /depuis (\d+) minutes/.exec(text)?.[1],
    interrupted: /injoignable/.test(text) ? 'interrupted' : undefined,
    environment: /\bprod\b/.test(text) ? 'production' : undefined,
  };
}

function declaration() {
  const set = new DialogSet(state.createProperty('dialog'));
  set.add(new TextPrompt('text', async prompt => prompt.recognized.value.length >= 10));
  set.add(new TextPrompt('uuid', async prompt => /^[0-9a-f-]{36}$/.test(prompt.recognized.value)));
  set.add(new TextPrompt('phone', async prompt => /^\+[0-9]{8,15}$/.test(prompt.recognized.value)));
  set.add(new ChoicePrompt('choice', undefined, 'fr-fr'));
  set.add(new ConfirmPrompt('confirm', undefined, 'fr-fr'));
  const asks = (dialog, field, prompt, choices) => async step => {
    if (step.index > 1) step.values[step.values.asked] = step.result?.value ?? step.result;
    step.values.asked = field;
    return await step.prompt(dialog, { prompt, retryPrompt: prompt, choices });
  };
  set.add(new WaterfallDialog('declare', [
    async step => { Object.assign(step.values, facts(step.options.said)); return await step.next(); },
    asks('text', 'impact', 'Question 1 sur 6 environ – Impact métier'),
    asks('choice', 'users', 'Question 2 sur 6 environ – Utilisateurs touchés', ['tous', 'une partie', 'un seul', 'aucun']),
    asks('choice', 'workaround', 'Question 3 sur 6 environ – Contournement existant ?', ['oui', 'non', 'inconnu']),
    asks('choice', 'priority', 'Question 4 sur 6 environ – Priorité demandée', ['P1', 'P2', 'P3']),
    asks('text', 'reason', 'Question 5 sur 9 environ – Justification de la priorité'),
    asks('uuid', 'resource', 'Question 6 sur 9 environ – Identifiants des ressources'),
    asks('text', 'tried', 'Question 7 sur 9 environ – Actions déjà réalisées'),
    asks('phone', 'phone', 'Question 8 sur 9 environ – Téléphone'),
    asks('confirm', 'scope', 'Question 9 sur 9 environ – Attestation de périmètre'),
    async step => { step.values.scope = step.result; return await step.prompt('choice', { prompt: `Voici ce que je vais déclarer : ${JSON.stringify(step.values)}`, choices: ['déclarer', 'corriger', 'annuler'] }); },
    async step => { await step.context.sendActivity(`INC-${step.values.title.length} est déclaré.`); return await step.endDialog(step.values); },
  ]));
  return set;
}

/** The framework's storage on a file of the thread's own, so that none waits for another's lock. */
class SqliteStorage {
  constructor(Database, name) {
    this.database = new Database(name);
    this.database.pragma('journal_mode = WAL');
    this.database.pragma('synchronous = FULL');
    this.database.exec('CREATE TABLE IF NOT EXISTS items (key TEXT PRIMARY KEY, tag INTEGER NOT NULL, item TEXT NOT NULL) WITHOUT ROWID');
    this.find = this.database.prepare('SELECT tag, item FROM items WHERE key = ?');
    this.put = this.database.prepare('INSERT INTO items VALUES (?, 1, ?) ON CONFLICT (key) DO UPDATE SET tag = tag + 1, item = excluded.item');
    this.change = this.database.prepare('UPDATE items SET tag = tag + 1, item = ? WHERE key = ? AND tag = ?');
    this.remove = this.database.prepare('DELETE FROM items WHERE key = ?');
    this.writeAll = this.database.transaction(changes => {
      for (const [key, { eTag, ...item }] of Object.entries(changes)) {
        const text = JSON.stringify(item);
        if (eTag === undefined || eTag === '*') this.put.run(key, text);
        else if (this.change.run(text, key, Number(eTag)).changes === 0) throw new Error(`eTag conflict at ${key}`);
      }
    });
  }

  async read(keys) {
    const items = {};
    for (const key of keys) {
      const row = this.find.get(key);
      if (row) items[key] = { ...JSON.parse(row.item), eTag: String(row.tag) };
    }
    return items;
  }

  async write(changes) {
    this.writeAll.immediate(changes);
  }

  async delete(keys) {
    for (const key of keys) this.remove.run(key);
  }
}

const storage = workerData?.file ? new SqliteStorage((await import('better-sqlite3')).default, workerData.file) : new MemoryStorage();
const state = new ConversationState(storage);
const adapter = new Adapter();
const dialogSet = declaration();

async function take(person, said) {
  const context = new TurnContext(adapter, {
    type: ActivityTypes.Message, text: said, locale: 'fr-FR', channelId: 'bench', id: '1',
    conversation: { id: person }, from: { id: person }, recipient: { id: 'desk' },
  });
  const dialog = await dialogSet.createContext(context);
  let turn = await dialog.continueDialog();
  if (turn.status === DialogTurnStatus.empty) turn = await dialog.beginDialog('declare', { said });
  await state.saveChanges(context);
  return turn.status === DialogTurnStatus.complete;
}

async function declare(person) {
  for (const [at, said] of script.entries())
    if (await take(person, said)) {
      if (at !== script.length - 1) throw new Error(`declared after ${at + 1} turns`);
      return script.length;
    }
  throw new Error('nothing was declared');
}

/** Everybody at once, each one declaration after another. */
async function declareAll(persons, each) {
  const turns = await Promise.all(persons.map(async person => {
    let turns = 0;
    for (let n = 0; n < each; n++) turns += await declare(person);
    return turns;
  }));
  return turns.reduce((sum, one) => sum + one, 0);
}

async function work({ from, count, each }) {
  const persons = Array.from({ length: count }, (_, n) => `contact-${from + n}`);
  await declareAll(persons, each);
  parentPort.postMessage('warm');
  await once(parentPort, 'message');
  const started = performance.now();
  const turns = await declareAll(persons, each);
  return { turns, seconds: (performance.now() - started) / 1000 };
}

async function compare() {
  const share = Math.ceil(people / threads);
  const workers = Array.from({ length: threads }, (_, n) => new Worker(new URL(import.meta.url), {
    workerData: { from: n * share, count: Math.min(share, people - n * share), each: declarationsEach, file: file && `${file}.${n}` },
  }));
  await Promise.all(workers.map(worker => once(worker, 'message')));
  const before = process.cpuUsage();
  const done = workers.map(worker => once(worker, 'message'));
  workers.forEach(worker => worker.postMessage('go'));
  const each = (await Promise.all(done)).map(([one]) => one);
  const { user, system } = process.cpuUsage(before);
  console.log(JSON.stringify({
    turns: each.reduce((sum, one) => sum + one.turns, 0),
    seconds: Math.max(...each.map(one => one.seconds)),
    processor: (user + system) / 1e6,
  }));
}

if (isMainThread) {
  await compare();
} else {
  parentPort.postMessage(await work(workerData));
  parentPort.close();
}
