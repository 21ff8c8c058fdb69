-- SPDX-License-Identifier: MIT
-- HTML as text: escaped, with attributes in a fixed order.

local html = {}

local entities = { ['&'] = '&amp;', ['<'] = '&lt;', ['>'] = '&gt;', ['"'] = '&quot;' }

function html.escape(text) return (tostring(text):gsub('[&<>"]', entities)) end

--- `html.tag('a', { href = '#x' }, 'text')`; the contents are HTML already, and tables of contents are put together.
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

--- A sentence from a source's comment: it begins with a capital, and what stands between backticks is code.
function html.prose(text)
  return (html.escape(text):gsub('^%l', string.upper):gsub('`([^`]+)`', '<code>%1</code>'))
end

--- How many claims there are somewhere, in words.
function html.count_of_claims(count)
  return count == 0 and 'no claim' or ('%d %s'):format(count, count == 1 and 'claim' or 'claims')
end

--- An id as it is shown: a line may break after a dot, nowhere else.
function html.id(id) return (html.escape(id):gsub('%.', '.<wbr>')) end

--- A table that scrolls by itself where the page is too narrow; `label` says what it is, `groups` are lists of rows.
function html.wide_table(label, class, head, groups)
  local columns, bodies = {}, {}
  for _, title in ipairs(head) do columns[#columns + 1] = html.tag('th', { scope = 'col' }, title) end
  for _, rows in ipairs(groups) do bodies[#bodies + 1] = html.tag('tbody', nil, rows) end
  return html.tag('div', { class = 'wide', tabindex = '0', role = 'region', ['aria-label'] = label },
    html.tag('table', { class = class }, { html.tag('thead', nil, html.tag('tr', nil, columns)), table.concat(bodies) }))
end

--- HTML as a block of Pandoc's tree.
function html.block(text) return pandoc.RawBlock('html', text) end

return html
