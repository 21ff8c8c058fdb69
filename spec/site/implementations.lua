-- SPDX-License-Identifier: MIT
-- The tables on implementations: all side by side, and the certificate of one.

local claims = require 'claims'
local evidence = require 'evidence'
local explanation = require 'explanation'
local html = require 'html'
local searched = require 'searched'

local escape, tag, block = html.escape, html.tag, html.block

local overviews = {}

local levels = { 'behaves', 'race-checked', 'typed' }

local overall_of = {
  ['conforming'] = { 'PASS', 'conforms' },
  ['not conforming'] = { 'FAIL', 'does not conform' },
  ['could not tell'] = { 'INVALID', 'could not tell' },
}

local function overall(implementation) return overall_of[implementation.verdict] or { 'NOTRUN', 'not run' } end

local function paragraph(contents) return block(tag('p', nil, contents)) end

local function has(list, item)
  for _, found in ipairs(list or {}) do
    if found == item then return true end
  end
  return false
end

-- The implementations, those with the fewest failures first, with the numbers of claims that fail and that are undecided:
-- { implementation, failed, open }.
local function by_failures()
  local counted = {}
  for _, implementation in ipairs(evidence.implementations) do
    local count = { implementation = implementation, failed = 0, open = 0 }
    for _, id in ipairs(evidence.claim_ids()) do
      local verdict = evidence.verdict_of(evidence.claim(id), implementation.name).verdict
      if evidence.is_failure(verdict) then
        count.failed = count.failed + 1
      elseif verdict ~= 'PASS' then
        count.open = count.open + 1
      end
    end
    counted[#counted + 1] = count
  end
  table.sort(counted, function(one, other)
    if one.failed ~= other.failed then return one.failed < other.failed end
    if one.open ~= other.open then return one.open < other.open end
    return one.implementation.name < other.implementation.name
  end)
  return counted
end

-- The levels of a profile in words.
local function level_words(implementation, profile)
  local reached = (implementation.levels or {})[profile]
  if not reached then return 'not judged' end
  if #reached == #levels then return 'fearless' end
  return #reached == 0 and 'no level' or table.concat(reached, ', ')
end

-- Side by side

local function matrix_head(counted)
  local head = { 'Claim' }
  for _, count in ipairs(counted) do
    local name = count.implementation.name
    head[#head + 1] = tag('a', { href = evidence.certificate(name) }, escape(name)) ..
      tag('span', { class = 'quiet' }, ('%d fail'):format(count.failed))
  end
  return head
end

-- The heading row of a group, with the levels that each implementation reaches in its profile.
local function matrix_group_row(group, counted)
  if not group.profile then return claims.group_row(group.title, #counted + 1) end
  local cells = { tag('th', { scope = 'rowgroup' }, escape(group.title)) }
  for _, count in ipairs(counted) do
    local name = tag('b', nil, escape(count.implementation.name))
    cells[#cells + 1] = tag('td', nil, { name, ' ', escape(level_words(count.implementation, group.profile)) })
  end
  return tag('tr', { class = 'group' }, cells)
end

local function matrix_row(id, counted)
  local claim = evidence.claim(id)
  local cells = { tag('th', { scope = 'row' }, claims.link(id)) }
  for _, count in ipairs(counted) do
    local name = count.implementation.name
    local found = evidence.verdict_of(claim, name)
    cells[#cells + 1] = tag('td', { ['data-of'] = name },
      evidence.chip_of(found, { href = evidence.certificate(name) .. '#' .. id }))
  end
  return tag('tr', { id = id }, cells)
end

overviews['implementation-matrix'] = function()
  local counted = by_failures()
  if #counted == 0 then
    return { paragraph 'No implementation has been judged yet. Run <code>./fearless certify --all</code> to judge all.' }
  end
  local groups = {}
  for _, group in ipairs(claims.by_profile()) do
    local rows = { matrix_group_row(group, counted) }
    for _, id in ipairs(group.ids) do rows[#rows + 1] = matrix_row(id, counted) end
    groups[#groups + 1] = rows
  end
  return { block(html.wide_table('Implementations side by side', 'stacked matrix', matrix_head(counted), groups)) }
end

overviews['claim-list'] = function()
  local groups = {}
  for _, group in ipairs(claims.by_chapter()) do
    local rows = { claims.group_row(group.title, 2) }
    for _, id in ipairs(group.ids) do
      local claim = evidence.claim(id)
      local sentence = claim.text and tag('p', nil, escape(claim.text)) or ''
      rows[#rows + 1] = tag('tr', { id = id }, {
        tag('th', { scope = 'row' }, claims.link(id) .. sentence),
        tag('td', nil, claims.verdicts(claim)),
      })
    end
    groups[#groups + 1] = rows
  end
  if #groups == 0 then return { paragraph 'There are no claims yet.' } end
  local claim_count, demonstration_count = #evidence.claim_ids(), #evidence.demonstration_ids()
  return {
    paragraph(('<b>%s</b> on implementations, %s of the detector.'):format(
      claims.count(claim_count, 0), claims.count(0, demonstration_count))),
    block(html.wide_table('All claims', 'stacked claims', { 'Claim', 'Verdicts' }, groups)),
  }
end

overviews['implementation-list'] = function()
  if #evidence.implementations == 0 then
    return { paragraph 'No implementation has been judged yet. Run <code>./fearless certify</code> to judge the reference.' }
  end
  local items = {}
  for _, implementation in ipairs(evidence.implementations) do
    local sign = overall(implementation)
    items[#items + 1] = tag('li', nil, evidence.chip(sign[1],
      { word = sign[2] .. ':', of = implementation.name, href = evidence.certificate(implementation.name) }))
  end
  return { block(tag('ul', { class = 'verdicts' }, items)) }
end

-- Certificate

-- Languages whose names are not their words with a capital letter.
local names_of_languages = {
  cpp = 'C++', csharp = 'C#', fsharp = 'F#', javascript = 'JavaScript', objectivec = 'Objective-C', ocaml = 'OCaml',
  php = 'PHP', typescript = 'TypeScript',
}

-- A language in words: Ada for `ada`.
local function language_name(word)
  return names_of_languages[word] or word and word:gsub('^%l', string.upper)
end

local function facts(implementation)
  local items = {}
  local function fact(name, value)
    if value then items[#items + 1] = tag('div', nil, { tag('dt', nil, name), tag('dd', nil, escape(value)) }) end
  end
  local controls = implementation.controls
  local counts = {}
  -- The good news first, then what is worst.
  for _, name in ipairs { 'PASS', 'INVALID', 'CRASH', 'EXIT', 'RACE', 'DEADLOCK', 'FAIL', 'TIMEOUT', 'UNSUPPORTED', 'NOTRUN' } do
    local count = (implementation.counts or {})[name] or 0
    if count > 0 then counts[#counts + 1] = ('%d %s'):format(count, evidence.word(name)) end
  end
  fact('Release', implementation.release)
  fact('Language', language_name(implementation.language))
  fact('Run', evidence.moment(implementation.started))
  fact('Controls', controls and ('%d of %d detected'):format(controls.caught, controls.of))
  fact('Contained', implementation.contained)
  fact('Cases', #counts > 0 and table.concat(counts, ', '))
  local signers = implementation.signers or {}
  if #signers > 0 then fact('Signed by', 'key ' .. table.concat(signers, ', key ') .. '; not checked') end
  return block(tag('dl', { class = 'facts' }, items))
end

local function description_of(implementation)
  local description, homepage = implementation.description, implementation.homepage
  local parts = {}
  if description then parts[#parts + 1] = escape(description:gsub('%.$', '')) .. '.' end
  if homepage then parts[#parts + 1] = html.foreign_link(homepage, { class = 'homepage' }) end
  return #parts > 0 and { paragraph(table.concat(parts, ' ')) } or {}
end

-- The result for a level in a profile: a verdict, which gives the sign, and a word.
local function level_sign(implementation, profile, level)
  if has(implementation.levels[profile], level) then return 'PASS', 'yes' end
  local not_certifiable = implementation.not_certifiable or {}
  if has(not_certifiable[profile], level) then return 'UNSUPPORTED', 'not certifiable' end
  if (implementation.not_judged or {})[level] then return 'NOTRUN', 'not judged' end
  local shortfall = (implementation.shortfalls or {})[profile] or {}
  if (shortfall.failing or 0) > 0 then return 'FAIL', 'no' end
  if (shortfall.undecided or 0) > 0 then return 'TIMEOUT', 'could not tell' end
  return 'UNSUPPORTED', 'unsupported'
end

-- Why a profile lacks a level, in words.
local function shortfall_words(shortfall)
  local reasons = {}
  local function reason(number, one, several)
    if (number or 0) > 0 then reasons[#reasons + 1] = ('%d %s'):format(number, number == 1 and one or several) end
  end
  reason(shortfall.failing, 'claim fails', 'claims fail')
  reason(shortfall.undecided, 'claim could not be judged', 'claims could not be judged')
  for _, feature in ipairs(shortfall.lacking or {}) do reasons[#reasons + 1] = feature end
  return table.concat(reasons, ', ')
end

-- The reasons why a level is not reached, or could not be judged or certified.
local function level_notes(implementation)
  local notes = {}
  local not_judged = implementation.not_judged or {}
  for _, level in ipairs(levels) do
    if not_judged[level] then
      notes[#notes + 1] = paragraph(tag('b', nil, level) .. ' was not judged: ' .. escape(not_judged[level]) .. '.')
    end
  end
  for _, profile in ipairs(claims.profiles) do
    local shortfall = (implementation.shortfalls or {})[profile]
    if shortfall then
      notes[#notes + 1] = paragraph(tag('b', nil, profile) .. ' lacks a level: ' .. escape(shortfall_words(shortfall)) .. '.')
    end
  end
  if next(implementation.not_certifiable or {}) then
    notes[#notes + 1] = paragraph('<b>typed</b> cannot be certified through the port alone. It needs native bindings in the implementation’s own ' ..
      'language, for which a compiler accepts or rejects programs.')
  end
  return notes
end

local function levels_table(implementation)
  local head, rows = { 'Profile' }, {}
  for _, level in ipairs(levels) do head[#head + 1] = level end
  for _, profile in ipairs(claims.profiles) do
    if (implementation.levels or {})[profile] then
      local cells = { tag('th', { scope = 'row' }, profile) }
      for _, level in ipairs(levels) do
        local sign, word = level_sign(implementation, profile, level)
        cells[#cells + 1] = tag('td', nil, evidence.chip(sign, { word = word }))
      end
      rows[#rows + 1] = tag('tr', nil, cells)
    end
  end
  if #rows == 0 then return paragraph 'No level has been judged in this run.' end
  return block(html.wide_table('Levels reached', 'levels', head, { rows }))
end

-- The claims whose result `is_wanted` accepts, grouped by the implementation's explanation, in the order of the text:
-- { explanation, claims: { { id, verdict } } }.
local function by_explanation(implementation, is_wanted)
  local explanations = implementation.explanations or {}
  local groups, of = {}, {}
  for _, id in ipairs(evidence.claim_ids()) do
    local found = evidence.verdict_of(evidence.claim(id), implementation.name)
    if is_wanted(found) then
      local explanation = explanations[id] or ''
      if not of[explanation] then
        of[explanation] = { explanation = explanation, claims = {} }
        groups[#groups + 1] = of[explanation]
      end
      table.insert(of[explanation].claims, { id = id, verdict = found.verdict })
    end
  end
  return groups
end

local function explained_items(groups)
  local items = {}
  for _, group in ipairs(groups) do
    local names = {}
    for _, claim in ipairs(group.claims) do
      names[#names + 1] = tag('li', nil, {
        evidence.chip(claim.verdict), ' ', tag('a', { class = 'id', href = '#' .. claim.id }, html.id(claim.id)),
      })
    end
    local reason = group.explanation ~= '' and escape(group.explanation) or
      '<span class="quiet">No explanation is given. Each id links to its results.</span>'
    items[#items + 1] = tag('li', nil, { tag('p', nil, reason), tag('ul', nil, names) })
  end
  return block(tag('ul', { class = 'explained' }, items))
end

local function failures_and_gaps(implementation)
  local failing = by_explanation(implementation, function(found) return evidence.is_failure(found.verdict) end)
  local missing = by_explanation(implementation, function(found) return found.verdict == 'UNSUPPORTED' and not found.shown end)
  local open = by_explanation(implementation, function(found)
    return (found.verdict == 'TIMEOUT' or found.verdict == 'INVALID' or found.verdict == 'NOTRUN') and not found.shown
  end)
  local blocks = {}
  if #failing > 0 then
    blocks[#blocks + 1] = block '<h2 id="failures">Claims that fail</h2>'
    blocks[#blocks + 1] = explained_items(failing)
  end
  if #open > 0 and not (implementation.not_judged or {}).behaves then
    blocks[#blocks + 1] = block '<h2 id="undecided">Claims that could not be judged</h2>'
    blocks[#blocks + 1] = explained_items(open)
  end
  if #missing > 0 then
    local count = 0
    for _, group in ipairs(missing) do count = count + #group.claims end
    blocks[#blocks + 1] = block '<h2 id="missing">Unsupported claims</h2>'
    blocks[#blocks + 1] = block(tag('details', nil, {
      tag('summary', nil, claims.count(count, 0) .. ' on features that it lacks or that cannot be tested'),
      explained_items(missing).text,
    }))
  end
  return blocks
end

-- What a row waives, in the words of the file of waivers: once for each claim, since a claim has one waiver.
local function waived_failures(implementation)
  local items = {}
  for _, id in ipairs(evidence.claim_ids()) do
    local waived, titles = nil, {}
    for _, row in ipairs(evidence.rows(implementation.name, id)) do
      if row.waived then
        waived = row.waived
        titles[#titles + 1] = ('%s (%s)'):format(claims.aspect_and_method(id, row.case), row.build)
      end
    end
    if waived then
      items[#items + 1] = tag('li', nil, {
        tag('p', nil, {
          tag('a', { class = 'id', href = '#' .. id }, html.id(id)), ': ', escape(waived.reason), ' ',
          html.foreign_link(waived.link, { class = 'homepage' }),
        }),
        tag('p', { class = 'quiet' }, escape(('until %s, in %s'):format(waived.expires, table.concat(titles, ', ')))),
      })
    end
  end
  if #items == 0 then return {} end
  return {
    block '<h2 id="waived">Waived failures</h2>',
    paragraph 'Those who ran the certification know these failures and do not count them for a time. They change no verdict and no level.',
    block(tag('ul', { class = 'explained' }, items)),
  }
end

-- Whether the notes on the levels already give the reason for a row's verdict. Hundreds of rows can share one reason.
local function is_explained(implementation, row)
  if row.verdict == 'UNSUPPORTED' and row.build == 'compile-time' then return true end
  local level = row.build == 'plain' and 'behaves' or 'race-checked'
  return row.verdict == 'NOTRUN' and (implementation.not_judged or {})[level] ~= nil and not row.explored
end

local function run_of(implementation, claim_id, row, is_unfolded)
  local said = { escape(row.build) }
  local milliseconds = row.milliseconds
  local judged = evidence.moment(row.judged)
  if judged then
    said[#said + 1] = 'judged at ' .. escape(judged)
  elseif milliseconds and not (milliseconds == 0 and row.verdict ~= 'PASS') then
    said[#said + 1] = ('%.0f ms'):format(milliseconds)
  end
  local executions = searched.executions(row)
  if executions then said[#said + 1] = searched.grouped(executions) .. ' executions' end
  if row.scenarios then
    local unjudged = row.scenarios.unjudged
    said[#said + 1] = tag('a', { href = 'scenarios.html' }, searched.grouped(row.scenarios.executions) .. ' executions of scenarios')
      .. (unjudged > 0 and (', %s of them not judged'):format(searched.grouped(unjudged)) or '')
  end
  local measured = {}
  for quantity, value in pairs(row.measured or {}) do
    if type(value) == 'number' then measured[#measured + 1] = ('%s %.2f'):format(escape(quantity), value) end
  end
  table.sort(measured)
  table.move(measured, 1, #measured, #said + 1, said)

  local contents = { tag('b', nil, escape(claims.aspect_and_method(claim_id, row.case))), ' ', table.concat(said, ', ') }
  if row.verdict ~= 'PASS' then
    contents[#contents + 1] = ': ' .. evidence.word(row.verdict) .. (row.optional == true and ', optional' or '')
    local lines = {}
    for _, detail in ipairs(row.details or {}) do lines[#lines + 1] = detail end
    local again = row.reproduce
    if again then lines[#lines + 1] = '$ ' .. again end
    if #lines > 0 and not is_explained(implementation, row) then
      contents[#contents + 1] = tag('pre', nil, tag('samp', nil, escape(table.concat(lines, '\n'))))
    end
  end
  if row.explanation then
    local name = ('%s (%s)'):format(row.case, row.build)
    contents[#contents + 1] = (is_unfolded and explanation.figure or explanation.folded)(row, name)
  end
  return tag('li', nil, contents)
end

-- The row whose explanation is shown unfolded. That of an instrumented library has its atomic operations, too.
local function best_explained(rows)
  local first
  for _, row in ipairs(rows) do
    if row.explanation and row.build == 'instrumented' then return row end
    first = first or row.explanation and row
  end
  return first
end

local function runs_of(implementation, claim_id)
  local rows, items = evidence.rows(implementation.name, claim_id), {}
  local best = best_explained(rows)
  for number, row in ipairs(rows) do items[number] = run_of(implementation, claim_id, row, row == best) end
  return #items > 0 and tag('ul', { class = 'cases' }, items) or '–'
end

local function verdicts_table(implementation)
  local name = implementation.name
  local groups = {}
  for _, group in ipairs(claims.by_chapter()) do
    local rows = { claims.group_row(group.title, 3) }
    for _, id in ipairs(group.ids) do
      local verdict = evidence.verdict_of(evidence.claim(id), name)
      rows[#rows + 1] = tag('tr', { id = id }, {
        tag('th', { scope = 'row' }, claims.link(id)),
        tag('td', nil, evidence.chip_of(verdict)),
        tag('td', { class = 'quiet' }, runs_of(implementation, id)),
      })
    end
    groups[#groups + 1] = rows
  end
  return block(html.wide_table('Verdicts of ' .. name, 'stacked', { 'Claim', 'Verdict', 'Cases' }, groups))
end

-- What is wrong with the files of the run.
local function problems_of(implementation)
  local problems = implementation.problems or {}
  if #problems == 0 then return {} end
  local most, items = 20, {}
  for number, problem in ipairs(problems) do
    if number > most then break end
    items[number] = tag('li', nil, tag('samp', nil, escape(problem)))
  end
  if #problems > most then items[#items + 1] = tag('li', nil, ('and %d more'):format(#problems - most)) end
  local what = implementation.contradicts_itself == true and
    'The files of this run can’t be true together, so that they show nothing. This is what <code>fearless verify</code> says of them.' or
    'The files of this run are damaged or were changed, so that they show nothing. Judge the implementation again.'
  return {
    paragraph(what),
    block(tag('ul', { class = 'problems' }, items)),
  }
end

-- The exact files that were judged, by their digests.
local function files_table(implementation)
  local rows, parts = {}, {}
  for _, file in ipairs(implementation.files or {}) do
    local into = file.is_part and parts or rows
    into[#into + 1] = tag('tr', nil, {
      tag('th', { scope = 'row' }, escape(file.name)),
      tag('td', { class = 'digest' }, tag('code', nil, escape(file.sha256))),
    })
  end
  if #rows == 0 then return {} end
  local blocks = {
    block '<h2 id="judged">Judged files</h2>',
    block(html.wide_table('Judged files', 'stacked', { 'File', 'SHA-256' }, { rows })),
  }
  if #parts > 0 then
    blocks[#blocks + 1] = block(tag('details', nil, {
      tag('summary', nil, ('What these load or read from outside the system: %d files'):format(#parts)),
      html.wide_table('Files that these load or read', 'stacked', { 'File', 'SHA-256' }, { parts }),
    }))
  end
  local statement = implementation.statement
  if statement then
    blocks[#blocks + 1] = paragraph {
      'The certificate as an in-toto statement: ', tag('a', { href = statement }, escape(statement)), '.',
    }
  end
  return blocks
end

overviews['certificate'] = function(_, meta)
  local name = pandoc.utils.stringify(meta.implementation or '')
  local implementation
  for _, candidate in ipairs(evidence.implementations) do
    if candidate.name == name then implementation = candidate end
  end
  if not implementation then
    local command = tag('code', nil, './fearless certify ' .. escape(name))
    return { paragraph { tag('b', nil, escape(name)), ' has not been judged yet. Run ', command, '.' } }
  end

  local sign = overall(implementation)
  local word = implementation.contradicts_itself == true and 'could not tell: these results contradict themselves' or sign[2]
  local blocks = pandoc.List { block(tag('p', { class = 'overall' }, evidence.chip(sign[1], { word = word }))) }
  blocks:extend(problems_of(implementation))
  blocks:extend(description_of(implementation))
  blocks:extend { facts(implementation), block '<h2 id="levels">Levels</h2>', levels_table(implementation) }
  blocks:extend(level_notes(implementation))
  blocks:extend(failures_and_gaps(implementation))
  blocks:extend(waived_failures(implementation))
  blocks:extend { block '<h2 id="verdicts">Verdicts</h2>', verdicts_table(implementation) }
  blocks:extend(files_table(implementation))
  return blocks
end

return overviews
