-- SPDX-License-Identifier: MIT
-- The results of the runs, read from the file that FEARLESS_EVIDENCE names. Without that file every verdict is `not run`.

local html = require 'html'
local json = require 'json'

local evidence = {}

local function load()
  local path = os.getenv('FEARLESS_EVIDENCE')
  local file = path and io.open(path)
  if not file then return {} end
  local text = file:read('a')
  file:close()
  local read, value = pcall(json.decode, text)
  if not read then error(('%s: %s; run `fearless site` to write it again'):format(path, value), 0) end
  return value
end

local data = load()

evidence.commit = data.commit
evidence.date = data.date
evidence.compiler = data.compiler
evidence.chapters = {}
for _, chapter in ipairs(data.chapters or {}) do
  if chapter.slug ~= 'glossary' then table.insert(evidence.chapters, chapter) end
end
evidence.implementations = data.implementations or {}
evidence.mutants = data.mutants or {}
evidence.strategies = data.strategies or {}
evidence.ownership = data.ownership or {}
evidence.retired = data.retired or {}

local claims, listings, anchors = data.claims or {}, data.listings or {}, data.anchors or {}

function evidence.claim(id)
  local claim = claims[id] or {}
  return {
    id = id,
    text = claim.text,
    profile = claim.profile,
    demonstration = claim.demonstration == true,
    verdicts = claim.verdicts or {},
    cases = claim.cases or {},
    mutants = claim.mutants or {},
  }
end

--- A time as the pages show it: `2026-11-23T09:55:18Z` is `2026-11-23 09:55 UTC`.
function evidence.moment(value)
  if not value then return nil end
  local day, time = value:match('^(%d+%-%d+%-%d+)T(%d+:%d+)[%d:.]*Z$')
  return day and day .. ' ' .. time .. ' UTC' or value
end

function evidence.listing(id) return listings[id] or {} end

--- The link to an anchor, from any page; nil for an unknown anchor.
function evidence.href(anchor) return anchors[anchor] end

-- The ids that `is_wanted` accepts, in the order of the text; ids outside the known chapters come last, sorted.
local function ids_where(is_wanted)
  local ids = {}
  for id, claim in pairs(claims) do
    if is_wanted(claim) then ids[#ids + 1] = id end
  end
  local chapter_order, index_order = {}, {}
  for number, chapter in ipairs(evidence.chapters) do chapter_order[chapter.slug .. '.html'] = number end
  for index, id in ipairs(data.order or {}) do index_order[id] = index end
  local function key(id)
    local page = (anchors[id] or ''):match('^[^#]*')
    return ('%04d %06d %s'):format(chapter_order[page] or 9999, index_order[id] or 999999, id)
  end
  table.sort(ids, function(one, other) return key(one) < key(other) end)
  return ids
end

--- The ids of the claims on implementations, in the order of the text.
function evidence.claim_ids() return ids_where(function(claim) return not claim.demonstration end) end

--- The ids of the demonstrations of the detector, in the order of the text. They count in no implementation's tally.
function evidence.demonstration_ids() return ids_where(function(claim) return claim.demonstration end) end

-- For a claim of which some rows could not be judged: the levels of the builds in which every row passed, or nil.
local level_of = { plain = 'behaves', instrumented = 'race-checked', ['compile-time'] = 'typed' }
local function shown_by(rows)
  local whole, seen = {}, {}
  for _, row in ipairs(rows) do
    if not (row.optional == true and row.verdict == 'UNSUPPORTED') then
      if whole[row.build] == nil then whole[row.build] = true end
      if row.verdict ~= 'PASS' then whole[row.build] = false end
    end
  end
  for _, build in ipairs { 'plain', 'instrumented', 'compile-time' } do
    if whole[build] then seen[#seen + 1] = level_of[build] end
  end
  return #seen > 0 and table.concat(seen, ', ') or nil
end

--- The result of an implementation's run for a claim: the verdict, its rows, and whether the claim has changed since the run.
--- If the claim could not be judged in full, `shown` names the levels that were: *behaves* if the plain build passed and no
--- instrumented build exists.
function evidence.verdict_of(claim, implementation)
  for _, found in ipairs(claim.verdicts) do
    if found.implementation == implementation then
      local verdict = found.verdict or 'NOTRUN'
      local rows = found.rows or {}
      return {
        verdict = verdict,
        rows = rows,
        stale = found.stale == true and verdict ~= 'NOTRUN',
        shown = (verdict == 'NOTRUN' or verdict == 'UNSUPPORTED') and shown_by(rows) or nil,
      }
    end
  end
  return { verdict = 'NOTRUN', rows = {}, stale = false }
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
