import type { PathView, VocabularyView } from '../../api/types';
import type { Json } from '../../lib/json';
import { formatAmount } from '../../lib/money';
import { costOf, plainTarget } from './discount';
import type {
  AwardDiscountBlock,
  Block,
  BlockTarget,
  CheckAttributeBlock,
  CheckBudgetBlock,
  CheckEventBlock,
  DiscountTarget,
  KnownBlock,
  Rule,
  UpdateAttributeBlock,
} from './document';
import { isEffect, readBlock } from './document';
import { formulaIn, percentageIn } from './formula';
import { eventTitle, fieldsOfShape, findPath, operandFields, operatorLabel, operatorOf } from './words';

/** The names a sentence uses: the vocabulary, and the paths including the document's own item lists. */
export type Names = { vocabulary: VocabularyView; paths: readonly PathView[] };

/** A rule in one sentence: when this and that, then give such. */
export function ruleSentence(rule: Rule, names: Names): string {
  const conditions = rule.blocks
    .filter((block) => !isEffect(block))
    .map((block) => blockSentence(block, names));
  const effects = rule.blocks.filter(isEffect).map((block) => blockSentence(block, names));
  const when = conditions.length === 0 ? 'On every event' : `When ${conditions.join(' and ')}`;
  return `${when}: ${effects.length === 0 ? 'nothing happens yet' : effects.join(', then ')}.`;
}

/** A block in a few words, without a full stop. */
export function blockSentence(block: Block, names: Names): string {
  const known = readBlock(block);
  return known ? knownSentence(known, names) : `the block “${block.type}” as it stands`;
}

function knownSentence(block: KnownBlock, names: Names): string {
  switch (block.type) {
    case 'group':
      return groupSentence(block.operator, block.blocks, names);
    case 'checkAttribute':
      return attributeSentence(block, names);
    case 'checkEvent':
      return eventSentence(block, names);
    case 'checkBudget':
      return budgetSentence(block, names);
    case 'awardDiscount':
      return discountSentence(block, names);
    case 'awardItem':
      return `add ${valueText(block.quantity, names)} × ${block.name || block.sku || '…'} for free`;
    case 'showNotification':
      return `show ${article(block.notificationType)} notification “${block.title}”`;
    case 'updateAttributeValue':
      return updateSentence(block, names);
    case 'checkCoupon':
      return block.redeem ? 'a coupon code is valid' : 'a coupon code is valid, without redeeming it';
    case 'createCoupon':
      return `create a coupon code “${block.pattern || '########'}”`;
    case 'reserveCoupon':
      return 'reserve the code for the customer';
    case 'triggerCustomEffect':
      return `send the custom effect “${block.customEffect.title || block.customEffect.name}”${overWhat(block.target)}`;
  }
}

const groupWords = { all: 'all of', atLeastOne: 'at least one of', none: 'none of' };

function groupSentence(operator: keyof typeof groupWords, blocks: Block[], names: Names): string {
  const inside = blocks.map((block) => blockSentence(block, names)).join('; ');
  return `${groupWords[operator]} (${inside || 'nothing yet'})`;
}

function attributeSentence(block: CheckAttributeBlock, names: Names): string {
  return `${pathTitle(block.attribute, names) || '…'} ${comparisonText(block, names)}`;
}

/** How a condition compares and with what, without what is compared. */
export function comparisonText(block: CheckAttributeBlock, names: Names): string {
  const label = operatorOf(names.vocabulary, names.paths, block)?.label;
  const words = label ?? operatorLabel(names.vocabulary, block.operator);
  return [words, operandsText(block, names)].filter(Boolean).join(' ');
}

function operandsText(block: CheckAttributeBlock, names: Names): string {
  const shape = operatorOf(names.vocabulary, names.paths, block)?.operands;
  const fields = shape ? fieldsOfShape[shape] : operandFields.filter((field) => block[field] !== undefined);
  const texts = fields.map((field) => valueText(block[field], names));
  return texts.join(shape === 'listAndCount' ? ' of ' : ' and ');
}

function eventSentence(block: CheckEventBlock, names: Names): string {
  const what = `the event is ${eventTitle(names.vocabulary, block.eventType) || '…'}`;
  const matchers = (block.matchers ?? []).map((matcher) => blockSentence(matcher, names));
  return [what, ...matchers].join(' and ');
}

function budgetSentence(block: CheckBudgetBlock, names: Names): string {
  const action = names.vocabulary.budgets.actions.find(({ name }) => name === block.action);
  const what = `the budget for ${(action?.title ?? block.action).toLowerCase()}`;
  if (block.operator === 'available') return `${what} is available`;
  return `${what} is enough for ${valueText(block.value, names, action?.isMoney)}`;
}

function discountSentence(block: AwardDiscountBlock, names: Names): string {
  const percentage = percentageIn(block.value);
  const amount = percentage ? `${percentage.percent} %` : valueText(block.value, names, true);
  const part = block.partial ? ', or what a budget allows' : '';
  return `give ${amount} off ${discountedText(block.target)}${part} (“${block.name}”)`;
}

const updateWords: Record<string, string> = {
  setTo: 'set # to',
  increaseBy: 'increase # by',
  decreaseBy: 'decrease # by',
  multiplyBy: 'multiply # by',
  divideBy: 'divide # by',
  toggle: 'toggle #',
  laterBy: 'move # later by',
  earlierBy: 'move # earlier by',
};

function updateSentence(block: UpdateAttributeBlock, names: Names): string {
  const what = (updateWords[block.operator] ?? `${block.operator} #`).replace(
    '#',
    block.attribute.title || block.attribute.name || '…',
  );
  const value = block.operator === 'toggle' ? '' : ` ${valueText(block.value, names)}`;
  return `${what}${value}${overWhat(block.target)}`;
}

function discountedText(target: DiscountTarget): string {
  const cost = costOf(target);
  const of = targetText(plainTarget(target));
  return cost === null ? of : `the additional cost “${cost || '…'}” of ${of}`;
}

function targetText(target: BlockTarget): string {
  if (target.type === 'allItems') return 'every item';
  if (target.type === 'selector') return `the items of “${target.name ?? ''}”`;
  return 'the cart';
}

function overWhat(target: BlockTarget): string {
  return target.type === 'allItems' || target.type === 'selector' ? ` for ${targetText(target)}` : '';
}

function article(type: string): string {
  return `${/^[AEIOUaeiou]/.test(type) ? 'an' : 'a'} ${type.toLowerCase()}`;
}

/** The title of what a path stands for; the path itself when nobody knows it. */
export function pathTitle(path: string, names: Names): string {
  return findPath(names.paths, path)?.title ?? path;
}

/** A value of the document for reading; formulas with the titles of what they read. */
export function valueText(value: Json | undefined, names: Names, isMoney = false): string {
  if (value === undefined || value === null || value === '') return '…';
  const formula = formulaIn(value);
  if (formula !== null) return formula.replaceAll(/\$\w+(?:\.\w+)*/g, (path) => pathTitle(path, names));
  if (Array.isArray(value)) return value.map((item) => valueText(item, names)).join(', ') || '…';
  if (typeof value === 'number') return isMoney ? formatAmount(String(value)) : String(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
