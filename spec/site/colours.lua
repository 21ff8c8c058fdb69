-- SPDX-License-Identifier: MIT
-- Colours sources as Pandoc does. To colour the sources of a page takes ten times as long as all the rest, so they are kept, each
-- until its text, its language or Pandoc changes.

local inputs = require 'inputs'

local colours = {}

-- The place of a block's number in its HTML: Pandoc numbers the blocks of a page.
local number = 'cbNUMBER'

local function key_of(block)
  local parts = { inputs.pandoc, table.concat(block.classes, ' ') }
  local attributes = {}
  for name, value in pairs(block.attributes) do attributes[#attributes + 1] = name .. '=' .. value end
  table.sort(attributes)
  parts[#parts + 1] = table.concat(attributes, ' ')
  parts[#parts + 1] = block.text
  return pandoc.utils.sha1(table.concat(parts, '\n'))
end

-- The kept blocks are a sequence of `KEY LENGTH`, a newline, and as many bytes of HTML.
local function read_kept()
  local known, at = {}, 1
  local text = inputs.kept 'coloured' or ''
  while true do
    local key, length, start = text:match('^(%x+) (%d+)\n()', at)
    if not key then return known end
    at = start + tonumber(length)
    known[key] = text:sub(start, at - 1)
  end
end

local function coloured(block)
  local numbered = pandoc.CodeBlock(block.text, pandoc.Attr(number, block.classes, block.attributes))
  return pandoc.write(pandoc.Pandoc { numbered }, 'html5')
end

--- Replaces the sources among these blocks, which are a whole page, by their HTML.
function colours.of_page(blocks)
  local known, used, kept, count = read_kept(), {}, {}, 0
  local walked = pandoc.walk_block(pandoc.Div(blocks), {
    CodeBlock = function(block)
      if block.identifier ~= '' or #block.classes == 0 then return nil end
      count = count + 1
      local key = key_of(block)
      known[key] = known[key] or coloured(block)
      if not used[key] then kept[#kept + 1] = ('%s %d\n%s'):format(key, #known[key], known[key]) end
      used[key] = true
      local id = 'cb' .. count
      return pandoc.RawBlock('html', (known[key]:gsub('(id=")' .. number, '%1' .. id):gsub('(href="#)' .. number, '%1' .. id)))
    end,
  })
  inputs.keep('coloured', table.concat(kept))
  return walked.content
end

return colours
