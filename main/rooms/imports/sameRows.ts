// Rows of the file that speak of one person or of one grid. One person in two grids is lawful and asked about as 兼任; the same row
// twice goes in once; two people of one grid, or two who may be one, are asked about. Nothing is merged or doubled unseen.
import { fieldTitle, type ImportField } from '../../../shared/imports/fields.ts';
import { onlyThis } from '../../../shared/imports/preview.ts';
import { type Labels, rowsWords } from '../../../shared/imports/rowNumber.ts';
import { maskIdNumber } from '../../../shared/rules/masking.ts';
import type { Office } from '../../ground/office/office.ts';
import { type Answers, gridCell, isRefused, type JudgedRow, refusal } from './judged.ts';
import { movesGrid } from './opening.ts';
import { anotherOne, areDifferent } from './people.ts';
import { gridKey, gridWords } from './planned.ts';
import type { CellIssue, RowValues } from './rowReading.ts';

/** What a row says of its person; the rest is of the grid or the posting. */
const personal = [
  'name',
  'sex',
  'ethnicity',
  'birthMonth',
  'idNumber',
  'education',
  'politics',
  'mobile',
  'startedWork',
  'hiringSource',
  'formerFamilyPlanning',
  'employer',
  'propertyCompany',
  'note',
] as const satisfies (ImportField & keyof RowValues)[];

/** At most so many rows are named. */
const mostNamed = 5;

const comesWithChoice = (row: number): string => `with ${row}`;
const named = ({ values, cells }: JudgedRow): string => values.name ?? String(cells.name ?? '');

/** The first field in which two rows of one person say different things. */
const difference = (one: JudgedRow, other: JudgedRow): ImportField | null =>
  personal.find((field) => {
    const [own, its] = [one.values[field], other.values[field]];
    return own !== undefined && its !== undefined && own !== its;
  }) ?? null;

/** By row: its grid's key. Asked for each pair of a name or a grid, so it is made once. */
const gridKeys = new WeakMap<JudgedRow, string>();
function gridKeyOf(judged: JudgedRow): string | null {
  if (judged.grid === null) return null;
  const key = gridKeys.get(judged) ?? gridKey(judged.grid);
  gridKeys.set(judged, key);
  return key;
}

const inOneGrid = (one: JudgedRow, other: JudgedRow): boolean => one.grid !== null && gridKeyOf(one) === gridKeyOf(other);

/** The first few of the rows, but one, that fit: a thousand rows of one grid aren't all held against each other. */
function fewOthers(rows: readonly JudgedRow[], judged: JudgedRow, fits: (other: JudgedRow) => boolean): JudgedRow[] {
  const few: JudgedRow[] = [];
  for (const other of rows) {
    if (few.length >= mostNamed) break;
    if (other !== judged && fits(other)) few.push(other);
  }
  return few;
}

const holdsItsGrid = (judged: JudgedRow): boolean => judged.posting !== null && judged.grid !== null && !movesGrid(judged);

/** All that a row says: another that says the same says nothing more. */
const said = ({ values }: JudgedRow): string =>
  JSON.stringify(Object.entries(values).toSorted(([one], [other]) => (one < other ? -1 : 1)));

/** Rows that are one person beyond doubt: known by the roster, or by one ID number. */
const personKey = ({ workerId, values: { idNumber } }: JudgedRow): string | null =>
  workerId === null ? (idNumber === undefined ? null : `number ${idNumber}`) : `worker ${workerId}`;

class Relating {
  readonly #office: Office;
  readonly #answers: (row: number) => Answers;
  readonly #labels: Labels;
  /** Copies of another row: they are told, and stand in nobody's way. */
  readonly #copies = new Set<JudgedRow>();

  constructor(office: Office, answers: (row: number) => Answers, labels: Labels) {
    this.#office = office;
    this.#answers = answers;
    this.#labels = labels;
  }

  /** Rows in words, not too many of them. */
  #rows(rows: readonly JudgedRow[]): string {
    const numbers = rows.slice(0, mostNamed).map(({ row }) => row);
    return rowsWords(numbers, this.#labels);
  }

  #isLeftOut({ row }: JudgedRow): boolean {
    return [...this.#answers(row).values()].includes('leaveOut');
  }

  /** One number with two names is somebody's mistake. */
  numbers(rows: readonly JudgedRow[]): void {
    for (const [idNumber, claimants] of Map.groupBy(rows, ({ values }) => values.idNumber)) {
      if (idNumber === undefined || new Set(claimants.map(named)).size < 2) continue;
      for (const judged of claimants) {
        const others = claimants.filter((other) => other !== judged);
        judged.otherIssues.push(
          refusal('idNumber', maskIdNumber(idNumber), `与${this.#rows(others)}的身份证号相同，请核对是谁的号码`),
        );
      }
    }
  }

  /** One person in several rows: the row of the grid they hold, or the first, is the main one. */
  people(rows: readonly JudgedRow[]): void {
    for (const [key, own] of Map.groupBy(rows, personKey)) {
      const placed = key === null || own.length < 2 ? [] : own.filter(({ grid }) => grid !== null);
      const wanted = placed.filter((judged) => !this.#isLeftOut(judged));
      const main = wanted.find(holdsItsGrid) ?? wanted[0];
      if (!main || placed.some((judged) => named(judged) !== named(main))) continue;
      const twins = new Map<string, JudgedRow>();
      for (const judged of placed) {
        const words = said(judged);
        const twin = twins.get(words) ?? null;
        if (!twin) twins.set(words, judged);
        if (judged === main) continue;
        if (twin && inOneGrid(twin, judged)) this.#copy(judged, twin);
        else if (!inOneGrid(main, judged) && !(holdsItsGrid(main) && holdsItsGrid(judged))) this.#additional(judged, main);
      }
    }
  }

  /** Two rows of one name which nothing tells apart. */
  namesakes(rows: readonly JudgedRow[]): void {
    for (const [name, own] of Map.groupBy(rows, ({ values }) => values.name)) {
      if (name === undefined || own.length < 2) continue;
      // Two numbers tell two people apart.
      const numbered = Map.groupBy(own, ({ values, workerId }) => values.idNumber ?? this.#numberOf(workerId));
      const unnumbered = numbered.get(undefined) ?? [];
      for (const judged of own) {
        if (judged.workerId !== null) continue;
        const { idNumber } = judged.values;
        const candidates = idNumber === undefined ? own : [...(numbered.get(idNumber) ?? []), ...unnumbered];
        // Of two only the later is asked, unless the roster knows it.
        const asked = fewOthers(
          candidates,
          judged,
          (other) => (other.workerId !== null || other.row < judged.row) && this.#mayBeOne(judged, other),
        );
        if (asked.length > 0) this.#ask(judged, asked);
      }
    }
  }

  /** A grid has one 专职网格员. */
  seats(rows: readonly JudgedRow[]): void {
    for (const [key, all] of Map.groupBy(rows, gridKeyOf)) {
      const own = key === null ? [] : all.filter((judged) => !this.#copies.has(judged) && !isRefused(judged));
      // Who holds the grid already stands in the way of the others, who are told so (inTheWay.ts).
      if (own.length < 2 || own.some((judged) => holdsItsGrid(judged) && !this.#isLeftOut(judged))) continue;
      const wanted = own.filter((judged) => !this.#isLeftOut(judged));
      for (const judged of own) {
        const rivals = fewOthers(wanted.length > 0 ? wanted : own, judged, () => true);
        const [rival] = rivals;
        if (rival && judged.grid) judged.otherIssues.push(this.#seat(judged, rivals, rival));
      }
    }
  }

  /** Two grids can't be given one code. */
  codes(rows: readonly JudgedRow[]): void {
    for (const [code, claimants] of Map.groupBy(rows, ({ values }) => values.gridCode)) {
      if (code === undefined || claimants.length < 2) continue;
      for (const judged of claimants) {
        const others = fewOthers(claimants, judged, (other) => !inOneGrid(other, judged));
        if (others.length > 0)
          judged.otherIssues.push(refusal('gridCode', code, `与${this.#rows(others)}的网格编码相同，但不在同一个网格，请核对`));
      }
    }
  }

  #copy(judged: JudgedRow, twin: JudgedRow): void {
    this.#copies.add(judged);
    judged.otherIssues.push(
      refusal('name', named(judged), `与${this.#rows([twin])}内容相同，同一个人只写入一次，写入的是${this.#rows([twin])}`),
    );
  }

  #additional(judged: JudgedRow, main: JudgedRow): void {
    const where = judged.grid ? gridWords(judged.grid) : '';
    this.#also(judged, `与${this.#rows([main])}是同一个人，网格不同。如果${named(judged)}同时负责“${where}”，请选兼任`, [
      { value: comesWithChoice(main.row), label: '是兼任，两个网格都写入' },
    ]);
    this.#join(judged, [main]);
  }

  #mayBeOne(judged: JudgedRow, other: JudgedRow): boolean {
    if (judged.grid === null || other.grid === null || inOneGrid(judged, other)) return false;
    const key = personKey(judged);
    if (key !== null && key === personKey(other)) return false;
    const { idNumber = this.#numberOf(other.workerId), ...rest } = other.values;
    return !areDifferent(judged.values, { ...rest, idNumber }, ['idNumber', 'mobile', 'birthMonth', 'sex']);
  }

  #numberOf(workerId: number | null): string | undefined {
    const number = workerId === null ? null : this.#office.row('worker', workerId)?.id_number;
    return typeof number === 'string' ? number : undefined;
  }

  #ask(judged: JudgedRow, asked: readonly JudgedRow[]): void {
    const sameMobile = asked.some(({ values }) => values.mobile !== undefined && values.mobile === judged.values.mobile);
    const choices = asked.map(({ row }) => ({
      value: comesWithChoice(row),
      label: `与${rowsWords([row], this.#labels)}是同一个人，兼任`,
    }));
    // One name with one mobile is one person, unless numbers tell.
    const other = { value: anotherOne, label: '是另一个人，也写入' };
    this.#also(
      judged,
      sameMobile
        ? `与${this.#rows(asked)}的姓名和手机号码相同，是同一个人的请选择，不是的请补上身份证号`
        : `与${this.#rows(asked)}姓名相同，按表中的内容无法确定是不是同一个人，请选择，或补上身份证号`,
      sameMobile ? choices : [...choices, other],
    );
    this.#join(judged, asked);
  }

  /** One question about who somebody is, whatever raises it. */
  #also(judged: JudgedRow, reason: string, choices: CellIssue['choices']): void {
    const { otherIssues } = judged;
    const index = otherIssues.findIndex(({ question }) => question === 'person');
    const before = otherIssues[index];
    const issue: CellIssue = { field: 'name', question: 'person', level: 'confirm', value: named(judged), reason, choices };
    if (!before) otherIssues.push(issue);
    else {
      const known = new Set(before.choices.map(({ value }) => value));
      const added = choices.filter(({ value }) => !known.has(value));
      otherIssues[index] = { ...before, reason: `${before.reason}；${reason}`, choices: [...before.choices, ...added] };
    }
  }

  /** Takes the answer 兼任 of one of these rows. */
  #join(judged: JudgedRow, mains: readonly JudgedRow[]): void {
    const answer = this.#answers(judged.row).get('person');
    const main = mains.find(({ row }) => comesWithChoice(row) === answer);
    if (!main) return;
    const differs = difference(main, judged);
    if (differs !== null)
      judged.otherIssues.push(
        refusal(
          differs,
          String(judged.cells[differs] ?? ''),
          `与${this.#rows([main])}是同一个人，但两行的${fieldTitle(differs)}不同，请改成一样`,
        ),
      );
    judged.additional = true;
    judged.workerId = main.workerId;
    judged.comesWith = main.workerId === null ? main.row : null;
    judged.posting = null;
  }

  #seat(judged: JudgedRow, rivals: readonly JudgedRow[], rival: JudgedRow): CellIssue {
    const { cells } = judged;
    const isOne = personKey(judged) !== null && personKey(judged) === personKey(rival);
    const differs = isOne ? difference(judged, rival) : null;
    const which = this.#rows(rivals);
    return {
      ...gridCell(cells),
      question: 'seat',
      level: 'confirm',
      reason: isOne
        ? `与${which}是同一个人、同一个网格${differs === null ? '，内容多少不同' : `，但${fieldTitle(differs)}不同`}，只能写入一行，请选择`
        : `与${which}在同一个网格。一个网格只有一名专职网格员，请选择写入哪一行，或改正网格`,
      choices: [{ value: onlyThis, label: `写入${named(judged)}这一行，不写${which}` }],
    };
  }
}

/**
 * Names in every row what it has to do with others; a row that is answered as 兼任 becomes one.
 * @param labels what stands before a row's number (rowNumber.ts)
 */
export function relateRows(office: Office, rows: readonly JudgedRow[], answers: (row: number) => Answers, labels: Labels): void {
  const relating = new Relating(office, answers, labels);
  const people = rows.filter(({ values }) => values.name !== undefined);
  relating.numbers(people);
  relating.codes(people);
  relating.people(people);
  relating.namesakes(people);
  relating.seats(people);
}
