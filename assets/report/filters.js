// Filters by severity, rule, file and words, kept in the address, so that what is shown can be linked to; a button
// that copies a place; the help of rules on paper. Without this script everything is shown, and places can be copied by hand.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const form = document.querySelector('.filters');

  // ---------- places to copy ----------

  for (const place of all('a.at')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = 'Copy';
    button.setAttribute('aria-label', `Copy ${place.textContent}`);
    place.after(button);
  }

  document.addEventListener('click', async ({ target }) => {
    if (!target.matches('.copy')) return;
    const place = target.previousElementSibling;
    let word = 'Copied';
    try {
      await navigator.clipboard.writeText(place.textContent);
    } catch {
      // Not every browser lets a page from a folder do this: then the place is marked, ready to be copied.
      getSelection().selectAllChildren(place);
      word = 'Marked';
    }
    target.textContent = word;
    setTimeout(() => {
      target.textContent = 'Copy';
    }, 1500);
  });

  // ---------- on paper nobody can open what is closed ----------

  let openedForPaper = [];
  addEventListener('beforeprint', () => {
    openedForPaper = all('.explained:not([open])');
    for (const each of openedForPaper) each.open = true;
  });
  addEventListener('afterprint', () => {
    for (const each of openedForPaper) each.open = false;
  });

  if (form === null) return;

  // ---------- what there is to filter ----------

  const fileOf = (place) => place.replace(/:\d+:\d+$/, '').toLowerCase();
  const textOf = (element) => element.textContent.toLowerCase();

  /** Each section with its faults; each fault with its places, of which the first is shown in full. */
  const readSections = () =>
    all('.rule').map((section) => {
      const count = section.querySelector('.count');
      return {
        section,
        rule: section.querySelector('h2').id,
        count,
        told: count.textContent,
        faults: all('.fault', section).map(readFault),
      };
    });

  const readFault = (fault) => {
    // What is told in short has lists alone.
    const here = fault.querySelector('.here');
    const said = here ? textOf(fault.querySelector('h3')) + all('.help', here).map(textOf) : '';
    return {
      fault,
      severity: fault.classList[1],
      here,
      places: [
        ...(here
          ? [
              {
                element: here,
                file: fileOf(here.querySelector('.at').textContent),
                text: said + textOf(here),
              },
            ]
          : []),
        ...all('.more', fault).flatMap((more) =>
          all('li', more).map((element) => ({
            element,
            more,
            file: fileOf(element.firstElementChild.textContent),
            text: (more.classList.contains('kind') ? '' : said) + textOf(element),
          })),
        ),
      ],
    };
  };

  let sections;
  /** Lists that were opened because what was looked for is in them. */
  const opened = new Set();

  // ---------- what is wanted ----------

  const boxes = all('[name="severity"]', form);
  const { rule, file, words } = form.elements;
  const output = form.querySelector('output');

  const isAll = () =>
    boxes.every(({ checked }) => checked) && ![rule, file, words].some(({ value }) => value);

  /** The state of the form as a fragment: only what is filtered by. */
  const fragment = () => {
    const state = new URLSearchParams();
    if (!boxes.every(({ checked }) => checked)) {
      const wanted = boxes.filter(({ checked }) => checked).map(({ value }) => value);
      state.set('severity', wanted.join(',') || 'none');
    }
    for (const { name, value } of [rule, file, words]) if (value) state.set(name, value);
    return `${state}`.replaceAll('%2F', '/').replaceAll('%2C', ',');
  };

  /** Sets the form by the fragment; one that is the name of a fault or a rule leaves it as it is. */
  const readFragment = () => {
    const text = location.hash.slice(1);
    if (text !== '' && !text.includes('=')) return false;
    setForm(new URLSearchParams(text));
    return true;
  };

  const setForm = (state) => {
    const wanted = state.get('severity')?.split(',');
    for (const box of boxes) box.checked = wanted?.includes(box.value) ?? true;
    for (const field of [rule, file, words]) field.value = state.get(field.name) ?? '';
  };

  // ---------- showing and hiding ----------

  const thousands = (count) => `${count}`.replace(/\B(?=(?:\d{3})+$)/g, ',');

  const apply = () => {
    if (isAll() && sections === undefined) return tell(undefined);
    sections ??= readSections();
    for (const more of opened) more.open = false;
    opened.clear();
    const severities = new Set(boxes.filter(({ checked }) => checked).map(({ value }) => value));
    const inFile = file.value.trim().toLowerCase();
    const sought = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    let total = 0;
    for (const each of sections) {
      const isWanted = rule.value === '' || each.rule === rule.value;
      let ofRule = 0;
      let allOfRule = 0;
      for (const { fault, severity, here, places } of each.faults) {
        let ofFault = 0;
        for (const place of places) {
          const isShown =
            isWanted &&
            severities.has(severity) &&
            place.file.includes(inFile) &&
            sought.every((word) => place.text.includes(word));
          show(place, isShown);
          if (isShown) ofFault++;
        }
        fault.hidden = ofFault === 0;
        // Where the first does not match, the others are what was looked for.
        if (ofFault > 0 && !isAll() && (here?.hidden ?? true)) {
          for (const { more, element } of places) {
            if (more && !element.hidden && !more.open) {
              more.open = true;
              opened.add(more);
            }
          }
        }
        for (const more of new Set(places.map((place) => place.more))) {
          if (more)
            more.hidden = places.every((place) => place.more !== more || place.element.hidden);
        }
        ofRule += ofFault;
        allOfRule += places.length;
      }
      each.section.hidden = ofRule === 0;
      each.count.textContent =
        ofRule === allOfRule ? each.told : `${thousands(ofRule)} of ${each.told}`;
      shown += ofRule;
      total += allOfRule;
    }
    tell(shown, total);
  };

  /** Tells the browser of changes alone: there may be a hundred thousand places. */
  const show = (place, isShown) => {
    if (place.isHidden === !isShown) return;
    place.isHidden = !isShown;
    place.element.hidden = !isShown;
  };

  const tell = (shown, total) => {
    output.textContent =
      shown === undefined || shown === total
        ? ''
        : `${thousands(shown)} of ${thousands(total)} shown`;
    form.querySelector('button').hidden = isAll();
  };

  // ---------- when ----------

  let waiting;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const state = fragment();
      history.replaceState(
        null,
        '',
        state === '' ? location.pathname + location.search : `#${state}`,
      );
      apply();
    }, 150);
  };

  form.addEventListener('input', soon);
  form.addEventListener('reset', soon);
  form.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('hashchange', () => {
    if (readFragment()) return apply();
    // Whoever follows a link to what is filtered out wants to see it.
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target === null || target.closest('[hidden]') === null) return;
    setForm(new URLSearchParams());
    apply();
    target.scrollIntoView();
  });
  form.hidden = false;
  readFragment();
  apply();
})();
