-- SPDX-License-Identifier: MIT
-- JSON to and from Lua: objects are tables with string keys, arrays are tables made by `json.array`, null is `json.null`.

local json = {}

json.null = setmetatable({}, { __tostring = function() return 'null' end })

local is_array = {}

--- Marks a table as an array, so that an empty one is written `[]`.
function json.array(items) return setmetatable(items or {}, is_array) end

local escapes = { ['"'] = '\\"', ['\\'] = '\\\\', ['\n'] = '\\n', ['\r'] = '\\r', ['\t'] = '\\t' }

local function quoted(text)
  return '"' .. text:gsub('[%c"\\]', function(c) return escapes[c] or ('\\u%04x'):format(c:byte()) end) .. '"'
end

--- Writes a value; the keys of an object stand in alphabetical order, so that equal values give equal text.
function json.encode(value)
  if value == json.null or value == nil then return 'null' end
  if type(value) == 'string' then return quoted(value) end
  if type(value) ~= 'table' then return tostring(value) end
  local parts = {}
  if getmetatable(value) == is_array then
    for _, item in ipairs(value) do parts[#parts + 1] = json.encode(item) end
    return '[' .. table.concat(parts, ',') .. ']'
  end
  for key, item in pairs(value) do parts[#parts + 1] = quoted(key) .. ':' .. json.encode(item) end
  table.sort(parts)
  return '{' .. table.concat(parts, ',') .. '}'
end

local unescapes = { b = '\b', f = '\f', n = '\n', r = '\r', t = '\t', ['"'] = '"', ['\\'] = '\\', ['/'] = '/' }

local function fail(text, at, expected)
  local _, newlines = text:sub(1, at):gsub('\n', '')
  error(('line %d: expected %s'):format(newlines + 1, expected), 0)
end

local decode_value

local function skip(text, at) return text:find('[^ \t\r\n]', at) or #text + 1 end

local function decode_code_unit(text, at)
  local digits = text:match('^%x%x%x%x', at)
  if not digits then fail(text, at, 'four hexadecimal digits') end
  return tonumber(digits, 16)
end

local function decode_string(text, at)
  local parts = {}
  while true do
    local stop = text:find('[%c"\\]', at)
    if not stop then fail(text, #text, 'the end of a string') end
    parts[#parts + 1] = text:sub(at, stop - 1)
    local found = text:sub(stop, stop)
    if found == '"' then return table.concat(parts), stop + 1 end
    if found ~= '\\' then fail(text, stop, 'no control character in a string') end
    local escape = text:sub(stop + 1, stop + 1)
    at = stop + 2
    if escape == 'u' then
      local unit = decode_code_unit(text, at)
      at = at + 4
      if unit >= 0xD800 and unit < 0xDC00 and text:match('^\\u[dD][c-fC-F]', at) then
        unit = 0x10000 + (unit - 0xD800) * 0x400 + decode_code_unit(text, at + 2) - 0xDC00
        at = at + 6
      end
      parts[#parts + 1] = utf8.char(unit)
    else
      parts[#parts + 1] = unescapes[escape] or fail(text, stop, 'an escape sequence')
    end
  end
end

local function decode_array(text, at)
  local items = json.array()
  at = skip(text, at)
  if text:sub(at, at) == ']' then return items, at + 1 end
  while true do
    items[#items + 1], at = decode_value(text, at)
    at = skip(text, at)
    local separator = text:sub(at, at)
    if separator == ']' then return items, at + 1 end
    if separator ~= ',' then fail(text, at, '`,` or `]`') end
    at = at + 1
  end
end

local function decode_object(text, at)
  local members = {}
  at = skip(text, at)
  if text:sub(at, at) == '}' then return members, at + 1 end
  while true do
    at = skip(text, at)
    if text:sub(at, at) ~= '"' then fail(text, at, 'a name in quotes') end
    local name
    name, at = decode_string(text, at + 1)
    at = skip(text, at)
    if text:sub(at, at) ~= ':' then fail(text, at, '`:`') end
    members[name], at = decode_value(text, at + 1)
    at = skip(text, at)
    local separator = text:sub(at, at)
    if separator == '}' then return members, at + 1 end
    if separator ~= ',' then fail(text, at, '`,` or `}`') end
    at = at + 1
  end
end

local words = { ['true'] = true, ['false'] = false, null = json.null }

function decode_value(text, at)
  at = skip(text, at)
  local first = text:sub(at, at)
  if first == '{' then return decode_object(text, at + 1) end
  if first == '[' then return decode_array(text, at + 1) end
  if first == '"' then return decode_string(text, at + 1) end
  local word = text:match('^%a+', at)
  if word and words[word] ~= nil then return words[word], at + #word end
  local number = text:match('^-?%d+%.?%d*[eE]?[+-]?%d*', at)
  if number and tonumber(number) then return tonumber(number), at + #number end
  fail(text, at, 'a value')
end

--- Reads a whole text; a mistake raises one line that says where and what was expected.
function json.decode(text)
  local value, at = decode_value(text, 1)
  at = skip(text, at)
  if at <= #text then fail(text, at, 'nothing after the value') end
  return value
end

return json
