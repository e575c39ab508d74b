// What the page can do beyond being read: a switch for how places read, cards for names, the map and the text
// pointing at each other, citations to copy. Without this script the text stands as written, a name is a link to its
// entry in the index, and nothing else is missing.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);

  // ---------- how places read ----------

  const asWritten = 'as-written';
  /** The map's own words for the ways in which a place can read. */
  const readingOnMap = { 'as-written': 'written', 'chinese-characters': 'chinese' };
  const storageKey = 'imprimatur.reading';

  function remembered() {
    try {
      return localStorage.getItem(storageKey);
    } catch {
      return null;
    }
  }

  function remember(reading) {
    try {
      localStorage.setItem(storageKey, reading);
    } catch {
      // A page from a folder, or a reader who wants nothing kept: the choice then lasts as long as the page.
    }
  }

  function startReadings() {
    const panel = document.querySelector('.readings');
    if (panel === null) return;
    const names = all('.by-name').map((element) => ({
      element,
      entry: byId(element.dataset.entries),
      written: element.textContent,
    }));
    const inputs = all('input', panel);
    const choose = (reading, aloud) => {
      for (const input of inputs) input.checked = input.value === reading;
      const label = inputs.find((input) => input.checked).parentElement.textContent.trim();
      const missing = readNames(names, reading);
      readMap(reading);
      explain(panel, label, missing, aloud);
    };
    panel.addEventListener('change', (event) => {
      remember(event.target.value);
      choose(event.target.value, true);
    });
    panel.hidden = false;
    const before = remembered();
    const known = inputs.some((input) => input.value === before);
    choose(known ? before : asWritten, false);
  }

  /** Sets each name in the chosen way; returns the titles of the places that have no name in it. */
  function readNames(names, reading) {
    const missing = new Set();
    for (const { element, entry, written } of names) {
      const name =
        reading === asWritten ? null : entry?.querySelector(`[data-reading="${reading}"]`);
      const lacking = reading !== asWritten && !name;
      element.textContent = name ? name.textContent : written;
      if (name) element.lang = name.lang;
      else element.removeAttribute('lang');
      element.classList.toggle('without-reading', lacking);
      if (lacking) {
        element.title = 'No name in this script: as written';
        missing.add(titleOf(entry));
      } else if (name && name.textContent !== written) {
        element.title = `As written: ${written}`;
      } else {
        element.removeAttribute('title');
      }
    }
    return [...missing];
  }

  function readMap(reading) {
    const word = readingOnMap[reading] ?? reading;
    for (const name of all('.map-name')) {
      const chosen = name.getAttribute(`data-reading-${word}`) === null ? 'written' : word;
      name.textContent = name.getAttribute(`data-reading-${chosen}`);
      name.setAttribute('lang', name.getAttribute(`data-lang-${chosen}`) ?? 'en');
    }
  }

  function explain(panel, label, missing, aloud) {
    const legend = panel.querySelector('.readings-legend');
    const words =
      missing.length === 0
        ? ''
        : `° has no name in this script and stands as written: ${missing.join(', ')}.`;
    legend.textContent = words;
    legend.hidden = words === '';
    if (aloud) {
      panel.querySelector('.readings-status').textContent =
        `How places read: ${label}. ${words === '' ? '' : `As written, for want of a name: ${missing.join(', ')}.`}`;
    }
  }

  function titleOf(entry) {
    return entry?.querySelector('h4')?.firstChild?.textContent.trim() ?? '';
  }

  // ---------- cards ----------

  const card = document.createElement('div');
  /** The name whose card is shown. */
  let shown = null;
  /** Whether the card was asked for, and does not go away by itself. */
  let kept = false;
  let timer = 0;
  /** Whether the focus comes back to a name from its card, which then stays away. */
  let returning = false;

  function startCards() {
    card.className = 'card';
    card.id = 'card';
    card.hidden = true;
    card.tabIndex = -1;
    card.setAttribute('role', 'dialog');
    document.body.append(card);
    for (const name of all('.reading-text a.name')) {
      name.setAttribute('aria-haspopup', 'dialog');
      name.setAttribute('aria-expanded', 'false');
    }
    document.addEventListener('click', onClick);
    document.addEventListener('keydown', onKey);
    document.addEventListener('focusin', onFocus);
    if (matchMedia('(hover: hover)').matches) {
      document.addEventListener('pointerover', onPointer);
    }
    addEventListener('resize', () => {
      if (shown !== null) place(shown);
    });
  }

  function nameAt(target) {
    return target instanceof Element ? target.closest('.reading-text a.name') : null;
  }

  function onClick(event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button > 0)
      return;
    const name = nameAt(event.target) ?? linkOfWords(event.target);
    if (name !== null) {
      event.preventDefault();
      show(name, true);
      return;
    }
    if (event.target.closest?.('.close')) {
      hide(true);
    } else if (!card.contains(event.target)) {
      hide(false);
    } else if (event.target.closest('a')) {
      hide(false);
    }
  }

  /** Words that belong to a name which encloses others and is linked elsewhere: "boundary" of a boundary. */
  function linkOfWords(target) {
    if (!(target instanceof Element) || target.closest('a') !== null) return null;
    const around = target.closest('.name-around');
    if (around === null || String(getSelection()) !== '') return null;
    return all('a.name', around).find((name) => isSame(name, around)) ?? null;
  }

  function isSame(name, around) {
    return name.dataset.entries === around.dataset.entries;
  }

  function onKey(event) {
    if (card.hidden) return;
    if (event.key === 'Escape') {
      hide(true);
    } else if (event.key === 'Tab' && card.contains(document.activeElement)) {
      leaveByTab(event);
    }
  }

  /** The card stands at the end of the page; Tab leads out of it to where its name stands. */
  function leaveByTab(event) {
    const stops = all('a[href], button', card);
    const at = stops.indexOf(document.activeElement);
    if (event.shiftKey && at <= 0) {
      event.preventDefault();
      hide(true);
    } else if (!event.shiftKey && at === stops.length - 1) {
      hide(true);
    }
  }

  function onFocus(event) {
    if (returning) return;
    const name = nameAt(event.target);
    if (name !== null && name !== shown && name.matches(':focus-visible')) show(name, false);
    else if (name === null && !kept && !card.contains(event.target)) hide(false);
  }

  function onPointer(event) {
    clearTimeout(timer);
    if (kept || event.pointerType !== 'mouse') return;
    const name = nameAt(event.target);
    if (name !== null && name !== shown) {
      timer = setTimeout(() => show(name, false), 350);
    } else if (name === null && !card.contains(event.target) && shown !== document.activeElement) {
      timer = setTimeout(() => hide(false), 350);
    }
  }

  function show(name, keep) {
    clearTimeout(timer);
    shown?.setAttribute('aria-expanded', 'false');
    shown = name;
    kept = keep;
    name.setAttribute('aria-expanded', 'true');
    card.replaceChildren(...cardContent(name));
    card.setAttribute('aria-label', titles(name).join(', '));
    card.hidden = false;
    card.scrollTop = 0;
    place(name);
    point(entriesOf(name), true);
    if (keep) card.focus({ preventScroll: true });
  }

  function hide(giveBack) {
    clearTimeout(timer);
    if (shown === null) return;
    const name = shown;
    shown = null;
    kept = false;
    name.setAttribute('aria-expanded', 'false');
    point([], true);
    const within = card.contains(document.activeElement);
    card.hidden = true;
    if (!giveBack || !within) return;
    returning = true;
    name.focus({ preventScroll: true });
    returning = false;
  }

  function entriesOf(element) {
    return (element.dataset.entries ?? '').split(' ').filter((each) => each !== '');
  }

  function titles(name) {
    return entriesOf(name).map((id) => titleOf(byId(id)));
  }

  function cardContent(name) {
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'close';
    close.setAttribute('aria-label', 'Close');
    close.textContent = '×';
    const entries = entriesOf(name)
      .map((id) => byId(id))
      .filter((entry) => entry !== null)
      .map((entry) => copyOf(entry));
    const [first] = entries;
    (first?.querySelector('.about') ?? first?.querySelector('h4'))?.after(...saidHere(name));
    return [close, ...entries, toIndex(name)];
  }

  function copyOf(entry) {
    const copy = entry.cloneNode(true);
    copy.removeAttribute('id');
    for (const element of all('[id]', copy)) element.removeAttribute('id');
    return copy;
  }

  /** What holds for this passage: what the name is a part of here, who identified it, how sure that is. */
  function saidHere(name) {
    const lines = [];
    const around = enclosing(name);
    if (around.length > 0) {
      const line = paragraph('Here a part of: ');
      around.forEach((outer, index) => {
        if (index > 0) line.append('; ');
        const link = document.createElement('a');
        link.href = `#${entriesOf(outer)[0]}`;
        link.textContent = outer.textContent.replace(/\s+/g, ' ').trim();
        line.append(link);
      });
      lines.push(line);
    }
    const { identification, certainty } = name.dataset;
    if (identification) lines.push(paragraph(identification));
    if (certainty) lines.push(paragraph(certainty));
    return lines;
  }

  /** The names around a name, the innermost first. */
  function enclosing(name) {
    const found = [];
    let outer = name.parentElement.closest('.name-around');
    while (outer !== null) {
      if (!isSame(name, outer)) found.push(outer);
      outer = outer.parentElement.closest('.name-around');
    }
    return found;
  }

  function paragraph(text) {
    const element = document.createElement('p');
    element.className = 'here';
    element.textContent = text;
    return element;
  }

  function toIndex(name) {
    const line = document.createElement('p');
    line.className = 'to-index';
    const link = document.createElement('a');
    link.href = name.getAttribute('href');
    link.textContent = 'In the index of names';
    line.append(link);
    return line;
  }

  /** Below the name, or above it where there is no room below; within the window. On narrow windows the style sheet
   *  puts the card at the foot. */
  function place(name) {
    const margin = 10;
    if (getComputedStyle(card).position === 'fixed') {
      const covered =
        name.getBoundingClientRect().bottom + margin - card.getBoundingClientRect().top;
      if (covered > 0) scrollBy({ top: covered });
      return;
    }
    card.style.removeProperty('--card-room');
    const box = name.getClientRects()[0] ?? name.getBoundingClientRect();
    const { width, height } = card.getBoundingClientRect();
    const left = Math.max(
      margin,
      Math.min(box.left, document.documentElement.clientWidth - width - margin),
    );
    const roomBelow = innerHeight - box.bottom - 2 * margin;
    const roomAbove = box.top - 2 * margin;
    const below = height <= roomBelow || roomBelow >= roomAbove;
    card.style.setProperty('--card-room', `${below ? roomBelow : roomAbove}px`);
    const top = below ? box.bottom + margin : box.top - margin - Math.min(height, roomAbove);
    card.style.setProperty('--card-left', `${left + scrollX}px`);
    card.style.setProperty('--card-top', `${top + scrollY}px`);
  }

  // ---------- the map and the text pointing at each other ----------

  let lit = [];

  /** Marks all that speaks of these entries: on the map, in the tables, and with `inText` false not in the text. */
  function point(entries, fromText) {
    for (const element of lit) element.classList.remove('pointed');
    const places = entries
      .map((id) => byId(id)?.dataset.place)
      .filter((place) => place !== undefined);
    lit = [
      ...places.flatMap((place) => all(`.map [data-place~="${place}"], tr[data-place="${place}"]`)),
      ...(fromText ? [] : entries.flatMap((id) => all(`.reading-text [data-entries~="${id}"]`))),
    ];
    for (const element of lit) element.classList.add('pointed');
  }

  function startPointing() {
    const entryAt = (target) => {
      const element =
        target instanceof Element ? target.closest('.map a[data-place], tr[data-place]') : null;
      return element === null ? [] : [`place-${element.getAttribute('data-place')}`];
    };
    const onMap = (event) => {
      if (shown !== null) return;
      const name =
        event.target instanceof Element ? event.target.closest('.name, .name-around') : null;
      if (name === null) point(entryAt(event.target), false);
      else point(entriesOf(name), true);
    };
    document.addEventListener('pointerover', onMap);
    document.addEventListener('focusin', onMap);
    document.addEventListener(
      'click',
      (event) => {
        const link =
          event.target instanceof Element ? event.target.closest('.map a[data-place]') : null;
        if (link === null) return;
        const first = document.querySelector(
          `.reading-text a[data-entries~="place-${link.getAttribute('data-place')}"]`,
        );
        if (first === null) return;
        event.preventDefault();
        first.scrollIntoView({ block: 'center' });
        show(first, true);
        event.stopPropagation();
      },
      true,
    );
  }

  // ---------- citations ----------

  function startCitations() {
    if (/^https?:$/.test(location.protocol)) {
      const page = location.href.replace(/#.*$/, '');
      for (const element of all('[data-address]')) {
        element.textContent = ` ${page}${element.dataset.address}`;
        element.hidden = false;
      }
    }
    for (const button of all('button[data-copy]')) {
      button.hidden = false;
      button.setAttribute('aria-live', 'polite');
      const words = button.textContent;
      button.addEventListener('click', async () => {
        const text = document.querySelector(button.dataset.copy).textContent;
        const done = await copy(text.replace(/\s+/g, ' ').trim());
        button.textContent = done ? 'Copied' : 'Copying was refused: select the text';
        setTimeout(() => {
          button.textContent = words;
        }, 2500);
      });
    }
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyBySelection(text);
    }
  }

  /** For pages that came from a folder, where browsers keep the clipboard from scripts. */
  function copyBySelection(text) {
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'visually-hidden';
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    return done;
  }

  // ---------- contents ----------

  function startContents() {
    const links = new Map(
      all('.contents a').map((link) => [link.getAttribute('href').slice(1), link]),
    );
    const parts = [...links.keys()].map((id) => byId(id)).filter((part) => part !== null);
    let waiting = false;
    const mark = () => {
      waiting = false;
      const line = innerHeight * 0.3;
      const passed = parts.filter(
        // A map that stays beside the text as it scrolls is not where the reader is.
        (part) =>
          part.getBoundingClientRect().top <= line && getComputedStyle(part).position !== 'sticky',
      );
      for (const link of links.values()) link.removeAttribute('aria-current');
      const here = passed.reduce(
        (last, part) =>
          last === null || part.getBoundingClientRect().top >= last.getBoundingClientRect().top
            ? part
            : last,
        null,
      );
      if (here !== null) links.get(here.id).setAttribute('aria-current', 'location');
    };
    addEventListener(
      'scroll',
      () => {
        if (waiting) return;
        waiting = true;
        requestAnimationFrame(mark);
      },
      { passive: true },
    );
    mark();
  }

  startReadings();
  startCards();
  startPointing();
  startCitations();
  startContents();
})();
