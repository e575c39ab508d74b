import { describe, expect, test } from 'vitest';
import { saidOf } from '../../../../test/said-of.js';
import { externalLink } from './external-link.js';
import { pointerKind } from './pointer-kind.js';

const registers = {
  'tei/places.xml':
    '<listPlace><place xml:id="seoul"><placeName>Seoul</placeName></place></listPlace>',
  'tei/persons.xml':
    '<listPerson><person xml:id="stalin"/></listPerson><listOrg><org xml:id="staff"/></listOrg>',
};

describe('pointers lead to the right kind of thing', () => {
  test.each([
    '<placeName ref="places.xml#seoul"/>',
    '<settlement ref="places.xml#seoul"/>',
    '<persName ref="persons.xml#stalin"/>',
    '<rs ref="persons.xml#stalin"/>',
    '<rs type="place" ref="places.xml#seoul"/>',
    '<name type="ship" ref="places.xml#seoul"/>',
    '<change who="persons.xml#staff"/>',
    '<item xml:id="i"/><persName ref="#i"/>',
    '<listWit><witness xml:id="A"/></listWit><rdg wit="#A"/>',
    '<surface xml:id="f1"/><pb facs="#f1"/>',
    '<ref target="places.xml#seoul"/>',
    '<persName ref="places.xml#nobody"/>',
  ])('%s', (text) => {
    expect(saidOf(pointerKind, text, registers)).toEqual([]);
  });

  test.each([
    [
      '<persName ref="places.xml#seoul"/>',
      '[places.xml#seoul] "places.xml#seoul" in @ref on <persName> leads to a <place>, where a person or a role of the cast is meant.',
    ],
    [
      '<rs type="Person" ref="places.xml#seoul"/>',
      '[places.xml#seoul] "places.xml#seoul" in @ref on <rs> leads to a <place>, where a person or a role of the cast is meant.',
    ],
    [
      '<sp who="#p persons.xml#stalin places.xml#seoul"/><person xml:id="p"/>',
      '[places.xml#seoul] "places.xml#seoul" in @who on <sp> leads to a <place>, where a person or an organisation is meant.',
    ],
    [
      '<listWit><witness xml:id="A"/></listWit><hi rendition="#A"/>',
      '[#A] "#A" in @rendition on <hi> leads to a <witness>, where a rendition is meant.',
    ],
    [
      '<handNote xml:id="h"/><rdg wit="#h"/>',
      '[#h] "#h" in @wit on <rdg> leads to a <handNote>, where a witness or a work is meant.',
    ],
    [
      '<person xml:id="h"/><handShift new="#h"/>',
      '[#h] "#h" in @new on <handShift> leads to a <person>, where a hand is meant.',
    ],
  ])('%s', (text, message) => {
    expect(saidOf(pointerKind, text, registers)).toEqual([message]);
  });

  test('whatever a document of another vocabulary does with the names of attributes', () => {
    const text = '<x xmlns="urn:x" who="#p"/><place xml:id="p"/>';
    expect(saidOf(pointerKind, text)).toEqual([]);
  });
});

describe('addresses in the web can be followed by others', () => {
  test.each([
    'https://www.geonames.org/1835848',
    'https://en.wikipedia.org/wiki/Incheon_(disambiguation)',
    'https://example.org/path?a=b.#c',
    'http://[2001:db8::1]/',
    'doi:10.1000/182',
    'urn:isbn:0',
    'letter.xml',
  ])('%s', (address) => {
    expect(saidOf(externalLink, `<ref target="${address}"/>`)).toEqual([]);
  });

  test.each([
    ['file:///C:/scans/1.jpg', 'leads to a file of the machine it was written on'],
    ['http://localhost:8080/', 'leads to localhost, which is another machine for each reader'],
    ['https://192.168.1.4/x', 'leads to 192.168.1.4, which is another machine for each reader'],
    [
      'https://archive/x',
      'names the host "archive", and no host in the web has a name without a dot',
    ],
    ['https://example.org/a.', 'ends with ".", which belongs to the text it was copied from'],
    ['https://example.org/a%20', 'ends with "%20", which belongs to the text it was copied from'],
    ['https://example.org/a)', 'ends with ")", and no "(" comes before'],
    ['http://https://example.org/', 'begins twice'],
  ])('%s', (address, words) => {
    expect(saidOf(externalLink, `<ref target="${address}"/>`)).toEqual([
      `[${address}] "${address}" in @target on <ref> ${words}.`,
    ]);
  });
});
