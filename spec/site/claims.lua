-- SPDX-License-Identifier: MIT
-- What the tables of claims share: groups of claims, links, lists of verdicts.

local evidence = require 'evidence'
local html = require 'html'

local escape, tag = html.escape, html.tag

local claims = {}

--- The profiles in the order of the text.
claims.profiles = { 'threads', 'closures', 'channels', 'mutex', 'ownership', 'markers', 'beyond' }

--- A claim's id as a link to the claim in its chapter; without a link if no chapter has it.
function claims.link(id)
  local href = evidence.href(id)
  return href and tag('a', { class = 'id', href = href }, html.id(id)) or tag('span', { class = 'id' }, html.id(id))
end

-- The demonstrations stand in a group of their own, after the groups of claims.
local function with_demonstrations(groups)
  local ids = evidence.demonstration_ids()
  if #ids > 0 then groups[#groups + 1] = { title = 'Demonstrations of the detector', ids = ids, demonstrations = true } end
  return groups
end

--- One group for each chapter, in the order of the text, then the demonstrations: { title, ids, demonstrations }.
function claims.by_chapter()
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
  return with_demonstrations(inhabited)
end

--- One group for each profile, in the order of the profiles, then the demonstrations: { title, profile, ids, demonstrations }.
function claims.by_profile()
  local groups, of = {}, {}
  for _, profile in ipairs(claims.profiles) do of[profile] = { title = profile, profile = profile, ids = {} } end
  for _, id in ipairs(evidence.claim_ids()) do
    local group = of[evidence.claim(id).profile]
    if group then table.insert(group.ids, id) end
  end
  for _, profile in ipairs(claims.profiles) do
    if #of[profile].ids > 0 then groups[#groups + 1] = of[profile] end
  end
  return with_demonstrations(groups)
end

--- Numbers of claims and of demonstrations in words: `12 claims, 2 demonstrations`.
function claims.count(claim_count, demonstration_count)
  local function counted(count, word) return ('%d %s%s'):format(count, word, count == 1 and '' or 's') end
  local parts = {}
  if claim_count > 0 or demonstration_count == 0 then parts[1] = claim_count == 0 and 'no claims' or counted(claim_count, 'claim') end
  if demonstration_count > 0 then parts[#parts + 1] = counted(demonstration_count, 'demonstration') end
  return table.concat(parts, ', ')
end

--- The verdicts on a claim as a list: each verdict once, with the implementations that have it.
function claims.verdicts(claim)
  local groups, of, stale = {}, {}, false
  for _, implementation in ipairs(evidence.implementations) do
    local found = evidence.verdict_of(claim, implementation.name)
    local key = found.verdict .. (found.stale and ' stale' or '') .. (found.shown or '')
    if not of[key] then
      of[key] = { found = found, names = {} }
      groups[#groups + 1] = of[key]
    end
    table.insert(of[key].names,
      tag('a', { href = evidence.certificate(implementation.name) .. '#' .. claim.id }, escape(implementation.name)))
    stale = stale or found.stale
  end
  local items = {}
  for _, group in ipairs(groups) do
    items[#items + 1] = tag('li', nil,
      { evidence.chip_of(group.found), ' ', table.concat(group.names, ', ') })
  end
  if #items == 0 then items[1] = tag('li', nil, evidence.chip('NOTRUN')) end
  if stale then items[#items + 1] = tag('li', { class = 'quiet' }, 'Stale: the claim has changed since the run.') end
  return tag('ul', { class = 'verdicts', ['aria-label'] = 'Verdicts' }, items)
end

--- The part of a case's name after its claim's id: aspect and method.
function claims.aspect_and_method(claim_id, case)
  return case:sub(1, #claim_id + 1) == claim_id .. '.' and case:sub(#claim_id + 2) or case
end

--- The heading row of a group.
function claims.group_row(title, columns)
  return tag('tr', { class = 'group' }, tag('th', { colspan = columns, scope = 'rowgroup' }, escape(title)))
end

return claims
