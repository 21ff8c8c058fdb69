-- SPDX-License-Identifier: MIT
-- A Pandoc filter that makes a page from a chapter and the results of the runs.
--   pandoc --to=html5 --standalone --template=spec/site/template.html --lua-filter=spec/site/weave.lua spec/threads.md

package.path = (PANDOC_SCRIPT_FILE:match('^(.*/)') or './') .. '?.lua;' .. package.path
local inputs = require 'inputs'
local claims = require 'claims'
local colours = require 'colours'
local evidence = require 'evidence'
local html = require 'html'
local overviews = require 'overviews'
local searched = require 'searched'

local escape, tag, block = html.escape, html.tag, html.block

-- A certificate is one page of several from the same source, and has its name from the command line.
local function page_name(meta)
  return meta.page and pandoc.utils.stringify(meta.page) or PANDOC_STATE.input_files[1]:match('([^/]*)%.md$') or 'page'
end

-- A source can be scrolled, so the keyboard must be able to focus it.
local function code(text, language)
  return pandoc.CodeBlock(text, pandoc.Attr('', { language or 'cpp' }, { tabindex = '0' }))
end

local function folded(class, summary, contents)
  local blocks = pandoc.List { block('<details class="' .. class .. '"><summary>' .. summary .. '</summary>') }
  blocks:extend(contents)
  blocks:insert(block('</details>'))
  return blocks
end

-- Claims

local languages = { rs = 'rust' }

local function source(name, file, text, label, searches)
  local language = languages[file:match('%.(%a+)$')]
  local blocks = pandoc.List { block(tag('p', { class = 'path' }, escape(file))), code(text, language) }
  if searches then blocks:insert(1, block(searches)) end
  return folded('source', (label or '') .. '<code>' .. html.id(name) .. '</code>', blocks)
end

local function cases(claim)
  local label = #claim.cases == 1 and '1 case: ' or nil
  local blocks = pandoc.List()
  for _, case in ipairs(claim.cases) do
    blocks:extend(source(case.name, case.file, case.source, label, searched.table_of(claim, case.name)))
  end
  if #claim.cases < 2 then return blocks end
  return folded('cases', ('%d cases'):format(#claim.cases), blocks)
end

local function mutants(claim)
  local all, judged, detected = #claim.mutants, 0, 0
  local items = pandoc.List()
  for _, mutant in ipairs(claim.mutants) do
    local verdict = mutant.verdict
    if verdict then judged = judged + 1 end
    if mutant.killed then detected = detected + 1 end
    local result = mutant.killed and ' Detected (' .. evidence.word(verdict) .. ').' or
      verdict and ' <strong>Not detected.</strong>' or ' Not run.'
    items:insert(block('<li><p>' .. html.prose(mutant.description) .. '<span class="result">' .. result .. '</span></p>'))
    items:extend(source(mutant.name, mutant.file, mutant.source))
    items:insert(block('</li>'))
  end
  if all == 0 then return pandoc.List { block('<p class="mutants missing">○ no mutant yet</p>') } end
  local summary
  if judged == 0 then
    summary = ('%d mutant%s, not run'):format(all, all == 1 and '' or 's')
  elseif all == 1 then
    summary = detected == 1 and '1 mutant, detected' or '1 mutant, not detected'
  else
    summary = ('%d mutants, %d detected'):format(all, detected)
  end
  local class = 'mutants' .. (judged > 0 and (detected == all and ' detected' or ' missed') or '')
  items:insert(1, block('<ul>'))
  items:insert(block('</ul>'))
  return folded(class, '<span aria-hidden="true">' .. (detected == all and '◎' or '○') .. '</span> ' .. summary, items)
end

local function permalink(id) return tag('a', { class = 'id', href = '#' .. id }, html.id(id)) end

-- Puts a label in front of the first paragraph of a division.
local function labelled(division, label)
  local first = division.content[1]
  if first and first.t == 'Para' then
    first.content:insert(1, pandoc.RawInline('html', '<span class="label">' .. label .. '</span> '))
  end
  return division
end

local function woven_claim(division)
  local id = division.identifier
  local claim = evidence.claim(id)
  local is_demonstration = division.classes:includes 'demonstration'
  if is_demonstration then labelled(division, 'Demonstration of the detector.') end
  local blocks = pandoc.List { block(permalink(id)) }
  for _, part in ipairs(division.content) do
    local is_reason = part.t == 'Div' and part.classes:includes 'why'
    blocks:insert(is_reason and labelled(part, 'Why.') or part)
  end
  blocks:insert(block(claims.verdicts(claim)))
  blocks:extend(mutants(claim))
  blocks:extend(cases(claim))
  return pandoc.Div(blocks, pandoc.Attr(id, { 'claim', is_demonstration and 'demonstration' or nil }))
end

local function woven_retired(division)
  division.content:insert(1, block(permalink(division.identifier)))
  return division
end

-- Listings

local function lines_of(text)
  local lines = {}
  for line in (text:gsub('\n$', '') .. '\n'):gmatch('(.-)\n') do lines[#lines + 1] = line end
  return lines
end

local function row_of_lanes(lanes, filled)
  local cells = {}
  for number in ipairs(lanes) do cells[number] = tag('td', nil, filled[number] or '') end
  return tag('tr', nil, cells)
end

-- The output of one run from top to bottom, with a column for each thread.
local function lanes_of_a_run(lanes, printed)
  local rows, next_line = {}, {}
  for number in ipairs(lanes) do next_line[number] = 1 end
  for _, line in ipairs(lines_of(printed)) do
    for number, lane in ipairs(lanes) do
      if lane.lines[next_line[number]] == line then
        next_line[number] = next_line[number] + 1
        rows[#rows + 1] = row_of_lanes(lanes, { [number] = escape(line) })
        break
      end
    end
  end
  local ends = {}
  for number, lane in ipairs(lanes) do
    if next_line[number] <= #lane.lines then ends[number] = '<i>cut off</i>' end
  end
  if next(ends) then rows[#rows + 1] = row_of_lanes(lanes, ends) end
  return rows
end

local function lanes_expected(lanes)
  local rows, longest = {}, 0
  for _, lane in ipairs(lanes) do longest = math.max(longest, #lane.lines) end
  for at = 1, longest do
    local filled = {}
    for number, lane in ipairs(lanes) do filled[number] = lane.lines[at] and escape(lane.lines[at]) end
    rows[at] = row_of_lanes(lanes, filled)
  end
  return rows
end

local function lanes_table(lanes, printed)
  local head, shortened = {}, nil
  for number, lane in ipairs(lanes) do
    head[number] = tag('th', { scope = 'col' }, escape(lane.name))
    if lane.cut_off then shortened = lane.name end
  end
  local caption = printed and 'Printed in one run, from top to bottom. Another run may interleave the columns differently' or
    'What it prints. Each column keeps its order; the columns may interleave in any way'
  caption = caption .. (shortened and (', and <code>%s</code> may end at any line.'):format(escape(shortened)) or '.')
  return block(tag('table', { class = 'lanes' }, {
    tag('caption', nil, caption),
    tag('thead', nil, tag('tr', nil, head)),
    tag('tbody', nil, printed and lanes_of_a_run(lanes, printed) or lanes_expected(lanes)),
  }))
end

local function printed_text(label, text)
  return block(tag('div', { class = 'output' }, {
    tag('p', { class = 'label' }, label),
    tag('pre', { tabindex = '0' }, tag('samp', nil, escape((text:gsub('\n$', ''))))),
  }))
end

local function woven_listing(listing)
  local id = listing.identifier
  local found = evidence.listing(id)
  local rejects = listing.classes:includes 'rejects'
  local verdict = found.verdict or 'NOTRUN'
  local word
  if verdict == 'PASS' then word = rejects and 'rejected, as it must be' or 'runs' end
  local judged = { evidence.chip(verdict, { word = word }) }
  if rejects then judged[2] = ' ' .. tag('code', nil, escape(listing.attributes.code or '')) end
  local caption = { permalink(id), tag('span', { class = 'verdict' }, judged) }

  local blocks = pandoc.List {
    block('<figure class="listing ' .. (rejects and 'rejects' or 'runs') .. '" id="' .. escape(id) .. '">' ..
      tag('figcaption', nil, caption)),
    code(listing.text),
  }
  if rejects and found.output then blocks:insert(printed_text('The compiler says', found.output)) end
  blocks:insert(block('</figure>'))
  return blocks
end

-- The outputs of each listing. They become one block, in the place of the first.
local function outputs_of(blocks)
  local by_listing = {}
  for _, element in ipairs(blocks) do
    if element.t == 'CodeBlock' and element.classes:includes 'output' then
      local of = element.attributes.of or ''
      by_listing[of] = by_listing[of] or pandoc.List()
      by_listing[of]:insert {
        name = element.attributes.thread,
        cut_off = element.classes:includes 'cut-off',
        text = element.text,
        lines = lines_of(element.text),
      }
    end
  end
  return by_listing
end

local function woven_output(of, outputs)
  local printed = evidence.listing(of).output
  if outputs[1].name then return lanes_table(outputs, printed) end
  return printed_text(printed and 'Printed' or 'What it prints', printed or outputs[1].text)
end

-- The page

-- Makes links lead to the page of their anchor.
local function resolved(own_anchors)
  return {
    Link = function(link)
      local anchor = link.target:match('^#(.+)')
      if not anchor then return nil end
      local is_term = anchor:match('^term%.')
      if is_term then link.classes:insert('term') end
      if own_anchors[anchor] then return link end
      local href = evidence.href(anchor)
      if not href and is_term and evidence.href 'glossary' then
        html.fail(('%s: a link to `#%s`, which the glossary does not define'):format(PANDOC_STATE.input_files[1], anchor))
      end
      if not href then return link.content end
      link.target = href
      return link
    end,
  }
end

local function own_anchors_of(document)
  local anchors = {}
  local function note(element)
    if element.identifier ~= '' then anchors[element.identifier] = true end
  end
  pandoc.walk_block(pandoc.Div(document.blocks), { Header = note, Div = note, Span = note, CodeBlock = note })
  return anchors
end

-- A table that scrolls on its own on a narrow page. It is named after its section.
local section, tables_in_section = '', 0
local function woven_table(element, page)
  if page == 'glossary' then
    element.classes = { 'stacked', 'glossary' }
    element.colspecs = element.colspecs:map(function(column) return { column[1], nil } end)
  end
  tables_in_section = tables_in_section + 1
  local label = tables_in_section == 1 and section or ('%s, table %d'):format(section, tables_in_section)
  return {
    block('<div class="wide" tabindex="0" role="region" aria-label="' .. escape(label) .. '">'), element, block('</div>'),
  }
end

local function woven_blocks(blocks, meta)
  local outputs = outputs_of(blocks)
  local woven, placed = pandoc.List(), {}
  for _, element in ipairs(blocks) do
    local overview = element.t == 'Div' and overviews[element.classes[1]]
    if element.t == 'Header' then section, tables_in_section = pandoc.utils.stringify(element), 0 end
    if overview then
      woven:extend(overview(element, meta))
    elseif element.t == 'Div' and element.classes:includes 'claim' then
      woven:insert(woven_claim(element))
    elseif element.t == 'Div' and element.classes:includes 'beyond' then
      woven:insert(labelled(element, 'Beyond the document.'))
    elseif element.t == 'Div' and element.classes:includes 'retired' then
      woven:insert(woven_retired(element))
    elseif element.t == 'CodeBlock' and element.classes:includes 'listing' then
      woven:extend(woven_listing(element))
    elseif element.t == 'CodeBlock' and element.classes:includes 'output' then
      local of = element.attributes.of or ''
      if not placed[of] then woven:insert(woven_output(of, outputs[of])) end
      placed[of] = true
    elseif element.t == 'Table' then
      woven:extend(woven_table(element, pandoc.utils.stringify(meta.page)))
    elseif element.t == 'CodeBlock' then
      woven:insert(code(element.text, element.classes[1]))
    elseif element.t == 'Div' then
      element.content = woven_blocks(element.content, meta)
      woven:insert(element)
    else
      woven:insert(element)
    end
  end
  return woven
end

local function sections_of(blocks)
  local sections = pandoc.List()
  for _, element in ipairs(blocks) do
    if element.t == 'Header' and element.level == 2 then
      sections:insert { href = '#' .. element.identifier, title = pandoc.MetaInlines(element.content) }
    end
  end
  return sections
end

local function text(value) return pandoc.MetaInlines { pandoc.Str(value) } end

local function chapter_summary(blocks)
  local ids, demonstrations = {}, 0
  for _, element in ipairs(blocks) do
    if element.t == 'Div' and element.classes:includes 'demonstration' then
      demonstrations = demonstrations + 1
    elseif element.t == 'Div' and element.classes:includes 'claim' then
      ids[#ids + 1] = element.identifier
    end
  end
  local parts = { claims.count(#ids, demonstrations) }
  local first = evidence.implementations[1]
  if first and #ids > 0 then
    local passed, all, in_part = evidence.passed(first.name, ids)
    parts[#parts + 1] = tag('a', { href = evidence.certificate(first.name) }, escape(first.name)) ..
      (': %d of %d pass'):format(passed, all) .. (in_part > 0 and (', %d in part'):format(in_part) or '')
  end
  if #evidence.implementations > 1 and #ids > 0 then
    parts[#parts + 1] = tag('a', { href = 'matrix.html' }, ('%d implementations'):format(#evidence.implementations))
  end
  return pandoc.MetaInlines { pandoc.RawInline('html', table.concat(parts, ' · ')) }
end

local function navigation(meta, page, sections)
  meta.chapters = pandoc.MetaList {}
  local previous, following, seen
  for number, chapter in ipairs(evidence.chapters) do
    local current = chapter.slug == page
    meta.chapters[number] = pandoc.MetaMap {
      href = text(chapter.slug .. '.html'),
      title = text(chapter.title),
      current = current or nil,
      sections = current and pandoc.MetaList(sections) or nil,
    }
    if current then
      seen = true
      previous = evidence.chapters[number - 1]
    elseif seen and not following then
      following = chapter
    end
  end
  if page == 'index' then following = evidence.chapters[1] end
  meta.turns = previous ~= nil or following ~= nil
  for name, chapter in pairs { previous = previous, following = following } do
    meta[name] = pandoc.MetaMap { href = text(chapter.slug .. '.html'), title = text(chapter.title) }
  end

  meta.certificates = pandoc.MetaList {}
  for number, implementation in ipairs(evidence.implementations) do
    local href = evidence.certificate(implementation.name)
    meta.certificates[number] = pandoc.MetaMap {
      href = text(href),
      title = text(implementation.name),
      current = page .. '.html' == href or nil,
    }
  end
  meta['on-' .. page] = true
end

function Pandoc(document)
  local meta = document.meta
  local page = page_name(meta)
  local own_anchors = own_anchors_of(document)
  own_anchors[page] = true

  if page == 'glossary' then
    meta.title = document.blocks:remove(1).content
    meta.lang = text 'en'
    meta.overview = true
  end

  local implementation = page:match('^certificate%-(.+)$')
  if implementation then
    meta.implementation = text(implementation)
    meta.title = text('Certificate of ' .. implementation)
  end
  meta.page = text(page)
  meta.summary = meta.chapter and chapter_summary(document.blocks)
  navigation(meta, page, sections_of(document.blocks))

  local woven = woven_blocks(document.blocks, meta)
  local linked = pandoc.walk_block(pandoc.Div(woven), resolved(own_anchors)).content
  local finished = pandoc.Pandoc(colours.of_page(linked), meta)
  inputs.save()
  return finished
end
