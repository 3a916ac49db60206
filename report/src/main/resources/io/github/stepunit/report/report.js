'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const main = document.getElementById('main');
  const search = document.getElementById('search');
  const uncovered = document.getElementById('uncovered');
  const themeButton = document.getElementById('theme');
  const DASH = '\u2013';
  let sort = { column: 'missing', ascending: false };
  let shown = null;

  // --- small things

  /** An element with properties and children; text is always text, never markup. */
  function el(tag, properties, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
      else if (name === 'class') element.className = value;
      else element.setAttribute(name, value === true ? '' : value);
    }
    for (const child of children.flat()) {
      if (child !== null && child !== undefined && child !== false) element.append(child);
    }
    return element;
  }
  const isTransition = e => e.kind !== 'STATE';
  const isMissing = e => e.reachable && e.hits === 0;
  const percent = r => r.total === 0 ? 100 : Math.floor(r.covered * 100 / r.total);
  const times = hits => hits === 1 ? 'once' : hits.toLocaleString('en') + ' times';
  const plural = (n, word) => n.toLocaleString('en') + ' ' + word + (n === 1 ? '' : 's');

  for (const d of data.definitions) {
    d.byId = new Map();
    d.states = { covered: 0, total: 0 };
    d.transitions = { covered: 0, total: 0 };
    const incomplete = new Set();
    for (const e of d.elements) {
      e.reachable = e.reachable !== false;
      e.tests = e.tests || [];
      d.byId.set(e.id, e);
      if (e.reachable) {
        const ratio = isTransition(e) ? d.transitions : d.states;
        ratio.total++;
        if (e.hits > 0) ratio.covered++;
      }
      if (isMissing(e)) incomplete.add(e.state);
    }
    for (const e of d.elements) {
      e.status = e.hits > 0 ? (e.kind === 'STATE' && incomplete.has(e.state) ? 'partly' : 'covered')
        : (e.reachable ? 'never' : 'unreachable');
    }
    d.missing = d.elements.filter(isMissing).length;
    d.key = d.hash.slice(0, 12);
  }
  const STATUS = { covered: 'covered', partly: 'partly covered', never: 'never walked', unreachable: 'unreachable' };
  const badge = e => el('span', { class: 'badge ' + e.status }, STATUS[e.status]);

  function meter(ratio, label) {
    const bar = el('span', {});
    bar.style.width = (ratio.total === 0 ? 100 : ratio.covered * 100 / ratio.total) + '%';
    return el('span', { class: 'meter', role: 'img', 'aria-label': label + ': ' + percent(ratio) + ' percent' }, bar);
  }

  // --- overview

  const columns = [
    ['name', 'State machine', d => d.name.toLowerCase()], ['states', 'States', d => percent(d.states)],
    ['transitions', 'Transitions', d => percent(d.transitions)], ['missing', 'Not walked', d => d.missing],
    ['executions', 'Executions', d => d.executions], ['tests', 'Tests', d => testsOf(d).length]];

  function testsOf(d) {
    if (!d.testList) d.testList = [...new Set(d.elements.flatMap(e => e.tests))];
    return d.testList;
  }

  function matches(d, query) {
    return !query || d.name.toLowerCase().includes(query) || d.place.toLowerCase().includes(query)
      || d.elements.some(e => e.label.toLowerCase().includes(query));
  }

  function overview() {
    const sum = field => data.definitions.reduce(
      (a, d) => ({ covered: a.covered + d[field].covered, total: a.total + d[field].total }), { covered: 0, total: 0 });
    const states = sum('states'), transitions = sum('transitions');
    const untested = data.definitions.filter(d => d.executions === 0).length;
    const card = (name, value, note, ratio) => el('div', { class: 'card' }, el('div', { class: 'name' }, name),
      el('div', { class: 'value' }, value), el('div', { class: 'note' }, note), ratio && meter(ratio, name));
    const query = search.value.trim().toLowerCase();
    const order = columns.find(c => c[0] === sort.column)[2];
    const rows = data.definitions.filter(d => matches(d, query) && (!uncovered.checked || d.missing > 0))
      .sort((a, b) => {
        const x = order(a), y = order(b);
        return (x < y ? -1 : x > y ? 1 : 0) * (sort.ascending ? 1 : -1);
      });
    const heads = columns.map(([key, title]) => el('th', {
      class: ['missing', 'executions', 'tests'].includes(key) ? 'number' : null, scope: 'col',
      'aria-sort': sort.column === key ? (sort.ascending ? 'ascending' : 'descending') : 'none' },
      el('button', { type: 'button', onclick: () => {
        sort = { column: key, ascending: sort.column === key ? !sort.ascending : key === 'name' };
        render();
        main.querySelector('th[aria-sort]:not([aria-sort="none"]) button').focus();
      } }, title)));
    const cell = (ratio, label) => el('td', {}, el('div', { class: 'cell-meter' }, meter(ratio, label),
      el('span', { class: 'percent' }, percent(ratio) + '%'), el('span', { class: 'of' }, ratio.covered + ' of ' + ratio.total)));
    const body = rows.map(d => el('tr', {},
      el('td', {}, el('a', { class: 'machine-link', href: '#/' + d.key }, el('bdi', {}, d.name)),
        el('div', { class: 'place' }, el('bdi', {}, d.place))),
      cell(d.states, 'States'), cell(d.transitions, 'Transitions'),
      el('td', { class: 'number' }, d.missing === 0 ? DASH : d.missing.toLocaleString('en')),
      el('td', { class: 'number' }, d.executions.toLocaleString('en')),
      el('td', { class: 'number' }, testsOf(d).length.toLocaleString('en'))));
    main.replaceChildren(...[
      ...data.problems.map(p => el('p', { class: 'notice', role: 'note' }, p)),
      el('section', { class: 'totals', 'aria-label': 'Totals' },
        card('States', percent(states) + '%', states.covered + ' of ' + states.total, states),
        card('Transitions', percent(transitions) + '%', transitions.covered + ' of ' + transitions.total, transitions),
        card('State machines', data.definitions.length, untested === 0 ? 'all of them run' : plural(untested, 'machine') + ' never run'),
        card('Tests', data.tests.length.toLocaleString('en'),
          plural(data.definitions.reduce((a, d) => a + d.executions, 0), 'execution'))),
      el('div', { class: 'table-box' }, el('table', { class: 'overview' },
        el('caption', { class: 'visually-hidden' }, 'State machines'),
        el('thead', {}, el('tr', {}, heads)), el('tbody', {}, body)),
        rows.length === 0 && el('p', { class: 'empty' }, data.definitions.length === 0
          ? 'No definition was loaded by any test.' : 'Nothing matches.'))]);
    document.title = data.title;
  }

  // --- one machine

  function machine(d, elementId) {
    const work = el('div', { class: 'work' });
    const view = el('div', {});
    const detail = el('aside', { class: 'detail', 'aria-label': 'Details', hidden: true });
    work.append(view, detail);
    const tabs = [['graph', 'Graph'], ['elements', 'List'], ['source', 'Source']];
    const figure = (name, ratio) => el('div', { class: 'figure' },
      el('span', {}, name + ' '), el('b', {}, percent(ratio) + '%'), el('span', { class: 'of' }, '  ' + ratio.covered + ' of ' + ratio.total),
      meter(ratio, name));
    const zoom = el('div', { class: 'zoom' });
    const tabButtons = tabs.map(([key, title]) => el('button', { class: 'tab', type: 'button', role: 'tab', id: 'tab-' + key,
      'aria-controls': 'view', onclick: () => select(key), onkeydown: event => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (step) {
          const next = (tabs.findIndex(t => t[0] === key) + step + tabs.length) % tabs.length;
          select(tabs[next][0]);
          tabButtons[next].focus();
        }
      } }, title));
    view.id = 'view';
    view.setAttribute('role', 'tabpanel');
    main.replaceChildren(
      el('div', { class: 'head' },
        el('div', { class: 'titles' }, el('h2', {}, el('bdi', {}, d.name)),
          el('div', { class: 'place' }, el('bdi', {}, d.place), ' · ' + plural(d.executions, 'execution') + ' · ' + plural(testsOf(d).length, 'test'))),
        figure('States', d.states), figure('Transitions', d.transitions)),
      el('div', { class: 'tabs' }, el('div', { role: 'tablist', 'aria-label': 'Views' }, tabButtons), zoom), work);
    document.title = d.name + ' · ' + data.title;
    const page = { d, view, detail, work, zoom, tab: 'graph', scale: null, selected: null };
    shown = page;

    function select(key) {
      page.tab = key;
      tabButtons.forEach((button, i) => {
        button.setAttribute('aria-selected', String(tabs[i][0] === key));
        button.tabIndex = tabs[i][0] === key ? 0 : -1;
      });
      view.setAttribute('aria-labelledby', 'tab-' + key);
      zoom.replaceChildren();
      view.replaceChildren(...{ graph, elements, source }[key](page));
      if (key === 'graph') fit(page);
      filter(page);
      mark(page);
    }
    page.select = select;
    select(d.problem ? 'source' : 'graph');
    if (elementId !== undefined && d.elements[elementId]) show(page, d.elements[elementId], false);
  }

  function graph(page) {
    const { d } = page;
    if (d.problem) return [el('p', { class: 'notice' }, d.problem)];
    const svg = document.getElementById('graph-' + d.key).content.firstElementChild.cloneNode(true);
    page.svg = svg;
    page.shapes = [...svg.querySelectorAll('[data-element]')];
    const open = target => {
      const group = target.closest('[data-element]');
      const element = group && d.byId.get(group.dataset.element);
      if (element) show(page, element, true);
    };
    svg.addEventListener('click', event => open(event.target));
    svg.addEventListener('keydown', event => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        open(event.target);
      }
    });
    const canvas = el('div', { class: 'canvas', tabindex: '0', role: 'region', 'aria-label': 'Graph of ' + d.name }, svg);
    page.canvas = canvas;
    const button = (text, label, action) => el('button', { class: 'button', type: 'button', 'aria-label': label, title: label, onclick: action }, text);
    page.zoom.replaceChildren(
      button('\u2212', 'Zoom out', () => scale(page, page.scale / 1.25)),
      button('+', 'Zoom in', () => scale(page, page.scale * 1.25)),
      button('Fit', 'Fit to the window', () => fit(page)),
      button('1:1', 'Natural size', () => scale(page, 1)));
    const legend = el('div', { class: 'legend' }, ['covered', 'partly', 'never']
      .concat(d.elements.some(e => !e.reachable) ? ['unreachable'] : [])
      .map(s => el('span', {}, el('i', { class: s }), STATUS[s])));
    return [canvas, legend];
  }

  function scale(page, value) {
    page.scale = Math.min(4, Math.max(0.08, value));
    const [, , width, height] = page.svg.getAttribute('viewBox').split(' ').map(Number);
    page.svg.style.width = width * page.scale + 'px';
    page.svg.style.height = height * page.scale + 'px';
  }

  function fit(page) {
    const [, , width, height] = page.svg ? page.svg.getAttribute('viewBox').split(' ').map(Number) : [];
    if (!width) return;
    const wide = (page.canvas.clientWidth - 26) / width, high = (window.innerHeight - 230) / height;
    // All of it if it can still be read, otherwise its whole width.
    scale(page, Math.min(1, Math.min(wide, high) >= 0.75 ? Math.min(wide, high) : Math.max(0.5, wide)));
    page.canvas.scrollLeft = (page.canvas.scrollWidth - page.canvas.clientWidth) / 2;
  }

  function visible(e) {
    const query = search.value.trim().toLowerCase();
    return (!uncovered.checked || e.status === 'never' || e.status === 'partly') && (!query || e.label.toLowerCase().includes(query));
  }

  function filter(page) {
    const query = search.value.trim().toLowerCase();
    if (page.tab === 'graph' && page.svg) {
      page.svg.classList.toggle('filtered', uncovered.checked || query !== '');
      for (const shape of page.shapes) {
        const e = page.d.byId.get(shape.dataset.element);
        if (!e) continue;
        const parts = query && e.kind === 'STATE' ? page.d.elements.filter(x => x.state === e.state) : [e];
        const kept = parts.some(visible);
        shape.classList.toggle('dim', !kept);
        // A state that only leads to what was looked for stays bright, but is not it.
        shape.classList.toggle('found', query !== '' && e.kind === 'STATE' && visible(e));
      }
      const first = query && page.svg.querySelector('.found');
      if (first) first.scrollIntoView({ block: 'center', inline: 'center' });
    } else if (page.rows) {
      for (const [row, e] of page.rows) row.hidden = !visible(e);
    }
  }

  function elements(page) {
    page.rows = page.d.elements.map((e, i) => [el('tr', {}, el('td', {}, badge(e)),
      el('td', { class: 'kind' }, data.kinds[e.kind]),
      el('td', {}, el('button', { class: 'link', type: 'button', onclick: () => show(page, e, true) }, el('bdi', {}, e.label))),
      el('td', { class: 'number' }, e.hits === 0 ? DASH : e.hits.toLocaleString('en')),
      el('td', { class: 'number' }, e.line)), e]);
    return [el('div', { class: 'table-box' }, el('table', { class: 'elements' },
      el('caption', { class: 'visually-hidden' }, 'States and transitions'),
      el('thead', {}, el('tr', {}, ['', 'Kind', 'Element', 'Hits', 'Line'].map((t, i) => el('th', { scope: 'col', class: i > 2 ? 'number' : null }, t)))),
      el('tbody', {}, page.rows.map(r => r[0]))))];
  }

  function source(page) {
    const { d } = page;
    page.rows = null;
    const byLine = new Map();
    for (const e of d.elements) byLine.set(e.line, (byLine.get(e.line) || []).concat(e));
    const rows = (d.sourceText || d.text).split(/\r\n|\r|\n/).map((line, i) => {
      const here = byLine.get(i + 1) || [];
      const walked = here.filter(e => e.hits > 0).length, missing = here.filter(isMissing).length;
      const status = walked + missing === 0 ? null : missing === 0 ? 'covered' : walked === 0 ? 'never' : 'partly';
      const hits = Math.max(0, ...here.map(e => e.hits));
      const first = here.find(isMissing) || here[0];
      return el('tr', { class: status, id: 'L' + (i + 1) }, el('td', { class: 'line-number' }, i + 1),
        el('td', { class: 'hits' }, status && el('button', { type: 'button', title: here.map(e => e.label + ': ' + STATUS[e.status]).join('\n'),
          'aria-label': 'Line ' + (i + 1) + ', ' + STATUS[status] + ', ' + hits + ' hits', onclick: () => show(page, first, true) }, hits + '×')),
        el('td', {}, line));
    });
    return [el('div', { class: 'source', tabindex: '0', role: 'region', 'aria-label': 'Source of ' + d.name },
      el('table', {}, el('tbody', {}, rows)))];
  }

  // --- details of one element

  function asl(d, pointer) {
    try {
      let at = JSON.parse(d.text);
      for (const step of pointer.split('/').slice(1)) at = at[step.replace(/~1/g, '/').replace(/~0/g, '~')];
      return at === undefined ? '' : JSON.stringify(at, null, 2);
    } catch (unreadable) {
      return '';
    }
  }

  function show(page, e, focus) {
    const { d, detail, work } = page;
    page.opener = document.activeElement;
    page.selected = e;
    const others = e.kind === 'STATE' ? d.elements.filter(x => x.state === e.state && x !== e) : [];
    const missing = others.filter(isMissing);
    const tests = e.tests.map(i => data.tests[i]).sort();
    const title = el('h3', { tabindex: '-1' }, el('bdi', {}, e.label));
    const link = x => el('li', {}, el('button', { class: 'link', type: 'button', onclick: () => show(page, x, true) }, el('bdi', {}, x.label)));
    const code = asl(d, e.pointer);
    const skeleton = e.skeleton === undefined ? '' : d.skeletons[e.skeleton];
    const alike = skeleton ? d.elements.filter(x => x.skeleton === e.skeleton && x !== e) : [];
    detail.replaceChildren(...[
      el('header', {}, title, el('button', { class: 'button', type: 'button', 'aria-label': 'Close details', onclick: () => close(page) }, '✕')),
      el('p', { class: 'where' }, badge(e), ' ' + data.kinds[e.kind] + ', ' + (e.hits > 0 ? 'walked ' + times(e.hits) : e.reachable ? 'no test walked it' : 'nothing can walk it'),
        el('br'), el('button', { class: 'link', type: 'button', onclick: () => {
          page.select('source');
          const row = document.getElementById('L' + e.line);
          if (row) {
            row.classList.add('target');
            row.scrollIntoView({ block: 'center' });
          }
        } }, d.place + ':' + e.line)),
      missing.length > 0 && el('h4', {}, 'What is missing'),
      missing.length > 0 && el('ul', {}, missing.map(link)),
      skeleton && el('h4', {}, 'A test to begin with'),
      skeleton && el('pre', { tabindex: '0' }, skeleton),
      skeleton && el('button', { class: 'button', type: 'button', onclick: event => {
        navigator.clipboard.writeText(skeleton).then(() => { event.target.textContent = 'Copied'; }, () => { event.target.textContent = 'Select and copy it'; });
      } }, 'Copy'),
      alike.length > 0 && el('h4', {}, 'It also walks'),
      alike.length > 0 && el('ul', {}, alike.map(link)),
      tests.length > 0 && el('h4', {}, plural(tests.length, 'test') + ' walked it'),
      tests.length > 0 && el('ul', {}, tests.slice(0, 200).map(t => el('li', {}, el('bdi', {}, t))), tests.length > 200 && el('li', {}, '… and ' + (tests.length - 200) + ' more')),
      others.length > missing.length && el('h4', {}, 'Walked from here'),
      others.length > missing.length && el('ul', {}, others.filter(x => x.hits > 0).map(link)),
      code && el('h4', {}, 'Definition'), code && el('pre', { tabindex: '0' }, code)].filter(Boolean));
    detail.hidden = false;
    work.classList.add('with-detail');
    mark(page);
    history.replaceState(null, '', '#/' + d.key + '/' + d.elements.indexOf(e));
    if (focus) title.focus({ preventScroll: true });
  }

  function close(page) {
    page.detail.hidden = true;
    page.work.classList.remove('with-detail');
    page.selected = null;
    mark(page);
    history.replaceState(null, '', '#/' + page.d.key);
    if (page.opener && page.opener.isConnected) page.opener.focus();
  }

  function mark(page) {
    for (const shape of page.tab === 'graph' && page.shapes || []) {
      shape.classList.toggle('selected', page.selected !== null && shape.dataset.element === page.selected.id);
    }
  }

  // --- the whole page

  function render() {
    shown = null;
    const [, key, element] = location.hash.split('/');
    const d = data.definitions.find(each => each.key === key);
    if (d) machine(d, element);
    else overview();
  }

  function theme(name) {
    document.documentElement.dataset.theme = name;
    themeButton.textContent = name === 'dark' ? 'Light' : 'Dark';
    themeButton.setAttribute('aria-pressed', String(name === 'dark'));
    themeButton.setAttribute('aria-label', 'Switch to ' + (name === 'dark' ? 'light' : 'dark') + ' colours');
  }

  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  theme(dark.matches ? 'dark' : 'light');
  dark.addEventListener('change', () => theme(dark.matches ? 'dark' : 'light'));
  themeButton.addEventListener('click', () => theme(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark'));
  const refresh = () => shown ? filter(shown) : overview();
  search.addEventListener('input', refresh);
  uncovered.addEventListener('change', refresh);
  window.addEventListener('hashchange', () => { render(); window.scrollTo(0, 0); });
  document.addEventListener('keydown', event => {
    if (event.key === '/' && document.activeElement !== search) {
      event.preventDefault();
      search.focus();
    } else if (event.key === 'Escape' && shown && !shown.detail.hidden) {
      close(shown);
    }
  });
  render();
})();
