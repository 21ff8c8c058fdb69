-- SPDX-License-Identifier: MIT
-- Writes HTML: escaped text, attributes in a fixed order.

local html = {}

local entities = { ['&'] = '&amp;', ['<'] = '&lt;', ['>'] = '&gt;', ['"'] = '&quot;' }

function html.escape(text) return (tostring(text):gsub('[&<>"]', entities)) end

--- `html.tag('a', { href = '#x' }, 'text')`. The contents are HTML already; a table of strings is concatenated.
function html.tag(name, attributes, contents)
  local names = {}
  for attribute, value in pairs(attributes or {}) do
    if value then names[#names + 1] = attribute end
  end
  table.sort(names)
  local parts = { '<', name }
  for _, attribute in ipairs(names) do
    local value = attributes[attribute]
    parts[#parts + 1] = ' ' .. attribute .. (value == true and '' or '="' .. html.escape(value) .. '"')
  end
  parts[#parts + 1] = '>'
  parts[#parts + 1] = type(contents) == 'table' and table.concat(contents) or contents or ''
  parts[#parts + 1] = '</' .. name .. '>'
  return table.concat(parts)
end

--- A link to a page of someone else's, which is a link only if a browser does nothing but open it: an address of another
--- kind, such as a program in `javascript:`, is shown as text.
function html.foreign_link(address, attributes)
  local text = html.escape(address)
  if not address:match('^https?://[^%s%c]+$') then return text end
  local all = { href = address }
  for attribute, value in pairs(attributes or {}) do all[attribute] = value end
  return html.tag('a', all, text)
end

--- A sentence from a comment in a source. Text between backticks becomes code; the first letter becomes a capital, unless it
--- begins a name in code.
function html.prose(text)
  local escaped = html.escape(text)
  if not escaped:match('^%l+_') then escaped = escaped:gsub('^%l', string.upper) end
  return (escaped:gsub('`([^`]+)`', '<code>%1</code>'))
end

--- An id, in which a line may break only after a dot.
function html.id(id) return (html.escape(id):gsub('%.', '.<wbr>')) end

--- A table that scrolls on its own on a narrow page. `label` is its accessible name; `groups` are lists of rows.
function html.wide_table(label, class, head, groups)
  local columns, bodies = {}, {}
  for _, title in ipairs(head) do columns[#columns + 1] = html.tag('th', { scope = 'col' }, title) end
  for _, rows in ipairs(groups) do bodies[#bodies + 1] = html.tag('tbody', nil, rows) end
  return html.tag('div', { class = 'wide', tabindex = '0', role = 'region', ['aria-label'] = label },
    html.tag('table', { class = class }, { html.tag('thead', nil, html.tag('tr', nil, columns)), table.concat(bodies) }))
end

--- Ends Pandoc with a message. An uncaught error would append a stack trace.
function html.fail(message)
  io.stderr:write(message, '\n')
  os.exit(1)
end

--- HTML as a Pandoc block.
function html.block(text) return pandoc.RawBlock('html', text) end

return html
