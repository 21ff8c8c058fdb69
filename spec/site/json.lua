-- SPDX-License-Identifier: MIT
-- JSON through dkjson, from Debian's package lua-dkjson. It lies where the Lua in Pandoc looks for modules.

local found, dkjson = pcall(require, 'dkjson')
if not found then
  io.stderr:write('the Lua module dkjson is missing: install it with `apt-get install lua-dkjson`\n')
  os.exit(1)
end

local json = {}

json.null = dkjson.null

--- Marks a table as an array, so that an empty one is written `[]`.
function json.array(items) return setmetatable(items or {}, { __jsontype = 'array' }) end

local function collect_keys(value, keys)
  if type(value) ~= 'table' or value == json.null then return end
  for key, item in pairs(value) do
    if type(key) == 'string' then keys[key] = true end
    collect_keys(item, keys)
  end
end

--- Writes a value. The keys of an object are sorted, so that equal values give equal text.
function json.encode(value)
  local keys, order = {}, {}
  collect_keys(value, keys)
  for key in pairs(keys) do order[#order + 1] = key end
  table.sort(order)
  return dkjson.encode(value, { keyorder = order })
end

return json
