import type {
  CampaignTraceView,
  ConditionView,
  EffectView,
  RuleProblemView,
  RulesetCheckView,
} from '../../src/api/types';
import type { Json } from '../../src/lib/json';

type Fields = { [field: string]: Json };

/** What the fake session holds; enough to make verdicts differ. */
const facts: Record<string, Json> = {
  '$Session.Total': 64,
  '$Session.CartItemTotal': 64,
  '$Session.FirstSession': false,
  '$Profile.Attributes.tier': 'gold',
  '$Profile.ClosedSessions': 3,
};

const list = (value: Json | undefined): Fields[] => (Array.isArray(value) ? (value as Fields[]) : []);

/** A stand-in for the host's check: knows thresholds, equality and groups, which is enough to look at. */
export function checkRuleset(ruleset: Json, sessionId: string | null, eventType: string): RulesetCheckView {
  const rules = list((ruleset as Fields).promotionRules);
  const problems = problemsIn(ruleset, '');
  if (sessionId === null || problems.length > 0) return { problems, verdict: null, effects: [] };
  const traces = rules.map((rule, index) => {
    const conditions = conditionsOf(list(rule.blocks), `/promotionRules/${index}/blocks`, eventType);
    const verdict = conditions.every(isMet) ? ('fired' as const) : ('notMet' as const);
    return { index, title: String(rule.title), verdict, why: null, conditions };
  });
  const verdict: CampaignTraceView = { campaignId: 0, campaignName: '', rules: traces };
  const effects = traces
    .filter((trace) => trace.verdict === 'fired')
    .flatMap((trace) => list(rules[trace.index]?.blocks).flatMap((block) => effectsOf(block, trace.index)));
  return { problems, verdict, effects };
}

const isMet = (condition: ConditionView) => condition.outcome === 'passed';

function conditionsOf(blocks: Fields[], pointer: string, eventType: string): ConditionView[] {
  return blocks.flatMap((block, index) => {
    const place = `${pointer}/${index}`;
    if (block.type === 'checkAttribute') return [attributeCondition(block, place)];
    if (block.type === 'checkEvent') return [eventCondition(block, place, eventType)];
    return block.type === 'group' ? [groupCondition(block, place, eventType)] : [];
  });
}

function attributeCondition(block: Fields, pointer: string): ConditionView {
  const actual = facts[String(block.attribute)];
  const isPassed =
    block.operator === 'greaterThanOrEqual'
      ? Number(actual) >= Number(block.value)
      : actual !== undefined && actual === block.value;
  return {
    pointer,
    sentence: `${block.attribute} ${block.operator} ${block.value}`,
    expected: String(block.value ?? ''),
    actual: actual === undefined ? '' : String(actual),
    outcome: isPassed ? 'passed' : 'notPassed',
    reason: actual === undefined ? 'attribute not set' : null,
    children: [],
  };
}

function eventCondition(block: Fields, pointer: string, eventType: string): ConditionView {
  const isPassed = block.eventType === eventType;
  return {
    pointer,
    sentence: `The event is ${block.eventType}`,
    expected: String(block.eventType),
    actual: eventType,
    outcome: isPassed ? 'passed' : 'notPassed',
    reason: isPassed ? null : 'another event',
    children: conditionsOf(list(block.matchers), `${pointer}/matchers`, eventType),
  };
}

function groupCondition(block: Fields, pointer: string, eventType: string): ConditionView {
  const children = conditionsOf(list(block.blocks), `${pointer}/blocks`, eventType);
  const met = children.filter(isMet).length;
  const isPassed =
    block.operator === 'all' ? met === children.length : block.operator === 'none' ? met === 0 : met > 0;
  return {
    pointer,
    sentence: String(block.operator),
    expected: '',
    actual: '',
    outcome: isPassed ? 'passed' : 'notPassed',
    reason: null,
    children,
  };
}

function effectsOf(block: Fields, ruleIndex: number): EffectView[] {
  const base = {
    campaignId: 0,
    campaignName: '',
    ruleIndex,
    ruleName: '',
    code: null,
    amount: null,
    unit: null,
    onFailure: false,
    json: '{}',
  };
  const prop = (name: string, value: Json | undefined) => ({ name, value: String(value) });
  if (block.type === 'awardDiscount') {
    const sentence = '6.40 EUR off the cart';
    return [{ ...base, effectType: 'setDiscount', sentence, props: [prop('name', block.name)] }];
  }
  if (block.type === 'showNotification') {
    const sentence = `Shows “${block.title}”`;
    return [{ ...base, effectType: 'showNotification', sentence, props: [prop('title', block.title)] }];
  }
  return [];
}

/** Unknown paths inside formulas, and attributes nobody chose. */
function problemsIn(value: Json, pointer: string): RuleProblemView[] {
  if (typeof value === 'string') return formulaProblem(value, pointer);
  if (Array.isArray(value)) return value.flatMap((item, index) => problemsIn(item, `${pointer}/${index}`));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([field, inner]) => problemsIn(inner, `${pointer}/${field}`));
}

function formulaProblem(text: string, pointer: string): RuleProblemView[] {
  const start = text.indexOf('$Sesion');
  if (start < 0) return [];
  const message = 'There is no "$Sesion.Total"; did you mean "$Session.Total"?';
  return [{ pointer, message, start, end: start + '$Sesion.Total'.length }];
}
