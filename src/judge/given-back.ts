/** What an answer is documented to give back of a request. */
import { atPointer, isObject, keysOf, lastKeyOf, own, pointerOf } from '../formats/json.ts';
import { credentialIn } from '../scenario/given.ts';
import { operationOf } from '../scenario/plan.ts';
import { bodyText } from '../wire/clear/charset.ts';
import { type Evidence, echoesIn } from './checks/check.ts';
import { repeatedName } from './checks/unique-members.ts';

/** Whether a member is the credential that the good request sends under its name, and nothing more. */
function isGivenBack(evidence: Evidence, place: string): boolean {
  const { contract, scenario, json } = evidence;
  const value = atPointer(json, place);
  const sent = credentialIn(own(operationOf(contract, scenario.operation).control.body, lastKeyOf(place)));
  return (
    typeof value === 'string' &&
    echoesIn(evidence, value).some(({ known }) => known.name === sent && known.value === value)
  );
}

/** The body as a text, without the members that give back what was sent; whole where a member of it is hidden by another of its name. */
export function bodyBeside(evidence: Evidence, places: string[]): string {
  const text = bodyText(evidence.response);
  const given = places.filter((place) => isGivenBack(evidence, place));
  if (given.length === 0 || repeatedName(text) !== null) return text;
  const rest = structuredClone(evidence.json);
  for (const place of given) {
    const keys = keysOf(place);
    const holder = atPointer(rest, pointerOf(keys.slice(0, -1)));
    if (isObject(holder)) delete holder[keys.at(-1) ?? ''];
  }
  return JSON.stringify(rest);
}
