-- SPDX-License-Identifier: MIT
-- A Pandoc writer: prints the contents of a chapter, or of the glossary, as one JSON object: claims, anchors, links, listings and
-- the problems found in them.
--   pandoc -f markdown -t spec/site/catalogue.lua spec/threads.md

package.path = (PANDOC_SCRIPT_FILE:match('^(.*/)') or './') .. '?.lua;' .. package.path
local glossary = require 'glossary'
local json = require 'json'
local marker_rows = require 'marker_rows'

local function set(words)
  local members = { list = table.concat(words, ', ') }
  for _, word in ipairs(words) do members[word] = true end
  return members
end

-- A claim has one requirement: a longer sentence has more than one, or words that a reader has to skip.
local most_characters = 250

local allowed = {
  claim_classes = set { 'claim', 'demonstration' },
  claim_attributes = set { 'profile' },
  profiles = set { 'threads', 'closures', 'channels', 'mutex', 'ownership', 'markers', 'beyond' },
  divisions = set { 'claim', 'why', 'beyond', 'retired', 'marker-table', 'marker-rules' },
  conditions = set { 'always', 'never', 'if T is sendable', 'if T is shareable', 'if T is both', 'for every sendable T' },
  languages = set { 'cpp', 'text', 'sh' },
  listing_classes = set { 'cpp', 'listing', 'runs', 'rejects' },
  listing_attributes = set { 'code', 'shows' },
  output_classes = set { 'output', 'cut-off' },
  output_attributes = set { 'of', 'thread' },
}

-- Pandoc's tree has no line numbers. The source is read a second time for the lines of fences, divisions, headings and ids, which
-- come in the same order in tree and source.

local function read_lines(path)
  local lines = {}
  for line in io.lines(path) do lines[#lines + 1] = line end
  return lines
end

local function scan(lines)
  local source = { code_blocks = {}, divisions = {}, headings = {}, prose = {}, malformed = {} }
  local fence
  local first = 1
  if lines[1] == '---' then
    repeat first = first + 1 until not lines[first] or lines[first]:match('^%-%-%-%s*$') or lines[first]:match('^%.%.%.%s*$')
    first = first + 1
  end
  for number = first, #lines do
    local line = lines[number]
    if fence then
      local closing = line:match('^%s*([`~]+)%s*$')
      if closing and #closing >= #fence and closing:sub(1, 1) == fence:sub(1, 1) then fence = nil end
    else
      fence = line:match('^%s*(```+)') or line:match('^%s*(~~~+)')
      local opening = line:match('^%s*```+(.*)$') or line:match('^%s*~~~+(.*)$') or line:match('^%s*:::+(.*)$')
      if opening and not opening:match('^%s*[%w%-]*%s*$') and not opening:match('^%s*{[^{}]*}%s*$') then
        table.insert(source.malformed, number)
      elseif fence then
        table.insert(source.code_blocks, number)
      elseif opening and opening:match('%S') then
        table.insert(source.divisions, number)
      end
      if line:match('^#+%s') then table.insert(source.headings, number) end
      if not fence then table.insert(source.prose, { number = number, text = line }) end
    end
  end
  return source
end

-- A function that returns the items of a list in turn, and the last one from then on.
local function in_turn(items)
  local at = 0
  return function()
    at = at + 1
    return items[math.min(at, #items)] or 1
  end
end

-- The line of the next occurrence of `text` in the prose.
local function occurrences(source)
  local seen = {}
  return function(text)
    seen[text] = (seen[text] or 0) + 1
    local left = seen[text]
    for _, line in ipairs(source.prose) do
      local at = 1
      while true do
        local first, last = line.text:find(text, at, true)
        if not first then break end
        left = left - 1
        if left == 0 then return line.number end
        at = last + 1
      end
    end
    return 1
  end
end

local function plain(blocks)
  local parts = {}
  for _, block in ipairs(blocks) do parts[#parts + 1] = pandoc.utils.stringify(block) end
  return (table.concat(parts, ' '):gsub('%s+', ' '):gsub('^ ', ''):gsub(' $', ''))
end

local function has_class(element, class) return element.classes:includes(class) end

local function slug_of(path) return path:match('([^/]*)%.md$') or path end

local function empty_catalogue(path, title, number)
  return {
    file = path,
    slug = slug_of(path),
    title = title,
    chapter = number or json.null,
    anchors = json.array(),
    links = json.array(),
    claims = json.array(),
    retired = json.array(),
    marker_rules = json.array(),
    listings = json.array(),
    problems = json.array(),
  }
end

local function catalogue_of_chapter(document, path)
  local lines = read_lines(path)
  local source = scan(lines)
  local next_code_block, next_division, next_heading =
    in_turn(source.code_blocks), in_turn(source.divisions), in_turn(source.headings)
  local line_of = occurrences(source)

  local chapter = empty_catalogue(path, pandoc.utils.stringify(document.meta.title or ''),
    tonumber(pandoc.utils.stringify(document.meta.chapter or '')))

  local function problem(line, message, ...)
    table.insert(chapter.problems, { line = line, message = message:format(...) })
  end

  local anchor_lines = {}
  local function anchor(id, line)
    if id == '' then return end
    if anchor_lines[id] then
      problem(line, 'the id `%s` is already taken on line %d; give one of the two another id', id, anchor_lines[id])
      return
    end
    if id:match('^term%.') then problem(line, '`%s` is the id of a term; define terms in %s only', id, glossary.file) end
    anchor_lines[id] = line
    table.insert(chapter.anchors, id)
  end

  local function check_classes(what, element, classes, line)
    for _, class in ipairs(element.classes) do
      if not classes[class] then problem(line, '%s has an unknown class `%s`; allowed are %s', what, class, classes.list) end
    end
  end

  local function check_attributes(what, element, attributes, line)
    for name in pairs(element.attributes) do
      if not attributes[name] then
        problem(line, '%s has an unknown attribute `%s`; allowed are %s', what, name, attributes.list)
      end
    end
  end

  local function inlines(element)
    pandoc.walk_block(element, {
      Link = function(link)
        local target = link.target:match('^#(.+)')
        if target then
          local line = line_of('](#' .. target .. ')')
          table.insert(chapter.links, { target = target, line = line })
        end
      end,
      Span = function(span)
        if span.identifier ~= '' then anchor(span.identifier, line_of('#' .. span.identifier .. '}')) end
      end,
    })
  end

  local function claim(division, line)
    local id = division.identifier
    local what = ('claim `%s`'):format(id)
    check_classes(what, division, allowed.claim_classes, line)
    check_attributes(what, division, allowed.claim_attributes, line)
    if not id:match('^%l[%l%-]*%.[%l%d%-%.]*[%l%d]$') or id:find('..', 1, true) then
      problem(line, '%s: write the id in lower-case words joined by `-`, in parts joined by `.`', what)
    end
    local profile = division.attributes.profile or ''
    if not allowed.profiles[profile] then
      problem(line, '%s has an unknown profile (`profile=%s`); allowed are %s', what, profile, allowed.profiles.list)
    end

    local sentence, why, shalls = {}, {}, 0
    for _, block in ipairs(division.content) do
      if block.t == 'Div' and has_class(block, 'why') then
        table.insert(why, block)
      elseif block.t == 'Para' or block.t == 'Plain' or block.t == 'BulletList' or block.t == 'OrderedList' then
        table.insert(sentence, block)
      else
        problem(line, '%s contains a %s; a claim consists of sentences, then `::: why`', what, block.t)
      end
    end
    local text = plain(sentence)
    for _ in text:gmatch('%f[%w]shall%f[%W]') do shalls = shalls + 1 end
    if shalls ~= 1 then problem(line, '%s contains **shall** %d times; a claim contains it once', what, shalls) end
    local length = utf8.len(text)
    if length > most_characters then
      problem(line, '%s has %d characters; split it, or shorten it to at most %d', what, length, most_characters)
    end
    local strong = 0
    for _, block in ipairs(sentence) do
      pandoc.walk_block(block, {
        Strong = function(words) if pandoc.utils.stringify(words):match('^shall') then strong = strong + 1 end end,
      })
    end
    if strong ~= shalls then problem(line, '%s: write the word shall as `**shall**`', what) end
    if #why ~= 1 then problem(line, '%s has %d divisions `::: why`; a claim has one', what, #why) end
    table.insert(chapter.claims, {
        id = id,
        profile = profile,
        demonstration = has_class(division, 'demonstration'),
        line = line,
        text = text,
        why = plain(why),
        shalls = shalls,
      })
  end

  -- The rows of a table of rules. A type that a language lacks is `—` there.
  local function marker_rules(division, line)
    local function type_in(cell)
      local text = pandoc.utils.stringify(cell)
      return text == '—' and json.null or text
    end
    local function condition_in(cell, row_line)
      local text = pandoc.utils.stringify(cell)
      if not allowed.conditions[text] then
        problem(row_line, '`%s` is not a condition for a marker; allowed are %s', text, allowed.conditions.list)
      end
      return text
    end
    for _, block in ipairs(division.content) do
      if block.t ~= 'Table' then
        problem(line, 'a table of rules contains a %s; it consists of tables', block.t)
      else
        for _, cells in ipairs(pandoc.utils.to_simple_table(block).rows) do
          local name, claimed = pandoc.utils.stringify(cells[1]), pandoc.utils.stringify(cells[6])
          local row_line = line_of('| ' .. name .. ' |')
          table.insert(chapter.marker_rules, {
            name = name,
            cpp = type_in(cells[2]),
            rust = type_in(cells[3]),
            sendable = condition_in(cells[4], row_line),
            shareable = condition_in(cells[5], row_line),
            claim = claimed,
            line = row_line,
          })
        end
      end
    end
  end

  local listings = {}
  local function listing(block, line)
    local id = block.identifier
    local what = ('listing `%s`'):format(id)
    check_classes(what, block, allowed.listing_classes, line)
    check_attributes(what, block, allowed.listing_attributes, line)
    if not id:match('^listing%.[%l%d%-]+$') then problem(line, '%s needs an id such as `#listing.first`', what) end
    local runs, rejects = has_class(block, 'runs'), has_class(block, 'rejects')
    if runs == rejects then problem(line, '%s needs exactly one of `.runs` and `.rejects`', what) end
    local code = block.attributes.code
    if rejects and not code then problem(line, '%s is rejected; give the code of the compiler\'s error as `code="…"`', what) end
    if runs and code then problem(line, '%s runs; remove `code`', what) end
    local shows = json.array()
    for shown in (block.attributes.shows or ''):gmatch('%S+') do table.insert(shows, shown) end
    local entry = {
      id = id,
      line = line,
      kind = rejects and 'rejects' or 'runs',
      code = code or json.null,
      shows = shows,
      source = block.text .. '\n',
      outputs = json.array(),
    }
    listings[id] = entry
    table.insert(chapter.listings, entry)
  end

  local function output(block, line)
    local of = block.attributes.of or ''
    local what = ('the output of `%s`'):format(of)
    check_classes(what, block, allowed.output_classes, line)
    check_attributes(what, block, allowed.output_attributes, line)
    local thread, cut_off = block.attributes.thread, has_class(block, 'cut-off')
    local entry = listings[of]
    if not entry then
      problem(line, '%s: this chapter has no such listing before it', what)
      return
    end
    if entry.kind == 'rejects' then problem(line, '%s: the listing is rejected and prints nothing; remove the output', what) end
    if cut_off and not thread then
      problem(line, '%s: only the output of one thread can be cut off; add `thread="…"`', what)
    end
    local first = entry.outputs[1]
    if first and (not thread or first.thread == json.null) then
      problem(line, '%s: give either one output, or one for each `thread="…"`', what)
    end
    table.insert(entry.outputs, { thread = thread or json.null, cut_off = cut_off, text = block.text, line = line })
  end

  local function code_block(block)
    local line = next_code_block()
    anchor(block.identifier, line)
    if has_class(block, 'listing') then return listing(block, line) end
    if has_class(block, 'output') then return output(block, line) end
    if #block.classes == 0 then
      problem(line, 'a code block has no language; allowed are %s', allowed.languages.list)
    end
    check_classes('a code block', block, allowed.languages, line)
    check_attributes('a code block', block, set {}, line)
  end

  local visit
  local function visit_all(blocks) for _, block in ipairs(blocks) do visit(block) end end

  function visit(block)
    if block.t == 'CodeBlock' then
      code_block(block)
    elseif block.t == 'Header' then
      local line = next_heading()
      if not lines[line]:find('{#' .. block.identifier .. '}', 1, true) then
        problem(line, 'the heading “%s” has no id; end it with `{#…}`', pandoc.utils.stringify(block))
      end
      anchor(block.identifier, line)
      inlines(block)
    elseif block.t == 'Div' then
      local line = next_division()
      anchor(block.identifier, line)
      if has_class(block, 'claim') then
        claim(block, line)
      else
        check_classes('a division', block, allowed.divisions, line)
        check_attributes('a division', block, set {}, line)
      end
      if has_class(block, 'retired') then table.insert(chapter.retired, { id = block.identifier, line = line }) end
      if has_class(block, 'marker-rules') then marker_rules(block, line) end
      if has_class(block, 'marker-table') then
        local _, found = marker_rows.read()
        for _, message in ipairs(found) do problem(line, 'the table of types: %s', message) end
      end
      visit_all(block.content)
    elseif block.t == 'BulletList' or block.t == 'OrderedList' then
      for _, item in ipairs(block.content) do visit_all(item) end
    elseif block.t == 'BlockQuote' then
      visit_all(block.content)
    else
      inlines(block)
    end
  end

  for _, line in ipairs(source.malformed) do
    problem(line, 'Pandoc does not recognise the attributes of this block; write `::: {.class #id name=value}`, or the same after ```')
  end
  if chapter.title == '' then
    problem(1, 'the chapter has no title; begin with `---`, `title: …`, `chapter: N`, `---`')
  end
  if chapter.chapter == json.null then problem(1, 'the chapter has no number; write `chapter: N` at the top') end
  anchor(chapter.slug, 1)
  visit_all(document.blocks)
  for _, entry in ipairs(chapter.listings) do
    if entry.kind == 'runs' and #entry.outputs == 0 then
      problem(entry.line, 'listing `%s` runs but has no output; add ```{.output of="%s"}', entry.id, entry.id)
    end
  end
  table.sort(chapter.problems, function(one, other) return one.line < other.line end)
  return chapter
end

local function catalogue_of_glossary(document, path)
  local terms = glossary.read(document, read_lines(path))
  local made = empty_catalogue(path, terms.title)
  table.insert(made.anchors, made.slug)
  for _, id in ipairs(terms.ids) do table.insert(made.anchors, id) end
  for _, link in ipairs(terms.links) do table.insert(made.links, link) end
  for _, problem in ipairs(terms.problems) do table.insert(made.problems, problem) end
  return made
end

-- Pandoc calls a function for each element, then `Doc`. Only the tree is of use here, so the other functions return nothing.
function Doc()
  local path = PANDOC_STATE.input_files[1]
  local catalogue_of = path == glossary.file and catalogue_of_glossary or catalogue_of_chapter
  return json.encode(catalogue_of(PANDOC_DOCUMENT, path))
end

setmetatable(_G, { __index = function() return function() return '' end end })
