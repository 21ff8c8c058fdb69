-- SPDX-License-Identifier: MIT
-- What the runs have shown, read from the file that FEARLESS_EVIDENCE names. Without it every verdict reads `not run`.

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
  if not read then error(('%s: %s; make it anew with `fearless site`'):format(path, value), 0) end
  return value
end

local data = load()

local function given(value)
  if value ~= json.null then return value end
end

evidence.given = given
evidence.commit = given(data.commit)
evidence.date = given(data.date)
evidence.compiler = given(data.compiler)
evidence.chapters = given(data.chapters) or {}
evidence.implementations = given(data.implementations) or {}
evidence.mutants = given(data.mutants) or {}
evidence.strategies = given(data.strategies) or {}
evidence.gate = given(data.gate) or {}
evidence.retired = given(data.retired) or {}

local claims, listings, anchors = given(data.claims) or {}, given(data.listings) or {}, given(data.anchors) or {}

function evidence.claim(id)
  local claim = claims[id] or {}
  return {
    id = id,
    text = given(claim.text),
    profile = given(claim.profile),
    verdicts = given(claim.verdicts) or {},
    cases = given(claim.cases) or {},
    mutants = given(claim.mutants) or {},
  }
end

--- A moment as a reader sees it: `2026-11-23T09:55:18Z` is `2026-11-23 09:55 UTC`.
function evidence.moment(value)
  value = given(value)
  if not value then return nil end
  local day, time = value:match('^(%d+%-%d+%-%d+)T(%d+:%d+)[%d:.]*Z$')
  return day and day .. ' ' .. time .. ' UTC' or value
end

function evidence.listing(id) return listings[id] or {} end

--- Where an anchor is, from any page; nil for one that no chapter has.
function evidence.href(anchor) return anchors[anchor] end

--- The ids of all claims in the order of the text, as far as chapters are known, else of the alphabet.
function evidence.claim_ids()
  local ids = {}
  for id in pairs(claims) do ids[#ids + 1] = id end
  local chapter_order, index_order = {}, {}
  for number, chapter in ipairs(evidence.chapters) do chapter_order[chapter.slug .. '.html'] = number end
  for index, id in ipairs(given(data.order) or {}) do index_order[id] = index end
  local function key(id)
    local page = (anchors[id] or ''):match('^[^#]*')
    return ('%04d %06d %s'):format(chapter_order[page] or 9999, index_order[id] or 999999, id)
  end
  table.sort(ids, function(one, other) return key(one) < key(other) end)
  return ids
end

-- What a claim's rows show where some could not be judged: the level's word of the builds that were run and passed whole, or nil.
local level_of = { plain = 'behaves', instrumented = 'race-checked', typed = 'typed' }
local function shown_by(rows)
  local whole, seen = {}, {}
  for _, row in ipairs(rows) do
    if not (row.optional == true and row.verdict == 'UNSUPPORTED') then
      if whole[row.build] == nil then whole[row.build] = true end
      if row.verdict ~= 'PASS' then whole[row.build] = false end
    end
  end
  for _, build in ipairs { 'plain', 'instrumented', 'typed' } do
    if whole[build] then seen[#seen + 1] = level_of[build] end
  end
  return #seen > 0 and table.concat(seen, ', ') or nil
end

--- What an implementation's run says of a claim: the verdict, the rows it rests on, and whether the claim was changed since.
--- Where it could not be judged whole, `shown` says what was: *behaves* for one that passed, and was not looked at for races.
function evidence.verdict_of(claim, implementation)
  for _, found in ipairs(claim.verdicts) do
    if found.implementation == implementation then
      local verdict = given(found.verdict) or 'NOTRUN'
      local rows = given(found.rows) or {}
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

local function look(verdict) return looks[given(verdict) or 'NOTRUN'] or looks.NOTRUN end

--- The word of a verdict, as a reader sees it.
function evidence.word(verdict) return look(verdict)[2] end

--- Whether something was seen to be wrong.
function evidence.is_failure(verdict) return look(verdict)[3] == 'fail' end

--- A verdict in sign, word and colour. Options: `of`, whose it is; `href`, where its details are; `word`, in place of its own;
--- `stale`, where it was given before the claim was changed.
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

--- How many of the claims an implementation passes: passed, all, and how many of the others in part.
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
