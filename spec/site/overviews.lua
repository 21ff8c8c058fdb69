-- SPDX-License-Identifier: MIT
-- What is seen from above: the lists and tables that fill a page's empty divisions, each under the class of its division.

local evidence = require 'evidence'
local html = require 'html'
local marker_rows = require 'marker_rows'
local searched = require 'searched'

local escape, tag, block = html.escape, html.tag, html.block

local overviews = {}

local profiles = { 'threads', 'closures', 'channels', 'mutex', 'ownership', 'markers' }
local levels = { 'behaves', 'race-checked', 'typed' }

local function link_to_claim(id)
  local href = evidence.href(id)
  return href and tag('a', { class = 'id', href = href }, html.id(id)) or tag('span', { class = 'id' }, html.id(id))
end

local function paragraph(contents) return block(tag('p', nil, contents)) end

-- Claims in the order of the text, a group a chapter: { title, ids }.
local function claims_by_chapter()
  local groups, by_page = {}, {}
  for _, chapter in ipairs(evidence.chapters) do
    local group = { title = chapter.title, ids = {} }
    groups[#groups + 1] = group
    by_page[chapter.slug .. '.html'] = group
  end
  for _, id in ipairs(evidence.claim_ids()) do
    local page = (evidence.href(id) or ''):match('^[^#]*')
    if not by_page[page] then
      by_page[page] = { title = 'Elsewhere', ids = {} }
      groups[#groups + 1] = by_page[page]
    end
    table.insert(by_page[page].ids, id)
  end
  local inhabited = {}
  for _, group in ipairs(groups) do
    if #group.ids > 0 then inhabited[#inhabited + 1] = group end
  end
  return inhabited
end

-- What a case's name adds to its claim's id: its facet and its method.
local function facet(claim_id, case)
  return case:sub(1, #claim_id + 1) == claim_id .. '.' and case:sub(#claim_id + 2) or case
end

local function group_row(title, columns)
  return tag('tr', { class = 'group' }, tag('th', { colspan = columns, scope = 'rowgroup' }, escape(title)))
end

-- Claims and implementations

overviews['claim-matrix'] = function()
  local head = { 'Claim' }
  for _, implementation in ipairs(evidence.implementations) do
    local name = implementation.name
    head[#head + 1] = tag('a', { href = evidence.certificate(name) }, escape(name))
  end
  if #evidence.implementations == 0 then head[2] = 'Verdict' end

  local groups = {}
  for _, group in ipairs(claims_by_chapter()) do
    local rows = { group_row(group.title, #head) }
    for _, id in ipairs(group.ids) do
      local claim = evidence.claim(id)
      local sentence = claim.text and tag('p', nil, escape(claim.text)) or ''
      local cells = { tag('th', { scope = 'row' }, link_to_claim(id) .. sentence) }
      for _, implementation in ipairs(evidence.implementations) do
        local name = implementation.name
        local found = evidence.verdict_of(claim, name)
        cells[#cells + 1] = tag('td', { ['data-of'] = name }, evidence.chip(found.verdict, {
          stale = found.stale,
          href = evidence.certificate(name) .. '#' .. id,
        }))
      end
      if #evidence.implementations == 0 then cells[2] = tag('td', nil, evidence.chip('NOTRUN')) end
      rows[#rows + 1] = tag('tr', { id = id }, cells)
    end
    groups[#groups + 1] = rows
  end
  if #groups == 0 then return { paragraph 'No claim is known yet.' } end
  return { block(html.wide_table('Claims and implementations', 'stacked claims', head, groups)) }
end

-- Defects

overviews['kill-matrix'] = function()
  local rows_of_run = {}
  for _, row in ipairs(evidence.mutants) do rows_of_run[row.mutant] = row end

  local groups, all, judged, killed = {}, 0, 0, 0
  for _, group in ipairs(claims_by_chapter()) do
    local rows = { group_row(group.title, 4) }
    for _, id in ipairs(group.ids) do
      local mutants = evidence.claim(id).mutants
      for number, mutant in ipairs(mutants) do
        local run = rows_of_run[mutant.name] or {}
        local verdict = evidence.given(mutant.verdict) or evidence.given(run.verdict)
        local is_killed = mutant.killed == true or run.killed == true
        all = all + 1
        if verdict then judged = judged + 1 end
        if is_killed then killed = killed + 1 end

        local sign
        if not verdict then
          sign = evidence.chip('NOTRUN')
        elseif is_killed then
          sign = evidence.chip('PASS', { word = ('caught (%s)'):format(evidence.word(verdict)) })
        else
          sign = evidence.chip('FAIL', { word = ('not caught (%s)'):format(evidence.word(verdict)) })
        end
        local where = {}
        if evidence.given(run.case) then where[1] = html.id(facet(id, run.case)) end
        if evidence.given(run.build) then where[#where + 1] = escape(run.build) end
        local first = number == 1 and
          tag('th', { scope = 'rowgroup', rowspan = #mutants > 1 and #mutants }, link_to_claim(id)) or ''
        rows[#rows + 1] = tag('tr', nil, {
          first,
          tag('td', nil, html.prose(mutant.defect)),
          tag('td', nil, sign),
          tag('td', { class = 'quiet' }, table.concat(where, ', ')),
        })
      end
    end
    if #rows > 1 then groups[#groups + 1] = rows end
  end
  if all == 0 then return { paragraph 'No defect is known yet.' } end
  local count = judged == 0 and ('There are <b>%d</b> defects; none has been tried in this run.'):format(all) or
    ('<b>%d of %d</b> defects are caught by the claim that they break.'):format(killed, all)
  return {
    paragraph(count),
    block(html.wide_table('Defects and what catches them', 'stacked', { 'Claim', 'Defect', 'Seen', 'By' }, groups)),
  }
end

-- Strategies

local builds = {
  { name = 'instrumented', title = 'Instrumented libraries' },
  { name = 'plain', title = 'Libraries without instrumentation' },
}

-- How soon a strategy finds a defect: the chip says whether it always does, the line below how soon.
local function found_by(row)
  local all, killed = row.runs, row.killed_in
  local worst = evidence.given(row.worst)
  local missed = 'not in ' .. searched.grouped(row.executions)
  local count = ('%.0f of %.0f'):format(killed, all)
  local chip = evidence.chip(killed == all and 'PASS' or killed == 0 and 'UNSUPPORTED' or 'TIMEOUT', { word = count })
  if killed == 0 then return chip .. tag('p', { class = 'quiet' }, missed) end
  local median = evidence.given(row.median)
  return chip .. tag('p', { class = 'quiet' }, ('median %s, worst %s'):format(
    median and searched.grouped(median) or missed, worst and searched.grouped(worst) or missed))
end

-- The mutants of a build in the order of the runs, each with its strategies: rows of the table, and the strategies' names.
local function strategies_in(build)
  local order, by_mutant, names, known = {}, {}, {}, {}
  for _, row in ipairs(evidence.strategies) do
    if row.build == build then
      if not by_mutant[row.mutant] then
        by_mutant[row.mutant] = {}
        order[#order + 1] = row
      end
      by_mutant[row.mutant][row.strategy] = row
      if not known[row.strategy] then names[#names + 1] = row.strategy end
      known[row.strategy] = true
    end
  end
  local rows = {}
  for at, mutant in ipairs(order) do
    local cells = { tag('th', { scope = 'row' }, link_to_claim(mutant.claim) .. tag('p', nil, html.prose(mutant.defect))) }
    for _, name in ipairs(names) do
      local row = by_mutant[mutant.mutant][name]
      cells[#cells + 1] = tag('td', { ['data-of'] = name }, row and found_by(row) or '')
    end
    rows[at] = tag('tr', nil, cells)
  end
  return rows, names
end

overviews['strategy-tables'] = function()
  local blocks = {}
  for _, build in ipairs(builds) do
    local rows, names = strategies_in(build.name)
    if #rows > 0 then
      local head = { 'Defect' }
      for _, name in ipairs(names) do head[#head + 1] = searched.explained('strategies', escape(name)) end
      blocks[#blocks + 1] = block(tag('h2', { id = 'strategies.' .. build.name }, build.title))
      blocks[#blocks + 1] = block(html.wide_table(build.title, 'stacked labelled', head, { rows }))
    end
  end
  if #blocks == 0 then
    return { paragraph 'No strategies have been compared yet: <code>./fearless mutants --strategies</code> does it.' }
  end
  return blocks
end

-- What catches what

local gate_columns = { { 'clang', 'Clang' }, { 'clang-tidy', 'clang-tidy' }, { 'g++', 'g++ alone' }, { 'rustc', 'rustc' } }

-- What a tool made of a program: nothing at all for one that it was not asked about.
local function seen_by(row, tool)
  local found = evidence.given(row.seen[tool])
  if not found then return '' end
  if not found.rejects then return evidence.chip('UNSUPPORTED', { word = 'accepts' }) end
  local code = found.code ~= '' and tag('code', nil, escape(found.code)) or 'without a code'
  return evidence.chip('PASS', { word = 'rejects' }) .. tag('p', { class = 'quiet' }, code)
end

-- A program by what it is about: the sentence of a shape, or what a pair's name adds to its claim's.
local function program_of(row)
  local sentence = evidence.given(row.shape)
  if sentence then return tag('p', nil, html.prose(sentence)) end
  return tag('p', { class = 'quiet' }, html.id((facet(row.claim, row.program):gsub('%.?reject$', ''))))
end

local function gate_row(row)
  local cells = { tag('th', { scope = 'row' }, link_to_claim(row.claim) .. program_of(row)) }
  for _, column in ipairs(gate_columns) do
    cells[#cells + 1] = tag('td', { ['data-of'] = column[2] }, seen_by(row, column[1]))
  end
  if row.seen_by == 'nothing' then
    cells[2] = tag('td', { ['data-of'] = gate_columns[1][2] }, evidence.chip('FAIL', { word = 'nothing in C++ sees it' }))
  end
  return tag('tr', nil, cells)
end

overviews['gate-table'] = function()
  local rows_of, all, by_gate, beyond_gcc, by_nothing = {}, 0, 0, 0, 0
  for _, row in ipairs(evidence.gate) do
    rows_of[row.claim] = rows_of[row.claim] or {}
    table.insert(rows_of[row.claim], gate_row(row))
    local gated = row.seen.clang.rejects or row.seen['clang-tidy'].rejects
    all = all + 1
    if gated then by_gate = by_gate + 1 end
    if gated and not row.seen['g++'].rejects then beyond_gcc = beyond_gcc + 1 end
    if row.seen_by == 'nothing' then by_nothing = by_nothing + 1 end
  end
  if all == 0 then return { paragraph 'No program has been tried yet: <code>./fearless gate</code> does it.' } end

  local head, groups = { 'Program' }, {}
  for _, column in ipairs(gate_columns) do head[#head + 1] = column[2] end
  for _, group in ipairs(claims_by_chapter()) do
    local rows = { group_row(group.title, #head) }
    for _, id in ipairs(group.ids) do table.move(rows_of[id] or {}, 1, #(rows_of[id] or {}), #rows + 1, rows) end
    if #rows > 1 then groups[#groups + 1] = rows end
  end
  local count = '<b>%d of %d</b> wrong programs are rejected by Clang or clang-tidy; %d of these pass g++ alone. %s.'
  local unseen = by_nothing == 0 and 'None passes all three' or ('<b>%d</b> are seen by nothing in C++'):format(by_nothing)
  return {
    paragraph(count:format(by_gate, all, beyond_gcc, unseen)),
    block(html.wide_table('Wrong programs and what rejects them', 'stacked labelled', head, groups)),
  }
end

-- One implementation

local function facts(implementation)
  local items = {}
  local function fact(name, value)
    if value then items[#items + 1] = tag('div', nil, { tag('dt', nil, name), tag('dd', nil, escape(value)) }) end
  end
  local controls = evidence.given(implementation.controls)
  local counts = {}
  for name, count in pairs(evidence.given(implementation.counts) or {}) do
    if count > 0 then counts[#counts + 1] = ('%d %s'):format(count, evidence.word(name)) end
  end
  table.sort(counts)
  fact('Release', evidence.given(implementation.release))
  fact('Language', evidence.given(implementation.language))
  fact('Run', evidence.moment(implementation.started))
  fact('Controls', controls and ('%d of %d caught'):format(controls.caught, controls.of))
  fact('Cases', #counts > 0 and table.concat(counts, ', '))
  return block(tag('dl', { class = 'facts' }, items))
end

local function has(list, item)
  for _, found in ipairs(list or {}) do
    if found == item then return true end
  end
  return false
end

local function levels_table(implementation)
  local reached = evidence.given(implementation.levels) or {}
  local head, rows = { 'Profile' }, {}
  for _, level in ipairs(levels) do head[#head + 1] = level end
  for _, profile in ipairs(profiles) do
    if reached[profile] then
      local cells = { tag('th', { scope = 'row' }, profile) }
      for _, level in ipairs(levels) do
        local is_reached = has(reached[profile], level)
        local sign = is_reached and { 'PASS', 'yes' } or { 'UNSUPPORTED', 'no' }
        cells[#cells + 1] = tag('td', nil, evidence.chip(sign[1], { word = sign[2] }))
      end
      rows[#rows + 1] = tag('tr', nil, cells)
    end
  end
  if #rows == 0 then return paragraph 'No level has been judged in this run.' end
  return block(html.wide_table('Levels reached', 'levels', head, { rows }))
end

local function run_of(claim_id, row)
  local facts = { escape(row.build) }
  local milliseconds = evidence.given(row.milliseconds)
  if milliseconds then facts[#facts + 1] = ('%.0f ms'):format(milliseconds) end
  local executions = searched.executions(row)
  if executions then facts[#facts + 1] = searched.grouped(executions) .. ' executions' end
  local measured = {}
  for quantity, value in pairs(evidence.given(row.measured) or {}) do
    if type(value) == 'number' then measured[#measured + 1] = ('%s %.2f'):format(escape(quantity), value) end
  end
  table.sort(measured)
  table.move(measured, 1, #measured, #facts + 1, facts)

  local contents = { tag('b', nil, escape(facet(claim_id, row.case))), ' ', table.concat(facts, ', ') }
  if row.verdict ~= 'PASS' then
    contents[#contents + 1] = ': ' .. evidence.word(row.verdict)
    local lines = {}
    for _, detail in ipairs(evidence.given(row.details) or {}) do lines[#lines + 1] = detail end
    local again = evidence.given(row.reproduce)
    if again then lines[#lines + 1] = '$ ' .. again end
    if #lines > 0 then
      contents[#contents + 1] = tag('pre', nil, tag('samp', nil, escape(table.concat(lines, '\n'))))
    end
  end
  return tag('li', nil, contents)
end

local function runs_of(claim_id, verdict)
  local items = {}
  for _, row in ipairs(verdict.rows or {}) do items[#items + 1] = run_of(claim_id, row) end
  return #items > 0 and tag('ul', { class = 'cases' }, items) or '–'
end

local verdict_of_all = {
  ['conforming'] = { 'PASS', 'conforms' },
  ['not conforming'] = { 'FAIL', 'does not conform' },
  ['could not tell'] = { 'INVALID', 'could not tell' },
}

overviews['certificate'] = function(_, meta)
  local name = pandoc.utils.stringify(meta.implementation or '')
  local implementation
  for _, candidate in ipairs(evidence.implementations) do
    if candidate.name == name then implementation = candidate end
  end
  if not implementation then
    local command = tag('code', nil, './fearless certify ' .. escape(name))
    return { paragraph { 'There is no run of ', tag('b', nil, escape(name)), ' yet: ', command, ' makes one.' } }
  end

  local groups = {}
  for _, group in ipairs(claims_by_chapter()) do
    local rows = { group_row(group.title, 3) }
    for _, id in ipairs(group.ids) do
      local claim = evidence.claim(id)
      local verdict = evidence.verdict_of(claim, name)
      rows[#rows + 1] = tag('tr', { id = id }, {
        tag('th', { scope = 'row' }, link_to_claim(id)),
        tag('td', nil, evidence.chip(verdict.verdict, { stale = verdict.stale })),
        tag('td', { class = 'quiet' }, runs_of(id, verdict)),
      })
    end
    groups[#groups + 1] = rows
  end
  local overall = verdict_of_all[evidence.given(implementation.verdict)] or { 'NOTRUN', 'not run' }
  return {
    block(tag('p', { class = 'overall' }, evidence.chip(overall[1], { word = overall[2] }))),
    facts(implementation),
    block '<h2 id="levels">Levels</h2>',
    levels_table(implementation),
    block '<h2 id="verdicts">Verdicts</h2>',
    block(html.wide_table('Verdicts of ' .. name, 'stacked', { 'Claim', 'Verdict', 'Cases' }, groups)),
  }
end

-- Types and their markers

local function type_row(row)
  local function answer(of, value)
    return tag('td', { class = 'answer', ['data-of'] = of }, value == 'no' and tag('b', nil, value) or escape(value))
  end
  local function type_cell(name, of, text)
    local breakable = escape(text):gsub('::', '::<wbr>'):gsub('&lt;', '&lt;<wbr>'):gsub('_', '_<wbr>')
    return tag(name, { class = 'type', scope = name == 'th' and 'row', ['data-of'] = of }, tag('code', nil, breakable))
  end
  return tag('tr', nil, {
    type_cell('th', nil, row.type),
    answer('send', row.send),
    answer('sync', row.sync),
    type_cell('td', 'Rust', row.label),
    answer('Send', row.rust.send),
    answer('Sync', row.rust.sync),
    tag('td', { class = 'quiet', ['data-of'] = row.reason and 'Differs:' }, html.prose(row.reason or '')),
  })
end

overviews['marker-table'] = function()
  local rows, problems = marker_rows.read()
  if #problems > 0 then
    io.stderr:write(problems[1], '\n')
    os.exit(1)  -- an error would end in a stack trace, and the last line is the one that a user is shown
  end
  local head = { 'C++', 'send', 'sync', 'Rust', 'Send', 'Sync', 'Why they differ' }
  local groups, titles = {}, {}
  for _, row in ipairs(rows) do
    if titles[#titles] ~= row.group then
      titles[#titles + 1] = row.group
      groups[#groups + 1] = { group_row(row.group, #head) }
    end
    table.insert(groups[#groups], type_row(row))
  end
  return { block(html.wide_table('Types and their markers', 'stacked types', head, groups)) }
end

-- Ids that are no longer in use

overviews['retired-list'] = function()
  if #evidence.retired == 0 then return { paragraph 'No id has been retired so far.' } end
  local rows = {}
  for _, retired in ipairs(evidence.retired) do
    rows[#rows + 1] = tag('tr', { id = retired.id }, {
      tag('th', { scope = 'row' }, link_to_claim(retired.id)),
      tag('td', { class = 'quiet' }, escape(('%s, line %d'):format(retired.file, retired.line))),
    })
  end
  return { block(html.wide_table('Retired ids', 'retired', { 'Id', 'Its notice' }, { rows })) }
end

-- The front page

overviews['chapter-list'] = function()
  local items, ids_of = {}, {}
  for _, group in ipairs(claims_by_chapter()) do ids_of[group.title] = group.ids end
  for _, chapter in ipairs(evidence.chapters) do
    items[#items + 1] = tag('li', nil, {
      tag('a', { href = chapter.slug .. '.html' }, escape(chapter.title)),
      tag('span', { class = 'quiet' }, ' ' .. html.count_of_claims(#(ids_of[chapter.title] or {}))),
    })
  end
  return { block(tag('ol', { class = 'chapter-list' }, items)) }
end

overviews['implementation-list'] = function()
  if #evidence.implementations == 0 then
    return { paragraph 'No implementation has been judged yet: <code>./fearless certify</code> judges the reference.' }
  end
  local items = {}
  for _, implementation in ipairs(evidence.implementations) do
    local overall = verdict_of_all[evidence.given(implementation.verdict)] or { 'NOTRUN', 'not run' }
    items[#items + 1] = tag('li', nil, evidence.chip(overall[1],
      { word = overall[2] .. ':', of = implementation.name, href = evidence.certificate(implementation.name) }))
  end
  return { block(tag('ul', { class = 'verdicts' }, items)) }
end

return overviews
