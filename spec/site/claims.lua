-- SPDX-License-Identifier: MIT
-- The claims as tables have them: in groups, by their ids, and a case by what it adds to its claim.

local evidence = require 'evidence'
local html = require 'html'

local escape, tag = html.escape, html.tag

local claims = {}

--- The profiles in the order of the text.
claims.profiles = { 'threads', 'closures', 'channels', 'mutex', 'ownership', 'markers' }

--- A claim's id, which leads to its sentence where a chapter has it.
function claims.link(id)
  local href = evidence.href(id)
  return href and tag('a', { class = 'id', href = href }, html.id(id)) or tag('span', { class = 'id' }, html.id(id))
end

--- In the order of the text, a group a chapter: { title, ids }.
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
  return inhabited
end

--- In the order of the profiles, a group a profile: { profile, ids }.
function claims.by_profile()
  local groups, of = {}, {}
  for _, profile in ipairs(claims.profiles) do of[profile] = { profile = profile, ids = {} } end
  for _, id in ipairs(evidence.claim_ids()) do
    local group = of[evidence.claim(id).profile]
    if group then table.insert(group.ids, id) end
  end
  for _, profile in ipairs(claims.profiles) do
    if #of[profile].ids > 0 then groups[#groups + 1] = of[profile] end
  end
  return groups
end

--- What each implementation made of a claim, as a list: a verdict, and by their names all those that got it.
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
  if stale then items[#items + 1] = tag('li', { class = 'quiet' }, 'Stale: the sentence was changed after the run.') end
  return tag('ul', { class = 'verdicts', ['aria-label'] = 'Verdicts' }, items)
end

--- What a case's name adds to its claim's id: its facet and its method.
function claims.facet(claim_id, case)
  return case:sub(1, #claim_id + 1) == claim_id .. '.' and case:sub(#claim_id + 2) or case
end

--- The row that heads a group.
function claims.group_row(title, columns)
  return tag('tr', { class = 'group' }, tag('th', { colspan = columns, scope = 'rowgroup' }, escape(title)))
end

return claims
