-- SPDX-License-Identifier: MIT
-- The results of the runs, in the parts that `fearless site` gathers. Without them every verdict is `not run`.

local html = require 'html'
local inputs = require 'inputs'

local evidence = {}

-- A part is read when a page first needs it, so that a page depends on nothing that it does not show.
local function part(...) return inputs.part(table.concat({ ... }, ' ')) or {} end

--- The chapters in their order: { slug, title }.
evidence.chapters = {}
for _, chapter in ipairs(part 'chapters') do
  if chapter.slug ~= 'glossary' then table.insert(evidence.chapters, chapter) end
end

--- The implementations, the reference first: their names, and the summaries of their runs.
evidence.implementations = {}
for number, name in ipairs(part 'implementations') do
  evidence.implementations[number] = setmetatable({ name = name }, {
    __index = function(_, field) return part('implementation', name)[field] end,
  })
end

--- The rows of the latest runs of `fearless mutants`, `fearless mutants --strategies`, `fearless mutants --scenarios` and
--- `fearless ownership`, the ids that were retired, and the file of the latest `./fearless bench`, which is nil if there is none.
local in_parts = { mutants = true, strategies = true, scenarios = true, correct = true, ownership = true, retired = true }
setmetatable(evidence, {
  __index = function(_, field)
    if field == 'speed' then return inputs.part 'speed' end
    return in_parts[field] and part(field) or nil
  end,
})

--- A claim: its `id`, `text`, `profile`, whether it is a `demonstration`, its `cases` and its `mutants`.
function evidence.claim(id)
  return setmetatable({ id = id }, {
    __index = function(_, field)
      if field == 'cases' or field == 'mutants' then return part(field .. ' of', id) end
      if field == 'text' then return inputs.part('text ' .. id) end
      return part('claim', id)[field]
    end,
  })
end

--- The rows of an implementation's run that belong to a claim.
function evidence.rows(implementation, id) return part('rows', implementation, id) end

--- The rows of all runs that searched the schedules of a claim's cases.
function evidence.searches(id) return part('searches', id) end

--- A time as the pages show it: `2026-11-23T09:55:18Z` is `2026-11-23 09:55 UTC`.
function evidence.moment(value)
  if not value then return nil end
  local day, time = value:match('^(%d+%-%d+%-%d+)T(%d+:%d+)[%d:.]*Z$')
  return day and day .. ' ' .. time .. ' UTC' or value
end

function evidence.listing(id) return part('listing', id) end

--- The link to an anchor, from any page; nil for an unknown anchor.
function evidence.href(anchor) return inputs.part('anchor ' .. anchor) end

-- The ids that `is_wanted` accepts, in the order of the text; ids outside the known chapters come last, sorted.
local function ids_where(is_wanted)
  local ids, index_order, chapter_order = {}, {}, {}
  for index, id in ipairs(part 'order') do
    index_order[id] = index
    if is_wanted(evidence.claim(id)) then ids[#ids + 1] = id end
  end
  for number, chapter in ipairs(evidence.chapters) do chapter_order[chapter.slug .. '.html'] = number end
  local function key(id)
    local page = (evidence.href(id) or ''):match('^[^#]*')
    return ('%04d %06d %s'):format(chapter_order[page] or 9999, index_order[id] or 999999, id)
  end
  table.sort(ids, function(one, other) return key(one) < key(other) end)
  return ids
end

--- The ids of the claims on implementations, in the order of the text.
function evidence.claim_ids() return ids_where(function(claim) return not claim.demonstration end) end

--- The ids of the demonstrations of the detector, in the order of the text. They count in no implementation's tally.
function evidence.demonstration_ids() return ids_where(function(claim) return claim.demonstration end) end

--- The result of an implementation's run for a claim: the verdict, and whether the claim has changed since the run.
--- If the claim could not be judged in full, `shown` names the levels that were: *behaves* if the plain build passed and no
--- instrumented build exists.
function evidence.verdict_of(claim, implementation)
  local found = part('verdicts', claim.id)[implementation] or {}
  local verdict = found.verdict or 'NOTRUN'
  return {
    verdict = verdict,
    stale = found.stale == true and verdict ~= 'NOTRUN',
    shown = (verdict == 'NOTRUN' or verdict == 'UNSUPPORTED') and found.shown or nil,
  }
end

local looks = {
  PASS = { '✓', 'pass', 'pass' },
  FAIL = { '✗', 'fail', 'fail' },
  RACE = { '✗', 'race', 'fail' },
  DEADLOCK = { '✗', 'deadlock', 'fail' },
  CRASH = { '✗', 'crash', 'fail' },
  EXIT = { '✗', 'exit', 'fail' },
  INVALID = { '!', 'invalid', 'doubt' },
  TIMEOUT = { '!', 'timeout', 'doubt' },
  UNSUPPORTED = { '–', 'unsupported', 'open' },
  NOTRUN = { '·', 'not run', 'open' },
  SHOWN = { '✓', 'in part', 'open' },
}

local function look(verdict) return looks[verdict or 'NOTRUN'] or looks.NOTRUN end

--- The word of a verdict on the pages.
function evidence.word(verdict) return look(verdict)[2] end

--- Whether a verdict is a failure of the implementation.
function evidence.is_failure(verdict) return look(verdict)[3] == 'fail' end

--- A verdict as sign, word and colour. Options: `of`, the implementation; `href`, the link to the details; `word`, used instead
--- of the verdict's own; `stale`, for a verdict that is older than the claim's text.
function evidence.chip(verdict, options)
  options = options or {}
  local seen = look(verdict)
  local contents = { html.tag('span', { ['aria-hidden'] = 'true' }, seen[1]), ' ', html.escape(options.word or seen[2]) }
  if options.stale then contents[#contents + 1] = ', stale' end
  if options.of then contents[#contents + 1] = ' ' .. html.tag('b', nil, html.escape(options.of)) end
  local class = 'chip ' .. seen[3] .. (options.stale and ' stale' or '')
  return html.tag(options.href and 'a' or 'span', { class = class, href = options.href }, contents)
end

--- The verdict that `verdict_of` found, as a chip; options as for `chip`.
function evidence.chip_of(found, options)
  options = options or {}
  options.stale = found.stale
  options.word = found.shown
  return evidence.chip(found.shown and 'SHOWN' or found.verdict, options)
end

--- How many of the claims an implementation passes: passed, all, and how many of the others were judged in part.
function evidence.passed(implementation, ids)
  local passed, in_part = 0, 0
  for _, id in ipairs(ids) do
    local found = evidence.verdict_of(evidence.claim(id), implementation)
    if found.verdict == 'PASS' then passed = passed + 1 end
    if found.shown then in_part = in_part + 1 end
  end
  return passed, #ids, in_part
end

--- The page of an implementation's certificate.
function evidence.certificate(name) return 'certificate-' .. name .. '.html' end

return evidence
