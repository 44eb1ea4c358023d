/** Deviations of the scope a token is granted for, by check. */
import { at, crash, jsonOf, withMember } from './answers.ts';
import { type Maker, one } from './mutant.ts';

function scopes(make: (asked: string) => Record<string, string>): Maker {
  return (_clause, { rig, faithful }) => {
    const pointer = rig.contract.token.scope ?? '/scope';
    const asked = String(at(jsonOf(faithful), pointer));
    return Object.entries(make(asked)).map(([name, scope]) =>
      one(name, (answer) => withMember(answer, pointer, scope)),
    );
  };
}

/** Grants of another scope than the one asked for. */
export const scopesGranted: Maker = scopes((asked) => ({
  'another scope': 'openid',
  'no scope at all': '',
  'a prefix of it': 'billing',
  ...(asked.includes(' ') ? { 'the first of those asked for': asked.split(' ')[0] ?? '' } : {}),
}));

/** By check. */
export const scopeTables: Record<string, Maker> = {
  'scope-within-request': scopes((asked) => ({
    'a scope more': `${asked} admin`,
    'another scope': 'admin',
    'a wildcard': '*',
    'the other letter case': asked.toUpperCase(),
    'commas between': `${asked.replaceAll(' ', ',')},admin`,
  })),
  'scope-documented': scopes((asked) => ({
    'an undocumented scope': `${asked} admin:all`,
    'a prefix': 'billing',
    'a suffix added': `${asked}x`,
  })),
  'default-scope': (_clause, { rig }) => {
    const pointer = rig.contract.token.scope ?? '';
    return [undefined, '', ' ', 'admin', null].map((scope) =>
      one(`a grant with the scope ${JSON.stringify(scope)}`, (_faithful, call) =>
        withMember(call.grant(), pointer, scope),
      ),
    );
  },
  'token-per-scope': (_clause, { rig }) => {
    const others = rig.scenarios.filter(({ change }) => change?.way === 'alone' || change?.way === 'pair');
    return others.flatMap(({ id, change }) => {
      const token = at(jsonOf(rig.faithful.get(id) ?? crash), rig.contract.token.value);
      return [
        one(`the token granted for ${change?.variant}`, (faithful) =>
          withMember(faithful, rig.contract.token.value, token),
        ),
      ];
    });
  },
};
