import { z } from 'zod';
import type { Json } from '../../lib/json';

/**
 * The rule document in the V2 block format, which is also the one state of the editor. Only its skeleton is read
 * here; whether it means anything is the host's to say. Fields this file does not name are kept as they are.
 */
export type RulesetDocument = {
  promotionRules: Rule[];
  selectors?: Selector[];
};

/** A titled list of conditions and effects. */
export type Rule = {
  id?: string;
  title: string;
  description?: string;
  blocks: Block[];
};

/** A block of any type; `readBlock` tells the types the editor has a form for. */
export type Block = { type: string; [field: string]: Json };

/** A named list of cart items: a source and the steps it goes through. */
export type Selector = {
  name: string;
  type: string;
  source: string;
  steps: SelectorStep[];
  [field: string]: Json;
};

export type SelectorStep = { type: string; [field: string]: Json };

const block = z.custom<Block>(
  (value) => z.looseObject({ type: z.string() }).safeParse(value).success,
  'This is not a block: an object with a "type".',
);
const blocks = z.array(block);

const rule = z.looseObject({ title: z.string(), description: z.string().optional(), blocks });

const selector = z.looseObject({ name: z.string(), type: z.string(), source: z.string(), steps: blocks });

const skeleton = z.looseObject({
  promotionRules: z.array(rule),
  selectors: z.array(selector).optional(),
});

export type ReadDocument = { document: RulesetDocument } | { problem: { pointer: string; message: string } };

/** Reads the skeleton of a document, or says where it is not one. */
export function readDocument(value: Json): ReadDocument {
  const read = skeleton.safeParse(value);
  if (read.success) return { document: value as RulesetDocument };
  const [issue] = read.error.issues;
  const pointer = (issue?.path ?? []).map(
    (step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`,
  );
  return {
    problem: { pointer: pointer.join(''), message: issue?.message ?? 'This is not a rule document.' },
  };
}

/** Reads a document from text; text that is not JSON is a problem of the whole document. */
export function parseDocument(text: string): ReadDocument {
  try {
    return readDocument(JSON.parse(text) as Json);
  } catch (reason) {
    const detail = reason instanceof Error ? reason.message : String(reason);
    return { problem: { pointer: '', message: `This is not JSON yet: ${detail}` } };
  }
}

/** A document without rules. */
export const emptyDocument: RulesetDocument = { promotionRules: [], selectors: [] };

const operand = z.custom<Json>((value) => value !== undefined).optional();

const groupShape = z.looseObject({
  type: z.literal('group'),
  operator: z.enum(['all', 'atLeastOne', 'none']),
  blocks,
  onFailure: blocks.optional(),
});

const checkAttributeShape = z.looseObject({
  type: z.literal('checkAttribute'),
  attribute: z.string(),
  operator: z.string(),
  value: operand,
  min: operand,
  max: operand,
  start: operand,
  end: operand,
  startInclusive: z.boolean().optional(),
  endInclusive: z.boolean().optional(),
  values: operand,
  count: operand,
  onFailure: blocks.optional(),
});

const checkEventShape = z.looseObject({
  type: z.literal('checkEvent'),
  eventType: z.string(),
  matchers: blocks.optional(),
  onFailure: blocks.optional(),
});

const checkBudgetShape = z.looseObject({
  type: z.literal('checkBudget'),
  operator: z.enum(['available', 'enoughFor']),
  action: z.string(),
  value: operand,
  onFailure: blocks.optional(),
});

const discountTarget = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('cart') }),
  z.looseObject({ type: z.literal('allItems'), prorated: z.boolean().optional() }),
  z.looseObject({ type: z.literal('selector'), name: z.string(), prorated: z.boolean().optional() }),
]);

const awardDiscountShape = z.looseObject({
  type: z.literal('awardDiscount'),
  name: z.string(),
  value: z.union([z.number(), z.string()]),
  partial: z.boolean().optional(),
  target: discountTarget,
});

const awardItemShape = z.looseObject({
  type: z.literal('awardItem'),
  sku: z.string(),
  name: z.string(),
  quantity: z.union([z.string(), z.number()]),
  partial: z.boolean().optional(),
});

const showNotificationShape = z.looseObject({
  type: z.literal('showNotification'),
  notificationType: z.string(),
  title: z.string(),
  body: z.string().optional(),
});

const updateAttributeShape = z.looseObject({
  type: z.literal('updateAttributeValue'),
  operator: z.string(),
  attribute: z.looseObject({
    id: z.number().optional(),
    entity: z.string(),
    name: z.string(),
    title: z.string().optional(),
    type: z.string().optional(),
  }),
  value: operand,
  target: z.looseObject({
    type: z.enum(['session', 'profile', 'allItems', 'selector']),
    name: z.string().optional(),
  }),
});

const customEffectShape = z.looseObject({
  type: z.literal('triggerCustomEffect'),
  customEffect: z.looseObject({ id: z.number(), name: z.string(), title: z.string() }),
  params: z.record(z.string(), z.custom<Json>()).optional(),
  target: z.looseObject({ type: z.enum(['cart', 'allItems', 'selector']), name: z.string().optional() }),
});

const checkCouponShape = z.looseObject({
  type: z.literal('checkCoupon'),
  redeem: z.boolean(),
  onFailure: blocks.optional(),
});

const createCouponShape = z.looseObject({
  type: z.literal('createCoupon'),
  campaignId: z.union([z.number(), z.string()]),
  recipientId: z.string(),
  storeInSession: z.boolean(),
  usageLimit: z.union([z.number(), z.string()]).optional(),
  pattern: z.string().optional(),
  attributes: z.record(z.string(), z.custom<Json>()).optional(),
});

const reserveCouponShape = z.looseObject({ type: z.literal('reserveCoupon') });

const known = z.discriminatedUnion('type', [
  groupShape,
  checkAttributeShape,
  checkEventShape,
  checkBudgetShape,
  awardDiscountShape,
  awardItemShape,
  showNotificationShape,
  updateAttributeShape,
  customEffectShape,
  checkCouponShape,
  createCouponShape,
  reserveCouponShape,
]);

export type KnownBlock = z.infer<typeof known>;
export type GroupBlock = z.infer<typeof groupShape>;
export type CheckAttributeBlock = z.infer<typeof checkAttributeShape>;
export type CheckEventBlock = z.infer<typeof checkEventShape>;
export type CheckBudgetBlock = z.infer<typeof checkBudgetShape>;
export type AwardDiscountBlock = z.infer<typeof awardDiscountShape>;
export type AwardItemBlock = z.infer<typeof awardItemShape>;
export type ShowNotificationBlock = z.infer<typeof showNotificationShape>;
export type UpdateAttributeBlock = z.infer<typeof updateAttributeShape>;
export type CustomEffectBlock = z.infer<typeof customEffectShape>;
export type CheckCouponBlock = z.infer<typeof checkCouponShape>;
export type CreateCouponBlock = z.infer<typeof createCouponShape>;
export type BlockTarget = { type: string; name?: string | undefined };

/** A block the editor has a form for, or `null` for one it only shows. */
export function readBlock(value: Block): KnownBlock | null {
  const before = readBlocks.get(value);
  if (before !== undefined) return before;
  const read = known.safeParse(value);
  const answer = read.success ? read.data : null;
  readBlocks.set(value, answer);
  return answer;
}

/** Blocks are never changed in place, so what one was read as stays true. */
const readBlocks = new WeakMap<Block, KnownBlock | null>();

/** Whether a block belongs under *Then*; everything else, known or not, belongs under *When*. */
export function isEffect(value: Block): boolean {
  return /^(award|show|update|trigger|create|reserve)/.test(value.type);
}

/** The lists of blocks a block holds, by the name of the field. */
export const innerLists = ['blocks', 'matchers', 'onFailure'] as const;
