-- SPDX-License-Identifier: MIT
-- The glossary: tables in Markdown, in which each row begins with `<a id="term.word"></a>word`.

local glossary = {}

--- The one file that defines terms, relative to the source root.
glossary.file = 'docs/glossary.md'

local most_terms = 40

-- The line on which a text first occurs.
local function line_of(text, lines)
  for number, line in ipairs(lines) do
    if line:find(text, 1, true) then return number end
  end
  return 1
end

local function cell_text(cell)
  return pandoc.utils.stringify(pandoc.Div(cell.contents))
end

-- The ids of the anchors in a cell.
local function ids_in(cell)
  local ids = {}
  pandoc.walk_block(pandoc.Div(cell.contents), {
    RawInline = function(raw)
      local id = raw.text:match('^<a id="([^"]*)">')
      if id then ids[#ids + 1] = id end
    end,
  })
  return ids
end

--- Reads the glossary: { title, ids, links: { { target, line } }, problems: { { line, message } } }.
function glossary.read(document, lines)
  local read = { title = 'Glossary', ids = {}, links = {}, problems = {} }
  local known = {}

  local function problem(line, message, ...)
    table.insert(read.problems, { line = line, message = message:format(...) })
  end

  local function add_row(row)
    local term, ids = cell_text(row.cells[1]), ids_in(row.cells[1])
    local id = ids[1] or ''
    local line = line_of(ids[1] and '<a id="' .. id .. '">' or term, lines)
    if #ids ~= 1 or not id:match('^term%.%l[%l%-]*$') then
      return problem(line, 'the term “%s” needs one anchor; begin its cell with `<a id="term.…"></a>`', term)
    end
    if cell_text(row.cells[2]) == '' then problem(line, 'the term “%s” has no meaning; write it in one sentence', term) end
    if known[id] then return problem(line, 'the term `%s` is already defined; remove one of the two rows', id) end
    known[id] = true
    table.insert(read.ids, id)
    if #read.ids == most_terms + 1 then
      problem(line, 'the glossary has more than %d terms; use a plain word for one of them', most_terms)
    end
  end

  for _, block in ipairs(document.blocks) do
    if block.t == 'Header' and block.level == 1 then read.title = pandoc.utils.stringify(block) end
    if block.t == 'Table' then
      for _, body in ipairs(block.bodies) do
        for _, row in ipairs(body.body) do add_row(row) end
      end
    end
    pandoc.walk_block(pandoc.Div { block }, {
      Link = function(link)
        local target = link.target:match('^#(.+)')
        if target then table.insert(read.links, { target = target, line = line_of('](#' .. target .. ')', lines) }) end
      end,
    })
  end
  return read
end

return glossary
