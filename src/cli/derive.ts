import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline';
import { Option } from 'commander';
import { decidedRows, pageRow, recordedOf } from '../draft/drift/decisions.ts';
import { decide } from '../draft/facts/decide.ts';
import type { Facts } from '../draft/facts/facts.ts';
import type { DeriveOptions } from '../draft/facts/input.ts';
import { readPages } from '../draft/page/text/source.ts';
import { accountLines } from '../draft/read/account.ts';
import { boundedFacts } from '../draft/read/bounded.ts';
import { clearedFacts, clearingAhead, clearingErrors, gateOfPages } from '../draft/read/cleared.ts';
import { answered } from '../draft/write/files/answer.ts';
import { draftOf, type PageInfo, todosOf } from '../draft/write/files/draft.ts';
import { authNames, nextOf, question } from '../draft/write/files/question.ts';
import { passagesFor, reportOf } from '../draft/write/files/report.ts';
import { textsOf, yamlText } from '../draft/write/files/write.ts';
import { isUrl } from '../formats/url.ts';
import { print } from '../output/print.ts';
import { variables } from '../target/variables.ts';
import { requireVerification } from '../target/verification.ts';
import { outFolder, providerName } from './arguments.ts';
import type { CliCommand } from './command.ts';
import { outOption, refuseTaken, writeDraft } from './drafts.ts';

interface Options {
  provider: string;
  out?: string;
  operation?: string;
  with?: string[];
  auth?: string;
  mediaType?: string;
  interactive?: true;
  json?: true;
  force?: true;
}

interface Draft {
  facts: Facts;
  origin: PageInfo;
}

/** Asks the TODOs one after the other; an empty line leaves one open, the end of the input all that are left. */
async function asked(draft: Draft): Promise<Draft> {
  const lines = createInterface({ input: stdin, output: stdout, terminal: false });
  const answers = lines[Symbol.asyncIterator]();
  let { facts, origin } = draft;
  const left = new Set<string>();
  try {
    for (;;) {
      const todo = nextOf(todosOf(facts, origin).filter(({ what }) => !left.has(what)));
      if (!todo) return { facts, origin };
      const { text, form } = question(todo);
      print('');
      for (const passage of passagesFor(facts, todo)) print(passage);
      print(`Decide ${text}`);
      left.add(todo.what);
      if (form === '') {
        print('  This is written into the files by hand; it stays an x-todo.');
        continue;
      }
      for (;;) {
        print(`  ${form}; an empty line leaves it open:`);
        const { value, done } = await answers.next();
        const answer = done ? '' : String(value).trim();
        if (done) return { facts, origin };
        if (answer === '') break;
        const taken = answered(facts, origin, todo, answer);
        if ('facts' in taken) {
          facts = taken.facts;
          origin = taken.origin;
          break;
        }
        print(`  ${answer} cannot be taken: ${taken.fault}`);
      }
    }
  } finally {
    lines.close();
  }
}

/** The decisions that people wrote beside a contract that is drafted again. */
function decisionsThere(file: string, provider: string): ReturnType<typeof recordedOf>['decisions'] {
  return existsSync(file) ? recordedOf({ file, provider }).decisions : [];
}

/** The facts of pages that are files, which are read while the configuration is loaded; null where one is asked for at an address. */
function begunReading(from: string[], read: () => Promise<Facts>): Promise<Facts> | null {
  if (from.some((one) => isUrl(one))) return null;
  const begun = read();
  // Its fault is met where the facts are waited for.
  begun.catch(() => {});
  return begun;
}

async function draft(from: string[], options: Options, configured: () => Promise<void>): Promise<number> {
  const { provider, operation, auth, mediaType } = options;
  const reading: DeriveOptions = {
    ...(operation ? { operation } : {}),
    ...(options.with ? { with: options.with } : {}),
  };
  const ahead = clearingAhead();
  const read = async (): Promise<Facts> => boundedFacts(await readPages(from), reading, ahead.take);
  const begun = begunReading(from, read);
  await configured();
  const all = variables();
  requireVerification(all);
  const gate = gateOfPages(all);
  ahead.begin(gate);
  const out = outFolder(options.out);
  const taken = await clearingErrors(gate, () => begun ?? read()).finally(ahead.end);
  const facts = clearedFacts(taken, gate);
  const decided = { ...(auth ? { auth } : {}), ...(mediaType ? { mediaType } : {}) };
  const [first = ''] = from;
  // An address that holds a secret is none that a contract may name.
  const url = isUrl(first) && first.startsWith('http') && gate.clear(first) === first ? first : null;
  const origin: PageInfo = { provider, url, read: new Date().toISOString().slice(0, 10) };
  const drafted = { facts: decide(facts, decided), origin };
  const made = options.interactive ? await asked(drafted) : drafted;
  const todos = todosOf(made.facts, made.origin);
  const folder = `contracts/${provider}`;
  const recorded = {
    decisions: [
      ...decisionsThere(join(out, folder, 'contract.yaml'), provider).map(({ where: _where, ...row }) => row),
      ...decidedRows(facts, made.facts),
    ],
    page: pageRow(facts, operation),
  };
  const texts: Record<string, string> = {
    ...textsOf(draftOf(made.facts, made.origin, todos), out),
    [`${folder}/decisions.yaml`]: yamlText(
      `${folder}/decisions.yaml`,
      JSON.parse(JSON.stringify(recorded)),
      'What the page said when it was read, and where people decided otherwise; npm run drift compares the page of today.',
      out,
    ),
  };
  if (!options.force) refuseTaken(out, Object.keys(texts), 'choose another --out, or overwrite with --force');
  texts[`${folder}/draft.html`] = reportOf(made.facts, todos, provider);
  writeDraft(out, texts);
  const readings = made.facts.contradictions.map(({ statement }) => statement);
  if (options.json) {
    const { account } = made.facts;
    print(
      JSON.stringify({
        files: Object.keys(texts),
        account,
        todos: todos.map(({ name, what }) => ({ name, what })),
        readings,
      }),
    );
    return 0;
  }
  print(accountLines(made.facts).join('\n'));
  for (const path of Object.keys(texts)) print(`wrote ${path}`);
  for (const statement of readings) print(`reading: ${statement}`);
  if (made.facts.others.length > 0)
    print('The good request of each operation is really sent: delete those that you do not want to be called.');
  print(
    todos.length === 0
      ? 'Nothing is left to decide; read the draft beside the page.'
      : `To decide: ${todos.length}. Decide every x-todo of contract.yaml; the contract loads when none is left.`,
  );
  print(
    `${folder}/draft.html shows every fact beside its passage; it holds parts of the page, so keep it to yourself.`,
  );
  return 0;
}

export const command: CliCommand<Options> = {
  subject: 'The derivation',
  configuration: 'beside',
  define: (line) =>
    line
      .description("Drafts a provider's spec and contract from its documentation pages.")
      .argument(
        '<pages...>',
        'Markdown, HTML, OpenAPI, Swagger 2.0, Postman or API Blueprint: files or URLs about one provider',
      )
      .requiredOption('--provider <name>', 'name of the provider', providerName)
      .addOption(outOption())
      .option('--operation <name>', 'which operation issues tokens, as "POST /path", its operationId or its heading')
      .option(
        '--with <names...>',
        'other operations of the pages to be drafted too, by method and path, operationId or heading, or all',
      )
      .addOption(
        new Option(
          '--auth <mechanism>',
          'how a client authenticates, where the page does not say it as it is read',
        ).choices(authNames),
      )
      .option('--media-type <type>', 'media type of the request, where the page names none')
      .option('--interactive', 'ask what is to be decided, one after the other')
      .option('--json', 'print what was read and what was not as JSON')
      .option('--force', 'overwrite files that are there'),
  run: draft,
};
