/** Puts the blocks of a page, in reading order, to the operations that they are about. */
import { type Block, boldDepth } from '../blocks/blocks.ts';
import { isAppendix, leavesChapter } from '../blocks/captions.ts';
import { contextOf, isPart } from '../blocks/heading-words.ts';
import { finderOf, type Section, type Sections } from '../blocks/sections.ts';
import { type Group, groupAt } from './groups.ts';
import { grantsOf, isCalled, namesOf, ofVersion } from './named-operations.ts';
import { isOfAll } from './of-all.ts';
import { type PageOperation, topicOf } from './operation.ts';
import { saidBelow } from './said-operations.ts';
import type { Topics } from './topics.ts';

/** Whether a line goes on from a sample of a request to that of its answer, as `Response:` does. */
function introducesAnswer(block: Block): boolean {
  const isCaption = block.kind === 'heading' && block.depth >= boldDepth;
  const words = isCaption ? block.title : block.kind === 'lines' ? block.lines.join(' ').trim() : '';
  return (isCaption || /:[\s*_]*$/.test(words)) && words.length < 80 && contextOf(words).side === 'response';
}

/** Where the operations of a page have their addresses, by the index of the block. */
interface Addresses {
  /** The operation of the last address in a block. */
  at: Map<number, PageOperation | undefined>;
  /** The numbers of the operations that the text of a block names. */
  stated: Map<number, number[]>;
  /** The number of the operation that a sample shows. */
  sampled: Map<number, number>;
}

function addressesOf(groups: Group[], operations: PageOperation[]): Addresses {
  const found: Addresses = { at: new Map(), stated: new Map(), sampled: new Map() };
  for (const [number, { markers }] of groups.entries())
    for (const { index, sample } of markers) {
      found.at.set(index, operations[number]);
      if (sample) found.sampled.set(index, number);
      else found.stated.set(index, [...(found.stated.get(index) ?? []), number]);
    }
  return found;
}

/** The way through the blocks of a page: what stands at a block follows from what stood above it. */
export class Places {
  readonly shared = new Set<number>();
  readonly beside = new Set<number>();
  readonly ofAll = new Set<number>();
  /** The operation whose section is or was the last one, and the depth of that section. */
  private current: PageOperation | null = null;
  private level = 0;
  /** What a heading beside the operation began. */
  private apart: PageOperation | null = null;
  /** The operation of a sample between the words about another one: its answer may follow. */
  private carried: PageOperation | null = null;
  /** The depth of the heading that began a section about all operations. */
  private general: number | null = null;
  /** The index of the last address of each operation, and the operation of the last sample. */
  private readonly last = new Map<number, number>();
  private sampled = -1;

  private readonly blocks: Block[];
  private readonly sections: Sections;
  private readonly operations: PageOperation[];
  private readonly topics: Topics;
  private readonly addresses: Addresses;
  private readonly isStated: boolean[];
  private readonly allSampled: boolean;
  private readonly rootsAt: (section: Section) => Map<number, Section>;
  private readonly operationIn: (block: Block) => PageOperation | null;
  /** The operation that the words of a section give it to, and the depth of its heading. */
  private said: { operation: PageOperation; depth: number } | null = null;
  private readonly saidAt: (blocks: Block[], heading: number) => PageOperation | null;

  constructor(blocks: Block[], sections: Sections, groups: Group[], operations: PageOperation[], topics: Topics) {
    this.blocks = blocks;
    this.sections = sections;
    this.operations = operations;
    this.topics = topics;
    this.addresses = addressesOf(groups, operations);
    this.isStated = groups.map(({ markers }) => markers.some(({ sample }) => !sample));
    this.allSampled = !this.isStated.includes(true);
    this.rootsAt = finderOf(groups.map(({ roots }) => roots));
    const [named, granting] = [namesOf(operations), grantsOf(operations)];
    this.saidAt = saidBelow(operations);
    this.operationIn = (block) => (isCalled(block) ? (named(block) ?? granting(block)) : null);
  }

  /** Puts the next block in its place. */
  take(block: Block, index: number): void {
    if (block.kind === 'heading' && !introducesAnswer(block)) this.carried = null;
    if (block.kind === 'heading' && block.depth <= (this.general ?? 0)) this.general = null;
    for (const number of this.addresses.stated.get(index) ?? []) this.last.set(number, index);
    this.sampled = this.addresses.sampled.get(index) ?? this.sampled;
    const holding = this.rootsAt(this.sections.of[index] ?? this.sections.root);
    const number = groupAt(holding, this.last, this.sampled);
    const found = this.operations[number];
    const own = this.addresses.at.get(index);
    const topic = this.topics.at(index);
    if (topic) topic.blocks.add(index);
    else if (own && own !== found) {
      // A sample of another operation takes what follows it along, as its answer.
      this.carried = own;
      own.blocks.add(index);
    } else if (this.carried && (block.kind === 'code' || introducesAnswer(block))) this.carried.blocks.add(index);
    else if (!found && this.isSaid(block, index)) this.said?.operation.blocks.add(index);
    else if (found) this.enter(found, number, holding.get(number)?.depth ?? 0).blocks.add(index);
    else if (this.current === null) this.shared.add(index);
    else if (this.isForAll(block, index)) {
      this.shared.add(index);
      this.ofAll.add(index);
    } else {
      this.besideAt(block, this.current).blocks.add(index);
      this.beside.add(index);
    }
  }

  /** Whether a block is in a section outside of the operations whose words say of which one it is. */
  private isSaid(block: Block, index: number): boolean {
    if (block.kind === 'heading' && block.depth <= (this.said?.depth ?? block.depth)) {
      const operation = this.saidAt(this.blocks, index);
      this.said = operation && { operation, depth: block.depth };
    }
    return this.said !== null;
  }

  /** What follows an operation is beside it; a sample between others' words is none that anything stands beside. */
  private enter(found: PageOperation, number: number, depth: number): PageOperation {
    this.carried = null;
    this.apart = null;
    if (this.allSampled || this.isStated[number] || this.current === null) {
      if (found !== this.current) this.level = depth;
      this.current = found;
    }
    return found;
  }

  /** Whether a block is in a section beside the operations that is about all of them. */
  private isForAll(block: Block, index: number): boolean {
    const isHeading = block.kind === 'heading';
    if (this.general === null && isHeading && block.depth <= this.level && isOfAll(this.blocks, index))
      this.general = block.depth;
    return this.general !== null;
  }

  /** The operation that a block beside them is about: a section goes with it where its heading names a part, as `Response` does. */
  private besideAt(block: Block, current: PageOperation): PageOperation {
    const named = this.operationIn(block);
    if (named) this.apart = named;
    else if (block.kind === 'heading' && block.depth <= this.level) {
      const isOfOwn = !isAppendix(block.title) && !(isPart(block.title) && leavesChapter(block.title, current.title));
      if (!isOfOwn) this.apart = { ...topicOf(block.title), behind: current };
      else this.apart = isPart(block.title) ? ofVersion(this.operations, block.title) : topicOf(block.title);
      if (this.apart && !this.operations.includes(this.apart)) this.topics.add(this.apart);
    }
    return this.apart ?? current;
  }
}
