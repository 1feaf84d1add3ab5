import { describe, expect, test } from 'vitest';
import { pageJsonLd } from '../../src/core/outputs/json-ld/page.ts';
import { soundContext } from '../support/sound-context.ts';
import { jsonLdFaults } from '../support/schema-org.ts';

async function graphOf(path: string, record?: string): Promise<Record<string, unknown>[]> {
  const text = pageJsonLd(await soundContext(), { path, title: 'Title </script>', description: 'Words', record });
  expect(jsonLdFaults(text)).toEqual([]);
  expect(text).not.toContain('<');
  return (JSON.parse(text) as { '@graph': Record<string, unknown>[] })['@graph'];
}

describe('JSON-LD', () => {
  test('an entry: an article about an event, with claims by their owners', async () => {
    const graph = await graphOf('/2020/10/02/shelling/', 'entry:2020-10-02-shelling');
    const article = graph.find((node) => node['@type'] === 'Article') as { hasPart: unknown[] };
    expect(article).toMatchObject({
      headline: 'Sides accuse each other of shelling Bridge Town',
      dateModified: '2020-12-01',
      correction: ['The time of day was missing.'],
      about: { '@type': 'Event', startDate: '2020-10-02', location: [{ name: 'Bridge Town' }, { name: 'The Valley' }] },
    });
    expect(article.hasPart[0]).toEqual({
      '@type': 'Claim',
      '@id': 'https://fixture.example/2020/10/02/shelling/#shelled',
      text: 'Northern forces shelled Bridge Town.',
      author: [{ '@id': 'https://fixture.example/actors/south-ministry/#actor' }],
      about: [{ '@id': 'https://fixture.example/actors/north-ministry/#actor' }],
      dateCreated: '2020-10-02',
      appearance: [
        { '@id': 'https://fixture.example/sources/wire/#source' },
        { '@id': 'https://fixture.example/sources/paper/#source' },
      ],
    });
    const crumbs = graph.find((node) => node['@type'] === 'BreadcrumbList') as { itemListElement: { name: string }[] };
    expect(crumbs.itemListElement.map((item) => item.name)).toEqual([
      'Fixture Chronicle',
      '2020',
      'October',
      '2 October 2020',
      'Title </script>',
    ]);
  });

  test('a coarse date stays coarse; a withdrawn entry says so and no more', async () => {
    const [, war] = await graphOf('/1994/earlier-war/', 'entry:1994-earlier-war');
    expect(war?.['about']).toMatchObject({ startDate: '1994' });
    const [, gone] = await graphOf('/2020/10/04/withdrawn/', 'entry:2020-10-04-withdrawn');
    expect(gone).toMatchObject({ creativeWorkStatus: 'Withdrawn' });
    expect(gone).not.toHaveProperty('about');
  });

  test.each([
    ['/', undefined, ['WebPage', 'WebSite', 'Project']],
    ['/data/', undefined, ['WebPage', 'Dataset', 'BreadcrumbList']],
    ['/search/', undefined, ['SearchResultsPage', 'BreadcrumbList']],
    ['/2020/', undefined, ['CollectionPage', 'BreadcrumbList']],
    ['/2020/10/02/', 'day:2020-10-02', ['CollectionPage', 'BreadcrumbList']],
    ['/actors/north-state/', 'actor:north-state', ['CollectionPage', 'GovernmentOrganization', 'BreadcrumbList']],
    ['/actors/observer/', 'actor:observer', ['CollectionPage', 'Person', 'BreadcrumbList']],
    ['/actors/observer/2/', 'actor:observer', ['CollectionPage', 'BreadcrumbList']],
    ['/places/bridge-town/', 'place:bridge-town', ['CollectionPage', 'Place', 'BreadcrumbList']],
    ['/sources/wire/', 'source:wire', ['CollectionPage', 'NewsArticle', 'BreadcrumbList']],
    ['/about/', 'page:about', ['AboutPage', 'BreadcrumbList']],
  ])('%s', async (path, record, types) => {
    expect((await graphOf(path, record)).map((node) => node['@type'])).toEqual(types);
  });

  test.each([
    ['a type that is none', { '@type': 'Battle' }, ['unknown type Battle']],
    ['a property that the type has not', { '@type': 'Place', headline: 'x' }, ['Place has no headline']],
    [
      'a value of the wrong kind',
      { '@type': 'Article', author: { '@type': 'Place' } },
      ['Article.author cannot be a Place'],
    ],
    ['a wrong date', { '@type': 'Event', startDate: 'May' }, ['Event.startDate: "May"']],
    [
      'a node that is named and nowhere described',
      { '@type': 'Article', author: { '@id': 'https://fixture.example/x' } },
      ['nothing says what https://fixture.example/x is'],
    ],
    ['a fault further in', { '@type': 'Article', about: { '@type': 'Event', x: 1 } }, ['Event has no x']],
  ])('the test finds %s', (_, node, faults) => {
    expect(jsonLdFaults(JSON.stringify({ '@context': 'https://schema.org', '@graph': [node] }))).toEqual(faults);
  });
});
