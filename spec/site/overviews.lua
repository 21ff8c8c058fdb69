-- SPDX-License-Identifier: MIT
-- What is seen from above: the lists and tables that fill a page's empty divisions, each under the class of its division.

local claims = require 'claims'
local evidence = require 'evidence'
local html = require 'html'
local marker_rows = require 'marker_rows'
local searched = require 'searched'

local escape, tag, block = html.escape, html.tag, html.block

local overviews = {}

local function paragraph(contents) return block(tag('p', nil, contents)) end

-- Defects

overviews['kill-matrix'] = function()
  local rows_of_run = {}
  for _, row in ipairs(evidence.mutants) do rows_of_run[row.mutant] = row end

  local groups, all, judged, killed = {}, 0, 0, 0
  for _, group in ipairs(claims.by_chapter()) do
    local rows = { claims.group_row(group.title, 4) }
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
        if evidence.given(run.case) then where[1] = html.id(claims.facet(id, run.case)) end
        if evidence.given(run.build) then where[#where + 1] = escape(run.build) end
        local first = number == 1 and
          tag('th', { scope = 'rowgroup', rowspan = #mutants > 1 and #mutants }, claims.link(id)) or ''
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
    local cells = { tag('th', { scope = 'row' }, claims.link(mutant.claim) .. tag('p', nil, html.prose(mutant.defect))) }
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
  return tag('p', { class = 'quiet' }, html.id((claims.facet(row.claim, row.program):gsub('%.?reject$', ''))))
end

local function gate_row(row)
  local cells = { tag('th', { scope = 'row' }, claims.link(row.claim) .. program_of(row)) }
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
  for _, group in ipairs(claims.by_chapter()) do
    local rows = { claims.group_row(group.title, #head) }
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
      groups[#groups + 1] = { claims.group_row(row.group, #head) }
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
      tag('th', { scope = 'row' }, claims.link(retired.id)),
      tag('td', { class = 'quiet' }, escape(('%s, line %d'):format(retired.file, retired.line))),
    })
  end
  return { block(html.wide_table('Retired ids', 'retired', { 'Id', 'Its notice' }, { rows })) }
end

-- The front page

overviews['chapter-list'] = function()
  local items, ids_of = {}, {}
  for _, group in ipairs(claims.by_chapter()) do ids_of[group.title] = group.ids end
  for _, chapter in ipairs(evidence.chapters) do
    items[#items + 1] = tag('li', nil, {
      tag('a', { href = chapter.slug .. '.html' }, escape(chapter.title)),
      tag('span', { class = 'quiet' }, ' ' .. html.count_of_claims(#(ids_of[chapter.title] or {}))),
    })
  end
  return { block(tag('ol', { class = 'chapter-list' }, items)) }
end

for name, overview in pairs(require 'implementations') do overviews[name] = overview end

return overviews
