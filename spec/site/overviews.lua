-- SPDX-License-Identifier: MIT
-- The lists and tables of the overview pages. Each fills the division whose class is its name.

local claims = require 'claims'
local errors = require 'errors'
local evidence = require 'evidence'
local html = require 'html'
local marker_rows = require 'marker_rows'
local searched = require 'searched'

local escape, tag, block = html.escape, html.tag, html.block

local overviews = {}

local function paragraph(contents) return block(tag('p', nil, contents)) end

-- Mutants

-- What the run says of a mutant and one of the claims that it breaks: a chip, whether it was judged, whether it was detected.
local function result_of(mutant)
  if not mutant.verdict then return evidence.chip('NOTRUN'), false, false end
  local word = evidence.word(mutant.verdict)
  if mutant.killed then return evidence.chip('PASS', { word = ('detected (%s)'):format(word) }), true, true end
  return evidence.chip('FAIL', { word = ('not detected (%s)'):format(word) }), true, false
end

overviews['kill-matrix'] = function()
  local run_of = {}
  for _, row in ipairs(evidence.mutants) do run_of[row.claim .. ' ' .. row.mutant] = row end

  -- A mutant that breaks several claims has a row for each; the counts are of distinct mutants.
  local groups, judged, missed, all, judged_count, detected_count = {}, {}, {}, {}, 0, 0
  for _, group in ipairs(claims.by_chapter()) do
    local rows = { claims.group_row(group.title, 4) }
    for _, id in ipairs(group.ids) do
      local mutants = evidence.claim(id).mutants
      for number, mutant in ipairs(mutants) do
        local chip, is_judged, is_detected = result_of(mutant)
        if all[mutant.name] == nil then
          all[#all + 1] = mutant.name
          all[mutant.name] = true
        end
        judged[mutant.name] = judged[mutant.name] or is_judged
        missed[mutant.name] = missed[mutant.name] or not is_detected

        local run = run_of[id .. ' ' .. mutant.name] or {}
        local where = {}
        if run.case then where[1] = html.id(claims.aspect_and_method(id, run.case)) end
        if run.build then where[#where + 1] = escape(run.build) end
        local first = number == 1 and
          tag('th', { scope = 'rowgroup', rowspan = #mutants > 1 and #mutants }, claims.link(id)) or ''
        rows[#rows + 1] = tag('tr', nil, {
          first,
          tag('td', nil, html.prose(mutant.description)),
          tag('td', nil, chip),
          tag('td', { class = 'quiet' }, table.concat(where, ', ')),
        })
      end
    end
    if #rows > 1 then groups[#groups + 1] = rows end
  end
  if #all == 0 then return { paragraph 'There are no mutants yet.' } end
  for _, name in ipairs(all) do
    if judged[name] then judged_count = judged_count + 1 end
    if not missed[name] then detected_count = detected_count + 1 end
  end
  local count = judged_count == 0 and ('There are <b>%d</b> mutants. None has been judged in this run.'):format(#all) or
    ('<b>%d of %d</b> mutants are detected by a case of each claim that they break.'):format(detected_count, #all)
  return {
    paragraph(count),
    block(html.wide_table('Mutants and the cases that detect them', 'stacked', { 'Claim', 'Mutant', 'Result', 'Case' }, groups)),
  }
end

-- Strategies

local builds = {
  { name = 'instrumented', title = 'Instrumented libraries' },
  { name = 'plain', title = 'Libraries without instrumentation' },
}

-- How often and how soon a strategy finds a mutant: the chip has the number of runs, the line below the executions needed.
local function found_by(row)
  local all, killed = row.runs, row.killed_in
  local worst = row.worst
  local missed = 'not in ' .. searched.grouped(row.executions)
  local count = ('%.0f of %.0f'):format(killed, all)
  local chip = evidence.chip(killed == all and 'PASS' or killed == 0 and 'UNSUPPORTED' or 'TIMEOUT', { word = count })
  if killed == 0 then return chip .. tag('p', { class = 'quiet' }, missed) end
  local median = row.median
  return chip .. tag('p', { class = 'quiet' }, ('median %s, worst %s'):format(
    median and searched.grouped(median) or missed, worst and searched.grouped(worst) or missed))
end

-- The rows of the table for a build, one for each mutant and claim, and the names of the strategies.
local function strategies_in(build)
  local order, samples, names, known = {}, {}, {}, {}
  for _, row in ipairs(evidence.strategies) do
    if row.build == build then
      local key = row.claim .. ' ' .. row.mutant
      if not samples[key] then
        samples[key] = {}
        order[#order + 1] = { row = row, samples = samples[key] }
      end
      samples[key][row.strategy] = row
      if not known[row.strategy] then names[#names + 1] = row.strategy end
      known[row.strategy] = true
    end
  end
  local rows = {}
  for at, mutant in ipairs(order) do
    local cells = { tag('th', { scope = 'row' }, claims.link(mutant.row.claim) .. tag('p', nil, html.prose(mutant.row.description))) }
    for _, name in ipairs(names) do
      local row = mutant.samples[name]
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
      local head = { 'Mutant' }
      for _, name in ipairs(names) do head[#head + 1] = searched.explained('strategies', escape(name)) end
      blocks[#blocks + 1] = block(tag('h2', { id = 'strategies.' .. build.name }, build.title))
      blocks[#blocks + 1] = block(html.wide_table(build.title, 'stacked labelled', head, { rows }))
    end
  end
  if #blocks == 0 then
    return { paragraph 'Strategies have not been compared yet. Run <code>./fearless mutants --strategies</code>.' }
  end
  return blocks
end

-- Scenarios

-- How soon the scenarios kill a mutant, in all runs.
local function killed_by(row)
  local count = row.runs == 1 and (row.killed_in == 1 and 'detected' or 'not detected') or
    ('%.0f of %.0f'):format(row.killed_in, row.runs)
  return evidence.chip(row.killed_in == row.runs and 'PASS' or row.killed_in == 0 and 'FAIL' or 'TIMEOUT', { word = count })
end

-- The executions until a kill: of the median run, and of the worst.
local function executions_until(row)
  local median, worst = row.median, row.worst
  if not median then return '–' end
  if row.runs == 1 then return searched.grouped(median) end
  return ('%s, at most %s'):format(searched.grouped(median), worst and searched.grouped(worst) or '–')
end

local function size_of(reduced)
  if not reduced then return '–' end
  local threads = reduced.threads == 1 and '1 thread' or ('%.0f threads'):format(reduced.threads)
  local steps = reduced.steps == 1 and '1 operation' or ('%.0f operations'):format(reduced.steps)
  return tag('details', nil, { tag('summary', nil, threads .. ', ' .. steps), tag('pre', nil, escape(reduced.scenario)) })
end

overviews['scenario-table'] = function()
  local rows, killed = {}, 0
  for at, row in ipairs(evidence.scenarios) do
    if row.killed_in == row.runs then killed = killed + 1 end
    local function cell(title, contents) return tag('td', { ['data-of'] = title }, contents) end
    rows[at] = tag('tr', nil, {
      tag('th', { scope = 'row' }, claims.link(row.claims[1]) .. tag('p', nil, html.prose(row.description))),
      cell('result', killed_by(row) .. (row.killed_in < row.runs and row.missed and row.missed ~= '' and tag('p', { class = 'quiet' }, html.prose(row.missed)) or '')),
      cell('executions', executions_until(row)),
      cell('reduced to', size_of(row.reduced)),
    })
  end
  if #rows == 0 then
    return { paragraph 'The scenarios have not been tried alone yet. Run <code>./fearless mutants --scenarios</code>.' }
  end
  local executions, wrong, names = 0, 0, {}
  for _, row in ipairs(evidence.correct) do
    executions = executions + row.executions
    if #row.violations > 0 then wrong = wrong + 1 end
    if not names[row.correct] then names[#names + 1] = row.correct end
    names[row.correct] = true
  end
  local alarms = wrong == 0 and 'They found no violation in' or ('They found violations in %d builds of'):format(wrong)
  local correct = #names == 0 and '' or ('%s %d correct implementations, the reference and its variants, in %s executions.'):format(
    alarms, #names, searched.grouped(executions))
  return {
    paragraph(('The scenarios detect <b>%d of %d</b> mutants of the claims that they judge. %s'):format(killed, #rows, correct)),
    block(html.wide_table('What scenarios find without any case', 'stacked labelled',
      { 'Mutant', 'Result', 'Executions', 'Reduced to' }, { rows })),
  }
end

-- Wrong programs and the tools that reject them

local tools = { { 'clang', 'Clang' }, { 'clang-tidy', 'clang-tidy' }, { 'g++', 'g++ alone' }, { 'rustc', 'rustc' } }

-- The answer of a tool for a program; empty if the program was not given to it.
local function answer_of(row, tool)
  local found = row.seen[tool]
  if not found then return '' end
  if not found.rejects then return evidence.chip('UNSUPPORTED', { word = 'accepts' }) end
  local code = found.code ~= '' and tag('code', nil, escape(found.code)) or 'without a code'
  return evidence.chip('PASS', { word = 'rejects' }) .. tag('p', { class = 'quiet' }, code)
end

-- A program in words: the sentence of a known false negative, or the aspect of a compile-time case.
local function program_of(row)
  local sentence = row.known_false_negative
  if sentence then return tag('p', nil, html.prose(sentence)) end
  return tag('p', { class = 'quiet' }, html.id((claims.aspect_and_method(row.claim, row.program):gsub('%.?reject$', ''))))
end

local function ownership_row(row)
  local cells = { tag('th', { scope = 'row' }, claims.link(row.claim) .. program_of(row)) }
  for _, column in ipairs(tools) do
    cells[#cells + 1] = tag('td', { ['data-of'] = column[2] }, answer_of(row, column[1]))
  end
  if row.seen_by == 'nothing' then
    cells[2] = tag('td', { ['data-of'] = tools[1][2] }, evidence.chip('FAIL', { word = 'accepted by all C++ tools' }))
  end
  return tag('tr', nil, cells)
end

overviews['ownership-table'] = function()
  local rows_of, all, by_check, beyond_gcc, by_nothing = {}, 0, 0, 0, 0
  for _, row in ipairs(evidence.ownership) do
    rows_of[row.claim] = rows_of[row.claim] or {}
    table.insert(rows_of[row.claim], ownership_row(row))
    local rejected = row.seen.clang.rejects or row.seen['clang-tidy'].rejects
    all = all + 1
    if rejected then by_check = by_check + 1 end
    if rejected and not row.seen['g++'].rejects then beyond_gcc = beyond_gcc + 1 end
    if row.seen_by == 'nothing' then by_nothing = by_nothing + 1 end
  end
  if all == 0 then return { paragraph 'No program has been checked yet. Run <code>./fearless ownership</code>.' } end

  local head, groups = { 'Program' }, {}
  for _, column in ipairs(tools) do head[#head + 1] = column[2] end
  for _, group in ipairs(claims.by_chapter()) do
    local rows = { claims.group_row(group.title, #head) }
    for _, id in ipairs(group.ids) do table.move(rows_of[id] or {}, 1, #(rows_of[id] or {}), #rows + 1, rows) end
    if #rows > 1 then groups[#groups + 1] = rows end
  end
  local count = '<b>%d of %d</b> wrong programs are rejected by Clang or clang-tidy; %d of these are accepted by g++ alone. %s.'
  local unseen = by_nothing == 0 and 'No program is accepted by all three' or ('<b>%d</b> are accepted by all three'):format(by_nothing)
  return {
    paragraph(count:format(by_check, all, beyond_gcc, unseen)),
    block(html.wide_table('Wrong programs and what rejects them', 'stacked labelled', head, groups)),
  }
end

-- Types and their markers

local function type_cell(name, of, text)
  local breakable = escape(text):gsub('::', '::<wbr>'):gsub('&lt;', '&lt;<wbr>'):gsub('_', '_<wbr>')
  return tag(name, { class = 'type', scope = name == 'th' and 'row', ['data-of'] = of }, tag('code', nil, breakable))
end

local function type_row(row)
  local function answer(of, value)
    return tag('td', { class = 'answer', ['data-of'] = of }, value == 'no' and tag('b', nil, value) or escape(value))
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
    html.fail(problems[1])
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

-- The tables of rules in a division, one group for each claim. A cell with a type or a condition is plain text.
overviews['marker-rules'] = function(division)
  local head = { 'Type', 'C++', 'Rust', 'Sendable', 'Shareable' }
  local groups, last = {}, nil
  for _, table_of_rules in ipairs(division.content) do
    for _, cells in ipairs(pandoc.utils.to_simple_table(table_of_rules).rows) do
      local text = {}
      for column, cell in ipairs(cells) do text[column] = pandoc.utils.stringify(cell) end
      local name, cpp, rust, sendable, shareable, claim = table.unpack(text)
      if claim ~= last then
        local title = tag('th', { colspan = #head, scope = 'rowgroup' }, claims.link(claim))
        groups[#groups + 1] = { tag('tr', { class = 'group' }, title) }
        last = claim
      end
      table.insert(groups[#groups], tag('tr', nil, {
        tag('th', { scope = 'row' }, escape(name)),
        type_cell('td', 'C++', cpp),
        type_cell('td', 'Rust', rust),
        tag('td', { ['data-of'] = 'sendable' }, escape(sendable)),
        tag('td', { ['data-of'] = 'shareable' }, escape(shareable)),
      }))
    end
  end
  return { block(html.wide_table('Rules for the markers of types with a parameter', 'stacked labelled rules', head, groups)) }
end

-- Retired ids

overviews['retired-list'] = function()
  if #evidence.retired == 0 then return { paragraph 'No id has been retired.' } end
  local rows = {}
  for _, retired in ipairs(evidence.retired) do
    rows[#rows + 1] = tag('tr', { id = retired.id }, {
      tag('th', { scope = 'row' }, claims.link(retired.id)),
      tag('td', { class = 'quiet' }, escape(('%s, line %d'):format(retired.file, retired.line))),
    })
  end
  return { block(html.wide_table('Retired ids', 'retired', { 'Id', 'Notice' }, { rows })) }
end

-- The front page

overviews['chapter-list'] = function()
  local items, counts = {}, {}
  for _, chapter in ipairs(evidence.chapters) do counts[chapter.slug .. '.html'] = { claims = 0, demonstrations = 0 } end
  local function count(ids, what)
    for _, id in ipairs(ids) do
      local of_page = counts[(evidence.href(id) or ''):match('^[^#]*')]
      if of_page then of_page[what] = of_page[what] + 1 end
    end
  end
  count(evidence.claim_ids(), 'claims')
  count(evidence.demonstration_ids(), 'demonstrations')
  for _, chapter in ipairs(evidence.chapters) do
    local page = chapter.slug .. '.html'
    items[#items + 1] = tag('li', nil, {
      tag('a', { href = page }, escape(chapter.title)),
      tag('span', { class = 'quiet' }, ' ' .. claims.count(counts[page].claims, counts[page].demonstrations)),
    })
  end
  return { block(tag('ol', { class = 'chapter-list' }, items)) }
end

overviews['errors'] = errors.blocks

for name, overview in pairs(require 'found') do overviews[name] = overview end
for name, overview in pairs(require 'implementations') do overviews[name] = overview end
for name, overview in pairs(require 'speed') do overviews[name] = overview end

return overviews
