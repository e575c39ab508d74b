import { expect, it } from 'vitest';
import { readSchema } from './read-schema.js';
import { restoreSchema, storedForm, storeSchema } from './stored-schema.js';

const text = `
start = letter
## a letter
letter = element letter {
  attribute xml:id { xsd:ID },
  attribute type { "press" | (xsd:token { pattern = "[a-z]+" } - "other") }?,
  (text | element salute { list { xsd:int+ } } | letter)*
}
`;

function start() {
  const file = { file: 'letter.rnc', text };
  const { start, problems } = readSchema('file:///letter.rnc', { read: () => file });
  if (start === undefined) throw new Error(JSON.stringify(problems));
  return start;
}

it('a schema is stored in a form that has a number, which changes with it', () => {
  // Where this changes, `storedForm` must too: what an earlier release has kept is then not read.
  expect(storedForm).toBe(2);
  expect(storeSchema(start())).toMatchInlineSnapshot(
    `"{"form":2,"datatypes":[["http://www.w3.org/2001/XMLSchema-datatypes","ID",[]],["","token",[]],["http://www.w3.org/2001/XMLSchema-datatypes","token",[{"name":"pattern","value":"[a-z]+"}]],["http://www.w3.org/2001/XMLSchema-datatypes","int",[]]],"patterns":[["element",{"kind":"name","ns":"","local":"letter"},16,"a letter"],["data",0,null],["attribute",{"kind":"name","ns":"http://www.w3.org/XML/1998/namespace","local":"id"},1,null],["empty"],["value",1,"press","press",null],["value",1,"other","other",null],["data",2,5],["choice",[4,6]],["attribute",{"kind":"name","ns":"","local":"type"},7,null],["choice",[3,8]],["empty"],["text"],["element",{"kind":"name","ns":"","local":"salute"},19,null],["choice",[11,12,0]],["oneOrMore",13],["choice",[10,14]],["group",[2,9,15]],["data",3,null],["oneOrMore",17],["list",18]],"start":0,"identifiers":[{"ns":"http://www.w3.org/XML/1998/namespace","local":"id","type":"ID"}]}"`,
  );
});

it('what was stored stands for the same schema, and can be stored again', () => {
  const stored = storeSchema(start());
  const restored = restoreSchema(stored);
  if (restored === undefined) throw new Error('it cannot be restored');
  expect(storeSchema(restored.start)).toBe(stored);
  expect(restored.identifiers).toEqual([
    { ns: 'http://www.w3.org/XML/1998/namespace', local: 'id', type: 'ID' },
  ]);
});

it('what is in another form, or no schema, stands for none', () => {
  const stored = storeSchema(start());
  for (const other of [stored.replace('"form":2', '"form":1'), stored.slice(1), '', '{}', 'null'])
    expect(restoreSchema(other)).toBeUndefined();
});
