'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const byId = id => document.getElementById(id);
  const MARK = { SUCCEEDED: 'walked', FAILED: 'failed', TIMED_OUT: 'failed', ABORTED: 'stopped', RUNNING: 'stopped' };
  const ENDED = { SUCCEEDED: 'succeeded', CAUGHT: 'error caught', FAILED: 'failed', ABORTED: 'cut off', RUNNING: 'still running' };

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

  const fill = (element, ...children) => element.replaceChildren(...children.flat(2).filter(each => each !== null && each !== undefined && each !== false));

  function length(ms) {
    if (ms < 1000) return ms + ' ms';
    const units = [[86400000, 'd'], [3600000, 'h'], [60000, 'm'], [1000, 's']];
    const parts = [];
    let rest = ms;
    for (const [size, unit] of units) {
      const n = Math.floor(rest / size);
      rest -= n * size;
      if (n > 0) parts.push(n + unit);
    }
    if (rest > 0 && parts.length < 2) parts.push(rest + 'ms');
    return parts.slice(0, 2).join(' ');
  }
  const offset = ms => ms === 0 ? '+0' : '+' + length(ms);

  // --- outcome

  byId('head').append(
    el('div', { class: 'outcome' },
      el('span', { class: 'badge ' + MARK[data.status] }, data.status),
      data.error && el('span', {}, el('b', {}, el('bdi', {}, data.error)), data.cause && ': ', data.cause && el('bdi', {}, data.cause.slice(0, 400))),
      el('span', {}, 'State machine ', el('b', {}, el('bdi', {}, data.machine)), ' (', el('bdi', {}, data.source), ')'),
      el('span', {}, 'took ', el('b', {}, data.duration), ' of virtual time from ' + data.started)),
    el('div', { class: 'reasons' },
      data.message && el('div', {}, el('h2', { class: 'small' }, 'The test failed with'), el('pre', { tabindex: 0, dir: 'auto' }, data.message.trim())),
      data.why && el('div', {}, el('h2', { class: 'small' }, 'Why'), el('pre', { tabindex: 0, dir: 'auto' }, data.why.join('\n')))));

  // --- graph

  const svg = document.querySelector('.graph');
  const canvas = byId('canvas');
  const natural = { width: svg.viewBox.baseVal.width, height: svg.viewBox.baseVal.height };
  let scale = 1;
  function zoom(to) {
    scale = Math.min(3, Math.max(0.15, to));
    svg.setAttribute('width', natural.width * scale);
    svg.setAttribute('height', natural.height * scale);
  }
  const fit = () => zoom(Math.min(1, (canvas.clientWidth - 26) / natural.width));
  byId('zoom').append(
    el('button', { class: 'button', type: 'button', 'aria-label': 'Smaller', onclick: () => zoom(scale / 1.25) }, '\u2212'),
    el('button', { class: 'button', type: 'button', 'aria-label': 'Larger', onclick: () => zoom(scale * 1.25) }, '+'),
    el('button', { class: 'button', type: 'button', onclick: fit }, 'Fit'));
  byId('legend').append(...[['walked', 'succeeded'], ['caught', 'error caught'], ['failed', 'failed'], ['stopped', 'cut off or running'], ['unwalked', 'not walked']]
    .map(([mark, text]) => el('span', {}, el('i', { class: mark }), text)));

  const byElement = new Map();
  for (const visit of data.visits) {
    if (!byElement.has(visit.element)) byElement.set(visit.element, []);
    byElement.get(visit.element).push(visit);
  }
  const elementOf = node => svg.querySelector('[data-element="' + CSS.escape(node) + '"]');
  function chosen(event) {
    const target = event.target.closest('[data-element]');
    if (!target) return null;
    const id = target.dataset.element;
    return [...byElement.keys()].filter(each => each === id || id.startsWith(each + '/') || id.startsWith(each + '#'))
      .sort((a, b) => b.length - a.length)[0] || id;
  }
  function open(element, focus) {
    const visits = byElement.get(element);
    if (visits) show(visits.find(v => v.id === data.culprit) || visits[visits.length - 1], focus);
    else notWalked(element);
  }
  svg.addEventListener('click', event => { const id = chosen(event); if (id !== null) open(id, false); });
  svg.addEventListener('keydown', event => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    const id = chosen(event);
    if (id !== null) { event.preventDefault(); open(id, true); }
  });

  // --- one visit

  const detail = byId('detail');
  let rows = new Map();

  function notWalked(element) {
    const node = elementOf(element);
    fill(detail, el('h3', {}, el('bdi', {}, node ? node.getAttribute('aria-label') : element)),
      el('p', { class: 'where' }, 'This execution did not come here.'));
  }

  function payload(number) {
    return el('pre', { tabindex: 0, dir: 'ltr' }, data.payloads[number]);
  }

  function difference(lines) {
    const KIND = { '+': 'added', '-': 'removed', '@': 'place' };
    return el('pre', { class: 'diff', tabindex: 0, dir: 'ltr' },
      lines.map(line => el('span', { class: KIND[line[0]] || null }, line[0] === '@' ? '\u22ef' : line)));
  }

  function step(each, attempts, opened) {
    const name = (attempts > 1 ? 'Attempt ' + each.attempt + ', ' : '') + each.name + (each.afterError ? ' of its Catch' : '');
    const body = el('div', {});
    const box = el('details', { open: opened }, el('summary', {}, name), body);
    const show = () => {
      if (body.childElementCount > 0) return;
      if (!each.difference) body.append(payload(each.payload));
      else {
        const whole = el('button', { class: 'link', type: 'button', onclick: () => body.replaceChildren(payload(each.payload)) }, 'Whole value');
        body.append(difference(each.difference), el('div', { class: 'whole' }, whole));
      }
    };
    if (opened) show();
    box.addEventListener('toggle', show);
    return box;
  }

  /** Those on which something changed, and how each attempt began. Of the last attempt the first and the last are open. */
  function steps(visit) {
    const attempts = visit.attempts.length;
    const shown = visit.steps.filter(each => each.begins || each.difference);
    const last = shown.filter(each => each.attempt === shown[shown.length - 1].attempt);
    const unchanged = visit.steps.length - shown.length;
    return [el('div', { class: 'steps' }, shown.map(each => step(each, attempts, each === last[0] || each === last[last.length - 1]))),
      unchanged > 0 && el('p', { class: 'where' }, unchanged === 1 ? 'One more step changed nothing.' : unchanged + ' more steps changed nothing.')];
  }

  function named(title, values) {
    return values && [el('h4', {}, title), el('ul', {}, Object.entries(values).map(([name, number]) => {
      const text = data.payloads[number];
      return el('li', {}, el('bdi', {}, '$' + name), ' = ', text.length < 200 ? el('code', {}, text.replace(/\s*\n\s*/g, ' ')) : payload(number));
    }))];
  }

  /** Scrolls the graph, and nothing else, so far that the state is to be seen. */
  function reveal(node) {
    const box = node.getBoundingClientRect(), frame = canvas.getBoundingClientRect();
    if (box.top < frame.top || box.bottom > frame.bottom) canvas.scrollTop += box.top - frame.top - (frame.height - box.height) / 2;
    if (box.left < frame.left || box.right > frame.right) canvas.scrollLeft += box.left - frame.left - (frame.width - box.width) / 2;
  }

  function show(visit, focus) {
    svg.querySelectorAll('.selected').forEach(each => each.classList.remove('selected'));
    const node = elementOf(visit.element);
    if (node) node.classList.add('selected');
    rows.forEach(row => row.classList.remove('selected'));
    if (rows.has(visit.id)) rows.get(visit.id).classList.add('selected');
    const others = byElement.get(visit.element);
    const attempts = visit.attempts.length;
    fill(detail,
      el('header', {}, el('h3', {}, el('bdi', {}, visit.path)), el('span', { class: 'badge ' + visit.mark }, ENDED[visit.status])),
      el('p', { class: 'where' }, 'entered ' + offset(visit.start) + (visit.end === undefined ? '' : ', took ' + length(visit.end - visit.start)) + (attempts > 1 ? ', ' + attempts + ' attempts' : '')),
      others.length > 1 && el('div', { class: 'visits', role: 'group', 'aria-label': 'Visits' }, others.slice(-16).map(each =>
        el('button', { class: 'button', type: 'button', 'aria-pressed': String(each === visit), onclick: () => show(each, false) },
          each.depth > 0 ? el('bdi', {}, each.path.slice(0, each.path.lastIndexOf('/')).slice(-24) + (each.number > 1 ? ' #' + each.number : '')) : 'visit ' + each.number))),
      visit.error && [el('h4', {}, 'Error'), el('pre', { class: 'wrapped', dir: 'auto', tabindex: 0 }, visit.error + (visit.cause ? ': ' + visit.cause : ''))],
      visit.why && [el('h4', {}, 'Why'), el('pre', { class: 'wrapped', dir: 'auto', tabindex: 0 }, visit.why.join('\n'))],
      attempts > 1 && [el('h4', {}, 'Attempts'), el('ul', {}, visit.attempts.map((each, i) => el('li', {},
        (i + 1) + '. ' + offset(each.start) + (each.asked ? ', ' + each.asked : '') + ', ', each.failed ? el('bdi', {}, 'failed with ' + (each.error || 'no error name')) : each.end === undefined ? 'still running' : 'ended')))],
      el('h4', {}, 'Data'),
      steps(visit),
      named('Variables it could see', visit.variables), named('Variables it assigned', visit.assigned));
    detail.scrollTop = 0;
    if (node) reveal(node);
    if (focus) detail.focus();
  }
  detail.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    const selected = svg.querySelector('.selected');
    if (selected) selected.focus();
  });

  // --- timeline: gaps shrink to their order of magnitude, so that a year of waiting leaves room for the rest

  function timeline() {
    const instants = [...new Set([0, data.end, ...data.visits.flatMap(v => [v.start, v.end === undefined ? data.end : v.end, ...v.attempts.flatMap(a => [a.start, a.end === undefined ? data.end : a.end])])])].sort((a, b) => a - b);
    const at = new Map();
    let x = 0;
    instants.forEach((each, i) => { if (i > 0) x += 1 + Math.log10(1 + each - instants[i - 1]); at.set(each, x); });
    const percent = ms => x === 0 ? 0 : at.get(ms) * 97 / x;
    const axis = el('div', { class: 'track' });
    let lastTick = -100;
    for (const each of instants) {
      const p = percent(each), end = each === data.end;
      if ((p - lastTick < 9 && !(end && x > 0)) || (!end && p > 90)) continue;
      const tick = el('span', { class: 'tick' + (p < 4 ? ' first' : p > 93 ? ' last' : '') }, offset(each));
      tick.style.left = (p > 93 ? 100 : p) + '%';
      axis.append(tick);
      lastTick = p;
    }
    rows = new Map();
    const list = el('ol', {}, data.visits.map((visit, i) => {
      const end = visit.end === undefined ? data.end : visit.end;
      const span = el('span', { class: 'span ' + visit.mark, title: ENDED[visit.status] });
      const from = percent(visit.start), width = percent(end) - from;
      span.style.left = from + '%';
      span.style.width = width + '%';
      if (visit.attempts.length > 1 && width > 0) {
        for (const each of visit.attempts) {
          const mark = el('span', { class: 'attempt ' + (each.failed ? 'failed' : 'walked'), title: each.error || '' });
          const start = percent(each.start);
          mark.style.left = (start - from) * 100 / width + '%';
          mark.style.width = (percent(each.end === undefined ? data.end : each.end) - start) * 100 / width + '%';
          span.append(mark);
        }
      }
      span.addEventListener('click', () => show(visit, false));
      const label = el('button', { type: 'button', onclick: () => show(visit, true), title: visit.path },
        el('bdi', {}, visit.name), visit.depth > 0 && el('span', { class: 'which' }, ' ' + visit.path.slice(visit.path.lastIndexOf('['), visit.path.length - visit.name.length - 1)), visit.number > 1 ? ' #' + visit.number : '', visit.error ? [' \u2013 ', el('bdi', {}, visit.error)] : '');
      label.style.paddingInlineStart = visit.depth * 16 + 'px';
      const row = el('li', {}, label, el('div', { class: 'track' }, span), el('span', { class: 'length' }, end === visit.start ? '' : length(end - visit.start)));
      rows.set(visit.id, row);
      return data.visitsLeftOut > 0 && i === 100
        ? [el('li', { class: 'gap' }, el('span', {}, '\u22ef ' + data.visitsLeftOut.toLocaleString('en') + ' visits left out')), row] : row;
    }).flat());
    byId('timeline').append(el('div', { class: 'timeline', tabindex: 0, role: 'region', 'aria-label': 'Timeline' },
      el('div', { class: 'axis' }, el('ol', {}, el('li', {}, el('span', {}), axis, el('span', {})))), list));
  }

  // --- what was used of AWS's quotas

  const grouped = number => number.toLocaleString('en');

  /** Rounded down, so that 100 means that nothing is left. */
  function share(part, whole, label) {
    const percent = Math.floor(part * 100 / whole);
    const bar = el('span', {});
    bar.style.width = Math.min(100, percent) + '%';
    return el('div', { class: 'cell-meter ' + (percent >= 100 ? 'failed' : percent >= 80 ? 'caught' : 'walked') },
      el('span', { class: 'meter', role: 'img', 'aria-label': label + ': ' + percent + ' percent' }, bar), el('span', { class: 'percent' }, percent + ' %'));
  }

  function budget() {
    const { events, eventLimit, loop, payloadLimit, largest, statesLeftOut } = data.budget;
    const row = (name, note, what, part, whole) => el('tr', {}, el('td', {}, name, note && el('span', { class: 'note' }, el('bdi', {}, note))), el('td', {}, what), el('td', { class: 'number' }, grouped(part)),
      el('td', { class: 'number' }, whole ? grouped(whole) : 'no limit'), el('td', {}, whole && share(part, whole, typeof name === 'string' ? name : name.textContent)));
    const state = each => {
      const visit = data.visits.filter(v => v.path === each.path && v.id <= each.event).pop();
      return visit ? el('button', { class: 'link', type: 'button', onclick: () => show(visit, true) }, el('bdi', {}, each.path)) : el('bdi', {}, each.path);
    };
    byId('budget').append(
      el('div', { class: 'table-box' }, el('table', {},
        el('thead', {}, el('tr', {}, ['Of', 'What', 'Used', 'Quota', 'Share'].map((h, i) => el('th', { scope: 'col', class: i === 2 || i === 3 ? 'number' : null }, h)))),
        el('tbody', {}, row('Execution', loop, 'events', events, eventLimit),
          largest.map(each => row(state(each), null, 'bytes of its ' + each.kind + (each.kind === 'output' ? ', where no Catch helps' : ''), each.bytes, payloadLimit)),
          statesLeftOut > 0 && el('tr', { class: 'gap' }, el('td', { colspan: 5 }, '\u22ef ' + (statesLeftOut === 1 ? '1 state' : grouped(statesLeftOut) + ' states') + ' with smaller payloads'))))));
  }

  // --- events

  const search = byId('search');
  function events() {
    const query = search.value.trim().toLowerCase();
    const found = data.events.filter(e => !query || (e.id + ' ' + e.type + ' ' + (e.state || '') + ' ' + e.details + ' ' + (e.trace || '')).toLowerCase().includes(query));
    const body = [];
    let before = 0;
    for (const e of found) {
      if (!query && before > 0 && e.id > before + 1) body.push(el('tr', { class: 'gap' }, el('td', { colspan: 5 }, '\u22ef ' + (e.id - before - 1).toLocaleString('en') + ' events left out')));
      before = e.id;
      body.push(el('tr', {}, el('td', { class: 'number' }, String(e.id)), el('td', { class: 'number' }, e.time), el('td', {}, e.type),
        el('td', {}, el('bdi', {}, e.state || '')), el('td', { class: 'text' }, el('bdi', {}, e.details), e.trace && el('span', { class: 'trace' }, el('bdi', {}, e.trace)))));
    }
    byId('events').replaceChildren(el('table', {}, el('thead', {}, el('tr', {}, ['Id', 'Time', 'Type', 'State', 'Details'].map((h, i) => el('th', { scope: 'col', class: i < 2 ? 'number' : null }, h)))),
      el('tbody', {}, body.length > 0 ? body : el('tr', {}, el('td', { colspan: 5, class: 'empty' }, 'Nothing found.')))));
  }
  search.addEventListener('input', events);
  document.addEventListener('keydown', event => {
    if (event.key === '/' && document.activeElement !== search && !event.ctrlKey && !event.metaKey) { event.preventDefault(); search.focus(); }
  });

  // --- colours

  const themeButton = byId('theme');
  const dark = matchMedia('(prefers-color-scheme: dark)');
  function theme(name) {
    document.documentElement.dataset.theme = name;
    themeButton.textContent = name === 'dark' ? 'Light' : 'Dark';
    themeButton.setAttribute('aria-pressed', String(name === 'dark'));
    themeButton.setAttribute('aria-label', 'Switch to ' + (name === 'dark' ? 'light' : 'dark') + ' colours');
  }
  theme(dark.matches ? 'dark' : 'light');
  dark.addEventListener('change', () => theme(dark.matches ? 'dark' : 'light'));
  themeButton.addEventListener('click', () => theme(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark'));

  timeline();
  budget();
  events();
  fit();
  const first = data.visits.find(v => v.id === data.culprit) || data.visits[data.visits.length - 1];
  if (first) show(first, false);
})();
